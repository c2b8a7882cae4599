#include "syntax/inline_parts.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

constexpr std::size_t math_limit = 500;  // bytes of `$…$`; keeps the search for the closing dollar linear
constexpr std::size_t citation_limit = 500;
constexpr std::size_t target_limit = 2000;

bool is_punctuation(char c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Past blanks and at most one line break, which is where a text may be wrapped.
std::size_t skip_wrap(std::string_view text, std::size_t at, std::size_t end) {
  at = skip_blanks(text, at, end);
  if (at < end && text[at] == '\r') ++at;
  return at < end && text[at] == '\n' ? skip_blanks(text, at + 1, end) : at;
}

/// What md4c takes for the start of a block where lines are kept.
bool may_open_block(char c) { return std::string_view{"-+*>#|=`~\r\n"}.find(c) != std::string_view::npos || is_digit(c); }

/// Pandoc's rule for `$…$`: no blank inside the dollars, no digit after the closing one unless a command shows that TeX
/// is meant (`$\sim$13`). An amount of money (a digit first, words and blanks, no TeX) stays text.
std::size_t math_end(std::string_view text, std::size_t at, std::size_t end, Lines lines) {
  if (at + 1 >= end || is_white(text[at + 1]) || text[at + 1] == '$') return 0;
  bool command = false;
  bool tex = false;
  bool blank = false;
  for (std::size_t i = at + 1; i < std::min(end, at + math_limit); ++i) {
    char const c = text[i];
    if (is_break(c)) {
      std::size_t const next = skip_wrap(text, i, end);
      if (next >= end || is_break(text[next]) || (lines == Lines::Keep && may_open_block(text[next]))) return 0;
      blank = true;
      i = next - 1;
    } else if (c == '\\') {
      tex = command = true;
      ++i;
    } else if (c == '^' || c == '_') {
      tex = true;
    } else if (c == ' ') {
      blank = true;
    } else if (c == '$') {
      if (is_white(text[i - 1]) || (!command && i + 1 < end && is_digit(text[i + 1]))) return 0;
      if (is_digit(text[at + 1]) && blank && !tex) return 0;
      return i + 1;
    }
  }
  return 0;
}

/// The end of a link's target that opens at `at`, so that nothing inside is taken for markup of ours.
std::size_t target_end(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < std::min(end, at + target_limit); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '(')
      ++depth;
    else if (text[i] == ')' && --depth == 0)
      return i + 1;
    else if (text[i] == '\n')
      return at + 1;
  }
  return at + 1;
}

/// `http://…`, `www.…`: no `~` or `$` in it is ours.
std::size_t address_end(std::string_view text, std::size_t at, std::size_t end) {
  while (at < end && !is_white(text[at]) && text[at] != '<' && text[at] != ')' && text[at] != ']' && text[at] != '*') ++at;
  return at;
}

class Masker {
 public:
  Masker(std::string_view text, std::size_t begin, std::size_t end, Lines lines)
      : text_{text.substr(0, end)}, begin_{begin}, end_{end}, lines_{lines} {
    result_.mask = std::string{text.substr(begin, end - begin)};
  }

  MaskedText run() {
    std::size_t at = begin_;
    while (at < end_) at = step(at);
    return std::move(result_);
  }

 private:
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return backslash(at);
      case '`':
        return code(at);
      case '$':
        if (std::size_t const stop = math_end(text_, at, end_, lines_); stop > 0) return special(SpecialKind::Math, at, stop, 'x');
        return at + 1;
      case '[':
        return bracket(at);
      case ']':
        // No link definitions: they would swallow the text. `]:` looks like `];` to md4c.
        if (at + 1 < end_ && text_[at + 1] == ':') set(at + 1, ';');
        if (at + 1 < end_ && text_[at + 1] == '(') return target_end(text_, at + 1, end_);
        return at + 1;
      case '<':
        return angle(at);
      case ':':
        if (starts_with_at(text_, at, "://")) return address_end(text_, at, end_);
        return at + 1;
      case '*':
        return star(at);
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return lines_ == Lines::Join ? white(at) : at + 1;
      case '\0':
        set(at, 'x');
        return at + 1;
      default:
        return at + 1;
    }
  }

  std::size_t backslash(std::size_t at) {
    if (at + 1 >= end_) return at + 1;
    char const next = text_[at + 1];
    if (next == ' ') {
      special(SpecialKind::NoBreakSpace, at, at + 2, ' ');
      set(at, '\xC2');
      set(at + 1, '\xA0');
      return at + 2;
    }
    if (lines_ == Lines::Join && (next == '\n' || (next == '\r' && at + 2 < end_ && text_[at + 2] == '\n'))) {
      return special(SpecialKind::HardBreak, at, white_end(at + 1), ' ');
    }
    return is_punctuation(next) ? at + 2 : at + 1;
  }

  /// A single star between two digits multiplies: `3*4*5` is no emphasis.
  std::size_t star(std::size_t at) {
    std::size_t run = at;
    while (run < end_ && text_[run] == '*') ++run;
    if (run == at + 1 && at > begin_ && is_digit(text_[at - 1]) && run < end_ && is_digit(text_[run])) set(at, 'x');
    return run;
  }

  std::size_t code(std::size_t at) {
    std::size_t run = at;
    while (run < end_ && text_[run] == '`') ++run;
    std::size_t const length = run - at;
    // md4c reads no longer run as a code span's mark either.
    if (length >= unclosed_.size() || run <= unclosed_[length]) return run;
    bool const fence = length >= 3 && opens_line(at);
    std::size_t i = run;
    while (i < end_) {
      if (lines_ == Lines::Keep && !fence && text_[i] == '\n' && is_blank_line(i + 1)) break;
      if (text_[i] != '`') {
        ++i;
        continue;
      }
      std::size_t close = i;
      while (close < end_ && text_[close] == '`') ++close;
      if (close - i == length) {
        if (lines_ == Lines::Join) {
          for (std::size_t j = run; j < i; ++j) {
            if (is_break(text_[j])) set(j, ' ');
          }
        }
        return close;
      }
      i = close;
    }
    unclosed_[length] = i;
    return run;
  }
  bool is_blank_line(std::size_t at) const {
    at = skip_blanks(text_, at, end_);
    return at >= end_ || is_break(text_[at]);
  }
  /// Only blanks and the marks of lists and quotes stand before it on its line.
  bool opens_line(std::size_t at) const {
    while (at > begin_ &&
           (is_blank(text_[at - 1]) || is_digit(text_[at - 1]) || std::string_view{"->+*.)"}.find(text_[at - 1]) != std::string_view::npos))
      --at;
    return at == begin_ || text_[at - 1] == '\n';
  }

  std::size_t bracket(std::size_t at) {
    if (!starts_with_at(text_, at, "[@") && !starts_with_at(text_, at, "[-@")) return at + 1;
    std::size_t const close = text_.substr(0, std::min(end_, at + citation_limit)).find(']', at);
    if (close == std::string_view::npos || !read_citation(text_.substr(at, close + 1 - at))) return at + 1;
    return special(SpecialKind::Citation, at, close + 1, 'x');
  }

  std::size_t angle(std::size_t at) {
    if (starts_with_at(text_, at, "<!--")) return comment(at);
    if (at + 1 >= end_ || !(is_letter(text_[at + 1]) || text_[at + 1] == '/' || text_[at + 1] == '!')) return at + 1;
    std::size_t const close = text_.substr(0, std::min(end_, at + target_limit)).find('>', at);
    if (close == std::string_view::npos) return at + 1;
    if (text_.substr(at, close - at).find("<!--") != std::string_view::npos) {  // the comment counts, so this is no tag
      set(at, 'x');
      return at + 1;
    }
    if (lines_ == Lines::Join) {
      for (std::size_t i = at; i < close; ++i) {
        if (is_break(text_[i])) set(i, ' ');
      }
    }
    return close + 1;
  }

  /// A comment is hidden, over however many lines, with one of the blanks beside it. To md4c it looks like what stands
  /// around it, so that marks at either side mean what they would mean without it.
  std::size_t comment(std::size_t at) {
    std::size_t stop = comments_end(at);
    if (stop == at) return special(SpecialKind::UnclosedComment, at, at + 4, 'x');
    bool const line_start = mask_is_blank_before(at);
    std::size_t begin = at;
    std::size_t const next = lines_ == Lines::Join ? white_end(stop) : skip_blanks(text_, stop, end_);
    bool const line_ends = next >= end_ || is_break(text_[next]);
    if (line_start || is_white(text_[at - 1])) {
      std::size_t const line = std::min(text_.substr(0, next).find('\n', stop), next);
      if (line == next || trim_blanks(stop, line) < 2) stop = next;  // else a hard break follows
      if (lines_ == Lines::Keep && line_ends && !line_start) begin = trim_end(text_, begin_, at);
    }
    result_.specials.push_back({SpecialKind::Comment, begin, stop});
    bool const nothing_left = lines_ == Lines::Join ? stop >= end_ : line_start && line_ends;
    for (std::size_t i = at; i < stop; ++i) set(i, nothing_left ? ' ' : 'x');
    if (nothing_left) return stop;
    set(at, like(stop < end_ ? text_[stop] : ' '));
    set(stop - 1, like(line_start ? ' ' : text_[at - 1]));
    return stop;
  }
  /// The end of the comment at `at` and of those that follow it with nothing between; `at` if it is never closed.
  std::size_t comments_end(std::size_t at) {
    std::size_t stop = at;
    for (std::size_t next = at; starts_with_at(text_, next, "<!--"); next = skip_blanks(text_, stop, end_)) {
      std::size_t const close = next < unclosed_comment_ ? text_.find("-->", next + 4) : std::string_view::npos;
      if (close == std::string_view::npos) {
        unclosed_comment_ = std::min(unclosed_comment_, next);
        break;
      }
      stop = close + 3;
    }
    return stop;
  }
  bool mask_is_blank_before(std::size_t at) const {
    while (at > begin_ && is_blank(result_.mask[at - 1 - begin_])) --at;
    return at == begin_ || (lines_ == Lines::Keep && is_break(result_.mask[at - 1 - begin_]));
  }
  static char like(char c) { return is_white(c) ? ' ' : is_punctuation(c) ? ',' : 'x'; }

  std::size_t white_end(std::size_t at) const {
    while (at < end_ && is_white(text_[at])) ++at;
    return at;
  }

  std::size_t white(std::size_t at) {
    std::size_t const stop = white_end(at);
    std::size_t const line = text_.substr(0, stop).find('\n', at);
    if (line == std::string_view::npos) {
      for (std::size_t i = at; i < stop; ++i) set(i, ' ');
      return stop;
    }
    std::size_t const blanks = trim_blanks(at, line);
    return special(blanks >= 2 && stop < end_ ? SpecialKind::HardBreak : SpecialKind::SoftBreak, at, stop, ' ');
  }
  std::size_t trim_blanks(std::size_t at, std::size_t line) const {
    std::size_t count = 0;
    while (at + count < line && text_[at + count] == ' ') ++count;
    return count;
  }

  std::size_t special(SpecialKind kind, std::size_t begin, std::size_t end, char fill) {
    result_.specials.push_back({kind, begin, end});
    for (std::size_t i = begin; i < end; ++i) set(i, fill);
    return end;
  }
  void set(std::size_t at, char c) { result_.mask[at - begin_] = c; }

  std::string_view text_;
  std::size_t begin_, end_;
  Lines lines_;
  std::array<std::size_t, 33> unclosed_{};                 ///< by length of a run of backticks: where no closing one was found up to
  std::size_t unclosed_comment_ = std::string_view::npos;  ///< no comment that begins here or later is closed
  MaskedText result_;
};

}  // namespace

MaskedText mask_text(std::string_view text, std::size_t begin, std::size_t end, Lines lines) {
  return Masker{text, begin, end, lines}.run();
}

std::optional<CitationList> read_citation(std::string_view text) {
  if (text.size() < 4 || text.front() != '[' || text.back() != ']') return std::nullopt;
  CitationList list;
  std::size_t at = 1;
  std::size_t const end = text.size() - 1;
  while (true) {
    at = skip_wrap(text, at, end);
    bool const silent = at < end && text[at] == '-';
    if (silent) ++at;
    if (at >= end || text[at] != '@') return std::nullopt;
    if (!list.ids.empty() && list.silent != silent) return std::nullopt;
    list.silent = silent;
    std::size_t const id = ++at;
    while (at < end && !is_white(text[at]) && std::string_view{";,[]{}@"}.find(text[at]) == std::string_view::npos) ++at;
    if (at == id) return std::nullopt;
    list.ids.emplace_back(text.substr(id, at - id));
    at = skip_wrap(text, at, end);
    if (at == end) return list;
    if (text[at] != ';') return std::nullopt;
    ++at;
  }
}

}  // namespace resumec::syntax

#include "syntax/latex_text.hpp"

#include "diag/report.hpp"
#include "syntax/inline_parts.hpp"
#include "syntax/mapped_builder.hpp"
#include "syntax/yaml_chars.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

/// Deeper groups are read as if they had no braces. A fixed bound keeps the recursion safe.
constexpr std::size_t depth_limit = 32;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Whether Markdown might take `c` for more than a letter, between these neighbours ('\0' at the ends).
bool is_markup(char c, char before, char after) {
  switch (c) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '$':
    case '~':
    case '^':
    case '{':
    case '}':
      return true;
    case '_':
      return !is_alphanumeric(before) || !is_alphanumeric(after);
    case '<':
    case '&':
      return after != '\0' && !is_white(after);
    default:
      return false;
  }
}

/// A mark that begins a list, a heading or a quotation where it begins a line.
bool opens_block(std::string_view text) {
  if (text.empty()) return false;
  return std::string_view{"#>+-=|"}.find(text.front()) != std::string_view::npos;
}

class Converter {
 public:
  Converter(MappedText const& text, LatexTo form, Diagnostics& diagnostics)
      : source_{text}, text_{text.text}, form_{form}, diagnostics_{diagnostics} {
    pair_braces();
  }

  MappedText run() {
    range(0, text_.size(), 0);
    while (!out_.empty() && is_white(out_.text().back()) && !ends_in_escape()) out_.pop_back();
    return out_.take(source_.span);
  }

 private:
  // ---- groups

  void pair_braces() {
    if (text_.find('{') == std::string_view::npos) return;
    close_of_.assign(text_.size(), 0);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '{') {
        open.push_back(i);
      } else if (text_[i] == '}' && !open.empty()) {
        close_of_[open.back()] = static_cast<std::uint32_t>(i);
        open.pop_back();
      }
    }
  }
  /// Where the group that opens at `at` closes; 0 if there is none, or it closes outside of the range.
  std::size_t close_of(std::size_t at, std::size_t end) const {
    if (at >= end || text_[at] != '{') return 0;
    std::size_t const close = close_of_[at];
    return close < end ? close : 0;
  }
  std::size_t skip_white(std::size_t at, std::size_t end) const {
    while (at < end && is_white(text_[at])) ++at;
    return at;
  }

  // ---- the text

  void range(std::size_t at, std::size_t end, std::size_t depth) {
    while (at < end) at = step(at, end, depth);
  }

  std::size_t step(std::size_t at, std::size_t end, std::size_t depth) {
    char const c = text_[at];
    switch (c) {
      case '\\':
        return command(at, end, depth);
      case '{': {
        std::size_t const close = close_of(at, end);
        if (close == 0 || depth == depth_limit) return at + 1;
        range(at + 1, close, depth + 1);
        return close + 1;
      }
      case '}':
        return at + 1;
      case '$':
        return math(at, end);
      case '~':
        put("\u00A0", at);
        return at + 1;
      case '-':
        return dash(at, end);
      case '`':
      case '\'':
        return quote(at, end);
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        return white(at, end);
      default:
        break;
    }
    std::size_t stop = at + 1;
    while (stop < end && std::string_view{"\\{}$~-`' \t\r\n"}.find(text_[stop]) == std::string_view::npos) ++stop;
    words(at, stop);
    return stop;
  }

  /// Text that stands letter for letter in the source.
  void words(std::size_t begin, std::size_t end) {
    if (form_ == LatexTo::Literal) return out_.append(source_, begin, end);
    std::size_t done = begin;
    for (std::size_t i = begin; i < end; ++i) {
      char const before = i > 0 ? text_[i - 1] : '\0';
      char const after = i + 1 < text_.size() ? text_[i + 1] : '\0';
      bool const at_start = i == begin && begins_paragraph();
      if (!is_markup(text_[i], before, after) && !(at_start && opens_block(text_.substr(i))) && !closes_number(begin, i, at_start))
        continue;
      out_.append(source_, done, i);
      out_.append("\\", source_.at(i, i).begin);
      done = i;
    }
    out_.append(source_, done, end);
  }
  bool begins_paragraph() const { return form_ == LatexTo::Paragraphs && (out_.empty() || out_.text().back() == '\n'); }
  /// The dot of `1. ` at the beginning of a paragraph, which would begin a list.
  bool closes_number(std::size_t begin, std::size_t i, bool) const {
    if (form_ != LatexTo::Paragraphs || (text_[i] != '.' && text_[i] != ')') || i == begin) return false;
    bool const number =
        std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(i), is_digit);
    return number && begins_paragraph();
  }

  /// What stands for something that begins at `at`. `after`: what follows; where that is not known, any mark might be one.
  void put(std::string_view text, std::size_t at, char after = 'x') {
    auto const place = source_.at(at, at).begin;
    if (form_ == LatexTo::Literal) return out_.append(text, place);
    for (std::size_t i = 0; i < text.size(); ++i) {
      bool const mark =
          is_markup(text[i], '\0', i + 1 < text.size() ? text[i + 1] : after) || (i == 0 && begins_paragraph() && opens_block(text));
      if (mark) out_.append("\\", place);
      out_.append(text.substr(i, 1), place);
    }
  }
  void put_markup(std::string_view markup, std::size_t at) { out_.append(markup, source_.at(at, at).begin); }
  void blank(std::size_t at) {
    // Nothing opens before a blank.
    if (!out_.empty() && !is_white(out_.text().back()) && out_.size() != opened_) out_.append(" ", source_.at(at, at).begin);
  }
  bool ends_in_escape() const { return out_.size() > 1 && out_.text()[out_.size() - 2] == '\\'; }

  std::size_t white(std::size_t at, std::size_t end) {
    std::size_t const stop = skip_white(at, end);
    if (std::count(text_.begin() + static_cast<std::ptrdiff_t>(at), text_.begin() + static_cast<std::ptrdiff_t>(stop), '\n') > 1)
      paragraph(at);
    else
      blank(at);
    return stop;
  }
  void paragraph(std::size_t at) {
    if (form_ != LatexTo::Paragraphs) return blank(at);
    while (!out_.empty() && is_white(out_.text().back())) out_.pop_back();
    if (!out_.empty()) put_markup("\n\n", at);
  }

  std::size_t dash(std::size_t at, std::size_t end) {
    std::size_t stop = at;
    while (stop < end && text_[stop] == '-' && stop < at + 3) ++stop;
    put(stop == at + 1 ? "-" : stop == at + 2 ? "–" : "—", at);
    return stop;
  }
  std::size_t quote(std::size_t at, std::size_t end) {
    bool const opens = text_[at] == '`';
    bool const twice = at + 1 < end && text_[at + 1] == text_[at];
    if (!opens && !twice)
      put("'", at);
    else
      put(opens ? (twice ? "“" : "‘") : "”", at);
    return at + (twice ? 2 : 1);
  }

  // ---- `$…$`

  std::size_t math(std::size_t at, std::size_t end) {
    std::size_t const begin = at + 1 < end && text_[at + 1] == '$' ? at + 2 : at + 1;
    std::size_t close = begin;
    while (close < end && text_[close] != '$') close += text_[close] == '\\' ? 2 : 1;
    if (close >= end) {
      put("$", at);
      return at + 1;
    }
    formula(begin, close);
    std::size_t stop = close + 1;
    if (begin == at + 2 && stop < end && text_[stop] == '$') ++stop;
    return stop;
  }
  void formula(std::size_t begin, std::size_t end) { put_parts(read_tex(source_, begin, end, diagnostics_)); }
  void put_parts(Parts const& parts) {
    for (Part const& part : parts) {
      if (part.kind == InlineKind::Text) {
        put(part.text, part.begin);
        continue;
      }
      bool const above = part.kind == InlineKind::Superscript;
      bracket(part.begin);
      put_parts(part.children);
      close_bracket(above ? ".sup" : ".sub", part.begin);
    }
  }

  // ---- commands

  std::size_t command(std::size_t at, std::size_t end, std::size_t depth) {
    std::size_t stop = at + 1;
    if (stop >= end) return end;
    if (!is_letter(text_[stop])) return control_symbol(at, end, depth);
    while (stop < end && is_letter(text_[stop])) ++stop;
    if (stop < end && text_[stop] == '*') ++stop;
    auto name = text_.substr(at + 1, stop - at - 1);
    if (name.ends_with('*') && latex_command(name) == LatexCommand::Unknown) name.remove_suffix(1);
    std::size_t const next = skip_white(stop, end);
    if (latex_accent(name) != 0) return accent(at, next, end, depth, latex_accent(name));
    if (auto const style = latex_declaration(name); style != LatexCommand::Unknown) {
      styled(style, at, next, end, end, depth);
      return end;
    }
    auto const does = latex_command(name);
    if (does == LatexCommand::Unknown) {
      auto const sign = latex_sign(name);
      if (sign.empty() && reported_.insert(std::string{name}).second)
        diag::report<Kind::UnknownLatex>(diagnostics_, source_.at(at, stop), text_.substr(at, stop - at))
            .hint("write the character itself, or the words without the command");
      put(sign, at);
      return next;
    }
    return known_command(does, at, next, end, depth);
  }

  std::size_t known_command(LatexCommand does, std::size_t at, std::size_t next, std::size_t end, std::size_t depth) {
    std::size_t const close = close_of(next, end);
    std::size_t const after = close == 0 ? next : close + 1;
    switch (does) {
      case LatexCommand::Switch:
        return next;
      case LatexCommand::Blank:
        blank(at);
        return next;
      case LatexCommand::Break:
        paragraph(at);
        return next;
      case LatexCommand::Silent:
      case LatexCommand::Environment:
      case LatexCommand::Second:  // whose second argument follows as a group
        return after;
      case LatexCommand::Plain:
        return next;
      case LatexCommand::Quotes:
      case LatexCommand::InnerQuotes:
      case LatexCommand::Parentheses: {
        if (close == 0 || depth == depth_limit) return next;
        bool const inner = does == LatexCommand::InnerQuotes;
        bool const round = does == LatexCommand::Parentheses;
        put(round ? "(" : inner ? "‘" : "“", at);
        range(next + 1, close, depth + 1);
        put(round ? ")" : inner ? "’" : "”", close);
        return after;
      }
      case LatexCommand::Address:
        if (close == 0) return next;
        address(next + 1, close, at);
        return after;
      case LatexCommand::Link:
        return link(at, next, close, end, depth);
      default:
        if (close == 0 || depth == depth_limit) return next;
        styled(does, at, next + 1, close, end, depth + 1);
        return after;
    }
  }

  std::size_t control_symbol(std::size_t at, std::size_t end, std::size_t depth) {
    std::size_t const stop = unicode::decode_at(text_, at + 1).end;
    auto const name = text_.substr(at + 1, stop - at - 1);
    if (is_white(name.front()) || name == "\\") {
      blank(at);
      return stop;
    }
    if (name == "(" || name == "[") {
      std::size_t const close = text_.substr(0, end).find(name == "(" ? "\\)" : "\\]", stop);
      if (close == std::string_view::npos) return stop;
      formula(stop, close);
      return close + 2;
    }
    if (char32_t const mark = latex_accent(name); mark != 0) return accent(at, skip_white(stop, end), end, depth, mark);
    put(latex_sign(name), at, stop < end ? text_[stop] : '\0');
    return stop;
  }

  /// An accent over the first letter of its argument: a group, a command such as `\i`, or one character.
  std::size_t accent(std::size_t at, std::size_t next, std::size_t end, std::size_t depth, char32_t mark) {
    if (next >= end || depth == depth_limit) return next;
    std::size_t stop = unicode::decode_at(text_, next).end;
    if (std::size_t const close = close_of(next, end); close > 0) {
      stop = close + 1;
    } else if (text_[next] == '\\') {
      while (stop < end && is_letter(text_[stop])) ++stop;
      if (stop == next + 1) stop = std::min(end, stop + 1);
    }
    MappedText const letters = literal(next, stop, depth + 1);
    if (letters.text.empty()) {
      put(mark == 0x303 ? "~" : mark == 0x302 ? "^" : "", at);  // `\~{}` is how LaTeX writes the sign
      return stop;
    }
    std::size_t const first = unicode::decode_at(letters.text, 0).end;
    std::string base = letters.text.substr(0, first);
    if (base == "ı") base = "i";
    if (base == "ȷ") base = "j";
    unicode::append(base, mark);
    put(unicode::to_nfc(base), at);
    put(std::string_view{letters.text}.substr(first), next);
    return stop;
  }
  /// The letters of a part, without markup.
  MappedText literal(std::size_t begin, std::size_t end, std::size_t depth) {
    auto const form = std::exchange(form_, LatexTo::Literal);
    auto outer = std::exchange(out_, {});
    range(begin, end, depth);
    form_ = form;
    return std::exchange(out_, std::move(outer)).take(source_.at(begin, end));
  }

  // ---- fonts and links

  /// `at`: the command; [begin, end) what it is about, in a group that ends before `outer`.
  void styled(LatexCommand style, std::size_t at, std::size_t begin, std::size_t end, std::size_t outer, std::size_t depth) {
    std::size_t const from = skip_white(begin, end), to = trim_end(text_, from, end);
    if (form_ == LatexTo::Literal || from == to) return range(begin, end, std::min(depth, depth_limit));
    if (from > begin) blank(at);
    if (style == LatexCommand::Code) {
      code(at, from, to, depth);
    } else if (auto const mark = short_mark(style, from, to, outer); !mark.empty()) {
      put_markup(mark, at);
      std::size_t const start = opened_ = out_.size();
      range(from, to, depth);
      close(start, mark.size(), mark, to);
    } else {
      bracket(at);
      std::size_t const start = out_.size();
      range(from, to, depth);
      close(start, 1, fmt::format("]{{{}}}", class_of(style)), to);
    }
    if (to < end) blank(to);
  }
  /// Nothing closes behind a blank either, and what holds nothing is nothing. `opening`: bytes of the mark before `start`.
  void close(std::size_t start, std::size_t opening, std::string_view closing, std::size_t at) {
    bool apart = false;
    while (out_.size() > start && is_white(out_.text().back()) && !ends_in_escape()) {
      out_.pop_back();
      apart = true;
    }
    if (out_.size() == start)
      out_.truncate(start - opening);
    else
      put_markup(closing, at);
    if (apart) blank(at);
  }
  static std::string_view class_of(LatexCommand style) {
    switch (style) {
      case LatexCommand::Strong:
        return ".strong";
      case LatexCommand::SmallCaps:
        return ".smallcaps";
      case LatexCommand::Underline:
        return ".underline";
      case LatexCommand::Strike:
        return ".strike";
      case LatexCommand::Superscript:
        return ".sup";
      case LatexCommand::Subscript:
        return ".sub";
      default:
        return ".emphasis";
    }
  }
  /// `*` or `**` where both sides are plain enough for CommonMark to take them as meant.
  std::string_view short_mark(LatexCommand style, std::size_t begin, std::size_t end, std::size_t outer) const {
    if (style != LatexCommand::Strong && style != LatexCommand::Emphasis) return {};
    bool const clear_before = out_.empty() || is_white(out_.text().back()) || out_.text().back() == '(';
    std::size_t const next = end < outer && text_[end] == '}' ? end + 1 : end;
    bool const clear_after =
        next >= text_.size() || is_white(text_[next]) || std::string_view{",.;:)"}.find(text_[next]) != std::string_view::npos;
    if (!clear_before || !clear_after || !is_alphanumeric(text_[begin]) || !is_alphanumeric(text_[end - 1])) return {};
    return style == LatexCommand::Strong ? "**" : "*";
  }
  void code(std::size_t at, std::size_t begin, std::size_t end, std::size_t depth) {
    MappedText const content = literal(begin, end, depth);
    if (content.text.empty() || content.text.find('`') != std::string::npos || is_white(content.text.front()) ||
        is_white(content.text.back()) || (!out_.empty() && out_.text().back() == '`'))
      return range(begin, end, depth);
    put_markup("`", at);
    out_.append(content);
    put_markup("`", end);
  }

  void bracket(std::size_t at) {
    if (form_ == LatexTo::Literal) return;
    if (!out_.empty() && out_.text().back() == '!' && !ends_in_escape()) {  // `![…]` is a picture
      out_.pop_back();
      put_markup("\\!", at);
    }
    put_markup("[", at);
    opened_ = out_.size();
  }
  void close_bracket(std::string_view name, std::size_t at) {
    if (form_ == LatexTo::Literal) return;
    put_markup("]{", at);
    put_markup(name, at);
    put_markup("}", at);
  }

  /// An address as it is meant: no sign in it needs a backslash, but LaTeX wants some.
  MappedText plain_address(std::size_t begin, std::size_t end) const {
    MappedBuilder made;
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == '\\' && i + 1 < end && !is_letter(text_[i + 1])) continue;
      if (!is_white(text_[i]) && text_[i] != '{' && text_[i] != '}') made.append(source_, i, i + 1);
    }
    return made.take(source_.at(begin, end));
  }
  void address(std::size_t begin, std::size_t end, std::size_t at) {
    MappedText const target = plain_address(begin, end);
    if (form_ == LatexTo::Literal) return out_.append(target);
    bool const whole = target.text.starts_with("https://") || target.text.starts_with("http://");
    if (!whole || in_link_ || target.text.find_first_of("<>`\\\"") != std::string::npos || target.text.find("&amp") != std::string::npos)
      return put(target.text, begin);
    put_markup("<", at);
    out_.append(target);
    put_markup(">", end);
  }
  std::size_t link(std::size_t at, std::size_t next, std::size_t close, std::size_t end, std::size_t depth) {
    std::size_t const words = close == 0 ? end : skip_white(close + 1, end);
    std::size_t const words_close = close_of(words, end);
    if (words_close == 0 || depth == depth_limit) return next;
    MappedText const target = plain_address(next + 1, close);
    bool const usable =
        form_ != LatexTo::Literal && !in_link_ && !target.text.empty() && target.text.find_first_of("<>\\`") == std::string::npos;
    if (usable) bracket(at);
    bool const outer = std::exchange(in_link_, in_link_ || usable);  // no link holds another
    range(words + 1, words_close, depth + 1);
    in_link_ = outer;
    if (usable) {
      put_markup("](<", words_close);
      out_.append(target);
      put_markup(">)", words_close);
    }
    return words_close + 1;
  }

  MappedText const& source_;
  std::string_view text_;
  LatexTo form_;
  Diagnostics& diagnostics_;
  MappedBuilder out_;
  std::vector<std::uint32_t> close_of_;  ///< by the place of `{`: that of its `}`, or 0
  std::size_t opened_ = 0;               ///< where the mark that was put last and opens something ends
  bool in_link_ = false;
  std::set<std::string> reported_;
};

}  // namespace

MappedText from_latex(MappedText const& text, LatexTo form, Diagnostics& diagnostics) { return Converter{text, form, diagnostics}.run(); }

std::string escape_markdown(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_markup(text[i], i > 0 ? text[i - 1] : '\0', i + 1 < text.size() ? text[i + 1] : '\0')) out += '\\';
    out += text[i];
  }
  return out;
}

}  // namespace resumec::syntax

#include "syntax/yaml_align.hpp"

#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <charconv>

namespace resumec::syntax {

namespace {

/// Walks `value` and the patched text in step. A run is a stretch where both agree byte by byte.
class Walk {
 public:
  Walk(PatchedText const& patched, std::size_t begin, std::string_view value)
      : patched_{patched}, text_{patched.text()}, value_{value}, at_{begin} {
    run_at_ = begin;
  }

  bool done() const { return used_ == value_.size(); }
  bool at_end() const { return at_ >= text_.size(); }
  char here() const { return at_end() ? '\0' : text_[at_]; }
  char wanted() const { return done() ? '\0' : value_[used_]; }
  std::size_t at() const { return at_; }
  std::size_t used() const { return used_; }

  bool match() {
    if (at_end() || done() || text_[at_] != value_[used_]) return false;
    ++at_;
    ++used_;
    return true;
  }
  /// `source` bytes of the text stand for `size` bytes of the value.
  void replace(std::size_t source, std::size_t size) {
    close_run();
    if (size > 0) patched_.append_pieces(pieces_, static_cast<std::uint32_t>(used_), at_, 1);
    used_ = std::min(used_ + size, value_.size());
    at_ = std::min(at_ + source, text_.size());
    run_at_ = at_;
    run_used_ = used_;
  }
  std::vector<TextPiece> finish() {
    close_run();
    return std::move(pieces_);
  }

 private:
  void close_run() {
    if (used_ == run_used_) return;
    patched_.append_pieces(pieces_, static_cast<std::uint32_t>(run_used_), run_at_, used_ - run_used_);
    run_used_ = used_;
    run_at_ = at_;
  }

  PatchedText const& patched_;
  std::string_view text_;
  std::string_view value_;
  std::size_t at_;
  std::size_t used_ = 0;
  std::size_t run_at_;
  std::size_t run_used_ = 0;
  std::vector<TextPiece> pieces_;
};

/// At white space: consumes it all, or is false. If a line ends within it, it is a fold: one break is a blank, n breaks are n - 1 breaks.
bool match_fold(Walk& walk, std::string_view text) {
  std::size_t end = walk.at();
  std::size_t breaks = 0;
  while (end < text.size() && is_white(text[end])) breaks += text[end++] == '\n' ? 1U : 0U;
  if (breaks == 0) {
    while (walk.at() < end)
      if (!walk.match()) return false;
    return true;
  }
  walk.replace(end - walk.at(), breaks == 1 ? 1 : breaks - 1);
  return true;
}

std::size_t utf8_size(unsigned long code_point) { return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4; }

/// At a backslash in double quotes (YAML 1.2 §5.7).
void match_escape(Walk& walk, std::string_view text) {
  std::size_t const at = walk.at();
  char const c = at + 1 < text.size() ? text[at + 1] : '\0';
  std::size_t const digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (is_break(c)) {
    std::size_t end = at + 1 + (c == '\r' ? 2U : 1U);
    while (end < text.size() && is_blank(text[end])) ++end;
    walk.replace(end - at, 0);
  } else if (digits > 0) {
    unsigned long code_point = 0;
    std::size_t const end = std::min(text.size(), at + 2 + digits);
    std::from_chars(text.data() + at + 2, text.data() + end, code_point, 16);
    walk.replace(2 + digits, utf8_size(code_point));
  } else {
    walk.replace(2, c == 'N' || c == '_' ? 2 : c == 'L' || c == 'P' ? 3 : 1);
  }
}

void walk_plain(Walk& walk, std::string_view text) {
  while (!walk.done()) {
    if (is_white(walk.here()) && match_fold(walk, text)) continue;
    if (!walk.match()) return;
  }
}

void walk_quoted(Walk& walk, std::string_view text, char quote) {
  while (!walk.at_end()) {
    char const c = walk.here();
    if (c == quote) {
      if (quote == '"' || walk.at() + 1 >= text.size() || text[walk.at() + 1] != '\'') return;
      walk.replace(2, 1);
    } else if (c == '\\' && quote == '"') {
      match_escape(walk, text);
    } else if (is_white(c) && match_fold(walk, text)) {
      continue;
    } else if (!walk.match()) {
      return;
    }
  }
}

/// Blanks at the start of the line at `at`.
std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at;
}

/// The indentation that the block scalar's reader stripped: that of the first line with content, less the blanks the
/// value itself begins with.
std::size_t block_indentation(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t const first = value.find_first_not_of('\n');
  std::size_t const kept = first == std::string_view::npos ? 0 : blanks_at(value, first);
  while (at < text.size()) {
    std::size_t const blanks = blanks_at(text, at);
    std::size_t const end = line_end(text, at);
    if (at + blanks < end) return blanks > kept ? blanks - kept : 0;
    at = next_line(text, end);
  }
  return 0;
}

void walk_block(Walk& walk, std::string_view text, std::string_view value, bool folded) {
  std::size_t const indentation = block_indentation(text, walk.at(), value);
  bool line_start = true;
  while (!walk.at_end() && !walk.done()) {
    if (line_start) {
      std::size_t const blanks = std::min(indentation, blanks_at(text, walk.at()));
      if (blanks > 0) walk.replace(blanks, 0);
      line_start = false;
      continue;
    }
    if (!is_break(walk.here())) {
      if (!walk.match()) return;
      continue;
    }
    // A line's end is a line break of the value, a blank where lines are folded, or nothing beside further breaks.
    std::size_t const size = walk.here() == '\r' ? 2 : 1;
    bool const kept = walk.wanted() == '\n' || (folded && walk.wanted() == ' ');
    if (folded) {
      std::size_t next = walk.at() + size;
      std::size_t breaks = 1;
      while (next < text.size()) {
        std::size_t const content = next + blanks_at(text, next);
        if (content >= text.size() || !is_break(text[content])) break;
        next = next_line(text, content);
        ++breaks;
      }
      std::size_t standing = walk.wanted() == ' ' ? 1 : 0;
      while (walk.wanted() == '\n' && walk.used() + standing < value.size() && value[walk.used() + standing] == '\n' && standing < breaks)
        ++standing;
      walk.replace(next - walk.at(), standing);
    } else if (size == 1 && kept) {
      walk.match();
    } else {
      walk.replace(size, kept ? 1 : 0);
    }
    line_start = true;
  }
}

}  // namespace

Alignment align_scalar(PatchedText const& patched, std::size_t begin, std::string_view value) {
  std::string_view const text = patched.text();
  begin = std::min(begin, text.size());
  Alignment result;
  result.text.text = value;
  char const first = begin < text.size() ? text[begin] : '\0';
  bool const quoted = first == '"' || first == '\'';
  bool const block = first == '|' || first == '>';

  if (!quoted && !block && starts_with_at(text, begin, value) && value.find('\n') == std::string_view::npos) {
    result.end = begin + value.size();
    result.text.span = patched.span(begin, result.end);
    if (result.text.span.size() != value.size()) patched.append_pieces(result.text.pieces, 0, begin, value.size());
    return result;
  }

  std::size_t content = quoted ? begin + 1 : begin;
  if (block) content = next_line(text, line_end(text, begin));
  Walk walk{patched, content, value};
  if (quoted) {
    result.style = first == '"' ? ScalarStyle::DoubleQuoted : ScalarStyle::SingleQuoted;
    walk_quoted(walk, text, first);
  } else if (block) {
    result.style = first == '|' ? ScalarStyle::Literal : ScalarStyle::Folded;
    walk_block(walk, text, value, first == '>');
  } else {
    walk_plain(walk, text);
  }
  std::size_t end = walk.at();
  if (!walk.done()) end = std::max(end, line_end(text, std::min(end, text.size())));
  std::size_t content_end = end;
  if (quoted) {
    while (end < text.size() && text[end] != first && is_white(text[end])) ++end;
    content_end = end;
    if (end < text.size() && text[end] == first) ++end;
    // Quotes that the pre-pass put in leave no trace: the source is a plain scalar.
    if (patched.to_source(begin) == patched.to_source(begin + 1)) result.style = ScalarStyle::Plain;
  } else if (block) {
    content_end = end = std::max(std::min(content, end), trim_end(text, content, end));
    if (value.empty()) content_end = end = line_end(text, begin);
  }
  result.end = end;
  result.text.span = patched.span(std::min(content, content_end), content_end);
  result.text.pieces = walk.finish();
  auto const& pieces = result.text.pieces;
  bool const as_written = pieces.empty() || (pieces.size() == 1 && pieces[0].text == 0 && pieces[0].source == result.text.span.begin &&
                                             result.text.span.size() == value.size());
  if (as_written && (value.empty() || result.text.span.size() == value.size())) result.text.pieces.clear();
  return result;
}

MappedText plain_scalar(std::string_view source, Span place) {
  MappedText scalar;
  scalar.span = place;
  std::string_view const text = source.substr(place.begin, place.size());
  if (std::none_of(text.begin(), text.end(), is_break)) {
    scalar.text = text;
    return scalar;
  }
  auto const piece = [&](std::size_t at) {
    scalar.pieces.push_back({static_cast<std::uint32_t>(scalar.text.size()), place.begin + static_cast<std::uint32_t>(at)});
  };
  piece(0);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    std::size_t breaks = 0;
    while (end < text.size() && is_white(text[end])) breaks += text[end++] == '\n' ? 1U : 0U;
    if (breaks > 0) {
      // One break is a blank, n breaks are n - 1 breaks.
      piece(at);
      scalar.text += breaks == 1 ? std::string{' '} : std::string(breaks - 1, '\n');
      piece(end);
    } else {
      end = std::max(end, at + 1);
      scalar.text += text.substr(at, end - at);
    }
    at = end;
  }
  return scalar;
}

}  // namespace resumec::syntax

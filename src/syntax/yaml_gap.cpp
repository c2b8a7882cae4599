#include "syntax/yaml_gap.hpp"

#include "syntax/yaml_chars.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::syntax {

std::size_t column_of(std::string_view text, std::size_t at) {
  std::size_t const before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  std::size_t const line = before == std::string_view::npos ? 0 : before + 1;
  return unicode::length(text.substr(line, at - line));
}

namespace {

/// The offset behind the last character before `at` that is no blank.
std::size_t trim_blanks(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return at;
}

}  // namespace

YamlGap read_gap(std::string_view text, std::size_t begin, std::size_t end, char sign) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  YamlGap gap;
  std::size_t at = begin == 0 && text.starts_with(byte_order_mark) ? byte_order_mark.size() : begin;
  bool whole_line = at == 0 || (begin == 0 && at > 0);  // nothing but blanks since the line began
  std::size_t breaks = whole_line ? 1 : 0;              // since the last thing that was no blank
  while (at < end) {
    char const c = text[at];
    if (c == '\n') {
      ++breaks;
      whole_line = true;
      ++at;
    } else if (is_white(c)) {
      ++at;
    } else if (c == '#') {
      std::size_t const stop = std::min(line_end(text, at), end);
      auto comment = text.substr(at, stop - at);
      comment.remove_suffix(comment.size() - trim_end(comment, 0, comment.size()));
      gap.comments.push_back({comment, column_of(text, at), at - trim_blanks(text, at), !whole_line, breaks > 1, gap.sign.has_value()});
      breaks = 0;
      at = stop;
    } else if (c == sign && !gap.sign) {
      gap.blank_before = gap.blank_before || breaks > 1;
      gap.sign = at;
      breaks = 0;
      whole_line = false;
      ++at;
    } else {
      gap.odd = at;
      return gap;
    }
  }
  gap.blank_before = gap.blank_before || (!gap.sign && breaks > 1);
  return gap;
}

}  // namespace resumec::syntax

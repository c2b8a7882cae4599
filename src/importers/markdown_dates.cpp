// Dates as they stand in lines of Markdown: in brackets, in emphasis, with brackets around the year.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"
#include "model/date_words.hpp"

namespace resumec::importers {

namespace {

constexpr std::size_t longest_date = 60;  ///< two long months with days, years and words between them

/// Four digits that stand alone.
bool has_year(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && base::is_ascii_digit(text[i])) {
      ++digits;
      continue;
    }
    if (digits == 4) return true;
    digits = 0;
  }
  return false;
}

/// `Dec. (2012)` → `Dec. 2012`.
Node without_brackets(Node const& text) {
  if (text.text().find('(') == std::string_view::npos) return text;
  TextBuilder builder{text};
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.text().size(); ++i) {
    if (text.text()[i] != '(' && text.text()[i] != ')') continue;
    builder.keep(kept, i);
    kept = i + 1;
  }
  builder.keep(kept, text.text().size());
  return std::move(builder).build();
}

}  // namespace

std::optional<Node> date_node(MarkdownContext const& context, Node const& text, Range range) {
  if (range.end - range.begin > 2 * longest_date || text.text().find_first_of("0123456789", range.begin) >= range.end) return std::nullopt;
  range = unwrapped(text.text(), range);
  if (range.empty() || range.end - range.begin > longest_date || !has_year(text.text().substr(range.begin, range.end - range.begin)))
    return std::nullopt;
  Node date = without_brackets(slice(text, range.begin, range.end));
  if (!model::is_when(date.text(), context.lang)) return std::nullopt;
  return date;
}

std::optional<Node> date_or_words(MarkdownContext const& context, Node const& text, Range range) {
  if (auto date = date_node(context, text, range)) return date;
  range = unwrapped(text.text(), range);
  if (range.empty() || range.end - range.begin > longest_date || !has_year(text.text().substr(range.begin, range.end - range.begin)))
    return std::nullopt;
  Node words = slice(text, range.begin, range.end);
  Node when = make_map(words.span);
  put(when, "text", std::move(words));
  return when;
}

}  // namespace resumec::importers

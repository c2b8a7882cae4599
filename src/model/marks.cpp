// Attributes that are mistyped at the end of a text. What is no attribute is text, and would be printed.

#include "model/lowering.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_tag_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_tag_character); }
bool is_priority(std::string_view text) { return text.size() == 1 && text[0] >= '1' && text[0] <= '5'; }

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  constexpr std::string_view between = " ,[]";
  for (std::size_t at = text.find_first_not_of(between); at != std::string_view::npos;) {
    std::size_t const end = std::min(text.find_first_of(between, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(between, end);
  }
  return words;
}

struct Mark {
  std::size_t begin;
  std::string meant;
};

/// What `{…}` with these words in it was to be; empty if nothing says that it was to be attributes.
std::string meant_in_braces(Context const& context, std::string_view inside) {
  std::size_t const end_of_name = inside.find_first_of(":=");
  std::string_view const name = inside.substr(0, end_of_name);
  bool const named = end_of_name != std::string_view::npos;
  auto const words = words_of(named ? inside.substr(end_of_name + 1) : inside);
  if (words.empty() || !std::all_of(words.begin(), words.end(), is_word)) return {};
  if (named && is_same_name(name, "priority")) return is_priority(words[0]) ? fmt::format("{{!{}}}", words[0]) : "";
  if (named && is_same_name(name, "id")) return fmt::format("{{id={}}}", words[0]);
  if (named && !is_same_name(name, "tags") && !is_same_name(name, "tag")) return {};
  bool const all_known = std::all_of(words.begin(), words.end(), [&](std::string_view word) { return context.tags.contains(word); });
  if (!named && words.size() > 1 && !all_known && inside.find(',') == std::string_view::npos) return {};
  return fmt::format("{{.{}}}", fmt::join(words, " ."));
}

std::optional<Mark> odd_mark(Context const& context, std::string_view text) {
  constexpr std::size_t longest = 100;
  if (text.size() < 4) return std::nullopt;
  char const last = text.back();
  std::size_t const open = last == '}' ? text.rfind('{') : last == ']' ? text.rfind('[') : std::string_view::npos;
  if (open == std::string_view::npos) {
    bool const priority = is_priority(text.substr(text.size() - 1)) && text[text.size() - 2] == '!' && is_blank(text[text.size() - 3]);
    return priority ? std::optional{Mark{text.size() - 2, fmt::format("{{{}}}", text.substr(text.size() - 2))}} : std::nullopt;
  }
  if (open == 0 || text.size() - open > longest) return std::nullopt;
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  while (!inside.empty() && is_blank(inside.back())) inside.remove_suffix(1);
  while (!inside.empty() && is_blank(inside.front())) inside.remove_prefix(1);
  if (inside.empty()) return std::nullopt;
  char const before = text[open - 1];
  if (last == ']')
    return is_blank(before) && context.tags.contains(inside) ? std::optional{Mark{open, fmt::format("{{.{}}}", inside)}} : std::nullopt;
  bool const is_mark = (inside[0] == '.' && is_word(inside.substr(1))) || (inside[0] == '!' && is_priority(inside.substr(1)));
  // `[text]{.smallcaps}` is about a part of the text, and behind `\` the brace is meant.
  if (is_mark && !is_blank(before) && before != ']' && before != '\\') return Mark{open, fmt::format(" {{{}}}", inside)};
  if (!is_blank(before)) return std::nullopt;
  std::string meant = meant_in_braces(context, inside);
  return meant.empty() ? std::nullopt : std::optional{Mark{open, std::move(meant)}};
}

}  // namespace

void report_odd_mark(Context& context, syntax::MappedText const& text) {
  auto const mark = odd_mark(context, text.text);
  if (!mark) return;
  std::string_view const written = std::string_view{text.text}.substr(mark->begin);
  Span const at = text.at(mark->begin, text.text.size());
  bool const joined = mark->meant.starts_with(' ');
  diag::report<diag::Kind::OddMark>(context.diagnostics, at, written)
      .hint(joined ? "a blank belongs before it"
                   : "a tag is `{.it}`, an id `{id=it}`, a priority `{!1}`; with a `\\` before it, it is text")
      .fix(at, mark->meant);
}

}  // namespace resumec::model

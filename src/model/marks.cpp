// Attributes that are mistyped at the end of a text. What is no attribute is text, and would be printed.

#include "base/ascii.hpp"
#include "model/lowering.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

bool is_tag_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_tag_character); }
bool is_priority(std::string_view text) { return text.size() == 1 && text[0] >= '1' && text[0] <= '5'; }

std::vector<std::string_view> listed_words(std::string_view text) {
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
  auto const words = listed_words(named ? inside.substr(end_of_name + 1) : inside);
  if (words.empty() || !std::all_of(words.begin(), words.end(), is_word)) return {};
  if (named && is_same_name(name, "priority")) return is_priority(words[0]) ? fmt::format("{{!{}}}", words[0]) : "";
  if (named && is_same_name(name, "id")) return fmt::format("{{id={}}}", words[0]);
  if (named && !is_same_name(name, "tags") && !is_same_name(name, "tag")) return {};
  bool const all_known = std::all_of(words.begin(), words.end(), [&](std::string_view word) { return context.tags.contains(word); });
  if (!named && words.size() > 1 && !all_known && inside.find(',') == std::string_view::npos) return {};
  return fmt::format("{{.{}}}", fmt::join(words, " ."));
}

/// A `!1` without braces.
std::optional<Mark> odd_priority(std::string_view text) {
  std::size_t const begin = text.size() - 2;
  if (!is_priority(text.substr(begin + 1)) || text[begin] != '!' || !base::is_ascii_blank(text[begin - 1])) return std::nullopt;
  return Mark{begin, fmt::format("{{{}}}", text.substr(begin))};
}

/// `[it]`, where something has that tag: other words in brackets are meant as they stand.
std::optional<Mark> odd_brackets(Context const& context, std::size_t open, char before, std::string_view inside) {
  if (!base::is_ascii_blank(before) || !context.tags.contains(inside)) return std::nullopt;
  return Mark{open, fmt::format("{{.{}}}", inside)};
}

std::optional<Mark> odd_braces(Context const& context, std::size_t open, char before, std::string_view inside) {
  bool const is_mark = (inside[0] == '.' && is_word(inside.substr(1))) || (inside[0] == '!' && is_priority(inside.substr(1)));
  // `[text]{.smallcaps}` is about a part of the text, and behind `\` the brace is meant.
  if (is_mark && !base::is_ascii_blank(before) && before != ']' && before != '\\') return Mark{open, fmt::format(" {{{}}}", inside)};
  std::string meant = base::is_ascii_blank(before) ? meant_in_braces(context, inside) : std::string{};
  if (meant.empty()) return std::nullopt;
  return Mark{open, std::move(meant)};
}

std::optional<Mark> odd_mark(Context const& context, std::string_view text) {
  constexpr std::size_t shortest = 4, longest = 100;
  if (text.size() < shortest) return std::nullopt;
  char const last = text.back();
  if (last != '}' && last != ']') return odd_priority(text);
  std::size_t const open = text.rfind(last == '}' ? '{' : '[');
  if (open == std::string_view::npos || open == 0 || text.size() - open > longest) return std::nullopt;
  std::string_view const inside = base::trimmed(text.substr(open + 1, text.size() - open - 2));
  if (inside.empty()) return std::nullopt;
  char const before = text[open - 1];
  return last == ']' ? odd_brackets(context, open, before, inside) : odd_braces(context, open, before, inside);
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

#include "variant/explain.hpp"

#include "syntax/inline.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <vector>

namespace resumec::variant {

namespace {

/// An item's words are shown up to so many characters: enough to know it by, on a line of a terminal.
constexpr std::size_t shown_words = 60;

std::string excerpt(std::string_view words) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < words.size() && words[end] != '\n'; ++count) {
    if (count == shown_words) break;
    end = unicode::decode_at(words, end).end;
  }
  if (end == words.size()) return std::string{words};
  return std::string{words.substr(0, end)} + "…" + (words.back() == '`' ? "`" : "");
}

std::string item_line(Decision const& decision) {
  return std::string(static_cast<std::size_t>(decision.depth) * 2, ' ') + excerpt(decision.what);
}

std::string because(Decision const& decision) { return decision.reason.empty() ? "" : ": " + decision.reason; }

/// Items of two selections are the same if they stand at the same place of the source. A list and its only item may share a place, not a
/// depth; what is equal even then (items of one Markdown text) is told apart by its order.
using Key = std::tuple<Span, int, int>;

std::vector<Key> keys_of(Selection const& selection) {
  std::map<std::pair<Span, int>, int> seen;
  std::vector<Key> keys;
  for (Decision const& decision : selection.decisions)
    keys.emplace_back(decision.span, decision.depth, seen[{decision.span, decision.depth}]++);
  return keys;
}

class Diff {
 public:
  Diff(std::string_view first, std::string_view second)
      : first_{first}, second_{second}, width_{std::max(first.size(), second.size()) + 1} {}

  std::string text;

  void header(std::string_view what, std::string const& first, std::string const& second) {
    if (first != second) text += fmt::format("{}\n{}{}\n{}{}\n", what, name(first_), first, name(second_), second);
  }
  void item(Decision const* first, Decision const* second) {
    Decision const& any = first ? *first : *second;
    bool const first_shows = first && first->shown, second_shows = second && second->shown;
    char const mark = first_shows ? (second_shows ? '=' : '-') : second_shows ? '+' : ' ';
    text += fmt::format("{} {}", mark, item_line(any));
    bool const alike = first && second && first_shows == second_shows && first->what == second->what;
    if (alike && first->reason == second->reason) {
      text += because(*first) + "\n";
    } else if (alike && (first->reason.empty() || second->reason.empty())) {
      text += first->reason.empty() ? fmt::format(": {}{}\n", second_, because(*second)) : fmt::format(": {}{}\n", first_, because(*first));
    } else {
      bool const reworded = first && second && first->what != second->what;
      std::string const indent(static_cast<std::size_t>(any.depth) * 2 + 4, ' ');
      text += fmt::format("\n{}{}{}\n", indent, name(first_), state(first, reworded));
      text += fmt::format("{}{}{}\n", indent, name(second_), state(second, reworded));
    }
  }

 private:
  std::string name(std::string_view name) const { return fmt::format("{:<{}} ", fmt::format("{}:", name), width_); }
  static std::string state(Decision const* decision, bool reworded) {
    if (!decision) return "not in its source";
    return (decision->shown ? "in" : "out") + (reworded ? " as " + excerpt(decision->what) : "") + because(*decision);
  }

  std::string_view first_, second_;
  std::size_t width_;
};

std::string headline_of(Selection const& selection) {
  std::string text;
  for (model::Text const& part : selection.resume.header.headline) text += (text.empty() ? "" : ", ") + syntax::plain_text(part.base);
  return text;
}

std::string sections_of(Selection const& selection) {
  std::string text;
  for (model::Section const& section : selection.resume.sections) {
    auto const title = syntax::plain_text(section.title.base);
    text += (text.empty() ? "" : ", ") + section.key;
    if (!title.empty() && title != section.key) text += fmt::format(" as `{}`", title);
  }
  return text;
}

std::string count_of(Selection const& selection) {
  auto const shown =
      std::count_if(selection.decisions.begin(), selection.decisions.end(), [](Decision const& decision) { return decision.shown; });
  return fmt::format("{} of {} items", shown, selection.decisions.size());
}

}  // namespace

std::string explain(Selection const& selection) {
  std::string text;
  for (Decision const& decision : selection.decisions)
    text += fmt::format("{:<4} {}{}\n", decision.shown ? "in" : "out", item_line(decision), because(decision));
  return text + fmt::format("in: {}\n", count_of(selection));
}

std::string diff(Selection const& first, std::string_view first_name, Selection const& second, std::string_view second_name) {
  Diff result{first_name, second_name};
  result.header("items", count_of(first), count_of(second));
  result.header("language", first.resume.lang, second.resume.lang);
  result.header("layout", first.resume.layout.name.value, second.resume.layout.name.value);
  result.header("headline", headline_of(first), headline_of(second));
  result.header("sections", sections_of(first), sections_of(second));

  // Both are in the order of the source: what only one has stands before the next item that both have.
  auto const first_keys = keys_of(first), second_keys = keys_of(second);
  std::map<Key, std::size_t> in_second;
  for (std::size_t i = 0; i < second_keys.size(); ++i) in_second.emplace(second_keys[i], i);
  std::map<Key, std::size_t> in_first;
  for (std::size_t i = 0; i < first_keys.size(); ++i) in_first.emplace(first_keys[i], i);
  std::size_t next = 0;
  auto const catch_up = [&](std::size_t end) {
    for (; next < end; ++next)
      if (!in_first.contains(second_keys[next])) result.item(nullptr, &second.decisions[next]);
  };
  for (std::size_t i = 0; i < first_keys.size(); ++i) {
    auto const other = in_second.find(first_keys[i]);
    if (other != in_second.end()) catch_up(other->second);
    result.item(&first.decisions[i], other == in_second.end() ? nullptr : &second.decisions[other->second]);
  }
  catch_up(second_keys.size());
  return std::move(result.text);
}

}  // namespace resumec::variant

#include "importers/arrange.hpp"

#include "importers/rewrite.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace resumec::importers {

namespace {

/// Fields of one line have one rank.
constexpr std::string_view top_order[] = {
    "resumec",  "lang",     "langs",       "name", "headline", "email phone website location links contact",
    "photo",    "birth",    "nationality", "me",   "layout",   "settings",
    "sections", "variants", "outputs",
};

constexpr std::string_view section_order[] = {"id",        "title",   "kind", "icon",   "intro",  "style",
                                              "numbering", "columns", "sort", "legend", "entries"};

constexpr std::string_view entry_order[] = {
    "id", "kind", "group",
    // What it is.
    "role", "authors", "title", "degree", "field", "minor", "award", "talk", "certificate", "language", "name", "level",
    // Whose it is, where and when.
    "at", "by", "event", "venue", "department", "about", "editors", "publisher", "volume", "issue", "pages", "where", "when", "start",
    "end", "expires", "status", "type", "number", "amount", "score", "honours", "thesis", "advisor", "doi", "arxiv", "isbn", "cited",
    "relation", "email", "phone", "url",
    // What there is to say.
    "abstract", "text", "quote", "note", "points", "courses", "items", "keywords", "links", "cites", "roles", "entries",
    // What is for the program.
    "lang", "tags", "priority", "hide", "private", "short", "wording"};

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t const end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

std::size_t rank(std::span<std::string_view const> order, std::string_view key) {
  auto const found = std::find_if(order.begin(), order.end(), [&](std::string_view words) { return has_word(words, key); });
  auto const place = static_cast<std::size_t>(found - order.begin());
  return key.starts_with("x-") ? place + 1 : place;
}

void sort_members(Node& map, std::span<std::string_view const> order) {
  std::stable_sort(map.members.begin(), map.members.end(),
                   [&](Member const& a, Member const& b) { return rank(order, a.key) < rank(order, b.key); });
}

void arrange_entries(Node& list) {
  for (Node& entry : list.items) {
    if (!entry.is_map()) continue;
    sort_members(entry, entry_order);
    for (Member& member : entry.members)
      if (member.key == "roles" || member.key == "entries") arrange_entries(member.value);
  }
}

}  // namespace

void arrange(Node& native) {
  if (!native.is_map()) return;
  sort_members(native, top_order);
  for (Member& member : native.members) {
    if (member.key != "sections") continue;
    for (Member& section : member.value.members) {
      arrange_entries(section.value);
      // A section without `entries` is a map of titles and texts, whose order is the writer's.
      if (!section.value.is_map() || !section.value.find("entries")) continue;
      sort_members(section.value, section_order);
      for (Member& part : section.value.members)
        if (part.key == "entries") arrange_entries(part.value);
    }
  }
}

}  // namespace resumec::importers

#include "backend/pdf/outline.hpp"

#include "backend/pdf/units.hpp"

#include <cstdint>
#include <vector>

namespace resumec::backend::pdf {

namespace {

struct Entry {
  haru::Dict dict;
  int level = 0;
  std::size_t parent = 0, last = 0;  ///< 0: the outline itself, or none
  std::int64_t descendants = 0;
};

}  // namespace

void write_outline(haru::Doc& doc, std::span<display::OutlineItem const> items, std::span<haru::Dict const> pages,
                   std::span<base::Length const> heights) {
  std::vector<Entry> entries;
  std::vector<std::size_t> open{0};  // the path from the outline to the last item
  for (auto const& item : items) {
    if (item.title.empty() || item.page >= pages.size()) continue;
    if (entries.empty()) entries.push_back({doc.object(), 0, 0, 0, 0});
    int const level = item.level < 1 ? 1 : item.level;
    while (open.size() > 1 && entries[open.back()].level >= level) open.pop_back();
    std::size_t const parent = open.back(), self = entries.size();
    entries.push_back({doc.object(), level, parent, 0, 0});
    open.push_back(self);

    auto dict = entries[self].dict;
    dict.set("Title", haru::Text{item.title}).set("Parent", entries[parent].dict);
    auto const top = clamped(heights[item.page]) - clamped(item.y);
    dict.array("Dest").add(pages[item.page]).add(haru::Name{"XYZ"}).add(haru::Null{}).add(top).add(haru::Null{});
    if (auto const previous = entries[parent].last; previous != 0) {
      dict.set("Prev", entries[previous].dict);
      entries[previous].dict.set("Next", dict);
    } else {
      entries[parent].dict.set("First", dict);
    }
    entries[parent].last = self;
  }
  if (entries.empty()) return;
  for (std::size_t i = entries.size(); i-- > 0;) {
    if (i != 0) entries[entries[i].parent].descendants += entries[i].descendants + 1;
  }
  for (auto& entry : entries) {
    if (entry.last != 0) entry.dict.set("Last", entries[entry.last].dict).set("Count", entry.descendants);
  }
  doc.catalog().set("Outlines", entries[0].dict.set("Type", haru::Name{"Outlines"}));
}

}  // namespace resumec::backend::pdf

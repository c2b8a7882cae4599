#include "model/items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace resumec::model {

void number_items(Resume& resume) {
  std::uint32_t next = 0;
  ItemWalk{[&](auto& item, Attributes const*) { item.attributes.item = base::ItemId{next++}; }}.sections(resume.sections);
}

std::size_t count_outermost(Resume const& resume, std::span<base::ItemId const> items) {
  auto const is_one = [&](base::ItemId item) { return std::binary_search(items.begin(), items.end(), item); };
  std::size_t count = 0;
  std::set<base::ItemId> sections;
  ItemWalk{[&](auto const& item, Attributes const* around) {
    if (around == nullptr) {
      sections.insert(item.attributes.item);
    } else if (is_one(item.attributes.item) && (sections.contains(around->item) || !is_one(around->item))) {
      ++count;
    }
  }}.sections(resume.sections);
  return count;
}

std::string in_words(Section const& section) { return fmt::format("section `{}`", section.key); }

std::string in_words(Entry const& entry) {
  std::vector<Text const*> names{&entry.title, &entry.org, &entry.role};
  if (auto const* education = std::get_if<EducationDetail>(&entry.detail)) names.insert(names.begin(), &education->degree);
  for (Text const* name : names)
    if (!name->base.empty()) return fmt::format("{} `{}`", name_of(entry.kind), syntax::plain_text(name->base));
  // What has no name goes by its first words.
  auto const first = [](RichText const& text) { return text.base.empty() ? std::string{} : syntax::plain_text(text.base.front().inlines); };
  std::string const words = !entry.text.empty() ? first(entry.text) : entry.points.empty() ? "" : first(entry.points.front().text);
  return words.empty() ? std::string{name_of(entry.kind)} : fmt::format("{} `{}`", name_of(entry.kind), words);
}

std::string in_words(Point const& point) { return fmt::format("point `{}`", syntax::plain_text(point.text.base)); }

}  // namespace resumec::model

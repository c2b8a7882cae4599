#include "variant/order.hpp"

#include "locale/locale.hpp"
#include "syntax/inline.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace resumec::variant {

namespace {

using namespace model;

std::int32_t sort_order(Entry const& entry) {
  if (entry.when.is_present()) return std::numeric_limits<std::int32_t>::max();
  auto const latest = entry.when.latest();
  return latest ? latest->order() : 0;
}

}  // namespace

bool is_called(Section const& section, std::string_view name, Resume const& resume, Variant const& variant) {
  std::string const wanted = unicode::to_lower(name, resume.lang);
  auto const is = [&](std::string_view word) { return !word.empty() && unicode::to_lower(word, resume.lang) == wanted; };
  if (is(section.attributes.id.value) || is(section.key) || is(syntax::plain_text(section.title.base))) return true;
  for (auto const& [lang, title] : section.title.by_lang)
    if (is(syntax::plain_text(title))) return true;
  if (!section.title.empty() || section.role.empty()) return false;
  return is(locale::find(resume.lang).title(section.role)) ||
         (!variant.lang.empty() && is(locale::find(variant.lang.value).title(section.role)));
}

SectionPlan::SectionPlan(Resume const& resume, Variant const& variant) : is_list_{!variant.sections.empty()} {
  auto const& names = variant.sections;
  auto const rest = std::find_if(names.begin(), names.end(), [](Literal const& name) { return name.value == the_rest; });
  for (Section const& section : resume.sections) {
    auto const calls = [&](Literal const& name) { return is_called(section, name.value, resume, variant); };
    // A section stands where it is named first; the others stand, in their order, where `...` does.
    auto const named = std::find_if(names.begin(), names.end(), calls);
    auto const place = named != names.end() ? named : rest;
    if (place != names.end()) places_[section.attributes.span] = place - names.begin();
    for (auto const& [name, title] : variant.titles)
      if (calls(name)) titles_.emplace(section.attributes.span, title);
  }
}

void SectionPlan::apply(std::vector<Section>& sections) const {
  if (is_list_)
    std::stable_sort(sections.begin(), sections.end(),
                     [&](Section const& a, Section const& b) { return places_.at(a.attributes.span) < places_.at(b.attributes.span); });
  for (Section& section : sections) {
    auto const title = titles_.find(section.attributes.span);
    if (title == titles_.end()) continue;
    section.title = title->second;
    section.untitled = title->second.empty();
  }
}

void sort_entries(Section& section) {
  if (section.sort.empty()) return;
  bool const descending = section.sort.starts_with('-');
  bool const by_title = section.sort.ends_with("title");
  std::stable_sort(section.entries.begin(), section.entries.end(), [&](Entry const& a, Entry const& b) {
    Entry const& first = descending ? b : a;
    Entry const& second = descending ? a : b;
    if (by_title) return syntax::plain_text(first.title.base) < syntax::plain_text(second.title.base);
    return sort_order(first) < sort_order(second);
  });
}

}  // namespace resumec::variant

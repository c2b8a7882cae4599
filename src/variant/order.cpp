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

SectionNames::SectionNames(Resume const& resume) : lang_{resume.lang} {
  auto const& titles = locale::find(resume.lang);
  for (std::size_t i = 0; i < resume.sections.size(); ++i) {
    Section const& section = resume.sections[i];
    auto const add = [&](std::string_view name) {
      if (name.empty()) return;
      auto& indices = by_name_[unicode::to_lower(name, lang_)];
      if (indices.empty() || indices.back() != i) indices.push_back(i);
    };
    add(section.attributes.id.value);
    add(section.key);
    add(syntax::plain_text(section.title.base));
    for (auto const& [lang, title] : section.title.by_lang) add(syntax::plain_text(title));
    if (!section.title.empty() || section.role.empty()) continue;
    add(titles.title(section.role));
    by_role_[section.role].push_back(i);
  }
}

std::vector<std::size_t> SectionNames::find(std::string_view name, Variant const& variant) const {
  std::string const wanted = unicode::to_lower(name, lang_);
  if (auto const found = by_name_.find(wanted); found != by_name_.end()) return found->second;
  if (!variant.lang.empty())
    for (locale::SectionTitle const& title : locale::find(variant.lang.value).section_titles)
      if (unicode::to_lower(title.title, lang_) == wanted)
        if (auto const found = by_role_.find(title.role); found != by_role_.end()) return found->second;
  return {};
}

SectionPlan::SectionPlan(Resume const& resume, Variant const& variant) : is_list_{!variant.sections.empty()} {
  SectionNames const names{resume};
  auto const& listed = variant.sections;
  // A section stands where it is named first; the others stand, in their order, where `...` does.
  for (std::size_t i = 0; i < listed.size(); ++i)
    for (std::size_t const index : names.find(listed[i].value, variant))
      places_.emplace(resume.sections[index].attributes.span, static_cast<std::ptrdiff_t>(i));
  auto const rest = std::find_if(listed.begin(), listed.end(), [](Literal const& name) { return name.value == the_rest; });
  if (rest != listed.end())
    for (Section const& section : resume.sections) places_.emplace(section.attributes.span, rest - listed.begin());
  auto const note = [&](Criteria const& criteria, bool NamedBy::* rule) {
    for (Literal const& name : criteria.sections)
      for (std::size_t const index : names.find(name.value, variant)) named_[resume.sections[index].attributes.span].*rule = true;
  };
  note(variant.keep, &NamedBy::keep);
  note(variant.only, &NamedBy::only);
  note(variant.drop, &NamedBy::drop);
  for (auto const& [name, title] : variant.titles)
    for (std::size_t const index : names.find(name.value, variant)) titles_.emplace(resume.sections[index].attributes.span, title);
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

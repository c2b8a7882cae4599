#include "variant/rules.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "locale/locale.hpp"
#include "variant/citations.hpp"
#include "variant/order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace resumec::variant {

namespace {

using namespace model;
using diag::Kind;

/// What the rules may name.
class Names {
 public:
  explicit Names(Resume const& resume) : ids{ids_of(resume)} {
    for (Contact const& contact : resume.header.contacts) take(contact.attributes);
    for (Section const& section : resume.sections) {
      take(section.attributes);
      sections.insert(section.key);
      take(section.entries);
    }
    for (Variant const& variant : resume.variants) variants.insert(variant.name.value);
  }

  std::set<std::string> ids, tags, sections, variants;
  std::vector<Literal> wordings;  ///< the variants that wordings name
  std::vector<Literal> needs;     ///< the ids that `requires` names

 private:
  void take(Attributes const& attributes) {
    if (!attributes.id.empty()) ids.insert(attributes.id.value);
    tags.insert(attributes.tags.begin(), attributes.tags.end());
    for (Wording const& wording : attributes.wordings) wordings.push_back(wording.variant);
    needs.insert(needs.end(), attributes.needs.begin(), attributes.needs.end());
  }
  void take(std::vector<Point> const& points) {
    for (Point const& point : points) {
      take(point.attributes);
      take(point.points);
    }
  }
  void take(std::vector<Entry> const& entries) {
    for (Entry const& entry : entries) {
      take(entry.attributes);
      take(entry.points);
      if (auto const* education = std::get_if<EducationDetail>(&entry.detail)) take(education->courses);
      if (auto const* skills = std::get_if<SkillsDetail>(&entry.detail))
        for (SkillItem const& item : skills->items) take(item.attributes);
      take(entry.entries);
    }
  }
};

/// A section's name where something else is asked for.
bool hint_section(diag::Report& report, std::string_view word, SectionNames const& sections, Variant const& variant) {
  if (sections.find(word, variant).empty()) return false;
  report.hint(fmt::format("`{0}` is a section; a rule names sections as `sections: [{0}]`", word));
  return true;
}

/// The nearest of the names, or all of them if they are few.
void hint_names(diag::Report report, std::string_view word, std::set<std::string> const& names, std::string_view what) {
  std::vector<std::string_view> const known{names.begin(), names.end()};
  if (auto const near = base::nearest(word, known))
    report.hint(diag::did_you_mean(*near));
  else if (known.empty())
    report.hint(fmt::format("nothing in the source has {} yet: write `{}` into an entry, or `{{{}}}` behind a point", what,
                            what == "ids" ? fmt::format("id: {}", word) : fmt::format("tags: [{}]", word),
                            what == "ids" ? fmt::format("id={}", word) : fmt::format(".{}", word)));
  else if (known.size() <= 12)
    report.hint(fmt::format("the source has the {} `{}`", what, fmt::join(known, "`, `")));
}

void check_criteria(Criteria const& criteria, SectionNames const& sections, Variant const& variant, Names const& names,
                    Diagnostics& diagnostics) {
  for (Literal const& tag : criteria.tags) {
    if (names.tags.contains(tag.value)) continue;
    auto report = diag::report<Kind::UnknownTag>(diagnostics, tag.span, tag.value);
    if (hint_section(report, tag.value, sections, variant)) continue;
    if (names.ids.contains(tag.value))
      report.hint(fmt::format("`{0}` is an id here, as `{{#{0}}}` and `{{id={0}}}` give it; a tag is `{{.{0}}}`", tag.value));
    else
      hint_names(report, tag.value, names.tags, "tags");
  }
  for (Literal const& id : criteria.ids) {
    if (names.ids.contains(id.value)) continue;
    auto report = diag::report<Kind::UnknownId>(diagnostics, id.span, id.value);
    if (!hint_section(report, id.value, sections, variant)) hint_names(report, id.value, names.ids, "ids");
  }
}

void check_sections(SectionNames const& sections, Variant const& variant, Names const& names, Diagnostics& diagnostics) {
  auto const check = [&](Literal const& name) {
    if (sections.find(name.value, variant).empty())
      hint_names(diag::report<Kind::UnknownSection>(diagnostics, name.span, name.value), name.value, names.sections, "sections");
  };
  std::map<std::string_view, Span> named;
  for (Literal const& name : variant.sections) {
    auto const [first, is_new] = named.emplace(name.value, name.span);
    if (!is_new)
      diag::report<Kind::NamedTwice>(diagnostics, name.span, name.value)
          .label(first->second, "first named here")
          .hint("a section stands in one place");
    else if (name.value != the_rest)
      check(name);
  }
  for (auto const& [name, title] : variant.titles) check(name);
  for (Criteria const* criteria : {&variant.keep, &variant.only, &variant.drop})
    for (Literal const& name : criteria->sections) check(name);
}

void check_variant(SectionNames const& sections, Variant const& variant, Names const& names, Diagnostics& diagnostics) {
  for (Criteria const* criteria : {&variant.keep, &variant.only, &variant.drop})
    check_criteria(*criteria, sections, variant, names, diagnostics);
  check_sections(sections, variant, names, diagnostics);
  if (variant.drop.priority.value == 5)
    diag::report<Kind::IdleRule>(diagnostics, variant.drop.priority.span)
        .hint("`priority: N` is what comes after N: `drop: {priority: 4}` drops items of priority 5");
  if (!variant.lang.empty() && !locale::has(variant.lang.value))
    diag::report<Kind::UnknownLanguage>(diagnostics, variant.lang.span, variant.lang.value).hint("known are " + locale::list_of_tags());
}

}  // namespace

Variant const* find_variant(Resume const& resume, std::string_view name) {
  auto const found =
      std::find_if(resume.variants.begin(), resume.variants.end(), [&](Variant const& variant) { return variant.name.value == name; });
  return found == resume.variants.end() ? nullptr : &*found;
}

void check_rules(Resume const& resume, Variant const* chosen, Diagnostics& diagnostics) {
  Names const names{resume};
  SectionNames const sections{resume};
  for (Literal const& variant : names.wordings)
    if (!names.variants.contains(variant.value))
      hint_names(diag::report<Kind::UnknownVariant>(diagnostics, variant.span, variant.value), variant.value, names.variants, "variants");
  for (Literal const& id : names.needs)
    if (!names.ids.contains(id.value))
      hint_names(diag::report<Kind::UnknownId>(diagnostics, id.span, id.value), id.value, names.ids, "ids");
  bool const is_changed = chosen && chosen->changes_source;
  for (Variant const& variant : resume.variants)
    if (&variant == chosen || !(is_changed || variant.changes_source)) check_variant(sections, variant, names, diagnostics);
}

}  // namespace resumec::variant

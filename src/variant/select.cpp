// The page of this stage: wordings and rules, languages, order, citations. A citation of something that is gone goes with it: numbers come
// from what is rendered.

#include "variant/select.hpp"

#include "diag/report.hpp"
#include "model/items.hpp"
#include "variant/citations.hpp"
#include "variant/filter.hpp"
#include "variant/language.hpp"
#include "variant/order.hpp"
#include "variant/rules.hpp"
#include "variant/walk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::variant {

namespace {

using namespace model;

/// The variant and those that it extends, the nearest first.
std::vector<std::string> lineage(Resume const& resume, Variant const* variant) {
  std::vector<std::string> names;
  while (variant && std::find(names.begin(), names.end(), variant->name.value) == names.end()) {
    names.push_back(variant->name.value);
    variant = find_variant(resume, variant->extends.value);
  }
  return names;
}

std::string wanted_language(Resume const& resume, SelectOptions const& options, Variant const* variant) {
  if (!options.lang.empty()) return options.lang;
  return variant && !variant->lang.empty() ? variant->lang.value : resume.lang;
}

}  // namespace

Selection select(Resume const& resume, SelectOptions const& options, Diagnostics& diagnostics) {
  Variant const* const variant = options.variant.empty() ? nullptr : find_variant(resume, options.variant);
  check_rules(resume, variant, diagnostics);

  Selection selection{resume, {}, {}, {}};
  Resume& shown = selection.resume;
  shown.variants.clear();
  shown.lang = wanted_language(resume, options, variant);
  auto const pick = [&](auto& text) { choose_language(text, shown.lang, resume.lang); };
  Walk{pick, pick, [](std::vector<Cite>&) {}}.resume(shown);

  SectionPlan const sections = variant ? SectionPlan{resume, *variant} : SectionPlan{};
  selection.decisions = filter(shown, {variant, lineage(resume, variant), sections});
  if (variant) {
    selection.pages = variant->pages;
    selection.max_pages = variant->max_pages;
    sections.apply(shown.sections);
    for (Section& section : shown.sections) pick(section.title);
    if (shown.sections.empty() && !resume.sections.empty())
      diag::report<diag::Kind::NothingSelected>(diagnostics, variant->name.span, variant->name.value)
          .hint("`resumec build --explain variants` says why each item is in or out");
  }
  for (Section& section : shown.sections) sort_entries(section);

  drop_citations(shown, ids_lost(resume, shown));
  number_items(shown);
  return selection;
}

std::string dump(Selection const& selection) {
  std::string text = model::dump(selection.resume);
  for (Decision const& decision : selection.decisions)
    if (!decision.shown && !decision.follows) text += fmt::format("omitted {}: {}\n", decision.what, decision.reason);
  return text;
}

}  // namespace resumec::variant

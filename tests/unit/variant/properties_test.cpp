// What holds of every selection, for rules and résumés drawn at random.
#include "unit/variant/shown.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>

namespace resumec::variant {
namespace {

using Words = std::vector<std::string>;

/// Some of the words, comma-separated.
rc::Gen<std::string> some_of(Words words) {
  return rc::gen::map(rc::gen::container<std::vector<bool>>(words.size(), rc::gen::arbitrary<bool>()),
                      [words](std::vector<bool> const& taken) {
                        std::string text;
                        for (std::size_t i = 0; i < words.size(); ++i)
                          if (taken[i]) text += (text.empty() ? "" : ", ") + words[i];
                        return text;
                      });
}

std::string attributes(int& counter) {
  std::string text;
  if (*rc::gen::inRange(0, 2) == 0) text += fmt::format(", id: i{}", counter);
  if (auto const tags = *some_of({"a", "b", "c"}); !tags.empty()) text += fmt::format(", tags: [{}]", tags);
  if (int const priority = *rc::gen::inRange(0, 6); priority > 0) text += fmt::format(", priority: {}", priority);
  if (*rc::gen::inRange(0, 12) == 0) text += ", hide: true";
  if (*rc::gen::inRange(0, 6) == 0) text += fmt::format(", short: s{}", counter);
  if (*rc::gen::inRange(0, 6) == 0) text += fmt::format(", wording: {{v: w{}}}", counter);
  ++counter;
  return text;
}

/// A résumé of three sections with every kind of item that rules judge.
std::string draw_sections(int& counter) {
  std::string text = "sections:\n";
  for (std::string_view section : {"jobs", "papers", "skills"}) {
    text += fmt::format("  {}:\n    columns: 1{}\n    entries:\n", section, attributes(counter));
    for (int entries = *rc::gen::inRange(1, 4); entries > 0; --entries) {
      std::string const when = *rc::gen::inRange(0, 2) == 0 ? fmt::format(", when: {}", *rc::gen::inRange(2000, 2010)) : "";
      text += fmt::format("      - {{title: t{}{}{}", counter, when, attributes(counter));
      if (section == "skills") {
        text += fmt::format(", kind: skills, items: [x{}, {{name: y{}{}}}]", counter, counter, attributes(counter));
      } else {
        std::string const cites = *rc::gen::inRange(0, 3) == 0 ? fmt::format(", cites: [i{}]", *rc::gen::inRange(0, counter)) : "";
        text += fmt::format(", points: [p{}, {{text: q{}{}{}}}]", counter, counter, cites, attributes(counter));
      }
      text += "}\n";
    }
  }
  return text;
}

std::string draw_rule(std::string_view name) {
  Words parts;
  if (auto const tags = *some_of({"a", "b", "c"}); !tags.empty() && *rc::gen::inRange(0, 2) == 0)
    parts.push_back(fmt::format("tags: [{}]", tags));
  if (*rc::gen::inRange(0, 3) == 0) parts.push_back(fmt::format("priority: {}", *rc::gen::inRange(1, 6)));
  if (*rc::gen::inRange(0, 4) == 0) parts.push_back("kinds: [publication, skills]");
  if (*rc::gen::inRange(0, 4) == 0) parts.push_back(fmt::format("ids: [i{}, i{}]", *rc::gen::inRange(0, 12), *rc::gen::inRange(0, 12)));
  if (*rc::gen::inRange(0, 4) == 0) parts.push_back(fmt::format("since: {}", *rc::gen::inRange(2000, 2010)));
  if (*rc::gen::inRange(0, 4) == 0) parts.push_back(name == "drop" ? "cited: false" : "cited: true");
  std::shuffle(parts.begin(), parts.end(), std::mt19937{*rc::gen::arbitrary<std::uint32_t>()});
  return fmt::format("{}: {{{}}}", name, fmt::join(parts, ", "));
}

Words draw_variant() {
  Words parts;
  for (std::string_view rule : {"keep", "only", "drop"})
    if (*rc::gen::inRange(0, 2) == 0) parts.push_back(draw_rule(rule));
  if (*rc::gen::inRange(0, 2) == 0) parts.push_back("sections: [papers, ...]");
  if (*rc::gen::inRange(0, 2) == 0) parts.push_back("short: true");
  if (*rc::gen::inRange(0, 2) == 0) parts.push_back("titles: {jobs: Work}");
  return parts;
}

std::string source_of(std::string const& sections, Words const& variant) {
  return fmt::format("name: A B\nvariants: {{v: {{{}}}}}\n{}", fmt::join(variant, ", "), sections);
}

model::Resume lowered(std::string const& text) { return model::lower_text(text).resume; }

TEST(SelectProperty, SelectingTwiceIsSelectingOnce) {
  EXPECT_TRUE(rc::check([] {
    int counter = 0;
    auto const sections = draw_sections(counter);
    auto const resume = lowered(source_of(sections, draw_variant()));
    Diagnostics diagnostics;
    auto once = select(resume, {"v", {}}, diagnostics);
    auto const dumped = model::dump(once.resume);
    once.resume.variants = resume.variants;
    auto const twice = select(once.resume, {"v", {}}, diagnostics);
    RC_ASSERT(model::dump(twice.resume) == dumped);
  }));
}

/// The shown items of one section, by their places.
std::vector<Span> places(Selection const& selection) {
  std::vector<Span> result;
  for (Decision const& decision : selection.decisions)
    if (decision.shown) result.push_back(decision.span);
  return result;
}

TEST(SelectProperty, TheOrderIsTheSourcesAndEveryItemHasADecision) {
  EXPECT_TRUE(rc::check([] {
    int counter = 0;
    auto const sections = draw_sections(counter);
    auto const resume = lowered(source_of(sections, draw_variant()));
    Diagnostics diagnostics;
    auto const all = select(resume, {}, diagnostics), some = select(resume, {"v", {}}, diagnostics);
    RC_ASSERT(all.decisions.size() == some.decisions.size());
    for (std::size_t i = 0; i < all.decisions.size(); ++i) RC_ASSERT(all.decisions[i].span == some.decisions[i].span);
    auto const shown = places(some);
    for (auto const& section : some.resume.sections) {
      std::uint32_t last = 0;
      for (auto const& entry : section.entries) {
        RC_ASSERT(entry.attributes.span.begin >= last);
        last = entry.attributes.span.begin;
        for (auto const& point : entry.points) RC_ASSERT(std::find(shown.begin(), shown.end(), point.attributes.span) != shown.end());
      }
    }
  }));
}

TEST(SelectProperty, TheOrderOfUnrelatedKeysChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    int counter = 0;
    auto const sections = draw_sections(counter);
    auto variant = draw_variant();
    Diagnostics diagnostics;
    auto const dumped = [&] {
      auto const selection = select(lowered(source_of(sections, variant)), {"v", {}}, diagnostics);
      std::string text = dump(selection);
      for (Decision const& decision : selection.decisions) text += decision.what + decision.reason + (decision.shown ? "+" : "-");
      return text;
    };
    auto const before = dumped();
    std::shuffle(variant.begin(), variant.end(), std::mt19937{*rc::gen::arbitrary<std::uint32_t>()});
    RC_ASSERT(dumped() == before);
  }));
}

TEST(SelectProperty, NothingThatIsShownCitesWhatIsGone) {
  EXPECT_TRUE(rc::check([] {
    int counter = 0;
    auto const sections = draw_sections(counter);
    auto const resume = lowered(source_of(sections, draw_variant()));
    Diagnostics before, after;
    auto all = select(resume, {}, before).resume, some = select(resume, {"v", {}}, before).resume;
    Diagnostics full, chosen;
    number_citations(all, full);
    number_citations(some, chosen);
    auto const unresolved = [](Diagnostics const& found) {
      return std::count_if(found.begin(), found.end(),
                           [](Diagnostic const& diagnostic) { return diagnostic.kind == "unresolved-citation"; });
    };
    RC_ASSERT(unresolved(chosen) <= unresolved(full));
  }));
}

}  // namespace
}  // namespace resumec::variant

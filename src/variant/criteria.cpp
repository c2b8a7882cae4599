#include "variant/criteria.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::variant {

namespace {

using namespace model;

constexpr int assumed_priority = 3;

std::string quoted(std::vector<std::string> const& words) { return fmt::format("`{}`", fmt::join(words, "`, `")); }

/// The first of the item's tags that the criteria name.
std::string const* shared_tag(Criteria const& criteria, Facts const& facts) {
  if (!facts.tags) return nullptr;
  for (std::string const& tag : *facts.tags)
    for (Literal const& wanted : criteria.tags)
      if (wanted.value == tag) return &tag;
  return nullptr;
}

bool has_kind(Criteria const& criteria, Facts const& facts) {
  return facts.kind && std::find(criteria.kinds.begin(), criteria.kinds.end(), *facts.kind) != criteria.kinds.end();
}

/// The innermost of the item's own and outer ids that the criteria name.
std::optional<std::string_view> shared_id(Criteria const& criteria, Facts const& facts) {
  for (auto id = facts.ids.rbegin(); id != facts.ids.rend(); ++id)
    if (std::any_of(criteria.ids.begin(), criteria.ids.end(), [&](Literal const& wanted) { return wanted.value == *id; })) return *id;
  return std::nullopt;
}

/// A date to measure `since` by: words that hold no date are none.
bool is_dated(Facts const& facts) { return facts.when && (facts.when->latest() || facts.when->is_present()); }

bool ended_since(Date const& since, When const& when) {
  bool const goes_on = std::any_of(when.spans.begin(), when.spans.end(), [](DateSpan const& piece) { return piece.present || piece.open; });
  auto const latest = when.latest();
  return goes_on || (latest && latest->last_order() >= since.order());
}

/// Gathers the answers of the criteria of one rule: the least counts, and what it says.
class Judge {
 public:
  explicit Judge(Rule rule) : rule_{rule}, name_{rule == Rule::Keep ? "keep" : "only"} {}

  Verdict verdict{};

  void yes(std::string reason) {
    if (verdict.answer == Answer::Yes) verdict.reason += (verdict.reason.empty() ? "" : ", ") + std::move(reason);
  }
  void less(Answer answer, std::string reason) {
    if (answer < verdict.answer) verdict = {answer, std::move(reason)};
  }
  /// The item says nothing about the criterion.
  void silent(std::string_view criterion, std::string_view lacking) {
    if (rule_ == Rule::Only) less(Answer::Open, fmt::format("it has no {} for `only.{}`", lacking, criterion));
  }
  std::string name(std::string_view criterion) const { return fmt::format("`{}.{}`", name_, criterion); }

 private:
  Rule rule_;
  std::string_view name_;
};

void ask_tags(Judge& judge, Criteria const& criteria, Facts const& facts) {
  if (criteria.tags.empty()) return;
  if (!facts.tags)
    judge.silent("tags", "tag");
  else if (auto const* tag = shared_tag(criteria, facts))
    judge.yes(fmt::format("tag `{}`", *tag));
  else
    judge.less(Answer::No, fmt::format("{} {} not in {}", quoted(*facts.tags), facts.tags->size() == 1 ? "is" : "are", judge.name("tags")));
}

void ask_sections(Judge& judge, Criteria const& criteria, Rule rule, Facts const& facts) {
  if (criteria.sections.empty()) return;
  if (!facts.section)
    judge.silent("sections", "section");
  else if (rule == Rule::Keep ? facts.section->keep : facts.section->only)
    judge.yes(fmt::format("section in {}", judge.name("sections")));
  else
    judge.less(Answer::No, fmt::format("section not in {}", judge.name("sections")));
}

void ask_priority(Judge& judge, Criteria const& criteria, Facts const& facts) {
  int const limit = criteria.priority.value;
  if (limit == 0) return;
  auto const beyond = fmt::format("beyond {}", judge.name(fmt::format("priority: {}", limit)));
  if (facts.priority == 0 && assumed_priority > limit)
    judge.less(Answer::Open, fmt::format("no priority counts as {}, {}", assumed_priority, beyond));
  else if (facts.priority > limit)
    judge.less(Answer::No, fmt::format("its priority {} is {}", facts.priority, beyond));
  else if (facts.priority != 0)
    judge.yes(fmt::format("priority {}", facts.priority));
}

void ask_kind(Judge& judge, Criteria const& criteria, Facts const& facts) {
  if (criteria.kinds.empty()) return;
  if (has_kind(criteria, facts))
    judge.yes(fmt::format("kind `{}`", name_of(*facts.kind)));
  else if (!facts.kind || *facts.kind == Kind::Group)
    judge.less(Answer::Open, fmt::format("nothing in it is of {}", judge.name("kinds")));
  else
    judge.less(Answer::No, fmt::format("kind `{}` is not in {}", name_of(*facts.kind), judge.name("kinds")));
}

void ask_ids(Judge& judge, Criteria const& criteria, Facts const& facts) {
  if (criteria.ids.empty()) return;
  if (auto const id = shared_id(criteria, facts))
    judge.yes(fmt::format("{} `{}`", *id == facts.ids.back() ? "id" : "part of", *id));
  else if (facts.ids.empty())
    judge.silent("ids", "id");
  else
    judge.less(Answer::Open, fmt::format("`{}` is not in {}", facts.ids.back(), judge.name("ids")));
}

void ask_date(Judge& judge, Criteria const& criteria, Facts const& facts) {
  if (!criteria.since) return;
  if (!is_dated(facts))
    judge.silent("since", "date");
  else if (ended_since(*criteria.since, *facts.when))
    judge.yes(fmt::format("not over before {}", iso(*criteria.since)));
  else
    judge.less(Answer::No, fmt::format("it ended before {}", judge.name("since: " + iso(*criteria.since))));
}

}  // namespace

Facts Facts::within(Attributes const& attributes) const {
  Facts facts = *this;
  if (!attributes.tags.empty()) facts.tags = &attributes.tags;
  facts.priority = attributes.priority;
  if (!attributes.id.empty()) facts.ids.push_back(attributes.id.value);
  return facts;
}

Verdict judge(Criteria const& criteria, Rule rule, Facts const& facts) {
  Judge judge{rule};
  ask_tags(judge, criteria, facts);
  ask_sections(judge, criteria, rule, facts);
  ask_priority(judge, criteria, facts);
  ask_kind(judge, criteria, facts);
  ask_ids(judge, criteria, facts);
  ask_date(judge, criteria, facts);
  if (criteria.cited && !facts.is_cited) judge.less(Answer::No, fmt::format("nothing shown cites it: {}", judge.name("cited")));
  return judge.verdict;
}

Verdict judge_drop(Criteria const& criteria, Facts const& facts) {
  if (criteria.empty()) return {};
  Verdict verdict{Answer::No, {}};
  auto const add = [&](std::string text) { verdict.reason += (verdict.reason.empty() ? "`drop`: " : ", ") + std::move(text); };
  if (!criteria.tags.empty()) {
    auto const* tag = shared_tag(criteria, facts);
    if (!tag) return {};
    add(fmt::format("tag `{}`", *tag));
  }
  if (!criteria.sections.empty()) {
    if (!facts.section || !facts.section->drop) return {};
    add("section in `drop.sections`");
  }
  if (int const limit = criteria.priority.value; limit != 0) {
    if ((facts.priority == 0 ? assumed_priority : facts.priority) <= limit) return {};
    if (facts.priority == 0) verdict.answer = Answer::Open;
    add(facts.priority == 0 ? fmt::format("no priority counts as {}", assumed_priority) : fmt::format("priority {}", facts.priority));
  }
  if (!criteria.kinds.empty()) {
    if (!has_kind(criteria, facts)) return {};
    add(fmt::format("kind `{}`", name_of(*facts.kind)));
  }
  if (!criteria.ids.empty()) {
    auto const id = shared_id(criteria, facts);
    if (!id) return {};
    add(fmt::format("id `{}`", *id));
  }
  if (criteria.since) {
    if (!is_dated(facts) || !ended_since(*criteria.since, *facts.when)) return {};
    add(fmt::format("not over before {}", iso(*criteria.since)));
  }
  if (criteria.cited) {
    if (facts.is_cited) return {};
    add("nothing shown cites it");
  }
  return verdict;
}

}  // namespace resumec::variant

#include "driver/fit_facts.hpp"

#include "model/items.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace resumec::driver {

namespace {

using namespace model;
using layout::fit::ItemFacts;
using layout::fit::ItemKind;
using layout::fit::Value;

/// By priority, 1 to 5 (typesetting.md, law 9).
constexpr std::array<Value, 5> worth{100'000, 75'000, 50'000, 25'000, 10'000};
constexpr int usual_priority = 3;
/// An entry loses so much of its worth with each year since it ended, for so many years (typesetting.md §4.2).
constexpr std::int64_t kept_permille_a_year = 930;
constexpr int years_that_count = 20;
/// A stay without a degree, against one with it.
constexpr std::int64_t without_degree_permille = 600;
/// What the items of a section are worth without a priority of their own, in thousandths: what readers of résumés look at first and longest
/// (decision 0011). Other sections: `other_role`.
struct RoleWorth {
  std::string_view role;
  std::int64_t permille;
};
constexpr RoleWorth roles[] = {{"experience", 1200},  {"education", 1200},    {"skills", 1200}, {"languages", 1000},
                               {"projects", 1000},    {"publications", 1000}, {"awards", 800},  {"certificates", 800},
                               {"volunteering", 700}, {"talks", 600},         {"service", 600}, {"interests", 500},
                               {"hobbies", 400},      {"references", 300}};
constexpr std::int64_t other_role = 700;
/// What every reader looks for: sections of these roles keep something, and the last degree stands, unless they have a low priority.
constexpr std::string_view expected_roles[] = {"experience", "education", "skills"};
constexpr int low_priority = 4;

std::optional<int> last_year(When const& when) {
  std::optional<int> year;
  for (DateSpan const& span : when.spans) {
    for (auto const& date : {span.start, span.end})
      if (date) year = std::max(year.value_or(date->year), static_cast<int>(date->year));
  }
  return year;
}

/// What an item takes from what holds it.
struct Inherited {
  int priority = 0;
  std::int64_t role_permille = other_role, kept_permille = 1000;
};

class Judge {
 public:
  explicit Judge(Resume const& resume) {
    ItemWalk{[&](auto const& item, Attributes const*) {
      if constexpr (std::is_same_v<std::decay_t<decltype(item)>, Entry>) {
        if (auto const year = last_year(item.when)) latest_ = std::max(latest_, *year);
        note_degree(item);
      }
    }}.sections(resume.sections);
  }

  layout::fit::Facts judge(Resume const& resume) {
    ItemWalk{[&](auto const& item, Attributes const* around) { add(item, around); }}.sections(resume.sections);
    if (!needs_.empty()) link();
    return std::move(facts_);
  }

 private:
  template <class Item>
  void add(Item const& item, Attributes const* around) {
    Attributes const& own = item.attributes;
    Inherited inherited = around == nullptr ? Inherited{} : of_item_[around->item];
    if (own.priority > 0) inherited.priority = own.priority;
    age(item, inherited);
    of_item_[own.item] = inherited;
    ItemFacts facts;
    facts.kind = kind(item);
    int const priority = inherited.priority > 0 ? inherited.priority : usual_priority;
    facts.value = worth[static_cast<std::size_t>(priority - 1)] * inherited.kept_permille / 1000;
    if (inherited.priority == 0) facts.value = facts.value * inherited.role_permille / 1000;
    facts.required = own.required || expected(item, priority);
    facts.minimum = own.minimum;
    facts.maximum = own.maximum;
    facts.has_short = !own.short_wording.empty();
    facts_.items.resize(std::max(facts_.items.size(), own.item.index() + 1));
    facts_.items[own.item.index()] = facts;
    if (around != nullptr) holder_[own.item] = around->item;
    note_names(item);
  }

  /// What has a name, and what asks for names. A skill is there where its group is.
  template <class Item>
  void note_names(Item const& item) {
    Attributes const& own = item.attributes;
    if (!own.id.empty()) by_id_[own.id.value] = own.item;
    for (Literal const& need : own.needs) needs_.emplace_back(own.item, need.value);
    if constexpr (std::is_same_v<Item, Entry>) {
      if (auto const* skills = std::get_if<SkillsDetail>(&item.detail)) {
        for (SkillItem const& skill : skills->items)
          if (!skill.attributes.id.empty()) by_id_[skill.attributes.id.value] = own.item;
      }
    }
  }

  bool is_within(base::ItemId item, base::ItemId holder) const {
    for (auto at = holder_.find(item); item != holder; at = holder_.find(item)) {
      if (at == holder_.end()) return false;
      item = at->second;
    }
    return true;
  }

  /// What an item requires of what holds it, holds by itself. What something required requires is required as well.
  void link() {
    for (auto const& [item, id] : needs_) {
      auto const found = by_id_.find(id);
      if (found != by_id_.end() && !is_within(item, found->second)) facts_.links.push_back({item, found->second});
    }
    auto const is_required = [&](base::ItemId item) {
      for (auto const& [inner, holder] : holder_)
        if (facts_[inner].required && is_within(inner, item)) return true;
      return facts_[item].required;
    };
    for (bool changed = true; std::exchange(changed, false);) {
      for (layout::fit::Link const& link : facts_.links) {
        ItemFacts& needed = facts_.items[link.needs.index()];
        if (needed.required || !is_required(link.item)) continue;
        needed.required = changed = true;
      }
    }
  }

  static ItemKind kind(Section const&) { return ItemKind::Section; }
  static ItemKind kind(Entry const&) { return ItemKind::Entry; }
  static ItemKind kind(Point const&) { return ItemKind::Point; }

  static void age(Section const& section, Inherited& inherited) {
    for (RoleWorth const& role : roles)
      if (role.role == section.role) inherited.role_permille = role.permille;
  }
  void age(Point const&, Inherited&) const {}
  void age(Entry const& entry, Inherited& inherited) const {
    if (auto const* education = std::get_if<EducationDetail>(&entry.detail)) {  // a degree is for life
      if (education->degree.empty()) inherited.kept_permille = without_degree_permille;
      return;
    }
    auto const year = entry.when.is_present() ? std::optional{latest_} : last_year(entry.when);
    if (!year) return;
    inherited.kept_permille = 1000;
    for (int i = std::min(latest_ - *year, years_that_count); i > 0; --i)
      inherited.kept_permille = inherited.kept_permille * kept_permille_a_year / 1000;
  }

  /// The first of the degrees that end last: one that goes on, or has no year, ends last of all.
  void note_degree(Entry const& entry) {
    auto const* education = std::get_if<EducationDetail>(&entry.detail);
    if (education == nullptr || education->degree.empty()) return;
    int const never = std::numeric_limits<int>::max();
    int const year = entry.when.is_present() ? never : last_year(entry.when).value_or(never);
    if (last_degree_ && year <= last_degree_year_) return;
    last_degree_ = entry.attributes.item;
    last_degree_year_ = year;
  }

  bool expected(Entry const& entry, int priority) const { return priority < low_priority && entry.attributes.item == last_degree_; }
  static bool expected(Point const&, int) { return false; }
  static bool expected(Section const& section, int priority) {
    return priority < low_priority &&
           std::find(std::begin(expected_roles), std::end(expected_roles), section.role) != std::end(expected_roles);
  }

  int latest_ = 0;
  base::ItemId last_degree_;
  int last_degree_year_ = 0;
  std::map<base::ItemId, Inherited> of_item_;
  std::map<base::ItemId, base::ItemId> holder_;
  std::map<std::string_view, base::ItemId> by_id_;
  std::vector<std::pair<base::ItemId, std::string_view>> needs_;
  layout::fit::Facts facts_;
};

}  // namespace

layout::fit::Facts fit_facts(Resume const& resume) { return Judge{resume}.judge(resume); }

std::vector<base::ItemId> short_items(Resume const& resume) {
  std::vector<base::ItemId> items;
  ItemWalk{[&](auto const& item, Attributes const* around) {
    if (around != nullptr && !item.attributes.short_wording.empty()) items.push_back(item.attributes.item);
  }}.sections(resume.sections);
  return items;
}

}  // namespace resumec::driver

#include "variant/filter.hpp"

#include "model/items.hpp"
#include "syntax/inline.hpp"
#include "variant/citations.hpp"
#include "variant/criteria.hpp"
#include "variant/reword.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace resumec::variant {

namespace {

using namespace model;

// ---- items in words

std::string in_words(SkillItem const& item) { return fmt::format("skill `{}`", syntax::plain_text(item.name.base)); }
std::string in_words(Contact const& contact) {
  auto const place = syntax::plain_text(contact.place.text.base);
  return fmt::format("contact `{}`", !contact.value.empty() ? contact.value.value : !place.empty() ? place : contact.place.city.value);
}

/// What decisions about one item hang on of what is shown elsewhere.
struct Known {
  std::optional<std::set<std::string>> cited;  ///< the ids of publications that are cited; all are, as long as nobody knows
  std::set<std::string> gone;                  ///< ids of what is out
  friend bool operator==(Known const&, Known const&) = default;
};

/// One pass over the items, from the outside in.
class Filter {
 public:
  Filter(FilterOptions const& options, Known const& known) : options_{options}, known_{known} {}

  std::vector<Decision> decisions;
  std::set<std::string> gone;  ///< ids of what is out; another wording stands for what it takes out

  void resume(Resume& resume) {
    sift(resume.header.contacts, Facts{});
    sift(resume.sections, Facts{});
  }

 private:
  /// What became of the items within one item.
  struct Inside {
    bool any = false, any_shown = false;
    void operator|=(Inside const& other) {
      any |= other.any;
      any_shown |= other.any_shown;
    }
  };

  template <class T>
  Inside sift(std::vector<T>& items, Facts const& around) {
    Inside result;
    std::vector<T> shown;
    ++depth_;
    for (T& item : items) {
      result.any = true;
      if (shows(item, around)) shown.push_back(std::move(item));
    }
    --depth_;
    result.any_shown = !shown.empty();
    items = std::move(shown);
    return result;
  }

  template <class T>
  bool shows(T& item, Facts const& around) {
    std::size_t const index = decisions.size();
    decisions.push_back({item.attributes.span, in_words(item), depth_, true, false, {}});
    Facts facts = around.within(item.attributes);
    add_facts(item, facts);
    Verdict verdict = outer_.empty() ? judge_item(item, facts) : Verdict{Answer::No, outer_};
    decisions[index].follows = !outer_.empty();
    Inside const inside = verdict.answer == Answer::No ? leave_out(item, facts, index) : sift_inside(item, facts);
    if (verdict.answer == Answer::Open && inside.any_shown) verdict = {Answer::Yes, "something in it stays"};
    if (verdict.answer == Answer::Yes && inside.any && !inside.any_shown && is_shell(item)) verdict = {Answer::No, "nothing in it stays"};
    if (RichText* wording = verdict.answer == Answer::Yes ? chosen_wording(item.attributes, verdict.reason) : nullptr)
      take_wording(item, RichText{std::move(*wording)}, index);
    item.attributes.wordings.clear();
    decisions[index].shown = verdict.answer == Answer::Yes;
    decisions[index].reason = std::move(verdict.reason);
    if (!decisions[index].shown && !item.attributes.id.empty()) gone.insert(item.attributes.id.value);
    return decisions[index].shown;
  }

  /// Notes that all within the item goes with it.
  template <class T>
  Inside leave_out(T& item, Facts const& facts, std::size_t index) {
    std::string const before = outer_;
    if (outer_.empty()) outer_ = decisions[index].what + " is out";
    sift_inside(item, facts);
    outer_ = before;
    return {};
  }

  /// Of an item that has its wording, there is no shorter one left to choose.
  template <class T>
  void take_wording(T& item, RichText wording, std::size_t index) {
    item.attributes.short_wording = {};
    if (reword(item, std::move(wording))) replace(index);
  }

  /// Another wording stands for what was shown within the item.
  void replace(std::size_t index) {
    for (std::size_t i = index + 1; i < decisions.size(); ++i)
      if (decisions[i].shown) {
        decisions[i].shown = false;
        decisions[i].follows = true;
        decisions[i].reason = "another wording stands for it";
      }
  }

  // ---- facts

  template <class T>
  void add_facts(T const&, Facts&) {}
  void add_facts(Section const& section, Facts& facts) { facts.section = options_.sections.named_by(section); }
  void add_facts(Entry const& entry, Facts& facts) {
    facts.kind = entry.kind;
    if (!entry.when.empty()) facts.when = &entry.when;
    facts.is_cited = entry.kind != Kind::Publication || !known_.cited || known_.cited->contains(entry.attributes.id.value);
  }

  template <class T>
  Verdict judge_item(T const& item, Facts const& facts) {
    if (item.attributes.hide) return {Answer::No, "hide: true"};
    for (Literal const& need : item.attributes.needs)
      if (known_.gone.contains(need.value)) return {Answer::No, fmt::format("it requires `{}`, which is out", need.value)};
    if (!options_.variant) return {};
    Variant const& variant = *options_.variant;
    if constexpr (std::is_same_v<T, Section>)
      if (!options_.sections.shows(item)) return {Answer::No, "it is not in `sections`"};
    Verdict result = judge_drop(variant.drop, facts);
    if (result.answer == Answer::No) return result;
    for (Verdict const& verdict : {judge(variant.keep, variant::Rule::Keep, facts), judge(variant.only, variant::Rule::Only, facts)}) {
      if (verdict.answer < result.answer)
        result = verdict;
      else if (verdict.answer == Answer::Yes && result.answer == Answer::Yes && !verdict.reason.empty())
        result.reason += (result.reason.empty() ? "" : ", ") + verdict.reason;
    }
    // Contact items are how to reach you: only what names them takes them out.
    if constexpr (std::is_same_v<T, Contact>)
      if (result.answer == Answer::Open) return {};
    return result;
  }

  // ---- what an item holds

  Inside sift_inside(Contact&, Facts const&) { return {}; }
  Inside sift_inside(SkillItem&, Facts const&) { return {}; }
  Inside sift_inside(Point& point, Facts const& facts) { return sift(point.points, facts); }
  Inside sift_inside(Section& section, Facts const& facts) { return sift(section.entries, facts); }
  Inside sift_inside(Entry& entry, Facts const& facts) {
    Inside inside = sift(entry.points, facts);
    if (auto* education = std::get_if<EducationDetail>(&entry.detail)) inside |= sift(education->courses, facts);
    if (auto* skills = std::get_if<SkillsDetail>(&entry.detail)) inside |= sift(skills->items, facts);
    inside |= sift(entry.entries, facts);
    return inside;
  }

  /// Nothing to print without the items in it.
  static bool is_shell(Contact const&) { return false; }
  static bool is_shell(SkillItem const&) { return false; }
  static bool is_shell(Point const& point) { return point.text.empty(); }
  static bool is_shell(Section const&) { return true; }
  static bool is_shell(Entry const& entry) {
    if (!entry.text.empty()) return false;
    if (entry.kind == Kind::Skills) return std::get<SkillsDetail>(entry.detail).level.empty();
    return entry.kind == Kind::Group || (entry.title.empty() && entry.when.empty() && entry.kind != Kind::Education);
  }

  // ---- wordings

  RichText* chosen_wording(Attributes& attributes, std::string& reason) {
    auto const because = [&](std::string text) { reason += (reason.empty() ? "" : "; ") + std::move(text); };
    for (std::string const& name : options_.wordings)
      for (Wording& wording : attributes.wordings)
        if (wording.variant.value == name) {
          because(fmt::format("in the wording `{}`", name));
          return &wording.text;
        }
    if (!options_.variant || !options_.variant->short_wordings || attributes.short_wording.empty()) return nullptr;
    because("in its short wording");
    return &attributes.short_wording;
  }

  FilterOptions const& options_;
  Known const& known_;
  int depth_ = -1;
  std::string outer_;  ///< the reason of what stands within an item that is out
};

bool asks_for_citations(Variant const* variant) { return variant && (variant->keep.cited || variant->only.cited || variant->drop.cited); }

bool asks_for_others(Resume const& resume) {
  bool asks = false;
  ItemWalk{[&](auto const& item, Attributes const*) { asks = asks || !item.attributes.needs.empty(); }}.sections(resume.sections);
  return asks;
}

}  // namespace

std::vector<Decision> filter(Resume& resume, FilterOptions const& options) {
  bool const by_citations = asks_for_citations(options.variant);
  Known known;
  if (!by_citations && !asks_for_others(resume)) {
    Filter pass{options, known};
    pass.resume(resume);
    return std::move(pass.decisions);
  }
  // What is shown depends on what is cited and on what else is shown, and that on what is shown: from everything down, until nothing more
  // goes. Each round takes something away or is the last.
  while (true) {
    Resume shown = resume;
    Filter pass{options, known};
    pass.resume(shown);
    Known now{std::nullopt, std::move(pass.gone)};
    if (by_citations) {
      now.cited.emplace();
      for (Citation const& citation : citations_of(shown)) now.cited->insert(citation.id);
    }
    if (known == now) {
      resume = std::move(shown);
      return std::move(pass.decisions);
    }
    known = std::move(now);
  }
}

}  // namespace resumec::variant

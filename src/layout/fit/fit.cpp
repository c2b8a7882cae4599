#include "layout/fit/fit.hpp"

#include "base/check.hpp"
#include "layout/fit/place.hpp"
#include "layout/fit/search.hpp"
#include "layout/fit/survey.hpp"

#include <algorithm>
#include <utility>

namespace resumec::layout::fit {

namespace {

/// Everything short of this part of the last page is as good as filled.
constexpr std::int64_t full_permille = 940;
/// `Pages::Exactly`: the last page holds at least this much.
constexpr std::int64_t least_last_page_permille = 250;

/// So many omissions are tried one by one, and so many lines more.
constexpr std::size_t most_explained = 60;
constexpr int most_lines_more = 8;

class Fitter {
 public:
  Fitter(Survey& survey, Facts const& facts, Wish const& wish) : survey_{survey}, facts_{facts}, wish_{wish} {}

  Result run();

 private:
  /// What was chosen at one level.
  struct Choice {
    style::Metrics metrics;
    std::vector<Asked> asked;
    std::vector<Solution> solutions;
    Value value = 0;
    std::int64_t harm = 0;
  };

  std::vector<SpotLink> links(std::vector<Asked> const& asked) const;
  static Joint all_of(std::vector<Asked> const& asked);
  std::optional<Choice> choose(Level const& level, Value at_least);
  std::optional<Value> value_at(std::size_t level);
  std::size_t best_level();
  bool settle(Choice& choice);
  void spread(Choice& choice);
  Result everything(std::vector<Asked> const& asked, Joint all);
  std::int64_t pages_for_links(std::vector<Asked> const& asked) const;
  Result too_long(style::Metrics const& metrics);
  Result decide(Choice choice);
  Value harm_of(Level const& level) const { return level.harm * page_worth_ / 1000; }
  void price_with_links(Choice const& choice, std::span<SpotLink const> links, std::size_t column, Place const& place, Omission& omission);
  void explain(Choice const& choice);
  void find_savings(FitDecisions const& decisions);

  Survey& survey_;
  Facts const& facts_;
  Wish const wish_;
  std::vector<Level> levels_;
  /// By level, where it was tried: what can be shown, if the least fits and if it may be the best.
  std::vector<std::optional<std::optional<Choice>>> choices_;
  Report report_;
  Value won_ = 0;         ///< the most that a level won: one that wins less need not be known
  Value page_worth_ = 0;  ///< what the layout's own setting shows, or the tightest where that shows nothing
};

std::vector<Problem> problems_of(std::vector<Asked> const& asked) {
  std::vector<Problem> problems;
  for (Asked const& column : asked) problems.push_back(column.question.problem);
  return problems;
}

std::vector<SpotLink> Fitter::links(std::vector<Asked> const& asked) const {
  std::vector<SpotLink> links;
  if (facts_.links.empty()) return links;
  std::vector<Question const*> columns;
  for (Asked const& column : asked) columns.push_back(&column.question);
  for (Link const& link : facts_.links) {
    auto item = spot_of(columns, link.item), needs = spot_of(columns, link.needs);
    if (item && needs) links.push_back({std::move(*item), std::move(*needs)});
  }
  return links;
}

/// All of it, where all of it fits.
Joint Fitter::all_of(std::vector<Asked> const& asked) {
  Joint joint;
  joint.feasible = true;
  for (Asked const& column : asked) {
    std::optional<Placed> const all = place_everything(column.question.problem);
    joint.feasible = joint.feasible && all && all->end <= capacity(column.question.problem.pages);
    if (!all) continue;
    joint.solutions.push_back({true, all->value, all->end, all->shown, {}, 0, 0});
    joint.value += all->value;
  }
  return joint;
}

std::optional<Fitter::Choice> Fitter::choose(Level const& level, Value at_least) {
  Choice choice{level.metrics, survey_.ask(level.metrics), {}, 0, level.harm};
  Joint joint = wish_.mode == Mode::Layout ? all_of(choice.asked) : solve(problems_of(choice.asked), links(choice.asked), at_least);
  report_.states += joint.states;
  if (!joint.feasible) return std::nullopt;
  choice.value = joint.value;
  choice.solutions = std::move(joint.solutions);
  return choice;
}

/// The same content at the choice's setting, with the gaps it has now: does it fit?
bool Fitter::settle(Choice& choice) {
  std::vector<Asked> asked = survey_.ask(choice.metrics);
  std::vector<Position> ends;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    std::optional<Position> const end = place(asked[i].question.problem, choice.solutions[i].shown);
    if (!end || *end > capacity(asked[i].question.problem.pages)) return false;
    ends.push_back(*end);
  }
  choice.asked = std::move(asked);
  for (std::size_t i = 0; i < ends.size(); ++i) choice.solutions[i].end = ends[i];
  return true;
}

/// Room that is left goes into the gaps, evenly, as far as they may grow.
void Fitter::spread(Choice& choice) {
  constexpr int largest = 150, step = 5;
  for (int gaps = largest; gaps > choice.metrics.gaps; gaps -= step) {
    Choice wider = choice;
    wider.metrics.gaps = gaps;
    if (settle(wider)) {
      choice = std::move(wider);
      return;
    }
  }
}

Result Fitter::run() {
  style::Metrics const natural = survey_.natural();
  std::vector<Asked> const asked = survey_.ask(natural);
  if (Joint all = all_of(asked); all.feasible) return everything(asked, std::move(all));

  levels_ = tighter(natural, {survey_.x_height()});
  if (wish_.mode == Mode::Content) levels_.resize(1);
  choices_.resize(levels_.size());
  report_.levels = levels_.size();

  std::size_t const standard = wish_.mode != Mode::Layout && value_at(0) ? 0 : tightest(levels_);
  if (!value_at(standard)) return too_long(levels_[standard].metrics);
  page_worth_ = *value_at(standard);
  won_ = page_worth_ - harm_of(levels_[standard]);
  std::size_t const best = best_level();
  return decide(std::move(**choices_[best]));
}

std::optional<Value> Fitter::value_at(std::size_t level) {
  auto& choice = choices_[level];
  if (!choice) {
    choice = choose(levels_[level], won_ + harm_of(levels_[level]));
    if (*choice) won_ = std::max(won_, (*choice)->value - harm_of(levels_[level]));
    ++report_.levels_tried;
  }
  return *choice ? std::optional{(*choice)->value} : std::nullopt;
}

std::size_t Fitter::best_level() {
  std::vector<Position> units;
  for (Level const& level : levels_) units.push_back(survey_.units(level.metrics));
  Position const highest = *std::max_element(units.begin(), units.end());
  Oracle const oracle{
      [&](Level const& level) { return harm_of(level); },
      [&](std::size_t level) { return value_at(level); },
      [&](std::size_t like, std::size_t level) {
        style::Metrics const &lines = levels_[like].metrics, &metrics = levels_[level].metrics;
        if (wish_.mode != Mode::Layout) return survey_.ceiling(lines, metrics.gaps, units[level], highest);
        Joint const all = all_of(survey_.ask(lines, metrics));
        return all.feasible ? std::optional{all.value} : std::nullopt;
      },
  };
  std::optional<std::size_t> const best = wish_.try_every_level ? best_of_all(levels_, oracle) : fit::best_level(levels_, oracle);
  RESUMEC_CHECK(best);  // the standard is one
  return *best;
}

Result Fitter::everything(std::vector<Asked> const& asked, Joint all) {
  Choice choice{survey_.natural(), asked, std::move(all.solutions), all.value, 0};
  auto const filled = [&](Choice const& made) {
    std::int64_t most = 0;
    for (std::size_t i = 0; i < made.asked.size(); ++i)
      most = std::max(most, permille_of_page(made.asked[i].question.problem.pages, made.solutions[i].end));
    return most;
  };
  auto const wanted = static_cast<std::int64_t>(wish_.pages - 1) * 1000 + full_permille;
  if (wish_.how == Reach::Exactly && wish_.mode != Mode::Content && filled(choice) < wanted) {
    Choice loosest = choice;
    for (style::Metrics const& metrics : looser(survey_.natural())) {
      Choice next = choice;
      next.metrics = metrics;
      if (!settle(next)) break;
      loosest = std::move(next);
      if (filled(loosest) >= wanted) break;
    }
    if (!(loosest.metrics == choice.metrics)) report_.outcome = Outcome::Loosened;
    choice = std::move(loosest);
  }
  report_.needed_permille = filled(choice);
  if (wish_.how == Reach::Exactly &&
      report_.needed_permille < static_cast<std::int64_t>(wish_.pages - 1) * 1000 + (wish_.pages > 1 ? least_last_page_permille : 0))
    report_.outcome = Outcome::TooShort;
  Result result;
  result.decisions.metrics = choice.metrics;
  for (std::size_t i = 0; i < choice.asked.size(); ++i)
    report_.columns.push_back({choice.asked[i].role, choice.solutions[i].end, capacity(choice.asked[i].question.problem.pages)});
  report_.value = report_.everything = choice.value;
  result.report = std::move(report_);
  return result;
}

/// So many pages hold what must be shown with what that requires.
std::int64_t Fitter::pages_for_links(std::vector<Asked> const& asked) const {
  constexpr std::uint32_t most = 50;
  std::vector<Problem> problems = problems_of(asked);
  std::uint32_t count = wish_.pages;
  do {
    ++count;
    for (Problem& problem : problems) problem.pages.count = count;
  } while (count < most && !solve(problems, links(asked)).feasible);
  return count;
}

/// The least that must be shown, or in `Mode::Layout` everything, at this setting.
Result Fitter::too_long(style::Metrics const& metrics) {
  report_.outcome = Outcome::TooLong;
  std::vector<Asked> const asked = survey_.ask(metrics);
  for (Asked const& column : asked) {
    Problem const& problem = column.question.problem;
    std::optional<Placed> const all = place_everything(problem);
    Position const end = wish_.mode == Mode::Layout ? (all ? all->end : nowhere) : solve(problem).least_end;
    if (end != nowhere) report_.needed_permille = std::max(report_.needed_permille, permille_of_page(problem.pages, end));
  }
  // What items require besides may be what is too much.
  if (!facts_.links.empty() && report_.needed_permille <= std::int64_t{wish_.pages} * 1000)
    report_.needed_permille = pages_for_links(asked) * 1000;
  Result result;
  result.decisions.metrics = metrics;
  result.report = std::move(report_);
  return result;
}

/// Everything of `all` that the choice does not show.
std::vector<ItemId> without(std::vector<ItemId> const& all, std::vector<ItemId> const& shown) {
  std::vector<ItemId> result;
  for (ItemId const item : all)
    if (std::find(shown.begin(), shown.end(), item) == shown.end()) result.push_back(item);
  return result;
}

std::vector<ItemId> const& items_at(Question const& question, Place const& place) {
  Question::OfEntry const& entry = question.sections[place.section].entries[place.entry];
  return place.item ? entry.items[*place.item].all : entry.all;
}

std::vector<ItemId> dropped(std::vector<Asked> const& asked, std::vector<Solution> const& solutions) {
  std::vector<ItemId> all;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    std::vector<ItemId> const out = meaning_of(asked[i].question, solutions[i].shown).dropped;
    all.insert(all.end(), out.begin(), out.end());
  }
  return all;
}

/// Where items hang on each other, what one costs is known only from the best choice that shows it.
void Fitter::price_with_links(Choice const& choice, std::span<SpotLink const> links, std::size_t column, Place const& place,
                              Omission& omission) {
  std::vector<Problem> problems = problems_of(choice.asked);
  Spot spot{column, place.section, place.entry, place.item, {}};
  if (place.item)
    spot.shown_by.assign(problems[column].sections[place.section].entries[place.entry].items[*place.item].options.size(), true);
  require(problems, spot);
  Joint const with = solve(problems, links);
  omission.price.reset();
  if (!with.feasible) return;
  omission.price = choice.value - with.value;
  omission.instead = without(dropped(choice.asked, with.solutions), dropped(choice.asked, choice.solutions));
}

/// Why this and not something else.
void Fitter::explain(Choice const& choice) {
  std::vector<SpotLink> const linked = links(choice.asked);
  for (std::size_t i = 0; i < choice.asked.size(); ++i) {
    Question const& question = choice.asked[i].question;
    Solution const& solution = choice.solutions[i];
    auto const shows_entry = [&](Place const& place) {
      return std::any_of(solution.shown.begin(), solution.shown.end(),
                         [&](Shown const& shown) { return shown.section == place.section && shown.entry == place.entry; });
    };
    for (Regret const& regret : regrets(question.problem, solution)) {
      std::vector<ItemId> const& items = items_at(question, regret.place);
      if (items.empty() || (regret.place.item && !shows_entry(regret.place))) continue;  // an entry stands for what is in it
      Omission omission{items.front(), regret.price, {}};
      if (!linked.empty()) {
        price_with_links(choice, linked, i, regret.place, omission);
      } else if (regret.price && report_.omissions.size() < most_explained) {
        for (Place const& place : force(question.problem, solution, regret.place).displaced) {
          std::vector<ItemId> const& gone = items_at(question, place);
          if (!gone.empty()) omission.instead.push_back(gone.front());
        }
      }
      report_.omissions.push_back(std::move(omission));
    }
    if (question.problem.pages.count > 1) continue;
    std::vector<ItemId> const out = dropped(choice.asked, choice.solutions);
    std::vector<ItemId> known;
    for (int lines = 1; lines <= most_lines_more; ++lines) {
      std::vector<Problem> larger = problems_of(choice.asked);
      larger[i].pages.first += lines * 16;
      std::vector<ItemId> const then = dropped(choice.asked, solve(larger, linked).solutions);
      if (!without(then, out).empty()) continue;  // an exchange: no reason to make room
      std::vector<ItemId> gained = without(out, then);
      if (gained.empty() || gained == known) continue;
      known = gained;
      report_.gains.push_back({lines, std::move(gained)});
    }
  }
}

/// Points that a word or two make longer by a line.
void Fitter::find_savings(FitDecisions const& decisions) {
  constexpr int few_words = 3;
  auto const is_out = [&](ItemId item) {
    return std::binary_search(decisions.dropped.begin(), decisions.dropped.end(), item) ||
           std::binary_search(decisions.shortened.begin(), decisions.shortened.end(), item) ||
           std::binary_search(decisions.tightened.begin(), decisions.tightened.end(), item);
  };
  auto const look = [&](auto const& self, PartBoxes const& part) -> void {
    std::vector<ItemId> const none;
    std::vector<ItemId> const& items = part.part == PartBoxes::anonymous ? none : survey_.parts().part(part.part).items;
    if (std::any_of(items.begin(), items.end(), is_out)) return;
    bool const is_point = items.size() == 1 && facts_[items.front()].kind == ItemKind::Point;
    if (is_point && part.lines > 1 && part.words <= few_words) report_.savings.push_back({items.front(), part.words});
    for (PartBoxes const& child : part.inside) self(self, child);
  };
  for (auto const& [role, column] : survey_.columns(decisions.metrics)) look(look, column);
  std::stable_sort(report_.savings.begin(), report_.savings.end(), [](Saving const& a, Saving const& b) { return a.words < b.words; });
}

Result Fitter::decide(Choice choice) {
  if (wish_.detail == Detail::Reasons) explain(choice);
  if (wish_.mode != Mode::Content) spread(choice);
  Result result;
  report_.outcome = Outcome::Fitted;
  report_.proven = report_.levels_tried == report_.levels && wish_.kept_free == 0;
  report_.value = choice.value;
  report_.harm = harm_of({choice.metrics, choice.harm});
  for (Asked const& asked : choice.asked)
    if (auto const all = place_everything(asked.question.problem)) report_.everything += all->value;
  result.decisions.metrics = choice.metrics;
  for (std::size_t i = 0; i < choice.asked.size(); ++i) {
    Question const& question = choice.asked[i].question;
    Meaning const meaning = meaning_of(question, choice.solutions[i].shown);
    auto const append = [](std::vector<ItemId>& to, std::vector<ItemId> const& from) { to.insert(to.end(), from.begin(), from.end()); };
    append(result.decisions.dropped, meaning.dropped);
    append(result.decisions.shortened, meaning.shortened);
    append(result.decisions.tightened, meaning.tightened);
    report_.columns.push_back({choice.asked[i].role, choice.solutions[i].end, capacity(question.problem.pages)});
  }
  std::sort(result.decisions.dropped.begin(), result.decisions.dropped.end());
  std::sort(result.decisions.shortened.begin(), result.decisions.shortened.end());
  std::sort(result.decisions.tightened.begin(), result.decisions.tightened.end());
  if (wish_.detail == Detail::Reasons) find_savings(result.decisions);
  result.report = std::move(report_);
  return result;
}

}  // namespace

Result fit(flow::Document const& full, flow::Document const* brief, Facts const& facts, Wish const& wish, text::Shaper& shaper,
           World& world) {
  Survey survey{full, brief, facts, wish.pages, wish.kept_free, shaper, world};
  return Fitter{survey, facts, wish}.run();
}

}  // namespace resumec::layout::fit

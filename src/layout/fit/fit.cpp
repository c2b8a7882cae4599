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

  std::optional<Choice> choose(Level const& level);
  std::optional<Value> value_at(std::size_t level);
  std::size_t best_level();
  bool settle(Choice& choice);
  void spread(Choice& choice);
  Result everything(std::vector<Asked> const& asked);
  Result too_long(style::Metrics const& metrics);
  Result decide(Choice choice);
  Value harm_of(Level const& level) const { return level.harm * page_worth_ / 1000; }
  void explain(Choice const& choice);
  void find_savings(FitDecisions const& decisions);

  Survey& survey_;
  Facts const& facts_;
  Wish const wish_;
  std::vector<Level> levels_;
  std::vector<std::optional<std::optional<Choice>>> choices_;  ///< by level, where it was tried: what can be shown, if the least fits
  Report report_;
  Value page_worth_ = 0;  ///< what the layout's own setting shows, or the tightest where that shows nothing
};

std::optional<Fitter::Choice> Fitter::choose(Level const& level) {
  Choice choice{level.metrics, survey_.ask(level.metrics), {}, 0, level.harm};
  for (Asked const& asked : choice.asked) {
    Solution solution;
    if (wish_.mode == Mode::Layout) {
      std::optional<Placed> const all = place_everything(asked.question.problem);
      solution.feasible = all && all->end <= capacity(asked.question.problem.pages);
      if (all) {
        solution.shown = all->shown;
        solution.end = all->end;
        solution.value = all->value;
      }
    } else {
      solution = solve(asked.question.problem);
    }
    report_.states += solution.states;
    if (!solution.feasible) return std::nullopt;
    choice.value += solution.value;
    choice.solutions.push_back(std::move(solution));
  }
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

/// What is shown at a level if all of it must be.
std::optional<Value> worth_of_all(std::vector<Asked> const& asked) {
  Value value = 0;
  for (Asked const& column : asked) {
    std::optional<Placed> const all = place_everything(column.question.problem);
    if (!all || all->end > capacity(column.question.problem.pages)) return std::nullopt;
    value += all->value;
  }
  return value;
}

Result Fitter::run() {
  style::Metrics const natural = survey_.natural();
  std::vector<Asked> const asked = survey_.ask(natural);
  if (worth_of_all(asked)) return everything(asked);

  levels_ = tighter(natural, {survey_.x_height()});
  if (wish_.mode == Mode::Content) levels_.resize(1);
  choices_.resize(levels_.size());
  report_.levels = levels_.size();

  std::size_t const standard = wish_.mode != Mode::Layout && value_at(0) ? 0 : tightest(levels_);
  if (!value_at(standard)) return too_long(levels_[standard].metrics);
  page_worth_ = *value_at(standard);
  std::size_t const best = best_level();
  return decide(std::move(**choices_[best]));
}

std::optional<Value> Fitter::value_at(std::size_t level) {
  auto& choice = choices_[level];
  if (!choice) {
    choice = choose(levels_[level]);
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
        return wish_.mode == Mode::Layout ? worth_of_all(survey_.ask(lines, metrics))
                                          : survey_.ceiling(lines, metrics.gaps, units[level], highest);
      },
  };
  std::optional<std::size_t> const best = wish_.try_every_level ? best_of_all(levels_, oracle) : fit::best_level(levels_, oracle);
  RESUMEC_CHECK(best);  // the standard is one
  return *best;
}

Result Fitter::everything(std::vector<Asked> const& asked) {
  Choice choice{survey_.natural(), asked, {}, 0, 0};
  for (Asked const& column : asked) {
    Placed const all = *place_everything(column.question.problem);
    choice.solutions.push_back({true, all.value, all.end, all.shown, {}, 0, 0});
    choice.value += all.value;
  }
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

/// The least that must be shown, or in `Mode::Layout` everything, at this setting.
Result Fitter::too_long(style::Metrics const& metrics) {
  report_.outcome = Outcome::TooLong;
  for (Asked const& asked : survey_.ask(metrics)) {
    Problem const& problem = asked.question.problem;
    std::optional<Placed> const all = place_everything(problem);
    Position const end = wish_.mode == Mode::Layout ? (all ? all->end : nowhere) : solve(problem).least_end;
    if (end != nowhere) report_.needed_permille = std::max(report_.needed_permille, permille_of_page(problem.pages, end));
  }
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

/// Why this and not something else, in each column by itself.
void Fitter::explain(Choice const& choice) {
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
      if (regret.price && report_.omissions.size() < most_explained) {
        for (Place const& place : force(question.problem, solution, regret.place).displaced) {
          std::vector<ItemId> const& gone = items_at(question, place);
          if (!gone.empty()) omission.instead.push_back(gone.front());
        }
      }
      report_.omissions.push_back(std::move(omission));
    }
    if (question.problem.pages.count > 1) continue;
    std::vector<ItemId> const out = meaning_of(question, solution.shown).dropped;
    std::vector<ItemId> known;
    for (int lines = 1; lines <= most_lines_more; ++lines) {
      Problem larger = question.problem;
      larger.pages.first += lines * 16;
      std::vector<ItemId> gained = without(out, meaning_of(question, solve(larger).shown).dropped);
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
    bool const is_point = items.size() == 1 && facts_[items.front().index()].kind == ItemKind::Point;
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

#include "layout/fit/fit.hpp"

#include "layout/fit/place.hpp"
#include "layout/inline/prepared_texts.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
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

/// One column at one setting.
struct Asked {
  flow::ColumnRole role = flow::ColumnRole::Main;
  Question question;
};

class Fitter {
 public:
  Fitter(flow::Document const& full, flow::Document const* brief, Facts const& facts, Wish const& wish, text::Shaper& shaper, World& world)
      : full_{full}, facts_{facts}, wish_{wish}, shaper_{shaper}, world_{world}, parts_{full} {
    if (brief != nullptr) {
      brief_.emplace(*brief);
      brief_parts_.emplace(*brief);
    }
  }

  Result run();

 private:
  struct Heights {
    style::Metrics metrics;
    PartBoxes masthead;
    bool has_masthead = false;
    std::vector<std::pair<flow::ColumnRole, PartBoxes>> columns;
    std::vector<std::vector<Chunk>> brief;
  };
  /// What was chosen at one level.
  struct Choice {
    style::Metrics metrics;
    std::vector<Asked> asked;
    std::vector<Solution> solutions;
    Value value = 0, net = 0;
    std::int64_t harm = 0;
  };

  Heights const& heights(style::Metrics const& metrics);
  std::vector<Asked> ask(style::Metrics const& metrics);
  std::optional<Choice> choose(Level const& level);
  bool settle(Choice& choice);
  void spread(Choice& choice);
  Result everything(std::vector<Asked> const& asked);
  Result too_long(style::Metrics const& metrics);
  Result decide(Choice choice);
  Value harm_of(Level const& level) const { return level.harm * page_worth_ / 1000; }
  void explain(Choice const& choice);
  void find_savings(FitDecisions const& decisions);

  flow::Document full_;
  std::optional<flow::Document> brief_;
  Facts const& facts_;
  Wish const wish_;
  text::Shaper& shaper_;
  World& world_;
  Parts const parts_;
  std::optional<Parts> brief_parts_;
  PreparedTexts full_texts_, brief_texts_;
  std::vector<Heights> measured_;
  Report report_;
  Value page_worth_ = 0;  ///< what the layout's own setting shows, or the tightest where that shows nothing
};

/// Heights depend on sizes and widths alone: leading and gaps are counted in units of themselves.
Fitter::Heights const& Fitter::heights(style::Metrics const& metrics) {
  auto const same = [&](Heights const& made) {
    return made.metrics.body_size == metrics.body_size && made.metrics.margin_left == metrics.margin_left &&
           made.metrics.margin_right == metrics.margin_right;
  };
  if (auto const found = std::find_if(measured_.begin(), measured_.end(), same); found != measured_.end()) return *found;
  Heights made;
  made.metrics = metrics;
  Diagnostics unheard;  // said when the result is laid out
  auto const measured = [&](flow::Document& document, PreparedTexts& texts) {
    document.page.metrics = metrics;
    document.page.metrics.gaps = 100;
    Context context{document, shaper_, world_, unheard};
    context.prepared_texts = &texts;
    return measure(context);
  };
  Measured const full = measured(full_, full_texts_);
  made.has_masthead = !full.masthead.empty();
  made.masthead = take_apart(full.masthead, parts_);
  for (MeasuredColumn const& column : full.columns) made.columns.emplace_back(column.role, take_apart(column.boxes, parts_));
  if (brief_) {
    made.brief.resize(facts_.size());
    auto const note = [&](auto const& self, PartBoxes const& part) -> void {
      if (part.part != PartBoxes::anonymous && brief_parts_->part(part.part).items.size() == 1) {
        std::vector<Chunk>& chunks = made.brief[brief_parts_->part(part.part).items.front().index()];
        auto const add = [&](auto const& again, PartBoxes const& inner) -> void {
          chunks.insert(chunks.end(), inner.own.begin(), inner.own.end());
          for (PartBoxes const& child : inner.inside) again(again, child);
        };
        add(add, part);
      }
      for (PartBoxes const& child : part.inside) self(self, child);
    };
    for (MeasuredColumn const& column : measured(*brief_, brief_texts_).columns) note(note, take_apart(column.boxes, *brief_parts_));
  }
  measured_.push_back(std::move(made));
  return measured_.back();
}

std::vector<Asked> Fitter::ask(style::Metrics const& metrics) {
  Heights const& made = heights(metrics);
  full_.page.metrics = metrics;
  Diagnostics unheard;
  Context context{full_, shaper_, world_, unheard};
  PageHeights const room = page_heights(context);
  Units start = 0;
  if (made.has_masthead) start = make_question(made.masthead, parts_, facts_, made.brief, metrics.gaps).problem.pages.start;
  std::vector<Asked> asked;
  for (auto const& [role, column] : made.columns) {
    if (column.own.empty() && column.inside.empty()) continue;
    Asked one{role, make_question(column, parts_, facts_, made.brief, metrics.gaps)};
    one.question.problem.pages = {wish_.pages, room.first - wish_.kept_free, room.later - wish_.kept_free,
                                  one.question.problem.pages.start + start};
    asked.push_back(std::move(one));
  }
  return asked;
}

std::optional<Fitter::Choice> Fitter::choose(Level const& level) {
  Choice choice{level.metrics, ask(level.metrics), {}, 0, 0, level.harm};
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
  choice.net = choice.value - harm_of(level);
  return choice;
}

/// The same content at the choice's setting, with the gaps it has now: does it fit?
bool Fitter::settle(Choice& choice) {
  std::vector<Asked> asked = ask(choice.metrics);
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

/// What a level shares with the tightest that it is compared with; each with those before it.
enum class Shared : std::uint8_t { Nothing, Size, Margins, Leading };

constexpr Value nothing = std::numeric_limits<Value>::min() / 4;

/// The tightest setting in everything but what is shared with `like`.
Level tightest_of(std::vector<Level> const& levels, style::Metrics const& like, Shared shared) {
  style::Metrics all = like;
  for (Level const& level : levels) {
    style::Metrics const& other = level.metrics;
    if (shared < Shared::Size && other.body_size < all.body_size) all.body_size = other.body_size, all.line_height = other.line_height;
    if (shared < Shared::Margins)
      for (auto const margin :
           {&style::Metrics::margin_top, &style::Metrics::margin_right, &style::Metrics::margin_bottom, &style::Metrics::margin_left})
        all.*margin = std::min(all.*margin, other.*margin);
    if (shared < Shared::Leading && other.body_size == all.body_size) all.line_height = std::min(all.line_height, other.line_height);
    all.gaps = std::min(all.gaps, other.gaps);
  }
  return {all, 0};
}

Result Fitter::run() {
  style::Metrics const natural = full_.page.metrics;
  std::vector<Asked> const asked = ask(natural);
  bool fits = true;
  for (Asked const& column : asked) {
    std::optional<Placed> const all = place_everything(column.question.problem);
    fits = fits && all && all->end <= capacity(column.question.problem.pages);
  }
  if (fits) return everything(asked);

  Diagnostics unheard;
  Context context{full_, shaper_, world_, unheard};
  std::vector<Level> levels = tighter(natural, {context.x_height(base::StyleId{0})});
  if (wish_.mode == Mode::Content) levels.resize(1);
  report_.levels = levels.size();
  std::optional<Choice> best = choose(levels.front());
  ++report_.levels_tried;
  if (best) page_worth_ = best->value;
  if (!best || wish_.mode == Mode::Layout) {
    Level const tightest = tightest_of(levels, levels.front().metrics, Shared::Nothing);
    std::optional<Choice> const most = choose(tightest);
    if (!most) return too_long(tightest.metrics);
    page_worth_ = most->value;
  }
  // No level shows more than one that is tighter in everything: the tightest of its size is asked first, then that of its margins, too, and
  // of its leading.
  std::map<std::tuple<Length, Length, Length>, Value> most_of;
  auto const can_win = [&](Level const& level) {
    style::Metrics const& metrics = level.metrics;
    for (Shared const shared : {Shared::Size, Shared::Margins, Shared::Leading}) {
      Length const any = Length::raw(-1);
      auto const [most, is_new] = most_of.try_emplace(
          {metrics.body_size, shared == Shared::Size ? any : metrics.margin_left, shared == Shared::Leading ? metrics.line_height : any},
          nothing);
      if (is_new)
        if (auto const choice = choose(tightest_of(levels, metrics, shared))) most->second = choice->value;
      if (most->second - harm_of(level) <= (best ? best->net : nothing)) return false;
    }
    return true;
  };
  for (std::size_t i = 1; i < levels.size(); ++i) {
    if (wish_.mode == Mode::Layout && best) break;
    if (!wish_.try_every_level && !can_win(levels[i])) continue;
    ++report_.levels_tried;
    std::optional<Choice> choice = choose(levels[i]);
    if (choice && (!best || choice->net > best->net)) best = std::move(choice);
  }
  if (!best) return too_long(levels.front().metrics);  // by content alone: the layout's own setting
  return decide(std::move(*best));
}

Result Fitter::everything(std::vector<Asked> const& asked) {
  Choice choice{full_.page.metrics, asked, {}, 0, 0, 0};
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
    for (style::Metrics const& metrics : looser(full_.page.metrics)) {
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
  for (Asked const& asked : ask(metrics)) {
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
           std::binary_search(decisions.shortened.begin(), decisions.shortened.end(), item);
  };
  auto const look = [&](auto const& self, PartBoxes const& part) -> void {
    std::vector<ItemId> const none;
    std::vector<ItemId> const& items = part.part == PartBoxes::anonymous ? none : parts_.part(part.part).items;
    if (std::any_of(items.begin(), items.end(), is_out)) return;
    bool const is_point = items.size() == 1 && facts_[items.front().index()].kind == ItemKind::Point;
    if (is_point && part.lines > 1 && part.words <= few_words) report_.savings.push_back({items.front(), part.words});
    for (PartBoxes const& child : part.inside) self(self, child);
  };
  for (auto const& [role, column] : heights(decisions.metrics).columns) look(look, column);
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
    report_.columns.push_back({choice.asked[i].role, choice.solutions[i].end, capacity(question.problem.pages)});
  }
  std::sort(result.decisions.dropped.begin(), result.decisions.dropped.end());
  std::sort(result.decisions.shortened.begin(), result.decisions.shortened.end());
  if (wish_.detail == Detail::Reasons) find_savings(result.decisions);
  result.report = std::move(report_);
  return result;
}

}  // namespace

Result fit(flow::Document const& full, flow::Document const* brief, Facts const& facts, Wish const& wish, text::Shaper& shaper,
           World& world) {
  return Fitter{full, brief, facts, wish, shaper, world}.run();
}

}  // namespace resumec::layout::fit

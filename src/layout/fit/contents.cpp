#include "layout/fit/contents.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace resumec::layout::fit {

namespace {

constexpr std::uint32_t unknown = 0xFFFF'FFFF;

/// All items that a block prints, itself or inside.
void collect(flow::Block const& block, std::vector<ItemId>& items, std::vector<base::NodeId>& nodes) {
  if (!block.items.empty()) {
    items.insert(items.end(), block.items.begin(), block.items.end());
    nodes.push_back(block.node);
    return;
  }
  for (flow::Block const& child : block.children) collect(child, items, nodes);
}

}  // namespace

Parts::Parts(flow::Document const& flow) : parts_{{}}, of_node_(flow.nodes.size(), unknown) {
  for (flow::Column const& column : flow.columns) {
    for (flow::Block const& block : column.blocks) add(block, root);
  }
  // A node's parent was made before it.
  for (std::size_t i = 0; i < of_node_.size(); ++i) {
    if (of_node_[i] != unknown) continue;
    base::NodeId const parent = flow.nodes[i].parent;
    of_node_[i] = parent && parent.index() < i ? of_node_[parent.index()] : root;
  }
}

void Parts::add(flow::Block const& block, std::uint32_t around) {
  std::vector<ItemId> items = block.items;
  std::vector<base::NodeId> nodes{block.node};
  bool const side_by_side = block.kind == flow::BlockKind::Columns && block.column_count > 1;
  if (side_by_side) {  // they come and go together: without one of them the columns are others
    nodes.clear();
    items.clear();
    for (flow::Block const& child : block.children) collect(child, items, nodes);
  }
  if (!items.empty()) {
    auto const index = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back({around, std::move(items), !side_by_side && block.break_before == flow::BreakBefore::Force});
    for (base::NodeId const node : nodes)
      if (node && of_node_[node.index()] == unknown) of_node_[node.index()] = index;
    around = index;
    if (side_by_side) return;
  }
  for (flow::Block const& child : block.children) add(child, around);
}

// ---- boxes → parts

namespace {

/// Puts boxes where they belong, in document order: the parts that are open are those around the last box.
class Sorter {
 public:
  explicit Sorter(Parts const& parts) : parts_{parts} { open_.push_back(&whole_); }

  void add(MeasuredBox const& box) {
    if (box.node) last_ = parts_.of(box.node);
    open(last_);
    PartBoxes* part = open_.back();
    if (!part->inside.empty()) {  // behind something inside it: a part without a number
      if (part->inside.back().part != PartBoxes::anonymous) part->inside.push_back({PartBoxes::anonymous, {}, {}, 0, 0});
      part = &part->inside.back();
    }
    part->lines += 1;
    part->words = box.words;
    if (box.may_break || part->own.empty())
      part->own.push_back({box.gap, box.height});
    else
      part->own.back().height += box.gap + box.height;
  }
  PartBoxes take() { return std::move(whole_); }

 private:
  void open(std::uint32_t part) {
    std::vector<std::uint32_t> path;
    for (std::uint32_t at = part; at != Parts::root; at = parts_.part(at).parent) path.push_back(at);
    std::reverse(path.begin(), path.end());
    std::size_t same = 0;
    while (same < path.size() && same + 1 < open_.size() && open_[same + 1]->part == path[same]) ++same;
    open_.resize(same + 1);
    for (std::size_t i = same; i < path.size(); ++i) {
      open_.back()->inside.push_back({path[i], {}, {}, 0, 0});
      open_.push_back(&open_.back()->inside.back());
    }
  }

  Parts const& parts_;
  PartBoxes whole_;
  std::vector<PartBoxes*> open_;
  std::uint32_t last_ = Parts::root;
};

}  // namespace

PartBoxes take_apart(std::span<MeasuredBox const> boxes, Parts const& parts) {
  Sorter sorter{parts};
  for (MeasuredBox const& box : boxes) sorter.add(box);
  return sorter.take();
}

// ---- parts → the solver's question

namespace {

/// Typesetting.md §4.2: each further point of an entry is worth a little less.
std::vector<std::int64_t> const& diminishing() {
  static std::vector<std::int64_t> const values{1000, 950, 900, 850, 800, 750, 700, 650, 600, 550, 500, 450};
  return values;
}
constexpr std::int64_t short_wording_percent = 80;
/// Tight lines are not done without need.
constexpr std::int64_t tight_lines_percent = 97;
/// Gaps between entries and points of which there is only one to measure.
constexpr Units usual_entry_gap = 7, usual_point_gap = 1;
/// So many ways to choose from what is inside an item are looked at.
constexpr std::size_t most_choices = 48;

/// One way to show an item.
struct Choice {
  Option option;
  Meaning meaning;
};

class Questioner {
 public:
  Questioner(Parts const& parts, Facts const& facts, Variants const& variants, int gaps_percent)
      : parts_{parts}, facts_{facts}, variants_{variants}, percent_{gaps_percent} {
    for (Link const& link : facts.links) linked_.insert({link.item, link.needs});
  }

  Question ask(PartBoxes const& column);

 private:
  struct Wish {
    bool required = false;
    std::size_t minimum = 0, maximum = std::numeric_limits<std::size_t>::max();
  };

  void section(PartBoxes const& part, Question& question);
  Entry entry(PartBoxes const& part, Question::OfEntry& meaning);
  Item item(PartBoxes const& part, Units gap, Question::OfItem& meaning);
  std::vector<Choice> choices(PartBoxes const& part);
  std::vector<Choice> choices_inside(PartBoxes const& part);
  void add_short(PartBoxes const& part, std::vector<Choice>& choices);
  void add_tight(PartBoxes const& part, std::vector<Choice>& choices);

  Units gap(Units gap) const { return style::scaled_gap(gap, percent_); }
  Units gap_of(PartBoxes const& part) const;
  bool starts_page(PartBoxes const& part) const { return part.part != PartBoxes::anonymous && parts_.part(part.part).starts_page; }
  Units height(std::vector<Chunk> const& chunks) const;
  Option option(std::vector<Chunk> const& chunks, Value value) const;
  std::vector<Units> gaps_inside(PartBoxes const& part, Units usual) const;

  std::vector<ItemId> const& items(PartBoxes const& part) const {
    static std::vector<ItemId> const none;
    return part.part == PartBoxes::anonymous ? none : parts_.part(part.part).items;
  }
  void all_items(PartBoxes const& part, std::vector<ItemId>& all) const {
    all.insert(all.end(), items(part).begin(), items(part).end());
    for (PartBoxes const& child : part.inside) all_items(child, all);
  }
  std::vector<ItemId> all_items(PartBoxes const& part) const {
    std::vector<ItemId> all;
    all_items(part, all);
    return all;
  }
  Value value(PartBoxes const& part) const {
    Value sum = 0;
    for (ItemId const item : items(part)) sum += facts_[item].value;
    return sum;
  }
  bool required(PartBoxes const& part) const {
    auto const is = [&](ItemId item) { return facts_[item].required; };
    return part.part == PartBoxes::anonymous || std::any_of(items(part).begin(), items(part).end(), is) ||
           std::any_of(part.inside.begin(), part.inside.end(),
                       [&](PartBoxes const& child) { return child.part != PartBoxes::anonymous && required(child); });
  }
  static std::size_t anonymous_inside(PartBoxes const& part) {
    return static_cast<std::size_t>(
        std::count_if(part.inside.begin(), part.inside.end(), [](PartBoxes const& child) { return child.part == PartBoxes::anonymous; }));
  }
  /// How many of what is inside are shown, with what has no number. `least`: where nothing is said.
  Wish wish(PartBoxes const& part, std::size_t least) const;
  /// The boxes of a part that is one item, if there are others for it.
  std::vector<Chunk> const* other(OtherHeights const& heights, PartBoxes const& part) const {
    if (items(part).size() != 1 || items(part).front().index() >= heights.size()) return nullptr;
    std::vector<Chunk> const& chunks = heights[items(part).front().index()];
    return chunks.empty() ? nullptr : &chunks;
  }
  bool has_short(PartBoxes const& part) const { return other(variants_.brief, part) != nullptr && facts_[items(part).front()].has_short; }

  Parts const& parts_;
  Facts const& facts_;
  Variants const& variants_;
  int const percent_;
  std::set<ItemId> linked_;  ///< items that others hang on, or that hang on others
};

Units Questioner::gap_of(PartBoxes const& part) const {
  if (!part.own.empty()) return gap(part.own.front().gap);
  return part.inside.empty() ? 0 : gap_of(part.inside.front());
}

Units Questioner::height(std::vector<Chunk> const& chunks) const {
  Units sum = 0;
  for (std::size_t i = 0; i < chunks.size(); ++i) sum += (i > 0 ? gap(chunks[i].gap) : 0) + chunks[i].height;
  return sum;
}

Option Questioner::option(std::vector<Chunk> const& chunks, Value value) const {
  if (chunks.empty()) return {0, 0, value};
  Units const head = chunks.front().height;
  return {head, height(chunks) - head, value};
}

/// The gap above each part inside, where another stands before it. Above the first there is the gap to the header: it takes that of the
/// next.
std::vector<Units> Questioner::gaps_inside(PartBoxes const& part, Units usual) const {
  std::vector<Units> gaps;
  for (PartBoxes const& child : part.inside) gaps.push_back(gap_of(child));
  if (!gaps.empty()) gaps.front() = gaps.size() > 1 ? gaps[1] : gap(usual);
  return gaps;
}

Questioner::Wish Questioner::wish(PartBoxes const& part, std::size_t least) const {
  std::size_t const anonymous = anonymous_inside(part), numbered = part.inside.size() - anonymous;
  Wish wish;
  wish.minimum = std::min(least, numbered) + anonymous;
  if (items(part).size() == 1) {
    ItemFacts const& facts = facts_[items(part).front()];
    if (facts.minimum > 0) wish.minimum = std::min(static_cast<std::size_t>(facts.minimum), numbered) + anonymous;
    if (facts.maximum > 0) wish.maximum = std::max(static_cast<std::size_t>(facts.maximum) + anonymous, wish.minimum);
  }
  return wish;
}

Question Questioner::ask(PartBoxes const& column) {
  Question question;
  question.problem.diminishing = diminishing();
  question.problem.pages.start = height(column.own);
  for (PartBoxes const& part : column.inside) section(part, question);
  return question;
}

void Questioner::section(PartBoxes const& part, Question& question) {
  Section made;
  Question::OfSection meaning;
  meaning.all = items(part);
  made.gap = starts_page(part) ? next_page : gap_of(part);
  made.required = required(part);
  if (part.inside.empty()) {
    Entry whole;
    whole.header = height(part.own);
    whole.value = value(part);
    made.entries.push_back(whole);
    meaning.entries.emplace_back();
  } else {
    made.title = height(part.own);
    made.title_gap = gap_of(part.inside.front());
    std::vector<Units> const gaps = gaps_inside(part, usual_entry_gap);
    for (std::size_t i = 0; i < part.inside.size(); ++i) {
      made.entries.push_back(entry(part.inside[i], meaning.entries.emplace_back()));
      if (made.entries.back().gap != next_page) made.entries.back().gap = gaps[i];
    }
    Wish const wishes = wish(part, 1);
    made.min_entries = wishes.minimum;
    made.max_entries = wishes.maximum;
  }
  question.problem.sections.push_back(std::move(made));
  question.sections.push_back(std::move(meaning));
}

Entry Questioner::entry(PartBoxes const& part, Question::OfEntry& meaning) {
  Entry made;
  meaning.all = items(part);
  made.required = required(part);
  // What starts a page and is kept with what is above it takes that along.
  bool const kept_starts_page = part.own.size() < 2 && !part.inside.empty() && starts_page(part.inside.front());
  if (starts_page(part) || kept_starts_page) made.gap = next_page;
  if (has_short(part)) {  // one or the other, as a whole
    made.items.push_back(item(part, 0, meaning.items.emplace_back()));
    made.min_items = 1;
    return made;
  }
  made.value = value(part);
  // The header is what no page divides from the first thing below it; the rest of what is always shown may go to the next page.
  std::vector<Chunk> const& own = part.own;
  if (!own.empty()) made.header = own.front().height;
  for (std::size_t i = 1; i < own.size(); ++i) {
    made.items.push_back({{{own[i].height, 0, 0}}, gap(own[i].gap), true});
    meaning.items.push_back({{}, {{}}});
    if (i == 1) made.header_gap = gap(own[i].gap);
  }
  std::size_t const fixed = made.items.size();
  if (fixed == 0 && !part.inside.empty()) made.header_gap = gap_of(part.inside.front());
  std::vector<Units> const gaps = gaps_inside(part, usual_point_gap);
  for (std::size_t i = 0; i < part.inside.size(); ++i) {
    Units const above = i == 0 && fixed > 0 ? gap_of(part.inside.front()) : gaps[i];
    made.items.push_back(item(part.inside[i], above, meaning.items.emplace_back()));
  }
  Wish const wishes = wish(part, 1);
  made.min_items = wishes.minimum + fixed;
  if (wishes.maximum < std::numeric_limits<std::size_t>::max()) made.max_items = wishes.maximum + fixed;
  return made;
}

Item Questioner::item(PartBoxes const& part, Units gap, Question::OfItem& meaning) {
  Item made;
  made.gap = starts_page(part) ? next_page : gap;
  made.required = required(part);
  meaning.all = all_items(part);
  for (Choice& choice : choices(part)) {
    made.options.push_back(choice.option);
    meaning.options.push_back(std::move(choice.meaning));
  }
  return made;
}

std::vector<Choice> Questioner::choices(PartBoxes const& part) {
  std::vector<Choice> result;
  if (part.inside.empty()) {
    result.push_back({option(part.own, value(part)), {}});
    add_tight(part, result);
  } else {
    result = choices_inside(part);
  }
  add_short(part, result);
  return result;
}

void Questioner::add_tight(PartBoxes const& part, std::vector<Choice>& choices) {
  std::vector<Chunk> const* const tight = other(variants_.tight, part);
  if (tight == nullptr || height(*tight) >= height(part.own)) return;
  choices.push_back({option(*tight, value(part) * tight_lines_percent / 100), {{}, {}, {items(part).front()}}});
}

void Questioner::add_short(PartBoxes const& part, std::vector<Choice>& choices) {
  if (!has_short(part)) return;
  ItemId const item = items(part).front();
  Value most = 0;
  for (Choice const& choice : choices) most = std::max(most, choice.option.value);
  choices.push_back({option(variants_.brief[item.index()], most * short_wording_percent / 100), {{}, {item}, {}}});
}

/// What is worth showing of the parts inside one that stands as a whole: for each height the most, the most first.
std::vector<Choice> Questioner::choices_inside(PartBoxes const& part) {
  struct State {
    Choice choice;
    std::size_t count = 0;
    std::vector<ItemId> linked_out;  ///< what is left out of those that others hang on: nothing stands for a state that differs in it
  };
  bool const is_entry = !items(part).empty() && facts_[items(part).front()].kind == ItemKind::Entry;
  Wish const wishes = wish(part, part.own.empty() || is_entry ? 1 : 0);
  std::vector<Units> const gaps = gaps_inside(part, usual_point_gap);
  std::vector<State> states{{{{height(part.own), 0, value(part)}, {}}, 0, {}}};
  auto const note_linked = [&](State& state, std::vector<ItemId> const& out) {
    std::ranges::copy_if(out, std::back_inserter(state.linked_out), [&](ItemId item) { return linked_.contains(item); });
  };
  for (std::size_t i = 0; i < part.inside.size(); ++i) {
    PartBoxes const& child = part.inside[i];
    std::vector<Choice> const options = choices(child);
    std::vector<State> next;
    for (State const& state : states) {
      if (!required(child)) {
        State without = state;
        std::vector<ItemId> const all = all_items(child);
        without.choice.meaning.dropped.insert(without.choice.meaning.dropped.end(), all.begin(), all.end());
        note_linked(without, all);
        next.push_back(std::move(without));
      }
      if (state.count == wishes.maximum) continue;
      Units const above = state.count > 0 ? gaps[i] : part.own.empty() ? 0 : gap_of(part.inside.front());
      for (Choice const& option : options) {
        State with = state;
        with.count += 1;
        with.choice.option.head += above + option.option.head + option.option.tail;
        with.choice.option.value += option.option.value;
        auto const append = [](std::vector<ItemId>& to, std::vector<ItemId> const& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(with.choice.meaning.dropped, option.meaning.dropped);
        note_linked(with, option.meaning.dropped);
        append(with.choice.meaning.shortened, option.meaning.shortened);
        append(with.choice.meaning.tightened, option.meaning.tightened);
        next.push_back(std::move(with));
      }
    }
    std::size_t const left = part.inside.size() - i - 1;
    std::erase_if(next, [&](State const& state) { return state.count + left < wishes.minimum; });
    std::stable_sort(next.begin(), next.end(), [](State const& a, State const& b) {
      Option const &x = a.choice.option, &y = b.choice.option;
      return x.value != y.value ? x.value > y.value : x.head < y.head;
    });
    states.clear();
    for (State& state : next) {
      bool const useless = std::any_of(states.begin(), states.end(), [&](State const& better) {
        return better.choice.option.head <= state.choice.option.head && better.count >= std::min(state.count, wishes.minimum) &&
               better.linked_out == state.linked_out;
      });
      if (!useless && states.size() < most_choices) states.push_back(std::move(state));
    }
  }
  std::vector<Choice> result;
  for (State& state : states) result.push_back(std::move(state.choice));
  return result;
}

}  // namespace

Question make_question(PartBoxes const& column, Parts const& parts, Facts const& facts, Variants const& variants, int gaps_percent) {
  return Questioner{parts, facts, variants, gaps_percent}.ask(column);
}

std::optional<Spot> spot_of(std::span<Question const* const> columns, ItemId item) {
  auto const holds = [item](std::vector<ItemId> const& items) { return std::ranges::find(items, item) != items.end(); };
  for (std::size_t column = 0; column < columns.size(); ++column) {
    auto const& sections = columns[column]->sections;
    for (std::uint32_t s = 0; s < sections.size(); ++s) {
      if (holds(sections[s].all)) return Spot{column, s, std::nullopt, std::nullopt, {}};
      for (std::uint32_t e = 0; e < sections[s].entries.size(); ++e) {
        Question::OfEntry const& entry = sections[s].entries[e];
        if (holds(entry.all)) return Spot{column, s, e, std::nullopt, {}};
        for (std::uint32_t i = 0; i < entry.items.size(); ++i) {
          if (!holds(entry.items[i].all)) continue;
          Spot spot{column, s, e, i, {}};
          for (Meaning const& option : entry.items[i].options) spot.shown_by.push_back(!holds(option.dropped));
          return spot;
        }
      }
    }
  }
  return std::nullopt;
}

Meaning meaning_of(Question const& question, std::vector<Shown> const& shown) {
  Meaning meaning;
  auto const append = [](std::vector<ItemId>& to, std::vector<ItemId> const& from) { to.insert(to.end(), from.begin(), from.end()); };
  auto const drop = [&](std::vector<ItemId> const& items) { append(meaning.dropped, items); };
  auto const drop_entry = [&](Question::OfEntry const& entry) {
    drop(entry.all);
    for (Question::OfItem const& item : entry.items) drop(item.all);
  };
  auto next = shown.begin();
  for (std::size_t s = 0; s < question.sections.size(); ++s) {
    Question::OfSection const& section = question.sections[s];
    bool any = false;
    for (std::size_t e = 0; e < section.entries.size(); ++e) {
      Question::OfEntry const& entry = section.entries[e];
      if (next == shown.end() || next->section != s || next->entry != e) {
        drop_entry(entry);
        continue;
      }
      any = true;
      auto item = next->items.begin();
      for (std::size_t i = 0; i < entry.items.size(); ++i) {
        if (item == next->items.end() || item->first != i) {
          drop(entry.items[i].all);
          continue;
        }
        Meaning const& option = entry.items[i].options[item->second];
        drop(option.dropped);
        append(meaning.shortened, option.shortened);
        append(meaning.tightened, option.tightened);
        ++item;
      }
      ++next;
    }
    if (!any) drop(section.all);
  }
  return meaning;
}

}  // namespace resumec::layout::fit

#include "syntax/yaml_builder.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_align.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

bool is_plain_null(std::string_view word) { return word == "~" || word == "null" || word == "Null" || word == "NULL"; }

}  // namespace

std::size_t expansion_cost(Node const& node) {
  // A text counts by its size too: aliases of one long text must not fill the memory.
  std::size_t cost = 1 + node.scalar.text.size() / 64 + node.scalar.pieces.size() / 8;
  for (Node const& item : node.items) cost += expansion_cost(item);
  for (Member const& member : node.members) cost += member.key.size() / 64 + expansion_cost(member.value);
  return cost;
}

std::size_t height(Node const& node) {
  std::size_t below = 0;
  for (Node const& item : node.items) below = std::max(below, height(item));
  for (Member const& member : node.members) below = std::max(below, height(member.value));
  return below + (node.is_list() || node.is_map() ? 1U : 0U);
}

std::optional<Member> report_stray(Span place, std::string_view shown, Node::Kind kind, Diagnostics& diagnostics) {
  auto report = diag::report<Kind::StrayText>(diagnostics, place, shown);
  std::size_t word = 0;
  while (word < shown.size() && is_word(shown[word])) ++word;
  bool const joined = word > 0 && word + 1 < shown.size() && shown[word] == ':' && !is_white(shown[word + 1]) && shown[word + 1] != '/';
  if (kind == Node::Kind::List) {
    report.hint("a list goes under a key; keys of one map are indented alike");
  } else if (joined) {
    std::uint32_t const at = place.begin + static_cast<std::uint32_t>(word) + 1;
    report.hint("put a blank after the colon").fix({place.source, at, at}, " ");
    Member member{std::string{shown.substr(0, word)}, {place.source, place.begin, at - 1}, {}};
    member.value.kind = Node::Kind::Error;
    member.value.span = {place.source, at, place.end};
    return member;
  } else {
    report.hint("every line here is `key: value`; text goes under a key, indented");
  }
  return std::nullopt;
}

TreeBuilder::TreeBuilder(PatchedText const& patched, std::span<std::uint32_t const> unreadable, YamlLimits const& limits,
                         ExpansionBudget& budget, Diagnostics& diagnostics)
    : patched_{patched}, unreadable_{unreadable}, limits_{limits}, budget_{budget}, diagnostics_{diagnostics} {}

void TreeBuilder::start(std::size_t at) {
  cursor_ = at;
  root_.span = patched_.span(at, at);
}

/// An anchor or a tag in front of a node belongs to its event; the node itself begins after it.
std::size_t TreeBuilder::skip_properties(std::size_t at, Properties properties) const {
  if (properties.anchor == 0 && !properties.tagged) return at;
  std::string_view const text = patched_.text();
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    while (at < text.size() && !is_white(text[at])) ++at;
    while (at < text.size() && (is_white(text[at]) || text[at] == '#')) at = text[at] == '#' ? line_end(text, at) : at + 1;
  }
  return at;
}

/// Where a value would have stood that is not there: after the `:` or `-` next to the last token.
std::size_t TreeBuilder::null_place() const {
  std::string_view const text = patched_.text();
  bool const in_map = !frames_.empty() && frames_.back().node.is_map();
  std::size_t at = cursor_;
  if (in_map) {
    at = skip_blanks(text, at, text.size());
    return at < text.size() && text[at] == ':' ? at + 1 : cursor_;
  }
  while (at < text.size() && (is_white(text[at]) || text[at] == '#')) at = text[at] == '#' ? line_end(text, at) : at + 1;
  return at < text.size() && text[at] == '-' ? at + 1 : cursor_;
}

std::size_t TreeBuilder::find_close(std::size_t at, char close) const {
  std::string_view const text = patched_.text();
  while (at < text.size() && text[at] != close) {
    char const c = text[at];
    if (c == '#') {
      at = line_end(text, at);
    } else if (is_white(c) || c == ',' || c == ':' || c == '?') {
      ++at;
    } else {
      return cursor_;
    }
  }
  return std::min(at + 1, text.size());
}

/// In block style, a key that no colon follows and no `?` announced.
bool TreeBuilder::is_keyless_line(std::size_t place) const {
  if (frames_.empty() || !frames_.back().node.is_map() || !frames_.back().has_key || place != cursor_) return false;
  std::string_view const text = patched_.text();
  Frame const& frame = frames_.back();
  if (frame.begin < text.size() && text[frame.begin] == '{') return false;
  if (cursor_ < text.size() && skip_blanks(text, cursor_, text.size()) < text.size() &&
      text[skip_blanks(text, cursor_, text.size())] == ':')
    return false;
  std::string_view const source = patched_.original();
  std::size_t before = frame.key_span.begin;
  while (before > 0 && is_blank(source[before - 1])) --before;
  bool const flow_pair = before > 0 && (source[before - 1] == '[' || source[before - 1] == ',');
  return !flow_pair && (before == 0 || source[before - 1] != '?') && !frame.key_span.detached() && frame.key_span.size() > 0;
}

void TreeBuilder::null(std::size_t at, std::size_t anchor) {
  if (skipped_ > 0) return;
  std::string_view const text = patched_.text();
  std::size_t word = at;
  while (word < text.size() && !is_white(text[word]) && std::string_view{",]}:"}.find(text[word]) == std::string_view::npos) ++word;
  Node node;
  if (at >= cursor_ && at < text.size() && is_plain_null(text.substr(at, word - at))) {
    node.span = patched_.span(at, word);
    cursor_ = word;
  } else {
    std::size_t const place = std::max(cursor_, null_place());
    // yaml-cpp takes the last line of a map for a key even where its colon is missing.
    if (is_keyless_line(place)) {
      Frame& frame = frames_.back();
      auto member = report_stray(frame.key_span, patched_.original().substr(frame.key_span.begin, frame.key_span.size()),
                                 Node::Kind::Scalar, diagnostics_);
      if (member) frame.node.members.push_back(std::move(*member));
      frame.has_key = frame.merge = false;
      return;
    }
    cursor_ = place;
    node.span = patched_.span(cursor_, cursor_);
  }
  if (wants_key()) {
    node.scalar.text = patched_.original().substr(node.span.begin, node.span.size());  // `null:` is a word like any other
    add_key(std::move(node));
  } else {
    add(std::move(node), anchor);
  }
}

void TreeBuilder::scalar(std::size_t at, std::string_view value, Properties properties) {
  if (skipped_ > 0) return;
  std::string_view const text = patched_.text();
  std::size_t const begin = skip_properties(at, properties);
  Node node;
  bool const quoted = begin < text.size() && (text[begin] == '"' || text[begin] == '\'' || text[begin] == '|' || text[begin] == '>');
  if (value.empty() && !quoted) {  // a tag without a text
    node.span = patched_.span(begin, begin);
    cursor_ = std::max(cursor_, begin);
  } else {
    node.kind = Node::Kind::Scalar;
    bool const in_quotes = quoted && (text[begin] == '"' || text[begin] == '\'');
    if (auto const place = patched_.stood_in_for(in_quotes ? begin + 1 : begin)) {
      node.scalar = plain_scalar(patched_.original(), *place);
      node.span = *place;
      if (in_quotes) {
        node.style = text[begin] == '"' ? ScalarStyle::DoubleQuoted : ScalarStyle::SingleQuoted;
        node.span = {place->source, place->begin - 1, place->end + 1};
      }
      cursor_ = std::max(cursor_, begin + value.size() + (in_quotes ? 2 : 0));
    } else {
      Alignment aligned = align_scalar(patched_, begin, value);
      node.style = aligned.style;
      node.scalar = std::move(aligned.text);
      node.span = patched_.span(begin, aligned.end);
      cursor_ = std::max(cursor_, aligned.end);
    }
    if (std::binary_search(unreadable_.begin(), unreadable_.end(), node.span.begin)) node.kind = Node::Kind::Error;
  }
  if (wants_key()) {
    remember(node, properties.anchor);
    add_key(std::move(node));
  } else {
    add(std::move(node), properties.anchor);
  }
}

void TreeBuilder::add_key(Node node) {
  Frame& frame = frames_.back();
  frame.has_key = true;
  frame.key = std::move(node.scalar.text);
  frame.key_span = node.span;
  frame.merge = node.is_scalar() && node.style == ScalarStyle::Plain && frame.key == "<<";
}

void TreeBuilder::alias(std::size_t at, std::size_t anchor) {
  if (skipped_ > 0) return;
  std::string_view const text = patched_.text();
  std::size_t end = at;
  while (end < text.size() && !is_white(text[end]) && std::string_view{",[]{}"}.find(text[end]) == std::string_view::npos) ++end;
  Span const span = patched_.span(at, end);
  cursor_ = std::max(cursor_, end);
  std::string_view const name = text.substr(std::min(at + 1, end), end > at ? end - at - 1 : 0);
  Node node;
  node.span = span;
  if (anchor >= anchors_.size() || !anchors_[anchor].complete) {
    node.kind = Node::Kind::Error;
    if (!budget_.reported) {
      diag::report<Kind::RecursiveAlias>(diagnostics_, span, name).hint("an alias may only repeat something that ends before it");
    }
  } else if (frames_.size() + anchors_[anchor].height > limits_.depth) {
    node.kind = Node::Kind::Error;
    if (!std::exchange(too_deep_, true))
      diag::report<Kind::NestingTooDeep>(diagnostics_, span, limits_.depth)
          .hint("a résumé needs a handful of levels; is a bracket missing?");
  } else if (spend(anchors_[anchor].cost, span)) {
    node = anchors_[anchor].node;
  } else {
    node.kind = Node::Kind::Error;
  }
  if (wants_key()) {
    if (!node.is_scalar()) diag::report<Kind::KeyNotText>(diagnostics_, span);
    node.span = span;
    add_key(std::move(node));
  } else {
    add(std::move(node), 0);
  }
}

bool TreeBuilder::spend(std::size_t cost, Span where) {
  if (budget_.used + cost <= limits_.expansion) {
    budget_.used += cost;
    return true;
  }
  budget_.used = limits_.expansion;
  if (!std::exchange(budget_.reported, true)) {
    diag::report<Kind::AliasExpansion>(diagnostics_, where, limits_.expansion).hint("write out what is repeated, or repeat less");
  }
  return false;
}

void TreeBuilder::remember(Node const& node, std::size_t anchor) {
  if (anchor == 0) return;
  std::size_t const cost = expansion_cost(node);
  if (!spend(cost, node.span)) return;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
  anchors_[anchor] = {node, true, cost, height(node)};
}

void TreeBuilder::begin_collection(std::size_t at, Node::Kind kind, Properties properties) {
  if (skipped_ > 0 || frames_.size() >= limits_.depth) {
    if (skipped_++ == 0 && !std::exchange(too_deep_, true)) {
      diag::report<Kind::NestingTooDeep>(diagnostics_, patched_.span(at, std::min(at + 1, patched_.text().size())), limits_.depth)
          .hint("a résumé needs a handful of levels; is a bracket missing?");
    }
    return;
  }
  Frame frame;
  frame.begin = skip_properties(at, properties);
  frame.anchor = properties.anchor;
  frame.node.kind = kind;
  cursor_ = std::max(cursor_, frame.begin);
  frames_.push_back(std::move(frame));
}

void TreeBuilder::end_collection() {
  if (skipped_ > 0) {
    if (--skipped_ == 0) {
      Node node;
      node.kind = Node::Kind::Error;
      node.span = patched_.span(cursor_, cursor_);
      if (wants_key()) {
        add_key(std::move(node));
      } else {
        add(std::move(node), 0);
      }
    }
    return;
  }
  if (frames_.empty()) return;
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  std::string_view const text = patched_.text();
  char const first = frame.begin < text.size() ? text[frame.begin] : '\0';
  if (first == '[' && frame.node.is_list()) cursor_ = find_close(std::max(cursor_, frame.begin + 1), ']');
  if (first == '{' && frame.node.is_map()) cursor_ = find_close(std::max(cursor_, frame.begin + 1), '}');
  frame.node.span = patched_.span(frame.begin, std::max(cursor_, frame.begin));
  if (frame.merged) merge_into(frame);
  if (wants_key()) {
    diag::report<Kind::KeyNotText>(diagnostics_, frame.node.span).hint("put quotes around it if it is meant as text");
    frame.node.scalar.text = std::string{patched_.original().substr(frame.node.span.begin, frame.node.span.size())};
    add_key(std::move(frame.node));
    return;
  }
  add(std::move(frame.node), frame.anchor);
}

void TreeBuilder::add(Node node, std::size_t anchor) {
  remember(node, anchor);
  if (frames_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  if (frame.node.is_list()) {
    frame.node.items.push_back(std::move(node));
    return;
  }
  frame.has_key = false;
  if (frame.merge) {
    frame.merged = true;
    frame.merges.push_back(node);
  }
  // The place of a merge key stays marked by a member without a key until the map is complete.
  frame.node.members.push_back({frame.merge ? "<<" : std::move(frame.key), frame.key_span, frame.merge ? Node{} : std::move(node)});
  if (std::exchange(frame.merge, false)) frame.node.members.back().value.span = {};
}

/// Replaces each `<<` by the members of its maps that no explicit key, and no earlier merge, gives.
void TreeBuilder::merge_into(Frame& frame) {
  std::set<std::string, std::less<>> given;
  auto const is_mark = [](Member const& member) { return member.key == "<<" && member.value.is_null() && member.value.span.detached(); };
  for (Member const& member : frame.node.members) {
    if (!is_mark(member)) given.insert(member.key);
  }
  std::vector<Member> members;
  std::size_t next = 0;
  for (Member& member : frame.node.members) {
    if (!is_mark(member)) {
      members.push_back(std::move(member));
      continue;
    }
    Node merged = std::move(frame.merges[next++]);
    std::vector<Node> sources;
    if (merged.is_list()) {
      sources = std::move(merged.items);
    } else {
      sources.push_back(std::move(merged));
    }
    for (Node& source : sources) {
      if (source.kind == Node::Kind::Error) continue;
      if (!source.is_map()) {
        diag::report<Kind::MergeNotMap>(diagnostics_, member.key_span).hint("`<<` takes an alias of a map, as `<<: *defaults`");
        continue;
      }
      for (Member& inherited : source.members) {
        if (given.insert(inherited.key).second) members.push_back(std::move(inherited));
      }
    }
  }
  frame.node.members = std::move(members);
}

Node TreeBuilder::finish() { return std::move(root_); }

}  // namespace resumec::syntax

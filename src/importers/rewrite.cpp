#include "importers/rewrite.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers {

bool is_absent(Node const& node) {
  switch (node.kind) {
    case Node::Kind::Null:
      return true;
    case Node::Kind::Scalar:
      return node.text().find_first_not_of(" \t\r\n") == std::string_view::npos;
    case Node::Kind::List:
      return node.items.empty();
    case Node::Kind::Map:
      return node.members.empty();
    case Node::Kind::Error:
      return false;
  }
  return false;
}

Node make_map(Span span) {
  Node node;
  node.kind = Node::Kind::Map;
  node.span = span;
  return node;
}

Node make_list(Span span) {
  Node node;
  node.kind = Node::Kind::List;
  node.span = span;
  return node;
}

Node make_scalar(std::string text, Span span) {
  Node node;
  node.kind = Node::Kind::Scalar;
  node.span = span;
  node.scalar.text = std::move(text);
  node.scalar.span = span;
  return node;
}

Node slice(Node const& scalar, std::size_t begin, std::size_t end) {
  Node part;
  part.kind = Node::Kind::Scalar;
  part.style = scalar.style;
  part.scalar.text = scalar.scalar.text.substr(begin, end - begin);
  part.scalar.span = scalar.scalar.at(begin, end);
  for (auto const& piece : scalar.scalar.pieces) {
    if (piece.text >= end) break;
    if (piece.text <= begin) {
      part.scalar.pieces.assign(1, {0, piece.source + static_cast<std::uint32_t>(begin - piece.text)});
    } else {
      part.scalar.pieces.push_back({static_cast<std::uint32_t>(piece.text - begin), piece.source});
    }
  }
  part.span = part.scalar.span;
  return part;
}

Node joined(Node const& first, std::string_view between, Node const& second) {
  syntax::MappedBuilder text;
  text.append(first.scalar);
  text.append(between, second.scalar.span.begin);
  text.append(second.scalar);
  Node node = first;
  if (first.span.source == second.span.source)
    node.span = {first.span.source, std::min(first.span.begin, second.span.begin), std::max(first.span.end, second.span.end)};
  node.scalar = text.take(node.span);
  return node;
}

void TextBuilder::keep(std::size_t begin, std::size_t end) { text_.append(from_.scalar, begin, end); }

void TextBuilder::insert(std::string_view text, std::size_t place) { text_.append(text, from_.scalar.at(place, place).begin); }

Node TextBuilder::build() && {
  Node node = from_;
  node.scalar = text_.take(from_.scalar.span);
  return node;
}

void put(Node& map, std::string_view key, Node value, Span key_span) {
  if (is_absent(value)) return;
  map.members.push_back({std::string{key}, key_span.detached() ? value.span.start() : key_span, std::move(value)});
}

void append(Node& map, std::string_view key, Node more, Span key_span) {
  if (is_absent(more)) return;
  auto const known = std::find_if(map.members.begin(), map.members.end(), [&](Member const& member) { return member.key == key; });
  if (known == map.members.end()) {
    if (!more.is_list()) {
      auto list = make_list(more.span);
      list.items.push_back(std::move(more));
      more = std::move(list);
    }
    return put(map, key, std::move(more), key_span);
  }
  if (!known->value.is_list()) {
    auto list = make_list(known->value.span);
    list.items.push_back(std::exchange(known->value, {}));
    known->value = std::move(list);
  }
  auto& items = known->value.items;
  if (more.is_list())
    std::move(more.items.begin(), more.items.end(), std::back_inserter(items));
  else
    items.push_back(std::move(more));
}

Fields::Fields(Node const& map, std::string place, Context& context) : place_{std::move(place)}, context_{context} {
  for (auto const& member : map.members) left_.push_back(&member);
}

Member const* Fields::take(std::initializer_list<std::string_view> keys) {
  asked_.insert(keys.begin(), keys.end());
  for (auto const key : keys) {
    // The last of duplicates counts, as everywhere; the reader has reported them, and `keep_rest` keeps the others.
    auto const found = std::find_if(left_.rbegin(), left_.rend(), [&](Member const* member) { return member->key == key; });
    if (found == left_.rend()) continue;
    Member const* const member = *found;
    left_.erase(std::prev(found.base()));
    if (is_absent(member->value)) continue;
    taken_.insert(member->key);
    return member;
  }
  return nullptr;
}

bool Fields::take(Member const& member) {
  asked_.insert(member.key);
  auto const found = std::find(left_.begin(), left_.end(), &member);
  if (found == left_.end()) return false;
  left_.erase(found);
  taken_.insert(member.key);
  return true;
}

bool Fields::move(Node& to, std::string_view name, std::initializer_list<std::string_view> keys) {
  Member const* const member = take(keys);
  if (member) put(to, name, member->value, member->key_span);
  return member != nullptr;
}

void Fields::ignore(std::initializer_list<std::string_view> keys) {
  for (auto const key : keys)
    while (Member const* const member = take({key})) context_.ignored.push_back(member->value.span);
}

void Fields::keep_rest(Node& to) {
  std::vector<std::string_view> const known{asked_.begin(), asked_.end()};
  for (Member const* const member : std::exchange(left_, {})) {
    if (is_absent(member->value)) continue;
    bool const marked = member->key.starts_with("x-");         // a key of one's own in any format
    bool const is_known_twice = taken_.contains(member->key);  // the reader has said so
    if (!marked && !is_known_twice) {
      auto const near = base::nearest(member->key, known);
      diag::report<diag::Kind::ForeignField>(context_.diagnostics, member->key_span, member->key, place_, info(context_.format).name)
          .hint(near && *near != member->key ? diag::did_you_mean(*near)
                                             : "it is kept and not printed: an import writes it under a key that begins with `x-`");
    }
    put(to, marked ? member->key : "x-" + member->key, member->value, member->key_span);
  }
}

}  // namespace resumec::importers

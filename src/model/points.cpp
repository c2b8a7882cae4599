// Points: a text, `Parent: [children]`, or a map with `text`.

#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::model {
namespace {

using syntax::Node;

constexpr std::string_view text_name = "text";  ///< the field that a point's words are of

/// Characters that stand before the items of lists, on paper and in other programs.
bool is_bullet(char32_t c) {
  constexpr std::u32string_view bullets = U"•‣⁃∙·●○◦▪▫■□➢➤–—-*+";
  return bullets.find(c) != std::u32string_view::npos;
}

/// The text without a bullet and the blanks behind it. A dash before a number is a minus.
syntax::MappedText without_bullet(Context& context, syntax::MappedText text) {
  std::string_view const written = text.text;
  std::size_t const begin = written.find_first_not_of(' ');
  if (context.bullets == nullptr || begin == std::string_view::npos) return text;
  auto const first = unicode::decode_at(written, begin);
  if (!is_bullet(first.value)) return text;
  std::size_t end = first.end;
  while (end < written.size() && unicode::is_space(unicode::decode_at(written, end).value)) end = unicode::decode_at(written, end).end;
  bool const dash = first.value == U'-' || first.value == U'–' || first.value == U'—' || first.value == U'+';
  bool const number = end < written.size() && written[end] >= '0' && written[end] <= '9';
  if (end == first.end || end == written.size() || (dash && number)) return text;
  context.bullets->push_back({text.text.substr(begin, first.end - begin), text.at(begin, end)});
  return slice(text, end, written.size());
}

Point point_of(Context& context, syntax::MappedText text, bool blocks) {
  Point point;
  if (!blocks) text = without_bullet(context, std::move(text));  // a block may be a list of Markdown
  point.attributes.span = text.span;
  point.text = parse_rich(context, std::move(text), blocks, &point.attributes);
  return point;
}

Point point_of_map(Context& context, Node const& node) {
  Point point;
  point.attributes.span = node.span;
  std::size_t const findings = context.diagnostics.size();
  ExtraScope const scope{context, point.attributes.extra};
  read_fields(context, node, Where::Point, Kind::Other, point.attributes.extra, [&](Field const& field, syntax::Member const& member) {
    if (read_attribute(context, field, member, point.attributes)) return;
    switch (field.id) {
      case FieldId::PointText:
        point.text = read_rich(context, field, member.value, &point.attributes);
        break;
      case FieldId::PointPoints:
        point.points = read_points(context, field, member.value);
        break;
      case FieldId::EntryCites:
        point.cites = read_cites(context, field, member.value);
        break;
      default:
        break;
    }
  });
  if (point.text.empty() && point.points.empty() && context.diagnostics.size() == findings)
    diag::report<diag::Kind::MissingField>(context.diagnostics, node.span, "a point", "text")
        .hint("for example `text: Cut the cost by 38%`");
  return point;
}

/// `- - text`: a list of one text without brackets.
bool is_dash_twice(Node const& node) {
  return node.is_list() && node.items.size() == 1 && node.items[0].is_scalar() && !node.items[0].span.detached() &&
         node.span.begin < node.items[0].span.begin && node.span.end == node.items[0].span.end;
}

}  // namespace

Point read_point(Context& context, Node const& node) {
  Field const& points = field_of(FieldId::PointPoints);
  if (node.is_scalar()) {
    bool const block_style = node.style == syntax::ScalarStyle::Literal || node.style == syntax::ScalarStyle::Folded;
    return point_of(context, node.scalar, block_style || node.text().find('\n') != std::string_view::npos);
  }
  if (context.bullets != nullptr && is_dash_twice(node)) {
    Node const& item = node.items[0];
    context.bullets->push_back({"-", {node.span.source, node.span.begin, item.span.begin}});
    return read_point(context, item);
  }
  if (node.is_list()) {
    // A list directly in a list: its first text with the others under it has no meaning in YAML, so keep them as points under nothing.
    Point point;
    point.attributes.span = node.span;
    point.points = read_points(context, points, node);
    return point;
  }
  if (is_localised(context, node)) {
    Point point;
    point.attributes.span = node.span;
    point.text = read_rich(context, field_of(FieldId::PointText), node, &point.attributes);
    return point;
  }
  bool const one_key = node.members.size() == 1 && !find_exact_field(Where::Point, normalised_key(node.members[0].key));
  if (!one_key) return point_of_map(context, node);
  syntax::Member const& member = node.members[0];
  if (is_text_with_colon(node)) return point_of(context, text_with_colon(member), false);
  if (!member.value.is_list()) return point_of_map(context, node);
  Point point = point_of(context, key_text(member), false);
  point.attributes.span = node.span;
  point.points = read_points(context, points, member.value);
  return point;
}

namespace {

/// The items of a Markdown list as points; the lists inside an item are its own points. The reader of text bounds the depth.
std::vector<Point> points_of_list(Context& context, syntax::Block list) {
  std::vector<Point> points;
  for (auto& item : list.items) {
    Point point;
    point.text.span = point.attributes.span = item.span;
    give_attributes(context, item.attributes, "", item.span, &point.attributes);
    for (auto& block : item.blocks) {
      if (block.kind != syntax::BlockKind::List) {
        point.text.base.push_back(std::move(block));
        continue;
      }
      auto inner = points_of_list(context, std::move(block));
      point.points.insert(point.points.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
    }
    refuse_attributes(context, point.text.base, text_name);
    points.push_back(std::move(point));
  }
  return points;
}

/// The lines of `points: |`, each a point; a line that begins deeper goes on with the one above it. Where blank lines stand between
/// them, these part the points.
std::vector<Point> points_of_lines(Context& context, syntax::MappedText const& block) {
  std::string_view const text = block.text;
  std::size_t const last = text.find_last_not_of(" \n") + 1;
  bool const by_paragraph = text.substr(0, last).find("\n\n") != std::string_view::npos;
  std::vector<Point> points;
  std::size_t begin = 0;
  auto const take = [&](std::size_t end) {
    if (text.substr(begin, end - begin).find_first_not_of(" \n") == std::string_view::npos) return;
    points.push_back(point_of(context, slice(block, begin, end), false));
    refuse_attributes(context, points.back().text.base, text_name);
  };
  for (std::size_t at = text.find('\n'); at < last; at = text.find('\n', at + 1)) {
    char const next = text[at + 1];
    if (by_paragraph ? next != '\n' : next == ' ') continue;
    take(at);
    begin = at + 1;
  }
  take(last);
  return points;
}

/// `points: |` with a Markdown list: its items are the points, and text before it is one too.
std::vector<Point> split_lists(Context& context, Point whole) {
  std::vector<Point> points;
  auto const is_list = [](syntax::Block const& block) { return block.kind == syntax::BlockKind::List; };
  auto& blocks = whole.text.base;
  if (std::none_of(blocks.begin(), blocks.end(), is_list)) {
    refuse_attributes(context, blocks, text_name);
    points.push_back(std::move(whole));
    return points;
  }
  for (auto& block : blocks) {
    if (is_list(block)) {
      auto inner = points_of_list(context, std::move(block));
      points.insert(points.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
      continue;
    }
    points.push_back({});
    points.back().text.span = points.back().attributes.span = block.span;
    give_attributes(context, std::exchange(block.attributes, {}), "", block.span, &points.back().attributes);
    points.back().text.base.push_back(std::move(block));
    refuse_attributes(context, points.back().text.base, text_name);
  }
  if (!is_list(blocks.back())) {  // the attributes at the very end are its own, not those of the whole
    whole.attributes.span = points.back().attributes.span;
    points.back().attributes = std::move(whole.attributes);
  }
  return points;
}

/// Whether a line of the block begins as an item of a Markdown list does.
bool holds_list(std::string_view text) {
  auto const item = [](std::string_view line) {
    std::size_t at = line.find_first_not_of(' ');
    if (at == std::string_view::npos) return false;
    std::size_t end = at;
    while (end < line.size() && line[end] >= '0' && line[end] <= '9') ++end;
    bool const numbered = end > at && end < line.size() && (line[end] == '.' || line[end] == ')');
    bool const bullet = end == at && (line[at] == '-' || line[at] == '*' || line[at] == '+');
    return (numbered || bullet) && (end + 1 == line.size() || line[end + 1] == ' ');
  };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    if (item(text.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

BulletScope::~BulletScope() {
  context_.bullets = outer_;
  if (found_.empty()) return;
  auto report = diag::report<diag::Kind::DoubleBullet>(context_.diagnostics, found_.front().span, found_.front().value);
  report.hint(found_.size() == 1 ? "delete it" : fmt::format("delete it, and {} more in this list", found_.size() - 1));
  for (Literal const& bullet : found_) report.fix(bullet.span, "");
}

std::vector<Point> read_points(Context& context, Field const& field, Node const& node) {
  std::vector<Point> result;
  if (is_absent(node)) return result;
  BulletScope const scope{context};
  if (node.is_map() && !is_localised(context, node)) {
    report_wrong_type(context, field, node);
    return result;
  }
  if (!node.is_list()) {
    if (node.is_scalar() && node.style == syntax::ScalarStyle::Literal && !holds_list(node.text()))
      return points_of_lines(context, node.scalar);
    return split_lists(context, read_point(context, node));
  }
  for (Node const& item : node.items)
    if (!is_absent(item)) {
      result.push_back(read_point(context, item));
      refuse_attributes(context, result.back().text.base, text_name);
    }
  return result;
}

}  // namespace resumec::model

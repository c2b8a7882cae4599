// Leaves: words, numbers, texts, dates and places. Every text is brought to NFC before its markup is read.

#include "base/suggest.hpp"
#include "model/languages.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace resumec::model {
namespace {

using syntax::MappedText;
using syntax::Node;

/// The source offset of a byte of a text.
std::uint32_t source_offset(MappedText const& text, std::size_t at) { return text.at(at, at).begin; }

MappedText trimmed(MappedText text) {
  auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  std::size_t begin = 0, end = text.text.size();
  while (end > begin && is_blank(text.text[end - 1])) --end;
  while (begin < end && is_blank(text.text[begin])) ++begin;
  if (begin == 0 && end == text.text.size()) return text;
  return slice(text, begin, end);
}

/// Completes the addresses of links inside a text, and refuses unsafe ones.
void complete_links(Context& context, syntax::Inlines& inlines) {
  for (syntax::Inline& inline_node : inlines) {
    if (inline_node.kind == syntax::InlineKind::Link) {
      if (inline_node.target.empty())
        diag::report<diag::Kind::UnlinkableAddress>(context.diagnostics, inline_node.span, inline_node.target);
      inline_node.target = complete_url(context, inline_node.target, inline_node.span);
    }
    complete_links(context, inline_node.children);
  }
}

void complete_links(Context& context, syntax::Blocks& blocks) {
  for (syntax::Block& block : blocks) {
    complete_links(context, block.inlines);
    complete_links(context, block.children);
    for (syntax::ListItem& item : block.items) complete_links(context, item.blocks);
  }
}

bool has_any(syntax::Attributes const& attributes) {
  return !attributes.id.empty() || !attributes.tags.empty() || attributes.priority != 0;
}

/// `name: “Marta O”` from a word processor: these quotes are no quotes to YAML, and would be printed. In a quotation or a title they may
/// be meant.
void report_curly_quotes(Context& context, Field const& field, Node const& node) {
  constexpr FieldId quotable[] = {FieldId::EntryTitle, FieldId::EntryName,     FieldId::PositionTitle, FieldId::TalkName,
                                  FieldId::AwardName,  FieldId::Thesis,        FieldId::Venue,         FieldId::SectionTitle,
                                  FieldId::LinkLabel,  FieldId::SectionLegend, FieldId::WhenText};
  if (node.style != syntax::ScalarStyle::Plain || std::find(std::begin(quotable), std::end(quotable), field.id) != std::end(quotable))
    return;
  constexpr std::pair<std::string_view, std::string_view> pairs[] = {{"“", "”"}, {"‘", "’"}, {"„", "“"}, {"”", "”"}};
  std::string_view const text = node.text();
  for (auto const& [open, close] : pairs) {
    if (text.size() <= open.size() + close.size() || !text.starts_with(open) || !text.ends_with(close)) continue;
    std::string_view const inside = text.substr(open.size(), text.size() - open.size() - close.size());
    if (inside.find(open) != std::string_view::npos || inside.find(close) != std::string_view::npos) continue;
    diag::report<diag::Kind::CurlyQuotes>(context.diagnostics, node.span, text)
        .hint("YAML's own quotes are straight, and this needs none")
        .fix(node.span, std::string{inside});
    return;
  }
}

}  // namespace

void give_attributes(Context& context, syntax::Attributes const& parsed, std::string_view name, Span at, Attributes* owner) {
  if (!has_any(parsed)) return;
  if (!owner) {
    diag::report<diag::Kind::MisplacedAttributes>(context.diagnostics, at, name).hint("remove them, or escape the brace as `\\{`");
    return;
  }
  if (!parsed.id.empty()) {
    owner->id = {parsed.id, parsed.id_span};
    register_id(context, owner->id);
  }
  owner->tags.insert(owner->tags.end(), parsed.tags.begin(), parsed.tags.end());
  if (parsed.priority != 0) owner->priority = parsed.priority;
}

void refuse_attributes(Context& context, syntax::Blocks& blocks, std::string_view name) {
  for (syntax::Block& block : blocks) {
    give_attributes(context, std::exchange(block.attributes, {}), name, block.span, nullptr);
    refuse_attributes(context, block.children, name);
    for (syntax::ListItem& item : block.items) {
      give_attributes(context, std::exchange(item.attributes, {}), name, item.span, nullptr);
      refuse_attributes(context, item.blocks, name);
    }
  }
}

MappedText slice(MappedText const& text, std::size_t begin, std::size_t end) {
  MappedText part;
  part.text = text.text.substr(begin, end - begin);
  part.span = text.at(begin, end);
  if (text.pieces.empty()) return part;
  part.pieces.push_back({0, source_offset(text, begin)});
  for (syntax::TextPiece const& piece : text.pieces)
    if (piece.text > begin && piece.text < end) part.pieces.push_back({static_cast<std::uint32_t>(piece.text - begin), piece.source});
  return part;
}

MappedText normalised(MappedText text) {
  if (unicode::is_nfc(text.text)) return text;
  // Cluster by cluster, so that every changed one keeps its place.
  MappedText result;
  result.span = text.span;
  auto const boundaries = unicode::grapheme_boundaries(text.text);
  for (std::size_t i = 0; i + 1 < boundaries.size(); ++i) {
    std::string_view const cluster = std::string_view{text.text}.substr(boundaries[i], boundaries[i + 1] - boundaries[i]);
    result.pieces.push_back({static_cast<std::uint32_t>(result.text.size()), source_offset(text, boundaries[i])});
    result.text += unicode::to_nfc(cluster);
  }
  std::string whole = unicode::to_nfc(text.text);
  if (whole != result.text) {  // composition across a cluster boundary: one piece must do
    result.pieces = {{0, text.span.begin}};
    result.text = std::move(whole);
  }
  return result;
}

MappedText key_text(syntax::Member const& member) {
  MappedText text{member.key, member.key_span, {}};
  // A quoted key: its characters begin behind the quote.
  if (member.key_span.size() == member.key.size() + 2) {
    text.span = {member.key_span.source, member.key_span.begin + 1, member.key_span.end - 1};
  } else if (member.key_span.size() != member.key.size()) {
    text.pieces = {{0, member.key_span.begin}};
  }
  return text;
}

bool is_text_with_colon(Node const& node) {
  return node.is_map() && node.members.size() == 1 && (node.members[0].value.is_scalar() || node.members[0].value.is_null());
}

MappedText text_with_colon(syntax::Member const& member) {
  MappedText const key = key_text(member);
  Node const& value = member.value;
  MappedText text{member.key, member.key_span, key.pieces};
  if (text.pieces.empty()) text.pieces.push_back({0, key.span.begin});
  auto add = [&](std::string_view piece, std::uint32_t source) {
    text.pieces.push_back({static_cast<std::uint32_t>(text.text.size()), source});
    text.text += piece;
  };
  add(":", member.key_span.end);
  if (!value.is_scalar()) return text;
  text.span.end = std::max(text.span.end, value.span.end);
  add(" ", member.key_span.end);
  std::string_view const quote = value.style == syntax::ScalarStyle::DoubleQuoted   ? "\""
                                 : value.style == syntax::ScalarStyle::SingleQuoted ? "'"
                                                                                    : "";
  if (!quote.empty()) add(quote, value.span.begin);
  std::size_t const start = text.text.size();
  text.pieces.push_back({static_cast<std::uint32_t>(start), source_offset(value.scalar, 0)});
  for (syntax::TextPiece const& piece : value.scalar.pieces)
    if (piece.text > 0) text.pieces.push_back({static_cast<std::uint32_t>(start + piece.text), piece.source});
  text.text += value.scalar.text;
  if (!quote.empty()) add(quote, value.span.end > value.span.begin ? value.span.end - 1 : value.span.end);
  return text;
}

bool is_localised(Context const& context, Node const& node) {
  if (!node.is_map() || node.members.empty() || context.langs.empty()) return false;
  return std::all_of(node.members.begin(), node.members.end(), [&](syntax::Member const& member) {
    return std::find(context.langs.begin(), context.langs.end(), member.key) != context.langs.end();
  });
}

Text parse_text(Context& context, MappedText text, std::string_view name, Attributes* owner) {
  text = normalised(trimmed(std::move(text)));
  Text result;
  result.span = text.span;
  syntax::ParsedInlines parsed = syntax::parse_inlines(text, context.diagnostics);
  complete_links(context, parsed.inlines);
  give_attributes(context, parsed.attributes, name, text.span, owner);
  if (owner && !has_any(parsed.attributes)) report_odd_mark(context, text);
  result.base = std::move(parsed.inlines);
  return result;
}

RichText parse_rich(Context& context, MappedText text, bool blocks, Attributes* owner) {
  RichText result;
  result.span = text.span;
  if (!blocks) {
    text = normalised(trimmed(std::move(text)));
    syntax::ParsedInlines parsed = syntax::parse_inlines(text, context.diagnostics);
    complete_links(context, parsed.inlines);
    syntax::Block paragraph;
    paragraph.span = text.span;
    paragraph.inlines = std::move(parsed.inlines);
    if (owner && !has_any(parsed.attributes)) report_odd_mark(context, text);
    if (owner)
      give_attributes(context, parsed.attributes, "", text.span, owner);
    else
      paragraph.attributes = std::move(parsed.attributes);
    result.base.push_back(std::move(paragraph));
    return result;
  }
  result.base = syntax::parse_blocks(normalised(std::move(text)), context.diagnostics);
  complete_links(context, result.base);
  if (owner && !result.base.empty() && result.base.back().kind == syntax::BlockKind::Paragraph) {
    give_attributes(context, result.base.back().attributes, "", result.base.back().span, owner);
    result.base.back().attributes = {};
  }
  return result;
}

Text read_text(Context& context, Field const& field, Node const& node, Attributes* owner) {
  if (is_absent(node)) return {};
  if (node.is_scalar()) {
    report_curly_quotes(context, field, node);
    return parse_text(context, node.scalar, field.key, owner);
  }
  if (is_localised(context, node)) {
    Text result;
    result.span = node.span;
    for (syntax::Member const& member : node.members)
      result.by_lang.emplace_back(member.key, read_text(context, field, member.value, owner).base);
    return result;
  }
  if (node.is_list() && node.items.size() == 1) return read_text(context, field, node.items[0], owner);
  report_wrong_type(context, field, node);
  return {};
}

std::vector<Text> read_texts(Context& context, Field const& field, Node const& node) {
  std::vector<Text> result;
  if (!node.is_list()) {
    if (Text text = read_text(context, field, node); !text.empty()) result.push_back(std::move(text));
    return result;
  }
  for (Node const& item : node.items) {
    bool const colon = is_text_with_colon(item) && !is_localised(context, item);
    Text text = colon ? parse_text(context, text_with_colon(item.members[0]), field.key, nullptr) : read_text(context, field, item);
    if (!text.empty()) result.push_back(std::move(text));
  }
  return result;
}

RichText read_rich(Context& context, Field const& field, Node const& node, Attributes* owner) {
  if (is_absent(node)) return {};
  if (node.is_scalar()) {
    // In a text on one line `1.`, `>` or `#` at the start is what it looks like to its author: a part of the sentence.
    bool const block_style = node.style == syntax::ScalarStyle::Literal || node.style == syntax::ScalarStyle::Folded;
    RichText text = parse_rich(context, node.scalar, block_style || node.text().find('\n') != std::string_view::npos, owner);
    refuse_attributes(context, text.base, field.key);
    return text;
  }
  RichText result;
  result.span = node.span;
  if (is_localised(context, node)) {
    for (syntax::Member const& member : node.members)
      result.by_lang.emplace_back(member.key, read_rich(context, field, member.value, owner).base);
    return result;
  }
  if (!node.is_list()) {
    report_wrong_type(context, field, node);
    return {};
  }
  for (Node const& item : node.items) {
    RichText part = is_text_with_colon(item) && !is_localised(context, item)
                        ? parse_rich(context, text_with_colon(item.members[0]), false, owner)
                        : read_rich(context, field, item, owner);
    refuse_attributes(context, part.base, field.key);
    std::move(part.base.begin(), part.base.end(), std::back_inserter(result.base));
    std::move(part.by_lang.begin(), part.by_lang.end(), std::back_inserter(result.by_lang));
  }
  return result;
}

Literal read_literal(Context& context, Field const& field, Node const& node) {
  if (is_absent(node)) return {};
  if (node.is_list() && node.items.size() == 1) return read_literal(context, field, node.items[0]);
  if (!node.is_scalar()) {
    report_wrong_type(context, field, node);
    return {};
  }
  report_curly_quotes(context, field, node);
  MappedText const text = trimmed(node.scalar);
  return {unicode::to_nfc(text.text), text.span};
}

std::vector<Literal> read_literals(Context& context, Field const& field, Node const& node) {
  std::vector<Literal> result;
  auto add = [&](Node const& item) {
    if (Literal literal = read_literal(context, field, item); !literal.empty()) result.push_back(std::move(literal));
  };
  if (node.is_list())
    for (Node const& item : node.items) add(item);
  else
    add(node);
  return result;
}

std::vector<std::string> read_words(Context& context, Field const& field, Node const& node) {
  std::vector<std::string> result;
  for (Literal& literal : read_literals(context, field, node)) result.push_back(std::move(literal.value));
  return result;
}

std::optional<int> read_integer(Context& context, Field const& field, Node const& node, int least, int most) {
  if (node.is_scalar()) {
    int value = 0;
    std::string_view const text = node.text();
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && value >= least && value <= most) return value;
  }
  report_wrong_type(context, field, node);
  return std::nullopt;
}

bool read_bool(Context& context, Field const& field, Node const& node) {
  std::string const word = node.is_scalar() ? unicode::to_lower(node.text(), "en") : std::string{};
  if (word == "true" || word == "yes" || word == "on") return true;
  if (word != "false" && word != "no" && word != "off") report_wrong_type(context, field, node);
  return false;
}

std::optional<std::size_t> read_choice(Context& context, Field const& field, Node const& node) {
  auto const known = choices(field.type);
  Literal const word = read_literal(context, field, node);
  if (word.empty()) return std::nullopt;
  auto const found = std::find(known.begin(), known.end(), unicode::to_lower(word.value, "en"));
  if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
  auto report = diag::report<diag::Kind::UnknownValue>(context.diagnostics, word.span, word.value, describe(field.type));
  if (auto const near = base::meant_choice(word.value, known)) {
    report.hint(diag::did_you_mean(*near)).fix(word.span, std::string{*near});
  } else {
    std::string list;
    for (std::string_view choice : known) list += fmt::format("{}`{}`", list.empty() ? "" : ", ", choice);
    report.hint("one of " + list);
  }
  return std::nullopt;
}

std::string read_lang(Context& context, Field const& field, Node const& node) {
  Literal const lang = read_literal(context, field, node);
  if (lang.empty()) return {};
  if (!is_language_tag(lang.value)) report_no_language_tag(lang.value, lang.span, context.diagnostics);
  return lang.value;
}

When read_when(Context& context, Field const& field, Node const& node) {
  if (is_absent(node)) return {};
  if (node.is_scalar()) return parse_when(trimmed(node.scalar), context.lang, context.diagnostics);
  When result;
  result.span = node.span;
  if (node.is_list()) {
    for (Node const& item : node.items) {
      When part = read_when(context, field, item);
      if (part.empty()) continue;
      result.literal += (result.literal.empty() ? "" : ", ") + part.literal;
      result.free_text = result.free_text || part.free_text;
      result.spans.insert(result.spans.end(), part.spans.begin(), part.spans.end());
    }
    return result;
  }
  When start, end;
  Literal words;
  read_fields(context, node, Where::When, Kind::Other, *context.extra, [&](Field const& part, syntax::Member const& member) {
    switch (part.id) {
      case FieldId::WhenStart:
        start = read_when(context, part, member.value);
        break;
      case FieldId::WhenEnd:
        end = read_when(context, part, member.value);
        break;
      case FieldId::WhenText:
        words = read_literal(context, part, member.value);
        break;
      default:
        break;
    }
  });
  result = join_when(&start, &end, context.diagnostics);
  result.span = node.span;
  if (!words.empty()) {
    // The dates beside the words serve for sorting; what is no date is printed with them.
    result.literal = result.free_text ? words.value + "; " + result.literal : words.value;
    result.free_text = true;
  }
  return result;
}

std::optional<Date> read_date(Context& context, Field const& field, Node const& node) {
  std::size_t const findings = context.diagnostics.size();
  When const when = read_when(context, field, node);
  bool const one_date = !when.free_text && when.spans.size() == 1 && !when.spans[0].range;
  if (one_date) return when.spans[0].start;
  if (!is_absent(node) && context.diagnostics.size() == findings) report_wrong_type(context, field, node);
  return std::nullopt;
}

Place read_place(Context& context, Field const& field, Node const& node) {
  Place place;
  place.span = node.span;
  if (!node.is_map() || is_localised(context, node)) {
    place.text = read_text(context, field, node);
    return place;
  }
  read_fields(context, node, Where::Where, Kind::Other, *context.extra, [&](Field const& part, syntax::Member const& member) {
    switch (part.id) {
      case FieldId::Street:
        place.street = read_literal(context, part, member.value);
        break;
      case FieldId::City:
        place.city = read_literal(context, part, member.value);
        break;
      case FieldId::Region:
        place.region = read_literal(context, part, member.value);
        break;
      case FieldId::Postcode:
        place.postcode = read_literal(context, part, member.value);
        break;
      case FieldId::Country:
        place.country = read_literal(context, part, member.value);
        break;
      case FieldId::Remote:
        place.remote = read_bool(context, part, member.value);
        break;
      default:
        break;
    }
  });
  return place;
}

std::vector<Cite> read_cites(Context& context, Field const& field, Node const& node) {
  std::vector<Cite> result;
  for (Literal& id : read_literals(context, field, node)) result.push_back({std::move(id), {}});
  return result;
}

}  // namespace resumec::model

// Skills, and levels with their number where a scale is recognised.

#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>

namespace resumec::model {
namespace {

using syntax::MappedText;
using syntax::Node;

struct LevelWord {
  std::string_view word;  ///< in lower case
  int thousandths;
  std::string_view scale;
};

// CEFR by its six steps; words by the scales of LinkedIn (ILR, five words) and YAMLResume (six words) and their translations.
constexpr LevelWord level_words[] = {
    {"a1", 167, "cefr"},
    {"a2", 333, "cefr"},
    {"b1", 500, "cefr"},
    {"b2", 667, "cefr"},
    {"c1", 833, "cefr"},
    {"c2", 1000, "cefr"},
    {"native", 1000, "ilr"},
    {"native speaker", 1000, "ilr"},
    {"mother tongue", 1000, "ilr"},
    {"bilingual", 1000, "ilr"},
    {"native or bilingual", 1000, "ilr"},
    {"fluent", 800, "ilr"},
    {"full professional", 800, "ilr"},
    {"professional working", 600, "ilr"},
    {"minimum professional", 600, "ilr"},
    {"limited working", 400, "ilr"},
    {"elementary", 200, "ilr"},
    {"conversational", 500, "words"},
    {"basic", 250, "words"},
    {"novice", 100, "words"},
    {"beginner", 200, "words"},
    {"intermediate", 500, "words"},
    {"upper intermediate", 650, "words"},
    {"advanced", 750, "words"},
    {"proficient", 800, "words"},
    {"competent", 600, "words"},
    {"expert", 900, "words"},
    {"master", 1000, "words"},
    {"good", 600, "words"},
    {"very good", 750, "words"},
    {"excellent", 900, "words"},
    {"daily", 900, "words"},
    {"weekly", 600, "words"},
    {"occasional", 300, "words"},
    {"occasionally", 300, "words"},
    {"familiar", 300, "words"},
    {"working knowledge", 500, "words"},
    {"muttersprache", 1000, "ilr"},
    {"fließend", 800, "ilr"},
    {"verhandlungssicher", 900, "ilr"},
    {"grundkenntnisse", 250, "words"},
    {"gut", 600, "words"},
    {"sehr gut", 750, "words"},
    {"langue maternelle", 1000, "ilr"},
    {"courant", 800, "ilr"},
    {"débutant", 200, "words"},
    {"intermédiaire", 500, "words"},
    {"avancé", 750, "words"},
    {"notions", 250, "words"},
    {"nativo", 1000, "ilr"},
    {"lengua materna", 1000, "ilr"},
    {"fluido", 800, "ilr"},
    {"avanzado", 750, "words"},
    {"intermedio", 500, "words"},
    {"básico", 250, "words"},
    {"madrelingua", 1000, "ilr"},
    {"fluente", 800, "ilr"},
    {"avanzato", 750, "words"},
    {"base", 250, "words"},
    {"moedertaal", 1000, "ilr"},
    {"vloeiend", 800, "ilr"},
    {"goed", 600, "words"},
    {"basis", 250, "words"},
    {"gevorderd", 750, "words"},
};

/// `4/5`, `9/10`.
std::optional<LevelWord> fraction(std::string_view text) {
  std::size_t const slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  int value = 0, whole = 0;
  auto read = [](std::string_view digits, int& number) {
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc{} && end == digits.data() + digits.size();
  };
  if (!read(text.substr(0, slash), value) || !read(text.substr(slash + 1), whole)) return std::nullopt;
  if ((whole != 5 && whole != 10) || value < 0 || value > whole) return std::nullopt;
  return LevelWord{"", value * 1000 / whole, whole == 5 ? "five" : "ten"};
}

std::optional<LevelWord> level_of(std::string_view text) {
  std::string word = unicode::to_lower(text, "en");
  // The steps of the ILR by their full names: "full professional proficiency".
  if (constexpr std::string_view noun = " proficiency"; word.ends_with(noun)) word.erase(word.size() - noun.size());
  for (LevelWord const& known : level_words)
    if (known.word == word) return known;
  return fraction(word);
}

std::vector<std::pair<std::size_t, std::size_t>> split_at_commas(std::string_view text, std::size_t from) {
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  int depth = 0;
  std::size_t begin = from;
  for (std::size_t at = from; at <= text.size(); ++at) {
    if (at < text.size() && (text[at] == '(' || text[at] == '[')) ++depth;
    if (at < text.size() && (text[at] == ')' || text[at] == ']')) --depth;
    if (at < text.size() && (text[at] != ',' || depth > 0)) continue;
    std::size_t first = begin, last = at;
    while (first < last && text[first] == ' ') ++first;
    while (last > first && text[last - 1] == ' ') --last;
    if (last > first) parts.emplace_back(first, last);
    begin = at + 1;
  }
  return parts;
}

/// `Python`; `Go: daily` has a level; `Audio: librosa, SoX` is a group.
SkillItem item_of_text(Context& context, MappedText text) {
  SkillItem item;
  item.attributes.span = text.span;
  // Attributes stand at the end of the whole item.
  std::size_t const brace = text.text.rfind(" {");
  std::size_t const end = brace != std::string::npos && text.text.ends_with('}') ? brace : text.text.size();
  std::size_t const colon = text.text.find(": ");
  bool const address = colon != std::string::npos && text.text.find_first_of("[`(") < colon;
  if (colon == std::string::npos || colon + 2 >= end || address) {
    item.name = parse_text(context, std::move(text), "items", &item.attributes);
    return item;
  }
  if (end < text.text.size()) parse_text(context, slice(text, end, text.text.size()), "items", &item.attributes);
  item.name = parse_text(context, slice(text, 0, colon), "items", &item.attributes);
  MappedText const head = slice(text, 0, end);
  auto const parts = split_at_commas(head.text, colon + 2);
  if (parts.size() == 1 && level_of(head.text.substr(parts[0].first, parts[0].second - parts[0].first))) {
    item.level = recognise_level(parse_text(context, slice(head, parts[0].first, parts[0].second), "level", nullptr));
    return item;
  }
  for (auto const& [first, last] : parts) item.keywords.push_back(parse_text(context, slice(head, first, last), "items", nullptr));
  return item;
}

SkillItem item_of_map(Context& context, Node const& node) {
  SkillItem item;
  item.attributes.span = node.span;
  ExtraScope const scope{context, item.attributes.extra};
  read_fields(context, node, Where::Item, Kind::Other, item.attributes.extra, [&](Field const& field, syntax::Member const& member) {
    if (read_attribute(context, field, member, item.attributes)) return;
    switch (field.id) {
      case FieldId::ItemName:
        item.name = read_text(context, field, member.value, &item.attributes);
        break;
      case FieldId::ItemLevel:
        item.level = read_level(context, field, member.value);
        break;
      case FieldId::ItemKeywords:
        item.keywords = read_texts(context, field, member.value);
        break;
      default:
        break;
    }
  });
  if (item.name.empty())
    diag::report<diag::Kind::MissingField>(context.diagnostics, node.span, "a skill", "name")
        .hint("for example `{name: Python, level: 4/5}`");
  return item;
}

/// `Go: daily`, or a group with its list: an item that is a key and a value.
SkillItem item_of_member(Context& context, Field const& field, syntax::Member const& member) {
  if (!member.value.is_list()) return item_of_text(context, text_with_colon(member));
  SkillItem group;
  group.attributes.span = {member.key_span.source, member.key_span.begin, member.value.span.end};
  group.name = parse_text(context, key_text(member), field.key, &group.attributes);
  group.keywords = read_texts(context, field_of(FieldId::ItemKeywords), member.value);
  return group;
}

/// `{Go: daily, Python: weekly}`: no key is a field of an item, and no value has fields of its own.
bool is_items(Node const& map) {
  return map.is_map() && !map.members.empty() && std::all_of(map.members.begin(), map.members.end(), [](syntax::Member const& member) {
           bool const has_fields = member.value.is_map() || find_exact_field(Where::Item, normalised_key(member.key)) != nullptr;
           return !has_fields && member.value.kind != Node::Kind::Error;
         });
}

}  // namespace

Level recognise_level(Text text) {
  Level level;
  if (auto const known = level_of(syntax::plain_text(text.base))) {
    level.thousandths = known->thousandths;
    level.scale = known->scale;
  }
  level.text = std::move(text);
  return level;
}

Level read_level(Context& context, Field const& field, Node const& node) { return recognise_level(read_text(context, field, node)); }

std::vector<SkillItem> read_skill_items(Context& context, Field const& field, Node const& node) {
  std::vector<SkillItem> result;
  auto add = [&](Node const& item) {
    if (is_absent(item)) return;
    if (item.is_scalar()) {
      result.push_back(item_of_text(context, item.scalar));
    } else if (item.is_map() && item.members.size() == 1 && is_items(item)) {
      result.push_back(item_of_member(context, field, item.members[0]));
    } else if (item.is_map()) {
      result.push_back(item_of_map(context, item));
    } else {
      report_wrong_type(context, field, item);
    }
  };
  if (node.is_list()) {
    for (Node const& item : node.items) add(item);
  } else if (is_items(node) && !is_localised(context, node)) {
    for (syntax::Member const& member : node.members) result.push_back(item_of_member(context, field, member));
  } else {
    add(node);
  }
  return result;
}

}  // namespace resumec::model

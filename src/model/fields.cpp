// The keys of a map against the table of fields.

#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "model/networks.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

/// The first line of a value, at most forty characters of it.
std::string excerpt(std::string_view text) {
  text = text.substr(0, text.find('\n'));
  std::size_t end = 0;
  for (int count = 0; end < text.size(); ++count) {
    if (count == 40) return std::string{text.substr(0, end)} + "…";
    end = unicode::decode_at(text, end).end;
  }
  return std::string{text};
}

}  // namespace

bool is_absent(Node const& node) { return node.is_null() || node.kind == Node::Kind::Error || (node.is_scalar() && node.text().empty()); }

std::string normalised_key(std::string_view key) { return unicode::to_nfkc(key); }

Field const& field_of(FieldId id) { return fields()[static_cast<std::size_t>(id)]; }

/// `phone: …` and `mobile: …`: both are wanted.
std::string twice_hint(Field const& field) {
  bool const takes_several = field.type == FieldType::Literals || field.type == FieldType::Texts;
  return takes_several ? fmt::format("put both into one: `{}: [one, two]`", field.key) : "keep one of them";
}

void read_fields(Context& context, Node const& map, Where where, Kind kind, std::vector<syntax::Member>& extra,
                 std::function<void(Field const&, syntax::Member const&)> const& handle) {
  struct Seen {
    FieldId id;
    std::string key;
    Span span;
  };
  std::vector<Seen> seen;
  for (syntax::Member const& member : map.members) {
    std::string const key = normalised_key(member.key);
    if (key.starts_with("x-")) {
      extra.push_back(member);
      continue;
    }
    Field const* field = find_field(where, key, kind);
    if (!field) {
      report_unknown(context, map, member, where, kind);
      extra.push_back(member);
      continue;
    }
    if (field->type == FieldType::Reserved) {
      diag::report<diag::Kind::NotSupportedYet>(context.diagnostics, member.key_span, key)
          .hint("remove it, or rename it to `x-" + key + "` to keep it");
      extra.push_back(member);
      continue;
    }
    if (is_absent(member.value)) continue;
    auto const first = std::find_if(seen.begin(), seen.end(), [&](Seen const& other) { return other.id == field->id; });
    if (first != seen.end()) {
      // The same key twice was reported by the reader of the source.
      if (first->key != key)
        diag::report<diag::Kind::SameFieldTwice>(context.diagnostics, member.key_span, key, first->key)
            .label(first->span, "first given here")
            .hint(twice_hint(*field));
      extra.push_back(member);
      continue;
    }
    seen.push_back({field->id, key, member.key_span});
    if (context.names) context.names->push_back({member.key_span, field->key});
    handle(*field, member);
  }
}

/// `company: {name: …, url: …}`: the name alone is the field's, and the address has one of its own.
std::string parts_hint(Field const& field, Node const& node) {
  if (field.type != FieldType::Text || !node.is_map()) return {};
  auto const part = [&](std::string_view name) -> std::string_view {
    syntax::Member const* member = find_member(node, name);
    return member && member->value.is_scalar() ? member->value.text() : std::string_view{};
  };
  std::string_view const name = part("name"), url = part("url");
  if (name.empty()) return {};
  return fmt::format("write `{}: {}`{}", field.key, name, url.empty() ? "" : fmt::format(", and beside it `url: {}`", url));
}

/// `drop: [talks]`: which sort of thing the words name must be said.
std::string rule_hint(Field const& field, Node const& node) {
  if (field.type != FieldType::Rule) return {};
  std::string words;
  if (node.is_scalar()) words = node.text();
  for (Node const& item : node.items)
    if (item.is_scalar()) words += fmt::format("{}{}", words.empty() ? "" : ", ", item.text());
  if (words.empty()) return {};
  return fmt::format(
      "`{0}: {{sections: [{1}]}}` is about sections, `{0}: {{tags: [{1}]}}` about what has a tag, `{0}: {{ids: [{1}]}}` "
      "about what has an id",
      field.key, words);
}

void report_wrong_type(Context& context, Field const& field, Node const& node) {
  std::string found = "this";
  if (node.is_list()) found = "a list";
  if (node.is_map()) found = "a map";
  if (node.is_scalar()) found = fmt::format("`{}`", excerpt(node.text()));
  std::string hint = parts_hint(field, node);
  if (hint.empty()) hint = rule_hint(field, node);
  if (hint.empty()) hint = fmt::format("for example `{}: {}`", field.key, field.example);
  diag::report<diag::Kind::WrongType>(context.diagnostics, node.span, field.key, describe(field.type), found).hint(std::move(hint));
}

void register_id(Context& context, Literal const& id) {
  if (id.empty()) return;
  auto const [first, is_new] = context.ids.emplace(id.value, id.span);
  if (is_new) return;
  diag::report<diag::Kind::DuplicateId>(context.diagnostics, id.span, id.value)
      .label(first->second, "first given here")
      .hint(fmt::format("an id names one item; citations could not tell them apart; a tag, which many may have, is `{{.{}}}`", id.value));
}

bool read_attribute(Context& context, Field const& field, syntax::Member const& member, Attributes& attributes) {
  switch (field.id) {
    case FieldId::Id:
      attributes.id = read_literal(context, field, member.value);
      register_id(context, attributes.id);
      return true;
    case FieldId::Tags: {
      auto const tags = read_words(context, field, member.value);
      attributes.tags.insert(attributes.tags.end(), tags.begin(), tags.end());
      return true;
    }
    case FieldId::Priority:
      attributes.priority = read_integer(context, field, member.value, 1, 5).value_or(attributes.priority);
      return true;
    case FieldId::Hide:
      attributes.hide = read_bool(context, field, member.value);
      return true;
    case FieldId::Required:
      attributes.required = read_bool(context, field, member.value);
      return true;
    case FieldId::Requires:
      attributes.needs = read_literals(context, field, member.value);
      return true;
    case FieldId::Minimum:
      attributes.minimum = read_integer(context, field, member.value, 1, 1000).value_or(0);
      return true;
    case FieldId::Maximum:
      attributes.maximum = read_integer(context, field, member.value, 1, 1000).value_or(0);
      return true;
    case FieldId::PageBreak:
      if (auto const choice = read_choice(context, field, member.value)) attributes.page_break = static_cast<PageBreak>(*choice + 1);
      return true;
    case FieldId::Icon:
      attributes.icon = read_literal(context, field, member.value).value;
      return true;
    case FieldId::Comment:
      attributes.comment = read_literal(context, field, member.value).value;
      return true;
    case FieldId::Lang:
      attributes.lang = read_lang(context, field, member.value);
      return true;
    case FieldId::Short:
      attributes.short_wording = read_rich(context, field, member.value);
      return true;
    case FieldId::Wording:
      attributes.wordings = read_wordings(context, field, member.value);
      return true;
    default:
      return false;
  }
}

}  // namespace resumec::model

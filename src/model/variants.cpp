// `variants:`, and the wordings that items have for them. What a variant may say is checked here, whether it is built or not; what it names
// (tags, ids, sections) is looked up by the variant stage, which has the whole résumé.

#include "base/suggest.hpp"
#include "model/lowering.hpp"

#include <fmt/format.h>

namespace resumec::model {
namespace {

using syntax::Node;

std::vector<Kind> read_kinds(Context& context, Field const& field, Node const& node) {
  std::vector<Kind> kinds;
  for (Literal const& word : read_literals(context, field, node)) {
    if (auto const kind = kind_of_word(word.value)) {
      kinds.push_back(*kind);
      continue;
    }
    auto report = diag::report<diag::Kind::UnknownValue>(context.diagnostics, word.span, word.value, describe(FieldType::Kind));
    if (auto const near = base::nearest(word.value, choices(FieldType::Kind)))
      report.hint(diag::did_you_mean(*near)).fix(word.span, std::string{*near});
    else
      report.hint("docs/reference/fields.md lists the kinds");
  }
  return kinds;
}

Limit read_limit(Context& context, Field const& field, Node const& node, int most) {
  return {read_integer(context, field, node, 1, most).value_or(0), node.span};
}

/// `keep: {cited: true}` and `drop: {cited: false}` are the two that mean something: nothing can be shown because it is not cited.
bool read_cited(Context& context, Field const& rule, Field const& field, Node const& node) {
  std::size_t const before = context.diagnostics.size();
  bool const wanted = rule.id != FieldId::Drop, said = read_bool(context, field, node);
  if (said == wanted || context.diagnostics.size() != before) return said == wanted;
  diag::report<diag::Kind::UnknownValue>(context.diagnostics, node.span, said ? "cited: true" : "cited: false",
                                         fmt::format("a criterion of `{}`", rule.key))
      .hint("publications that nothing cites go by `keep: {cited: true}` or `drop: {cited: false}`");
  return false;
}

Criteria read_rule(Context& context, Field const& rule, Node const& node) {
  Criteria criteria;
  if (!node.is_map()) {
    report_wrong_type(context, rule, node);
    return criteria;
  }
  std::vector<syntax::Member> unknown;  // the whole body is kept
  read_fields(context, node, Where::Rule, Kind::Other, unknown, [&](Field const& field, syntax::Member const& member) {
    switch (field.id) {
      case FieldId::RuleTags:
        criteria.tags = read_literals(context, field, member.value);
        break;
      case FieldId::RuleSections:
        criteria.sections = read_literals(context, field, member.value);
        break;
      case FieldId::RulePriority:
        criteria.priority = read_limit(context, field, member.value, 5);
        break;
      case FieldId::RuleKinds:
        criteria.kinds = read_kinds(context, field, member.value);
        break;
      case FieldId::RuleIds:
        criteria.ids = read_literals(context, field, member.value);
        break;
      case FieldId::RuleSince:
        criteria.since = read_date(context, field, member.value);
        break;
      case FieldId::RuleCited:
        criteria.cited = read_cited(context, rule, field, member.value);
        break;
      default:
        break;
    }
  });
  return criteria;
}

std::vector<std::pair<Literal, Text>> read_titles(Context& context, Field const& field, Node const& node) {
  std::vector<std::pair<Literal, Text>> titles;
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return titles;
  }
  Field const& title = field_of(FieldId::SectionTitle);
  for (syntax::Member const& member : node.members) {
    if (is_absent(member.value)) continue;
    bool const none = member.value.is_scalar() && member.value.text() == "none";
    titles.emplace_back(Literal{member.key, member.key_span}, none ? Text{} : read_text(context, title, member.value));
  }
  return titles;
}

/// A source's change: a map of paths, an overlay in place or in a file. It is carried out before lowering; here it is only known.
bool read_change(Context& context, Field const& field, Node const& node) {
  bool const fits = node.is_map() || (field.id == FieldId::VariantOverlay && node.is_scalar());
  if (!fits) report_wrong_type(context, field, node);
  return fits;
}

Variant read_variant(Context& context, Node const& node) {
  Variant variant;
  std::vector<syntax::Member> unknown;  // the whole body is kept
  ExtraScope const scope{context, unknown};
  read_fields(context, node, Where::Variant, Kind::Other, unknown, [&](Field const& field, syntax::Member const& member) {
    Node const& value = member.value;
    switch (field.id) {
      case FieldId::Extends:
        variant.extends = read_literal(context, field, value);
        break;
      case FieldId::Keep:
        variant.keep = read_rule(context, field, value);
        break;
      case FieldId::Only:
        variant.only = read_rule(context, field, value);
        break;
      case FieldId::Drop:
        variant.drop = read_rule(context, field, value);
        break;
      case FieldId::VariantSections:
        variant.sections = read_literals(context, field, value);
        break;
      case FieldId::VariantTitles:
        variant.titles = read_titles(context, field, value);
        break;
      case FieldId::VariantShort:
        variant.short_wordings = read_bool(context, field, value);
        break;
      case FieldId::VariantLang:
        variant.lang = {read_lang(context, field, value), value.span};
        break;
      case FieldId::VariantMaxPages:
        variant.max_pages = read_limit(context, field, value, 1000);
        break;
      case FieldId::VariantPages:
        variant.pages = read_limit(context, field, value, 1000);
        break;
      case FieldId::VariantSet:
      case FieldId::VariantOverlay:
        variant.changes_source |= read_change(context, field, value);
        break;
      case FieldId::Headline:
        read_texts(context, field, value);
        break;
      case FieldId::Layout:
        read_layout(context, field, value);
        break;
      default:
        break;
    }
  });
  return variant;
}

}  // namespace

void read_variants(Context& context, Field const& field, Node const& node, std::vector<Variant>& variants) {
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return;
  }
  for (syntax::Member const& member : node.members) {
    Variant variant;
    if (member.value.is_map())
      variant = read_variant(context, member.value);
    else if (!is_absent(member.value))
      diag::report<diag::Kind::WrongType>(context.diagnostics, member.value.span, member.key, "a map: a variant",
                                          member.value.is_list() ? "a list" : "a text")
          .hint(fmt::format("for example `{}: {{keep: {{priority: 2}}}}`", member.key));
    variant.name = {member.key, member.key_span};
    variant.body = member.value;
    variants.push_back(std::move(variant));
  }
}

std::vector<Wording> read_wordings(Context& context, Field const& field, Node const& node) {
  std::vector<Wording> wordings;
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return wordings;
  }
  for (syntax::Member const& member : node.members)
    if (!is_absent(member.value)) wordings.push_back({{member.key, member.key_span}, read_rich(context, field, member.value)});
  return wordings;
}

}  // namespace resumec::model

// The top of a résumé: name, settings, layout.

#include "base/suggest.hpp"
#include "model/lowering.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

void read_labels(Context& context, Field const& field, Node const& node, Settings& settings) {
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return;
  }
  std::vector<std::string_view> known;
  for (locale::Phrase const& phrase : locale::find("en").phrases) known.push_back(phrase.id);
  for (syntax::Member const& member : node.members) {
    std::string const key = normalised_key(member.key);
    if (key.starts_with("x-")) {
      context.extra->push_back(member);
      continue;
    }
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      auto report = diag::report<diag::Kind::UnknownField>(context.diagnostics, member.key_span, key);
      if (context.unknown_keys == UnknownKeys::Warn) report.severity(Severity::Warning);
      if (auto const near = base::nearest(key, known))
        report.hint(diag::did_you_mean(*near)).fix(member.key_span, std::string{*near});
      else
        report.hint(fmt::format("labels are `{}`", fmt::join(known, "`, `")));
      context.extra->push_back(member);
      continue;
    }
    settings.labels.emplace_back(key, read_literal(context, field, member.value).value);
  }
}

}  // namespace

PersonName read_name(Context& context, Field const& field, Node const& node) {
  PersonName name;
  name.span = node.span;
  if (!node.is_map()) {
    name.display = read_literal(context, field, node);
    name.span = name.display.empty() ? node.span : name.display.span;
    return name;
  }
  read_fields(context, node, Where::Name, Kind::Other, *context.extra, [&](Field const& part, syntax::Member const& member) {
    Literal literal = read_literal(context, part, member.value);
    switch (part.id) {
      case FieldId::NamePrefix:
        name.prefix = std::move(literal);
        break;
      case FieldId::NameGiven:
        name.given = std::move(literal);
        break;
      case FieldId::NameMiddle:
        name.middle = std::move(literal);
        break;
      case FieldId::NameParticle:
        name.particle = std::move(literal);
        break;
      case FieldId::NameFamily:
        name.family = std::move(literal);
        break;
      case FieldId::NameSuffix:
        name.suffix = std::move(literal);
        break;
      case FieldId::NameNative:
        name.native = std::move(literal);
        break;
      case FieldId::NameDisplay:
        name.display = std::move(literal);
        break;
      case FieldId::NamePronouns:
        name.pronouns = std::move(literal);
        break;
      default:
        break;
    }
  });
  return name;
}

void read_settings(Context& context, Node const& node, Settings& settings, std::vector<syntax::Member>& extra) {
  read_fields(context, node, Where::Settings, Kind::Other, extra, [&](Field const& field, syntax::Member const& member) {
    switch (field.id) {
      case FieldId::Today:
        settings.today = read_date(context, field, member.value);
        settings.today_span = member.value.span;
        break;
      case FieldId::DateStyle:
        if (auto const choice = read_choice(context, field, member.value)) settings.date_style = choices(field.type)[*choice];
        break;
      case FieldId::Typography:
        if (auto const choice = read_choice(context, field, member.value)) settings.raw_typography = choices(field.type)[*choice] == "raw";
        break;
      case FieldId::Abstracts:
        if (auto const choice = read_choice(context, field, member.value)) settings.abstracts = static_cast<Settings::Abstracts>(*choice);
        break;
      case FieldId::Bold:
        settings.bold = read_words(context, field, member.value);
        break;
      case FieldId::SettingsPages:
        settings.pages = {read_integer(context, field, member.value, 1, 1000).value_or(0), member.value.span};
        break;
      case FieldId::Hyphenation:
        settings.hyphenation = read_words(context, field, member.value);
        break;
      case FieldId::Budget:
        settings.budget = read_budget(context, field, member.value);
        break;
      case FieldId::Labels:
        read_labels(context, field, member.value, settings);
        break;
      default:
        break;
    }
  });
}

LayoutRequest read_layout(Context& context, Field const& field, Node const& node) {
  LayoutRequest layout;
  if (node.is_list()) {
    report_wrong_type(context, field, node);
    return layout;
  }
  if (!node.is_map()) {
    layout.name = read_literal(context, field, node);
    return layout;
  }
  for (syntax::Member const& member : node.members) {
    if (member.key == "name" && layout.name.empty())
      layout.name = read_literal(context, field, member.value);
    else
      layout.options.push_back(member);
  }
  return layout;
}

}  // namespace resumec::model

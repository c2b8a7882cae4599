// What is said of a key that is no field of its place: where it goes, or what it is nearly.

#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "model/names.hpp"
#include "model/networks.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

std::string_view place_name(Where where) {
  switch (where) {
    case Where::Top:
      return "a résumé";
    case Where::Name:
      return "a name";
    case Where::Where:
      return "a place";
    case Where::When:
      return "a date";
    case Where::Contact:
      return "a contact item";
    case Where::Link:
      return "a link";
    case Where::Section:
      return "a section";
    case Where::Entry:
      return "an entry";
    case Where::Point:
      return "a point";
    case Where::Item:
      return "a skill";
    case Where::Settings:
      return "`settings`";
    case Where::Variant:
      return "a variant";
    case Where::Rule:
      return "criteria";
    case Where::Budget:
      return "`budget`";
    case Where::Output:
      return "an output";
    case Where::Query:
      return "`from`";
    case Where::Record:
      return "`where` of a bibliography";
  }
  return "";
}

std::string described(Where where, Kind kind) {
  if (where != Where::Entry || kind == Kind::Other) return std::string{place_name(where)};
  return fmt::format("an entry of kind `{}`", name_of(kind));
}

/// What people write who come from other programs, and where it goes here.
struct Habit {
  Where places;
  std::string_view words, field, hint;
};
constexpr Habit habits[] = {
#define RESUMEC_HABIT(places, words, field, hint) \
  {[] {                                           \
     using enum Where;                            \
     return places;                               \
   }(),                                           \
   words, field, hint},
#include "model/habits.def"
#undef RESUMEC_HABIT
};

/// What to do about a key: in words, and the key to write in its place where that is all.
struct Advice {
  std::string hint;
  std::string_view field;
};

/// The words of the habits of a place.
std::vector<std::pair<std::string_view, Habit const*>> habits_of(Where where) {
  std::vector<std::pair<std::string_view, Habit const*>> result;
  for (Habit const& habit : habits)
    if (has(habit.places, where))
      for (std::string_view word : words_of(habit.words)) result.emplace_back(word, &habit);
  return result;
}

Advice habit_advice(std::string_view key, Where where) {
  for (auto const& [word, habit] : habits_of(where))
    if (is_same_name(word, key)) return {std::string{habit->hint}, habit->field};
  return {};
}

/// The advice for a word that is mistyped as well.
Advice nearest_habit(std::string_view key, Where where) {
  std::vector<std::string_view> words;
  for (auto const& [word, habit] : habits_of(where)) words.push_back(word);
  auto const near = base::nearest(key, words);
  return near ? habit_advice(*near, where) : Advice{};
}

/// Options that people set outside of `layout:`, with a value. Which ones a layout takes is known only when it is loaded.
struct LayoutOption {
  std::string_view name, example;
};
constexpr LayoutOption layout_options[] = {
    {"accent", "\"#224466\""}, {"paper", "letter"},        {"font", "sans"},      {"margins", "18mm"},
    {"font-size", "11pt"},     {"leading", "1.2"},         {"alignment", "left"}, {"page-numbers", "false"},
    {"separator", "\" | \""},  {"section-titles", "caps"}, {"rules", "false"},
};

std::string layout_option_hint(std::string_view key) {
  std::vector<std::string_view> names;
  for (LayoutOption const& option : layout_options) names.push_back(option.name);
  auto const near = base::meant_name(key, names);  // `font_size` is one edit away
  if (!near) return {};
  auto const option = std::find(names.begin(), names.end(), *near) - names.begin();
  return fmt::format("it is an option of the layout, `layout.{0}`: `layout: {{{0}: {1}}}`", *near, layout_options[option].example);
}

/// What a variant does about a part of the source that it has no field for.
std::string change_in_variant(std::string_view key) {
  if (Field const* const rule = find_field(Where::Rule, key))
    return fmt::format("it stands in a rule: `keep: {{{0}: {1}}}`, or `only` or `drop` in place of `keep`", rule->key, rule->example);
  if (Field const* const top = find_field(Where::Top, key))
    return fmt::format("a variant changes it with `overlay: {{{0}: …}}` or `set: {{{0}: …}}`", top->key);
  if (!names_a_section(key)) return {};
  return fmt::format(
      "a variant changes a section with `set: {{sections.{0}: …}}` or `overlay: {{sections: {{{0}: …}}}}`, and leaves it out with "
      "`drop: {{sections: [{0}]}}`",
      key);
}

/// The kinds of entries that have the field.
std::string kinds_with(std::string_view key) {
  std::string result;
  for (Field const& field : fields()) {
    if (!field.is_named(key) || field.type == FieldType::Reserved || !has(field.places, Where::Entry)) continue;
    for (std::size_t i = 0; i < kind_count; ++i)
      if (auto const kind = static_cast<Kind>(i); field.takes(kind))
        result += fmt::format("{}`{}`", result.empty() ? "" : ", ", name_of(kind));
  }
  return result;
}

std::string place_of(Field const& field) {
  if (has(field.places, Where::Top)) return fmt::format("`{}` stands at the top of the file, beside `name`", field.key);
  for (Where place : {Where::Section, Where::Entry, Where::Point, Where::Settings, Where::Variant, Where::Output, Where::Where,
                      Where::Contact, Where::Link})
    if (has(field.places, place)) return fmt::format("`{}` belongs to {}", field.key, place_name(place));
  return {};
}

/// The place of the field with that key or, if there is none, of one with that other name.
std::string place_of_field(std::string_view key) {
  for (bool const exact : {true, false})
    for (Field const& field : fields()) {
      if (field.type == FieldType::Reserved || !(exact ? field.key == key : field.is_named(key))) continue;
      if (std::string place = place_of(field); !place.empty()) return place;
    }
  return {};
}

/// Advice for what stands at the top but belongs elsewhere. A section's name there is one that lacks `sections:` above it.
Advice advice_at_top(std::string_view key) {
  if (names_a_section(key)) return {"it names a section: indent it under `sections:`", {}};
  Field const* const own = find_field(Where::Entry, key, Kind::Position);
  if (!own || (own->id != FieldId::PositionTitle && own->id != FieldId::EntryRole)) return {};
  return {"what you are stands in `headline`; what you were, in an entry of a section", "headline"};
}

/// Where else the key is a field: entries of other kinds first.
Advice other_place(std::string_view key, Where where) {
  if (Advice advice = habit_advice(key, where); !advice.hint.empty()) return advice;
  if (where == Where::Variant)
    if (std::string hint = change_in_variant(key); !hint.empty()) return {std::move(hint), {}};
  if (where == Where::Top || where == Where::Settings) {
    if (std::string hint = layout_option_hint(key); !hint.empty()) return {std::move(hint), {}};
    if (find_network(key))
      return {fmt::format("it goes under `links:`, as in `links: {{{}: your-name}}`; the whole address does as well", key), {}};
  }
  if (where == Where::Top)
    if (Advice advice = advice_at_top(key); !advice.hint.empty()) return advice;
  if (where == Where::Entry)
    if (std::string const kinds = kinds_with(key); !kinds.empty())
      return {fmt::format("it belongs to entries of kind {}; say `kind:` if this is one", kinds), {}};
  return {place_of_field(key), {}};
}

/// May `member` be renamed to `field`? Not if the map has that field, or something else that would be renamed to it.
bool may_rename(syntax::Node const& map, syntax::Member const& member, std::string_view field, Where where, Kind kind) {
  Field const* const wanted = find_field(where, field, kind);
  if (!wanted || wanted->type == FieldType::Reserved) return false;
  return std::none_of(map.members.begin(), map.members.end(), [&](syntax::Member const& other) {
    return &other != &member && (wanted->is_named(other.key) || habit_advice(other.key, where).field == field);
  });
}

/// The keys that may stand there, and then their other names.
std::vector<std::string_view> known_names(Where where, Kind kind) {
  auto names = known_keys(where, kind);
  for (Field const& field : fields()) {
    if (!has(field.places, where) || !field.takes(kind) || field.type == FieldType::Reserved) continue;
    for (std::string_view alias : words_of(field.aliases)) names.push_back(alias);
  }
  return names;
}

}  // namespace

bool names_a_section(std::string_view key) { return locale::section_role(unicode::fold_for_matching(key)).has_value(); }

void report_unknown(Context& context, syntax::Node const& map, syntax::Member const& member, Where where, Kind kind) {
  if (context.reported.contains(member.key_span)) return;
  std::string const key = normalised_key(member.key);
  Severity const severity = context.unknown_keys == UnknownKeys::Warn ? Severity::Warning : Severity::Error;
  Advice elsewhere = other_place(key, where);
  auto const known = known_names(where, kind);
  auto const near = base::nearest(key, known);
  if (elsewhere.hint.empty() && !near) elsewhere = nearest_habit(key, where);
  if (!elsewhere.hint.empty()) {
    auto report = diag::report<diag::Kind::MisplacedField>(context.diagnostics, member.key_span, key, described(where, kind));
    report.severity(severity).hint(elsewhere.hint);
    if (may_rename(map, member, elsewhere.field, where, kind)) report.fix(member.key_span, std::string{elsewhere.field});
    return;
  }
  auto report = diag::report<diag::Kind::UnknownField>(context.diagnostics, member.key_span, key);
  report.severity(severity);
  if (near)
    report.hint(diag::did_you_mean(*near)).fix(member.key_span, std::string{*near});
  else
    report.hint(
        "docs/reference/fields.md and `resumec schema` list the fields, `resumec new all.yaml --example every-kind` shows them; "
        "a key that begins with `x-` is kept and never printed");
}

}  // namespace resumec::model

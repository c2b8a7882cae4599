// The keys of a map against the table of fields.

#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "model/networks.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

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
  }
  return "";
}

std::string described(Where where, Kind kind) {
  if (where != Where::Entry || kind == Kind::Other) return std::string{place_name(where)};
  return fmt::format("an entry of kind `{}`", name_of(kind));
}

/// What people write who come from other formats, and where it goes here.
struct Habit {
  std::string_view key, hint;
};
constexpr std::string_view in_layout =
    "the look is set under `layout:`, as in `layout: {name: classic}`; `resumec layouts` lists the layouts there are";
constexpr std::string_view parted_name = "a name in parts is `name: {given: …, family: …}`";
constexpr std::string_view pages_hint = "`settings: {pages: 1}`, or `--pages 1` on the command line, fits the document to one page";
constexpr std::string_view drop_hint =
    "`drop` leaves things out: `drop: {sections: [talks]}` sections, `drop: {tags: [teaching]}` what has a tag";
constexpr std::string_view at_hint = "the organisation is `at`", when_hint = "dates stand in `when`",
                           keywords_hint = "key words are `keywords`";
constexpr std::string_view location_hint = "where you live is `location`", bullets_hint = "bullets are `points`";

constexpr Habit habits[] = {
    {"date_format", "how dates look is `settings: {date_style: long}`"},
    {"language", "the document's language is `lang: de`; languages you speak are a section"},
    {"locale", "the document's language is `lang: de`"},
    {"address", location_hint},
    {"city", location_hint},
    {"theme", in_layout},
    {"template", in_layout},
    {"design", in_layout},
    {"firstname", parted_name},
    {"lastname", parted_name},
    {"surname", parted_name},
    {"credentials", "letters behind your name are `suffix`, as in `name: {given: …, family: …, suffix: MD}`"},
    {"postnominals", "letters behind your name are `suffix`, as in `name: {given: …, family: …, suffix: MD}`"},
    {"max_pages",
     "`settings: {pages: 1}`, or `--pages 1` on the command line, fits the document to one page; "
     "`settings: {budget: {max_pages: 1}}` is a limit that is only checked"},
};

constexpr Habit top_habits[] = {
    {"pages", pages_hint},
};

constexpr Habit contact_habits[] = {
    {"name", "what is printed is `value`, what it is called `label`; your own name stands at the top of the file"},
    {"address", location_hint},
    {"city", location_hint},
};

constexpr Habit variant_habits[] = {
    {"exclude", drop_hint},
    {"omit", drop_hint},
    {"without", drop_hint},
    {"skip", drop_hint},
    {"remove", drop_hint},
    {"hide", drop_hint},
    {"include", "`keep` decides what stays, as in `keep: {tags: [lead]}`; `only` leaves out all else"},
    {"order", "`sections` gives the order, as in `sections: [skills, ...]`"},
    {"title", "what stands under your name is `headline`; `titles` renames sections"},
    {"language", "the language of a variant is `lang: de`"},
};

constexpr Habit entry_habits[] = {
    {"positions", "several roles in one organisation are `roles`"},
    {"job", "what you were is `role`"},
    {"studied", "what you studied is `degree` and `field`"},
    {"course", "what you studied is `degree` and `field`"},
    {"team", "a part of an organisation is `department`; how many people you led is a point, as in `points: [Led a team of 12]`"},
    {"budget", "what you answered for is a point, as in `points: [Held a budget of £2m]`"},
    {"duration", "dates, or words in their place, stand in `when`"},
    {"time", when_hint},
    {"timeframe", when_hint},
    {"graduation", when_hint},
    {"graduated", when_hint},
    {"graduation date", when_hint},
    {"issued", when_hint},
    {"issue date", when_hint},
    {"granted", when_hint},
    {"filed", when_hint},
    {"category", "the name of a group of skills is `name`"},
    {"responsibilities", bullets_hint},
    {"duties", bullets_hint},
    {"tasks", bullets_hint},
    {"accomplishments", bullets_hint},
    {"tech", keywords_hint},
    {"stack", keywords_hint},
    {"tech stack", keywords_hint},
    {"tools", keywords_hint},
    {"skills", keywords_hint},
    {"university", "the school is `at`"},
    {"college", "the school is `at`"},
    {"client", at_hint},
    {"org", at_hint},
    {"hospital", at_hint},
    {"clinic", at_hint},
    {"firm", at_hint},
    {"agency", at_hint},
    {"workplace", at_hint},
    {"office", at_hint},
    {"inventors", "who else had a part in it stands in `note`, as in `note: with A. Tarnhollow`"},
    {"version", "a version is a part of the `title`"},
    {"city", "a place is `where`"},
    {"country", "a place is `where`"},
    {"address", "a place is `where`"},
    {"cgpa", "a grade is `score`; `score: \"CGPA: 9.1\"` keeps your word for it"},
    {"marks", "a grade is `score`"},
    {"valid until", "the last day of a certificate is `expires`"},
    {"expiry", "the last day of a certificate is `expires`"},
};

std::vector<Habit> habits_of(Where where) {
  std::vector<Habit> result;
  auto const add = [&](auto const& table) { result.insert(result.end(), std::begin(table), std::end(table)); };
  if (where == Where::Entry) add(entry_habits);
  if (where == Where::Contact) add(contact_habits);
  if (where == Where::Variant) add(variant_habits);
  if (where == Where::Top) add(top_habits);
  if (where == Where::Top || where == Where::Settings) add(habits);
  return result;
}

/// The hint for a word that is mistyped as well.
std::string nearest_habit(std::string_view key, Where where) {
  auto const table = habits_of(where);
  std::vector<std::string_view> keys;
  for (Habit const& habit : table) keys.push_back(habit.key);
  auto const near = base::nearest(key, keys);
  return near ? std::string{table[static_cast<std::size_t>(std::find(keys.begin(), keys.end(), *near) - keys.begin())].hint}
              : std::string{};
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
  auto const near = base::nearest(key, names);  // `font_size` is one edit away
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
  if (!locale::section_role(unicode::fold_for_matching(key))) return {};
  return fmt::format(
      "a variant changes a section with `set: {{sections.{0}: …}}` or `overlay: {{sections: {{{0}: …}}}}`, and leaves it out with "
      "`drop: {{sections: [{0}]}}`",
      key);
}

/// Where else the key is a field: entries of other kinds first. At the top, a section's name is one that lacks `sections:` above it.
std::string other_place(std::string_view key, Where where) {
  for (auto const& habit : habits_of(where))
    if (unicode::fold_for_matching(habit.key) == unicode::fold_for_matching(key)) return std::string{habit.hint};
  if (where == Where::Variant)
    if (std::string hint = change_in_variant(key); !hint.empty()) return hint;
  if (where == Where::Top || where == Where::Settings) {
    if (std::string hint = layout_option_hint(key); !hint.empty()) return hint;
    if (find_network(key)) return fmt::format("it goes under `links:`, as in `links: {{{}: your-name}}`", key);
  }
  if (where == Where::Top && locale::section_role(unicode::fold_for_matching(key)))
    return "it names a section: indent it under `sections:`";
  if (Field const* const own = where == Where::Top ? find_field(Where::Entry, key, Kind::Position) : nullptr;
      own && (own->id == FieldId::PositionTitle || own->id == FieldId::EntryRole))
    return "what you are stands in `headline`; what you were, in an entry of a section";
  std::string result;
  for (Field const& field : fields()) {
    if (!field.is_named(key) || field.type == FieldType::Reserved) continue;
    if (where == Where::Entry && has(field.places, Where::Entry)) {
      for (std::size_t i = 0; i < kind_count; ++i)
        if (auto const kind = static_cast<Kind>(i); field.takes(kind))
          result += fmt::format("{}`{}`", result.empty() ? "" : ", ", name_of(kind));
    }
  }
  if (!result.empty()) return fmt::format("it belongs to entries of kind {}; say `kind:` if this is one", result);
  auto const place_of = [&](Field const& field) -> std::string {
    if (has(field.places, Where::Top)) return fmt::format("`{}` stands at the top of the file, beside `name`", field.key);
    for (Where place : {Where::Section, Where::Entry, Where::Point, Where::Settings, Where::Variant, Where::Output, Where::Where,
                        Where::Contact, Where::Link})
      if (has(field.places, place)) return fmt::format("`{}` belongs to {}", field.key, place_name(place));
    return {};
  };
  for (Field const& field : fields())
    if (field.key == key && field.type != FieldType::Reserved)
      if (auto place = place_of(field); !place.empty()) return place;
  for (Field const& field : fields())
    if (field.is_named(key) && field.type != FieldType::Reserved)
      if (auto place = place_of(field); !place.empty()) return place;
  return {};
}

/// The keys that may stand there, and then their other names.
std::vector<std::string_view> known_names(Where where, Kind kind) {
  auto names = known_keys(where, kind);
  for (Field const& field : fields()) {
    if (!has(field.places, where) || !field.takes(kind) || field.type == FieldType::Reserved) continue;
    for (std::string_view rest = field.aliases; !rest.empty();) {
      std::size_t const end = std::min(rest.find(' '), rest.size());
      names.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return names;
}

void report_unknown(Context& context, syntax::Member const& member, std::string const& key, Where where, Kind kind) {
  Severity const severity = context.unknown_keys == UnknownKeys::Warn ? Severity::Warning : Severity::Error;
  std::string elsewhere = other_place(key, where);
  auto const known = known_names(where, kind);
  auto const near = base::nearest(key, known);
  if (elsewhere.empty() && !near) elsewhere = nearest_habit(key, where);
  if (!elsewhere.empty()) {
    diag::report<diag::Kind::MisplacedField>(context.diagnostics, member.key_span, key, described(where, kind))
        .severity(severity)
        .hint(elsewhere);
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
      report_unknown(context, member, key, where, kind);
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
            .hint("keep one of them");
      extra.push_back(member);
      continue;
    }
    seen.push_back({field->id, key, member.key_span});
    handle(*field, member);
  }
}

/// `company: {name: …, url: …}`: the name alone is the field's, and the address has one of its own.
std::string parts_hint(Field const& field, Node const& node) {
  if (field.type != FieldType::Text || !node.is_map()) return {};
  auto const part = [&](std::string_view name) -> std::string_view {
    for (syntax::Member const& member : node.members)
      if (is_same_name(member.key, name) && member.value.is_scalar()) return member.value.text();
    return {};
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

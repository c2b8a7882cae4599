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
constexpr Habit habits[] = {
    {"basics", "this is how JSON Resume begins, which cannot be read yet: `name`, `email` and `sections` stand at the top here"},
    {"cv", "this is how RenderCV begins, which cannot be read yet: `name`, `email` and `sections` stand at the top here"},
    {"date_format", "how dates look is `settings: {date_style: long}`"},
    {"language", "the document's language is `lang: de`; languages you speak are a section"},
    {"locale", "the document's language is `lang: de`"},
    {"address", "where you live is `location`"},
    {"city", "where you live is `location`"},
    {"theme", "the look is set under `layout:`, as in `layout: {name: classic}`"},
    {"template", "the look is set under `layout:`, as in `layout: {name: classic}`"},
    {"design", "the look is set under `layout:`, as in `layout: {name: classic}`"},
};

constexpr Habit settings_habits[] = {
    {"max_pages", "`pages: 1` fits the document to one page; a limit that is only checked is `budget: {max_pages: 1}`"},
};

constexpr Habit contact_habits[] = {
    {"name", "what is printed is `value`, what it is called `label`; your own name stands at the top of the file"},
    {"address", "where you live is `location`"},
    {"city", "where you live is `location`"},
};

constexpr Habit variant_habits[] = {
    {"exclude", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"omit", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"without", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"skip", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"remove", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"hide", "`drop` leaves things out, as in `drop: {tags: [teaching]}`"},
    {"include", "`keep` decides what stays, as in `keep: {tags: [lead]}`; `only` leaves out all else"},
    {"order", "`sections` gives the order, as in `sections: [skills, ...]`"},
    {"title", "what stands under your name is `headline`; `titles` renames sections"},
    {"tags", "tags stand in a rule, as in `keep: {tags: [lead]}`"},
};

constexpr Habit entry_habits[] = {
    {"positions", "several roles in one organisation are `roles`"},
    {"job", "what you were is `role`"},
    {"studied", "what you studied is `degree` and `field`"},
    {"course", "what you studied is `degree` and `field`"},
    {"team", "a part of an organisation belongs to `at`, as in `at: Klankwerk, Acoustics`"},
    {"from", "the first date is `start`; or both in one, as in `when: 2019-06 – 2021`"},
    {"to", "the last date is `end`; or both in one, as in `when: 2019-06 – 2021`"},
    {"duration", "dates, or words in their place, stand in `when`"},
    {"category", "the name of a group of skills is `name`"},
    {"responsibilities", "bullets are `points`"},
    {"duties", "bullets are `points`"},
    {"tasks", "bullets are `points`"},
    {"accomplishments", "bullets are `points`"},
    {"tech", "key words are `keywords`"},
    {"stack", "key words are `keywords`"},
    {"tech stack", "key words are `keywords`"},
    {"tools", "key words are `keywords`"},
    {"skills", "key words are `keywords`"},
    {"university", "the school is `at`"},
    {"college", "the school is `at`"},
    {"client", "the organisation is `at`"},
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
  if (where == Where::Settings) add(settings_habits);
  if (where == Where::Top || where == Where::Settings) add(habits);
  return result;
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

/// Where else the key is a field: entries of other kinds first. At the top, a section's name is one that lacks `sections:` above it.
std::string other_place(std::string_view key, Where where) {
  for (auto const& habit : habits_of(where))
    if (unicode::fold_for_matching(habit.key) == unicode::fold_for_matching(key)) return std::string{habit.hint};
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
    if (!field.is_called(key) || field.type == FieldType::Reserved) continue;
    if (where == Where::Entry && has(field.places, Where::Entry)) {
      for (std::size_t i = 0; i < kind_count; ++i)
        if (auto const kind = static_cast<Kind>(i); field.takes(kind))
          result += fmt::format("{}`{}`", result.empty() ? "" : ", ", name_of(kind));
    }
  }
  if (!result.empty()) return fmt::format("it belongs to entries of kind {}; say `kind:` if this is one", result);
  auto const place_of = [&](Field const& field) -> std::string {
    if (has(field.places, Where::Top)) return fmt::format("`{}` stands at the top of the file, beside `name`", key);
    for (Where place : {Where::Section, Where::Entry, Where::Point, Where::Settings, Where::Variant, Where::Output, Where::Where,
                        Where::Contact, Where::Link})
      if (has(field.places, place)) return fmt::format("`{}` belongs to {}", key, place_name(place));
    return {};
  };
  for (Field const& field : fields())
    if (field.key == key && field.type != FieldType::Reserved)
      if (auto place = place_of(field); !place.empty()) return place;
  for (Field const& field : fields())
    if (field.is_called(key) && field.type != FieldType::Reserved)
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
  std::string const small = unicode::to_lower(key, "en");
  bool const capitals_alone = find_field(where, small, kind) != nullptr;
  auto const known = known_names(where, kind);
  Severity const severity = context.unknown_keys == UnknownKeys::Warn ? Severity::Warning : Severity::Error;
  if (std::string const elsewhere = capitals_alone ? "" : other_place(key, where); !elsewhere.empty()) {
    diag::report<diag::Kind::MisplacedField>(context.diagnostics, member.key_span, key, described(where, kind))
        .severity(severity)
        .hint(elsewhere);
    return;
  }
  auto const near = capitals_alone ? std::optional<std::string_view>{small} : base::nearest(key, known);
  auto report = diag::report<diag::Kind::UnknownField>(context.diagnostics, member.key_span, key);
  report.severity(severity);
  if (near)
    report.hint(diag::did_you_mean(*near)).fix(member.key_span, std::string{*near});
  else
    report.hint("docs/reference/fields.md and `resumec schema` list the fields; a key that begins with `x-` is kept and never printed");
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

void report_wrong_type(Context& context, Field const& field, Node const& node) {
  std::string found = "this";
  if (node.is_list()) found = "a list";
  if (node.is_map()) found = "a map";
  if (node.is_scalar()) found = fmt::format("`{}`", excerpt(node.text()));
  diag::report<diag::Kind::WrongType>(context.diagnostics, node.span, field.key, describe(field.type), found)
      .hint(fmt::format("for example `{}: {}`", field.key, field.example));
}

void register_id(Context& context, Literal const& id) {
  if (id.empty()) return;
  auto const [first, is_new] = context.ids.emplace(id.value, id.span);
  if (is_new) return;
  diag::report<diag::Kind::DuplicateId>(context.diagnostics, id.span, id.value)
      .label(first->second, "first given here")
      .hint("an id names one item; citations could not tell them apart");
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

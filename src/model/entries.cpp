// Entries: which slot each field fills, by kind. The switch is the only place that knows.

#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

/// What is put together once all keys are read.
struct Pieces {
  Text role;
  std::optional<When> start, end;
  syntax::Member const* bound = nullptr;  ///< the member of the one, or the first of both
};

void make_detail(Entry& entry) {
  switch (entry.kind) {
    case Kind::Education:
      entry.detail.emplace<EducationDetail>();
      break;
    case Kind::Publication:
      entry.detail.emplace<PublicationDetail>();
      break;
    case Kind::Talk:
      entry.detail.emplace<TalkDetail>();
      break;
    case Kind::Award:
    case Kind::Grant:
      entry.detail.emplace<AwardDetail>();
      break;
    case Kind::Certificate:
    case Kind::Patent:
    case Kind::Course:
    case Kind::Membership:
      entry.detail.emplace<CertificateDetail>();
      break;
    case Kind::Skills:
      entry.detail.emplace<SkillsDetail>();
      break;
    case Kind::Language:
      entry.detail.emplace<LanguageDetail>();
      break;
    case Kind::Reference:
      entry.detail.emplace<ReferenceDetail>();
      break;
    default:
      break;
  }
}

/// `{name: Languages, details: "Swedish, English"}` is how other formats write a group of skills: the text is what stands behind the colon.
void take_text_as_skills(Entry& entry) {
  auto* skills = std::get_if<SkillsDetail>(&entry.detail);
  if (!skills || entry.title.empty() || !skills->items.empty() || !skills->level.empty()) return;
  auto const is_line = [](syntax::Blocks const& blocks) { return blocks.size() == 1 && blocks[0].kind == syntax::BlockKind::Paragraph; };
  if (!entry.text.by_lang.empty() || !is_line(entry.text.base)) return;
  SkillItem item;
  item.attributes.span = item.name.span = entry.text.span;
  item.name.base = std::move(entry.text.base[0].inlines);
  skills->items.push_back(std::move(item));
  entry.text = {};
}

/// A list under a name that other formats use for a text or for bullets holds bullets; under `text` it holds paragraphs.
bool is_list_of_points(Field const& field, syntax::Member const& member) {
  return field.id == FieldId::EntryText && member.value.is_list() && !is_same_name(member.key, field.key);
}

void append_points(Entry& entry, std::vector<Point> points) { std::move(points.begin(), points.end(), std::back_inserter(entry.points)); }

/// `GPA: 8.8/9.0` brings its own label, and words such as `magna cum laude` need none.
bool has_label(Text const& text) { return syntax::plain_text(text.base).find(": ") != std::string::npos; }

bool has_digit(Text const& text) { return syntax::plain_text(text.base).find_first_of("0123456789") != std::string::npos; }

std::optional<Kind> kind_in(Context& context, Field const& field, Node const& node) {
  Literal const word = read_literal(context, field, node);
  if (word.empty()) return std::nullopt;
  if (auto const kind = kind_of_word(word.value)) return kind;
  return static_cast<Kind>(read_choice(context, field, node).value_or(static_cast<std::size_t>(Kind::Other)));
}

void read_education(Context& context, EducationDetail& detail, Entry& entry, Field const& field, syntax::Member const& member) {
  Node const& value = member.value;
  Attributes* owner = &entry.attributes;
  switch (field.id) {
    case FieldId::Degree:
      detail.degree = read_text(context, field, value, owner);
      break;
    case FieldId::StudyField:
      detail.field = read_text(context, field, value, owner);
      break;
    case FieldId::Minor:
      detail.minor = read_text(context, field, value, owner);
      break;
    case FieldId::Score:
      detail.score = read_text(context, field, value, owner);
      detail.score_is_verbatim = has_label(detail.score) || !has_digit(detail.score);
      detail.score_is_grade = is_same_name(member.key, "grade");
      break;
    case FieldId::Honours:
      detail.honours = read_texts(context, field, value);
      break;
    case FieldId::Courses:
      detail.courses = read_points(context, field, value);
      break;
    case FieldId::Thesis:
      detail.thesis = read_text(context, field, value, owner);
      detail.thesis_is_verbatim = has_label(detail.thesis);
      break;
    case FieldId::Advisor:
      detail.advisors = read_texts(context, field, value);
      detail.advisors_are_verbatim = !detail.advisors.empty() && has_label(detail.advisors[0]);
      break;
    default:
      break;
  }
}

void read_publication(Context& context, PublicationDetail& detail, Entry& entry, Field const& field, Node const& value) {
  Attributes* owner = &entry.attributes;
  switch (field.id) {
    case FieldId::Authors:
      detail.authors = read_authors(context, field, value);
      break;
    case FieldId::Editors:
      detail.editors = read_authors(context, field, value);
      break;
    case FieldId::Venue:
      detail.venue = read_text(context, field, value, owner);
      break;
    case FieldId::Publisher:
      detail.publisher = read_text(context, field, value, owner);
      break;
    case FieldId::Status:
      detail.status = read_text(context, field, value, owner);
      break;
    case FieldId::PublicationAward:
      detail.award = read_text(context, field, value, owner);
      break;
    case FieldId::Volume:
      detail.volume = read_literal(context, field, value);
      break;
    case FieldId::Issue:
      detail.issue = read_literal(context, field, value);
      break;
    case FieldId::Pages:
      detail.pages = read_literal(context, field, value);
      break;
    case FieldId::Doi:
      detail.doi = read_literal(context, field, value);
      break;
    case FieldId::Arxiv:
      detail.arxiv = read_literal(context, field, value);
      break;
    case FieldId::Isbn:
      detail.isbn = read_literal(context, field, value);
      break;
    case FieldId::Cited:
      detail.cited = read_literal(context, field, value);
      break;
    case FieldId::PublicationType:
      detail.type = read_literal(context, field, value);
      break;
    default:
      break;
  }
}

void read_reference(Context& context, ReferenceDetail& detail, Entry& entry, Field const& field, Node const& value) {
  switch (field.id) {
    case FieldId::Quote:
      detail.quote = read_rich(context, field, value);
      break;
    case FieldId::Relation:
      detail.relation = read_text(context, field, value, &entry.attributes);
      break;
    case FieldId::RefereeEmail:
      detail.email = read_literal(context, field, value);
      check_email(context, detail.email);
      break;
    case FieldId::RefereePhone:
      detail.phone = read_literal(context, field, value);
      check_phone(context, detail.phone);
      break;
    case FieldId::Private:
      detail.is_private = read_bool(context, field, value);
      break;
    default:
      break;
  }
}

/// Fields that one kind has; the table has let through only those that the kind takes.
void read_detail(Context& context, Entry& entry, Field const& field, syntax::Member const& member) {
  Node const& value = member.value;
  if (auto* education = std::get_if<EducationDetail>(&entry.detail)) read_education(context, *education, entry, field, member);
  if (auto* publication = std::get_if<PublicationDetail>(&entry.detail)) read_publication(context, *publication, entry, field, value);
  if (auto* reference = std::get_if<ReferenceDetail>(&entry.detail)) read_reference(context, *reference, entry, field, value);
  if (auto* talk = std::get_if<TalkDetail>(&entry.detail)) {
    if (field.id == FieldId::Event) talk->event = read_text(context, field, value, &entry.attributes);
    if (field.id == FieldId::PublicationType) talk->type = read_literal(context, field, value);
  }
  if (auto* award = std::get_if<AwardDetail>(&entry.detail); award && field.id == FieldId::Amount)
    award->amount = read_text(context, field, value, &entry.attributes);
  if (auto* certificate = std::get_if<CertificateDetail>(&entry.detail)) {
    if (field.id == FieldId::Number) certificate->number = read_literal(context, field, value);
    if (field.id == FieldId::Expires) certificate->expires = read_when(context, field, value);
  }
  if (auto* skills = std::get_if<SkillsDetail>(&entry.detail)) {
    if (field.id == FieldId::SkillItems) skills->items = read_skill_items(context, field, value);
    if (field.id == FieldId::EntryLevel) skills->level = read_level(context, field, value);
  }
  if (auto* language = std::get_if<LanguageDetail>(&entry.detail); language && field.id == FieldId::EntryLevel)
    language->level = read_level(context, field, value);
}

void read_field(Context& context, Entry& entry, Pieces& pieces, Surroundings const& around, Field const& field,
                syntax::Member const& member) {
  Node const& value = member.value;
  Attributes* owner = &entry.attributes;
  if (read_attribute(context, field, member, entry.attributes)) return;
  switch (field.id) {
    case FieldId::EntryKind:
      kind_in(context, field, value);
      break;
    case FieldId::PositionTitle:
    case FieldId::EntryTitle:
    case FieldId::EntryName:
    case FieldId::GroupName:
    case FieldId::AwardName:
    case FieldId::TalkName:
    case FieldId::CertificateName:
    case FieldId::LanguageName:
      if (entry.title.empty()) {
        entry.title = read_text(context, field, value, owner);
      } else {
        diag::report<diag::Kind::SameFieldTwice>(context.diagnostics, member.key_span, member.key, "title")
            .label(entry.title.span, "the title given first")
            .hint("keep one of them");
        entry.attributes.extra.push_back(member);
      }
      break;
    case FieldId::EntryRole:
      pieces.role = read_text(context, field, value, owner);
      break;
    case FieldId::PositionAt:
    case FieldId::EntryAt:
    case FieldId::EntryBy:
      entry.org = read_text(context, field, value, owner);
      break;
    case FieldId::Department:
      entry.department = read_text(context, field, value, owner);
      break;
    case FieldId::About:
      entry.about = read_text(context, field, value, owner);
      break;
    case FieldId::EntryWhere:
      entry.place = read_place(context, field, value);
      break;
    case FieldId::EntryWhen:
      entry.when = read_when(context, field, value);
      break;
    case FieldId::EntryStart:
      pieces.start = read_when(context, field, value);
      if (!pieces.bound) pieces.bound = &member;
      break;
    case FieldId::EntryEnd:
      pieces.end = read_when(context, field, value);
      if (!pieces.bound) pieces.bound = &member;
      break;
    case FieldId::EntryUrl:
      entry.url = read_literal(context, field, value);
      if (!entry.url.empty()) entry.url.value = complete_url(context, entry.url.value, entry.url.span);
      break;
    case FieldId::EntryLinks:
      entry.links = read_links(context, field, value);
      break;
    case FieldId::EntryText:
      if (!is_list_of_points(field, member))
        entry.text = read_rich(context, field, value, owner);
      else if (auto* skills = std::get_if<SkillsDetail>(&entry.detail))
        skills->items = read_skill_items(context, field_of(FieldId::SkillItems), value);
      else
        append_points(entry, read_points(context, field_of(FieldId::EntryPoints), value));
      break;
    case FieldId::EntryPoints:
      append_points(entry, read_points(context, field, value));
      break;
    case FieldId::EntryNote:
      entry.note = read_rich(context, field, value);
      break;
    case FieldId::EntryKeywords:
      entry.keywords = read_texts(context, field, value);
      break;
    case FieldId::EntryCites:
      entry.cites = read_cites(context, field, value);
      break;
    case FieldId::EntryAbstract:
      entry.abstract = read_rich(context, field, value);
      break;
    case FieldId::EntryRoles:
    case FieldId::EntryEntries: {
      std::vector<Entry> inner = read_entries(context, field, value, around);
      std::move(inner.begin(), inner.end(), std::back_inserter(entry.entries));
      break;
    }
    default:
      read_detail(context, entry, field, member);
      break;
  }
}

void finish(Context& context, Entry& entry, Pieces pieces) {
  // The role is the name of an entry that has no other; a referee's name is never his role.
  if (entry.title.empty() && entry.kind != Kind::Reference)
    entry.title = std::move(pieces.role);
  else
    entry.role = std::move(pieces.role);
  take_text_as_skills(entry);
  if (pieces.start || pieces.end) {
    When joined = join_when(pieces.start ? &*pieces.start : nullptr, pieces.end ? &*pieces.end : nullptr, context.diagnostics);
    if (entry.when.empty()) {
      entry.when = std::move(joined);
    } else {
      auto report = diag::report<diag::Kind::SameFieldTwice>(context.diagnostics, pieces.bound->key_span, pieces.bound->key, "when");
      report.label(entry.when.span, "`when` is given here");
      if (joined.free_text && entry.org.empty())
        report.hint("if it says who gave it, or where, it is `at`").fix(pieces.bound->key_span, "at");
      else
        report.hint("say `when: 2021-09 – 2023-08`, or `start` and `end`");
      entry.when.literal += "; " + joined.literal;
      entry.when.free_text = true;
    }
  }
}

bool is_entry_key(std::string_view key) {
  return std::any_of(fields().begin(), fields().end(),
                     [&](Field const& field) { return has(field.places, Where::Entry) && field.is_called(key); });
}

/// A key in lower case that is nearly one of an entry: rather a typing error than a text with a colon.
bool is_nearly_entry_key(std::string_view key, Kind kind) {
  bool const plain = std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return plain && base::nearest(key, known_keys(Where::Entry, kind)).has_value();
}

/// `{name: Go, level: 4/5}` among skills is one of them, though entries have these keys, too.
bool is_skill(Node const& map) {
  return std::all_of(map.members.begin(), map.members.end(),
                     [](syntax::Member const& member) { return find_field(Where::Item, normalised_key(member.key)) != nullptr; });
}

bool holds_entries(Node const& list, std::optional<Kind> kind) {
  return std::any_of(list.items.begin(), list.items.end(), [&](Node const& item) {
    return item.is_map() && !item.members.empty() && is_entry_key(normalised_key(item.members[0].key)) &&
           !(kind == Kind::Skills && is_skill(item));
  });
}

/// A text that stands as an entry of its own.
Entry text_entry(Context& context, Node const& node, Kind kind) {
  Entry entry;
  entry.kind = kind;
  make_detail(entry);
  entry.attributes.span = node.span;
  entry.text = read_rich(context, field_of(FieldId::EntryText), node, &entry.attributes);
  return entry;
}

/// A skill or a language by its name alone, among others that have levels or parts: it is one of them, not a bullet.
Entry named_entry(Context& context, Node const& node, Kind kind) {
  Entry entry;
  entry.kind = kind;
  make_detail(entry);
  entry.attributes.span = node.span;
  entry.title = parse_text(context, node.scalar, "title", &entry.attributes);
  return entry;
}

enum class Form : std::uint8_t { Entry, Line, Point };

/// How an item of a section's list that is a map is meant.
Form form_of(Context const& context, Node const& map, Surroundings const& around) {
  std::optional<Kind> const kind = around.stated ? around.stated : around.by_title;
  if (around.stated == Kind::List)
    return std::any_of(map.members.begin(), map.members.end(), [](auto const& member) { return member.key == "kind"; }) ? Form::Entry
                                                                                                                        : Form::Point;
  if (is_localised(context, map)) return Form::Point;
  if (map.members.size() != 1) return Form::Entry;
  std::string const key = normalised_key(map.members[0].key);
  Node const& value = map.members[0].value;
  if (is_entry_key(key) || key.starts_with("x-") || is_nearly_entry_key(key, kind.value_or(Kind::Other))) return Form::Entry;
  if (kind == Kind::Skills || kind == Kind::Language || value.is_map()) return Form::Line;
  if (value.is_list() && holds_entries(value, kind)) return Form::Line;
  return Form::Point;
}

}  // namespace

Entry read_entry(Context& context, Node const& map, Surroundings const& around) {
  Entry entry;
  std::optional<Kind> own;
  if (syntax::Member const* kind = find_member(map, "kind"); kind && kind->value.is_scalar()) own = kind_of_word(kind->value.text());
  entry.kind = own ? *own : settle_kind(map, around.stated, around.by_title);
  make_detail(entry);
  entry.attributes.span = map.span;
  ExtraScope const scope{context, entry.attributes.extra};
  // Members of a group are what the section holds; roles and parts of an entry are of its own kind.
  Surroundings inner = around;
  if (entry.kind != Kind::Group) inner = {.stated = {}, .by_title = entry.kind, .numbered = around.numbered};
  Pieces pieces;
  std::size_t const before = context.diagnostics.size();
  read_fields(context, map, Where::Entry, entry.kind, entry.attributes.extra,
              [&](Field const& field, syntax::Member const& member) { read_field(context, entry, pieces, inner, field, member); });
  finish(context, entry, std::move(pieces));
  bool const has_detail = std::any_of(map.members.begin(), map.members.end(), [&](syntax::Member const& member) {
    Field const* field = find_field(Where::Entry, normalised_key(member.key), entry.kind);
    bool const unreadable = member.value.kind == Node::Kind::Error;  // and reported
    return field && !has(field->places, Where::Point) && field->id != FieldId::EntryKind && (unreadable || !is_absent(member.value));
  });
  if (!has_detail && context.diagnostics.size() == before)
    diag::report<diag::Kind::EmptyEntry>(context.diagnostics, map.span).hint("give it a `title` or a `text`, or remove it");
  return entry;
}

/// A map of groups of skills, and no entry.
bool holds_groups(Node const& map) {
  return !map.members.empty() && std::none_of(map.members.begin(), map.members.end(), [](syntax::Member const& member) {
    return is_entry_key(normalised_key(member.key)) || is_absent(member.value);
  });
}

Entry read_group_line(Context& context, syntax::Member const& member, Surroundings const& around);

/// `Programming: {Languages: [C++], Tools: [Git]}` among skills.
Entry read_group_of_groups(Context& context, syntax::Member const& member, Surroundings const& around) {
  Entry group;
  group.kind = Kind::Group;
  group.attributes.span = {member.key_span.source, member.key_span.begin, std::max(member.key_span.end, member.value.span.end)};
  group.title = parse_text(context, key_text(member), "title", &group.attributes);
  for (syntax::Member const& inner : member.value.members) group.entries.push_back(read_group_line(context, inner, around));
  return group;
}

Entry read_group_line(Context& context, syntax::Member const& member, Surroundings const& around) {
  std::optional<Kind> const kind = around.stated ? around.stated : around.by_title;
  Node const& value = member.value;
  Entry entry;
  entry.attributes.span = {member.key_span.source, member.key_span.begin, std::max(member.key_span.end, value.span.end)};
  if (value.is_map() && !is_localised(context, value)) {
    if (kind == Kind::Skills && holds_groups(value)) return read_group_of_groups(context, member, around);
    entry = read_entry(context, value, around);
    Text name = parse_text(context, key_text(member), "title", &entry.attributes);
    if (entry.title.empty()) {
      entry.title = std::move(name);
    } else {
      Entry group;
      group.kind = Kind::Group;
      group.attributes.span = entry.attributes.span;
      group.title = std::move(name);
      group.entries.push_back(std::move(entry));
      return group;
    }
    return entry;
  }
  bool const entries = value.is_list() && holds_entries(value, kind);
  if (entries)
    entry.kind = Kind::Group;
  else if (kind == Kind::Language && !value.is_list())
    entry.kind = Kind::Language;
  else if (value.is_list() || kind == Kind::Skills)
    entry.kind = Kind::Skills;
  else
    entry.kind = Kind::Other;
  make_detail(entry);
  ExtraScope const scope{context, entry.attributes.extra};
  entry.title = parse_text(context, key_text(member), "title", &entry.attributes);
  if (is_absent(value)) return entry;
  if (entries) {
    entry.entries = read_entries(context, field_of(FieldId::EntryEntries), value, around);
  } else if (auto* language = std::get_if<LanguageDetail>(&entry.detail)) {
    language->level = recognise_level(read_text(context, field_of(FieldId::EntryLevel), value, &entry.attributes));
  } else if (auto* skills = std::get_if<SkillsDetail>(&entry.detail)) {
    Level level;
    if (value.is_scalar()) level = recognise_level(read_text(context, field_of(FieldId::EntryLevel), value, &entry.attributes));
    if (level.thousandths) {
      skills->level = std::move(level);
    } else if (value.is_scalar()) {
      SkillItem item;
      item.attributes.span = value.span;
      item.name = std::move(level.text);
      skills->items.push_back(std::move(item));
    } else {
      skills->items = read_skill_items(context, field_of(FieldId::SkillItems), value);
    }
  } else {
    entry.text = read_rich(context, field_of(FieldId::EntryText), value, &entry.attributes);
  }
  return entry;
}

std::vector<Entry> read_entries(Context& context, Field const& field, Node const& node, Surroundings const& around) {
  std::vector<Entry> result;
  BulletScope const scope{context};
  std::optional<Kind> const kind = around.stated ? around.stated : around.by_title;
  bool const names = (kind == Kind::Skills || kind == Kind::Language) &&
                     std::any_of(node.items.begin(), node.items.end(),
                                 [&](Node const& item) { return item.is_map() && form_of(context, item, around) != Form::Point; });
  bool run_is_open = false;  // consecutive texts share one entry of kind List
  auto add_point = [&](Node const& item) {
    if (!run_is_open) {
      Entry run;
      run.kind = Kind::List;
      run.attributes.span = item.span;
      result.push_back(std::move(run));
    }
    run_is_open = true;
    result.back().points.push_back(read_point(context, item));
    result.back().attributes.span.end = std::max(result.back().attributes.span.end, item.span.end);
  };
  auto add_entry = [&](Entry entry) {
    result.push_back(std::move(entry));
    run_is_open = false;
  };
  auto add = [&](Node const& item) {
    if (is_absent(item)) return;
    if (item.is_scalar() && around.stated == Kind::Text)
      add_entry(text_entry(context, item, Kind::Text));
    else if (item.is_scalar() && around.numbered)
      add_entry(text_entry(context, item, kind.value_or(Kind::Other)));
    else if (item.is_scalar() && names)
      add_entry(named_entry(context, item, *kind));
    else if (!item.is_map())
      add_point(item);
    else
      switch (form_of(context, item, around)) {
        case Form::Entry:
          add_entry(read_entry(context, item, around));
          break;
        case Form::Line:
          add_entry(read_group_line(context, item.members[0], around));
          break;
        case Form::Point:
          add_point(item);
          break;
      }
  };
  if (is_absent(node)) return result;
  if (node.is_list()) {
    for (Node const& item : node.items) add(item);
  } else if (node.is_map() && !node.members.empty() && !is_entry_key(normalised_key(node.members[0].key))) {
    for (syntax::Member const& member : node.members) add_entry(read_group_line(context, member, around));
  } else if (node.is_map() || node.is_scalar()) {
    add(node);
  } else {
    report_wrong_type(context, field, node);
  }
  return result;
}

}  // namespace resumec::model

// Sections: the five ways to write one.

#include "base/suggest.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

using syntax::Node;

/// Any title may stand there; a key in lower case that is nearly a known one gets a warning. A `title` says that it is meant.
void check_spelling(Context& context, syntax::Member const& member, std::string const& key) {
  if (member.value.is_map() && member.value.find("title") != nullptr) return;
  if (auto const near = locale::nearest_section_title(unicode::fold_for_matching(key)))
    diag::report<diag::Kind::MisspeltSection>(context.diagnostics, member.key_span, member.key)
        .hint(diag::did_you_mean(*near) + " If not, say so with a `title` of its own")
        .fix(member.key_span, std::string{*near});
}

/// `work experience` was typed as a key: it begins with a capital. Not so what has no known role (`npm packages`).
void capitalise(syntax::MappedText& title) {
  if (role_of_title(title.text).empty()) return;
  std::string const& text = title.text;
  if (text.empty() || text[0] < 'a' || text[0] > 'z' || unicode::to_lower(text, "en") != text) return;
  title.text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

/// A key in lower case without blanks that names a role is translated; any other is printed as it stands.
void read_title(Context& context, syntax::Member const& member, Section& section) {
  std::string const key = normalised_key(member.key);
  bool const plain = key.find(' ') == std::string::npos && unicode::to_lower(key, "en") == key;
  if (plain) {
    section.role = role_of_title(key);
    if (!section.role.empty()) return;
  }
  syntax::MappedText title = key_text(member);
  capitalise(title);
  section.title = parse_text(context, std::move(title), "title", &section.attributes);
  section.role = role_of_title(syntax::plain_text(section.title.base));
  if (plain && section.role.empty()) check_spelling(context, member, key);
}

/// True for a map with `entries` and other options; false for a map of groups. A map whose keys are all options is one, too, and so is
/// one with a misspelt `entries`.
bool holds_options(Node const& map) {
  bool all_known = true;
  for (syntax::Member const& member : map.members) {
    std::string const key = normalised_key(member.key);
    if (key.starts_with("x-")) continue;
    Field const* field = find_exact_field(Where::Section, key);
    if (field && (field->id == FieldId::SectionEntries || field->id == FieldId::SectionFrom)) return true;
    all_known = all_known && field;
    std::string_view const entries[] = {"entries"};
    if (!field && base::nearest(key, entries)) return true;
  }
  return all_known;
}

/// A single entry written without the dash of a list.
bool is_single_entry(Node const& map, std::optional<Kind> kind) {
  Kind const settled = settle_kind(map, {}, kind);
  bool any_telling = false;
  for (syntax::Member const& member : map.members) {
    std::string const key = normalised_key(member.key);
    if (!find_exact_field(Where::Entry, key, settled)) return false;
    any_telling = any_telling || !find_exact_field(Where::Section, key);
  }
  return any_telling;
}

void read_options(Context& context, Node const& map, Section& section) {
  // The kind and the numbering are settled before the entries are read, wherever they stand.
  for (syntax::Member const& member : map.members) {
    Field const* field = find_field(Where::Section, normalised_key(member.key));
    if (!field || is_absent(member.value)) continue;
    if (field->id == FieldId::SectionKind) {
      Literal const word = read_literal(context, *field, member.value);
      section.kind = kind_of_word(word.value);
      if (!section.kind && !word.empty())
        if (auto const choice = read_choice(context, *field, member.value)) section.kind = static_cast<Kind>(*choice);
    }
    if (field->id == FieldId::SectionNumbering) {
      if (auto const choice = read_choice(context, *field, member.value)) section.numbering = static_cast<Numbering>(*choice);
      section.numbering_is_set = true;
    }
  }
  Surroundings const around{section.kind, kind_of_role(section.role), section.numbering != Numbering::None};
  read_fields(context, map, Where::Section, Kind::Other, section.attributes.extra, [&](Field const& field, syntax::Member const& member) {
    if (read_attribute(context, field, member, section.attributes)) return;
    switch (field.id) {
      case FieldId::SectionTitle:
        section.untitled = member.value.is_scalar() && member.value.text() == "none";
        section.title = section.untitled ? Text{} : read_text(context, field, member.value, &section.attributes);
        break;
      case FieldId::SectionIntro:
        section.intro = read_rich(context, field, member.value);
        break;
      case FieldId::SectionEntries:
        section.entries = read_entries(context, field, member.value, around);
        break;
      case FieldId::SectionStyle:
        if (auto const choice = read_choice(context, field, member.value)) section.style = choices(field.type)[*choice];
        break;
      case FieldId::SectionLegend:
        section.legend = read_text(context, field, member.value);
        break;
      case FieldId::SectionColumns:
        section.columns = read_integer(context, field, member.value, 1, 4).value_or(0);
        break;
      case FieldId::SectionSort:
        if (auto const choice = read_choice(context, field, member.value)) section.sort = choices(field.type)[*choice];
        break;
      case FieldId::SectionFrom:  // what it names is among the entries by now
        section.attributes.extra.push_back(member);
        break;
      default:
        break;
    }
  });
}

/// A map of groups, such as skills: `IT: [SAP]`. Options of the section may stand among them under their own names: `hide: true`.
void read_groups(Context& context, Node const& map, Surroundings const& around, Section& section) {
  Node options = map, groups = map;
  auto const is_option = [](syntax::Member const& member) {
    std::string const key = normalised_key(member.key);
    Field const* const field = find_exact_field(Where::Section, key);
    return key.starts_with("x-") || (field && field->key == key);
  };
  std::erase_if(options.members, [&](syntax::Member const& member) { return !is_option(member); });
  std::erase_if(groups.members, is_option);
  read_options(context, options, section);
  for (syntax::Member const& line : groups.members) section.entries.push_back(read_group_line(context, line, around));
}

}  // namespace

Section read_section(Context& context, syntax::Member const& member) {
  Section section;
  section.key = member.key;
  section.key_span = member.key_span;
  Node const& value = member.value;
  section.attributes.span = {member.key_span.source, member.key_span.begin, std::max(member.key_span.end, value.span.end)};
  ExtraScope const scope{context, section.attributes.extra};
  read_title(context, member, section);
  std::size_t const before = context.diagnostics.size();
  Surroundings const around{{}, kind_of_role(section.role), false};
  Field const& entries = field_of(FieldId::SectionEntries);
  if (value.is_scalar() || is_localised(context, value)) {
    Entry text;
    text.kind = Kind::Text;
    text.attributes.span = value.span;
    text.text = read_rich(context, field_of(FieldId::EntryText), value, &text.attributes);
    if (!text.text.empty()) section.entries.push_back(std::move(text));
  } else if (value.is_list()) {
    section.entries = read_entries(context, entries, value, around);
  } else if (value.is_map() && holds_options(value)) {
    read_options(context, value, section);
  } else if (value.is_map() && is_single_entry(value, around.by_title)) {
    section.entries.push_back(read_entry(context, value, around));
  } else if (value.is_map()) {
    read_groups(context, value, around, section);
  }
  bool const nothing = section.entries.empty() && section.intro.empty() && section.legend.empty();
  bool const empty_items = value.is_list() && !value.items.empty();  // each of them was reported
  if (nothing && !empty_items && value.kind != Node::Kind::Error && context.diagnostics.size() == before)
    diag::report<diag::Kind::EmptySection>(context.diagnostics, member.key_span, member.key)
        .hint("write its entries under it, or remove it");
  return section;
}

}  // namespace resumec::model

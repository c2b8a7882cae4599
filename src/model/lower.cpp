#include "model/lower.hpp"

#include "base/suggest.hpp"
#include "model/hidden.hpp"
#include "model/languages.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace resumec::model {
namespace {

using syntax::Node;

void check_version(Context& context, Field const& field, Node const& node) {
  Literal const version = read_literal(context, field, node);
  if (version.empty() || version.value == "1") return;
  bool const number = std::all_of(version.value.begin(), version.value.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!number) {
    report_wrong_type(context, field, node);
    return;
  }
  diag::report<diag::Kind::SchemaVersion>(context.diagnostics, version.span, version.value)
      .hint("a file of a newer version needs a newer resumec; if this file is one of yours, write `resumec: 1`");
}

/// What every text depends on is read first, wherever it stands: languages, and the forms of one's own name.
void read_foundations(Context& context, Node const& root, Resume& resume) {
  std::vector<Literal> me;
  std::vector<FieldId> seen;
  for (syntax::Member const& member : root.members) {
    Field const* field = find_field(Where::Top, normalised_key(member.key));
    if (!field || is_absent(member.value) || std::find(seen.begin(), seen.end(), field->id) != seen.end()) continue;
    seen.push_back(field->id);
    switch (field->id) {
      case FieldId::Lang:
        if (Literal lang = read_literal(context, *field, member.value); !lang.empty()) {
          check_language(lang.value, lang.span, context.diagnostics);
          resume.lang = std::move(lang.value);
        }
        break;
      case FieldId::Langs:
        resume.langs = read_words(context, *field, member.value);
        break;
      case FieldId::Name:
        resume.header.name = read_name(context, *field, member.value);
        break;
      case FieldId::Me:
        me = read_literals(context, *field, member.value);
        break;
      default:
        break;
    }
  }
  context.lang = resume.lang;
  context.langs = resume.langs;
  context.me = own_name_forms(resume.header.name);
  for (Literal const& form : me) context.me.push_back(unicode::fold_for_matching(form.value));
  resume.me = context.me;
  for (Literal& form : me) resume.me_forms.push_back(std::move(form));
}

/// An item such as `-` or `- null` would vanish, whatever list it stands in. The readers of sources bound the depth.
void report_empty_items(Node const& node, std::string_view name, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    Node const& item = node.items[i];
    if (item.kind != Node::Kind::Error && is_absent(item))
      diag::report<diag::Kind::EmptyItem>(diagnostics, item.span, i + 1, name)
          .hint("remove it, or write its content there; a word that YAML takes for nothing, such as `null`, needs quotes");
    report_empty_items(item, name, diagnostics);
  }
  for (syntax::Member const& member : node.members)
    if (!member.key.starts_with("x-")) report_empty_items(member.value, member.key, diagnostics);
}

/// Two sections of one name are printed as two, which is mostly a slip; a title of its own says that it is meant.
void check_sections_once(Context& context, Node const& sections) {
  std::map<std::string, Span> first;
  for (syntax::Member const& member : sections.members) {
    std::string key = normalised_key(member.key);
    if (key.starts_with("x-") || (member.value.is_map() && member.value.find("title"))) continue;
    auto const [known, added] = first.emplace(std::move(key), member.key_span);
    if (!added)
      diag::report<diag::Kind::SectionTwice>(context.diagnostics, member.key_span, member.key)
          .label(known->second, "first given here")
          .hint("put all its entries under one of them; if two are meant, `title: …` and `entries: […]` under one name it otherwise");
  }
}

void read_sections(Context& context, Field const& field, Node const& node, Resume& resume) {
  bool const dashed = node.is_list() && !node.items.empty() && node.items[0].is_map() && !node.items[0].members.empty();
  if (dashed) {
    Span const at = node.items[0].members[0].key_span;
    diag::report<diag::Kind::WrongType>(context.diagnostics, at, field.key, describe(field.type), "a list")
        .hint("leave out the dashes before the sections: each is a key under `sections:`");
    return;
  }
  if (!node.is_map()) {
    report_wrong_type(context, field, node);
    return;
  }
  check_sections_once(context, node);
  for (syntax::Member const& member : node.members) {
    if (normalised_key(member.key).starts_with("x-"))
      resume.extra.push_back(member);
    else
      resume.sections.push_back(read_section(context, member));
  }
}

void read_top(Context& context, Resume& resume, Field const& field, syntax::Member const& member) {
  Node const& value = member.value;
  switch (field.id) {
    case FieldId::Resumec:
      check_version(context, field, value);
      break;
    case FieldId::Headline:
      resume.header.headline = read_texts(context, field, value);
      break;
    case FieldId::Email:
    case FieldId::Phone:
    case FieldId::Website:
    case FieldId::Location:
      add_contacts(context, field, value, {}, resume.header);
      break;
    case FieldId::HeaderLinks:
      read_header_links(context, field, value, resume.header);
      break;
    case FieldId::Contacts:
      read_contacts(context, field, value, resume.header);
      break;
    case FieldId::Photo:
      resume.header.photo = read_literal(context, field, value);
      break;
    case FieldId::Birth:
      resume.header.birth = read_when(context, field, value);
      break;
    case FieldId::Nationality:
      resume.header.nationality = read_texts(context, field, value);
      break;
    case FieldId::Sections:
      read_sections(context, field, value, resume);
      break;
    case FieldId::Layout:
      resume.layout = read_layout(context, field, value);
      break;
    case FieldId::Settings:
      if (value.is_map())
        read_settings(context, value, resume.settings, resume.extra);
      else
        report_wrong_type(context, field, value);
      break;
    case FieldId::Variants:
      read_variants(context, field, value, resume.variants);
      break;
    case FieldId::Outputs:
      resume.outputs = read_outputs(context, field, value);
      break;
    case FieldId::Bib:  // its records are in the sections by now
    case FieldId::Comment:
      resume.extra.push_back(member);
      break;
    default:
      break;  // read by read_foundations
  }
}

bool is_section_at_top(syntax::Member const& member) {
  std::string const key = normalised_key(member.key);
  return !find_field(Where::Top, key) && names_a_section(key) && !is_absent(member.value);
}

/// The sections of a file without `sections:` that has them at the top.
std::vector<syntax::Member> sections_at_top(Node const& root) {
  std::vector<syntax::Member> found;
  if (find_member(root, "sections")) return found;
  std::copy_if(root.members.begin(), root.members.end(), std::back_inserter(found), is_section_at_top);
  return found;
}

/// Several of them are one finding; they are read all the same, so that one run says what is wrong in them.
void read_sections_at_top(Context& context, Node const& root, Resume& resume) {
  Node sections;
  sections.kind = Node::Kind::Map;
  sections.span = root.span;
  sections.members = sections_at_top(root);
  if (sections.members.size() < 2) return;
  syntax::Member const& first = sections.members.front();
  auto report = diag::report<diag::Kind::MisplacedField>(context.diagnostics, first.key_span, first.key, "a résumé");
  if (context.unknown_keys == UnknownKeys::Warn) report.severity(Severity::Warning);
  report.hint("it names a section: write a line `sections:` above the first section, and indent them all below it");
  for (syntax::Member const& member : sections.members) {
    if (&member != &first) report.label(member.key_span, "and so does this");
    context.reported.insert(member.key_span);
  }
  read_sections(context, field_of(FieldId::Sections), sections, resume);
}

/// The tags that rules name and items have, wherever they stand: they tell a mistyped tag from other words.
void collect_tags(Node const& node, std::set<std::string, std::less<>>& tags) {
  for (Node const& item : node.items) collect_tags(item, tags);
  for (syntax::Member const& member : node.members) {
    collect_tags(member.value, tags);
    if (!is_same_name(member.key, "tags")) continue;
    if (member.value.is_scalar()) tags.emplace(member.value.text());
    for (Node const& tag : member.value.items)
      if (tag.is_scalar()) tags.emplace(tag.text());
  }
}

/// A document without a name is pointed at where the name belongs: at the key that has none, or at the first key.
void check_name(Context& context, Node const& root, Resume const& resume, LowerOptions const& options) {
  if (!full_name(resume.header.name).empty()) return;
  auto const report = [&](Span at, std::string_view hint) {
    auto missing = diag::report<diag::Kind::MissingName>(context.diagnostics, at);
    missing.hint(std::string{hint});
    if (options.name == NameRule::Optional) missing.severity(Severity::Lint);
  };
  std::string_view const name[] = {"name"};
  for (syntax::Member const& member : root.members) {
    std::string const key = normalised_key(member.key);
    if (find_field(Where::Top, key) == nullptr && base::nearest(key, name)) return;  // already asked "did you mean `name`?"
  }
  if (syntax::Member const* own = find_member(root, "name")) {
    if (own->value.kind == Node::Kind::Error) return;
    if (!is_absent(own->value) && !own->value.is_map()) return;  // of the wrong type, and reported
    if (own->value.is_null()) {
      return report(own->key_span, "write it behind the colon: `name: Your Name`");
    }
  }
  Span const at = root.members.empty() ? root.span : root.members[0].key_span;
  report(at, options.name == NameRule::Required ? options.name_hint : "it is printed without one");
}

Resume lower_visible(Node const& root, SourceId source, Diagnostics& diagnostics, LowerOptions const& options) {
  Resume resume;
  resume.source = source;
  Context context{diagnostics, options.unknown_keys, resume.lang, {}, {}, {}, {}, {}, &resume.extra};
  context.names = options.names;
  if (root.kind == Node::Kind::Error) return resume;
  if (root.is_scalar() || root.is_list()) {
    auto report = diag::report<diag::Kind::NotAResume>(diagnostics, root.span.start(), root.is_list() ? "a list" : "a text");
    std::string_view const text = root.is_scalar() ? root.text() : std::string_view{};
    std::string_view const word = text.substr(0, text.find(':'));
    if (word.size() < text.size() && find_field(Where::Top, word))
      report.hint(fmt::format("put a blank after each colon: `{}: …`", word));
    else
      report.hint("begin with `name: Your Name`; `resumec new` writes a file to start from");
    return resume;
  }
  report_empty_items(root, "", diagnostics);
  collect_tags(root, context.tags);
  read_foundations(context, root, resume);
  read_sections_at_top(context, root, resume);
  read_fields(context, root, Where::Top, Kind::Other, resume.extra,
              [&](Field const& field, syntax::Member const& member) { read_top(context, resume, field, member); });
  check_name(context, root, resume, options);
  return resume;
}

}  // namespace

Resume lower(Node const& root, SourceId source, Diagnostics& diagnostics, LowerOptions const& options) {
  // No text has characters below this line that nobody can see, but for those that do something.
  auto const visible = without_hidden(root, diagnostics);
  return lower_visible(visible ? *visible : root, source, diagnostics, options);
}

std::vector<std::string> forms_of_own_name(Node const& root) {
  Diagnostics unheard;  // lowering says it
  Resume resume;
  Context context{unheard, UnknownKeys::Warn, resume.lang, {}, {}, {}, {}, {}, &resume.extra};
  read_foundations(context, root, resume);
  return std::move(context.me);
}

}  // namespace resumec::model

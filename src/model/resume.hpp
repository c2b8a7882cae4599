// The document model: a résumé as a typed value, whatever format it came from. Immutable
// after lowering. Every leaf has a span; text is in NFC and already parsed; there is no style and no length here.
// Every entry has the common slots (title, org, place, when, text, points, …) plus a small part of its kind, so that
// layouts work on slots. Unknown keys are kept in `extra`, so that a round trip loses nothing.
#pragma once

#include "base/ids.hpp"
#include "model/when.hpp"
#include "resumec/source.hpp"
#include "syntax/inline.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace resumec::model {

/// Text of one paragraph, perhaps in several languages. `select` moves the chosen language into `base`.
struct Text {
  syntax::Inlines base;
  std::vector<std::pair<std::string, syntax::Inlines>> by_lang;  ///< BCP 47 → text, in source order
  Span span;
  bool empty() const { return base.empty() && by_lang.empty(); }
};

/// Text of several paragraphs.
struct RichText {
  syntax::Blocks base;
  std::vector<std::pair<std::string, syntax::Blocks>> by_lang;
  Span span;
  bool empty() const { return base.empty() && by_lang.empty(); }
};

/// An identifier, address, number or code: printed as it stands, never parsed as markup.
struct Literal {
  std::string value;
  Span span;
  bool empty() const { return value.empty(); }
};

/// Another wording of an item, for one variant.
struct Wording {
  Literal variant;
  RichText text;
};

/// Whether a page ends before a section or entry.
enum class PageBreak : std::uint8_t { Free, Avoid, Prefer, Force };

/// What every node of a résumé may carry.
struct Attributes {
  Literal id;
  std::vector<std::string> tags;
  int priority = 0;  ///< 1 (keep first) to 5 (cut first); 0 = not given, counts as 3
  bool hide = false;
  bool required = false;         ///< fitting must not leave it out
  std::vector<Literal> needs;    ///< `requires`: ids of what it is not shown without
  int minimum = 0, maximum = 0;  ///< `min`, `max`: so many entries or points that fitting shows; 0 = not given
  base::ItemId item;             ///< of sections, entries and points: `number_items` gives it
  PageBreak page_break = PageBreak::Free;
  std::string lang;  ///< BCP 47; empty = the parent's
  std::string icon;
  std::string comment;
  RichText short_wording;             ///< `short`; like the next, it stands for all that the item says below its header
  std::vector<Wording> wordings;      ///< `wording`, by variant
  std::vector<syntax::Member> extra;  ///< keys that no field takes, as written
  Span span;                          ///< the whole node
};

struct Place {
  Text text;  ///< as one text, or:
  Literal street, city, region, postcode, country;
  bool remote = false;
  Span span;
  bool empty() const {
    return text.empty() && street.empty() && city.empty() && region.empty() && postcode.empty() && country.empty() && !remote;
  }
};

struct PersonName {
  Literal display;  ///< as one text, or:
  Literal prefix, given, middle, particle, family, suffix, native, pronouns;
  Span span;
};

struct Author {
  std::string name;     ///< as printed, without marks
  std::string marks;    ///< "*", "†", … after the name
  bool me = false;      ///< one of the forms of `me`
  bool others = false;  ///< "et al."
  Span span;
};

struct Link {
  Text label;
  std::string network;   ///< id where the key is a known network: `github`
  Literal url;           ///< complete address, made from a handle where needed
  std::string relation;  ///< paper code pdf slides video poster demo …; the key in lower case
  std::string icon;
};

enum class ContactKind : std::uint8_t { Email, Phone, Website, Location, Network, Custom };

struct Contact {
  ContactKind kind = ContactKind::Custom;
  std::string network;       ///< id of a known network
  std::string network_name;  ///< "GitHub"
  Text label;
  Literal value;       ///< as printed
  std::string handle;  ///< of a network
  std::string url;     ///< mailto:, tel:, https://…; empty if it leads nowhere
  Place place;         ///< of a Location
  Attributes attributes;
};

/// A level as written and, where a scale is recognised, as a number.
struct Level {
  Text text;
  std::optional<int> thousandths;  ///< 0-1000 on the recognised scale
  std::string scale;               ///< cefr ilr five ten words
  bool empty() const { return text.empty(); }
};

/// Marks where citations stand after a field: `cites: [a, b]`.
struct Cite {
  Literal id;
  std::string number;  ///< filled in by numbering: "1"
};

struct Point {
  Attributes attributes;
  RichText text;
  std::vector<Cite> cites;
  std::vector<Point> points;
};

/// Several languages or skills may share one item: `Dutch, Swedish: basic`.
struct SkillItem {
  Attributes attributes;
  Text name;
  Level level;
  std::vector<Text> keywords;
};

enum class Kind : std::uint8_t {
  Text,
  List,
  Group,
  Position,
  Education,
  Project,
  Publication,
  Award,
  Skills,
  Language,
  Talk,
  Service,
  Certificate,
  Reference,
  Course,
  Patent,
  Grant,
  Membership,
  Volunteering,
  Interest,
  Achievement,
  Hobby,
  Other,
};

struct EducationDetail {
  Text degree, field, minor, thesis;
  Text score;
  // `score: "GPA: 8.8/9.0"` brings its own label and is printed as it stands; `thesis` and `advisor` likewise.
  bool score_is_verbatim = false, thesis_is_verbatim = false, advisors_are_verbatim = false;
  bool score_is_grade = false;  ///< the source calls it so
  std::vector<Text> honours, advisors;
  std::vector<Point> courses;
};
struct PublicationDetail {
  Literal type;
  std::vector<Author> authors, editors;
  Text venue, publisher, status, award;
  Literal volume, issue, pages, doi, arxiv, isbn, cited;
};
struct TalkDetail {
  Text event;
  Literal type;
};
/// Award and Grant. Who gave it is the entry's `org`.
struct AwardDetail {
  Text amount;
};
/// Certificate, Patent, Course and Membership. Who issued it is the entry's `org`.
struct CertificateDetail {
  Literal number;
  When expires;
};
struct SkillsDetail {
  std::vector<SkillItem> items;
  Level level;
};
struct LanguageDetail {
  Level level;
};
struct ReferenceDetail {
  Text relation;
  Literal email, phone;
  RichText quote;
  bool is_private = false;
};

struct Entry {
  Kind kind = Kind::Other;
  Attributes attributes;
  // The common slots. What a key means depends on the kind (§5.1 (15)); the slot is settled here.
  //   title: what to print as the entry's name. Position: the role. Education: `title` only, because the degree line is put
  //     together by the layout from EducationDetail. Publication, Project, Award, Talk (`talk`, the event is in TalkDetail), Certificate,
  //     Language (`Dutch, Swedish` is one entry), Skills (the group's name), Reference (the person), Group (its heading).
  //   Text: `text` is a section written as paragraphs. List: `points` are consecutive strings of a section's list.
  //   Other: also `Label: text` of a section written as a map: title and text.
  Text title;
  Text org;   ///< `at`, `by`: employer, school, awarder, issuer; empty for publications (see `publisher`)
  Text role;  ///< only where the entry has another name as well: `title` and `role` given; of a referee
  Text department, about;
  Place place;
  When when;
  Literal url;
  std::vector<Link> links;
  RichText text, note;
  std::vector<Point> points;
  std::vector<Text> keywords;
  std::vector<Cite> cites;
  std::vector<Entry> entries;  ///< roles in one company, members of a group, sub-projects
  RichText abstract;
  std::variant<std::monostate, EducationDetail, PublicationDetail, TalkDetail, AwardDetail, CertificateDetail, SkillsDetail, LanguageDetail,
               ReferenceDetail>
      detail;
  std::string number;  ///< printed label of a numbered entry, filled in by numbering
};

enum class Numbering : std::uint8_t { None, Up, Down, Label };

struct Section {
  Attributes attributes;
  std::string key;  ///< as written in the source
  Span key_span;
  std::string role;       ///< recognised role: experience education publications … ; empty for a custom one
  Text title;             ///< verbatim title; empty: the locale's title for `role`
  bool untitled = false;  ///< `title: none`
  std::optional<Kind> kind;
  RichText intro;
  std::vector<Entry> entries;
  Numbering numbering = Numbering::None;
  bool numbering_is_set = false;  ///< said by the author, not assumed
  std::string style;              ///< ieee apa plain bullets inline numbered …
  Text legend;
  int columns = 0;  ///< 0 = the layout's
  std::string sort;
};

struct Header {
  PersonName name;
  std::vector<Text> headline;
  std::vector<Contact> contacts;  ///< in the source's order
  Place location;
  Literal photo;
  When birth;
  std::vector<Text> nationality;
};

/// `layout: classic` or `layout: {name: classic, accent: "#345"}`; values are kept as written for the style stage.
struct LayoutRequest {
  Literal name;
  std::vector<syntax::Member> options;
};

/// A number that bounds something; 0 = not given.
struct Limit {
  int value = 0;
  Span span;
};

/// What the pages of a document must keep to.
struct Budget {
  Limit max_pages;
  Limit min_fill;                   ///< per mille of a page's height, for every page
  bool may_strand_headings = true;  ///< a heading may stand at the foot of a page, away from its text
  Span stranded_span;
};

/// An entry of `outputs:`. Each of the lists may be empty: the full document, the source's layout, PDF, the source's language.
struct OutputRequest {
  std::vector<Literal> variants, layouts, formats, langs;
  Literal file;  ///< pattern; empty: by the source's name
  Limit pages, max_pages;
  std::size_t index = 0;  ///< in the source's list: its `set` is applied to the source
  Span span;
};

struct Settings {
  std::optional<Date> today;
  Span today_span;
  std::string date_style;  ///< empty = the locale's
  bool raw_typography = false;
  enum class Abstracts : std::uint8_t { Hide, Fold, Show } abstracts = Abstracts::Hide;
  std::vector<std::string> bold;                            ///< words set in bold wherever they stand
  std::vector<std::string> hyphenation;                     ///< words as they may be divided: `ré-su-mé`
  std::vector<std::pair<std::string, std::string>> labels;  ///< renamed labels: `score` → `Grade`
  Limit pages;                                              ///< to fit to
  Budget budget;
};

/// What `keep`, `only` and `drop` ask of an item (§5.1 (16)). Criteria are joined by "and"; one that is not given is not asked.
struct Criteria {
  std::vector<Literal> tags;      ///< any of them
  std::vector<Literal> sections;  ///< any of them and what is in them
  Limit priority;                 ///< up to this one
  std::vector<Kind> kinds;        ///< any of them
  std::vector<Literal> ids;       ///< any of them
  std::optional<Date> since;      ///< ended then or later
  bool cited = false;             ///< publications: something that is shown cites it (`drop`: nothing does)
  bool empty() const { return tags.empty() && sections.empty() && priority.value == 0 && kinds.empty() && ids.empty() && !since && !cited; }
};

/// A named selection. `extends`, `overlay`, `set`, `layout` and `headline` change the source before it is lowered (variant/tree.hpp);
/// the rest is applied to the résumé (variant/select.hpp).
struct Variant {
  Literal name;
  Literal extends;
  bool changes_source = false;  ///< has an overlay or settings of its own
  Criteria keep, only, drop;
  std::vector<Literal> sections;                 ///< as written, with `...`; empty: all, in the source's order
  std::vector<std::pair<Literal, Text>> titles;  ///< of sections; the title `none` is an empty text
  bool short_wordings = false;
  Literal lang;
  Limit pages, max_pages;
  syntax::Node body;  ///< as written
};

struct Resume {
  std::string lang = "en";
  std::vector<std::string> langs;
  Header header;
  std::vector<std::string> me;    ///< folded forms of the own name (unicode::fold_for_matching)
  std::vector<Literal> me_forms;  ///< the forms that the author gave
  std::vector<Section> sections;
  std::vector<Variant> variants;
  std::vector<OutputRequest> outputs;
  LayoutRequest layout;
  Settings settings;
  std::vector<syntax::Member> extra;
  SourceId source;
  std::string format = "native";
};

/// Stable, indented notation of the whole value: `dump --stage=model` and `--stage=selection`.
std::string dump(Resume const& resume);
/// The name as printed: prefix, given, middle, particle, family, suffix, or `display`.
std::string full_name(PersonName const& name);
std::string_view name_of(Kind kind);

}  // namespace resumec::model

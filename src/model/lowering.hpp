// What the parts of lowering share. Inside the model alone.
//
// Every reader takes a node and gives a value; what it cannot use it reports at the narrowest place, and goes on. Recursion follows
// the tree, whose depth the readers of syntax/ bound.
#pragma once

#include "diag/report.hpp"
#include "locale/locale.hpp"
#include "model/kinds.hpp"
#include "model/lower.hpp"
#include "model/names.hpp"
#include "model/schema.hpp"
#include "syntax/inline.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::model {

struct Context {
  Diagnostics& diagnostics;
  UnknownKeys unknown_keys = UnknownKeys::Error;
  std::string lang = "en";
  std::vector<std::string> langs;           ///< a map whose keys are all of them is one text in several languages
  std::vector<std::string> me;              ///< folded forms of the own name
  std::map<std::string, Span> ids;          ///< where each id was first given
  std::set<std::string, std::less<>> tags;  ///< those that lists of tags name
  std::set<Span> reported;                  ///< keys of which all was said
  std::vector<syntax::Member>* extra;       ///< of the nearest node that keeps unknown keys
  std::vector<Literal>* bullets = nullptr;  ///< bullets that texts of the nearest list begin with
  std::vector<FieldName>* names = nullptr;  ///< as `LowerOptions::names`
};

/// Makes a node the one that keeps unknown keys, as long as it lives.
class ExtraScope {
 public:
  ExtraScope(Context& context, std::vector<syntax::Member>& extra) : context_{context}, outer_{context.extra} { context.extra = &extra; }
  ~ExtraScope() { context_.extra = outer_; }
  ExtraScope(ExtraScope const&) = delete;
  ExtraScope& operator=(ExtraScope const&) = delete;

 private:
  Context& context_;
  std::vector<syntax::Member>* outer_;
};

/// A list of points, as long as it lives. What its texts begin with as if they had to bring their bullets is then reported, once a list.
class BulletScope {
 public:
  explicit BulletScope(Context& context) : context_{context}, outer_{context.bullets} { context.bullets = &found_; }
  ~BulletScope();
  BulletScope(BulletScope const&) = delete;
  BulletScope& operator=(BulletScope const&) = delete;

 private:
  Context& context_;
  std::vector<Literal>* outer_;
  std::vector<Literal> found_;
};

// ---- fields.cpp: the keys of a map

/// Calls `handle` for every member that the table knows there. Unknown keys, reserved ones and `x-…` go to `extra`; values that are not
/// given (null, empty) are passed over.
void read_fields(Context& context, syntax::Node const& map, Where where, Kind kind, std::vector<syntax::Member>& extra,
                 std::function<void(Field const&, syntax::Member const&)> const& handle);
/// True for words such as `Education`, which title sections of a known role.
bool names_a_section(std::string_view key);
/// Reports a key of `map` that is no field of its place, with where it goes or what it is nearly (unknown_field.cpp).
void report_unknown(Context& context, syntax::Node const& map, syntax::Member const& member, Where where, Kind kind);
/// Null, an empty text, or something that could not be read and was reported.
bool is_absent(syntax::Node const& node);
/// Keys are compared in NFKC.
std::string normalised_key(std::string_view key);
/// Reports "`when` takes a date …, not a map", with the example of the table.
void report_wrong_type(Context& context, Field const& field, syntax::Node const& node);
/// Reads `id tags priority hide required requires min max icon comment lang short wording`; false for any other field.
bool read_attribute(Context& context, Field const& field, syntax::Member const& member, Attributes& attributes);
/// Notes an id; a second use is an error that shows both places.
void register_id(Context& context, Literal const& id);

// ---- values.cpp: leaves

/// The text in NFC with its way back to the source.
syntax::MappedText normalised(syntax::MappedText text);
/// A key as a text, and a part of a text.
syntax::MappedText key_text(syntax::Member const& member);
syntax::MappedText slice(syntax::MappedText const& text, std::size_t begin, std::size_t end);
/// `Thesis: Efficient search` is a text although YAML reads a map: the text as it stands in the source.
bool is_text_with_colon(syntax::Node const& node);
syntax::MappedText text_with_colon(syntax::Member const& member);
/// True for a map whose keys are all languages of `langs:`.
bool is_localised(Context const& context, syntax::Node const& node);

/// `owner` takes the attributes at the text's end; without one they are reported.
Text parse_text(Context& context, syntax::MappedText text, std::string_view name, Attributes* owner);
/// Reports, and removes, attributes of blocks and list items that no owner took: they would be lost in silence.
void refuse_attributes(Context& context, syntax::Blocks& blocks, std::string_view name);
/// Attributes at the end of a text, for its owner; reported where there is none.
void give_attributes(Context& context, syntax::Attributes const& parsed, std::string_view name, Span at, Attributes* owner);
RichText parse_rich(Context& context, syntax::MappedText text, bool blocks, Attributes* owner);
Text read_text(Context& context, Field const& field, syntax::Node const& node, Attributes* owner = nullptr);
std::vector<Text> read_texts(Context& context, Field const& field, syntax::Node const& node);
RichText read_rich(Context& context, Field const& field, syntax::Node const& node, Attributes* owner = nullptr);
Literal read_literal(Context& context, Field const& field, syntax::Node const& node);
std::vector<Literal> read_literals(Context& context, Field const& field, syntax::Node const& node);
std::vector<std::string> read_words(Context& context, Field const& field, syntax::Node const& node);
std::optional<int> read_integer(Context& context, Field const& field, syntax::Node const& node, int least, int most);
bool read_bool(Context& context, Field const& field, syntax::Node const& node);
/// Index among `choices(field.type)`.
std::optional<std::size_t> read_choice(Context& context, Field const& field, syntax::Node const& node);
std::string read_lang(Context& context, Field const& field, syntax::Node const& node);
When read_when(Context& context, Field const& field, syntax::Node const& node);
/// A single date; a range or words are of the wrong type.
std::optional<Date> read_date(Context& context, Field const& field, syntax::Node const& node);
Place read_place(Context& context, Field const& field, syntax::Node const& node);
std::vector<Cite> read_cites(Context& context, Field const& field, syntax::Node const& node);

// ---- marks.cpp
/// Reports `{it}`, `[it]` and `!1` at the end of a text that could have attributes, for they are printed as they stand.
void report_odd_mark(Context& context, syntax::MappedText const& text);

// ---- contacts.cpp: addresses, networks, links

/// Completes an address: a handle by its network, a missing scheme by https. Empty, and reported, if its scheme is not allowed.
std::string complete_url(Context& context, std::string_view address, Span span);
std::vector<Link> read_links(Context& context, Field const& field, syntax::Node const& node);
void read_header_links(Context& context, Field const& field, syntax::Node const& node, Header& header);
void read_contacts(Context& context, Field const& field, syntax::Node const& node, Header& header);
/// `email`, `phone`, `website`, `location` of the top level and of a contact item.
void add_contacts(Context& context, Field const& field, syntax::Node const& node, Attributes const& attributes, Header& header);
/// True if it is one; else it is reported.
bool check_email(Context& context, Literal const& email);
bool check_phone(Context& context, Literal const& phone);

// ---- header.cpp
PersonName read_name(Context& context, Field const& field, syntax::Node const& node);
void read_settings(Context& context, syntax::Node const& node, Settings& settings, std::vector<syntax::Member>& extra);
LayoutRequest read_layout(Context& context, Field const& field, syntax::Node const& node);

// ---- variants.cpp
void read_variants(Context& context, Field const& field, syntax::Node const& node, std::vector<Variant>& variants);
/// `wording: {VARIANT: text}` of an item.
std::vector<Wording> read_wordings(Context& context, Field const& field, syntax::Node const& node);

// ---- outputs.cpp
Budget read_budget(Context& context, Field const& field, syntax::Node const& node);
std::vector<OutputRequest> read_outputs(Context& context, Field const& field, syntax::Node const& node);

// ---- publications.cpp
std::vector<Author> read_authors(Context& context, Field const& field, syntax::Node const& node);
/// The forms under which a name may stand among authors, folded.
std::vector<std::string> own_name_forms(PersonName const& name);

// ---- points.cpp
std::vector<Point> read_points(Context& context, Field const& field, syntax::Node const& node);
Point read_point(Context& context, syntax::Node const& node);

// ---- skills.cpp
Level read_level(Context& context, Field const& field, syntax::Node const& node);
Level recognise_level(Text text);
std::vector<SkillItem> read_skill_items(Context& context, Field const& field, syntax::Node const& node);

// ---- kinds.cpp
/// The kind of an entry written as a map, without its own `kind:`.
Kind settle_kind(syntax::Node const& map, std::optional<Kind> stated, std::optional<Kind> by_title);

// ---- entries.cpp
/// What an entry inherits from where it stands.
struct Surroundings {
  std::optional<Kind> stated;    ///< the section's `kind:`
  std::optional<Kind> by_title;  ///< what its title says
  bool numbered = false;
};
std::vector<Entry> read_entries(Context& context, Field const& field, syntax::Node const& node, Surroundings const& around);
Entry read_entry(Context& context, syntax::Node const& map, Surroundings const& around);
/// `Python: [NumPy, SciPy]`, `English: native`, `Label: text`: a line of a section written as a map.
Entry read_group_line(Context& context, syntax::Member const& member, Surroundings const& around);

// ---- sections.cpp
Section read_section(Context& context, syntax::Member const& member);

/// The field of the table with that id.
Field const& field_of(FieldId id);

}  // namespace resumec::model

#include "style/grammar.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace resumec::style {

namespace {

using enum ValueType;
constexpr auto Required = Need::Required;
constexpr auto Optional = Need::Optional;
constexpr auto Plain = Refers::Nothing;

constexpr std::string_view sixteenths = "sixteenths of the body's line height";

constexpr AttributeRule property_table[] = {
    {"family", Font, Optional, Plain, {}, {}, {}, "a font family of the catalogue, or a role: serif, sans, mono"},
    {"size", Number, Optional, Plain, {}, "0.5", "4", "relative to the body size"},
    {"weight", Integer, Optional, Plain, {}, "100", "900", "400 is regular, 700 bold"},
    {"slope", Word, Optional, Plain, "upright italic", {}, {}, {}},
    {"color", Color, Optional, Plain, {}, {}, {}, {}},
    {"case", Word, Optional, Plain, "none upper", {}, {}, "capitals by the language's rules"},
    {"caps", Word, Optional, Plain, "none small all-small", {}, {}, "real small capitals; with `all-small`, capitals are small as well"},
    {"figures", Word, Optional, Plain, "default lining oldstyle", {}, {}, {}},
    {"tabular", Bool, Optional, Plain, {}, {}, {}, "figures of one width"},
    {"ligatures", Bool, Optional, Plain, {}, {}, {}, {}},
    // Wider tracking makes text extractors see blanks inside words (measured from 0.10 em on).
    {"tracking", Number, Optional, Plain, {}, "-0.05", "0.09", "em added between letters"},
    {"underline", Bool, Optional, Plain, {}, {}, {}, {}},
    {"strike", Bool, Optional, Plain, {}, {}, {}, {}},
    {"align", Word, Optional, Plain, "left center right justify auto", {}, {}, "auto: justified in columns of 36 em and more, else left"},
    {"hyphenate", Word, Optional, Plain, "auto on off", {}, {}, "auto: in columns of less than 36 em, in print"},
    {"leading", Integer, Optional, Plain, {}, "8", "64", "line height in sixteenths of the body's line height"},
    {"above", Integer, Optional, Plain, {}, "0", "64", sixteenths},
    {"below", Integer, Optional, Plain, {}, "0", "64", sixteenths},
    {"indent", Number, Optional, Plain, {}, "0", "12", "of the whole paragraph, in em of the body"},
};

constexpr AttributeRule style_attribute{"style", Name, Optional, Refers::Style, {}, {}, {}, "a style of this layout"};
constexpr AttributeRule above_attribute{"above", Integer, Optional, Plain, {}, "0", "64", sixteenths};
constexpr AttributeRule below_attribute{"below", Integer, Optional, Plain, {}, "0", "64", sixteenths};
constexpr AttributeRule gap_attribute{"gap", Integer, Optional, Plain,
                                      {},    "0",     "64",     "between items, in sixteenths of the body's line height"};
constexpr AttributeRule keep_attribute{
    "keep", Word, Optional, Plain, "none next previous", {}, {}, "`next`: no page ends below; `previous`: nor above"};
constexpr AttributeRule heading_attribute{"heading", Bool, Optional, Plain, {}, {}, {}, "a heading of the document's structure"};
constexpr AttributeRule indent_attribute{"indent", Number, Optional, Plain,
                                         {},       "0.4",  "4",      "from the marker to the text, in em of the body"};
constexpr AttributeRule marker_style_attribute{"marker-style", Name, Optional, Refers::Style, {}, {}, {}, {}};
constexpr AttributeRule slot_attribute{"slot", Name, Required, Refers::Slot, {}, {}, {}, {}};

constexpr AttributeRule layout_attributes[] = {{"name", Name, Required},
                                               {"version", Text, Required, Plain, {}, {}, {}, "of the language: 1"},
                                               {"extends", Text, Optional, Plain, {}, {}, {}, "reserved"}};
constexpr AttributeRule option_attributes[] = {
    {"name", Name, Required},
    {"type", Word, Optional, Plain, "color length number enum bool font text margins", {}, {}, "required but for standard options"},
    {"default", Text, Optional, Plain, {}, {}, {}, "required but for standard options"},
    {"values", Names, Optional, Plain, {}, {}, {}, "of an enum"},
    {"min", Text},
    {"max", Text},
    {"help", Text}};
constexpr AttributeRule style_attributes[] = {{"name", Name, Required}, {"parent", Name, Optional, Refers::Style}};
constexpr AttributeRule when_attributes[] = {{"option", Name, Required, Refers::Option}, {"is", Text, Required}};
constexpr AttributeRule page_attributes[] = {
    {"main", Number, Optional, Plain, {}, "0.5", "0.85", "share of the main column; with it the page has two columns"},
    {"side", Word, Optional, Plain, "left right", {}, {}, "where the side column stands"},
    {"side-pages",
     Word,
     Optional,
     Plain,
     "all first",
     {},
     {},
     "`first`: from the second page on the main column has the full width, if the side column ends on the first"},
    {"gap", Length, Optional, Plain, {}, "2mm", "20mm", "between the columns"}};
constexpr AttributeRule running_attributes[] = {{"pages", Word, Optional, Plain, "all first later", {}, {}, {}}, style_attribute};
constexpr AttributeRule template_attributes[] = {
    {"name", Name, Required, Plain, {}, {}, {}, "semantic: a macro, a class"},
    {"for",
     Text,
     Optional,
     Refers::Uses,
     {},
     {},
     {},
     "`masthead`, `section`, kinds of entries, `role` for a position inside another, or `*` for the others; the name by default"},
    {"gap", Integer, Optional, Plain, {}, "0", "64", "between two entries, in sixteenths of the body's line height"},
    {"joined", Text, Optional, Plain, {}, {}, {}, "put between entries of one line, which then run on in one paragraph"}};
constexpr AttributeRule column_attributes[] = {{"role", Word, Required, Plain, "main side", {}, {}, {}},
                                               {"sections", Names, Required, Plain, {}, {}, {}, "roles of sections; `*`: all the others"},
                                               {"order", Word, Optional, Plain, "source listed", {}, {}, {}}};
constexpr AttributeRule line_attributes[] = {style_attribute, heading_attribute, above_attribute, below_attribute, keep_attribute};
constexpr AttributeRule row_attributes[] = {above_attribute, below_attribute, keep_attribute};
constexpr AttributeRule left_attributes[] = {style_attribute, heading_attribute};
constexpr AttributeRule right_attributes[] = {style_attribute};
constexpr AttributeRule stack_attributes[] = {
    above_attribute, below_attribute, {"together", Bool, Optional, Plain, {}, {}, {}, "no page ends inside"}};
constexpr AttributeRule blocks_attributes[] = {slot_attribute, style_attribute, above_attribute, below_attribute};
constexpr AttributeRule points_attributes[] = {style_attribute,
                                               marker_style_attribute,
                                               indent_attribute,
                                               gap_attribute,
                                               above_attribute,
                                               below_attribute,
                                               {"marker", Text, Optional, Plain, {}, {}, {}, "U+2022 by default"},
                                               {"nested-marker", Text, Optional, Plain, {}, {}, {}, "an en dash by default"}};
constexpr AttributeRule entries_attributes[] = {above_attribute};
constexpr AttributeRule item_attributes[] = {marker_style_attribute,
                                             indent_attribute,
                                             {"marker", Name, Optional, Refers::Slot, {}, {}, {}, "the slot that is the label"},
                                             {"format", Text, Optional, Plain, {}, {}, {}, "of the label: `[{}]`"},
                                             {"otherwise", Text, Optional, Plain, {}, {}, {}, "the marker where the slot is empty"}};
constexpr AttributeRule rule_attributes[] = {
    style_attribute, {"thickness", Length, Optional, Plain, {}, "0.1pt", "4pt", {}}, above_attribute, below_attribute};
constexpr AttributeRule contacts_attributes[] = {
    style_attribute, above_attribute, below_attribute, {"separator", Text, Optional, Plain, {}, {}, {}, "between the items of a line"}};
constexpr AttributeRule columns_attributes[] = {{"count", Integer, Required, Plain, {}, "1", "4", {}}, above_attribute, below_attribute};
constexpr AttributeRule continued_attributes[] = {style_attribute, below_attribute};
constexpr AttributeRule slot_attributes[] = {
    {"name", Name, Required, Refers::Slot, {}, {}, {}, {}},
    style_attribute,
    {"format", Text, Optional, Plain, {}, {}, {}, "text around the slot: `vol. {}`"},
    {"phrase", Name, Optional, Plain, {}, {}, {}, "a phrase of the language instead of `format`"},
    {"quoted", Bool, Optional, Plain, {}, {}, {}, "in the language's quotation marks, unless it has them"}};
constexpr AttributeRule phrase_attributes[] = {{"id", Name, Required, Plain, {}, {}, {}, {}}, style_attribute};
constexpr AttributeRule styled[] = {style_attribute};
constexpr AttributeRule field_attributes[] = {{"name", Word, Required, Plain, "name title page pages", {}, {}, {}}, style_attribute};
constexpr AttributeRule if_attributes[] = {{"present", Names, Optional, Refers::Slots, {}, {}, {}, "all of these slots have something"},
                                           {"any", Names, Optional, Refers::Slots, {}, {}, {}, "at least one of these slots has something"},
                                           {"absent", Names, Optional, Refers::Slots, {}, {}, {}, "all of these slots are empty"},
                                           {"option", Name, Optional, Refers::Option, {}, {}, {}, {}},
                                           {"is", Text, Optional, Plain, {}, {}, {}, "the option's value; `true` by default"}};

using K = ElementKind;
constexpr std::span<AttributeRule const> none{};
// In the order of ElementKind.
constexpr ElementRule rule_table[] = {
    {"layout", K::Layout, Content::Listed, "options styles page header footer template placement", layout_attributes, false, "the root"},
    {"options", K::Options, Content::Listed, "option", none, false, "what a résumé may set"},
    {"option", K::Option, Content::Nothing, "", option_attributes, false, "one knob"},
    {"styles", K::Styles, Content::Listed, "style", none, false, "text styles"},
    {"style", K::Style, Content::Listed, "when", style_attributes, true, "a named set of properties"},
    {"when", K::When, Content::Nothing, "", when_attributes, true, "properties that hold while an option has a value"},
    {"page", K::Page, Content::Nothing, "", page_attributes, false, "columns"},
    {"header", K::Header, Content::Blocks, "", running_attributes, false, "a running head"},
    {"footer", K::Footer, Content::Blocks, "", running_attributes, false, "a running foot"},
    {"template", K::Template, Content::Blocks, "", template_attributes, false, "how one thing is printed"},
    {"placement", K::Placement, Content::Listed, "column", none, false, "which section stands in which column"},
    {"column", K::Column, Content::Nothing, "", column_attributes, false, "sections of a column"},
    {"line", K::Line, Content::Inlines, "", line_attributes, false, "a paragraph; gone if it is empty"},
    {"row", K::Row, Content::Cells, "", row_attributes, false, "text and, flush right on its first line, other text"},
    {"left", K::Left, Content::Inlines, "", left_attributes, false, "the left cell of a row"},
    {"right", K::Right, Content::Inlines, "", right_attributes, false, "the right cell of a row"},
    {"stack", K::Stack, Content::Blocks, "", stack_attributes, false, "blocks one below the other"},
    {"blocks", K::Blocks, Content::Nothing, "", blocks_attributes, false, "a slot of several paragraphs and lists"},
    {"points", K::Points, Content::Nothing, "", points_attributes, false, "the points of an entry"},
    {"entries", K::Entries, Content::Nothing, "", entries_attributes, false, "the entries of a section, or those inside an entry"},
    {"item", K::Item, Content::Blocks, "", item_attributes, false, "blocks with a marker hanging at their left"},
    {"rule", K::Rule, Content::Nothing, "", rule_attributes, false, "a line across the column"},
    {"contacts", K::Contacts, Content::Nothing, "", contacts_attributes, false, "the contact items, in balanced lines"},
    {"columns", K::Columns, Content::Blocks, "", columns_attributes, false, "blocks side by side"},
    {"continued", K::Continued, Content::Inlines, "", continued_attributes, false,
     "a line at the top of each page on which the entry or section goes on; decoration, not text"},
    {"slot", K::Slot, Content::Nothing, "", slot_attributes, false, "a part of the résumé"},
    {"text", K::Text, Content::Characters, "", styled, false, "words of the layout"},
    {"phrase", K::Phrase, Content::Nothing, "", phrase_attributes, false, "words of the language"},
    {"separator", K::Separator, Content::Characters, "", styled, false, "text between its neighbours; gone if one of them is"},
    {"inline", K::Inline, Content::Inlines, "", styled, false, "inlines in another style"},
    {"break", K::Break, Content::Nothing, "", none, false, "a new line"},
    {"field", K::Field, Content::Nothing, "", field_attributes, false, "the name, the document's title, the page, the number of pages"},
    {"if", K::If, Content::Parent, "", if_attributes, false, "its children, if the conditions hold"},
};

constexpr auto M = SlotScope::Masthead;
constexpr auto S = SlotScope::Section;
constexpr auto E = SlotScope::Entry;
constexpr SlotRule slot_table[] = {
    {"name", M},
    {"native-name", M},
    {"pronouns", M},
    {"headline", M},
    {"contacts", M},
    {"birth", M},
    {"nationality", M},
    {"title", S},
    {"intro", S},
    {"entries", S},
    {"legend", S},
    {"title", E},
    {"role", E},
    {"org", E},
    {"department", E},
    {"about", E},
    {"place", E},
    {"when", E},
    {"degree", E},
    {"field", E},
    {"minor", E},
    {"score", E},
    {"honours", E},
    {"thesis", E},
    {"advisors", E},
    {"authors", E},
    {"editors", E},
    {"venue", E},
    {"publisher", E},
    {"volume", E},
    {"issue", E},
    {"pages", E},
    {"status", E},
    {"award", E},
    {"event", E},
    {"type", E},
    {"amount", E},
    {"serial", E},
    {"expires", E},
    {"relation", E},
    {"email", E},
    {"phone", E},
    {"level", E},
    {"items", E},
    {"keywords", E},
    {"doi", E},
    {"arxiv", E},
    {"isbn", E},
    {"cited", E},
    {"url", E},
    {"links", E},
    {"cites", E},
    {"number", E},
    {"text", E},
    {"quote", E},
    {"points", E},
    {"courses", E},
    {"note", E},
    {"abstract", E},
    {"entries", E},
    {"qualification", E, "degree field"},
};

constexpr std::string_view kind_table[] = {"text",         "list",      "group",       "position", "education", "project",
                                           "publication",  "award",     "skills",      "language", "talk",      "service",
                                           "certificate",  "reference", "course",      "patent",   "grant",     "membership",
                                           "volunteering", "interest",  "achievement", "hobby",    "other"};

}  // namespace

ValueRule AttributeRule::rule() const {
  ValueRule result{type, split_words(words), 0, 0};
  if (!minimum.empty()) {
    auto const bound = [&](std::string_view text) { return type == Length ? parse_length(text)->raw() : *parse_number(text); };
    result.minimum = bound(minimum);
    result.maximum = bound(maximum);
  }
  return result;
}

std::span<ElementRule const> element_rules() { return rule_table; }

ElementRule const& rule_of(ElementKind kind) {
  auto const& rule = rule_table[static_cast<std::size_t>(kind)];
  RESUMEC_CHECK(rule.kind == kind);
  return rule;
}

ElementRule const* find_element(std::string_view name) {
  auto const found = std::find_if(std::begin(rule_table), std::end(rule_table), [&](ElementRule const& rule) { return rule.name == name; });
  return found == std::end(rule_table) ? nullptr : found;
}

std::span<AttributeRule const> style_properties() { return property_table; }

AttributeRule const* find_attribute(ElementRule const& element, std::string_view name) {
  for (auto const& rule : element.attributes) {
    if (rule.name == name) return &rule;
  }
  if (!element.takes_properties) return nullptr;
  for (auto const& rule : property_table) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

std::vector<std::string_view> attribute_names(ElementRule const& element) {
  std::vector<std::string_view> names;
  for (auto const& rule : element.attributes) names.push_back(rule.name);
  if (element.takes_properties) {
    for (auto const& rule : property_table) names.push_back(rule.name);
  }
  return names;
}

bool is_block(ElementKind kind) {
  return (kind >= K::Line && kind <= K::Continued && kind != K::Left && kind != K::Right) || kind == K::If;
}
bool is_inline(ElementKind kind) { return kind >= K::Slot; }

std::span<SlotRule const> slot_rules() { return slot_table; }

SlotRule const* find_slot(SlotScope scope, std::string_view name) {
  for (auto const& rule : slot_table) {
    if (rule.scope == scope && rule.name == name) return &rule;
  }
  return nullptr;
}

std::span<std::string_view const> entry_kinds() { return kind_table; }

}  // namespace resumec::style

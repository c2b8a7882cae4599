// What a layout file says, checked: options, styles, page, templates, placement. Every name in it is defined, every value
// obeys its rule (for every value that an option may take), and the depth is bounded, so that `resolve` and the flow can
// walk it without asking again.
#pragma once

#include "resumec/source.hpp"
#include "style/values.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

/// What a résumé may set in every layout: `paper font-size margins leading accent font`.
inline constexpr std::string_view standard_options[] = {"paper", "font-size", "margins", "leading", "accent", "font"};

/// Elements nest at most this deep, the root included.
inline constexpr std::size_t max_depth = 32;
inline constexpr std::size_t max_layout_bytes = 1U << 20;

enum class ElementKind : std::uint8_t {
  // of the file
  Layout,
  Options,
  Option,
  Styles,
  Style,
  When,
  Page,
  Header,
  Footer,
  Template,
  Placement,
  Column,
  // blocks
  Line,
  Row,
  Left,
  Right,
  Stack,
  Blocks,
  Points,
  Entries,
  Item,
  Rule,
  Contacts,
  Columns,
  Continued,
  // inlines
  Slot,
  Text,
  Phrase,
  Separator,
  Inline,
  Break,
  Field,
  // either
  If,
};

/// An attribute's value as written, or the option whose value stands for it: `$accent`.
struct Value {
  std::string text;
  Span span;
  std::int32_t option = -1;
};

struct Attribute {
  std::string_view name;  ///< of the grammar's table
  Value value;
};

/// One element of a template, running head or page. Only attributes that the grammar knows are here.
struct Element {
  ElementKind kind = ElementKind::Line;
  Span span;  ///< the element's name in its start tag
  std::vector<Attribute> attributes;
  std::string text;  ///< Text, Separator: its characters
  std::vector<Element> children;

  Value const* find(std::string_view attribute) const;
};

/// A typed knob that the résumé may set.
struct Option {
  std::string name;
  ValueType type = ValueType::Text;
  std::vector<std::string> words;         ///< of an enum
  std::int64_t minimum = 0, maximum = 0;  ///< as in ValueRule
  std::string default_value;
  std::string help;
  Span span;  ///< detached for standard options that the layout does not mention
  /// Valid as long as the option is.
  ValueRule rule() const;
};

/// Properties that hold always, or while an option has a value.
struct StyleLayer {
  std::int32_t option = -1;
  std::string is;
  std::vector<Attribute> properties;
};

struct Style {
  std::string name;
  std::int32_t parent = -1;
  std::vector<StyleLayer> layers;  ///< later ones win
  Span span;
};

/// How one thing is printed. `name` is semantic: a LaTeX macro, an HTML class.
struct Template {
  std::string name;
  std::vector<std::string> uses;  ///< `masthead`, `section`, kinds of entries, `*`
  Element root;                   ///< kind Template; its children are blocks
};

struct PlacementColumn {
  bool side = false;
  std::vector<std::string> roles;  ///< of sections; `*`: all the others
  bool listed_order = false;       ///< the order of `roles` rather than the résumé's
};

struct Layout {
  std::string name;
  SourceId source;
  std::vector<Option> options;
  std::vector<Style> styles;
  std::vector<Template> templates;
  std::vector<Element> running;  ///< Header and Footer
  Element page;
  std::vector<PlacementColumn> placement;
  bool two_columns = false;

  Template const* template_for(std::string_view use) const;  ///< falls back to `*` for kinds of entries, to `position` for roles
  std::int32_t find_option(std::string_view option_name) const;
  std::int32_t find_style(std::string_view style_name) const;
};

}  // namespace resumec::style

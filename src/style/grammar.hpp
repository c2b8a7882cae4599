// The layout language as one table: elements, where they stand, their attributes and the values of these. The reader checks
// against it, the schema is printed from it.
#pragma once

#include "style/layout.hpp"

#include <span>
#include <string_view>

namespace resumec::style {

/// What may stand inside an element.
enum class Content : std::uint8_t {
  Nothing,
  Listed,  ///< the children named in the rule
  Blocks,
  Inlines,
  Cells,  ///< one `left` and one `right`
  Characters,
  Parent,  ///< whatever may stand in the element's parent
};

enum class Need : std::uint8_t { Optional, Required };

/// What an attribute's value refers to, beyond its form.
enum class Refers : std::uint8_t { Nothing, Style, Slot, Slots, Option, Uses };

struct AttributeRule {
  std::string_view name;
  ValueType type = ValueType::Text;
  Need need = Need::Optional;
  Refers refers = Refers::Nothing;
  std::string_view words = {};  ///< of ValueType::Word, separated by blanks
  std::string_view minimum = {}, maximum = {};
  std::string_view help = {};
  ValueRule rule() const;
};

struct ElementRule {
  std::string_view name;
  ElementKind kind;
  Content content;
  std::string_view children;  ///< of Content::Listed, separated by blanks
  std::span<AttributeRule const> attributes;
  bool takes_properties = false;  ///< the style properties are attributes as well
  std::string_view help;
};

std::span<ElementRule const> element_rules();
ElementRule const& rule_of(ElementKind kind);
ElementRule const* find_element(std::string_view name);
std::span<AttributeRule const> style_properties();
AttributeRule const* find_attribute(ElementRule const& element, std::string_view name);
std::vector<std::string_view> attribute_names(ElementRule const& element);

bool is_block(ElementKind kind);
bool is_inline(ElementKind kind);

/// Parts of the résumé that templates may show.
enum class SlotScope : std::uint8_t { Masthead, Section, Entry };
struct SlotRule {
  std::string_view name;
  SlotScope scope;
  std::string_view parts = {};  ///< of a composed slot: the slots that it shows
};
std::span<SlotRule const> slot_rules();
SlotRule const* find_slot(SlotScope scope, std::string_view name);

/// Words of a template's `for` beside `masthead` and `section`: the kinds of entries.
std::span<std::string_view const> entry_kinds();

}  // namespace resumec::style

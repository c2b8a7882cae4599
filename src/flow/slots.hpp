// What templates are filled with: the parts of a masthead, section or entry, by the names of the layout language. Words of the language
// (labels, "et al.", date patterns) are settled here; styles and nodes are not.
#pragma once

#include "base/roles.hpp"
#include "locale/locale.hpp"
#include "model/resume.hpp"
#include "style/grammar.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace resumec::flow {

using base::Role;

/// A piece of a slot: markup of the résumé, or finished text.
struct Part {
  syntax::Inlines const* markup = nullptr;
  std::string text;  ///< where there is no markup
  Span span;
  Role role = Role::Span;  ///< Strong, Link, Reference, or just text
  bool literal = false;    ///< printed as it stands
  bool generated = false;  ///< words of the language or the layout
  bool separator = false;  ///< between two items of one slot
  bool unbreakable = false;
  std::string url, description;  ///< Link
};

struct Slot {
  std::string_view name;  ///< of the grammar's table
  std::vector<Part> parts;
  model::RichText const* rich = nullptr;              ///< instead of parts
  std::vector<model::Point> const* points = nullptr;  ///< instead of parts
  std::string label;                                  ///< of points: "Courses"
  std::vector<std::vector<Part>> shorter;             ///< other wordings, longest first
  bool used = false;
};
using Slots = std::vector<Slot>;

/// What the wording depends on beside the thing itself.
struct WordingContext {
  model::Resume const& resume;
  locale::Locale const& locale;
  locale::DateStyle dates = locale::DateStyle::Short;
};

/// Only slots that hold something are listed, in the order of the grammar's table.
Slots masthead_slots(WordingContext const& context);
Slots section_slots(model::Section const& section, WordingContext const& context);
Slots entry_slots(model::Entry const& entry, WordingContext const& context);

/// The contact items of the masthead, one list of parts each.
std::vector<std::vector<Part>> contact_items(WordingContext const& context);

/// The label for `id`: renamed in the settings, else the language's.
std::string label_for(std::string_view id, WordingContext const& context);
/// Letters without scheme and final slash, as addresses are printed.
std::string printed_address(std::string_view url);

}  // namespace resumec::flow

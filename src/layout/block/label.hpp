// Labels and bullets of items: how wide they are, and how far the texts of one list stand in: as far as its widest label wants.
#pragma once

#include "flow/document.hpp"
#include "layout/context.hpp"

namespace resumec::layout {

struct Label {
  Fragment fragment;     ///< its line; the last run ends with a space, outside `fragment.width`
  Length space;          ///< width of that space
  bool is_mark = false;  ///< `•` or `–`, not a number
};

/// The label of an item; without items where there is none.
Label make_label(flow::Inlines inlines, Context& context);

/// The run that ends a label; lines under it and through it stand behind it. Null for an empty label.
display::GlyphRun* last_run(Label& label);

/// Room for the labels of the items among `list`'s children: of the widest one, with its space. Marks need none, and a label of more than a
/// quarter of `width` has its text pushed aside instead.
Length label_room(flow::Block const& list, Length width, Context& context);

/// From an item's left edge to its text's, in a list with that room.
Length text_indent(flow::Block const& item, Length room, Length width, Context& context);

}  // namespace resumec::layout

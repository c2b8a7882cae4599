// Flow document → display list: lines, then pages. In: blocks in columns, styles relative to metrics. Out: pages of
// placed items. Lines are broken in em; lengths appear when a line is finished. Fitting (issue "Typesetting") wraps this.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"
#include "layout/page/page_log.hpp"
#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "text/shape.hpp"

#include <string>

namespace resumec::layout {

/// What fitting changes, as data: replayable and printable.
struct FitDecisions {
  style::Metrics metrics;
  std::vector<base::ItemId> dropped, shortened, tightened;  ///< of the résumé, ascending; the last have a line less than would be best
  friend bool operator==(FitDecisions const&, FitDecisions const&) = default;
};
/// One decision a line.
std::string dump(FitDecisions const& decisions);

display::Document lay_out(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics);

/// The flow document in the wordings that `lay_out` takes for the right cells of rows, without the others: for a backend that breaks its
/// own lines.
flow::Document in_chosen_wordings(flow::Document flow, text::Shaper& shaper, World& world);

/// The flow document with an inline `LineEnd` wherever `lay_out` ends a line of running text, for the same backends.
flow::Document with_line_ends(flow::Document const& flow, text::Shaper& shaper, World& world);

/// The broken lines of every paragraph, in em: `dump --stage=lines`.
std::string dump_lines(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics);

/// The pages of every column that has any, with what their ends cost: `build --explain layout`.
std::vector<ColumnNote> note_pages(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics);

}  // namespace resumec::layout

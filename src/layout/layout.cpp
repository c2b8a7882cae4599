#include "layout/layout.hpp"

#include "layout/block/ladder.hpp"
#include "layout/context.hpp"
#include "layout/mirror.hpp"
#include "layout/page/columns.hpp"
#include "layout/page/pages.hpp"

namespace resumec::layout {

display::Document lay_out(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics) {
  Context context{flow, shaper, world, diagnostics};
  display::Document document = make_pages(context);
  check_inside(document, context);
  if (context.direction == unicode::Direction::RightToLeft) mirror(document);
  document.fonts = context.take_fonts();
  document.links.reserve(flow.links.size());
  for (flow::LinkTarget const& link : flow.links) document.links.push_back({link.url, link.description});
  document.metadata = {flow.metadata.title, flow.metadata.author, flow.metadata.subject, flow.metadata.lang, flow.metadata.keywords};
  return document;
}

namespace {

void settle(flow::Block& block, LadderSteps const& steps, flow::Document const& flow) {
  for (flow::Block& child : block.children) settle(child, steps, flow);
  if (block.kind != flow::BlockKind::Row || block.children.size() != 2) return;
  flow::Block& right = block.children[1];
  flow::Inlines wording = steps.wording(right, flow);
  right.inlines = std::move(wording);
  right.alternatives.clear();
}

}  // namespace

flow::Document in_chosen_wordings(flow::Document flow, text::Shaper& shaper, World& world) {
  Diagnostics reported;  // when the pages were made
  Context context{flow, shaper, world, reported};
  LadderSteps const steps = choose_steps(context);
  for (flow::Column& column : flow.columns) {
    for (flow::Block& block : column.blocks) settle(block, steps, flow);
  }
  return flow;
}

std::string dump_lines(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics) {
  std::string lines;
  Context context{flow, shaper, world, diagnostics};
  context.line_log = &lines;
  make_pages(context);
  return lines;
}

std::vector<ColumnNote> note_pages(flow::Document const& flow, text::Shaper& shaper, World& world, Diagnostics& diagnostics) {
  std::vector<ColumnNote> columns;
  Context context{flow, shaper, world, diagnostics};
  context.page_log = &columns;
  make_pages(context);
  return columns;
}

}  // namespace resumec::layout

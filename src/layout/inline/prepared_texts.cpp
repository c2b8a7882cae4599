#include "layout/inline/prepared_texts.hpp"

namespace resumec::layout {

Prepared prepare_text(flow::Inlines const& inlines, Breaking breaking, Context& context) {
  if (context.prepared_texts == nullptr || context.in_artifact) return prepare(collect(inlines, context), breaking, context);
  auto const [found, is_new] = context.prepared_texts->try_emplace(&inlines);
  // Whether words may be divided depends on the column's width in em, which fitting changes.
  if (is_new || found->second.breaking != breaking) found->second = prepare(collect(inlines, context), breaking, context);
  return found->second;
}

}  // namespace resumec::layout

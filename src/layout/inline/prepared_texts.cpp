#include "layout/inline/prepared_texts.hpp"

namespace resumec::layout {

Prepared prepare_text(flow::Inlines const& inlines, Breaking breaking, Context& context) {
  if (context.prepared_texts == nullptr || context.in_artifact) return prepare(collect(inlines, context), breaking, context);
  auto const [found, is_new] = context.prepared_texts->try_emplace(&inlines);
  if (is_new) found->second = prepare(collect(inlines, context), breaking, context);
  return found->second;
}

}  // namespace resumec::layout

// RenderCV, v0.10 to 2.8.
#include "importers/rewrite.hpp"

namespace resumec::importers {

Imported import_rendercv(Node const& root, Diagnostics& diagnostics) {
  Context context{SourceFormat::RenderCv, diagnostics};
  Imported imported;
  imported.tree = make_map(root.span);
  Fields top{root, "a RenderCV file", context};
  top.ignore({"design"});
  if (Member const* const cv = top.take({"cv"}); cv && cv->value.is_map()) {
    Fields fields{cv->value, "`cv`", context};
    fields.move(imported.tree, "name", {"name"});
    fields.keep_rest(imported.tree);
  }
  top.keep_rest(imported.tree);
  imported.ignored = std::move(context.ignored);
  return imported;
}

}  // namespace resumec::importers

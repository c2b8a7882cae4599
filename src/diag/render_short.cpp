#include "diag/renderers.hpp"

#include <fmt/format.h>

namespace resumec::diag {

/// `cv.yaml:2:1: error: unknown field `emial` [unknown-field]`, always one line.
std::string render_short(Diagnostic const& diagnostic, Places& places) {
  std::string where;
  if (!diagnostic.span.detached()) {
    auto const place = places.place(diagnostic.span);
    where = fmt::format("{}:{}:{}: ", visible(place.file), place.begin.line, place.begin.column);
  }
  return fmt::format("{}{}: {} [{}]\n", where, shown_name(diagnostic.severity), visible(diagnostic.message), diagnostic.kind);
}

}  // namespace resumec::diag

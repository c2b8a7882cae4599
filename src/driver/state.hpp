// What the public handles point to.
#pragma once

#include "display/document.hpp"
#include "flow/document.hpp"
#include "fonts/library.hpp"
#include "resumec/compile.hpp"
#include "style/resolve.hpp"
#include "text/shape.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace resumec::driver {

/// Outlives documents. The library is read through the first world that compiles.
struct EngineState {
  std::unique_ptr<fonts::Library> fonts;
  std::unique_ptr<text::Shaper> shaper;
};

struct DocumentState {
  display::Document display;
  flow::Document flow;
  std::shared_ptr<style::Layout const> layout;
  std::optional<style::Resolved> style;  ///< the layout with the résumé's options
  std::optional<std::int64_t> date;  ///< of the PDF: settings.today, else SOURCE_DATE_EPOCH, else none
};

}  // namespace resumec::driver

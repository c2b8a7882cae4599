// What the public handles point to.
#pragma once

#include "backend/pdf/font_programs.hpp"
#include "display/document.hpp"
#include "driver/cache.hpp"
#include "driver/page_facts.hpp"
#include "driver/read_source.hpp"
#include "fonts/font_digest.hpp"
#include "flow/document.hpp"
#include "fonts/library.hpp"
#include "resumec/compile.hpp"
#include "style/resolve.hpp"
#include "text/shape.hpp"

#include <cstdint>
#include <memory>
#include <optional>

namespace resumec::driver {

/// A layout, and what its reader said.
struct LayoutReading {
  std::shared_ptr<style::Layout const> layout;
  Diagnostics diagnostics;
};

/// Outlives documents. Nothing in it changes a byte of an output: it only saves making the same thing again.
struct EngineState {
  std::unique_ptr<fonts::Library> fonts;
  std::unique_ptr<text::Shaper> shaper;
  base::Digest fonts_key{};    ///< of the fonts that these two were made from
  Diagnostics fonts_findings;  ///< of loading them
  bool fonts_reported = false;  ///< a document was told of a missing or damaged file, which these would not say again
  fonts::FontDigests font_digests;
  Cache<Reading> readings{16};
  Cache<LayoutReading> layouts{16};
  std::shared_ptr<backend::pdf::FontPrograms> programs = std::make_shared<backend::pdf::FontPrograms>();
};

struct DocumentState {
  display::Document display;
  flow::Document flow;
  std::shared_ptr<style::Layout const> layout;
  std::optional<style::Resolved> style;  ///< the layout with the résumé's options
  std::optional<std::int64_t> date;  ///< of the PDF: settings.today, else SOURCE_DATE_EPOCH, else none
  base::Digest inputs{};             ///< of everything that the document was made from (input_digest.hpp)
  PageFacts facts;
  std::shared_ptr<backend::pdf::FontPrograms> programs;
};

}  // namespace resumec::driver

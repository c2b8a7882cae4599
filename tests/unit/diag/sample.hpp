// A world of in-memory texts and the diagnostics found in them, for the tests of the renderers.
#pragma once

#include "diag/report.hpp"
#include "resumec/render.hpp"
#include "resumec/worlds.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

namespace resumec::diag {

struct Sample {
  std::unique_ptr<World> world = memory_world({});
  Diagnostics diagnostics;

  SourceId add(std::string name, std::string text) { return world->add(std::move(name), std::move(text)); }

  /// The span of a piece of a source; of its first occurrence.
  Span span(SourceId source, std::string_view piece) const {
    auto const at = world->text(source).find(piece);
    EXPECT_NE(at, std::string_view::npos) << piece;
    return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + piece.size())};
  }

  Diagnostic& error(Span span, std::string message, std::string caret = {}) {
    return diagnostics.add({"unknown-field", Severity::Error, std::move(message), span, std::move(caret), {}, {}, {}});
  }

  std::string show(DiagnosticFormat format) const { return render(diagnostics, *world, {format, false, false}); }
};

}  // namespace resumec::diag

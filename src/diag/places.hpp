// Spans → lines and columns, and texts made fit to be shown on one line. Private to the renderers of this module.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/world.hpp"
#include "unicode/line_index.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace resumec::diag {

/// A span as a reader sees it: lines and columns from 1, columns in code points.
struct Place {
  std::string_view file;
  unicode::Position begin, end;
};

/// Keeps the line index of each source that something was shown of.
class Places {
 public:
  explicit Places(World const& world) : world_{world} {}

  /// Of a span that is not detached; a span beyond its text is moved to the text's end.
  Place place(Span span);
  std::string_view text(SourceId source) const { return world_.text(source); }
  unicode::LineIndex const& lines(SourceId source);
  /// The part of a span that lies in its text.
  Span clamped(Span span) const;

 private:
  World const& world_;
  std::map<std::uint32_t, unicode::LineIndex> indexes_;
};

/// `error`, `warning` or `note`: to people a lint is a warning.
std::string_view shown_name(Severity severity);

/// Controls, direction marks and malformed bytes made visible, so that no text of a source moves the cursor of a terminal.
std::string visible(std::string_view text);

}  // namespace resumec::diag

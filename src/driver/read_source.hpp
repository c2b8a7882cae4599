// The text of a source → its tree in the native format, whatever format and syntax it is written in.
#pragma once

#include "resumec/diagnostics.hpp"
#include "resumec/source_formats.hpp"
#include "syntax/node.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace resumec::driver {

/// A source as its reader and its importer left it, with what they said.
struct Reading {
  syntax::Node tree;          ///< native
  syntax::Node foreign;       ///< what `tree` was imported from, as it stands in the source, where it is kept; null for a native one
  std::vector<Span> ignored;  ///< of `foreign`: no content
  SourceFormat format = SourceFormat::Native;
  Diagnostics diagnostics;
};

/// Whether what a foreign file says stays beside what was made of it: only the report of an import asks.
enum class Keep : std::uint8_t { NativeAlone, ForeignToo };

/// `text` comes from `source::decode`.
Reading read_source(SourceId source, std::string_view text, std::optional<SourceFormat> from, Keep keep = Keep::NativeAlone);

}  // namespace resumec::driver

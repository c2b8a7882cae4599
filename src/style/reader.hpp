// XML → Layout: the file's text, scanned, parsed and checked against the grammar.
#pragma once

#include "resumec/diagnostics.hpp"
#include "style/layout.hpp"

#include <memory>
#include <string_view>

namespace resumec::style {

/// Null if anything was wrong; every mistake is reported, not only the first.
std::shared_ptr<Layout const> read_layout(SourceId source, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::style

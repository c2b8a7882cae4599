// What a build says at its end: every finding once, and a table of what became of each output.
#pragma once

#include "cli/build/build_outputs.hpp"

#include <span>
#include <string>

namespace resumec::cli {

/// The findings of all outputs, and `common` ones made before: ordered by place, each once. One that concerns only some of several
/// outputs says which. The order does not depend on threads.
Diagnostics merge_findings(World const& world, SourceId source, Diagnostics const& common, std::span<Target const> targets,
                           std::span<OutputResult const> results);

/// `cv.pdf: 1 page, A4, 20 kB`.
std::string line_of(Target const& target, OutputResult const& result);

/// One line an output with pages, paper, size and state, and one that counts the states.
std::string table_of(std::span<Target const> targets, std::span<OutputResult const> results, Purpose purpose);

}  // namespace resumec::cli

// One whole build, as `resumec build` does it: for that verb, and for whoever builds again and again.
#pragma once

#include "cli/build/build_outputs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumec::cli {

struct BuildReport {
  SourceId source;
  std::vector<Target> targets;
  std::vector<OutputResult> results;       ///< one a target; none if the request or the source made no plan
  ExitStatus status = Done;                ///< the worst
  std::optional<std::string> usage_error;  ///< in words; then nothing was done
};

/// Finds the source, plans its outputs, makes and writes them, all as the call says; prints nothing but progress. The findings are among
/// the session's diagnostics, merged and in order; what was read is in `session.world().files_used()`.
BuildReport run_build(Arguments const& arguments, Session& session, Timings* timings = nullptr);

/// Prints the findings and what became of the outputs. The status of the whole.
ExitStatus print_report(Arguments const& arguments, Session& session, BuildReport const& report);

}  // namespace resumec::cli

// What a call of `resumec build` asks for: the outputs, each with its place on the disk.
#pragma once

#include "cli/session.hpp"
#include "resumec/outputs.hpp"

#include <optional>
#include <string>
#include <vector>

namespace resumec::cli {

struct Target {
  PlannedOutput planned;
  std::string path;  ///< `-`: standard output
  bool makes_folder = false;
};

struct Targets {
  std::vector<Target> all;
  std::optional<std::string> usage_error;
};

/// The outputs in the order in which the source, or the call, names them. What the source gets wrong is among the session's diagnostics;
/// then there are none.
Targets find_targets(Arguments const& arguments, Session& session, SourceId source);

}  // namespace resumec::cli

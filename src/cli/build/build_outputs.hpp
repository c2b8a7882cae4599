// Outputs made and written, in this process, by one thread or several.
#pragma once

#include "cli/build/progress.hpp"
#include "cli/build/targets.hpp"
#include "cli/build/timings.hpp"
#include "cli/session.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace resumec::cli {

enum class OutputState : std::uint8_t {
  Written,
  Unchanged,  ///< what stood there is what came out; with `--check`: up to date
  Failed,
  OverLimit,  ///< not written, because a limit does not hold
  Missing,    ///< `--check`
  Stale,      ///< `--check`
};

/// What became of a target.
struct OutputResult {
  OutputState state = OutputState::Failed;
  std::size_t pages = 0, bytes = 0;
  PageSize page_size;
  std::vector<std::string> font_names;  ///< where `BuildOptions::makes_all` asks for them
  std::vector<std::string> remarks;     ///< what is to be said of an output; mostly nothing
  Diagnostics diagnostics;
};

/// The status that a result alone asks for.
ExitStatus status_of(OutputState state);

enum class Purpose : std::uint8_t { Write, Check };

struct BuildOptions {
  Purpose purpose = Purpose::Write;
  std::size_t jobs = 1;
  bool makes_all = false;  ///< lays every output out, whatever stands there: to say which fonts and files it uses
  Progress* progress = nullptr;
  Timings* timings = nullptr;
};

/// One result a target, in the same order, whatever the number of jobs. An output that fails leaves what stood at its place.
std::vector<OutputResult> build_outputs(Session& session, SourceId source, std::vector<Target> const& targets, BuildOptions const& options);

}  // namespace resumec::cli

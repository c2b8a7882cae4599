// One call of the program: where the source is, the world it is read through, and how findings are printed.
#pragma once

#include "cli/arguments.hpp"
#include "resumec/compile.hpp"
#include "resumec/render.hpp"
#include "resumec/world.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace resumec::cli {

using driver::ExitStatus;
using enum driver::ExitStatus;

class Session {
 public:
  /// An engine of an earlier call saves loading fonts and shaping words again.
  explicit Session(Arguments const& arguments, std::shared_ptr<Engine> engine = std::make_shared<Engine>());

  World& world() { return *world_; }
  Engine& engine() { return *engine_; }
  Diagnostics& diagnostics() { return diagnostics_; }

  /// Finds and opens the source that the call means: the operand, `-` for standard input, or the one in this folder. None after a
  /// problem, which is then among the diagnostics.
  std::optional<SourceId> open_source();
  /// The path of the source as given, for naming outputs; `resume` for standard input.
  std::string const& source_path() const { return source_path_; }

  CompileOptions compile_options() const;

  /// Prints the findings so far, with a count of errors and warnings at the end. The exit status they ask for.
  ExitStatus print_diagnostics();

 private:
  bool refuse_binary(SourceId source, std::string const& path);
  void make_world(std::string const& root);

  Arguments const& arguments_;
  std::unique_ptr<World> world_;
  std::shared_ptr<Engine> engine_;
  Diagnostics diagnostics_;
  std::string source_path_;
};

/// What is wrong with SOURCE_DATE_EPOCH, if it is set, in words.
std::optional<std::string> date_error();

/// Prints `text` to standard output; reports in words what went wrong.
std::optional<std::string> print(std::string_view text);

}  // namespace resumec::cli

#include "cli/build/build_outputs.hpp"

#include "cli/build/is_used.hpp"
#include "cli/write_file.hpp"
#include "diag/report.hpp"
#include "resumec/worlds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

namespace resumec::cli {

namespace fs = std::filesystem;

namespace {

void report_unwritten(Diagnostics& diagnostics, std::string const& path, std::string const& problem) {
  auto report = diag::report<diag::Kind::CannotWrite>(diagnostics, Span{}, path, problem);
  auto const folder = fs::path{path}.parent_path();
  std::error_code error;
  bool const stream = path == "-" || (fs::exists(path, error) && !fs::is_regular_file(path, error) && !fs::is_directory(path, error));
  if (stream) {
    report.hint("what was written is not complete; `--output FILE` writes a file whole or not at all");
  } else if (!folder.empty() && !fs::exists(folder, error)) {
    report.hint(fmt::format("make the folder first: `mkdir -p {}`", folder.string()));
  } else {
    report.hint("`--output PATH` writes elsewhere; what stood there before is as it was");
  }
}

/// The faces by name; where no page uses one that is another, the choice of fonts is.
std::string words_for_fonts(std::vector<std::string> const& names) {
  if (names.empty()) return "another set of fonts";
  return fmt::format("{} `{}`", names.size() == 1 ? "another" : "other", fmt::join(names, "`, `"));
}

std::string words_for_libraries(std::vector<std::string> const& names) {
  return fmt::format("{} `{}`", names.size() == 1 ? "another library," : "other libraries,", fmt::join(names, "`, `"));
}

std::string words_for(Difference const& difference) {
  if (difference.edited) return "it is not as resumec wrote it";
  if (difference.program && !difference.libraries.empty()) return "it was made with " + words_for_libraries(difference.libraries);
  if (difference.program) return "it was made by another version of resumec";
  std::string const contents = "the source, the layout or an option has changed";
  if (!difference.fonts) return contents;
  return fmt::format("it was made with {}{}", words_for_fonts(difference.font_names), difference.contents ? ", and " + contents : "");
}

std::string_view hint_for(Difference const& difference) {
  if (difference.program) return "compare `resumec --version` here and where it was made; the source may be unchanged";
  if (difference.fonts && !difference.contents)
    return "the source has not changed; `resumec fonts` lists the fonts here, `resumec --version` tells one set from another";
  return "build it again and keep the new one";
}

std::string words_for_left_out(std::size_t count) {
  return fmt::format("{} left out to fit (`--explain fit` names {})", count == 1 ? "1 item" : fmt::format("{} items", count),
                     count == 1 ? "it" : "them");
}

class Builder {
 public:
  Builder(World& world, SourceId source, std::vector<Target> const& targets, BuildOptions const& options)
      : world_{world}, source_{source}, targets_{targets}, options_{options}, results_(targets.size()) {}

  std::vector<OutputResult> run(Engine& first) {
    auto const jobs = std::clamp<std::size_t>(options_.jobs, 1, targets_.size());
    std::vector<Engine> engines;
    for (std::size_t i = 1; i < jobs; ++i) engines.push_back(first.sibling());
    std::vector<std::thread> threads;
    for (auto& engine : engines) threads.emplace_back([this, &engine] { work(engine); });
    work(first);
    for (auto& thread : threads) thread.join();
    return std::move(results_);
  }

 private:
  /// Takes the next target until there is none.
  void work(Engine& engine) {
    Timings::Watch watch{options_.timings};
    for (auto index = next_++; index < targets_.size(); index = next_++) {
      auto target = targets_[index];
      target.planned.options.on_pass = [this, &watch](std::string_view pass) {
        watch.begin(pass);
        if (options_.progress) options_.progress->show(done_, pass);
      };
      results_[index] = build(engine, target, watch);
      ++done_;
    }
  }

  OutputResult build(Engine& engine, Target const& target, Timings::Watch& watch) {
    OutputResult result;
    auto const existing = target.path == "-" ? std::nullopt : read_file(target.path);
    auto const old = existing ? std::string_view{*existing} : std::string_view{};
    auto const record = existing ? read_record(target.path) : std::string{};
    auto output = make_output(engine, world_, source_, target.planned, options_.makes_all ? Existing{} : Existing{old, record});
    result.diagnostics = std::move(output.diagnostics);
    watch.begin("write");
    if (!output) {
      bool const limit = std::all_of(result.diagnostics.begin(), result.diagnostics.end(),
                                     [](Diagnostic const& finding) { return finding.severity != Severity::Error || is_limit(finding); });
      result.state = limit ? OutputState::OverLimit : OutputState::Failed;
      return result;
    }
    result.pages = output->page_count;
    result.page_size = output->page_size;
    result.font_names = output->font_names;
    result.bytes = output->current ? old.size() : output->bytes.size();
    if (existing && is_used(world_, target.path)) {
      diag::report<diag::Kind::CannotWrite>(result.diagnostics, target.planned.span, target.path, is_used_problem)
          .hint("`--output PATH` writes elsewhere, and so does another `file` in `outputs`");
      result.state = OutputState::Failed;
      return result;
    }
    bool const same = output->current || (existing && old == output->bytes);
    if (same)
      result.state = OutputState::Unchanged;
    else if (options_.purpose == Purpose::Check)
      result.state = existing ? report_stale(target, old, output->bytes, result.diagnostics) : report_missing(target, result.diagnostics);
    else if (is_edited(target.planned.format, old))
      result.state = report_edited(target, result.diagnostics);
    else
      result.state = write(target, output->bytes, result.diagnostics);
    if (result.state == OutputState::Written && existing) result.remarks = why_rewritten(target, old, output->bytes);
    if (output->left_out > 0) result.remarks.push_back(words_for_left_out(output->left_out));
    bool const stands = result.state == OutputState::Written || (same && options_.purpose == Purpose::Write);
    if (stands && !output->record.empty() && output->record != record && target.path != "-") write_record(target.path, output->record);
    return result;
  }

  static OutputState write(Target const& target, std::string const& bytes, Diagnostics& diagnostics) {
    std::error_code error;  // what it is shows when the file is written
    if (target.makes_folder) fs::create_directories(fs::path{target.path}.parent_path(), error);
    auto const problem = target.path == "-" ? print(bytes) : write_file(target.path, bytes);
    if (!problem) return OutputState::Written;
    report_unwritten(diagnostics, target.path, *problem);
    return OutputState::Failed;
  }

  /// Why an output is another although its source is the same: whoever keeps it under version control wants to know.
  static std::vector<std::string> why_rewritten(Target const& target, std::string_view old, std::string_view made) {
    auto const why = difference(target.planned.format, old, made);
    if (!why.program && (!why.fonts || why.contents)) return {};
    return {"the old one differs: " + words_for(why)};
  }

  static OutputState report_stale(Target const& target, std::string_view old, std::string_view made, Diagnostics& diagnostics) {
    auto const why = difference(target.planned.format, old, made);
    diag::report<diag::Kind::StaleOutput>(diagnostics, target.planned.span, target.path, words_for(why)).hint(std::string{hint_for(why)});
    return OutputState::Stale;
  }

  static OutputState report_edited(Target const& target, Diagnostics& diagnostics) {
    diag::report<diag::Kind::EditedOutput>(diagnostics, Span{}, target.path)
        .hint("write elsewhere with `--output`, or delete it if the changes may go");
    return OutputState::Failed;
  }

  static OutputState report_missing(Target const& target, Diagnostics& diagnostics) {
    diag::report<diag::Kind::MissingOutput>(diagnostics, target.planned.span, target.path)
        .hint("build it: the same call without `--check`");
    return OutputState::Missing;
  }

  World& world_;
  SourceId source_;
  std::vector<Target> const& targets_;
  BuildOptions const& options_;
  std::vector<OutputResult> results_;
  std::atomic<std::size_t> next_{0}, done_{0};
};

}  // namespace

ExitStatus status_of(OutputState state) {
  switch (state) {
    case OutputState::Written:
    case OutputState::Unchanged:
      return Done;
    case OutputState::Failed:
      return Failed;
    case OutputState::OverLimit:
      return OverLimit;
    case OutputState::Missing:
    case OutputState::Stale:
      return OutOfDate;
  }
  return Failed;
}

std::vector<OutputResult> build_outputs(Session& session, SourceId source, std::vector<Target> const& targets,
                                        BuildOptions const& options) {
  if (options.jobs <= 1) return Builder{session.world(), source, targets, options}.run(session.engine());
  auto const world = synchronized_world(session.world());
  return Builder{*world, source, targets, options}.run(session.engine());
}

}  // namespace resumec::cli

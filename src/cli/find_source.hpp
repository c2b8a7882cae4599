// The source that a call means where it names none, and what is said where it names one that cannot be read.
#pragma once

#include "diag/report.hpp"
#include "driver/options.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace resumec::cli {

/// `resume.yaml`, `resume.yml`, `resume.json`, `resume.md` or the single `*.resume.yaml` of the working folder; reported where there is
/// none or several.
std::optional<std::string> find_source(driver::Verb verb, Diagnostics& diagnostics);

/// True if the ending is one of those of outputs.
bool is_name_of_output(std::filesystem::path const& path);

/// What the call may have meant by a path that is no file, or that leads to none.
void hint_at_source(diag::Report& report, std::filesystem::path const& named, driver::Verb verb);

}  // namespace resumec::cli

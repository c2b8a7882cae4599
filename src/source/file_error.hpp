// Why a file could not be read: in words, and as a diagnostic.
#pragma once

#include "diag/report.hpp"
#include "resumec/world.hpp"

#include <cstddef>
#include <string_view>

namespace resumec::source {

/// The error of that reason, with its usual words.
FileError file_error(FileError::Reason reason);
/// A file of `size` bytes where `limit` are allowed.
FileError too_large(std::size_t size, std::size_t limit);

/// Reports that `path`, named at `span` (detached for the command line), could not be read.
diag::Report report_file_error(Diagnostics& diagnostics, Span span, std::string_view path, FileError const& error);

}  // namespace resumec::source

#include "source/file_error.hpp"

#include <fmt/format.h>

namespace resumec::source {

FileError file_error(FileError::Reason reason) {
  switch (reason) {
    case FileError::Reason::NotFound:
      return {reason, "there is no such file"};
    case FileError::Reason::Denied:
      return {reason, "permission denied"};
    case FileError::Reason::OutsideRoot:
      return {reason, "it lies outside the source's folder"};
    case FileError::Reason::TooLarge:
      return {reason, "it is too large"};
    case FileError::Reason::NotAFile:
      return {reason, "it is a folder"};
    case FileError::Reason::Unreadable:
      break;
  }
  return {FileError::Reason::Unreadable, "reading failed"};
}

FileError too_large(std::size_t size, std::size_t limit) {
  return {FileError::Reason::TooLarge, fmt::format("it has {} bytes, and at most {} are read", size, limit)};
}

namespace {

/// Where a path that a source names begins. One that was typed in a call begins where the shell says.
diag::Report hint_at_root(diag::Report report, Span span, std::string_view path) {
  if (span.detached()) return report;
  constexpr std::string_view root = "paths begin at the source's folder, or at that of `--root`";
  return report.hint(path.starts_with('~') ? fmt::format("`~` is not expanded: {}", root) : std::string{root});
}

}  // namespace

diag::Report report_file_error(Diagnostics& diagnostics, Span span, std::string_view path, FileError const& error) {
  using diag::Kind;
  switch (error.reason) {
    case FileError::Reason::NotFound:
      return hint_at_root(diag::report<Kind::FileNotFound>(diagnostics, span, path), span, path);
    case FileError::Reason::OutsideRoot:
      return diag::report<Kind::OutsideRoot>(diagnostics, span, path).hint("copy it there, or widen the folder with `--root DIR`");
    case FileError::Reason::TooLarge:
      return diag::report<Kind::SourceTooLarge>(diagnostics, span, path, error.detail);
    case FileError::Reason::Denied:
    case FileError::Reason::NotAFile:
    case FileError::Reason::Unreadable:
      break;
  }
  return diag::report<Kind::FileUnreadable>(diagnostics, span, path, error.detail);
}

}  // namespace resumec::source

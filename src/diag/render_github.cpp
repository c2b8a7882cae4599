// Workflow commands of GitHub Actions. Their escapes are those of actions/toolkit, `packages/core/src/command.ts`.
#include "diag/renderers.hpp"

#include <fmt/format.h>

namespace resumec::diag {

namespace {

enum class Part : std::uint8_t { Message, Property };

std::string escaped(std::string_view text, Part part) {
  std::string result;
  for (char const c : text) {
    if (c == '%') {
      result += "%25";
    } else if (c == '\r') {
      result += "%0D";
    } else if (c == '\n') {
      result += "%0A";
    } else if (part == Part::Property && c == ':') {
      result += "%3A";
    } else if (part == Part::Property && c == ',') {
      result += "%2C";
    } else {
      result += c;
    }
  }
  return result;
}

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Lint:
    case Severity::Note:
      break;
  }
  return "notice";
}

/// A value of the command line is no file of the repository, so nothing can be shown beside it.
bool is_option(std::string_view source) { return source == "--set" || source.starts_with("--set "); }

}  // namespace

std::string render_github(Diagnostic const& diagnostic, Places& places) {
  std::string properties;
  auto message = diagnostic.message;
  auto const place = diagnostic.span.detached() ? Place{} : places.place(diagnostic.span);
  if (is_option(place.file)) {
    message = fmt::format("{} {}: {}", place.file, places.text(diagnostic.span.source), message);
  } else if (!diagnostic.span.detached()) {
    properties = fmt::format("file={},line={},endLine={},", escaped(place.file, Part::Property), place.begin.line, place.end.line);
    // Columns are understood only within one line.
    if (place.begin.line == place.end.line) properties += fmt::format("col={},endColumn={},", place.begin.column, place.end.column);
  }
  for (auto const& hint : diagnostic.hints) message += "\n" + hint;
  return fmt::format("::{} {}title={}::{}\n", command(diagnostic.severity), properties, escaped(diagnostic.kind, Part::Property),
                     escaped(message, Part::Message));
}

}  // namespace resumec::diag

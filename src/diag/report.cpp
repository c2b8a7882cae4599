#include "diag/report.hpp"

#include <iterator>

namespace resumec::diag {

std::optional<Kind> find_kind(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kind_table); ++i) {
    if (kind_table[i].name == name) return static_cast<Kind>(i);
  }
  return std::nullopt;
}

Report::Report(Diagnostics& sink, Diagnostic diagnostic) : sink_{sink}, index_{sink.size()} { sink.add(std::move(diagnostic)); }

Report& Report::caret(std::string text) {
  diagnostic().caret = std::move(text);
  return *this;
}

Report& Report::label(Span span, std::string text) {
  diagnostic().labels.push_back({span, std::move(text)});
  return *this;
}

Report& Report::hint(std::string text) {
  diagnostic().hints.push_back(std::move(text));
  return *this;
}

Report& Report::fix(Span span, std::string replacement) {
  diagnostic().fixes.push_back({span, std::move(replacement)});
  return *this;
}

Report& Report::severity(Severity severity) {
  diagnostic().severity = severity;
  return *this;
}

Diagnostic& Report::diagnostic() { return *(sink_.begin() + static_cast<std::ptrdiff_t>(index_)); }

std::string did_you_mean(std::string_view word) { return fmt::format("did you mean `{}`?", word); }

}  // namespace resumec::diag

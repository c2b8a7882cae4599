#include "syntax/json_findings.hpp"

namespace resumec::syntax {

namespace {

constexpr std::string_view names[] = {"comments",
                                      "commas before a closing bracket",
                                      "texts in single quotes",
                                      "keys without quotes",
                                      "numbers of this form",
                                      "line breaks and tabs inside of a text",
                                      "lines joined by a backslash",
                                      "no-break spaces between values"};

}  // namespace

void JsonFindings::loose(Loose what, std::size_t begin, std::size_t end) {
  auto const index = static_cast<std::size_t>(what);
  auto& sort = loose_[index];
  if (++sort.count == 1) sort.report.emplace(diag::report<diag::Kind::LooseJson>(diagnostics_, span(begin, end), names[index]));
}

std::optional<diag::Report> JsonFindings::repaired(std::size_t begin, std::size_t end, std::string_view what, std::string_view hint) {
  auto report = add<diag::Kind::RepairedJson>(begin, end, what);
  if (report && !hint.empty()) report->hint(std::string{hint});
  return report;
}

std::optional<diag::Report> JsonFindings::broken(std::size_t begin, std::size_t end, std::string_view what) {
  return add<diag::Kind::JsonSyntax>(begin, end, what);
}

void JsonFindings::finish() {
  for (auto& sort : loose_)
    if (sort.report)
      sort.report->hint(sort.count == 1
                            ? "it is read all the same; other programs may refuse the file"
                            : fmt::format("this and {} more are read all the same; other programs may refuse the file", sort.count - 1));
}

}  // namespace resumec::syntax

#include "cli/build/depfile.hpp"

namespace resumec::cli {

namespace {

/// As gcc writes them and ninja reads them: a backslash before blanks and `#`, and one more before each backslash in front of those;
/// `$` twice.
std::optional<std::string> escaped(std::string_view path) {
  std::string text;
  std::size_t backslashes = 0;
  for (char const c : path) {
    if (c == '\n' || c == '\r' || c == '\0') return std::nullopt;
    if (c == ' ' || c == '\t') text.append(backslashes, '\\');
    if (c == ' ' || c == '\t' || c == '#') text += '\\';
    if (c == '$') text += '$';
    text += c;
    backslashes = c == '\\' ? backslashes + 1 : 0;
  }
  return text;
}

}  // namespace

std::optional<std::string> depfile(std::vector<std::string> const& outputs, std::span<FileUse const> uses) {
  std::string rule, empty_rules;
  for (auto const& output : outputs) {
    auto const name = escaped(output);
    if (!name) return std::nullopt;
    rule += (rule.empty() ? "" : " ") + *name;
  }
  rule += ':';
  for (auto const& use : uses) {
    if (use.kind != FileUse::Kind::File) continue;
    auto const name = escaped(use.path);
    if (!name) return std::nullopt;
    rule += " \\\n  " + *name;
    empty_rules += *name + ":\n";
  }
  return rule + '\n' + empty_rules;
}

}  // namespace resumec::cli

// zsh: one call of `_arguments` a verb. The file works in a folder of `fpath` and when it is sourced.
#include "cli/completion/scripts.hpp"
#include "cli/completion/values.hpp"

#include <fmt/format.h>

namespace resumec::cli {

using driver::Arity;

namespace {

/// Text inside single quotes, with a backslash before what `_arguments` would take for a mark.
std::string quoted(std::string_view text, std::string_view marks) {
  std::string result;
  for (char const c : text) {
    if (marks.find(c) != std::string_view::npos) result += '\\';
    if (c == '\'')
      result += R"('\'')";
    else
      result += c;
  }
  return result;
}

std::string action(std::string_view placeholder) {
  auto const meant = values_of(placeholder);
  auto const words = fmt::format("{}", fmt::join(meant.words, " "));
  std::string files;
  if (meant.files == Files::Any) files = "_files";
  if (meant.files == Files::Folders) files = "_files -/";
  if (meant.files == Files::Sources) files = fmt::format("_files -g \"*.({})\"", fmt::join(source_endings, "|"));
  if (meant.variants) return "_resumec_variants";
  if (words.empty()) return files.empty() ? " " : files;
  return files.empty() ? fmt::format("({})", words) : fmt::format("{{compadd -- {}; {}}}", words, files);
}

/// `'(-o --output)'{-o+,--output=}'[help]:PATH:_files'`
std::string spec(driver::OptionRow const& option) {
  bool const flag = option.arity == Arity::Flag;
  auto const value = flag ? "" : fmt::format(":{}:{}", quoted(option.placeholder, ":"), action(option.placeholder));
  auto const help = fmt::format("[{}]{}", quoted(option.help, "[]\\"), value);
  auto const name = fmt::format("{}{}", option.long_name(), flag ? "" : "=");
  auto const many = option.arity == Arity::Many ? "*" : "";
  if (option.short_name().empty()) return fmt::format("'{}{}{}'", many, name, help);
  auto const exclusive = option.arity == Arity::Many ? "*" : fmt::format("({} {})", option.short_name(), option.long_name());
  return fmt::format("'{}'{{{}{},{}}}'{}'", exclusive, option.short_name(), flag ? "" : "+", name, help);
}

}  // namespace

std::string zsh_script() {
  std::string verbs, calls;
  for (auto const& verb : ready_verbs()) {
    verbs += fmt::format("    '{}:{}'\n", verb.name, quoted(verb.help, ""));
    calls += fmt::format("    {})\n      _arguments -S", verb.name);
    for (auto const& option : ready_options(verb.verb)) calls += " \\\n        " + spec(option);
    calls += " \\\n        '(-h --help)'{-h,--help}'[help for the verb]'";
    auto const operands = operands_of(verb);
    for (std::size_t i = 0; i < operands.size(); ++i)
      calls += fmt::format(" \\\n        '{}::{}:{}'", i + 1, quoted(operands[i], ":"), action(operands[i]));
    calls += " ;;\n";
  }
  return fmt::format(R"(#compdef resumec
# Completion of resumec in zsh, as `resumec completion zsh` prints it.
_resumec_variants() {{
  local -a names=("${{(@f)$($program complete "${{(@Q)words[1,CURRENT-1]}}" 2>/dev/null)}}")
  compadd -a names
}}
_resumec() {{
  local program=$words[1]
  local -a verbs=(
{}  )
  if (( CURRENT == 2 )); then
    _describe -t commands command verbs
    compadd -- --help --version
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}  esac
}}
if [[ $funcstack[1] == _resumec ]]; then _resumec "$@"; else compdef _resumec resumec; fi
)",
                     verbs, calls);
}

}  // namespace resumec::cli

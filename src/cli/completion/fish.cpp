// fish: one `complete` line for each thing that may be offered, under the condition that its verb was given.
#include "cli/completion/scripts.hpp"
#include "cli/completion/values.hpp"

#include <fmt/format.h>

namespace resumec::cli {

using driver::Arity;

namespace {

constexpr std::string_view head = R"(# Completion of resumec in fish, as `resumec completion fish` prints it.
function __resumec_verb
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test $words[2] = $argv[1]
end
function __resumec_variants
    set -l words (commandline -opc)
    type -q $words[1]; and $words[1] complete $words[2..] 2>/dev/null
end
function __resumec_sources
)";

constexpr std::string_view always = R"(
        echo $name
    end
end
complete -c resumec -f
complete -c resumec -n 'test (count (commandline -opc)) -eq 1' -l help -d 'help for the verb'
complete -c resumec -n 'test (count (commandline -opc)) -eq 1' -l version -d 'version, libraries and fonts'
)";

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (char const c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

/// The flags of `complete` that offer what the placeholder means.
std::string offer(std::string_view placeholder) {
  auto const meant = values_of(placeholder);
  auto words = fmt::format("{}", fmt::join(meant.words, " "));
  if (meant.variants) words += "(__resumec_variants)";
  if (meant.files == Files::Sources) words += "(__resumec_sources)";
  if (meant.files == Files::Folders) words += "(__fish_complete_directories)";
  auto const files = meant.files == Files::Any ? " -F" : " -f";
  return words.empty() ? files : fmt::format("{} -a {}", files, quoted(words));
}

std::string option_line(std::string_view condition, driver::OptionRow const& option) {
  auto text = fmt::format("complete -c resumec -n {}", condition);
  if (!option.short_name().empty()) text += fmt::format(" -s {}", option.short_name().substr(1));
  text += fmt::format(" -l {}", option.long_name().substr(2));
  if (option.arity != Arity::Flag) text += " -r" + offer(option.placeholder);
  return fmt::format("{} -d {}\n", text, quoted(option.help));
}

}  // namespace

std::string fish_script() {
  std::string text{head};
  text += "    for name in (commandline -ct)*/";
  for (auto const ending : source_endings) text += fmt::format(" (commandline -ct)*.{}", ending);
  text += always;
  for (auto const& verb : ready_verbs()) {
    text += fmt::format("complete -c resumec -n 'test (count (commandline -opc)) -eq 1' -a {} -d {}\n", verb.name, quoted(verb.help));
    auto const given = fmt::format("__resumec_verb {}", verb.name);
    for (auto const& option : ready_options(verb.verb)) text += option_line(quoted(given), option);
    text += fmt::format("complete -c resumec -n {} -s h -l help -d 'help for the verb'\n", quoted(given));
    // The operand before, a fixed word, tells which one comes next.
    auto const operands = operands_of(verb);
    for (std::size_t i = 0; i < operands.size(); ++i) {
      auto condition = given;
      if (i > 0) condition += fmt::format("; and contains -- {} (commandline -opc)", operands[i - 1]);
      if (i + 1 < operands.size()) condition += fmt::format("; and not contains -- {} (commandline -opc)", operands[i]);
      text += fmt::format("complete -c resumec -n {}{}\n", quoted(condition), offer(operands[i]));
    }
  }
  return text;
}

}  // namespace resumec::cli

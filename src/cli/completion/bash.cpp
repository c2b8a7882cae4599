// bash: one function sorts the words of the line and ends in a `case` over `VERB:OPTION` and `VERB:NUMBER OF OPERANDS BEFORE`.
#include "cli/completion/scripts.hpp"
#include "cli/completion/values.hpp"

#include <fmt/format.h>

namespace resumec::cli {

namespace {

constexpr std::string_view head = R"(# Completion of resumec in bash, as `resumec completion bash` prints it.
_resumec_offer() { mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen "$@" -- "$current"); }
_resumec_words() { _resumec_offer -W "$*"; }
_resumec_folders() {
  compopt -o filenames 2>/dev/null
  _resumec_offer -d
}
_resumec_files() {
  compopt -o filenames 2>/dev/null
  _resumec_offer -f
}
# The variants of the source that the line names. `compgen -W` would carry out what it finds in them.
_resumec_variants() {
  local name
  while IFS= read -r name; do
    [[ $name == "$current"* ]] && printf -v COMPREPLY[${#COMPREPLY[@]}] %q "$name"
  done < <("${words[0]}" complete "${words[@]:1:${#words[@]}-2}" 2>/dev/null)
}
_resumec_sources() {
  _resumec_folders
)";

constexpr std::string_view sort = R"(}
_resumec() {
  # bash cuts words at `=`; the parts are put together again.
  local word words=() waiting= operands=0
  for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if ((${#words[@]} > 0)) && [[ $word == =* || ${words[-1]} == *= ]]; then words[-1]+=$word; else words+=("$word"); fi
  done
  local current=${words[-1]} verb=${words[1]}
  COMPREPLY=()
  if ((${#words[@]} == 2)); then
)";

constexpr std::string_view walk = R"(    return
  fi
  for word in "${words[@]:2:${#words[@]}-3}"; do
    if [[ $waiting ]]; then
      waiting=
      continue
    fi
    case $verb:$word in
)";

constexpr std::string_view options = R"(      *:-?*) ;;
      *) operands=$((operands + 1)) ;;
    esac
  done
  if [[ ! $waiting && $current == --*=* ]]; then
    waiting=${current%%=*}
    current=${current#*=}
  fi
  if [[ ! $waiting && $current == -* ]]; then
    case $verb in
)";

constexpr std::string_view values = R"(    esac
    return
  fi
  case $verb:${waiting:-$operands} in
)";

constexpr std::string_view foot = R"(  esac
}
complete -F _resumec resumec
)";

/// `build:--output|build:-o`; an option of every verb has the same meaning with each: `*:--color`.
std::string pattern(driver::OptionRow const& option) {
  std::vector<std::string> calls;
  auto const add = [&](std::string_view verb) {
    calls.push_back(fmt::format("{}:{}", verb, option.long_name()));
    if (!option.short_name().empty()) calls.push_back(fmt::format("{}:{}", verb, option.short_name()));
  };
  if (option.global()) add("*");
  for (auto const& verb : ready_verbs()) {
    if (option.belongs_to(verb.verb) && !option.global()) add(verb.name);
  }
  return fmt::format("{}", fmt::join(calls, "|"));
}

/// The line of a `case` that offers what the placeholder means.
std::string offer(std::string_view pattern, std::string_view placeholder) {
  auto const meant = values_of(placeholder);
  std::vector<std::string> calls;
  if (!meant.words.empty()) calls.push_back(fmt::format("_resumec_words {}", fmt::join(meant.words, " ")));
  if (meant.variants) calls.emplace_back("_resumec_variants");
  if (meant.files == Files::Any) calls.emplace_back("_resumec_files");
  if (meant.files == Files::Sources) calls.emplace_back("_resumec_sources");
  if (meant.files == Files::Folders) calls.emplace_back("_resumec_folders");
  return calls.empty() ? "" : fmt::format("    {}) {} ;;\n", pattern, fmt::join(calls, "; "));
}

/// The names of a verb's options, each form a word.
std::string option_names(driver::Verb verb) {
  std::string names;
  for (auto const& option : ready_options(verb)) {
    if (!option.short_name().empty()) names += fmt::format("{} ", option.short_name());
    names += fmt::format("{} ", option.long_name());
  }
  return names + "-h --help";
}

}  // namespace

std::string bash_script() {
  std::string endings, verbs, waiting, names, meanings;
  for (auto const ending : source_endings) endings += fmt::format("  _resumec_offer -f -X '!*.{}'\n", ending);
  for (auto const& verb : ready_verbs()) {
    verbs += fmt::format("{} ", verb.name);
    names += fmt::format("      {}) _resumec_words {} ;;\n", verb.name, option_names(verb.verb));
    auto const operands = operands_of(verb);
    for (std::size_t i = 0; i < operands.size(); ++i) meanings += offer(fmt::format("{}:{}", verb.name, i), operands[i]);
  }
  for (auto const& option : driver::options()) {
    if (option.status == driver::Status::Later || option.arity == driver::Arity::Flag) continue;
    waiting += fmt::format("      {}) waiting=$word ;;\n", pattern(option));
    meanings += offer(pattern(option), option.placeholder);
  }
  return fmt::format("{}{}{}    _resumec_words {}--help --version\n{}{}{}{}{}{}{}", head, endings, sort, verbs, walk, waiting, options,
                     names, values, meanings, foot);
}

}  // namespace resumec::cli

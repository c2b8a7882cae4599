// `resumec complete`: what only the source knows, for the scripts of shells: the names of its variants. It is asked at a key press, so it
// says nothing about a line that is not finished or a source that is not there.
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "resumec/tools.hpp"

#include <algorithm>

namespace resumec::cli {

namespace {

/// The call that the words begin; the option at their end is the one whose value is asked for.
Parsed parse_beginning(std::vector<std::string> const& words) {
  std::vector<char const*> call{"resumec"};
  for (auto const& word : words) call.push_back(word.c_str());
  if (call.size() > 1 && call.back()[0] == '-') call.pop_back();
  return parse(static_cast<int>(call.size()), call.data());
}

bool is_printable(std::string const& name) {
  return std::none_of(name.begin(), name.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; });
}

}  // namespace

int complete(Arguments const& arguments) {
  auto const parsed = parse_beginning(arguments.operands);
  bool const stdin_is_the_terminal = !parsed.arguments.operands.empty() && parsed.arguments.operands.front() == "-";
  if (parsed.error || stdin_is_the_terminal) return Done;
  Session session{parsed.arguments};
  auto const source = session.open_source();
  if (!source) return Done;
  auto const names = variant_names(session.world(), *source);
  std::string text;
  for (auto const& name : names.value.value_or(std::vector<std::string>{})) {
    if (is_printable(name)) text += name + '\n';
  }
  static_cast<void>(print(text));
  return Done;
}

}  // namespace resumec::cli

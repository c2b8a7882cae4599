// `resumec completion`: the script of a shell.
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/completion/scripts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::cli {

namespace {

struct Shell {
  std::string_view name;
  std::string (*script)();
};
constexpr Shell shells[] = {{"bash", bash_script}, {"zsh", zsh_script}, {"fish", fish_script}};

}  // namespace

int print_completion(Arguments const& arguments) {
  if (arguments.operands.size() != 1) return wrong_usage("usage: resumec completion bash|zsh|fish");
  auto const& wanted = arguments.operands.front();
  for (auto const& shell : shells) {
    if (shell.name == wanted) return print_result(shell.script());
  }
  return wrong_usage(fmt::format("no completion for `{}`; there is one for bash, zsh and fish", wanted));
}

}  // namespace resumec::cli

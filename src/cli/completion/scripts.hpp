// The completion script of each shell, made from the option table.
#pragma once

#include <string>

namespace resumec::cli {

std::string bash_script();
std::string zsh_script();
std::string fish_script();

}  // namespace resumec::cli

// One function a verb: takes the parsed call, prints, and gives the exit status.
#pragma once

#include "cli/arguments.hpp"

namespace resumec::cli {

int build(Arguments const& arguments);
int check(Arguments const& arguments);
int dump(Arguments const& arguments);
int start_new(Arguments const& arguments);
int list_layouts(Arguments const& arguments);
int list_fonts(Arguments const& arguments);
int print_schema(Arguments const& arguments);
int explain(Arguments const& arguments);
int print_version();
int print_help(Arguments const& arguments);

/// Says on standard error what is wrong with the call; gives exit status 2.
int wrong_usage(std::string_view message);

}  // namespace resumec::cli

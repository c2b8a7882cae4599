// One function a verb: takes the parsed call, prints, and gives the exit status.
#pragma once

#include "cli/arguments.hpp"

#include <span>
#include <string_view>

namespace resumec::cli {

int build(Arguments const& arguments);
int watch(Arguments const& arguments);
int check(Arguments const& arguments);
int dump(Arguments const& arguments);
int diff(Arguments const& arguments);
int import_file(Arguments const& arguments);
int format_file(Arguments const& arguments);
int migrate(Arguments const& arguments);
int start_new(Arguments const& arguments);
int list_layouts(Arguments const& arguments);
int list_fonts(Arguments const& arguments);
int print_schema(Arguments const& arguments);
int explain(Arguments const& arguments);
int print_completion(Arguments const& arguments);
int complete(Arguments const& arguments);
int print_version();
int print_help(Arguments const& arguments);

/// Prints a result to standard output; a full disk or a closed pipe is a failure too.
int print_result(std::string_view text);

/// Says on standard error what is wrong with the call; gives exit status 2.
int wrong_usage(std::string_view message);

/// What `resumec new --example` knows.
std::span<std::string_view const> example_names();

}  // namespace resumec::cli

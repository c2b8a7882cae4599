// The words of a call, sorted by the option table. CLI11 splits them; what they mean is said here.
#pragma once

#include "driver/options.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::cli {

class Arguments {
 public:
  driver::Verb verb = driver::Verb::Help;
  std::vector<std::string> operands;
  bool wants_help = false;     ///< `resumec VERB --help`
  bool wants_version = false;  ///< `resumec --version`

  bool has(driver::Option option) const { return values.contains(option); }
  /// The value of an option that takes one; empty if it was not given.
  std::string_view one(driver::Option option) const;
  std::vector<std::string> const& many(driver::Option option) const;

  std::map<driver::Option, std::vector<std::string>> values;  ///< what was given; a flag has no value
};

/// The arguments, or, in words, what is wrong with them (exit status 2).
struct Parsed {
  Arguments arguments;
  std::optional<std::string> error;
};

Parsed parse(int argc, char const* const* argv);

/// What serves in the place of a format that is not written (`docx`); empty for words that are no format.
std::string_view advice_on_format(std::string_view name);

/// `resumec help`, and `resumec help VERB`.
std::string help();
std::string help(driver::Verb verb);

}  // namespace resumec::cli

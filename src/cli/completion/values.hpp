// What may stand at a place of the command line, from the words of the option table: the same for every shell.
#pragma once

#include "driver/options.hpp"

#include <string_view>
#include <vector>

namespace resumec::cli {

enum class Files : std::uint8_t { None, Any, Sources, Folders };

struct Values {
  std::vector<std::string_view> words;
  bool variants = false;  ///< of the source that the line names: `resumec complete` tells them
  Files files = Files::None;
};

/// The endings of sources.
inline constexpr std::string_view source_endings[] = {"yaml", "yml"};

/// What a placeholder such as `pdf|text` or `LAYOUT|FILE` means; nothing for text that only the user knows (`TAG`).
Values values_of(std::string_view placeholder);
/// The operands of a verb, in their order.
std::vector<std::string_view> operands_of(driver::VerbRow const& verb);

/// The rows that work.
std::vector<driver::VerbRow> ready_verbs();
std::vector<driver::OptionRow> ready_options(driver::Verb verb);

}  // namespace resumec::cli

#include "driver/options.hpp"

#include <algorithm>

namespace resumec::driver {

namespace {

/// Lets the table say `Build | Check`.
namespace bits {
#define RESUMEC_VERB(enumerator, name, operands, status, help) \
  constexpr std::uint32_t enumerator = 1U << static_cast<unsigned>(Verb::enumerator);
#include "driver/options.def"
constexpr std::uint32_t All = ~0U;
}  // namespace bits

constexpr ExitRow exit_rows[] = {
#define RESUMEC_EXIT(enumerator, number, when) {ExitStatus::enumerator, when},
#include "driver/options.def"
};

constexpr VerbRow verb_rows[] = {
#define RESUMEC_VERB(enumerator, name, operands, status, help) {Verb::enumerator, name, operands, help, Status::status},
#include "driver/options.def"
};

constexpr std::uint32_t verb_bits[] = {
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) \
  [] {                                                                            \
    using namespace bits;                                                         \
    return verbs;                                                                 \
  }(),
#include "driver/options.def"
};

constexpr OptionRow option_rows[] = {
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) \
  {Option::enumerator, name, placeholder, help, Arity::arity, verb_bits[static_cast<std::size_t>(Option::enumerator)], Status::status},
#include "driver/options.def"
};

}  // namespace

std::span<ExitRow const> exits() { return exit_rows; }
std::span<VerbRow const> verbs() { return verb_rows; }
std::span<OptionRow const> options() { return option_rows; }

std::vector<std::string_view> alternatives(std::string_view placeholder) {
  std::vector<std::string_view> parts;
  while (!placeholder.empty()) {
    auto const bar = placeholder.find('|');
    parts.push_back(placeholder.substr(0, bar));
    placeholder.remove_prefix(bar == std::string_view::npos ? placeholder.size() : bar + 1);
  }
  return parts;
}

bool is_literal(std::string_view alternative) {
  return std::none_of(alternative.begin(), alternative.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::vector<std::string_view> choices(OptionRow const& option) {
  auto parts = alternatives(option.placeholder);
  if (!std::all_of(parts.begin(), parts.end(), is_literal)) parts.clear();
  return parts;
}

}  // namespace resumec::driver

// The command line as data, from options.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace resumec::driver {

enum class Verb : std::uint8_t {
#define RESUMEC_VERB(enumerator, name, operands, status, help) enumerator,
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help)
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
};

enum class Option : std::uint8_t {
#define RESUMEC_VERB(enumerator, name, operands, status, help)
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) enumerator,
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
};

enum class Arity : std::uint8_t { Flag, One, Many };
/// `Later`: part of the contract, not built yet; asking for it is wrong usage.
enum class Status : std::uint8_t { Ready, Later };

struct VerbRow {
  Verb verb;
  std::string_view name, operands, help;
  Status status;
};

struct OptionRow {
  Option option;
  std::string_view name;  ///< as given: `-o,--output`
  std::string_view placeholder, help;
  Arity arity;
  std::uint32_t verbs;  ///< bit set of `Verb`
  Status status;

  /// `--output`
  std::string_view long_name() const { return name.substr(name.find("--")); }
  bool belongs_to(Verb verb) const { return (verbs >> static_cast<unsigned>(verb) & 1U) != 0; }
};

std::span<VerbRow const> verbs();
std::span<OptionRow const> options();

}  // namespace resumec::driver

// The command line as data, from options.def.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace resumec::driver {

enum class Verb : std::uint8_t {
#define RESUMEC_VERB(enumerator, name, operands, status, help) enumerator,
#include "driver/options.def"
};

enum class Option : std::uint8_t {
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) enumerator,
#include "driver/options.def"
};

/// The numbers that the program ends with.
enum ExitStatus : int {
#define RESUMEC_EXIT(enumerator, number, when) enumerator = number,
#include "driver/options.def"
};

enum class Arity : std::uint8_t { Flag, One, Many };
/// `Hidden`: works, for scripts of our own. `Later`: part of the contract, not built yet; asking for it is wrong usage.
enum class Status : std::uint8_t { Ready, Hidden, Later };

struct ExitRow {
  ExitStatus exit;
  std::string_view when;
};

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
  /// `-o`, if there is a short form.
  std::string_view short_name() const { return name.substr(0, name.starts_with("--") ? 0 : name.find(',')); }
  bool global() const { return verbs == ~0U; }
  bool belongs_to(Verb verb) const { return (verbs >> static_cast<unsigned>(verb) & 1U) != 0; }
};

std::span<ExitRow const> exits();
std::span<VerbRow const> verbs();
std::span<OptionRow const> options();

/// The alternatives of a placeholder or an operand: `pdf|text` → `pdf`, `text`.
std::vector<std::string_view> alternatives(std::string_view placeholder);
/// Whether an alternative is a value as it stands (`pdf`), not the name of a kind of value (`FILE`).
bool is_literal(std::string_view alternative);
/// The values that an option takes, if its placeholder lists them all; empty if it takes others.
std::vector<std::string_view> choices(OptionRow const& option);

}  // namespace resumec::driver

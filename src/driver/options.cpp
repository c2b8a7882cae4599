#include "driver/options.hpp"

namespace resumec::driver {

namespace {

/// Lets the table say `Build | Check`.
namespace bits {
#define RESUMEC_VERB(enumerator, name, operands, status, help) \
  constexpr std::uint32_t enumerator = 1U << static_cast<unsigned>(Verb::enumerator);
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help)
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
constexpr std::uint32_t All = ~0U;
}  // namespace bits

constexpr VerbRow verb_rows[] = {
#define RESUMEC_VERB(enumerator, name, operands, status, help) {Verb::enumerator, name, operands, help, Status::status},
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help)
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
};

constexpr std::uint32_t verb_bits[] = {
#define RESUMEC_VERB(enumerator, name, operands, status, help)
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) \
  [] {                                                                            \
    using namespace bits;                                                         \
    return verbs;                                                                 \
  }(),
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
};

constexpr OptionRow option_rows[] = {
#define RESUMEC_VERB(enumerator, name, operands, status, help)
#define RESUMEC_OPTION(enumerator, name, arity, placeholder, verbs, status, help) \
  {Option::enumerator, name, placeholder, help, Arity::arity, verb_bits[static_cast<std::size_t>(Option::enumerator)], Status::status},
#include "driver/options.def"
#undef RESUMEC_VERB
#undef RESUMEC_OPTION
};

}  // namespace

std::span<VerbRow const> verbs() { return verb_rows; }
std::span<OptionRow const> options() { return option_rows; }

}  // namespace resumec::driver

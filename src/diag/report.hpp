// Declaring and reporting diagnostics. In comes a kind, a place and the message's arguments, checked against the
// kind's format at compile time; out goes a `Diagnostic` in a `Diagnostics`. Nothing here prints.
#pragma once

#include "resumec/diagnostics.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::diag {

enum class Kind : std::uint16_t {
#define RESUMEC_KIND(enumerator, name, severity, format, summary) enumerator,
#include "diag/kinds.def"
#undef RESUMEC_KIND
};

struct KindInfo {
  std::string_view name;
  Severity severity;
  std::string_view summary;
};

inline constexpr KindInfo kind_table[] = {
#define RESUMEC_KIND(enumerator, name, severity, format, summary) {name, Severity::severity, summary},
#include "diag/kinds.def"
#undef RESUMEC_KIND
};

inline constexpr std::string_view message_table[] = {
#define RESUMEC_KIND(enumerator, name, severity, format, summary) format,
#include "diag/kinds.def"
#undef RESUMEC_KIND
};

constexpr KindInfo const& info(Kind kind) { return kind_table[static_cast<std::size_t>(kind)]; }

/// The kind of that name, if there is one.
std::optional<Kind> find_kind(std::string_view name);

/// Adds to the diagnostic just reported. Holds an index, so later reports do not invalidate it.
class Report {
 public:
  Report(Diagnostics& sink, Diagnostic diagnostic);

  Report& caret(std::string text);
  Report& label(Span span, std::string text);
  Report& hint(std::string text);
  /// A replacement that repairs the problem; only say what was checked.
  Report& fix(Span span, std::string replacement);
  /// Another severity than the kind's own, where strictness or the format decides.
  Report& severity(Severity severity);

 private:
  Diagnostic& diagnostic();
  Diagnostics& sink_;
  std::size_t index_;
};

/// The number of `{}` in a message; `{{` and `}}` are braces.
constexpr std::size_t places_of(std::string_view message) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < message.size(); ++at) {
    if (message[at] != '{' && message[at] != '}') continue;
    count += message[at] == '{' && message[at + 1] != '{' ? 1U : 0U;
    at += message[at + 1] == message[at] ? 1U : 0U;
  }
  return count;
}

/// Reports a finding: `report<Kind::UnknownField>(sink, span, name).hint("did you mean `email`?")`.
template <Kind K, class... Args>
Report report(Diagnostics& sink, Span span, Args&&... args) {
  static_assert(places_of(message_table[static_cast<std::size_t>(K)]) == sizeof...(Args), "as many arguments as the message has places");
  constexpr fmt::format_string<Args...> format{message_table[static_cast<std::size_t>(K)]};
  auto message = fmt::format(format, std::forward<Args>(args)...);
  return Report{sink, Diagnostic{std::string{info(K).name}, info(K).severity, std::move(message), span, {}, {}, {}, {}}};
}

/// The hint for a mistyped word: "did you mean `email`?".
std::string did_you_mean(std::string_view word);

}  // namespace resumec::diag

#include "diag/places.hpp"

#include "base/append.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::diag {

namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

/// The marks that change the direction of what follows, on the terminal too.
bool is_direction_mark(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// What else takes no room: a finding about it could not show it. Joiners are parts of letters and emoji, and stay.
bool is_zero_width(char32_t c) { return c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF; }

}  // namespace

Place Places::place(Span span) {
  auto const& index = lines(span.source);
  auto const inside = clamped(span);
  return {world_.name(span.source), index.position(inside.begin), index.position(inside.end)};
}

unicode::LineIndex const& Places::lines(SourceId source) { return indexes_.try_emplace(source.value, world_.text(source)).first->second; }

Span Places::clamped(Span span) const {
  auto const size = static_cast<std::uint32_t>(world_.text(span.source).size());
  auto const begin = std::min(span.begin, size);
  return {span.source, begin, std::clamp(span.end, begin, size)};
}

std::string_view shown_name(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
    case Severity::Lint:
      return "warning";
    case Severity::Note:
      break;
  }
  return "note";
}

std::string visible(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    auto const c = unicode::decode_at(text, i);
    i = c.end;
    if (c.value == U'\n') {
      result += "\\n";
    } else if (is_control(c.value) || is_direction_mark(c.value) || is_zero_width(c.value)) {
      base::append(result, "<U+{:04X}>", static_cast<std::uint32_t>(c.value));
    } else {
      unicode::append(result, c.value);
    }
  }
  return result;
}

}  // namespace resumec::diag

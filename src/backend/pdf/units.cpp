#include "backend/pdf/units.hpp"

#include <charconv>

namespace resumec::backend::pdf {

void append_integer(std::string& out, std::int64_t value) {
  char buffer[24];
  auto const end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
  out.append(buffer, end);
}

void append_milli(std::string& out, Milli value) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  append_integer(out, value / 1000);
  auto const fraction = static_cast<int>(value % 1000);
  if (fraction == 0) return;
  char const digits[] = {static_cast<char>('0' + fraction / 100), static_cast<char>('0' + fraction / 10 % 10),
                         static_cast<char>('0' + fraction % 10)};
  out += '.';
  out.append(digits, digits[2] != '0' ? 3U : digits[1] != '0' ? 2U : 1U);
}

void append_hex16(std::string& out, std::uint32_t value) {
  constexpr char digits[] = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[value >> shift & 0xF];
}

}  // namespace resumec::backend::pdf

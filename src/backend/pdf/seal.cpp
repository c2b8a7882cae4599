#include "backend/pdf/seal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace resumec::backend::pdf {

namespace {

constexpr std::string_view mark = "%resumec ";
constexpr std::string_view last_keyword = "startxref";
constexpr std::size_t digits = 2 * sizeof(base::Digest);

bool is_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); }

/// Where the hexadecimal digits of the two halves begin.
struct Halves {
  std::size_t first, second;
};

/// `/ID[<…><…>]` with blanks anywhere, at `at`.
std::optional<Halves> halves_at(std::string_view pdf, std::size_t at) {
  auto const skip = [&](char expected) {
    while (at < pdf.size() && (pdf[at] == ' ' || pdf[at] == '\n' || pdf[at] == '\r')) ++at;
    return at < pdf.size() && pdf[at++] == expected;
  };
  auto const number = [&]() -> std::optional<std::size_t> {
    if (!skip('<') || pdf.size() - at < digits + 1 || pdf[at + digits] != '>') return std::nullopt;
    auto const text = pdf.substr(at, digits);
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    at += digits + 1;
    return at - digits - 1;
  };
  at += 3;
  if (!skip('[')) return std::nullopt;
  auto const first = number();
  auto const second = first ? number() : std::nullopt;
  if (!second || !skip(']')) return std::nullopt;
  return Halves{*first, *second};
}

/// The last `/ID`: compressed data behind it may hold these letters as well.
std::optional<Halves> find_halves(std::string_view pdf) {
  for (auto at = pdf.rfind("/ID"); at != std::string_view::npos; at = at == 0 ? at : pdf.rfind("/ID", at - 1)) {
    if (auto const halves = halves_at(pdf, at)) return halves;
    if (at == 0) break;
  }
  return std::nullopt;
}

std::string hex(base::Digest const& digest) {
  std::string text;
  for (auto const byte : digest) {
    for (auto const half : {byte >> 4, byte & 15}) text += "0123456789ABCDEF"[half];
  }
  return text;
}

base::Digest digest_of_hex(std::string_view text) {
  auto const value = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
  base::Digest digest;
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(value(text[2 * i]) << 4 | value(text[2 * i + 1]));
  return digest;
}

}  // namespace

std::string seal(std::string pdf, std::string_view note) {
  auto const halves = find_halves(pdf);
  auto const end = pdf.rfind(last_keyword);
  if (!halves || end == std::string::npos) return pdf;
  pdf.insert(end, std::string{mark}.append(note).append("\n"));
  pdf.replace(halves->second, digits, hex(base::digest(pdf)));
  return pdf;
}

std::optional<Seal> read_seal(std::string_view pdf) {
  auto const halves = find_halves(pdf);
  auto const end = pdf.rfind(last_keyword);
  auto const begin = end == std::string_view::npos ? end : pdf.rfind(mark, end);
  if (!halves || begin == std::string_view::npos) return std::nullopt;
  std::string blank{pdf};
  blank.replace(halves->second, digits, digits, '0');
  if (hex(base::digest(blank)) != pdf.substr(halves->second, digits)) return std::nullopt;
  auto const note = pdf.substr(begin + mark.size(), end - begin - mark.size());
  return Seal{digest_of_hex(pdf.substr(halves->first, digits)), std::string{note.substr(0, note.find('\n'))}};
}

}  // namespace resumec::backend::pdf

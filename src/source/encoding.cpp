#include "source/encoding.hpp"

#include "unicode/unicode.hpp"

#include <array>

namespace resumec::source {

using unicode::ByteEncoding;
using unicode::WideEncoding;

std::optional<WideEncoding> find_wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return WideEncoding::Utf32Little;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return WideEncoding::Utf32Big;
  if (bytes.starts_with("\xFF\xFE"sv)) return WideEncoding::Utf16Little;
  if (bytes.starts_with("\xFE\xFF"sv)) return WideEncoding::Utf16Big;
  auto const beginning = bytes.substr(0, bytes.size() < 64 ? bytes.size() / 4 * 4 : 64);
  if (beginning.empty()) return std::nullopt;
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < beginning.size(); ++i) zeros[i % 4] += beginning[i] == '\0' ? 1 : 0;
  auto const quarter = beginning.size() / 4;
  auto const mostly = [&](std::size_t place) { return zeros[place] * 4 >= quarter * 3; };
  auto const seldom = [&](std::size_t place) { return zeros[place] * 4 <= quarter; };
  if (seldom(0) && mostly(1) && mostly(2) && mostly(3)) return WideEncoding::Utf32Little;
  if (mostly(0) && mostly(1) && mostly(2) && seldom(3)) return WideEncoding::Utf32Big;
  if (seldom(0) && mostly(1) && seldom(2) && mostly(3)) return WideEncoding::Utf16Little;
  if (mostly(0) && seldom(1) && mostly(2) && seldom(3)) return WideEncoding::Utf16Big;
  return std::nullopt;
}

std::string_view name_of(WideEncoding encoding) {
  constexpr std::array<std::string_view, 4> names{"UTF-16 (little-endian)", "UTF-16 (big-endian)", "UTF-32 (little-endian)",
                                                  "UTF-32 (big-endian)"};
  return names[static_cast<std::size_t>(encoding)];
}

namespace {

/// Words of Western languages have two letters with accents side by side, and now and then a third beside a quotation mark; Cyrillic and
/// Greek ones, and pairs of bytes that make up a Chinese character, give longer runs.
constexpr std::size_t longest_run = 3;

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

}  // namespace

std::optional<AsWindows1252> read_windows_1252(std::string_view bytes) {
  AsWindows1252 result;
  std::size_t sequences = 0, high = 0, in_long_runs = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (is_ascii(bytes[at])) {
      ++at;
      continue;
    }
    auto const begin = at;
    while (at < bytes.size() && !is_ascii(bytes[at])) {
      auto const point = unicode::decode_at(bytes, at);
      if (point.end - point.begin > 1) {
        ++sequences;
      } else if (result.count++ == 0) {
        result.first_begin = at;
        result.first_end = point.end;
      } else if (result.first_end == at) {
        result.first_end = point.end;
      }
      at = point.end;
    }
    high += at - begin;
    if (at - begin > longest_run) in_long_runs += at - begin;
  }
  bool const is_mixture = sequences > result.count;
  if (result.count == 0 || (!is_mixture && in_long_runs * 2 > high)) return std::nullopt;
  for (std::size_t at = 0; at < bytes.size();) {
    auto const point = unicode::decode_at(bytes, at);
    auto const size = is_mixture ? point.end - point.begin : 1;
    auto const character = unicode::character_of(ByteEncoding::Windows1252, static_cast<unsigned char>(bytes[at]));
    if (size == 1 && !character) return std::nullopt;
    if (size == 1)
      unicode::append(result.text, *character);
    else
      result.text += bytes.substr(at, size);
    at += size;
  }
  return result;
}

}  // namespace resumec::source

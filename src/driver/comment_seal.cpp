#include "driver/comment_seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace resumec::driver {

namespace {

constexpr std::size_t digits = 2 * sizeof(base::Digest);

std::string hex(base::Digest const& digest) {
  std::string text;
  for (auto const byte : digest) text += fmt::format("{:02x}", byte);
  return text;
}

/// The last line of `text`, which is taken off.
std::string_view take_last_line(std::string_view& text) {
  if (!text.ends_with('\n')) return {};
  text.remove_suffix(1);
  auto const line = text.substr(text.rfind('\n') + 1);  // of all of it where there is no line end
  text.remove_suffix(line.size());
  return line;
}

}  // namespace

std::string seal_comment(std::string text, std::string_view mark, backend::pdf::Seal const& seal) {
  text += fmt::format("{} {}\n", mark, seal.note);
  auto const digest = base::digest(text);
  return text += fmt::format("{} resumec {} {}\n", mark, hex(seal.inputs), hex(digest));
}

bool has_comment_seal(std::string_view text, std::string_view mark) {
  auto const head = fmt::format("{} resumec ", mark);
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  for (auto at = text.find(head); at != std::string_view::npos; at = text.find(head, at + 1)) {
    auto const rest = text.substr(at + head.size());
    bool const line_start = at == 0 || text[at - 1] == '\n';
    if (line_start && rest.find_first_not_of(hexadecimal) == digits && rest[digits] == ' ' &&
        std::min(rest.find_first_not_of(hexadecimal, digits + 1), rest.size()) == 2 * digits + 1)
      return true;
  }
  return false;
}

std::optional<backend::pdf::Seal> read_comment_seal(std::string_view text, std::string_view mark) {
  auto above = text;
  auto const line = take_last_line(above), note = take_last_line(above);
  auto const head = fmt::format("{} resumec ", mark);
  if (!line.starts_with(head) || line.size() != head.size() + 2 * digits + 1 || note.size() < mark.size() + 1) return std::nullopt;
  backend::pdf::Seal seal;
  for (std::size_t i = 0; i < seal.inputs.size(); ++i) {
    auto const* const pair = line.data() + head.size() + 2 * i;
    if (std::from_chars(pair, pair + 2, seal.inputs[i], 16).ptr != pair + 2) return std::nullopt;
  }
  seal.note = note.substr(mark.size() + 1);
  // Written again, it must be the same, digest and all.
  return seal_comment(std::string{above}, mark, seal) == text ? std::optional{seal} : std::nullopt;
}

}  // namespace resumec::driver

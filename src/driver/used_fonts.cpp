#include "driver/used_fonts.hpp"

#include "base/hash.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::driver {

namespace {

constexpr std::string_view key = " fonts=";

struct Face {
  std::string_view name, digest;
  friend bool operator==(Face const&, Face const&) = default;
};

std::vector<Face> faces_of(std::string_view note) {
  std::vector<Face> faces;
  auto const begin = note.find(key);
  auto rest = begin == std::string_view::npos ? std::string_view{} : note.substr(begin + key.size());
  while (!rest.empty()) {
    auto const item = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    auto const colon = item.rfind(':');
    if (colon != std::string_view::npos) faces.push_back({item.substr(0, colon), item.substr(colon + 1)});
  }
  return faces;
}

/// A name for the note: printable ASCII without blanks and the note's own marks.
std::string plain(std::string_view name) {
  std::string text{name};
  std::replace_if(text.begin(), text.end(), [](char c) { return c <= ' ' || c > '~' || c == ',' || c == ':'; }, '_');
  return text;
}

/// The size and the head of the file, where a font has the checksums of all its tables (OpenType, "Table Directory"): the bytes
/// themselves decide what is up to date, these only what is named.
std::string digest_of(std::string_view font) {
  constexpr std::size_t head = 4096;
  auto const digest = base::digest(fmt::format("{} {}", font.size(), font.substr(0, head)));
  return fmt::format("{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
}

}  // namespace

std::string fonts_note(display::Document const& document) {
  std::string note;
  for (auto const& font : document.fonts)
    note += fmt::format("{}{}:{}", note.empty() ? key : ",", plain(font.postscript_name), digest_of(font.blob.bytes));
  return note;
}

std::string_view without_fonts(std::string_view note) { return note.substr(0, note.find(key)); }

std::vector<std::string> changed_fonts(std::string_view older, std::string_view newer) {
  auto const before = faces_of(older), after = faces_of(newer);
  std::vector<std::string> names;
  for (auto const& face : after) {
    if (std::find(before.begin(), before.end(), face) == before.end()) names.emplace_back(face.name);
  }
  for (auto const& face : before) {
    auto const same_name = [&](Face const& other) { return other.name == face.name; };
    if (std::none_of(after.begin(), after.end(), same_name)) names.emplace_back(face.name);
  }
  return names;
}

}  // namespace resumec::driver

#include "driver/made_with.hpp"

#include "base/hash.hpp"
#include "driver/input_digest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::driver {

namespace {

constexpr std::string_view libraries_key = " libraries=", fonts_key = " fonts=";

/// A face and the digest of its bytes, or a library and its version.
struct Part {
  std::string_view name, mark;
  friend bool operator==(Part const&, Part const&) = default;
};

std::vector<Part> parts_of(std::string_view note, std::string_view key) {
  std::vector<Part> parts;
  auto const begin = note.find(key);
  auto rest = begin == std::string_view::npos ? std::string_view{} : note.substr(begin + key.size());
  rest = rest.substr(0, rest.find(' '));
  while (!rest.empty()) {
    auto const item = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    auto const colon = item.rfind(':');
    if (colon != std::string_view::npos) parts.push_back({item.substr(0, colon), item.substr(colon + 1)});
  }
  return parts;
}

bool has(std::vector<Part> const& parts, Part const& wanted) { return std::find(parts.begin(), parts.end(), wanted) != parts.end(); }

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

std::string libraries_note() { return fmt::format("{}{}", libraries_key, libraries()); }

std::string fonts_note(display::Document const& document) {
  std::string note;
  for (auto const& font : document.fonts)
    note += fmt::format("{}{}:{}", note.empty() ? fonts_key : ",", plain(font.postscript_name), digest_of(font.blob.bytes));
  return note;
}

std::string_view without_made_with(std::string_view note) {
  return note.substr(0, std::min(note.find(libraries_key), note.find(fonts_key)));
}

std::vector<std::string> changed_libraries(std::string_view older, std::string_view newer) {
  auto const after = parts_of(newer, libraries_key);
  std::vector<std::string> names;
  for (auto const& library : parts_of(older, libraries_key)) {
    if (!has(after, library)) names.push_back(fmt::format("{} {}", library.name, library.mark));
  }
  return names;
}

std::vector<std::string> changed_fonts(std::string_view older, std::string_view newer) {
  auto const before = parts_of(older, fonts_key), after = parts_of(newer, fonts_key);
  std::vector<std::string> names;
  for (auto const& face : after) {
    if (!has(before, face)) names.emplace_back(face.name);
  }
  for (auto const& face : before) {
    auto const same_name = [&](Part const& other) { return other.name == face.name; };
    if (std::none_of(after.begin(), after.end(), same_name)) names.emplace_back(face.name);
  }
  return names;
}

}  // namespace resumec::driver

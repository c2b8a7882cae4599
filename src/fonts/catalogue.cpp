#include "fonts/catalogue.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace resumec::fonts {

namespace {

/// Cuts `text` before the first `separator`; `text` keeps what follows it.
std::string_view take(std::string_view& text, char separator) {
  auto const end = text.find(separator);
  auto const head = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  return head;
}

/// The fields of a line, if there are exactly that many.
template <std::size_t Count>
std::optional<std::array<std::string_view, Count>> fields(std::string_view line) {
  std::array<std::string_view, Count> result;
  for (std::size_t i = 0; i < Count; ++i) {
    if (i > 0 && line.empty()) return std::nullopt;
    result[i] = take(line, '\t');
  }
  if (!line.empty()) return std::nullopt;
  return result;
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

std::optional<CatalogueFace> read_face(std::string_view line) {
  auto const field = fields<12>(line);
  if (!field) return std::nullopt;
  auto const& [kind, family, roles, file, weight, slope, name, licence, package, sha256, features, x_height] = *field;
  CatalogueFace face{family,  roles,  file,     0, slope == "italic" ? Slope::Italic : Slope::Upright, name, licence,
                     package, sha256, features, 0};
  if (!read_number(weight, face.weight) || !read_number(x_height, face.x_height) || family.empty() || file.empty()) return std::nullopt;
  return face;
}

}  // namespace

Catalogue read_catalogue(std::string_view text) {
  Catalogue catalogue;
  while (!text.empty()) {
    auto const line = take(text, '\n');
    if (line.starts_with("face\t")) {
      if (auto const face = read_face(line)) catalogue.faces.push_back(*face);
    } else if (line.starts_with("fallback\t")) {
      if (auto const field = fields<3>(line)) catalogue.fallbacks.push_back({(*field)[1], (*field)[2], {}});
      if (auto const field = fields<4>(line)) catalogue.fallbacks.push_back({(*field)[1], (*field)[2], (*field)[3]});
    }
  }
  return catalogue;
}

std::vector<ManifestFile> read_manifest(std::string_view text) {
  std::vector<ManifestFile> files;
  while (!text.empty()) {
    auto const line = take(text, '\n');
    if (line.starts_with('#')) continue;
    if (auto const field = fields<3>(line)) files.push_back({(*field)[0], (*field)[2]});
  }
  return files;
}

bool has_word(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    if (take(list, ' ') == word) return true;
  }
  return false;
}

}  // namespace resumec::fonts

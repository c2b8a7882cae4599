#include "source/paths.hpp"

namespace resumec::source {

std::optional<std::string> normalize_path(std::string_view path) {
  if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return std::nullopt;
  std::string result;
  while (!path.empty()) {
    auto const end = path.find('/');
    auto const part = path.substr(0, end);
    path.remove_prefix(end == std::string_view::npos ? path.size() : end + 1);
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      if (result.empty()) return std::nullopt;
      auto const parent = result.rfind('/');
      result.resize(parent == std::string::npos ? 0 : parent);
    } else {
      if (!result.empty()) result += '/';
      result += part;
    }
  }
  return result;
}

bool is_font_name(std::string_view name) {
  if (name.size() < 5) return false;
  std::string ending{name.substr(name.size() - 4)};
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending == ".ttf" || ending == ".otf";
}

}  // namespace resumec::source

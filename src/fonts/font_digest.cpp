#include "fonts/font_digest.hpp"

#include <algorithm>
#include <string>

namespace resumec::fonts {

namespace {

void append(std::string& parts, base::Digest const& digest) { parts.append(digest.begin(), digest.end()); }

}  // namespace

base::Digest FontDigests::of(World& world) {
  std::string parts;
  for (auto const* file : {"fonts/catalogue.txt", "fonts/manifest.txt"}) {
    auto const read = world.asset(file);
    auto const* const blob = std::get_if<Blob>(&read);
    append(parts, base::digest(blob ? blob->bytes : std::string_view{}));
  }
  std::vector<Known> seen;
  for (auto const& name : world.user_fonts()) {
    auto const read = world.user_font(name);
    auto const* const blob = std::get_if<Blob>(&read);
    append(parts, base::digest(name));
    if (!blob) continue;
    auto const known =
        std::find_if(known_.begin(), known_.end(), [&](Known const& other) { return other.first && other.first == blob->owner; });
    seen.emplace_back(blob->owner, known != known_.end() ? known->second : base::digest(blob->bytes));
    append(parts, seen.back().second);
  }
  known_ = std::move(seen);
  return base::digest(parts);
}

}  // namespace resumec::fonts

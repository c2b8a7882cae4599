#include "source/source_map.hpp"

#include <algorithm>
#include <utility>

namespace resumec::source {

SourceId SourceMap::add(std::string name, std::string text) {
  auto const known =
      std::find_if(sources_.begin(), sources_.end(), [&](Source const& source) { return source.name == name && source.text == text; });
  if (known != sources_.end()) return {static_cast<std::uint32_t>(known - sources_.begin() + 1)};
  sources_.push_back({std::move(name), std::move(text)});
  return {static_cast<std::uint32_t>(sources_.size())};
}

std::string_view SourceMap::text(SourceId id) const {
  return id.value == 0 || id.value > sources_.size() ? std::string_view{} : sources_[id.value - 1].text;
}

std::string_view SourceMap::name(SourceId id) const {
  return id.value == 0 || id.value > sources_.size() ? std::string_view{} : sources_[id.value - 1].name;
}

}  // namespace resumec::source

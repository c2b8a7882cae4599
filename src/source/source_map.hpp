// Owns every text read; addresses are stable for as long as the map lives.
#pragma once

#include "resumec/source.hpp"

#include <deque>
#include <string>
#include <string_view>

namespace resumec::source {

class SourceMap {
 public:
  /// The same name and text give the same id.
  SourceId add(std::string name, std::string text);
  std::string_view text(SourceId id) const;
  std::string_view name(SourceId id) const;

 private:
  struct Source {
    std::string name, text;
  };
  std::deque<Source> sources_;
};

}  // namespace resumec::source

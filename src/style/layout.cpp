#include "style/layout.hpp"

#include <algorithm>

namespace resumec::style {

Value const* Element::find(std::string_view attribute) const {
  for (auto const& candidate : attributes) {
    if (candidate.name == attribute) return &candidate.value;
  }
  return nullptr;
}

ValueRule Option::rule() const {
  ValueRule result{type, {}, minimum, maximum};
  result.words.assign(words.begin(), words.end());
  return result;
}

Template const* Layout::template_for(std::string_view use) const {
  Template const* fallback = nullptr;
  for (auto const& candidate : templates) {
    for (auto const& name_of_use : candidate.uses) {
      if (name_of_use == use) return &candidate;
      if (name_of_use == "*") fallback = &candidate;
    }
  }
  return use == "role" ? template_for("position") : fallback;
}

std::int32_t Layout::find_option(std::string_view option_name) const {
  auto const found = std::find_if(options.begin(), options.end(), [&](Option const& option) { return option.name == option_name; });
  return found == options.end() ? -1 : static_cast<std::int32_t>(found - options.begin());
}

std::int32_t Layout::find_style(std::string_view style_name) const {
  auto const found = std::find_if(styles.begin(), styles.end(), [&](Style const& style) { return style.name == style_name; });
  return found == styles.end() ? -1 : static_cast<std::int32_t>(found - styles.begin());
}

}  // namespace resumec::style

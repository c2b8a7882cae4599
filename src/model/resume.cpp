#include "model/resume.hpp"

namespace resumec::model {

std::string full_name(PersonName const& name) {
  if (!name.display.empty()) return name.display.value;
  std::string result;
  for (Literal const* part : {&name.prefix, &name.given, &name.middle, &name.particle, &name.family, &name.suffix})
    if (!part->empty()) result += (result.empty() ? "" : " ") + part->value;
  return result;
}

}  // namespace resumec::model

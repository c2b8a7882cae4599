#include "model/resume.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

void take_later(std::optional<Date>& latest, std::optional<Date> const& date) {
  if (date && (!latest || date->order() > latest->order())) latest = date;
}

void take_entries(std::optional<Date>& latest, std::vector<Entry> const& entries) {
  for (Entry const& entry : entries) {
    take_later(latest, entry.when.latest());
    take_entries(latest, entry.entries);
  }
}

}  // namespace

std::string full_name(PersonName const& name) {
  if (!name.display.empty()) return name.display.value;
  std::string result;
  for (Literal const* part : {&name.prefix, &name.given, &name.middle, &name.particle, &name.family, &name.suffix})
    if (!part->empty()) result += (result.empty() ? "" : " ") + part->value;
  return result;
}

std::optional<Date> latest_date(Resume const& resume) {
  std::optional<Date> latest;
  for (Section const& section : resume.sections) take_entries(latest, section.entries);
  return latest;
}

}  // namespace resumec::model

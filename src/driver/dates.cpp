#include "driver/api.hpp"

namespace resumec::driver {

namespace {

/// Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  std::int64_t const era = (year >= 0 ? year : year - 399) / 400;
  auto const year_of_era = static_cast<unsigned>(year - era * 400);
  unsigned const day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  unsigned const day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

}  // namespace

std::optional<std::int64_t> document_date(model::Settings const& settings, std::optional<std::int64_t> source_date_epoch) {
  if (!settings.today) return source_date_epoch;
  auto const& date = *settings.today;
  unsigned const month = date.precision == model::Precision::Month || date.precision == model::Precision::Day ? date.part : 1;
  unsigned const day = date.precision == model::Precision::Day ? date.day : 1;
  return days_from_civil(date.year, month, day) * 86400;
}

}  // namespace resumec::driver

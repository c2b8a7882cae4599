// The tables as values, and the look-ups in them. A country's table is its language's with the differences written here.

#include "locale/locale.hpp"

#include "base/ascii.hpp"

namespace resumec::locale {
namespace {

#include "locale/tables/de.inc"
#include "locale/tables/en.inc"
#include "locale/tables/es.inc"
#include "locale/tables/fr.inc"
#include "locale/tables/it.inc"
#include "locale/tables/nl.inc"

// British spelling and order of dates; CLDR 42 en-GB: Sept, d MMM y.
constexpr SectionTitle en_gb_titles[] = {{"awards", "Honours and Awards"}};
constexpr Phrase en_gb_phrases[] = {{"honours", "Honours"}, {"resume", "Curriculum vitae"}};

constexpr Locale british() {
  Locale result = en;
  result.tag = "en-GB";
  result.months_short[8] = "Sept";
  result.day_month_year = "{d} {m} {y}";
  result.long_dates.day_month_year = "{d} {m} {y}";
  result.numeric_dates.day_month_year = "{D}/{M}/{y}";
  result.section_titles = en_gb_titles;
  result.phrases = en_gb_phrases;
  return result;
}

// Dates as in the United States (CLDR 42 en-CA), words as in Britain.
constexpr Phrase en_ca_phrases[] = {{"honours", "Honours"}};

constexpr Locale canadian() {
  Locale result = en;
  result.tag = "en-CA";
  result.phrases = en_ca_phrases;
  return result;
}

constexpr Locale american() {
  Locale result = en;
  result.tag = "en-US";
  result.seasons[2] = "fall";
  return result;
}

// CLDR 42 de-AT.
constexpr Locale austrian() {
  Locale result = de;
  result.tag = "de-AT";
  result.months_long[0] = "Jänner";
  result.months_short[0] = "Jän.";
  result.months_short[8] = "Sep.";
  return result;
}

constexpr Locale locales[] = {en, american(), british(), canadian(), de, austrian(), fr, es, it, nl};

bool same_tag(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (base::ascii_lower(a[i] == '_' ? '-' : a[i]) != base::ascii_lower(b[i])) return false;
  return true;
}

Locale const* find_known(std::string_view tag) {
  for (;;) {
    for (Locale const& locale : locales)
      if (same_tag(tag, locale.tag)) return &locale;
    std::size_t const cut = tag.find_last_of("-_");
    if (cut == std::string_view::npos) return nullptr;
    tag = tag.substr(0, cut);
  }
}

/// The table that a country's table differs from; nullptr for a language's own.
Locale const* parent(Locale const& locale) {
  std::size_t const cut = locale.tag.find('-');
  return cut == std::string_view::npos ? nullptr : find_known(locale.tag.substr(0, cut));
}

}  // namespace

std::string_view Locale::title(std::string_view role) const {
  for (SectionTitle const& entry : section_titles)
    if (entry.role == role) return entry.title;
  Locale const* base = parent(*this);
  return base ? base->title(role) : std::string_view{};
}

std::string_view Locale::phrase(std::string_view id) const {
  for (Phrase const& entry : phrases)
    if (entry.id == id) return entry.text;
  Locale const* base = parent(*this);
  return base ? base->phrase(id) : std::string_view{};
}

DatePatterns Locale::dates(DateStyle style) const {
  switch (style) {
    case DateStyle::Short:
      return {month_year, day_month_year};
    case DateStyle::Long:
      return long_dates;
    case DateStyle::Numeric:
      return numeric_dates;
  }
  return {month_year, day_month_year};
}

Locale const& find(std::string_view tag) {
  Locale const* found = find_known(tag);
  return found ? *found : locales[0];
}

std::string list_of_tags() {
  std::string list;
  for (Locale const& locale : all()) {
    list += list.empty() ? "`" : ", `";
    list += locale.tag;
    list += '`';
  }
  return list;
}

bool has(std::string_view tag) { return find_known(tag) != nullptr; }

std::span<Locale const> all() { return locales; }

}  // namespace resumec::locale

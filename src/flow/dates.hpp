// Dates as they are printed: the language's pattern at the precision that is known, never finer than a month but
// where a day is asked for.
#pragma once

#include "locale/locale.hpp"
#include "model/when.hpp"

#include <string>
#include <string_view>

namespace resumec::flow {

std::string format_date(model::Date const& date, locale::Locale const& locale, locale::DateStyle style,
                        model::Precision finest = model::Precision::Month);

/// All spans, separated by the language's list separator; the literal where no date was recognised.
std::string format_when(model::When const& when, locale::Locale const& locale, locale::DateStyle style,
                        model::Precision finest = model::Precision::Month);

/// `text` with every `{name}` replaced by `value`.
std::string replace_field(std::string_view text, std::string_view name, std::string_view value);

}  // namespace resumec::flow

// Small parts of the public functions that tests reach on their own.
#pragma once

#include "flow/document.hpp"
#include "model/resume.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace resumec::driver {

/// The PDF's date in seconds since 1970 UTC: `settings.today`, else SOURCE_DATE_EPOCH, else none.
std::optional<std::int64_t> document_date(model::Settings const& settings, std::optional<std::int64_t> source_date_epoch);

/// `dump --stage=style`: one computed style a line.
std::string dump_styles(flow::Document const& document);

}  // namespace resumec::driver

// Dates of bibliographies → `when`.
#pragma once

#include "importers/rewrite.hpp"

namespace resumec::importers {

/// BibLaTeX's `date`, which is EDTF: `2004-10-27`, `2016/2017`, `2004~`, `2004/..`.
Node native_date(Node const& date);
/// BibTeX's fields; `month` and `day` may be missing. Words that are no date stand as they are.
Node date_of_parts(Node const& year, Node const* month, Node const* day);

}  // namespace resumec::importers

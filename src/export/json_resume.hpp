// Resume → JSON Resume 1.0.0, for programs that read nothing else.
#pragma once

#include "model/resume.hpp"

#include <string>

namespace resumec::exporting {

/// What is shown, as a file of JSON Resume: UTF-8, two blanks a level, a line end at the end. Texts are without markup, dates as far as the
/// schema has them (`2021-09`); what goes on at present has no `endDate`. What the schema has no field for stands under one of its own
/// (`authors`, `doi`), and a section that it does not know in a list under the section's name: nothing shown is left out.
std::string json_resume(model::Resume const& resume);

}  // namespace resumec::exporting

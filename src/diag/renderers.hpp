// One function a form of output. Private to this module; render() chooses.
#pragma once

#include "diag/places.hpp"
#include "resumec/render.hpp"

#include <string>

namespace resumec::diag {

std::string render_human(Diagnostic const& diagnostic, Places& places, RenderOptions const& options);
std::string render_short(Diagnostic const& diagnostic, Places& places);
std::string render_json(Diagnostic const& diagnostic, Places& places);
std::string render_github(Diagnostic const& diagnostic, Places& places);

}  // namespace resumec::diag

// One JSON object a line. Lines and columns count from 1, columns in code points; `begin` and `end` are UTF-8 byte offsets.
#include "diag/renderers.hpp"

#include <nlohmann/json.hpp>

namespace resumec::diag {

namespace {

using Json = nlohmann::ordered_json;

std::string_view json_name(Severity severity) { return severity == Severity::Lint ? "lint" : shown_name(severity); }

Json place_of(Span span, Places& places) {
  if (span.detached()) return nullptr;
  auto const place = places.place(span);
  auto const inside = places.clamped(span);
  return {{"file", place.file},         {"line", place.begin.line},       {"column", place.begin.column},
          {"end_line", place.end.line}, {"end_column", place.end.column}, {"begin", inside.begin},
          {"end", inside.end}};
}

}  // namespace

std::string render_json(Diagnostic const& diagnostic, Places& places) {
  Json json = {{"kind", diagnostic.kind},       {"severity", json_name(diagnostic.severity)},
               {"message", diagnostic.message}, {"place", place_of(diagnostic.span, places)},
               {"caret", diagnostic.caret},     {"labels", Json::array()},
               {"hints", diagnostic.hints},     {"fixes", Json::array()}};
  for (auto const& label : diagnostic.labels) json["labels"].push_back({{"place", place_of(label.span, places)}, {"text", label.text}});
  for (auto const& fix : diagnostic.fixes) {
    json["fixes"].push_back({{"place", place_of(fix.span, places)}, {"replacement", fix.replacement}});
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace resumec::diag

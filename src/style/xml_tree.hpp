// The tree of a layout file with spans: pugixml's tree joined with the tag scan. pugixml is seen here alone.
#pragma once

#include "resumec/diagnostics.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

struct XmlAttribute {
  std::string name, value;
  Span name_span, value_span;
};

struct XmlElement {
  std::string name;
  Span span;  ///< of the name in the start tag
  std::vector<XmlAttribute> attributes;
  std::vector<XmlElement> children;
  std::string text;  ///< of its own characters, CDATA included

  XmlAttribute const* find(std::string_view attribute) const;
};

/// The root, or nothing where the text is no well-formed XML (reported). Attributes given twice are reported and keep their
/// first value. Depth is bounded by `max_depth`.
std::optional<XmlElement> read_xml(SourceId source, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::style

// What pugixml does not tell: where names and attributes stand, attributes given twice, a second root, text outside the root,
// references to entities that do not exist. A scan over the tags alone; the tree itself is pugixml's.
#pragma once

#include "resumec/diagnostics.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::style {

struct ScannedAttribute {
  std::string_view name;
  Span name_span;
  Span value_span;  ///< without the quotes
};

/// A start tag. Tags are in the order of the text, which is the order of a walk through the tree.
struct ScannedTag {
  std::string_view name;
  Span span;  ///< of the name
  std::vector<ScannedAttribute> attributes;
};

struct XmlScan {
  std::vector<ScannedTag> tags;
  bool well_formed = true;  ///< as far as the scan sees; if not, the reason is reported
};

/// `text` is valid UTF-8.
XmlScan scan_xml(SourceId source, std::string_view text, Diagnostics& diagnostics);

}  // namespace resumec::style

// What the tests of this folder read with: texts in, dumps and kinds out.
#pragma once

#include "resumec/diagnostics.hpp"
#include "syntax/inline.hpp"
#include "syntax/yaml.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// A text, what a reader made of it, and what it said.
struct ReadText {
  std::string source;
  Diagnostics diagnostics;
  Node root;

  std::string at(Span span) const { return source.substr(span.begin, span.end - span.begin); }
  /// `kind "source text"` of every finding, in order of place.
  std::vector<std::string> findings() const {
    std::vector<std::string> list;
    for (Diagnostic const& found : diagnostics) list.push_back(found.kind + " \"" + at(found.span) + '"');
    return list;
  }
  /// The source with every fix-it applied.
  std::string fixed() const {
    std::string text = source;
    std::vector<FixIt> fixes;
    for (Diagnostic const& found : diagnostics) fixes.insert(fixes.end(), found.fixes.begin(), found.fixes.end());
    std::stable_sort(fixes.begin(), fixes.end(), [](FixIt const& a, FixIt const& b) { return a.span.begin > b.span.begin; });
    for (FixIt const& fix : fixes) text.replace(fix.span.begin, fix.span.size(), fix.replacement);
    return text;
  }
};

struct Reading : ReadText {
  explicit Reading(std::string text, YamlLimits const& limits = {}) : ReadText{std::move(text), {}, {}} {
    root = read_yaml(SourceId{1}, source, diagnostics, {}, limits);
    diagnostics.sort();
  }
};

/// The texts of a list under the only key.
inline std::vector<std::string> items(Reading const& reading) {
  std::vector<std::string> texts;
  for (Node const& item : reading.root.members.at(0).value.items) {
    texts.push_back(item.is_scalar() ? std::string{item.text()}
                    : item.is_null() ? "null"
                    : item.is_list() ? "list"
                    : item.is_map()  ? "map"
                                     : "error");
  }
  return texts;
}

inline MappedText as_written(std::string text) {
  MappedText mapped;
  mapped.span = {SourceId{1}, 0, static_cast<std::uint32_t>(text.size())};
  mapped.text = std::move(text);
  return mapped;
}

}  // namespace resumec::syntax

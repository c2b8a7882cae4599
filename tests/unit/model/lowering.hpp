// YAML in, model out: what the tests of lowering share.
#pragma once

#include "model/lower.hpp"
#include "model/yaml_words.hpp"
#include "syntax/yaml.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace resumec::model {

struct Lowered {
  std::string source;
  Resume resume;
  Diagnostics diagnostics;
  syntax::Node root;

  /// `unknown-field@emial` for every finding, in order: the kind and the text at its place.
  std::string findings() const {
    std::string result;
    for (Diagnostic const& diagnostic : diagnostics) {
      if (!result.empty()) result += ' ';
      result += diagnostic.kind + "@" + source.substr(diagnostic.span.begin, diagnostic.span.size());
    }
    return result;
  }
  std::string hint(std::size_t index = 0) const {
    auto const& diagnostic = *(diagnostics.begin() + static_cast<std::ptrdiff_t>(index));
    return diagnostic.hints.empty() ? "" : diagnostic.hints[0];
  }
  /// The dump from the first section on, without the indentation of the résumé.
  std::string sections() const {
    std::string const whole = dump(resume);
    std::size_t const start = whole.find("\n  section ");
    if (start == std::string::npos) return {};
    std::string result;
    for (std::size_t at = start + 1; at < whole.size();) {
      std::size_t const end = std::min(whole.find('\n', at), whole.size());
      result += whole.substr(at + 2, end - at - 2) + "\n";
      at = end + 1;
    }
    return result;
  }
};

inline Lowered lower_text(std::string_view text, LowerOptions const& options = {}) {
  Lowered result;
  result.source = text;
  result.root = syntax::read_yaml(SourceId{1}, result.source, result.diagnostics, yaml_words());
  result.resume = lower(result.root, SourceId{1}, result.diagnostics, options);
  return result;
}

/// With a name before, and the text under `sections:`.
inline Lowered lower_sections(std::string_view text, std::string_view top = "name: Oona Varkas\n") {
  std::string whole = std::string{top} + "sections:\n";
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    whole += "  " + std::string{text.substr(at, end - at)} + "\n";
    at = end + 1;
  }
  return lower_text(whole);
}

}  // namespace resumec::model

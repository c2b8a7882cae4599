// Diagnostics: what a pass found, as plain data. Rendering is a separate, late step (render.hpp).
#pragma once

#include "resumec/source.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace resumec {

/// `Lint` is an opinion about a correct document: a warning that `--strict` does not promote.
enum class Severity : std::uint8_t { Error, Warning, Lint, Note };

/// A secondary place that explains the primary one.
struct Label {
  Span span;
  std::string text;
};

/// A replacement that was checked to repair the problem.
struct FixIt {
  Span span;
  std::string replacement;
};

struct Diagnostic {
  std::string kind;  ///< stable kebab-case name, e.g. `unknown-field`; the argument of `resumec explain`
  Severity severity = Severity::Error;
  std::string message;  ///< lower case, no full stop, input in backticks
  Span span;            ///< the narrowest true place; detached only where no source is concerned
  std::string caret;    ///< short text printed beside the caret; may be empty
  std::vector<Label> labels;
  std::vector<std::string> hints;
  std::vector<FixIt> fixes;
};

/// The findings of a compilation, in the order in which they were made until `sort()`.
class Diagnostics {
 public:
  Diagnostic& add(Diagnostic diagnostic);
  void append(Diagnostics const& other);
  /// Orders by place (detached last) and removes repetitions: exact ones, and findings without a place that were made with one. Done once,
  /// at the end.
  void sort();

  bool has_errors() const;
  std::size_t count(Severity severity) const;
  std::size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }
  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace resumec

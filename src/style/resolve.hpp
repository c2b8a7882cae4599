// Layout × the résumé's options → values, styles and metrics with nothing left to look up.
#pragma once

#include "resumec/diagnostics.hpp"
#include "style/layout.hpp"
#include "style/style.hpp"
#include "syntax/node.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

/// A layout with every option decided. Refers to the layout, which must outlive it.
class Resolved {
 public:
  /// `request` is `resume.layout.options`. What is wrong in it is reported at its place, and the default stands.
  Resolved(Layout const& layout, std::span<syntax::Member const> request, std::string_view lang, Diagnostics& diagnostics);

  Layout const& layout() const { return layout_; }
  /// The value of an option as text; empty if the layout has no such option.
  std::string_view option(std::string_view name) const;
  /// Where the résumé sets the option; detached if it does not.
  Span option_span(std::string_view name) const;
  bool holds(std::int32_t option, std::string_view is) const;

  std::string_view text(Value const& value) const;
  // An attribute of an element, or the given value where it is not set.
  std::string_view text(Element const& element, std::string_view attribute, std::string_view otherwise = {}) const;
  int integer(Element const& element, std::string_view attribute, int otherwise) const;
  bool flag(Element const& element, std::string_view attribute) const;
  Em ratio(Element const& element, std::string_view attribute, Em otherwise) const;
  Length length(Element const& element, std::string_view attribute, Length otherwise) const;

  /// `base` with the properties that the style and its parents set; `base` itself for an unknown or empty name.
  ComputedStyle apply(std::string_view style_name, ComputedStyle base) const;
  /// What every style starts from: the style `body`, if the layout has one.
  ComputedStyle body(std::string_view lang) const;
  Metrics metrics() const;

 private:
  void set(syntax::Member const& member, Diagnostics& diagnostics);
  void check_room(Diagnostics& diagnostics) const;

  Layout const& layout_;
  std::string lang_;
  std::vector<std::string> values_;  ///< by option
  std::vector<Span> spans_;
};

}  // namespace resumec::style

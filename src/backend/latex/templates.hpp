// Templates of the layout language as macros of LaTeX: one macro a template, one named argument a slot. The file decides with its own
// conditions and separators what the flow decided with the layout's, so that it stays right when its content is edited.
#pragma once

#include "backend/latex/escape.hpp"
#include "backend/latex/source.hpp"
#include "flow/document.hpp"
#include "style/resolve.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::backend::latex {

/// Names of arguments: those of the slots, but for a few that LaTeX users know by another.
std::string argument_name(std::string_view slot);

struct Macro {
  std::string name;  ///< `\resumeposition`; of the section: an environment
  style::Template const* source = nullptr;
  std::vector<std::string> arguments;                    ///< in the order in which they are printed
  std::map<std::string, style::ComputedStyle> contexts;  ///< argument → the style that the macro sets it in
  std::string label_before, label_after;                 ///< around the argument `number` where the macro prints it
  bool shows_points = false, shows_entries = false, has_rule = false, has_columns = false, is_labelled = false;
  bool takes_lines = false;  ///< some argument is shown in a line

  bool takes(std::string_view argument) const;
};

class Templates {
 public:
  Templates(style::Resolved const& layout, flow::Document const& document, Escaper& escaper);

  Macro const* find(std::string_view template_name) const;
  /// The definitions of the macros in use, each with a comment that names its arguments.
  void write(std::set<std::string> const& used, Source& out);
  /// How thick the first rule of the macros in use is: those of that thickness take it from the settings.
  std::optional<base::Length> learn_rule(std::set<std::string> const& used);

 private:
  /// `arguments` in the order of the elements, but not of those that stand in for what is absent: these go to `rare`.
  void learn(std::vector<style::Element> const& elements, Macro& macro, style::ComputedStyle const& around,
             std::vector<std::string>& arguments, std::vector<std::string>& rare);
  void write(Macro const& macro, Source& out);
  void blocks(std::vector<style::Element> const& elements, Macro const& macro, std::size_t indent, Source& out);
  void block(style::Element const& element, Macro const& macro, std::size_t indent, Source& out);
  std::vector<std::string> pieces(std::vector<style::Element> const& elements);
  std::string options(style::Element const& element, std::vector<std::string> first, Macro const& macro);
  bool skipped(style::Element const& condition) const;
  std::vector<std::string> conditions(style::Element const& condition) const;

  style::Resolved const& layout_;
  flow::Document const& document_;
  Escaper& escaper_;
  std::vector<Macro> macros_;
  std::optional<base::Length> rule_;  ///< of the settings
};

}  // namespace resumec::backend::latex

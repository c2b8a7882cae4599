// A source and a variant of it in; what is shown out, as words: what the tests of variants share.
#pragma once

#include "model/yaml_words.hpp"
#include "resumec/worlds.hpp"
#include "unit/model/lowering.hpp"
#include "variant/select.hpp"
#include "variant/tree.hpp"

#include <map>
#include <string>
#include <string_view>

namespace resumec::variant {

/// One selection, through both phases, from the text of a source.
struct Selected {
  Selection selection;
  std::string findings;  ///< `unknown-tag@leed` …
  std::string hints;     ///< the first of each finding

  /// `jobs(Cook[Bread Soup] Baker) skills(All[Go])`: sections, entries, points and skills by their words.
  std::string shown() const {
    std::string result;
    for (model::Section const& section : selection.resume.sections) {
      std::string const words = entries(section.entries);
      result += (result.empty() ? "" : " ") + section.key + (words.empty() ? "" : "(" + words + ")");
    }
    return result;
  }
  /// Why the item is in or out; `?` if there is none of these words.
  std::string why(std::string_view words) const {
    for (Decision const& decision : selection.decisions)
      if (decision.what.find(words) != std::string::npos) return (decision.shown ? "in: " : "out: ") + decision.reason;
    return "?";
  }

 private:
  static std::string points(std::vector<model::Point> const& points) {
    std::string result;
    for (model::Point const& point : points) {
      std::string const inner = Selected::points(point.points);
      result += (result.empty() ? "" : " ") + syntax::plain_text(point.text.base) + (inner.empty() ? "" : "[" + inner + "]");
    }
    return result;
  }
  static std::string entries(std::vector<model::Entry> const& entries) {
    std::string result;
    for (model::Entry const& entry : entries) {
      std::string inside = points(entry.points);
      auto const add = [&](std::string const& words) {
        if (!words.empty()) inside += (inside.empty() ? "" : " ") + words;
      };
      if (auto const* skills = std::get_if<model::SkillsDetail>(&entry.detail))
        for (model::SkillItem const& item : skills->items) add(syntax::plain_text(item.name.base));
      add(syntax::plain_text(entry.text.base));
      add(Selected::entries(entry.entries));
      result += (result.empty() ? "" : " ") + syntax::plain_text(entry.title.base) + (inside.empty() ? "" : "[" + inside + "]");
    }
    return result;
  }
};

inline Selected select_text(std::string const& text, std::string const& variant, std::string const& lang = {},
                            std::map<std::string, std::string> files = {}) {
  files["cv.yaml"] = text;
  MemoryFiles memory;
  for (auto& [name, content] : files) memory.files[name] = std::move(content);
  auto const world = memory_world(std::move(memory));
  auto const source = std::get<SourceId>(world->open("cv.yaml"));
  Diagnostics diagnostics;
  auto tree = syntax::read_yaml(source, world->text(source), diagnostics, model::yaml_words());
  apply_variant(tree, variant, *world, diagnostics);
  model::Resume const resume = model::lower(tree, source, diagnostics);
  Selected result{select(resume, {variant, lang}, diagnostics), {}, {}};
  diagnostics.sort();
  for (Diagnostic const& diagnostic : diagnostics) {
    auto const where = world->text(diagnostic.span.source).substr(diagnostic.span.begin, diagnostic.span.size());
    result.findings += (result.findings.empty() ? "" : " ") + diagnostic.kind + "@" + std::string{where};
    if (!diagnostic.hints.empty()) result.hints += (result.hints.empty() ? "" : "; ") + diagnostic.hints[0];
  }
  return result;
}

/// With a name before, the text under `sections:`, and the variant `v` with this body.
inline Selected select_sections(std::string_view sections, std::string_view body, std::string_view more = "") {
  std::string text = "name: A B\nsections:\n";
  for (std::size_t at = 0; at < sections.size();) {
    std::size_t const end = std::min(sections.find('\n', at), sections.size());
    text += "  " + std::string{sections.substr(at, end - at)} + "\n";
    at = end + 1;
  }
  text += "variants:\n  v: {" + std::string{body} + "}\n" + std::string{more};
  return select_text(text, "v");
}

}  // namespace resumec::variant

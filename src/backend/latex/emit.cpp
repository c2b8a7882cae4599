#include "backend/latex/emit.hpp"

#include "backend/latex/content.hpp"
#include "backend/latex/preamble.hpp"
#include "backend/latex/templates.hpp"

#include <fmt/format.h>

namespace resumec::backend::latex {

namespace {

/// The style of the first line or cell in a running head.
std::string_view style_of(std::vector<style::Element> const& elements, style::Resolved const& layout) {
  for (auto const& element : elements) {
    if (auto const name = layout.text(element, "style"); !name.empty()) return name;
    if (auto const inner = style_of(element.children, layout); !inner.empty()) return inner;
  }
  return {};
}

/// The running heads that the document has, in the order of the layout's elements that made them.
void write_running(flow::Document const& document, style::Resolved const& layout, Content& content, PreambleParts& parts) {
  for (auto const& running : document.running) {
    bool const head = running.place == flow::RunningPlace::Header;
    std::string_view style = "body";
    for (auto const& element : layout.layout().running) {
      if ((element.kind == style::ElementKind::Header) == head) style = style_of(element.children, layout);
    }
    auto const text = fmt::format("\\resumerunning{{{}}}{{{}}}", style, content.running(running.block));
    if (running.pages != flow::RunningPages::Later) (head ? parts.head_first : parts.foot_first) = text;
    if (running.pages != flow::RunningPages::First) (head ? parts.head_later : parts.foot_later) = text;
  }
}

}  // namespace

std::string emit_latex(flow::Document const& document, style::Resolved const& layout, std::string_view producer, Diagnostics& diagnostics) {
  // The content first: it decides what the preamble must provide.
  Escaper escaper{diagnostics};
  Templates templates{layout, document, escaper};
  Content content{document, templates, escaper};
  Source body;
  content.write(body);

  auto const& used = content.needs().macros;
  PreambleParts parts{document, layout, escaper, content.needs(), {}, {}, {}, {}, producer, templates.learn_rule(used)};
  write_running(document, layout, content, parts);
  Source macros;
  templates.write(used, macros);

  Source out;
  write_preamble(parts, out);
  out.blank();
  out.comment("==== 3. Layout ====");
  out.comment(
      "The kinds of entries that this résumé has. \\resumeslot[style]{argument} prints an argument if the call gives it, \\resumesep{, } "
      "what stands between two that do; \\resumeitems and \\resumeentries print the body, outside of braces of their own.");
  out.raw(std::move(macros).take());
  out.blank();
  out.comment("==== 4. Content ====");
  out.comment(
      "In text, & % # _ $ { } are written \\& \\% \\# \\_ \\$ \\{ \\}; the signs ~ ^ \\ are \\textasciitilde{} "
      "\\textasciicircum{} \\textbackslash{}.");
  out.comment("An argument that is left out prints nothing; the body in braces may be left out, too.");
  out.raw("\\begin{document}\n");
  out.raw(std::move(body).take());
  out.raw("\n\\end{document}\n");
  return std::move(out).take();
}

}  // namespace resumec::backend::latex

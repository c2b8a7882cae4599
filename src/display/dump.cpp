// `dump --stage=display`: one line a thing, points with three digits, so that golden files show what moved.
#include "base/append.hpp"
#include "display/document.hpp"
#include "display/notation.hpp"

#include <fmt/format.h>

#include <string_view>

namespace resumec::display {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out += '"';
}

std::string id_of(NodeId node) { return node ? fmt::format("#{}", node.value) : std::string{"#-"}; }

std::string_view name_of(LineEnd end) {
  switch (end) {
    case LineEnd::None:
      return "";
    case LineEnd::Space:
      return " wrap";
    case LineEnd::Tight:
      return " tight";
    case LineEnd::Hard:
      return " hard";
    case LineEnd::Paragraph:
      return " end";
  }
  return "";
}

std::string rectangle(Rect const& rect) {
  return fmt::format("{},{} {}x{}", points(rect.origin.x), points(rect.origin.y), points(rect.size.width), points(rect.size.height));
}

struct ItemDumper {
  Document const& document;
  std::string& out;

  void operator()(GlyphRun const& run) const {
    Length width;
    for (Glyph const& glyph : run.glyphs) width += glyph.advance;
    std::string const scale = run.scale == 1000 ? std::string{} : fmt::format(" scale {}", run.scale);
    std::string_view const font = run.font && run.font.index() < document.fonts.size()
                                      ? std::string_view{document.fonts[run.font.index()].postscript_name}
                                      : std::string_view{"no font"};
    base::append(out, "  text {} {},{} width {} size {}{} {} {} {}{}\n", id_of(run.node), points(run.origin.x), points(run.origin.y),
                 points(width), points(run.size), scale, font, hex(run.color), quoted(run.text), name_of(run.line_end));
  }
  void operator()(Rule const& rule) const {
    base::append(out, "  rule {} {} {}\n", id_of(rule.node), rectangle(rule.rect), hex(rule.color));
  }
  void operator()(Path const& path) const {
    base::append(out, "  path {} {} commands {}\n", id_of(path.node), path.commands.size(), hex(path.color));
  }
  void operator()(LinkArea const& area) const {
    std::string_view const url = area.link && area.link.index() < document.links.size()
                                     ? std::string_view{document.links[area.link.index()].url}
                                     : std::string_view{"nowhere"};
    base::append(out, "  link {} {} {}\n", id_of(area.node), rectangle(area.rect), url);
  }
};

void dump_node(Document const& document, std::size_t index, int depth, std::string& out) {
  StructureNode const& node = document.structure[index];
  base::append(out, "{:{}}{} #{}", "", 2 + 2 * depth, base::name_of(node.role), index);
  if (node.level > 0) base::append(out, " level {}", node.level);
  if (node.numbered_list) out += " numbered";
  if (!node.lang.empty()) base::append(out, " lang {}", node.lang);
  if (!node.alt.empty()) base::append(out, " alt {}", quoted(node.alt));
  if (node.link && node.link.index() < document.links.size()) base::append(out, " {}", document.links[node.link.index()].url);
  out += '\n';
}

/// Depth first without recursion: trees come from input.
void dump_structure(Document const& document, std::string& out) {
  std::vector<std::pair<std::size_t, int>> open;
  std::vector<bool> seen(document.structure.size());
  if (!document.structure.empty()) open.emplace_back(0, 0);
  while (!open.empty()) {
    auto const [index, depth] = open.back();
    open.pop_back();
    if (seen[index]) continue;
    seen[index] = true;
    dump_node(document, index, depth, out);
    std::vector<NodeId> const& children = document.structure[index].children;
    for (std::size_t i = children.size(); i-- > 0;) {
      if (children[i] && children[i].index() < document.structure.size()) open.emplace_back(children[i].index(), depth + 1);
    }
  }
}

}  // namespace

std::string dump(Document const& document) {
  std::string out;
  base::append(out, "document {} lang {}\n", quoted(document.metadata.title), document.metadata.lang);
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    Page const& page = document.pages[i];
    base::append(out, "page {} {}x{}\n", i + 1, points(page.size.width), points(page.size.height));
    for (Item const& item : page.items) std::visit(ItemDumper{document, out}, item);
  }
  out += "structure\n";
  dump_structure(document, out);
  if (!document.outline.empty()) out += "outline\n";
  for (OutlineItem const& item : document.outline) {
    base::append(out, "  {} {} page {} y {}\n", item.level, quoted(item.title), item.page + 1, points(item.y));
  }
  return out;
}

}  // namespace resumec::display

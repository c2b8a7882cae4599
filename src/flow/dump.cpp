// `dump --stage=flow`: one block a line, indented; runs below their paragraph, one a line.
#include "flow/document.hpp"

#include <fmt/format.h>

#include <iterator>

namespace resumec::flow {

namespace {

using style::ComputedStyle;

std::string quote(std::string_view text) {
  std::string result = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n') {
      result += "\\n";
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string ratio(Em em) {
  auto const milli = base::Length::divide(static_cast<std::int64_t>(em.raw()) * 1000, Em::one);
  std::string text =
      fmt::format("{}{}.{:03}", milli < 0 ? "-" : "", (milli < 0 ? -milli : milli) / 1000, (milli < 0 ? -milli : milli) % 1000);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string points(base::Length length) { return ratio(Em::raw(static_cast<std::int32_t>(length.raw()))) + "pt"; }

class Dumper {
 public:
  explicit Dumper(Document const& document) : document_{document} {}

  std::string run() {
    auto const& page = document_.page;
    auto const& m = page.metrics;
    line(0, fmt::format("document {} lang={}", quote(document_.metadata.title), document_.metadata.lang));
    if (document_.profile == Profile::Print) line(1, "profile print");
    line(1, fmt::format("page {}x{} margins {} {} {} {} body {}/{}{}", points(m.page_width), points(m.page_height), points(m.margin_top),
                        points(m.margin_right), points(m.margin_bottom), points(m.margin_left), points(m.body_size), points(m.line_height),
                        page.two_columns ? fmt::format(" main {} gap {} side {}", ratio(page.main_share), points(m.column_gap),
                                                       page.side_on_left ? "left" : "right") +
                                               (page.side_on_first_page ? " first-page" : "")
                                         : ""));
    for (auto const& column : document_.columns) {
      constexpr std::string_view roles[] = {"full", "main", "side"};
      line(1, fmt::format("column {}", roles[static_cast<std::size_t>(column.role)]));
      for (auto const& block : column.blocks) dump(block, 2);
    }
    for (auto const& running : document_.running) {
      constexpr std::string_view pages[] = {"first", "later", "all"};
      line(1, fmt::format("{} {}", running.place == RunningPlace::Header ? "header" : "footer",
                          pages[static_cast<std::size_t>(running.pages)]));
      dump(running.block, 2);
    }
    for (std::size_t i = 0; i < document_.styles.size(); ++i) line(1, fmt::format("style s{} {}", i, style(document_.styles[i])));
    return std::move(out_);
  }

 private:
  void line(int depth, std::string_view text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  std::string node(NodeId id) const {
    if (!id) return "none";
    Node const& node = document_.nodes[id.index()];
    std::string text = fmt::format("#{} {}", id.value, base::name_of(node.role));
    if (node.role == Role::Heading) text += fmt::format("{}", node.level);
    if (node.template_id) text += fmt::format(" <{}>", document_.template_names[node.template_id.index()]);
    if (node.slot) text += fmt::format(" .{}", document_.slot_names[node.slot.index()]);
    if (!node.lang.empty() && id.value != 0) text += fmt::format(" lang={}", node.lang);
    if (node.link) text += fmt::format(" -> {}", document_.links[node.link.index()].url);
    return text;
  }

  void dump(Inlines const& inlines, int depth) {
    for (auto const& run : inlines) {
      std::string text;
      switch (run.kind) {
        case InlineKind::Text:
          text = quote(run.text);
          break;
        case InlineKind::HardBreak:
          text = "break";
          break;
        case InlineKind::LineEnd:
          text = "line-end";
          break;
        case InlineKind::PageNumber:
          text = "page-number";
          break;
        case InlineKind::PageCount:
          text = "page-count";
          break;
      }
      line(depth, fmt::format("{} s{} {}{}{}", text, run.style.value, node(run.node), run.generated ? " generated" : "",
                              run.unbreakable ? " unbreakable" : ""));
    }
  }

  void dump(Block const& block, int depth) {
    constexpr std::string_view kinds[] = {"stack", "paragraph", "row", "item", "rule", "columns", "contacts"};
    std::string text = fmt::format("{} {} s{}", kinds[static_cast<std::size_t>(block.kind)], node(block.node), block.style.value);
    if (block.above != 0) text += fmt::format(" above={}", block.above);
    if (block.below != 0) text += fmt::format(" below={}", block.below);
    if (block.kind == BlockKind::Item) text += fmt::format(" indent={}", ratio(block.indent));
    if (block.kind == BlockKind::Columns) text += fmt::format(" count={}", block.column_count);
    if (block.kind == BlockKind::Rule) text += fmt::format(" thickness={}", points(block.thickness));
    if (block.looseness != 0) text += fmt::format(" looseness={}", block.looseness);
    if (block.keep == Keep::WithNext) text += " keep-with-next";
    if (block.keep_together) text += " keep-together";
    constexpr std::string_view breaks[] = {"", " break-avoid", " break-prefer", " break-force"};
    text += breaks[static_cast<std::size_t>(block.break_before)];
    for (ItemId const item : block.items) text += fmt::format(" item{}", item.value);
    line(depth, text);
    if (!block.marker.empty()) {
      line(depth + 1, "marker");
      dump(block.marker, depth + 2);
    }
    dump(block.inlines, depth + 1);
    for (auto const& alternative : block.alternatives) {
      line(depth + 1, fmt::format("alternative cost={}", alternative.cost));
      dump(alternative.inlines, depth + 2);
    }
    for (auto const& child : block.continued) {
      line(depth + 1, "continued");
      dump(child, depth + 2);
    }
    for (auto const& child : block.children) dump(child, depth + 1);
  }

  static std::string style(ComputedStyle const& style) {
    constexpr std::string_view aligns[] = {"left", "center", "right", "justify", "auto"};
    std::string text = fmt::format("{} {} x{} #{:02x}{:02x}{:02x} {}", quote(style.family), style.weight, ratio(style.size),
                                   style.color.red, style.color.green, style.color.blue, aligns[static_cast<std::size_t>(style.align)]);
    if (style.slope == fonts::Slope::Italic) text += " italic";
    if (style.letter_case == style::Case::Upper) text += " upper";
    if (style.caps == style::Caps::Small) text += " small-caps";
    if (style.caps == style::Caps::AllSmall) text += " all-small-caps";
    if (style.figures == style::Figures::Lining) text += " lining";
    if (style.figures == style::Figures::OldStyle) text += " oldstyle";
    if (style.hyphenate != style::Hyphenate::Auto) text += style.hyphenate == style::Hyphenate::On ? " hyphenate" : " no-hyphens";
    if (style.tabular) text += " tabular";
    if (!style.ligatures) text += " no-ligatures";
    if (style.tracking != Em{}) text += fmt::format(" tracking={}", ratio(style.tracking));
    if (style.script == style::Script::Super) text += " super";
    if (style.script == style::Script::Sub) text += " sub";
    if (style.underline) text += " underline";
    if (style.strike) text += " strike";
    if (style.leading_16ths != 16) text += fmt::format(" leading={}", style.leading_16ths);
    if (style.indent != Em{}) text += fmt::format(" indent={}", ratio(style.indent));
    return text + fmt::format(" lang={}", style.lang);
  }

  Document const& document_;
  std::string out_;
};

}  // namespace

std::string dump(Document const& document) { return Dumper{document}.run(); }

}  // namespace resumec::flow

#include "driver/input_digest.hpp"

#include "driver/byte_writer.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

namespace resumec::driver {

namespace {

// Every member of every type of the flow document. A new member makes the binding refuse to compile: add it to the list, unless no backend
// can tell two documents apart that differ in it alone (spans).
auto parts(style::Metrics const& value) {
  auto const& [body, line, width, height, top, right, bottom, left, gap, gaps] = value;
  return std::tie(body, line, width, height, top, right, bottom, left, gap, gaps);
}
auto parts(base::Color const& value) {
  auto const& [red, green, blue] = value;
  return std::tie(red, green, blue);
}
auto parts(style::ComputedStyle const& value) {
  auto const& [family, weight, slope, size, color, letter_case, caps, figures, tabular, ligatures, tracking, script, underline, strike,
               lang, align, hyphenate, leading, above, below, indent] = value;
  return std::tie(family, weight, slope, size, color, letter_case, caps, figures, tabular, ligatures, tracking, script, underline, strike,
                  lang, align, hyphenate, leading, above, below, indent);
}
auto parts(flow::Node const& value) {
  auto const& [parent, role, level, template_id, slot, span, lang, alt, link, numbered] = value;
  return std::tie(parent, role, level, template_id, slot, lang, alt, link, numbered);
}
auto parts(flow::LinkTarget const& value) {
  auto const& [url, description, span] = value;
  return std::tie(url, description);
}
auto parts(flow::Inline const& value) {
  auto const& [kind, node, style, text, span, generated, unbreakable] = value;
  return std::tie(kind, node, style, text, generated, unbreakable);
}
auto parts(flow::Alternative const& value) {
  auto const& [inlines, cost] = value;
  return std::tie(inlines, cost);
}
auto parts(flow::Block const& value) {
  auto const& [kind, node, style, children, inlines, looseness, marker, indent, above, below, keep, keep_together, break_before,
               alternatives, items, continued, thickness, columns] = value;  // what could be left out prints nothing
  return std::tie(kind, node, style, children, inlines, looseness, marker, indent, above, below, keep, keep_together, break_before,
                  alternatives, continued, thickness, columns);
}
auto parts(flow::Column const& value) {
  auto const& [role, blocks] = value;
  return std::tie(role, blocks);
}
auto parts(flow::Running const& value) {
  auto const& [place, pages, block] = value;
  return std::tie(place, pages, block);
}
auto parts(flow::PageSetup const& value) {
  auto const& [metrics, two_columns, main_share, side_on_left, side_on_first_page] = value;
  return std::tie(metrics, two_columns, main_share, side_on_left, side_on_first_page);
}
auto parts(flow::Metadata const& value) {
  auto const& [title, author, subject, lang, keywords] = value;
  return std::tie(title, author, subject, lang, keywords);
}
auto parts(flow::Document const& value) {
  auto const& [nodes, styles, links, template_names, slot_names, columns, running, page, profile, divisions, metadata] = value;
  return std::tie(nodes, styles, links, template_names, slot_names, columns, running, page, profile, divisions, metadata);
}

/// Writes the flow document: lists with their lengths, types member by member.
class Writer {
 public:
  template <class T>
  void add(T const& value) {
    if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
      bytes_.number(static_cast<std::uint64_t>(value));
    } else if constexpr (requires { value.raw(); }) {
      add(value.raw());
    } else if constexpr (requires { value.value; }) {
      add(value.value);
    } else {
      std::apply([this](auto const&... part) { (this->add(part), ...); }, parts(value));
    }
  }
  void add(std::string const& text) { bytes_.text(text); }
  template <class T>
  void add(std::vector<T> const& list) {
    add(list.size());
    for (auto const& item : list) add(item);
  }

  std::string const& bytes() const { return bytes_.bytes(); }

 private:
  ByteWriter bytes_;
};

}  // namespace

base::Digest input_digest(flow::Document const& flow, Inputs const& inputs) {
  Writer writer;
  writer.add(flow);
  writer.add(inputs.date.has_value());
  writer.add(inputs.date.value_or(0));
  writer.add(inputs.freeze_lines);
  auto const contents = base::digest(writer.bytes());
  base::Digest digest;
  auto const program = program_fingerprint();
  for (std::size_t i = 0; i < 4; ++i) digest[i] = static_cast<std::uint8_t>(program >> (24 - 8 * i));
  std::copy_n(inputs.fonts.begin(), 4, digest.begin() + 4);
  std::copy_n(contents.begin(), 8, digest.begin() + 8);
  clear_silent(digest);
  return digest;
}

}  // namespace resumec::driver

#include "style/xml_tree.hpp"

#include "diag/report.hpp"
#include "style/xml_scan.hpp"

#include <pugixml.hpp>

#include <algorithm>

namespace resumec::style {

namespace {

/// Walks both in the order of start tags. False where they disagree, which a correct scan rules out.
bool join(pugi::xml_node node, std::vector<ScannedTag> const& tags, std::size_t& next, XmlElement& element) {
  if (next == tags.size() || tags[next].name != node.name()) return false;
  ScannedTag const& tag = tags[next++];
  element.name = node.name();
  element.span = tag.span;
  for (auto const& scanned : tag.attributes) {
    auto const attribute = node.attribute(std::string{scanned.name}.c_str());
    element.attributes.push_back({std::string{scanned.name}, attribute.value(), scanned.name_span, scanned.value_span});
  }
  for (auto const child : node.children()) {
    if (child.type() == pugi::node_element) {
      element.children.emplace_back();
      if (!join(child, tags, next, element.children.back())) return false;
    } else if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      element.text += child.value();
    }
  }
  return true;
}

}  // namespace

XmlAttribute const* XmlElement::find(std::string_view attribute) const {
  auto const found = std::find_if(attributes.begin(), attributes.end(), [&](XmlAttribute const& a) { return a.name == attribute; });
  return found == attributes.end() ? nullptr : &*found;
}

std::optional<XmlElement> read_xml(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  auto const scan = scan_xml(source, text, diagnostics);
  if (!scan.well_formed) return std::nullopt;
  pugi::xml_document document;
  constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  auto const parsed = document.load_buffer(text.data(), text.size(), options, pugi::encoding_utf8);
  XmlElement root;
  std::size_t next = 0;
  if (parsed && join(document.document_element(), scan.tags, next, root)) return root;
  auto const offset = static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(parsed.offset, 0, static_cast<std::ptrdiff_t>(text.size())));
  diag::report<diag::Kind::XmlSyntax>(diagnostics, Span{source, offset, offset}, parsed.description());
  return std::nullopt;
}

}  // namespace resumec::style

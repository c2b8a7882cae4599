// The structure tree: which element each node becomes, which marked content it owns, in which order a reader meets it.
// Two steps: elements are planned before the pages are written (a page must know whether content is tagged or an artifact),
// and written after them, when content and links are known.
//
// Holds: only standard structure types; an element's kids are in placement order; elements without content are left out;
// marked content, ParentTree and elements name each other consistently.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "backend/pdf/units.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace resumec::backend::pdf {

using ElementId = base::Id<struct ElementTag>;

class Structure {
 public:
  explicit Structure(display::Document const& document);

  /// The element that content of that node belongs to; none for artifacts.
  ElementId owner(base::NodeId node) const;
  /// The structure type of an element: "P", "H1".
  std::string_view type(ElementId element) const;

  /// A new marked-content sequence of an element on a page, next in placement order; gives its MCID on that page.
  std::uint32_t add_content(ElementId element, std::uint32_t page);
  /// A part of the area that a figure covers on its page.
  void add_extent(ElementId element, Box const& box);
  /// A link annotation; gives its key in the ParentTree. `element` is the owner of the area's node.
  std::uint32_t add_link(ElementId element, std::uint32_t page, haru::Dict annotation);

  /// Writes StructTreeRoot, elements and ParentTree. `pages` are all pages, top to bottom.
  void write(haru::Doc& doc, std::span<haru::Dict const> pages) const;

 private:
  struct Element {
    base::NodeId node;
    ElementId parent;
    std::string_view type;
    std::string_view lang;  ///< where it differs from the parent's
    std::vector<ElementId> children;
    std::vector<std::uint32_t> contents, links;
    std::optional<Box> extent;
  };
  struct MarkedContent {
    ElementId element;
    std::uint32_t page = 0, mcid = 0;
    std::uint32_t order = 0;  ///< among all content and links of the document
  };
  struct LinkAnnotation {
    ElementId element;
    std::uint32_t page = 0, order = 0;
    haru::Dict annotation;
  };
  ElementId add_element(base::NodeId node, ElementId parent, std::string_view type, std::string_view lang);
  struct Output;
  void write_element(std::uint32_t index, Output const& output) const;
  void write_kids(std::uint32_t index, Output const& output) const;
  void write_attributes(std::uint32_t index, Output const& output) const;
  void write_parent_tree(haru::Doc& doc, haru::Dict root, Output const& output) const;

  display::Document const& document_;
  std::vector<ElementId> owners_;  ///< by NodeId
  std::vector<Element> elements_;  ///< a parent comes before its children
  std::vector<MarkedContent> contents_;
  std::vector<LinkAnnotation> links_;
  std::vector<std::vector<ElementId>> page_contents_;  ///< by page, then MCID
  std::uint32_t order_ = 0;
};

}  // namespace resumec::backend::pdf

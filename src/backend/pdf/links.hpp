// Link annotations of one page: what is clickable, and what a screen reader says of it.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "backend/pdf/structure.hpp"
#include "display/document.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::backend::pdf {

/// A URI holds ASCII only (ISO 32000-1, 12.6.4.7): everything else is percent-encoded. What is encoded already stays.
std::string to_uri(std::string_view url);

class LinkWriter {
 public:
  LinkWriter(haru::Doc& doc, display::Document const& document, Structure& structure, std::uint32_t page, base::Length page_height);
  /// Areas of artifacts are left out: an annotation must have a place in the structure tree.
  void add(display::LinkArea const& area);
  /// Lists the annotations in the page.
  void finish(haru::Dict page);

 private:
  haru::Doc& doc_;
  display::Document const& document_;
  Structure& structure_;
  std::uint32_t page_;
  base::Length page_height_;
  std::vector<haru::Dict> annotations_;
};

}  // namespace resumec::backend::pdf

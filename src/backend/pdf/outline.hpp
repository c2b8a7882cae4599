// Bookmarks: a tree from a list of titles with levels.
#pragma once

#include "backend/pdf/haru/doc.hpp"
#include "display/document.hpp"

#include <span>

namespace resumec::backend::pdf {

/// `pages` are all pages, `heights` theirs. Items on pages that do not exist, or without a title, are left out.
void write_outline(haru::Doc& doc, std::span<display::OutlineItem const> items, std::span<haru::Dict const> pages,
                   std::span<base::Length const> heights);

}  // namespace resumec::backend::pdf

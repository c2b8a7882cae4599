// A structure checker: do marked content, ParentTree, elements and annotations name each other, and is the tree one that
// ISO 14289-1 allows?
#pragma once

#include "unit/backend_pdf/pdf_file.hpp"

#include <string>
#include <vector>

namespace resumec::testing {

/// What is wrong, one sentence a problem; empty if nothing is.
std::vector<std::string> structure_problems(PdfObjects const& objects);

/// The tree in one line: "Document(H1 P(Link))". Kids that are content are left out.
std::string structure_outline(PdfObjects const& objects);

}  // namespace resumec::testing

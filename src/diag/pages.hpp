// The pages of docs/diagnostics, compiled in by embed_pages.cmake.
#pragma once

#include <span>
#include <string_view>

namespace resumec::diag {

struct Page {
  std::string_view kind, text;
};

std::span<Page const> pages();

}  // namespace resumec::diag

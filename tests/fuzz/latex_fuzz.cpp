// Any bytes → escaped text that TeX prints and does not obey; addresses, PDF strings and comments that stay what they are.
#include "backend/latex/escape.hpp"
#include "support/tex_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using resumec::backend::latex::Escaper;
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  resumec::Diagnostics diagnostics;
  Escaper escaper{diagnostics};
  resumec::Span const span{resumec::SourceId{1}, 0, static_cast<std::uint32_t>(size)};
  require(resumec::testing::read_tex(escaper.text(text, span)).has_value());
  // The second half of a paragraph, as another piece.
  require(resumec::testing::read_tex("x" + escaper.text(text.substr(size / 2), span)).has_value());
  require(resumec::testing::is_balanced(escaper.pdf_string(text)));
  require(Escaper::comment(text).find_first_of("\n\r") == std::string::npos);
  require(Escaper::url(text).find_first_of("{}^\"`<>| \n") == std::string::npos);
  return 0;
}

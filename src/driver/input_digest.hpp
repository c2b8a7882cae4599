// What a document was made from, in sixteen bytes: the program and its libraries, the fonts, and the flow document, which is all that
// layout and backends read of a résumé. What does not reach the flow (comments, the order of unrelated keys, other variants) does not
// change it.
#pragma once

#include "base/hash.hpp"
#include "flow/document.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace resumec::driver {

/// The libraries that bytes depend on, `harfbuzz:6.0.0,…`: as they say themselves when the program runs, else as it was built.
std::string libraries();

/// Of the program's version and its libraries, by themselves: the first half of what `resumec --version` prints.
std::uint32_t program_fingerprint();

struct Inputs {
  base::Digest fonts{};              ///< fonts::FontDigests
  std::optional<std::int64_t> date;  ///< of the PDF
  bool freeze_lines = false;         ///< of LaTeX
};

/// Four bytes of the program, four of the fonts, eight of the flow document. The last bit is clear.
base::Digest input_digest(flow::Document const& flow, Inputs const& inputs);

/// The last bit: laying out had nothing to say, so that an output that has the digest need not be laid out again.
inline void mark_silent(base::Digest& digest) { digest.back() |= 1U; }
inline void clear_silent(base::Digest& digest) { digest.back() &= 0xFEU; }

inline bool same_program(base::Digest const& a, base::Digest const& b) { return std::equal(a.begin(), a.begin() + 4, b.begin()); }
inline bool same_fonts(base::Digest const& a, base::Digest const& b) { return std::equal(a.begin() + 4, a.begin() + 8, b.begin() + 4); }
/// The flow document: the source, the layout and the options, as far as they reach it.
inline bool same_contents(base::Digest a, base::Digest b) {
  clear_silent(a);
  clear_silent(b);
  return std::equal(a.begin() + 8, a.end(), b.begin() + 8);
}

}  // namespace resumec::driver

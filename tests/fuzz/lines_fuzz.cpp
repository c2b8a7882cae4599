// Any text in any measure → lines that keep all of it. The first four bytes are the column's width, the alignment, hyphenation and
// language.
#include "display/document.hpp"
#include "unicode/unicode.hpp"
#include "unit/layout/flow_builder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

/// What a source can hold: UTF-8 in NFC, without the control characters that reading refuses.
std::string text_of(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    resumec::unicode::CodePoint const point = resumec::unicode::decode_at(bytes, at);
    at = point.end;
    if (point.value >= 0x20 && point.value != 0x7F) resumec::unicode::append(text, point.value);
  }
  return resumec::unicode::to_nfc(text);
}

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD")) text.erase(at, 2);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  using namespace resumec;
  using namespace resumec::layout::testing;
  constexpr std::size_t knobs = 4;
  if (size < knobs || size > 4096) return 0;
  std::string const text = text_of({reinterpret_cast<char const*>(data) + knobs, size - knobs});
  FlowBuilder flow;
  flow.document.page.metrics.page_width = Length::pt(44 + 3 * data[0]);
  flow.document.page.metrics.page_height = Length::pt(100'000);
  constexpr std::string_view languages[] = {"en", "de", "fr", "ja", "ru", "he"};
  base::StyleId const style = flow.style([&](auto& made) {
    made.align = static_cast<style::Align>(data[1] % 5);
    made.hyphenate = static_cast<style::Hyphenate>(data[2] % 3);
    made.lang = languages[data[3] % std::size(languages)];
    made.indent = Em::milli(data[3] % 7 * 1000);
  });
  flow.add(flow.paragraph(text, style));
  static Press press;  // fonts are opened once
  press.diagnostics = {};
  display::Document const document = press.lay_out(flow);
  require(!document.pages.empty());
  // A character without a font is reported and missing: the others stay, in their order.
  std::string const kept = display::reading_order_text(document);
  std::string const expected = without_soft_hyphens(text);
  if (press.diagnostics.empty() && !kept.empty()) require(kept == expected + "\n");
  return 0;
}

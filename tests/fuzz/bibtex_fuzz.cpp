// Any bytes → records, texts, entries: no crash, places inside the source, and Markdown that prints the letters which the plain form has.
#include "importers/importer.hpp"
#include "source/decode.hpp"
#include "support/fuzz_bytes.hpp"
#include "syntax/bibtex.hpp"
#include "syntax/inline.hpp"
#include "syntax/latex_text.hpp"

#include <string>
#include <string_view>

namespace {

using namespace resumec;
using namespace resumec::syntax;
using resumec::testing::require;

void check(MappedText const& text, std::size_t size) {
  auto const inside = [size](Span const& span) { return span.begin <= span.end && span.end <= size; };
  require(inside(text.span));
  require(inside(text.at(0, text.text.size())));
  require(inside(text.at(text.text.size() / 3, text.text.size() / 2)));
}

std::string without_blanks(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') continue;
    if (text.substr(i, 2) == "\u00A0") {
      ++i;
      continue;
    }
    letters += text[i];
  }
  return letters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  SourceId const source{1};
  Diagnostics findings;
  if (!source::check_text(source, "fuzz", text, findings)) return 0;
  Node const records = read_bibtex(source, text, findings);
  require(dump(records) == dump(read_bibtex(source, text, findings)));
  for (Node const& record : records.items) {
    require(record.is_map() && record.find(bib_type));
    for (Member const& member : record.members) {
      check(member.value.scalar, size);
      auto const literal = from_latex(member.value.scalar, LatexTo::Literal, findings);
      auto const line = from_latex(member.value.scalar, LatexTo::Line, findings);
      auto const paragraphs = from_latex(member.value.scalar, LatexTo::Paragraphs, findings);
      check(literal, size);
      check(line, size);
      check(paragraphs, size);
      parse_blocks(paragraphs, findings);
      // An address that stands in a text reaches as far as Markdown lets it, over marks as well.
      if (literal.text.find("//") != std::string::npos || literal.text.find("www.") != std::string::npos) continue;
      require(without_blanks(plain_text(parse_inlines(line, findings).inlines)) == without_blanks(literal.text));
    }
  }
  importers::import_bibtex(records, findings);
  for (auto const& found : findings) require(found.span.begin <= found.span.end && found.span.end <= size);
  return 0;
}

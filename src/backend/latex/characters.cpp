#include "backend/latex/characters.hpp"

#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace resumec::backend::latex {

namespace {

struct Range {
  char32_t first, last;
};

struct Named {
  char32_t character;
  std::string_view tex;
};

/// In the encodings T1 and TS1 and in every text font worth the name. Of letters with accents those that T1 has a place for: pdflatex
/// builds the others of two glyphs, and a reader of the PDF would find both.
constexpr Range text_ranges[] = {{0xA1, 0xAC},     {0xAE, 0xB1},     {0xB4, 0xB4},     {0xB6, 0xB7},     {0xBA, 0xFF},     {0x102, 0x107},
                                 {0x10C, 0x10F},   {0x111, 0x111},   {0x118, 0x11B},   {0x11E, 0x11F},   {0x130, 0x131},   {0x139, 0x13A},
                                 {0x13D, 0x13E},   {0x141, 0x144},   {0x147, 0x148},   {0x14A, 0x14B},   {0x150, 0x155},   {0x158, 0x15B},
                                 {0x15E, 0x165},   {0x16E, 0x171},   {0x178, 0x17E},   {0x2013, 0x2014}, {0x2018, 0x201A}, {0x201C, 0x201E},
                                 {0x2020, 0x2022}, {0x2030, 0x2030}, {0x2039, 0x203A}, {0x20AC, 0x20AC}, {0x2122, 0x2122}};

/// Signs that pdflatex makes of others, takes from a Greek letter, or gives no code of their own in the PDF.
/// The cedilla of Latvian letters is a comma.
constexpr Named composed[] = {{0xB2, "\\texttwosuperior{}"},
                              {0xB3, "\\textthreesuperior{}"},
                              {0xB5, "\\textmu{}"},
                              {0xB9, "\\textonesuperior{}"},
                              {0x110, "\\DJ{}"},
                              {0x122, "\\resumebelow\\textcommabelow{G}"},
                              {0x123, "\\resumebelow\\textcommaabove{g}"},
                              {0x132, "\\IJ{}"},
                              {0x133, "\\ij{}"},
                              {0x136, "\\resumebelow\\textcommabelow{K}"},
                              {0x137, "\\resumebelow\\textcommabelow{k}"},
                              {0x13B, "\\resumebelow\\textcommabelow{L}"},
                              {0x13C, "\\resumebelow\\textcommabelow{l}"},
                              {0x145, "\\resumebelow\\textcommabelow{N}"},
                              {0x146, "\\resumebelow\\textcommabelow{n}"},
                              {0x156, "\\resumebelow\\textcommabelow{R}"},
                              {0x157, "\\resumebelow\\textcommabelow{r}"},
                              {0x2026, "\\textellipsis{}"}};

/// In the encodings LGR and T2A.
constexpr Range greek_ranges[] = {{0x386, 0x386},   {0x388, 0x38A},   {0x38C, 0x38C},   {0x38E, 0x3A1},   {0x3A3, 0x3CE},
                                  {0x1F00, 0x1F15}, {0x1F18, 0x1F1D}, {0x1F20, 0x1F45}, {0x1F48, 0x1F4D}, {0x1F50, 0x1F57},
                                  {0x1F59, 0x1F59}, {0x1F5B, 0x1F5B}, {0x1F5D, 0x1F5D}, {0x1F5F, 0x1F7D}, {0x1F80, 0x1FB4},
                                  {0x1FB6, 0x1FBC}, {0x1FC2, 0x1FC4}, {0x1FC6, 0x1FCC}, {0x1FD0, 0x1FD3}, {0x1FD6, 0x1FDB},
                                  {0x1FE0, 0x1FEC}, {0x1FF2, 0x1FF4}, {0x1FF6, 0x1FFC}};
constexpr Range cyrillic_ranges[] = {{0x401, 0x40C}, {0x40E, 0x44F}, {0x451, 0x45C}, {0x45E, 0x45F}, {0x490, 0x493},
                                     {0x496, 0x49B}, {0x4A0, 0x4A3}, {0x4AE, 0x4B1}, {0x4D8, 0x4D9}, {0x4E8, 0x4E9}};

template <std::size_t N>
bool in(Range const (&ranges)[N], char32_t c) {
  auto const* const after =
      std::upper_bound(std::begin(ranges), std::end(ranges), c, [](char32_t value, Range r) { return value < r.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

/// Blanks and invisible characters that TeX has its own words for.
constexpr Named written[] = {{0xA0, "~"},
                             {0xAD, "\\-"},
                             {0x2002, "\\enspace{}"},
                             {0x2003, "\\quad{}"},
                             {0x2009, "\\resumethinspace{}"},
                             {0x200A, "\\resumethinspace{}"},
                             {0x200B, "\\resumeallowbreak{}"},
                             {0x200C, "\\resumesplit{}"},
                             {0x2010, "-"},
                             {0x2011, "\\mbox{-}"},
                             {0x202F, "\\resumenarrowspace{}"},
                             {0x2060, "\\nobreak{}"},
                             {0xFEFF, "\\nobreak{}"}};

constexpr Named math_symbols[] = {{0x2016, "\\|"},
                                  {0x2032, "{}'"},
                                  {0x2033, "{}''"},
                                  {0x210F, "\\hbar"},
                                  {0x2111, "\\Im"},
                                  {0x2113, "\\ell"},
                                  {0x2118, "\\wp"},
                                  {0x211C, "\\Re"},
                                  {0x2135, "\\aleph"},
                                  {0x2190, "\\leftarrow"},
                                  {0x2191, "\\uparrow"},
                                  {0x2192, "\\rightarrow"},
                                  {0x2193, "\\downarrow"},
                                  {0x2194, "\\leftrightarrow"},
                                  {0x2195, "\\updownarrow"},
                                  {0x2196, "\\nwarrow"},
                                  {0x2197, "\\nearrow"},
                                  {0x2198, "\\searrow"},
                                  {0x2199, "\\swarrow"},
                                  {0x21A6, "\\mapsto"},
                                  {0x21D0, "\\Leftarrow"},
                                  {0x21D2, "\\Rightarrow"},
                                  {0x21D4, "\\Leftrightarrow"},
                                  {0x2200, "\\forall"},
                                  {0x2202, "\\partial"},
                                  {0x2203, "\\exists"},
                                  {0x2205, "\\emptyset"},
                                  {0x2206, "\\Delta"},
                                  {0x2207, "\\nabla"},
                                  {0x2208, "\\in"},
                                  {0x2209, "\\notin"},
                                  {0x220B, "\\ni"},
                                  {0x220F, "\\prod"},
                                  {0x2211, "\\sum"},
                                  {0x2212, "-"},
                                  {0x2213, "\\mp"},
                                  {0x2217, "\\ast"},
                                  {0x2218, "\\circ"},
                                  {0x2219, "\\bullet"},
                                  {0x221A, "\\surd"},
                                  {0x221D, "\\propto"},
                                  {0x221E, "\\infty"},
                                  {0x2220, "\\angle"},
                                  {0x2223, "\\mid"},
                                  {0x2225, "\\parallel"},
                                  {0x2227, "\\wedge"},
                                  {0x2228, "\\vee"},
                                  {0x2229, "\\cap"},
                                  {0x222A, "\\cup"},
                                  {0x222B, "\\int"},
                                  {0x223C, "\\sim"},
                                  {0x2243, "\\simeq"},
                                  {0x2245, "\\cong"},
                                  {0x2248, "\\approx"},
                                  {0x2260, "\\neq"},
                                  {0x2261, "\\equiv"},
                                  {0x2264, "\\leq"},
                                  {0x2265, "\\geq"},
                                  {0x226A, "\\ll"},
                                  {0x226B, "\\gg"},
                                  {0x2282, "\\subset"},
                                  {0x2283, "\\supset"},
                                  {0x2286, "\\subseteq"},
                                  {0x2287, "\\supseteq"},
                                  {0x2295, "\\oplus"},
                                  {0x2297, "\\otimes"},
                                  {0x22A2, "\\vdash"},
                                  {0x22A5, "\\perp"},
                                  {0x22C5, "\\cdot"},
                                  {0x22C6, "\\star"},
                                  {0x22EF, "\\cdots"},
                                  {0x2308, "\\lceil"},
                                  {0x2309, "\\rceil"},
                                  {0x230A, "\\lfloor"},
                                  {0x230B, "\\rfloor"},
                                  {0x25A0, "\\blacksquare"},
                                  {0x25A1, "\\square"},
                                  {0x25B2, "\\blacktriangle"},
                                  {0x25B3, "\\triangle"},
                                  {0x25B6, "\\blacktriangleright"},
                                  {0x25B8, "\\blacktriangleright"},
                                  {0x25BC, "\\blacktriangledown"},
                                  {0x25C0, "\\blacktriangleleft"},
                                  {0x25C6, "\\blacklozenge"},
                                  {0x25CA, "\\lozenge"},
                                  {0x25CB, "\\bigcirc"},
                                  {0x25CF, "\\bullet"},
                                  {0x25E6, "\\circ"},
                                  {0x2605, "\\bigstar"},
                                  {0x2606, "\\star"},
                                  {0x2660, "\\spadesuit"},
                                  {0x2661, "\\heartsuit"},
                                  {0x2662, "\\diamondsuit"},
                                  {0x2663, "\\clubsuit"},
                                  {0x266D, "\\flat"},
                                  {0x266E, "\\natural"},
                                  {0x266F, "\\sharp"},
                                  {0x2713, "\\checkmark"},
                                  {0x27E8, "\\langle"},
                                  {0x27E9, "\\rangle"},
                                  {0x27F6, "\\longrightarrow"},
                                  {0x2A7D, "\\leqslant"},
                                  {0x2A7E, "\\geqslant"}};

/// Letterlike symbols that the mathematical alphabets leave out: where they stand in an alphabet.
constexpr Named alphabet_holes[] = {
    {0x2102, "\\mathbb{C}"},  {0x210B, "\\mathcal{H}"}, {0x210C, "\\mathfrak{H}"}, {0x210D, "\\mathbb{H}"},  {0x2110, "\\mathcal{I}"},
    {0x2112, "\\mathcal{L}"}, {0x2115, "\\mathbb{N}"},  {0x2119, "\\mathbb{P}"},   {0x211A, "\\mathbb{Q}"},  {0x211B, "\\mathcal{R}"},
    {0x211D, "\\mathbb{R}"},  {0x2124, "\\mathbb{Z}"},  {0x2128, "\\mathfrak{Z}"}, {0x212C, "\\mathcal{B}"}, {0x2130, "\\mathcal{E}"},
    {0x2131, "\\mathcal{F}"}, {0x2133, "\\mathcal{M}"}};

/// U+1D400 and on: alphabets of 52 letters each, capitals first. Empty: no font of pdflatex has the small letters.
struct Alphabet {
  std::string_view capital, small;
};
constexpr Alphabet alphabets[] = {
    {"mathbf", "mathbf"},     {"mathit", "mathit"}, {"boldsymbol", "boldsymbol"}, {"mathcal", ""},      {"mathcal", ""},
    {"mathfrak", "mathfrak"}, {"mathbb", ""},       {"mathfrak", "mathfrak"},     {"mathsf", "mathsf"}, {"mathsf", "mathsf"},
    {"mathsf", "mathsf"},     {"mathsf", "mathsf"}, {"mathtt", "mathtt"}};
constexpr char32_t first_alphabet = 0x1D400, first_math_digit = 0x1D7CE, last_math_digit = 0x1D7FF;
constexpr std::string_view digit_alphabets[] = {"mathbf", "mathbb", "mathsf", "mathsf", "mathtt"};

/// Combining marks that LaTeX has an accent for.
constexpr Named accents[] = {{0x300, "`"},
                             {0x301, "'"},
                             {0x302, "^"},
                             {0x303, "~"},
                             {0x304, "="},
                             {0x306, "u"},
                             {0x307, "."},
                             {0x308, "\""},
                             {0x30A, "r"},
                             {0x30B, "H"},
                             {0x30C, "v"},
                             {0x323, "d"},
                             {0x326, "textcommabelow"},
                             {0x327, "c"},
                             {0x328, "k"},
                             {0x331, "b"}};

/// Raised and lowered figures, and fractions of two figures, through mathematics.
constexpr Named figures[] = {
    {0xBC, "{}^1\\!/_4"},   {0x2070, "{}^0"},       {0x2074, "{}^4"},       {0x2075, "{}^5"},       {0x2076, "{}^6"},
    {0x2077, "{}^7"},       {0x2078, "{}^8"},       {0x2079, "{}^9"},       {0x207A, "{}^+"},       {0x207B, "{}^-"},
    {0x207F, "{}^n"},       {0x2080, "{}_0"},       {0x2081, "{}_1"},       {0x2082, "{}_2"},       {0x2083, "{}_3"},
    {0x2084, "{}_4"},       {0x2085, "{}_5"},       {0x2086, "{}_6"},       {0x2087, "{}_7"},       {0x2088, "{}_8"},
    {0x2089, "{}_9"},       {0x208A, "{}_+"},       {0x208B, "{}_-"},       {0x2153, "{}^1\\!/_3"}, {0x2154, "{}^2\\!/_3"},
    {0x215B, "{}^1\\!/_8"}, {0x215C, "{}^3\\!/_8"}, {0x215D, "{}^5\\!/_8"}, {0x215E, "{}^7\\!/_8"}};

template <std::size_t N>
std::string_view find(Named const (&table)[N], char32_t c) {
  auto const* const found =
      std::lower_bound(std::begin(table), std::end(table), c, [](Named n, char32_t value) { return n.character < value; });
  return found != std::end(table) && found->character == c ? found->tex : std::string_view{};
}

bool is_below(char32_t mark) { return mark == 0x323 || (mark >= 0x326 && mark <= 0x328) || mark == 0x331; }

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

bool is_combining(char32_t c) { return unicode::script_of(c) == "Zinh" && !unicode::is_default_ignorable(c); }

/// Unassigned, private use, noncharacters, surrogates: the database has no name for them.
bool has_no_meaning(char32_t c) {
  return (c >= 0xD800 && c <= 0xF8FF) || c >= 0xF0000 || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
         unicode::script_of(c) == "Zzzz";
}

std::string lower_case(std::string_view tag) {
  std::string result{tag};
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

}  // namespace

bool has_pdftex_encoding(std::string_view script) { return script == "greek" || script == "cyrillic"; }

std::string accented(char32_t character) {
  std::string text;
  unicode::append(text, character);
  auto const decomposed = unicode::to_nfd(text);
  std::string result;
  for (std::size_t at = 0; at < decomposed.size();) {
    auto const point = unicode::decode_at(decomposed, at);
    at = point.end;
    if (result.empty()) {
      if (point.value >= 0x80) return {};
      result = static_cast<char>(point.value);
      continue;
    }
    auto const accent = find(accents, point.value);
    if (accent.empty()) return {};
    bool const alone_below = is_below(point.value) && result.size() == 1 && at == decomposed.size();
    result = fmt::format("{}\\{}{{{}}}", alone_below ? "\\resumebelow" : "", accent, result);
  }
  return result.size() > 1 ? result : std::string{};
}

std::string mathematics(char32_t c) {
  if (auto const symbol = find(math_symbols, c); !symbol.empty()) return std::string{symbol};
  if (auto const letter = find(alphabet_holes, c); !letter.empty()) return std::string{letter};
  if (auto const figure = find(figures, c); !figure.empty()) return std::string{figure};
  if (c >= first_alphabet && c < first_alphabet + 52 * std::size(alphabets)) {
    auto const index = c - first_alphabet;
    auto const& alphabet = alphabets[index / 52];
    bool const capital = index % 52 < 26;
    auto const name = capital ? alphabet.capital : alphabet.small;
    if (name.empty()) return {};
    return fmt::format("\\{}{{{}}}", name, static_cast<char>((capital ? 'A' : 'a') + index % 26));
  }
  if (c >= first_math_digit && c <= last_math_digit) {
    auto const index = c - first_math_digit;
    return fmt::format("\\{}{{{}}}", digit_alphabets[index / 10], static_cast<char>('0' + index % 10));
  }
  return {};
}

std::string_view package_of(std::string_view tex) {
  constexpr std::string_view symbols[] = {"\\square",   "\\black",    "\\lozenge", "\\bigstar", "\\checkmark",
                                          "\\leqslant", "\\geqslant", "\\mathbb",  "\\mathfrak"};
  auto const has = [&](std::string_view command) { return tex.find(command) != std::string_view::npos; };
  if (has("\\boldsymbol")) return "amsbsy";
  return std::any_of(std::begin(symbols), std::end(symbols), has) ? "amssymb" : std::string_view{};
}

Character classify(char32_t c) {
  using enum CharacterKind;
  if (c == U'\t') return {Written, " "};
  if (is_control(c) || has_no_meaning(c)) return {Unprintable, {}};
  if (c < 0x80) return {Ascii, {}};
  if (auto const tex = find(written, c); !tex.empty()) return {Written, std::string{tex}};
  if (in(text_ranges, c)) return {Text, {}};
  if (unicode::is_space(c)) return {Written, "\\space{}"};
  if (unicode::is_default_ignorable(c)) return {Ignored, {}};
  if (is_combining(c)) return {Joining, {}};
  if (in(greek_ranges, c)) return {Script, "greek"};
  if (in(cyrillic_ranges, c)) return {Script, "cyrillic"};
  if (auto const tex = find(composed, c); !tex.empty()) return {Declared, std::string{tex}};
  if (auto tex = mathematics(c); !tex.empty()) return {Declared, fmt::format("\\ensuremath{{{}}}", tex)};
  if (auto tex = accented(c); !tex.empty()) return {Declared, std::move(tex)};
  auto const script = unicode::script_of(c);
  if (script == "Latn" || script == "Zyyy") return {Declared, {}};
  return {Script, lower_case(script)};
}

}  // namespace resumec::backend::latex

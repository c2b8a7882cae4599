// HTML entities, numeric and the named ones of Latin-1 and of typography. Others stay as written.
#include "syntax/inline_parts.hpp"
#include "unicode/unicode.hpp"

#include <array>
#include <charconv>

namespace resumec::syntax {

namespace {

// U+00A0 to U+00FF in order (HTML 4 §24.2.1).
constexpr std::array<std::string_view, 96> latin1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",   "laquo",
    "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",  "para",   "middot",
    "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",
    "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
  std::string_view name;
  char32_t value;
};
constexpr std::array<Named, 34> others{{{"amp", '&'},      {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
                                        {"ndash", 0x2013}, {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
                                        {"ldquo", 0x201C}, {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"dagger", 0x2020}, {"Dagger", 0x2021},
                                        {"bull", 0x2022},  {"hellip", 0x2026}, {"prime", 0x2032},  {"lsaquo", 0x2039}, {"rsaquo", 0x203A},
                                        {"euro", 0x20AC},  {"trade", 0x2122},  {"larr", 0x2190},   {"rarr", 0x2192},   {"minus", 0x2212},
                                        {"infin", 0x221E}, {"asymp", 0x2248},  {"ne", 0x2260},     {"le", 0x2264},     {"ge", 0x2265},
                                        {"ensp", 0x2002},  {"emsp", 0x2003},   {"thinsp", 0x2009}, {"OElig", 0x152}}};

}  // namespace

std::string decode_entity(std::string_view entity) {
  std::string out;
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return out;
  std::string_view name = entity.substr(1, entity.size() - 2);
  if (name.front() == '#') {
    bool const hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    name.remove_prefix(hex ? 2 : 1);
    std::uint32_t value = 0;
    auto const [end, error] = std::from_chars(name.data(), name.data() + name.size(), value, hex ? 16 : 10);
    bool const character = error == std::errc{} && end == name.data() + name.size() && value >= 0x20 && value <= 0x10FFFF &&
                           (value < 0xD800 || value > 0xDFFF) && !(value >= 0x7F && value < 0xA0);
    if (character) unicode::append(out, static_cast<char32_t>(value));
    return out;
  }
  for (std::size_t i = 0; i < latin1.size(); ++i) {
    if (latin1[i] == name) unicode::append(out, static_cast<char32_t>(0xA0 + i));
  }
  for (Named const& named : others) {
    if (named.name == name) unicode::append(out, named.value);
  }
  return out;
}

}  // namespace resumec::syntax

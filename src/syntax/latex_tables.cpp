#include "syntax/inline_parts.hpp"
#include "syntax/latex_text.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

struct Sign {
  std::string_view name, text;
};
constexpr std::array signs = std::to_array<Sign>({
    {"!", ""},
    {"#", "#"},
    {"$", "$"},
    {"%", "%"},
    {"&", "&"},
    {",", "\u00A0"},
    {"-", ""},
    {"/", ""},
    {":", " "},
    {";", " "},
    {"@", ""},
    {"AA", "Å"},
    {"AE", "Æ"},
    {"BibTeX", "BibTeX"},
    {"DH", "Ð"},
    {"DJ", "Đ"},
    {"L", "Ł"},
    {"LaTeX", "LaTeX"},
    {"LaTeXe", "LaTeX2e"},
    {"NG", "Ŋ"},
    {"O", "Ø"},
    {"OE", "Œ"},
    {"P", "¶"},
    {"S", "§"},
    {"SS", "ẞ"},
    {"TH", "Þ"},
    {"TeX", "TeX"},
    {"_", "_"},
    {"aa", "å"},
    {"ae", "æ"},
    {"copyright", "©"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"dh", "ð"},
    {"dj", "đ"},
    {"fg", "»"},
    {"flqq", "«"},
    {"frqq", "»"},
    {"glqq", "„"},
    {"grqq", "“"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"hyphen", "-"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"l", "ł"},
    {"lq", "‘"},
    {"ng", "ŋ"},
    {"o", "ø"},
    {"oe", "œ"},
    {"og", "«"},
    {"quotedblbase", "„"},
    {"rq", "’"},
    {"slash", "/"},
    {"ss", "ß"},
    {"textasciicircum", "^"},
    {"textasciitilde", "~"},
    {"textasteriskcentered", "∗"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textcopyright", "©"},
    {"textdagger", "†"},
    {"textdaggerdbl", "‡"},
    {"textdollar", "$"},
    {"textellipsis", "…"},
    {"textemdash", "—"},
    {"textendash", "–"},
    {"texteuro", "€"},
    {"textexclamdown", "¡"},
    {"textgreater", ">"},
    {"textless", "<"},
    {"textmu", "µ"},
    {"textordfeminine", "ª"},
    {"textordmasculine", "º"},
    {"textparagraph", "¶"},
    {"textperiodcentered", "·"},
    {"textquestiondown", "¿"},
    {"textquotedbl", "\""},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotesingle", "'"},
    {"textregistered", "®"},
    {"textsection", "§"},
    {"textsterling", "£"},
    {"texttrademark", "™"},
    {"textunderscore", "_"},
    {"textvisiblespace", "␣"},
    {"th", "þ"},
    {"{", "{"},
    {"}", "}"},
});
static_assert(std::is_sorted(signs.begin(), signs.end(), [](Sign const& a, Sign const& b) { return a.name < b.name; }));

struct Accent {
  std::string_view command;
  char32_t mark;
};
constexpr Accent accents[] = {
    {"`", 0x300}, {"'", 0x301}, {"^", 0x302}, {"~", 0x303}, {"=", 0x304}, {"u", 0x306}, {".", 0x307}, {"\"", 0x308},
    {"r", 0x30A}, {"H", 0x30B}, {"v", 0x30C}, {"d", 0x323}, {"c", 0x327}, {"k", 0x328}, {"b", 0x331}, {"textcommabelow", 0x326},
};

struct Command {
  std::string_view names;
  LatexCommand does;
};
constexpr Command commands[] = {
    {"textbf mkbibbold mathbf", LatexCommand::Strong},
    {"emph textit textsl mkbibemph mkbibitalic mathit", LatexCommand::Emphasis},
    {"textsc mkbibacro", LatexCommand::SmallCaps},
    {"underline uline", LatexCommand::Underline},
    {"sout st", LatexCommand::Strike},
    {"textsuperscript sp mkbibsuperscript", LatexCommand::Superscript},
    {"textsubscript sb mkbibsubscript", LatexCommand::Subscript},
    {"texttt verb", LatexCommand::Code},
    {"enquote mkbibquote", LatexCommand::Quotes},
    {"enquote*", LatexCommand::InnerQuotes},
    {"mkbibparens", LatexCommand::Parentheses},
    {"text textrm textsf textmd textup textnormal mbox hbox fbox ensuremath autocap uppercase lowercase MakeUppercase MakeLowercase "
     "MakeSentenceCase MakeSentenceCase* NoCaseChange bibstring textquote",
     LatexCommand::Plain},
    {"foreignlanguage textcolor bibinfo", LatexCommand::Second},
    {"noopsort SortNoop sortnoop NOOP vspace hspace", LatexCommand::Silent},
    {"href", LatexCommand::Link},
    {"url nolinkurl path", LatexCommand::Address},
    {"begin end", LatexCommand::Environment},
    {"protect relax rm sf md up normalfont normalsize small footnotesize scriptsize tiny large Large noindent centering ignorespaces "
     "unskip "
     "selectfont null displaystyle xspace nobreak",
     LatexCommand::Switch},
    {"newblock newline linebreak space quad qquad enspace thinspace hfill addspace nobreakspace", LatexCommand::Blank},
    {"par", LatexCommand::Break},
};
constexpr Command declarations[] = {
    {"bf bfseries", LatexCommand::Strong},
    {"it em sl itshape slshape", LatexCommand::Emphasis},
    {"sc scshape", LatexCommand::SmallCaps},
    {"tt ttfamily", LatexCommand::Code},
};

bool names(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t const end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

template <std::size_t N>
LatexCommand look_up(Command const (&table)[N], std::string_view name) {
  for (Command const& command : table)
    if (names(command.names, name)) return command.does;
  return LatexCommand::Unknown;
}

}  // namespace

char32_t latex_accent(std::string_view command) {
  for (Accent const& accent : accents)
    if (accent.command == command) return accent.mark;
  return 0;
}

std::string_view latex_sign(std::string_view command) {
  auto const found =
      std::lower_bound(signs.begin(), signs.end(), command, [](Sign const& sign, std::string_view value) { return sign.name < value; });
  return found != signs.end() && found->name == command ? found->text : tex_symbol(command);
}

LatexCommand latex_command(std::string_view command) { return look_up(commands, command); }
LatexCommand latex_declaration(std::string_view command) { return look_up(declarations, command); }

}  // namespace resumec::syntax

#include "backend/latex/preamble.hpp"

#include "backend/latex/styles.hpp"
#include "style/values.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace resumec::backend::latex {

namespace {

using base::Length;

/// A language of babel: its tag, its name.
constexpr std::pair<std::string_view, std::string_view> languages[] = {
    {"bg", "bulgarian"},   {"ca", "catalan"},        {"cs", "czech"},         {"da", "danish"},      {"de", "german"},
    {"de-AT", "austrian"}, {"de-CH", "swissgerman"}, {"el", "greek"},         {"en", "english"},     {"en-AU", "australian"},
    {"en-CA", "canadian"}, {"en-GB", "british"},     {"en-NZ", "newzealand"}, {"en-US", "american"}, {"es", "spanish"},
    {"et", "estonian"},    {"fi", "finnish"},        {"fr", "french"},        {"hr", "croatian"},    {"hu", "hungarian"},
    {"is", "icelandic"},   {"it", "italian"},        {"lt", "lithuanian"},    {"lv", "latvian"},     {"nb", "norsk"},
    {"nl", "dutch"},       {"nn", "nynorsk"},        {"pl", "polish"},        {"pt", "portuguese"},  {"pt-BR", "brazilian"},
    {"ro", "romanian"},    {"ru", "russian"},        {"sk", "slovak"},        {"sl", "slovene"},     {"sv", "swedish"},
    {"tr", "turkish"},     {"uk", "ukrainian"}};

/// The character in UTF-16, in hexadecimal figures.
std::string utf16(char32_t character) {
  auto const code = static_cast<std::uint32_t>(character);
  if (code < 0x10000) return fmt::format("{:04X}", code);
  return fmt::format("{:04X}{:04X}", 0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));
}

/// Fonts that have a script, the first that is there is taken: Noto's by the script's name, but for those of other names.
struct ScriptFonts {
  std::string_view script, name, others;
};
constexpr ScriptFonts script_fonts[] = {
    {"arab", "", "NotoNaskhArabic-Regular.ttf,Amiri-Regular.ttf,"},
    {"armn", "Armenian", ""},
    {"beng", "Bengali", ""},
    {"cyrillic", "", "NotoSerif-Regular.ttf,"},
    {"deva", "Devanagari", ""},
    {"ethi", "Ethiopic", ""},
    {"geor", "Georgian", ""},
    {"greek", "", "NotoSerif-Regular.ttf,"},
    {"gujr", "Gujarati", ""},
    {"guru", "Gurmukhi", ""},
    {"hang", "", "NotoSerifCJK-Regular.ttc,NotoSerifKR-Regular.otf,UnBatang.ttf,"},
    {"hani", "", "FandolSong-Regular.otf,NotoSerifCJK-Regular.ttc,NotoSerifSC-Regular.otf,HaranoAjiMincho-Regular.otf,"},
    {"hebr", "Hebrew", ""},
    {"hira", "", "HaranoAjiMincho-Regular.otf,NotoSerifCJK-Regular.ttc,NotoSerifJP-Regular.otf,"},
    {"kana", "", "HaranoAjiMincho-Regular.otf,NotoSerifCJK-Regular.ttc,NotoSerifJP-Regular.otf,"},
    {"khmr", "Khmer", ""},
    {"knda", "Kannada", ""},
    {"laoo", "Lao", ""},
    {"mlym", "Malayalam", ""},
    {"mymr", "Myanmar", ""},
    {"orya", "Oriya", ""},
    {"sinh", "Sinhala", ""},
    {"taml", "Tamil", ""},
    {"telu", "Telugu", ""},
    {"thai", "Thai", ""},
    {"tibt", "Tibetan", ""}};

std::string fonts_of(std::string_view script) {
  auto const* const found =
      std::find_if(std::begin(script_fonts), std::end(script_fonts), [&](ScriptFonts const& f) { return f.script == script; });
  std::string result;
  if (found != std::end(script_fonts)) {
    result = found->others;
    if (!found->name.empty()) result += fmt::format("NotoSerif{0}-Regular.ttf,NotoSans{0}-Regular.ttf,", found->name);
  }
  return result + "DejaVuSans.ttf,FreeSerif.otf";
}

std::string_view language_name(std::string_view tag) {
  auto const* const found = std::find_if(std::begin(languages), std::end(languages), [&](auto const& one) { return one.first == tag; });
  return found == std::end(languages) ? std::string_view{} : found->second;
}

/// How a family is asked for: a package for pdflatex, files for the others.
struct Family {
  std::string_view name, package, regular, bold, italic, bold_italic;
  bool sans = false;
};
constexpr Family families[] = {
    {"Linux Libertine", "libertine", "LinLibertine_R.otf", "LinLibertine_RB.otf", "LinLibertine_RI.otf", "LinLibertine_RBI.otf"},
    {"Linux Biolinum", "libertine", "LinBiolinum_R.otf", "LinBiolinum_RB.otf", "LinBiolinum_RI.otf", "", true},
    {"Linux Libertine Mono", "libertine", "LinLibertine_M.otf", "", "", ""},
    {"Noto Serif", "noto-serif", "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf", "NotoSerif-Italic.ttf", "NotoSerif-BoldItalic.ttf"},
    {"Noto Sans", "noto-sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf", "NotoSans-BoldItalic.ttf", true},
    {"EB Garamond", "ebgaramond", "EBGaramond12-Regular.otf", "EBGaramond12-Bold.otf", "EBGaramond12-Italic.otf", ""},
    {"TeX Gyre Pagella", "tgpagella", "texgyrepagella-regular.otf", "texgyrepagella-bold.otf", "texgyrepagella-italic.otf",
     "texgyrepagella-bolditalic.otf"},
    {"TeX Gyre Termes", "tgtermes", "texgyretermes-regular.otf", "texgyretermes-bold.otf", "texgyretermes-italic.otf",
     "texgyretermes-bolditalic.otf"},
    {"Inter", "inter", "Inter-Regular.otf", "Inter-Bold.otf", "Inter-Italic.otf", "Inter-BoldItalic.otf", true},
    {"Lato", "lato", "Lato-Regular.ttf", "Lato-Bold.ttf", "Lato-Italic.ttf", "Lato-BoldItalic.ttf", true},
    {"Roboto", "roboto", "Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Italic.ttf", "Roboto-BoldItalic.ttf", true},
    {"Carlito", "carlito", "Carlito-Regular.ttf", "Carlito-Bold.ttf", "Carlito-Italic.ttf", "Carlito-BoldItalic.ttf", true},
};

Family const* find_family(std::string_view name) {
  auto const* const found = std::find_if(std::begin(families), std::end(families), [&](Family const& f) { return f.name == name; });
  return found == std::end(families) ? nullptr : found;
}

std::string_view family_of_role(std::string_view role) {
  if (role == "serif") return "Linux Libertine";
  if (role == "sans") return "Linux Biolinum";
  if (role == "mono") return "Linux Libertine Mono";
  return role;
}

void set_family(Source& out, std::string_view command, Family const& family) {
  std::vector<std::string> faces;
  auto const face = [&](std::string_view key, std::string_view file) {
    if (!file.empty()) faces.push_back(fmt::format("{}={}", key, file));
  };
  if (command == "\\setmonofont") faces.emplace_back("Scale=\\resumemonoscale");
  face("BoldFont", family.bold);
  face("ItalicFont", family.italic);
  face("BoldItalicFont", family.bold_italic);
  auto const head = fmt::format("\\IfFontExistsTF{{{0}}}{{{1}{{{0}}}", family.regular, command);
  if (faces.empty()) return out.line(2, head + "}{}");
  out.line(2, head + "[");
  out.line(4, list(faces, ", ") + "]}{}");
}

/// Packages beyond those of every file.
std::vector<std::string> extra_packages(PreambleParts const& parts) {
  std::set<std::string> result;
  if (parts.content.columns) result.insert("multicol");
  if (parts.content.lines_in_text) result.insert("ulem");
  for (auto const& [character, tex] : parts.escaper.needs().declared) {
    if (auto const package = package_of(tex); !package.empty()) result.insert(std::string{package});
  }
  return {result.begin(), result.end()};
}

void write_header(PreambleParts const& parts, std::vector<std::string> const& extra, Source& out) {
  auto const& data = parts.document.metadata;
  auto const& scripts = parts.escaper.needs().scripts;
  out.comment(Escaper::comment(data.title));
  out.comment(fmt::format("Written by {} from a résumé in YAML, layout {}. Edit it freely: it stands alone.", parts.producer,
                          parts.layout.layout().name));
  out.raw(R"(%
% Compile with pdflatex, xelatex or lualatex of TeX Live 2022 or newer, twice for the page count:
%   latexmk -pdf FILE.tex    or -pdfxe, -pdflua
)");
  std::vector<std::string> used{"fix-cm", "fontenc", "fontspec",  "geometry",  "hyperref",
                                "iftex",  "keyval",  "libertine", "microtype", "xcolor"};
  used.insert(used.end(), extra.begin(), extra.end());
  used.emplace_back("babel");
  std::sort(used.begin(), used.end());
  out.comment(
      fmt::format("Packages: {}. On Debian they are in texlive-latex-recommended and texlive-fonts-extra; xelatex takes "
                  "texlive-xetex and texlive-fonts-recommended, lualatex takes texlive-luatex{}.",
                  list(used),
                  scripts.contains("greek") || scripts.contains("cyrillic")
                      ? ", pdflatex takes texlive-lang-greek and texlive-lang-cyrillic for letters of those scripts"
                      : ""));
  out.raw(R"(%
% Where to change what
%   1. Settings   name, paper and margins, sizes, bullets, colours, fonts, styles, running heads
%   2. Machinery  how lines are placed; nothing to change here
%   3. Layout     one macro a kind of entry: the order of its parts, what stands between them
%   4. Content    one call an entry; move, copy and delete sections and entries as a whole
)");
}

void write_page(PreambleParts const& parts, Source& out) {
  auto const& m = parts.document.page.metrics;
  out.blank();
  out.comment("==== 1. Settings ====");
  if (!parts.content.name.empty()) {
    out.blank();
    out.comment("As the top of the page, the running heads and the PDF's own data have them.");
    out.line(0, fmt::format("\\newcommand{{\\resumename}}{{{}}}", parts.content.name));
    if (!parts.content.headline.empty()) out.line(0, fmt::format("\\newcommand{{\\resumeheadline}}{{{}}}", parts.content.headline));
  }
  out.blank();
  out.comment("Paper and margins. Running heads and feet stand in the middle of their margins.");
  bool const is_letter = m.page_width == Length::pt(612) && m.page_height == Length::pt(792);
  bool const is_a4 = m.page_width == Length::micrometres(210'000) && m.page_height == Length::micrometres(297'000);
  auto const paper = is_letter ? std::string{"letterpaper"}
                     : is_a4   ? std::string{"a4paper"}
                               : fmt::format("paperwidth={}, paperheight={}", round_length(m.page_width), round_length(m.page_height));
  out.line(0, fmt::format("\\geometry{{{}, top={}, right={}, bottom={}, left={}}}", paper, round_length(m.margin_top),
                          round_length(m.margin_right), round_length(m.margin_bottom), round_length(m.margin_left)));
  out.blank();
  out.comment("Sizes (1bp is a point of PDF, 1/72 inch). Sizes in the styles below are multiples of the font size.");
  auto const length = [&](std::string_view name, std::string_view value, std::string_view help) {
    auto const line = fmt::format("\\newlength{{\\resume{0}}}\\setlength{{\\resume{0}}}{{{1}}}", name, value);
    out.raw(fmt::format("{}{}{}\n", line, help.empty() ? "" : "  % ", help));
  };
  length("fontsize", big_points(m.body_size), "");
  length("lineheight", ratio(m.line_height.raw(), m.body_size.raw()) + "\\resumefontsize", "");
  if (parts.rule) length("rulewidth", big_points(*parts.rule), "thickness of the rules");
  out.blank();
  out.comment(
      "Gaps: whole numbers are sixteenths of the line height, lengths such as 2pt are taken as they are. The factor makes all gaps "
      "smaller or larger: 0.9, 1.1.");
  out.line(0, fmt::format("\\newcommand{{\\resumegaps}}{{{}}}", ratio(m.gaps, 100)));
  out.raw("\\newcommand{\\resumepointgap}{1}  % between two points\n");
  out.blank();
  out.comment(
      "Points: the bullets of both levels, the indent of the text. Bullets may be $\\triangleright$, \\textbullet, -- or what you like; "
      "\\begin{itemize} or {enumerate} in a point makes points below it.");
  out.line(0, "\\newcommand{\\resumebullet}{\\raisebox{0.1ex}{\\resumestyle{marker}•}}");
  out.line(0, "\\newcommand{\\resumesubbullet}{–}");
  length("indent", "1.1\\resumefontsize", "");
  out.blank();
  out.comment("May words be divided at a line's end? on or off.");
  out.line(0, "\\newcommand{\\resumehyphenation}{on}");
}

void write_colors(std::vector<NamedColor> const& named, Source& out) {
  out.blank();
  out.comment("Colours.");
  for (auto const& color : named) {
    auto const definition = fmt::format("\\definecolor{{{}}}{{HTML}}{{{}}}", color.name, color.html);
    auto const help = Escaper::comment(color.help);
    bool const fits = definition.size() + help.size() + 4 <= widest_line;
    if (!fits) out.comment(help);
    out.raw(definition + (fits ? "  % " + help : std::string{}) + "\n");
  }
}

void write_fonts(PreambleParts const& parts, Source& out) {
  auto const& scripts = parts.escaper.needs().scripts;
  auto const body_name = family_of_role(parts.document.styles.front().family);
  auto const* const body = find_family(body_name);
  bool const sans = body != nullptr && body->sans;
  out.blank();
  out.comment(
      "Fonts. pdflatex takes packages; xelatex and lualatex take files, so that no font database is built. Where a font is missing, "
      "Latin Modern stands in.");
  std::vector<std::string> encodings;
  if (scripts.contains("greek")) encodings.emplace_back("LGR");
  if (scripts.contains("cyrillic")) encodings.emplace_back("T2A");
  encodings.emplace_back("T1");
  out.raw("\\newcommand{\\resumemonoscale}{1}  % 0.9 makes \\texttt and \\url smaller\n");
  out.line(0, "\\ifPDFTeX");
  out.line(2, fmt::format("\\usepackage[{}]{{fontenc}}", list(encodings, ",")));
  out.line(2, "\\usepackage{lmodern}");
  out.line(2, "\\IfFileExists{libertine.sty}{\\usepackage[ttscale=\\resumemonoscale]{libertine}}{}");
  if (body != nullptr && body->package != "libertine")
    out.line(2, fmt::format("\\IfFileExists{{{0}.sty}}{{\\usepackage{{{0}}}}}{{}}", body->package));
  out.line(0, "\\else");
  out.line(2, "\\usepackage{fontspec}");
  set_family(out, "\\setmainfont", body != nullptr && !sans ? *body : families[0]);
  set_family(out, "\\setsansfont", body != nullptr && sans ? *body : families[1]);
  set_family(out, "\\setmonofont", families[2]);
  if (body == nullptr) out.line(2, fmt::format("\\IfFontExistsTF{{{0}}}{{\\setmainfont{{{0}}}}}{{}}", body_name));
  out.line(0, "\\fi");
  if (sans) out.line(0, "\\renewcommand{\\familydefault}{\\sfdefault}");
  out.raw("\\usepackage[letterspace=30]{microtype}  % widens small capitals by 30/1000 of the font size\n");
}

void write_languages(PreambleParts const& parts, Source& out) {
  auto const& main = parts.document.metadata.lang;
  bool const is_english = main.starts_with("en") && !language_name(main).empty();
  out.blank();
  out.comment(is_english ? "Languages: hyphenation."
                         : "Languages: hyphenation. \\babelprovide makes no shorthands: every character stands for itself.");
  auto const provide = [&](std::string_view tag, std::string_view options) {
    auto const name = language_name(tag);
    out.line(0, fmt::format("\\babelprovide[{}import={}]{{{}}}", options, tag, name.empty() ? tag : name));
  };
  // English makes no shorthands either way.
  if (is_english) {
    out.line(0, fmt::format("\\usepackage[{}]{{babel}}", language_name(main)));
  } else {
    out.line(0, "\\usepackage{babel}");
    provide(main, "main,");
  }
  for (auto const& tag : parts.content.languages) {
    if (tag != main) provide(tag, "");
  }
}

/// The title as the PDF has it, from name and headline of the settings where it is made of these.
std::string pdf_title(PreambleParts const& parts) {
  auto const& data = parts.document.metadata;
  auto& escaper = parts.escaper;
  auto title = escaper.pdf_string(data.title);
  auto const& name = parts.content.name;
  if (name.empty() || !title.starts_with(name) || escaper.pdf_string(data.author) != name) return title;
  auto rest = title.substr(name.size());
  if (!parts.content.headline.empty() && rest == " – " + parts.content.headline) rest = " – \\resumeheadline";
  return "\\resumename{}" + rest;
}

void write_metadata(PreambleParts const& parts, std::vector<NamedColor> const& named, Source& out) {
  auto const& data = parts.document.metadata;
  auto& escaper = parts.escaper;
  out.blank();
  auto const links = color_of("link", parts.layout, named);
  if (links.empty()) {
    out.comment("Links and the PDF's own data.");
    out.line(0, "\\usepackage[unicode,hidelinks,bookmarksopen]{hyperref}");
  } else {
    out.comment("Links, \\href and \\url among them, in the colour above; hidelinks leaves them black. The PDF's own data.");
    out.line(0, fmt::format("\\usepackage[unicode,colorlinks,allcolors={},bookmarksopen]{{hyperref}}", links));
  }
  out.line(0, "\\hypersetup{");
  auto const set = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) out.line(2, fmt::format("{}={{{}}},", key, value));
  };
  auto const author = escaper.pdf_string(data.author);
  set("pdftitle", pdf_title(parts));
  set("pdfauthor", !author.empty() && author == parts.content.name ? "\\resumename" : author);
  set("pdfsubject", escaper.pdf_string(data.subject));
  set("pdflang", data.lang);
  out.line(0, "}");
  out.raw(R"(\ifPDFTeX
  \input{glyphtounicode}\pdfgentounicode=1
  \ifdefined\pdfinterwordspaceon\pdfinterwordspaceon\fi
\fi
\ifXeTeX\XeTeXgenerateactualtext=1 \fi
)");
  if (escaper.needs().scripts.contains("greek"))
    out.raw(R"(\ifPDFTeX
  \pdfglyphtounicode{mu}{03BC}\pdfglyphtounicode{uni03F0}{03BA}\pdfglyphtounicode{theta1}{03B8}
  \pdfglyphtounicode{Delta}{0394}\pdfglyphtounicode{Omega}{03A9}
\fi
)");
}

void write_running(PreambleParts const& parts, Source& out) {
  out.blank();
  out.comment("Running heads and feet: of the first page, of later ones.");
  auto const define = [&](std::string_view name, std::string const& text) {
    out.line(0, fmt::format("\\newcommand{{\\resume{}}}{{{}}}", name, text));
  };
  define("firsthead", parts.head_first);
  define("laterhead", parts.head_later);
  define("firstfoot", parts.foot_first);
  define("laterfoot", parts.foot_later);
}

}  // namespace

std::string babel_name(std::string_view tag) {
  auto const name = language_name(tag);
  return std::string{name.empty() ? tag : name};
}

void write_preamble(PreambleParts const& parts, Source& out) {
  auto const named = colors(parts.layout);
  auto const extra = extra_packages(parts);
  write_header(parts, extra, out);
  out.raw(R"(\documentclass{article}  % its options do not matter: paper and font size are in Settings
\usepackage{iftex}
\usepackage{fix-cm}
\usepackage{xcolor}
\usepackage{geometry}
\usepackage{keyval}
)");
  for (auto const& package : extra) out.line(0, fmt::format("\\usepackage{}{{{}}}", package == "ulem" ? "[normalem]" : "", package));
  write_page(parts, out);
  write_colors(named, out);
  write_fonts(parts, out);
  out.blank();
  out.comment(
      "Styles, by the names that the layout asks for: font, size, colour, alignment (\\resumealign{left} in the style body: ragged "
      "right), gap above, \\resumeleading: height of a line in sixteenths, a whole number.");
  out.raw("\\newcommand{\\resumedefinestyle}[2]{\\expandafter\\def\\csname resume@style@#1\\endcsname{#2}}\n");
  write_styles(parts.layout, named, out);
  write_running(parts, out);
  write_languages(parts, out);
  write_metadata(parts, named, out);
  out.blank();
  out.comment("==== 2. Machinery ====");
  out.raw(machinery_tex());
  auto const& needs = parts.escaper.needs();
  if (!needs.declared.empty() || !needs.scripts.empty() || !needs.without_pdftex.empty()) out.raw(characters_tex());
  write_characters(needs, out);
}

void write_characters(CharacterNeeds const& needs, Source& out) {
  if (!needs.declared.empty()) {
    out.blank();
    out.comment("Characters that not every font has: what stands in where one does not, and fonts to try before.");
    out.raw(
        "\\resumesymbolfonts{%\n  NotoSansMath-Regular.ttf,latinmodern-math.otf,NotoSansSymbols2-Regular.ttf,%\n"
        "  NotoSansSymbols-Regular.ttf,DejaVuSans.ttf}\n");
    for (auto const& [character, tex] : needs.declared) {
      out.line(0, fmt::format("\\resumecharacter{{{:04X}}}{{{}}}{{{}}}", static_cast<std::uint32_t>(character), utf16(character), tex));
    }
  }
  bool first = true;
  for (auto const& script : needs.scripts) {
    if (std::exchange(first, false)) {
      out.blank();
      out.comment("Fonts for letters that the text font lacks, for xelatex and lualatex: the first that is there is taken.");
    }
    out.line(0, fmt::format("\\resumescriptfont{{{}}}{{%", script));
    out.raw(fmt::format("  {}}}\n", fonts_of(script)));
  }
  if (!needs.without_pdftex.empty()) {
    out.blank();
    out.comment("Letters that pdflatex has no font for; it prints their numbers.");
    std::vector<std::string> numbers;
    for (auto const character : needs.without_pdftex) numbers.push_back(fmt::format("{:04X}", static_cast<std::uint32_t>(character)));
    out.line(0, "\\resumeunavailable{" + list(numbers, ",") + "}");
  }
}

}  // namespace resumec::backend::latex

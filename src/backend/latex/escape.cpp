#include "backend/latex/escape.hpp"

#include "diag/report.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <array>

namespace resumec::backend::latex {

namespace {

using enum CharacterKind;

/// Characters that TeX obeys, that babel's languages make active, or that fonts join or turn round.
constexpr std::string_view special(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\{";
    case '}':
      return "\\}";
    case '$':
      return "\\$";
    case '&':
      return "\\&";
    case '#':
      return "\\#";
    case '%':
      return "\\%";
    case '_':
      return "\\_";
    case '^':
      return "\\textasciicircum{}";
    case '~':
      return "\\textasciitilde{}";
    case '"':
      return "\\textquotedbl{}";
    case '\'':
      return "\\textquotesingle{}";
    case '`':
      return "\\textasciigrave{}";
    case '<':
      return "\\textless{}";
    case '>':
      return "\\textgreater{}";
    case '|':
      return "\\textbar{}";
    default:
      return {};
  }
}

/// Pairs that the fonts of TeX draw as one other sign.
constexpr bool is_ligature(char32_t before, char32_t c) {
  switch (c) {
    case '-':
      return before == '-' || before == 0x2013;
    case ',':
    case '<':
    case '>':
    case 0x2019:
      return before == c;
    case 0x2018:
      return before == c || before == '!' || before == '?';
    default:
      return false;
  }
}

/// A place in the source if the piece stands there letter by letter, else the whole piece.
Span narrowed(Span span, std::string_view text, unicode::CodePoint point) {
  if (span.end - span.begin != text.size()) return span;
  return {span.source, span.begin + point.begin, span.begin + point.end};
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view{"-._~:/?[]@!$'()*+,;="}.find(c) != std::string_view::npos;
}

}  // namespace

/// An ASCII character that is not blank.
void Escaper::plain(char c, std::string& out) {
  if (auto const command = special(c); !command.empty()) {
    out += command;
    return;
  }
  if (previous_ == 0 && before_ == Before::Item && c == '[') {
    out += "{[}";
    return;
  }
  out += c;
}

void Escaper::close_script(std::string& out) {
  if (!script_.empty()) out += '}';
  script_.clear();
  out += blanks_;
  blanks_.clear();
}

/// What no font has is printed by its number.
void Escaper::replace(char32_t character, Span span, std::string& out) {
  if (reported_.insert(character).second) {
    auto const name = unicode::name_of(character);
    diag::report<diag::Kind::LatexCharacter>(diagnostics_, span, static_cast<std::uint32_t>(character),
                                             name.empty() ? "no character" : name)
        .hint(fmt::format("the file prints `[U+{:04X}]` in its place; write it in words", static_cast<std::uint32_t>(character)));
  }
  out += fmt::format("{{[}}U+{:04X}]", static_cast<std::uint32_t>(character));
}

void Escaper::report_engine(char32_t character, Span span) {
  std::string letter;
  unicode::append(letter, character);
  auto const code = static_cast<std::uint32_t>(character);
  diag::report<diag::Kind::LatexEngine>(diagnostics_, span, letter, code, unicode::name_of(character))
      .hint(fmt::format("compile the file with xelatex or lualatex; pdflatex prints `[U+{:04X}]` in its place", code));
}

std::string Escaper::text(std::string_view text, Span span) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    auto const letter = text.substr(at, point.end - at);
    at = point.end;
    if (point.value == ' ') {
      // TeX reads any number of blanks as one, and none at the start.
      std::string_view const blank = previous_ == ' ' || previous_ == 0 ? "\\space{}" : " ";
      if (script_.empty()) {
        out += blank;
      } else {
        blanks_ += blank;
      }
      previous_ = ' ';
      continue;
    }
    auto const character = classify(point.value);
    if (character.kind == Script) {
      if (script_ != character.tex) {
        close_script(out);
        script_ = character.tex;
        out += "\\resumescript{" + script_ + "}{";
        bool const is_new = needs_.scripts.insert(script_).second;
        if (is_new && !has_pdftex_encoding(script_)) report_engine(point.value, narrowed(span, text, point));
      }
      out += blanks_;
      blanks_.clear();
      if (!has_pdftex_encoding(script_)) needs_.without_pdftex.insert(point.value);
      out += letter;
      previous_ = point.value;
      continue;
    }
    if (character.kind == Joining) {
      if (script_.empty() || has_pdftex_encoding(script_)) {
        needs_.declared.emplace(point.value, std::string{});
      } else {
        needs_.without_pdftex.insert(point.value);
      }
      out += letter;
      continue;
    }
    if (character.kind == Ignored) continue;
    close_script(out);
    bool const is_hyphen = point.value == 0x2010;
    if (is_ligature(previous_, is_hyphen ? U'-' : point.value)) out += "\\resumesplit{}";
    switch (character.kind) {
      case Ascii:
        plain(static_cast<char>(point.value), out);
        break;
      case Written:
        out += character.tex;
        break;
      case Declared:
        if (needs_.declared.emplace(point.value, character.tex).second && character.tex.empty())
          report_engine(point.value, narrowed(span, text, point));
        out += letter;
        break;
      case Unprintable:
        replace(point.value, narrowed(span, text, point), out);
        break;
      default:
        out += letter;
        break;
    }
    previous_ = is_hyphen ? U'-' : point.value;
  }
  close_script(out);
  return out;
}

std::string Escaper::separator(std::string_view words) {
  bool const blank = words.starts_with(' ');
  start();
  if (blank) previous_ = U'.';  // a blank after something is a plain one
  return text(words, Span{});
}

std::string Escaper::url(std::string_view address) {
  std::string out;
  for (char const c : address) {
    if (c == '%' || c == '#' || c == '&' || c == '_') {
      out += '\\';
      out += c;
    } else if (unreserved(c)) {
      out += c;
    } else {
      out += fmt::format("\\%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string Escaper::pdf_string(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    auto const letter = text.substr(at, point.end - at);
    at = point.end;
    auto const character = classify(point.value);
    if (character.kind == Ascii) {
      auto const command = special(static_cast<char>(point.value));
      out += command.empty() ? letter : command;
    } else if (character.kind == Text) {
      out += letter;
    } else if (character.kind != Unprintable) {
      out += fmt::format("\\unichar{{\"{:04X}}}", static_cast<std::uint32_t>(point.value));
    }
  }
  return out;
}

std::string Escaper::comment(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    if (classify(point.value).kind == Unprintable)
      out += ' ';
    else
      out += text.substr(at, point.end - at);
    at = point.end;
  }
  return out;
}

}  // namespace resumec::backend::latex

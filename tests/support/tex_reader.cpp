#include "support/tex_reader.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace resumec::testing {

namespace {

/// Commands of running text, each written with `{}` behind it, and what they print.
constexpr std::pair<std::string_view, std::string_view> commands[] = {{"textbackslash", "\\"},
                                                                      {"textasciicircum", "^"},
                                                                      {"textasciitilde", "~"},
                                                                      {"textquotedbl", "\""},
                                                                      {"textquotesingle", "'"},
                                                                      {"textasciigrave", "`"},
                                                                      {"textless", "<"},
                                                                      {"textgreater", ">"},
                                                                      {"textbar", "|"},
                                                                      {"space", " "},
                                                                      {"enspace", "\u2002"},
                                                                      {"quad", "\u2003"},
                                                                      {"resumethinspace", "\u2009"},
                                                                      {"resumenarrowspace", "\u202f"},
                                                                      {"resumeallowbreak", "\u200b"},
                                                                      {"resumesplit", ""},
                                                                      {"nobreak", "\u2060"}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::optional<std::string> read_tex(std::string_view tex) {
  std::string out;
  int depth = 0;
  bool blank = true;  // TeX skips a blank here
  for (std::size_t at = 0; at < tex.size();) {
    char const c = tex[at];
    if (c == '\\') {
      std::size_t end = ++at;
      while (end < tex.size() && is_letter(tex[end])) ++end;
      auto const name = tex.substr(at, end - at);
      if (name.empty()) {
        if (at == tex.size()) return std::nullopt;
        constexpr std::string_view signs = "{}$&#%_";
        if (tex[at] == '-')
          out += "\u00ad";
        else if (signs.find(tex[at]) != std::string_view::npos)
          out += tex[at];
        else
          return std::nullopt;
        ++at;
      } else if (name == "mbox" && tex.substr(end).starts_with("{-}")) {
        out += "\u2011";
        at = end + 3;
      } else if (name == "resumescript") {
        auto const argument = tex.find('}', end);
        if (end == tex.size() || tex[end] != '{' || argument == std::string_view::npos || tex.substr(argument + 1, 1) != "{")
          return std::nullopt;
        at = argument + 1;
      } else {
        auto const* const found =
            std::find_if(std::begin(commands), std::end(commands), [&](auto const& one) { return one.first == name; });
        if (found == std::end(commands) || !tex.substr(end).starts_with("{}")) return std::nullopt;
        out += found->second;
        at = end + 2;
      }
      blank = false;
      continue;
    }
    ++at;
    if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (--depth < 0) return std::nullopt;
    } else if (c == '~') {
      out += "\u00a0";
      blank = false;
    } else if (c == ' ') {
      if (!blank) out += ' ';
      blank = true;
    } else {
      constexpr std::string_view active = "$&#%_^\"'`<>|\n\r\t";
      if (active.find(c) != std::string_view::npos || static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
      out += c;
      blank = false;
    }
  }
  if (depth != 0) return std::nullopt;
  return out;
}

bool is_balanced(std::string_view tex) {
  int depth = 0;
  std::vector<std::string_view> environments;
  for (std::size_t at = 0; at < tex.size(); ++at) {
    switch (tex[at]) {
      case '\\': {
        auto const rest = tex.substr(at);
        for (std::string_view const form : {"\\begin{", "\\end{"}) {
          if (!rest.starts_with(form) || depth != 0) continue;
          auto const name = rest.substr(form.size(), rest.find('}') - form.size());
          if (form == "\\begin{") {
            environments.push_back(name);
          } else {
            if (environments.empty() || environments.back() != name) return false;
            environments.pop_back();
          }
        }
        ++at;
        break;
      }
      case '%':
        at = std::min(tex.find('\n', at), tex.size());
        break;
      case '{':
        ++depth;
        break;
      case '}':
        if (--depth < 0) return false;
        break;
      default:
        break;
    }
  }
  return depth == 0 && environments.empty();
}

}  // namespace resumec::testing

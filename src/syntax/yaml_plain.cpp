#include "syntax/yaml_plain.hpp"

#include "base/append.hpp"
#include "syntax/yaml_chars.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace resumec::syntax {

namespace {

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

/// Characters that YAML 1.2 does not print, or takes for line breaks in one of its versions, or for a mark of the encoding.
constexpr bool needs_escape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

bool any_needs_escape(std::string_view text, std::string_view but = {}) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (needs_escape(static_cast<unsigned char>(text[at])) && but.find(text[at]) == std::string_view::npos) return true;
      ++at;
      continue;
    }
    auto const point = unicode::decode_at(text, at);
    if (needs_escape(point.value)) return true;
    at = point.end;
  }
  return false;
}

/// What YAML forbids in a plain text on one line (YAML 1.2 §7.3.3), whatever our reader would make of it.
bool breaks_rules(std::string_view text, YamlPlace place) {
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
  if (text.empty() || is_blank(text.front()) || is_blank(text.back()) || text.back() == ':') return true;
  bool const number = text.size() > 1 && text[0] == '-' && is_digit(text[1]);
  if (indicators.find(text.front()) != std::string_view::npos && !number) return true;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos || text.starts_with("...")) return true;
  constexpr std::array<std::string_view, 4> nothing{"~", "null", "Null", "NULL"};
  if (std::find(nothing.begin(), nothing.end(), text) != nothing.end()) return true;
  if (place == YamlPlace::Brackets && text.find_first_of(",[]{}:\"") != std::string_view::npos) return true;
  if (place == YamlPlace::Key && text == "<<") return true;
  return any_needs_escape(text);
}

/// Words and the commonest signs: nothing that any rule or habit is about.
bool is_harmless(std::string_view text) {
  constexpr std::string_view signs = " ._+-/&'()";
  return is_letter_or_digit(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos; });
}

/// Asks the reader itself, which knows more habits of writers than any rule of YAML.
bool comes_back(std::string_view text, YamlPlace place, YamlWords const& words) {
  std::string sample;
  switch (place) {
    case YamlPlace::Value:
      base::append(sample, "a: {0}\nb:\n  - {0}\n  - x\n", text);
      break;
    case YamlPlace::Brackets:
      base::append(sample, "a: [{0}, x, {0}]\n", text);
      break;
    case YamlPlace::Key:
      base::append(sample, "{0}: x\nb:\n  - {0}: x\n", text);
      break;
  }
  Diagnostics findings;
  Node const root = read_yaml(SourceId{1}, sample, findings, words);
  if (!findings.empty() || !root.is_map() || root.members.empty()) return false;
  auto const is_text = [&](Node const& node) { return node.is_scalar() && node.text() == text; };
  Node const& first = root.members.front().value;
  Node const& last = root.members.back().value;
  if (place == YamlPlace::Brackets) return first.items.size() == 3 && is_text(first.items.front()) && is_text(first.items.back());
  if (root.members.size() != 2 || last.items.empty()) return false;
  Node const& item = last.items.front();
  if (place == YamlPlace::Value) return is_text(first) && last.items.size() == 2 && is_text(item);
  return root.members.front().key == text && item.is_map() && item.members.size() == 1 && item.members.front().key == text;
}

void append_escaped(std::string& out, std::string_view character, char32_t point) {
  switch (point) {
    case U'"':
    case U'\\':
      out += '\\';
      out += character;
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\t':
      out += "\\t";
      return;
    case U'\r':
      out += "\\r";
      return;
    default:
      break;
  }
  auto const value = static_cast<std::uint32_t>(point);
  if (!needs_escape(point))
    out += character;
  else if (value <= 0xFF)
    base::append(out, "\\x{:02X}", value);
  else
    base::append(out, "\\u{:04X}", value);
}

}  // namespace

bool is_plain_yaml(std::string_view text, YamlPlace place, YamlWords const& words) {
  return !breaks_rules(text, place) && (is_harmless(text) || comes_back(text, place, words));
}

std::string quoted_yaml(std::string_view text) {
  bool const single = text.find_first_of("\"\\") != std::string_view::npos && !any_needs_escape(text);
  std::string out(1, single ? '\'' : '"');
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    auto const character = text.substr(at, point.end - at);
    at = point.end;
    if (!single)
      append_escaped(out, character, point.value);
    else
      out += character == "'" ? std::string_view{"''"} : character;
  }
  // The reader takes `"C:\` for a path, in which no backslash begins an escape.
  if (!single && out.size() > 3 && is_letter(out[1]) && out[2] == ':' && out[3] == '\\')
    out.replace(1, 1, fmt::format("\\x{:02X}", static_cast<unsigned>(out[1])));
  return out += single ? '\'' : '"';
}

bool is_literal_yaml(std::string_view text) {
  if (text.empty() || is_blank(text.front()) || text.ends_with("\n\n") || any_needs_escape(text, "\n\t")) return false;
  bool content = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const end = std::min(text.find('\n', at), text.size());
    auto const line = text.substr(at, end - at);
    bool const white = line.find_first_not_of(" \t") == std::string_view::npos;
    // A line of blanks alone is told from an empty one by nobody; the first line with content says how deep the text stands.
    if (white && !line.empty()) return false;
    if (!white && !content && is_blank(line.front())) return false;
    content = content || !white;
    at = end + 1;
  }
  return content;
}

}  // namespace resumec::syntax

// Which format is this? Files of every format are called `resume.json` or `cv.yaml`, so only the content is asked (formats.md §2).
#include "importers/importer.hpp"

#include <algorithm>
#include <optional>

namespace resumec::importers {

namespace {

using syntax::Member;
using syntax::Node;

std::string_view without_blank_beginning(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  auto const begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin);
}

std::string_view next_line(std::string_view& rest) {
  auto const end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_dashes(std::string_view line) {
  while (line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
  return line == "---";
}

/// What follows the lines between `---` and `---` at the beginning of a page for Jekyll or pandoc; the whole text where there are none.
std::string_view without_front_matter(std::string_view text, bool& found) {
  auto rest = text;
  found = is_dashes(next_line(rest));
  if (!found) return text;
  while (!rest.empty()) {
    auto const line = next_line(rest);
    if (is_dashes(line) || line == "...") return rest;
  }
  found = false;
  return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// `@article{` or `@string(` at the beginning of a line.
bool is_bibtex_entry(std::string_view line) {
  auto const begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || line[begin] != '@') return false;
  auto end = begin + 1;
  while (end < line.size() && is_letter(line[end])) ++end;
  auto const after = line.find_first_not_of(" \t", end);
  return end > begin + 1 && (after == std::string_view::npos || line[after] == '{' || line[after] == '(');
}

bool is_heading(std::string_view line) {
  auto const marks = line.find_first_not_of('#');
  return marks != std::string_view::npos && marks > 0 && marks <= 6 && line[marks] == ' ';
}

/// `key:` at the beginning of a line, as every YAML résumé has it.
bool is_key(std::string_view line) {
  auto const colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || (colon + 1 < line.size() && line[colon + 1] != ' ')) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

bool is_underline(std::string_view line) {
  return line.size() >= 3 &&
         (line.find_first_not_of('=') == std::string_view::npos || line.find_first_not_of('-') == std::string_view::npos);
}

/// Brackets of YAML look alike, but for their keys and values without quotes.
bool is_json(std::string_view text) {
  if (text.starts_with("//") || text.starts_with("/*")) return true;
  if (!text.starts_with('{') && !text.starts_with('[')) return false;
  auto const next = [&](std::size_t at) {
    return at = text.find_first_not_of(" \t\r\n", at), at == std::string_view::npos ? text.size() : at;
  };
  constexpr std::string_view begins = "\"'{}[]/#";
  std::size_t at = next(1);
  if (at == text.size() || begins.find(text[at]) != std::string_view::npos) return true;
  while (at < text.size() && (is_letter(text[at]) || text[at] == '_' || text[at] == '$')) ++at;
  at = next(at);
  if (at == text.size() || text[at] != ':') return false;
  at = next(at + 1);
  return at < text.size() && begins.find(text[at]) != std::string_view::npos;
}

/// Below a heading: there are no keys, as YAML would have; or `Email: …` is a line of a text, for there are headings of sections and
/// lines that YAML could not have.
bool is_markdown_below(std::string_view rest, bool content) {
  bool key = false, section = false, prose = false;
  while (!rest.empty()) {
    auto const line = next_line(rest);
    content = content || (line.find_first_not_of(" \t") != std::string_view::npos && line[0] != '#' && line[0] != '{');
    if (is_key(line))
      key = true;
    else if (line.starts_with("##") && is_heading(line))
      section = true;
    else if (!line.empty() && (is_letter(line[0]) || line[0] == '*') && line.find(':') == std::string_view::npos)
      prose = true;
  }
  return key ? section && prose : content;
}

bool has_front_matter_of_markdown(std::string_view text) {
  bool found = false;
  auto rest = without_front_matter(text, found);
  if (!found) return false;
  // Two documents of YAML look alike: what follows tells.
  while (!rest.empty()) {
    auto const line = next_line(rest);
    if (line.find_first_not_of(" \t") == std::string_view::npos || is_dashes(line)) continue;
    return !is_key(line);
  }
  return false;
}

}  // namespace

Syntax syntax_of(std::string_view text) {
  text = without_blank_beginning(text);
  if (is_json(text)) return Syntax::Json;
  bool has_front_matter = false;
  auto rest = without_front_matter(text, has_front_matter);
  std::string_view before;
  bool keys = false, content = false;
  std::optional<bool> markdown;
  while (!rest.empty()) {
    auto const line = next_line(rest);
    if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (!keys && is_bibtex_entry(line)) return Syntax::Bibtex;
    if (is_key(line)) keys = true;
    content = content || (!keys && line[0] == '<');
    // A heading is a comment in YAML, so it must come before any key, or there must be none.
    if (!keys && is_heading(line)) {
      if (!markdown) markdown = is_markdown_below(rest, content);
      if (*markdown) return Syntax::Markdown;
    }
    if (!keys && !before.empty() && before.front() != '#' && is_underline(line) && !is_dashes(before)) return Syntax::Markdown;
    before = line;
  }
  return has_front_matter_of_markdown(text) ? Syntax::Markdown : Syntax::Yaml;
}

SourceFormat guess_yaml_format(std::string_view text) {
  auto format = SourceFormat::Native;
  for (auto rest = without_blank_beginning(text); !rest.empty();) {
    auto const line = next_line(rest);
    if (line.starts_with("name:") || line.starts_with("sections:")) return SourceFormat::Native;
    if (line.starts_with("cv:")) format = SourceFormat::RenderCv;
    if (line.starts_with("content:")) format = SourceFormat::YamlResume;
    if (line.starts_with("basics:")) format = SourceFormat::JsonResume;
  }
  return format;
}

SourceFormat format_of(Node const& root) {
  auto const has = [&](std::string_view key) { return root.is_map() && root.find(key) != nullptr; };
  auto const has_map = [&](std::string_view key) {
    Member const* const member = root.is_map() ? root.find(key) : nullptr;
    return member && member->value.is_map();
  };
  if (Member const* const meta = root.is_map() ? root.find("meta") : nullptr; meta && meta->value.is_map()) {
    Member const* const format = meta->value.find("format");
    if (format && format->value.text().starts_with("FRESH")) return SourceFormat::Fresh;
  }
  if (has("name") && has_map("employment") && !has("sections")) return SourceFormat::Fresh;
  if (has("cv") && !has("sections")) return SourceFormat::RenderCv;
  if (Member const* const content = root.is_map() ? root.find("content") : nullptr; content && content->value.is_map() && !has("sections"))
    return SourceFormat::YamlResume;
  if (has_map("basics") && has_map("sections")) return SourceFormat::ReactiveResume;
  if (has_map("basics")) return SourceFormat::JsonResume;
  // JSON Resume needs no part at all; its lists at the top are what else it has.
  if (root.is_map() && !has("name") && !has("sections")) {
    constexpr std::string_view lists[] = {"work",   "volunteer", "education", "awards",     "certificates", "publications",
                                          "skills", "languages", "interests", "references", "projects"};
    for (auto const key : lists) {
      Member const* const member = root.find(key);
      if (member && member->value.is_list()) return SourceFormat::JsonResume;
    }
    if (Member const* const schema = root.find("$schema"); schema && schema->value.text().find("resume-schema") != std::string_view::npos)
      return SourceFormat::JsonResume;
  }
  if (root.is_list() && !root.items.empty() && root.items.front().is_map()) {
    Node const& first = root.items.front();
    if (first.find("type") && (first.find("issued") || first.find("title") || first.find("author"))) return SourceFormat::CslJson;
  }
  return SourceFormat::Native;
}

bool may_be_nameless(SourceFormat format) {
  return format == SourceFormat::JsonResume || format == SourceFormat::Bibtex || format == SourceFormat::CslJson;
}

std::string_view name_hint(SourceFormat format) {
  switch (format) {
    case SourceFormat::RenderCv:
      return "write `name: Your Name` under `cv`";
    case SourceFormat::YamlResume:
      return "write `name: Your Name` under `basics` of `content`";
    case SourceFormat::Markdown:
      return "begin the file with `# Your Name`, or say `--set \"name=Your Name\"`";
    case SourceFormat::Bibtex:
    case SourceFormat::CslJson:
      return "a list of publications does not say whose it is: say `--set \"name=Your Name\"`";
    default:
      return "begin the file with `name: Your Name`";
  }
}

}  // namespace resumec::importers

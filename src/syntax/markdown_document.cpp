#include "syntax/markdown_document.hpp"

#include "syntax/markdown_scan.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>

namespace resumec::syntax {

namespace {

std::uint32_t bytes(std::size_t count) { return static_cast<std::uint32_t>(count); }

MarkdownLines lines_of(std::string_view text, std::size_t begin) {
  MarkdownLines lines;
  for (std::size_t at = begin; at < text.size();) {
    std::size_t const end = line_end(text, at);
    lines.push_back({bytes(at), bytes(end)});
    at = next_line(text, end);
  }
  return lines;
}

/// `key:` begins it, or it is a comment of YAML.
bool is_line_of_keys(std::string_view line) {
  if (line.starts_with('#')) return true;
  std::size_t const colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 && ends_token(line, colon + 1) &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), is_word);
}

/// Between `---` and `---` or `...` at the beginning of the file, if the first line that says something there is one of keys.
bool find_front_matter(std::string_view text, MarkdownLines const& lines, std::size_t& first_block, MarkdownLine& found) {
  auto const at = [&](std::size_t i) { return text.substr(lines[i].begin, trim_end(text, lines[i].begin, lines[i].end) - lines[i].begin); };
  std::size_t open = 0;
  while (open < lines.size() && at(open).empty()) ++open;
  if (open == lines.size() || at(open) != "---") return false;
  bool keys = false, said = false;
  for (std::size_t i = open + 1; i < lines.size(); ++i) {
    if (at(i) == "---" || at(i) == "...") {
      if (said && !keys) return false;
      found = {lines[open].end, lines[i].begin};
      first_block = i + 1;
      return true;
    }
    if (at(i).empty() || said) continue;
    said = true;
    keys = is_line_of_keys(at(i));
  }
  return false;
}

void append_line(MappedText& out, std::string_view text, MarkdownLine const& line) {
  out.pieces.push_back({bytes(out.text.size()), line.begin});
  out.text += text.substr(line.begin, line.end - line.begin);
}

MappedText empty_text(SourceId source, std::span<MarkdownLine const> lines) {
  MappedText out;
  if (!lines.empty()) out.span = {source, lines.front().begin, std::max(lines.front().begin, lines.back().end)};
  return out;
}

}  // namespace

MarkdownDocument read_markdown(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  MarkdownDocument document;
  MarkdownLines lines = lines_of(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
  std::size_t first_block = 0;
  if (find_front_matter(text, lines, first_block, document.front_matter))
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first_block));
  document.blocks = MarkdownScanner{source, text, diagnostics}.read(std::move(lines), 0);
  return document;
}

MappedText text_of(SourceId source, std::string_view text, std::span<MarkdownLine const> lines) {
  MappedText out = empty_text(source, lines);
  for (MarkdownLine const& line : lines) {
    if (!out.pieces.empty()) out.text += '\n';
    append_line(out, text, line);
  }
  return out;
}

MappedText paragraph_of(SourceId source, std::string_view text, std::span<MarkdownLine const> lines) {
  MappedText out = empty_text(source, lines);
  bool hard = false;
  for (MarkdownLine line : lines) {
    line.begin = bytes(skip_blanks(text, line.begin, line.end));
    std::uint32_t const end = bytes(trim_end(text, line.begin, line.end));
    if (!out.pieces.empty()) out.text += hard ? "\\\n" : " ";
    bool const slash = end > line.begin && text[end - 1] == '\\' && (end < line.begin + 2 || text[end - 2] != '\\');
    hard = slash || line.end - end >= 2;
    line.end = slash ? end - 1 : end;
    append_line(out, text, line);
  }
  return out;
}

}  // namespace resumec::syntax

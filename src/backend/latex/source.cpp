#include "backend/latex/source.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::backend::latex {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the token of TeX at `at`: a command, or one character.
std::size_t token_length(std::string_view text, std::size_t at) {
  if (text[at] != '\\' || at + 1 == text.size()) return unicode::decode_at(text, at).end - at;
  std::size_t end = at + 1;
  while (end < text.size() && is_letter(text[end])) ++end;
  return end > at + 1 ? end - at : 1 + (unicode::decode_at(text, at + 1).end - (at + 1));
}

}  // namespace

void Source::line(std::size_t indent, std::string_view content) {
  std::size_t const inner = std::min(indent + 2, widest_line / 2);
  std::size_t left = indent;
  while (true) {
    // The last blank that still fits, or, in a word too long, the last place between two arguments, or the last token.
    std::size_t columns = left, at = 0, blank = std::string_view::npos, seam = 0, token = 0;
    while (at < content.size() && columns < widest_line) {
      if (content[at] == ' ' && at > 0) blank = at;
      auto const length = token_length(content, at);
      auto const width = unicode::length(content.substr(at, length));
      if (columns + width >= widest_line && at + length < content.size()) break;
      at += length;
      columns += width;
      if (columns >= widest_line) continue;
      token = at;
      if (length == 1 && content[at - 1] == '}' && at < content.size() && content[at] == '{') seam = at;
    }
    if (at < content.size() && content[at] == ' ' && at > 0) blank = at;
    out_.append(left, ' ');
    if (at >= content.size()) {
      out_ += content;
      out_ += '\n';
      return;
    }
    if (blank != std::string_view::npos) {
      out_ += content.substr(0, blank);
      out_ += '\n';
      content.remove_prefix(blank + 1);
    } else {
      token = seam > 0 ? seam : std::max(token, token_length(content, 0));
      out_ += content.substr(0, token);
      out_ += "%\n";
      content.remove_prefix(token);
    }
    left = inner;
  }
}

void Source::code(std::size_t indent, std::vector<std::string> const& pieces) {
  std::string row(indent, ' ');
  bool empty = true;
  for (auto const& piece : pieces) {
    if (!empty && unicode::length(row) + unicode::length(piece) + 1 > widest_line) {
      out_ += row + "%\n";
      row.assign(indent, ' ');
    }
    row += piece;
    empty = false;
  }
  if (!empty) out_ += row + "%\n";
}

void Source::comment(std::string_view text, std::string_view prefix) {
  while (true) {
    auto const room = widest_line - prefix.size();
    std::size_t at = 0, columns = 0, blank = std::string_view::npos;
    while (at < text.size() && columns < room) {
      if (text[at] == ' ' && at > 0) blank = at;
      at = unicode::decode_at(text, at).end;
      ++columns;
    }
    if (at < text.size() && text[at] == ' ') blank = at;
    out_ += prefix;
    if (at >= text.size()) {
      out_ += text;
      out_ += '\n';
      return;
    }
    auto const end = blank == std::string_view::npos ? at : blank;
    out_ += text.substr(0, end);
    out_ += '\n';
    text.remove_prefix(blank == std::string_view::npos ? end : end + 1);
  }
}

std::string list(std::vector<std::string> const& words, std::string_view between) {
  std::string result;
  for (auto const& word : words) {
    if (!result.empty()) result += between;
    result += word;
  }
  return result;
}

}  // namespace resumec::backend::latex

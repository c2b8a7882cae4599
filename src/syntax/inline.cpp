#include "syntax/inline.hpp"

#include "syntax/inline_parts.hpp"
#include "syntax/markdown.hpp"
#include "syntax/yaml_chars.hpp"

#include <array>

namespace resumec::syntax {

namespace {

constexpr std::size_t fold_limit = 8;  // `<details>` inside `<details>`

constexpr std::array<bool, 256> special_bytes = [] {
  std::array<bool, 256> table{};
  for (char const c : std::string_view{"*_`[]<&\\^~${@\n\r\t"}) table[static_cast<unsigned char>(c)] = true;
  table[0] = true;
  return table;
}();

/// Text that no rule of this module could change: the usual case, read without md4c.
bool is_plain(std::string_view text) {
  if (text.ends_with('"')) return false;  // maybe all that is left of a text in quotes
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (special_bytes[static_cast<unsigned char>(text[i])]) return false;
    if (text[i] == ':' && starts_with_at(text, i, "://")) return false;
    if (text[i] == '.' && i >= 3 && text.substr(i - 3, 3) == "www") return false;
  }
  return true;
}

/// Could the first character open a list, heading, quote, rule or fence?
bool starts_block(char c) { return c == '-' || c == '+' || c == '#' || c == '>' || c == '=' || c == '|' || is_digit(c); }

Inlines plain_inlines(MappedText const& source, std::size_t begin, std::size_t end) {
  Inlines inlines;
  if (begin >= end) return inlines;
  Inline only;
  only.span = source.at(begin, end);
  only.text = source.text.substr(begin, end - begin);
  inlines.push_back(std::move(only));
  return inlines;
}

/// Bullets of word processors at the start of lines as Markdown's dashes, byte for byte, so that all else stays where it is.
MappedText with_dashes(MappedText text) {
  std::string& all = text.text;
  for (std::size_t line = 0; line < all.size(); line = next_line(all, line_end(all, line))) {
    std::size_t const at = skip_blanks(all, line, all.size()), size = bullet_at(all, at);
    if (size < 2) continue;
    // An item of an inner list begins where the text of the outer one does, or further right.
    std::string const blanks(size - 1, ' ');
    all.replace(at, size, at == line ? '-' + blanks : blanks + '-');
  }
  return text;
}

struct Range {
  std::size_t begin, end;
};
Range trimmed(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end && is_white(text[begin])) ++begin;
  return {begin, trim_end(text, begin, end)};
}

/// The `</details>` that closes the `<details` at `at`; npos if none does.
std::size_t matching_details(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t depth = 0;
  for (std::size_t i = at; i < end; ++i) {
    i = text.substr(0, end).find('<', i);
    if (i == std::string_view::npos) return i;
    if (starts_with_at(text, i, "<details")) ++depth;
    if (starts_with_at(text, i, "</details>") && --depth == 0) return i;
  }
  return std::string_view::npos;
}

class BlockReader {
 public:
  BlockReader(MappedText const& source, Diagnostics& diagnostics) : source_{source}, diagnostics_{diagnostics} {}

  void read(Blocks& blocks, std::size_t begin, std::size_t end, std::size_t depth) {
    std::string_view const text = source_.text;
    std::size_t at = begin;
    while (depth < fold_limit) {
      std::size_t const open = find_details(at, end);
      std::size_t const close = open == std::string_view::npos ? open : matching_details(text, open, end);
      if (close == std::string_view::npos) break;
      plain(blocks, at, open);
      blocks.push_back(fold(open, close, depth));
      at = close + std::string_view{"</details>"}.size();
    }
    plain(blocks, at, end);
  }

 private:
  /// A `<details` that begins a line.
  std::size_t find_details(std::size_t begin, std::size_t end) const {
    std::string_view const text = std::string_view{source_.text}.substr(0, end);
    for (std::size_t at = text.find("<details", begin); at != std::string_view::npos; at = text.find("<details", at + 1)) {
      std::size_t line = at;
      while (line > begin && is_blank(text[line - 1])) --line;
      if (line == begin || text[line - 1] == '\n') return at;
    }
    return std::string_view::npos;
  }

  Block fold(std::size_t open, std::size_t close, std::size_t depth) {
    std::string_view const text = std::string_view{source_.text}.substr(0, close);
    Block block;
    block.kind = BlockKind::Fold;
    block.span = source_.at(open, close + std::string_view{"</details>"}.size());
    std::size_t const tag = text.find('>', open);
    std::size_t inside = tag == std::string_view::npos ? close : tag + 1;
    std::size_t const first = trimmed(text, inside, close).begin;
    std::size_t const end = text.find("</summary>", first);
    if (starts_with_at(text, first, "<summary>") && end != std::string_view::npos) {
      Range const label = trimmed(text, first + std::string_view{"<summary>"}.size(), end);
      Parts parts = read_paragraph(source_, label.begin, label.end, diagnostics_);
      block.inlines = to_inlines(parts, source_);
      inside = end + std::string_view{"</summary>"}.size();
    }
    read(block.children, inside, close, depth + 1);
    return block;
  }

  void plain(Blocks& blocks, std::size_t begin, std::size_t end) {
    if (trimmed(source_.text, begin, end).begin >= end) return;
    for (Block& block : read_blocks(source_, begin, end, diagnostics_)) blocks.push_back(std::move(block));
  }

  MappedText const& source_;
  Diagnostics& diagnostics_;
};

void append_plain(std::string& out, Inlines const& inlines) {
  for (Inline const& part : inlines) {
    if (part.kind == InlineKind::HardBreak) out += ' ';
    out += part.text;
    append_plain(out, part.children);
  }
}

void append_plain(std::string& out, Blocks const& blocks) {
  auto const separate = [&out] {
    if (!out.empty() && out.back() != '\n') out += '\n';
  };
  for (Block const& block : blocks) {
    if (!block.inlines.empty()) {
      separate();
      append_plain(out, block.inlines);
    }
    append_plain(out, block.children);
    for (ListItem const& item : block.items) append_plain(out, item.blocks);
  }
}

}  // namespace

ParsedInlines parse_inlines(MappedText const& text, Diagnostics& diagnostics) {
  Range const range = trimmed(text.text, 0, text.text.size());
  if (is_plain(std::string_view{text.text}.substr(range.begin, range.end - range.begin)))
    return {plain_inlines(text, range.begin, range.end), {}};
  Parts parts = read_paragraph(text, range.begin, range.end, diagnostics);
  ParsedInlines parsed;
  parsed.attributes = take_attributes(parts, text, diagnostics);
  parsed.inlines = to_inlines(parts, text);
  return parsed;
}

Blocks parse_blocks(MappedText const& written, Diagnostics& diagnostics) {
  MappedText const text = with_dashes(written);
  Range const range = trimmed(text.text, 0, text.text.size());
  Blocks blocks;
  if (range.begin >= range.end) return blocks;
  if (is_plain(std::string_view{text.text}.substr(range.begin, range.end - range.begin)) && !starts_block(text.text[range.begin])) {
    Block block;
    block.inlines = plain_inlines(text, range.begin, range.end);
    block.span = block.inlines.front().span;
    blocks.push_back(std::move(block));
    return blocks;
  }
  BlockReader{text, diagnostics}.read(blocks, range.begin, range.end, 0);
  return blocks;
}

std::string plain_text(Inlines const& inlines) {
  std::string out;
  append_plain(out, inlines);
  return out;
}

std::string plain_text(Blocks const& blocks) {
  std::string out;
  append_plain(out, blocks);
  return out;
}

}  // namespace resumec::syntax

// The blocks of some lines of Markdown. Inside of markdown_document alone.
#pragma once

#include "syntax/markdown_document.hpp"

#include <optional>

namespace resumec::syntax {

class MarkdownScanner {
 public:
  MarkdownScanner(SourceId source, std::string_view text, Diagnostics& diagnostics)
      : source_{source}, text_{text}, diagnostics_{diagnostics} {}

  /// `depth`: of lists, quotes and folds around them.
  MarkdownBlocks read(MarkdownLines lines, std::size_t depth);

 private:
  /// A place among lines: the byte behind what closes a block.
  struct Place {
    std::size_t line = 0;
    std::uint32_t byte = 0;
  };
  struct Level;

  std::string_view at(MarkdownLine const& line) const { return text_.substr(line.begin, line.end - line.begin); }
  bool is_blank_line(MarkdownLine const& line) const;
  void pair_folds(Level& level) const;
  std::optional<Place> comment_end(Level& level, std::size_t line) const;
  std::optional<Place> opaque_end(Level& level, std::size_t line) const;
  bool opens_block(Level& level, std::size_t line) const;
  void go_on(Level& level, Place const& place) const;

  void read_block(Level& level);
  bool read_comment(Level& level);
  bool read_fold(Level& level);
  void read_heading(Level& level, int heading);
  void read_code(Level& level, char mark, std::size_t length);
  void read_quote(Level& level);
  void read_list(Level& level);
  bool read_table(Level& level);
  bool read_definition(Level& level);
  bool read_link_definition(Level& level);
  void read_paragraph(Level& level);
  /// Takes over the lines from `level.next` on that belong to an item whose text begins in column `content`.
  void take_item(Level& level, MarkdownItem& item, std::size_t content, std::size_t nested_from);
  void finish(Level& level, MarkdownBlock block, std::size_t first) const;

  SourceId source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
};

}  // namespace resumec::syntax

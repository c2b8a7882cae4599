// Writing lines of the file: at most 100 columns, whatever the text. A blank of the content may become a line end; a longer word is
// cut by `%`, which prints nothing: between two arguments of a command, or else between two tokens of TeX.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::backend::latex {

inline constexpr std::size_t widest_line = 100;

class Source {
 public:
  /// One line; longer content goes on below, further in.
  void line(std::size_t indent, std::string_view content);
  /// A line of a macro's definition, where a line end must not print: `pieces` side by side, cut between them by `%`.
  void code(std::size_t indent, std::vector<std::string> const& pieces);
  void code(std::size_t indent, std::string piece) { code(indent, std::vector{std::move(piece)}); }
  /// A comment, filled.
  void comment(std::string_view text, std::string_view prefix = "% ");
  void blank() { out_ += '\n'; }
  /// Finished lines.
  void raw(std::string_view lines) { out_ += lines; }

  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

/// "a, b, c".
std::string list(std::vector<std::string> const& words, std::string_view between = ", ");

}  // namespace resumec::backend::latex

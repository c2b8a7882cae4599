// The blanks at which no line ends: `70 B`, `+1 (555) 123-4567`, `2019 – present`, `K. Marrow`, `seen [1], [2]`; and those at which one
// ends less gladly: behind `of`, `a`, `to`.
#pragma once

#include "layout/inline/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace resumec::layout {

class Blanks {
 public:
  Blanks(std::string_view text, std::vector<Token> const& tokens);

  enum class Kind : std::uint8_t { Free, Sticky, Glued };
  /// Of the blank behind a token.
  Kind behind(std::size_t token) const { return kinds_[token]; }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin); }
  void glue(std::size_t first, std::size_t last);
  bool pair_clings(std::size_t left) const;
  bool is_counted(std::size_t at) const;
  bool is_version(std::size_t number) const;
  void phone_numbers();
  void date_ranges();

  std::string_view text_;
  std::vector<Token> const& tokens_;
  std::vector<Kind> kinds_;
};

}  // namespace resumec::layout

// md4c's span and text events → parts. md4c gives no offsets of marks: they are found from the text's own.
#pragma once

#include "syntax/inline_parts.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace resumec::syntax {

class SpanReader {
 public:
  SpanReader(MappedText const& source, MaskedText const& masked, std::size_t begin, Diagnostics& diagnostics);

  /// Where the text read so far ends.
  std::size_t cursor() const { return cursor_; }
  void advance(std::size_t at) { cursor_ = std::max(cursor_, at); }
  bool empty() const { return frames_.size() == 1 && frames_.front().parts.empty(); }

  /// `mark` is one of the characters the span's mark consists of, or 0 for links.
  void enter(InlineKind kind, char mark, std::size_t length);
  void enter_link(std::string target, bool image);
  void leave();
  void text(std::size_t begin, std::size_t end);
  void entity(std::size_t begin, std::size_t end);
  void html(std::size_t begin, std::size_t end);
  void hard_break();
  void soft_break();

  /// The paragraph read since the last call.
  Parts finish();

 private:
  struct Frame {
    Part part;
    Parts parts;
    std::size_t mark_length = 0;
    bool verbatim = false;  ///< code and bare addresses
    bool address = false;
  };

  void open(Frame frame);
  void append(std::string_view text, std::size_t begin, std::size_t end);
  void markup(std::size_t begin, std::size_t end, bool escaped);
  void report_stray(std::size_t begin, std::size_t end);
  void special(Special const& special);
  void delimiter(char mark, std::size_t begin, std::size_t end, std::size_t attributes);
  std::size_t skip_line_start(std::size_t at) const;
  std::size_t link_end(std::size_t at) const;
  char masked_at(std::size_t at) const { return at - begin_ < masked_.mask.size() ? masked_.mask[at - begin_] : '\0'; }

  MappedText const& source_;
  MaskedText const& masked_;
  std::size_t begin_;
  Diagnostics& diagnostics_;
  std::size_t cursor_;
  std::size_t next_special_ = 0;
  std::size_t skipped_ = 0;  ///< spans open below the depth limit
  bool stray_reported_ = false;
  std::vector<Frame> frames_;
};

}  // namespace resumec::syntax

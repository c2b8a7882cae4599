// Texts that are put together from parts of a source, each of which keeps its place.
#pragma once

#include "syntax/node.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::syntax {

class MappedBuilder {
 public:
  /// Text that stands letter for letter at `source`, or what stands for something that begins there.
  void append(std::string_view text, std::uint32_t source) {
    if (text.empty()) return;
    auto const at = static_cast<std::uint32_t>(text_.size());
    bool const goes_on = !pieces_.empty() && pieces_.back().source + (at - pieces_.back().text) == source;
    if (!goes_on) pieces_.push_back({at, source});
    text_ += text;
  }
  /// Bytes [begin, end) of another text, with their places.
  void append(MappedText const& from, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      auto const next = next_piece(from, at, end);
      append(std::string_view{from.text}.substr(at, next - at), from.at(at, at).begin);
      at = next;
    }
  }
  void append(MappedText const& from) { append(from, 0, from.text.size()); }

  std::string const& text() const { return text_; }
  std::size_t size() const { return text_.size(); }
  bool empty() const { return text_.empty(); }
  void pop_back() { truncate(text_.size() - 1); }
  void truncate(std::size_t size) {
    text_.resize(size);
    while (!pieces_.empty() && pieces_.back().text >= size) pieces_.pop_back();
  }

  /// `span`: all of what was written.
  MappedText take(Span span) {
    MappedText made{std::move(text_), span, std::move(pieces_)};
    if (made.pieces.size() == 1 && made.pieces.front().text == 0 && made.pieces.front().source == span.begin) made.pieces.clear();
    return made;
  }

 private:
  static std::size_t next_piece(MappedText const& from, std::size_t at, std::size_t end) {
    auto const next = std::upper_bound(from.pieces.begin(), from.pieces.end(), at,
                                       [](std::size_t value, TextPiece const& piece) { return value < piece.text; });
    return next == from.pieces.end() ? end : std::min<std::size_t>(next->text, end);
  }

  std::string text_;
  std::vector<TextPiece> pieces_;
};

}  // namespace resumec::syntax

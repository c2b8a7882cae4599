// The data tree: what a structured source says, whatever format it is written in. Readers (yaml, later json,
// xml, …) make it; lowering reads it. Every value and every key has a span; order and duplicates are kept; a
// tree is always returned, whatever the input; depth and size are bounded by the readers.
#pragma once

#include "resumec/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::syntax {

/// Where the characters of a decoded text came from: pieces in order, each mapping bytes of the text from
/// `text` on, one to one, to bytes of the source from `source` on, up to the next piece. Empty: the text stands
/// in the source as it is, from the node's span on (plain scalars on one line).
struct TextPiece {
  std::uint32_t text;
  std::uint32_t source;
};

/// A decoded text with the way back to its source.
struct MappedText {
  std::string text;
  Span span;                      ///< of the content, without quotes or block header
  std::vector<TextPiece> pieces;  ///< sorted by `text`

  /// The source span of a byte range of `text`.
  Span at(std::size_t begin, std::size_t end) const;
};

enum class ScalarStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

struct Member;

struct Node {
  enum class Kind : std::uint8_t {
    Null,    ///< nothing was given (`key:`, `~`, `null`)
    Scalar,  ///< a text; types are never resolved here
    List,
    Map,
    Error,   ///< could not be read; already reported
  };

  Kind kind = Kind::Null;
  Span span;  ///< the whole value as written, quotes included
  ScalarStyle style = ScalarStyle::Plain;
  MappedText scalar;
  std::vector<Node> items;      ///< of a list
  std::vector<Member> members;  ///< of a map, in source order, duplicates kept

  bool is_scalar() const { return kind == Kind::Scalar; }
  bool is_list() const { return kind == Kind::List; }
  bool is_map() const { return kind == Kind::Map; }
  bool is_null() const { return kind == Kind::Null; }
  std::string_view text() const { return scalar.text; }
  /// The last member of that key, or nullptr.
  Member const* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Span key_span;
  Node value;
};

/// One line a node, indented, with byte spans: `dump --stage=syntax`.
std::string dump(Node const& node);

}  // namespace resumec::syntax

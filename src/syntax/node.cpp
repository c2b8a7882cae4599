#include "syntax/node.hpp"

#include "base/append.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace resumec::syntax {

namespace {

constexpr std::string_view style_name(ScalarStyle style) {
  constexpr std::array<std::string_view, 5> names{"plain", "single-quoted", "double-quoted", "literal", "folded"};
  return names[static_cast<std::size_t>(style)];
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      base::append(out, "\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_span(std::string& out, Span const& span) { base::append(out, " {}-{}", span.begin, span.end); }

void append_node(std::string& out, Node const& node, std::size_t depth) {
  std::string const indent(depth * 2, ' ');
  switch (node.kind) {
    case Node::Kind::Null:
      out += "null";
      append_span(out, node.span);
      break;
    case Node::Kind::Error:
      out += "error";
      append_span(out, node.span);
      break;
    case Node::Kind::Scalar:
      out += style_name(node.style);
      append_span(out, node.span);
      out += ' ';
      append_quoted(out, node.scalar.text);
      break;
    case Node::Kind::List:
      out += "list";
      append_span(out, node.span);
      for (Node const& item : node.items) {
        out += '\n' + indent + "- ";
        append_node(out, item, depth + 1);
      }
      break;
    case Node::Kind::Map:
      out += "map";
      append_span(out, node.span);
      for (Member const& member : node.members) {
        out += '\n' + indent;
        append_quoted(out, member.key);
        append_span(out, member.key_span);
        out += ": ";
        append_node(out, member.value, depth + 1);
      }
      break;
  }
}

}  // namespace

Span MappedText::at(std::size_t begin, std::size_t end) const {
  auto const source_of = [this](std::size_t offset) {
    if (offset >= text.size()) return span.end;
    auto const wanted = static_cast<std::uint32_t>(offset);
    if (pieces.empty() || pieces.front().text > wanted) return std::min(span.end, span.begin + wanted);
    auto const after = std::upper_bound(pieces.begin(), pieces.end(), wanted,
                                        [](std::uint32_t value, TextPiece const& piece) { return value < piece.text; });
    TextPiece const& piece = *std::prev(after);
    // What an escape stands for may be longer than the escape itself; it never reaches into the next piece.
    std::uint32_t const limit = after == pieces.end() ? span.end : std::max(after->source, piece.source);
    return std::min(limit, piece.source + (wanted - piece.text));
  };
  std::uint32_t const from = source_of(begin);
  std::uint32_t const to = end <= begin ? from : source_of(end);
  return {span.source, from, std::max(from, to)};
}

Member const* Node::find(std::string_view key) const {
  auto const found = std::find_if(members.rbegin(), members.rend(), [&](Member const& member) { return member.key == key; });
  return found == members.rend() ? nullptr : &*found;
}

std::string dump(Node const& node) {
  std::string out;
  append_node(out, node, 0);
  out += '\n';
  return out;
}

}  // namespace resumec::syntax

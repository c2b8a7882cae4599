// Items of lists by tables: which key of another program's file is which field here, and what becomes of its value. JSON Resume, and the
// formats that are like it, are told by such tables.
#pragma once

#include "importers/rewrite.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>

namespace resumec::importers::items {

/// What a value becomes.
enum class Shape : std::uint8_t {
  Text,    ///< one paragraph; the texts of a list are joined by commas
  Rich,    ///< paragraphs; several keys follow each other, a list becomes points
  Points,  ///< points
  Words,   ///< key words
  Tags,    ///< tags
  Date,
  Url,  ///< further addresses become links
  Place,
  Literal,
};

inline constexpr std::size_t most_keys = 8;
using Keys = std::array<std::string_view, most_keys>;

struct FieldRule {
  std::string_view name;  ///< native
  Shape shape;
  Keys keys;  ///< the schema's own first, then older and other ones
};

struct SectionRule {
  Keys keys;
  std::string_view name;  ///< native
  std::string_view item;  ///< "a position": for messages
  std::span<FieldRule const> fields;
};

struct File {
  Context& context;
  std::set<Span> reported = {};  ///< values of which the check has said that they are of the wrong sort
};

/// Takes what the rules name out of `fields` and puts it into a native entry.
void move_fields(Fields& fields, Node& to, std::span<FieldRule const> rules, File& file);
/// An item of a section's list.
Node entry(Node const& item, SectionRule const& rule, File& file);
/// `{address, city, …}`, or the same as a text.
Node place(Node const& node, File& file);

/// A text, or a list of them and of maps that hold one, as points.
Node points(Node const& node, File& file);
/// The texts of a list as one, with commas between them.
Node joined(Node const& list);
/// A value that cannot go where its key says: under an `x-` key, with a warning unless the check has had one.
void keep_odd(Node& to, Member const& member, std::string_view expected, File& file);

}  // namespace resumec::importers::items

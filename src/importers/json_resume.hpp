// What the parts of the importer of JSON Resume share. Inside the importers alone.
#pragma once

#include "importers/rewrite.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>

namespace resumec::importers::json_resume {

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

/// The rule of a key at the top; nullptr for a section of one's own.
SectionRule const* find_section(std::string_view key);
SectionRule const& custom_section();

struct File {
  Context& context;
  std::set<Span> reported = {};  ///< values of which the check has said that they are of the wrong sort
};

/// The parts of the official schema (1.3.1; 1.0.0 is the same in meaning) against the file: each sort of deviation once.
void check_schema(Node const& root, File& file);

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

}  // namespace resumec::importers::json_resume

// The table of fields as values: what lowering, did-you-mean, the JSON Schema and the reference page read.
#pragma once

#include "model/resume.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace resumec::model {

/// Where a key may stand; a set of them is a mask.
enum class Where : std::uint32_t {
  Top = 1,
  Name = 2,
  Where = 4,
  When = 8,
  Contact = 16,
  Link = 32,
  Section = 64,
  Entry = 128,
  Point = 256,
  Item = 512,
  Settings = 1024,
  Variant = 2048,
  Rule = 4096,
  Budget = 8192,
  Output = 16384,
  Query = 32768,
  Record = 65536,
};
constexpr Where operator|(Where a, Where b) { return static_cast<Where>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b)); }
constexpr bool has(Where set, Where one) { return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(one)) != 0; }

/// What a value is. Each has a description and a JSON Schema (schema.cpp, json_schema.cpp).
enum class FieldType : std::uint8_t {
  Text,
  Texts,
  RichText,
  Literal,
  Literals,
  Bool,
  Priority,
  Integer,
  Columns,
  Lang,
  Version,
  Date,
  When,
  Place,
  PersonName,
  Links,
  Contacts,
  Points,
  Entries,
  Authors,
  Items,
  Level,
  Sections,
  Layout,
  Settings,
  Labels,
  Variants,
  Rule,
  Titles,
  Wordings,
  Overlay,
  Outputs,
  Formats,
  Budget,
  Percent,
  Stranded,
  PageBreak,
  Map,
  Reserved,
  Kind,
  Numbering,
  SectionStyle,
  Sort,
  DateStyle,
  Typography,
  Abstracts,
  Query,
  RecordCriteria,
  RecordSort,
  RecordGroup,
};

enum class FieldId : std::uint8_t {
#define RESUMEC_FIELD(enumerator, places, kinds, key, type, aliases, tell, help, example) enumerator,
#include "model/schema.def"
#undef RESUMEC_FIELD
};

struct Field {
  FieldId id;
  Where places;
  std::uint32_t kinds;  ///< mask of Kind, for places with entries
  std::string_view key;
  FieldType type;
  std::string_view aliases;  ///< separated by blanks
  Kind tell;                 ///< the kind that the key gives away; Kind::Other for none
  std::string_view help, example;

  bool takes(Kind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1U) != 0; }
  /// True for the key and for its aliases.
  bool is_called(std::string_view name) const;
  /// The same for whatever is the same name (model/names.hpp).
  bool is_named(std::string_view name) const;
};

std::span<Field const> fields();
inline constexpr std::size_t kind_count = static_cast<std::size_t>(Kind::Other) + 1;

/// The field of that key or alias there, or nullptr. `kind` matters for entries alone.
Field const* find_exact_field(Where place, std::string_view key, Kind kind = Kind::Other);
/// The same for a key of a map that is read as fields: one of the same name will do where none is exactly so.
Field const* find_field(Where place, std::string_view key, Kind kind = Kind::Other);
/// Every key (without aliases) that may stand there: the candidates of did-you-mean.
std::vector<std::string_view> known_keys(Where place, Kind kind = Kind::Other);

/// "a text", "a list of points": for messages and the reference.
std::string_view describe(FieldType type);
/// The words of a field with a fixed choice; empty for others.
std::span<std::string_view const> choices(FieldType type);

}  // namespace resumec::model

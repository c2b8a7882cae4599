// Values of the layout language: how they are written, which kinds there are, and the one check that serves the attributes of a
// layout file and the options of a résumé alike.
#pragma once

#include "base/color.hpp"
#include "base/length.hpp"
#include "resumec/diagnostics.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

enum class ValueType : std::uint8_t {
  Text,    ///< any text
  Name,    ///< letters, digits and `-`, starting with a letter
  Names,   ///< names separated by blanks
  Color,   ///< `#rgb` or `#rrggbb`
  Length,  ///< `18mm`, `10pt`, `1.8cm`, `0.7in`
  Number,  ///< a decimal number, up to six places
  Integer,
  Bool,     ///< `true` or `false`
  Word,     ///< one of the rule's words
  Font,     ///< the name of a font family, or a role: `serif`, `sans`, `mono`
  Margins,  ///< one to four lengths, as in CSS: top right bottom left
};

std::string_view name_of(ValueType type);

/// What a value must be. `minimum` and `maximum` count millionths for numbers and `Length` units for lengths; they
/// hold where `minimum < maximum`.
struct ValueRule {
  ValueType type = ValueType::Text;
  std::vector<std::string_view> words = {};
  std::int64_t minimum = 0, maximum = 0;
};

/// Four lengths in the order top, right, bottom, left.
using Margins = std::array<base::Length, 4>;

std::optional<base::Color> parse_color(std::string_view text);
std::optional<base::Length> parse_length(std::string_view text);
/// A decimal number in millionths; at most four digits before the point.
std::optional<std::int64_t> parse_number(std::string_view text);
std::optional<Margins> parse_margins(std::string_view text);
bool is_name(std::string_view text);
std::vector<std::string_view> split_words(std::string_view text);

/// `18.5`: millionths as they are written, without trailing zeros.
std::string format_number(std::int64_t millionths);
/// `10pt`: a length in points, to a thousandth.
std::string format_length(std::int64_t raw);

/// True if `text` obeys the rule; otherwise reports why at `span`. `subject` is what takes the value: an attribute or an option.
bool check_value(ValueRule const& rule, std::string_view subject, std::string_view text, Span span, Diagnostics& diagnostics);

/// "`a`, `b` or `c`", for messages.
std::string list_words(std::vector<std::string_view> const& words);

}  // namespace resumec::style

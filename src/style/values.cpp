#include "style/values.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::style {

namespace {

using base::Length;

constexpr std::int64_t million = 1'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::optional<std::uint8_t> hex_digit(char c) {
  if (is_digit(c)) return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

struct Unit {
  std::string_view name;
  std::int64_t points_numerator, points_denominator;  // one unit in points
};
constexpr Unit units[] = {{"pt", 1, 1}, {"mm", 720, 254}, {"cm", 7200, 254}, {"in", 72, 1}};

struct NamedColor {
  std::string_view name;
  std::uint32_t value;
};
constexpr NamedColor named_colors[] = {
#define RESUMEC_COLOR(name, value) {name, value},
#include "style/css_colors.def"
#undef RESUMEC_COLOR
};

std::string small(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

std::optional<base::Color> find_named_color(std::string_view text) {
  std::string const name = small(text);
  for (NamedColor const& color : named_colors)
    if (color.name == name)
      return base::Color{static_cast<std::uint8_t>(color.value >> 16), static_cast<std::uint8_t>(color.value >> 8),
                         static_cast<std::uint8_t>(color.value)};
  return std::nullopt;
}

/// In quotes: without them YAML takes `#` for the beginning of a remark.
std::string color_hint(std::string_view text) {
  std::vector<std::string_view> names;
  for (NamedColor const& color : named_colors) names.push_back(color.name);
  if (auto const near = base::nearest(text, names)) return diag::did_you_mean(*near);
  return "write it as `\"#1a4f8b\"` or `\"#148\"`, with the quotes, or by a name of CSS such as `navy`";
}

/// A length as people write it, in the way that it is to be written: `1 inch`, `0.5"`, `0.5in, 0.6in`. Empty where that is not known.
std::string length_meant(std::string_view text) {
  std::string meant = small(text);
  auto const replace = [&](std::string_view from, std::string_view to) {
    for (std::size_t at = meant.find(from); at != std::string::npos; at = meant.find(from, at + to.size()))
      meant.replace(at, from.size(), to);
  };
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"inches", "in"},      {"inch", "in"},        {"\"", "in"},          {"”", "in"},      {"millimetres", "mm"},
      {"millimeters", "mm"}, {"centimetres", "cm"}, {"centimeters", "cm"}, {"points", "pt"}, {",", " "}};
  for (auto const& [from, to] : words) replace(from, to);
  std::string result;
  for (auto const word : split_words(meant)) {
    bool const unit = std::any_of(std::begin(units), std::end(units), [&](Unit const& known) { return known.name == word; });
    result += (result.empty() || unit ? "" : " ") + std::string{word};
  }
  return result != text && parse_margins(result) ? result : std::string{};
}

/// A bound in the unit that was written, rounded into the range: what the message says is to be accepted.
enum class Bound : std::uint8_t { Least, Most };

std::string in_unit_of(std::string_view text, std::int64_t raw, Bound bound) {
  auto const unit = std::find_if(std::begin(units), std::end(units), [&](Unit const& known) { return text.ends_with(known.name); });
  if (unit == std::end(units)) return format_length(raw);
  // Three digits behind the point are more than a ruler shows.
  std::int64_t const dividend = raw * 1000 * unit->points_denominator, divisor = Length::point * unit->points_numerator;
  std::int64_t const thousandths = (bound == Bound::Least ? dividend + divisor - 1 : dividend) / divisor;
  return format_number(thousandths * 1000) + std::string{unit->name};
}

std::string range_text(ValueRule const& rule, std::string_view text) {
  if (rule.type == ValueType::Length || rule.type == ValueType::Margins)
    return fmt::format("`{}` to `{}`", in_unit_of(text, rule.minimum, Bound::Least), in_unit_of(text, rule.maximum, Bound::Most));
  return fmt::format("`{}` to `{}`", format_number(rule.minimum), format_number(rule.maximum));
}

bool check_range(ValueRule const& rule, std::string_view subject, std::string_view text, std::int64_t value, Span span,
                 Diagnostics& diagnostics) {
  if (rule.minimum >= rule.maximum || (value >= rule.minimum && value <= rule.maximum)) return true;
  diag::report<diag::Kind::OutOfRange>(diagnostics, span, text, subject, range_text(rule, text));
  return false;
}

bool check_word(std::vector<std::string_view> const& words, std::string_view subject, std::string_view text, Span span,
                Diagnostics& diagnostics) {
  if (std::find(words.begin(), words.end(), text) != words.end()) return true;
  auto report = diag::report<diag::Kind::UnknownChoice>(diagnostics, span, text, subject, list_words(words));
  if (auto const near = base::nearest(text, words)) report.hint(diag::did_you_mean(*near));
  return false;
}

}  // namespace

std::string_view name_of(ValueType type) {
  constexpr std::string_view names[] = {"text", "name", "names", "color", "length", "number", "integer", "bool", "enum", "font", "margins"};
  return names[static_cast<std::size_t>(type)];
}

std::optional<base::Color> parse_color(std::string_view text) {
  if (!text.starts_with('#')) return find_named_color(text);
  if (text.size() != 4 && text.size() != 7) return std::nullopt;
  std::array<std::uint8_t, 6> digits{};
  for (std::size_t i = 1; i < text.size(); ++i) {
    auto const digit = hex_digit(text[i]);
    if (!digit) return std::nullopt;
    digits[i - 1] = *digit;
  }
  auto const pair = [&](std::size_t i) {
    return text.size() == 4 ? static_cast<std::uint8_t>(digits[i] * 17) : static_cast<std::uint8_t>(digits[2 * i] * 16 + digits[2 * i + 1]);
  };
  return base::Color{pair(0), pair(1), pair(2)};
}

std::optional<std::int64_t> parse_number(std::string_view text) {
  bool const negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  auto const point = text.find('.');
  auto const whole = text.substr(0, point);
  auto const fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || whole.size() > 4 || fraction.size() > 6 || (point != std::string_view::npos && fraction.empty()))
    return std::nullopt;
  if (!std::all_of(whole.begin(), whole.end(), is_digit) || !std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  std::int64_t value = 0;
  for (char const c : whole) value = value * 10 + (c - '0');
  for (std::size_t i = 0; i < 6; ++i) value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
  return negative ? -value : value;
}

std::optional<Length> parse_length(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  auto const unit = std::find_if(std::begin(units), std::end(units), [&](Unit const& u) { return text.ends_with(u.name); });
  if (unit == std::end(units)) return std::nullopt;
  text.remove_suffix(unit->name.size());
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  auto const number = parse_number(text);
  if (!number) return std::nullopt;
  // 10^10 millionths × 2^16 × 720 fits into 63 bits; centimetres take the factor of ten in the divisor's place.
  std::int64_t numerator = unit->points_numerator, denominator = unit->points_denominator * million;
  if (numerator % 10 == 0 && denominator % 10 == 0) {
    numerator /= 10;
    denominator /= 10;
  }
  return Length::raw(Length::divide(*number * Length::point * numerator, denominator));
}

std::optional<Margins> parse_margins(std::string_view text) {
  std::vector<Length> lengths;
  for (auto const word : split_words(text)) {
    auto const length = parse_length(word);
    if (!length || lengths.size() == 4) return std::nullopt;
    lengths.push_back(*length);
  }
  switch (lengths.size()) {
    case 1:
      return Margins{lengths[0], lengths[0], lengths[0], lengths[0]};
    case 2:
      return Margins{lengths[0], lengths[1], lengths[0], lengths[1]};
    case 3:
      return Margins{lengths[0], lengths[1], lengths[2], lengths[1]};
    case 4:
      return Margins{lengths[0], lengths[1], lengths[2], lengths[3]};
    default:
      return std::nullopt;
  }
}

bool is_name(std::string_view text) {
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && text.size() <= 64 && letter(text[0]) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || is_digit(c) || c == '-'; });
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t i = 0;
  while (i < text.size()) {
    if (is_blank(text[i])) {
      ++i;
      continue;
    }
    std::size_t const begin = i;
    while (i < text.size() && !is_blank(text[i])) ++i;
    words.push_back(text.substr(begin, i - begin));
  }
  return words;
}

std::string format_length(std::int64_t raw) { return format_number(Length::divide(raw * 1000, Length::point) * 1000) + "pt"; }

std::string format_number(std::int64_t millionths) {
  std::string const sign = millionths < 0 ? "-" : "";
  std::int64_t const value = millionths < 0 ? -millionths : millionths;
  std::string fraction = fmt::format("{:06}", value % million);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return fmt::format("{}{}{}{}", sign, value / million, fraction.empty() ? "" : ".", fraction);
}

std::string list_words(std::vector<std::string_view> const& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += fmt::format("`{}`", words[i]);
  }
  return text;
}

bool check_value(ValueRule const& rule, std::string_view subject, std::string_view text, Span span, Diagnostics& diagnostics) {
  switch (rule.type) {
    case ValueType::Text:
      return true;
    case ValueType::Font:
      if (!split_words(text).empty()) return true;
      diag::report<diag::Kind::EmptyLayoutValue>(diagnostics, span, subject)
          .hint("name a font family, such as `Libertinus Serif`, or a role: `serif`, `sans`");
      return false;
    case ValueType::Name:
      if (is_name(text)) return true;
      diag::report<diag::Kind::BadLayoutName>(diagnostics, span, text).hint("a name has letters, digits and `-`, and starts with a letter");
      return false;
    case ValueType::Names: {
      for (auto const word : split_words(text)) {
        if (word == "*" || is_name(word)) continue;
        diag::report<diag::Kind::BadLayoutName>(diagnostics, span, word)
            .hint("a name has letters, digits and `-`, and starts with a letter");
        return false;
      }
      return true;
    }
    case ValueType::Color:
      if (parse_color(text)) return true;
      diag::report<diag::Kind::BadColor>(diagnostics, span, text, subject).hint(color_hint(text));
      return false;
    case ValueType::Length: {
      auto const length = parse_length(text);
      if (length) return check_range(rule, subject, text, length->raw(), span, diagnostics);
      if (std::string const meant = length_meant(text); parse_length(meant)) {
        diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject).hint(fmt::format("write `{}`", meant));
        return false;
      }
      diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject)
          .hint(parse_number(text) ? fmt::format("a unit is missing: `{0}pt`, `{0}mm`, `{0}cm` or `{0}in`", text)
                                   : "write a number and a unit, `pt`, `mm`, `cm` or `in`, such as `18mm`");
      return false;
    }
    case ValueType::Margins: {
      auto const margins = parse_margins(text);
      if (!margins) {
        if (std::string const meant = length_meant(text); !meant.empty()) {
          diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject).hint(fmt::format("write `{}`", meant));
          return false;
        }
        diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject)
            .hint(parse_number(text) ? fmt::format("a unit is missing: `{0}mm`, `{0}cm`, `{0}in` or `{0}pt`", text)
                                     : "write one length, such as `18mm`, or two to four for top, right, bottom and left");
        return false;
      }
      return std::all_of(margins->begin(), margins->end(),
                         [&](Length length) { return check_range(rule, subject, text, length.raw(), span, diagnostics); });
    }
    case ValueType::Number:
    case ValueType::Integer: {
      auto const number = parse_number(text);
      if (number && (rule.type == ValueType::Number || *number % million == 0)) {
        return check_range(rule, subject, text, *number, span, diagnostics);
      }
      diag::report<diag::Kind::BadNumber>(diagnostics, span, text, rule.type == ValueType::Number ? "number" : "whole number", subject);
      return false;
    }
    case ValueType::Bool:
      return check_word({"true", "false"}, subject, text, span, diagnostics);
    case ValueType::Word:
      return check_word(rule.words, subject, text, span, diagnostics);
  }
  return false;
}

}  // namespace resumec::style

#include "style/values.hpp"

#include "base/ascii.hpp"
#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "style/named_colors.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::style {

namespace {

using base::Length;

constexpr std::int64_t million = 1'000'000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

/// In quotes: without them YAML takes `#` for the beginning of a remark.
std::string color_hint(std::string_view text) {
  if (auto const near = nearest_color_name(text)) return diag::did_you_mean(*near);
  return "write it as `\"#1a4f8b\"` or `\"#148\"`, with the quotes, or by a name of CSS such as `navy`";
}

Unit const* find_unit(std::string_view name) {
  auto const found = std::find_if(std::begin(units), std::end(units), [&](Unit const& unit) { return unit.name == name; });
  return found == std::end(units) ? nullptr : found;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

/// Lengths as people write them, in the way that they are to be written: `1 inch`, `0.5"`, `0.5in, 0.6in`. Empty where that is not known.
std::string lengths_meant(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {
      {"inches", "in"},      {"inch", "in"},        {"\"", "in"},          {"”", "in"},      {"millimetres", "mm"},
      {"millimeters", "mm"}, {"centimetres", "cm"}, {"centimeters", "cm"}, {"points", "pt"}, {",", " "}};
  std::string written = base::ascii_lower(text);
  for (auto const& [from, to] : words) written = replaced(std::move(written), from, to);
  std::string meant;
  for (auto const word : split_words(written)) {
    if (!meant.empty() && !find_unit(word)) meant += ' ';
    meant += word;
  }
  return meant != text && parse_margins(meant) ? meant : std::string{};
}

/// A bound in the unit that was written, to a thousandth, which is more than a ruler shows; within the range when it is read.
std::string in_unit_of(std::string_view text, std::int64_t bound, ValueRule const& rule) {
  auto const unit = std::find_if(std::begin(units), std::end(units), [&](Unit const& known) { return text.ends_with(known.name); });
  if (unit == std::end(units)) return format_length(bound);
  std::int64_t const divisor = Length::point * unit->points_numerator;
  std::int64_t const nearest = (bound * 1000 * unit->points_denominator + divisor / 2) / divisor;
  auto const written = [&](std::int64_t thousandths) { return format_number(thousandths * 1000) + std::string{unit->name}; };
  for (std::int64_t const thousandths : {nearest, nearest + 1, nearest - 1})
    if (auto const length = parse_length(written(thousandths)); length && length->raw() >= rule.minimum && length->raw() <= rule.maximum)
      return written(thousandths);
  return format_length(bound);
}

std::string range_text(ValueRule const& rule, std::string_view text) {
  if (rule.type == ValueType::Length || rule.type == ValueType::Margins)
    return fmt::format("`{}` to `{}`", in_unit_of(text, rule.minimum, rule), in_unit_of(text, rule.maximum, rule));
  return fmt::format("`{}` to `{}`", format_number(rule.minimum), format_number(rule.maximum));
}

bool check_range(ValueRule const& rule, std::string_view subject, std::string_view text, std::int64_t value, Span span,
                 Diagnostics& diagnostics) {
  if (rule.minimum >= rule.maximum || (value >= rule.minimum && value <= rule.maximum)) return true;
  diag::report<diag::Kind::OutOfRange>(diagnostics, span, text, subject, range_text(rule, text));
  return false;
}

/// What was meant, where that is known; else, of a bare number, that a unit is missing.
std::string length_hint(std::string_view text, std::string_view meant, std::string_view units_by_use, std::string_view otherwise) {
  if (!meant.empty()) return fmt::format("write `{}`", meant);
  if (!parse_number(text)) return std::string{otherwise};
  std::vector<std::string> forms;
  for (std::string_view const unit : split_words(units_by_use)) forms.push_back(fmt::format("`{}{}`", text, unit));
  return fmt::format("a unit is missing: {} or {}", fmt::join(forms.begin(), forms.end() - 1, ", "), forms.back());
}

bool check_word(std::vector<std::string_view> const& words, std::string_view subject, std::string_view text, Span span,
                Diagnostics& diagnostics) {
  if (std::find(words.begin(), words.end(), text) != words.end()) return true;
  auto report = diag::report<diag::Kind::UnknownChoice>(diagnostics, span, text, subject, list_words(words));
  if (auto const near = base::meant_choice(text, words)) report.hint(diag::did_you_mean(*near));
  return false;
}

}  // namespace

std::string_view name_of(ValueType type) {
  constexpr std::string_view names[] = {"text", "name", "names", "color", "length", "number", "integer", "bool", "enum", "font", "margins"};
  return names[static_cast<std::size_t>(type)];
}

std::optional<base::Color> parse_color(std::string_view text) {
  if (!text.starts_with('#')) return named_color(text);
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
    if (base::is_ascii_blank(text[i])) {
      ++i;
      continue;
    }
    std::size_t const begin = i;
    while (i < text.size() && !base::is_ascii_blank(text[i])) ++i;
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
      std::string const meant = lengths_meant(text);
      diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject)
          .hint(length_hint(text, parse_length(meant) ? meant : "", "pt mm cm in",
                            "write a number and a unit, `pt`, `mm`, `cm` or `in`, such as `18mm`"));
      return false;
    }
    case ValueType::Margins: {
      auto const margins = parse_margins(text);
      if (!margins) {
        diag::report<diag::Kind::BadLength>(diagnostics, span, text, subject)
            .hint(length_hint(text, lengths_meant(text), "mm cm in pt",
                              "write one length, such as `18mm`, or two to four for top, right, bottom and left"));
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

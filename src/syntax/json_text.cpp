#include "syntax/json_text.hpp"

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <optional>

namespace resumec::syntax {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }
/// Characters that no text of a résumé can hold (source/decode.cpp refuses them where they stand unescaped).
bool is_control(std::uint32_t c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0); }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

/// What may follow a text: the end of the file or of the line, or a mark of the structure.
bool may_follow(std::string_view text, std::size_t at) {
  at = skip_spaces(text, at);
  return at >= text.size() || std::string_view{",]}:\n\r"}.find(text[at]) != std::string_view::npos;
}

class TextReader {
 public:
  TextReader(std::string_view source, std::size_t begin, JsonFindings& findings)
      : source_{source}, open_{begin}, quote_{source[begin]}, findings_{findings}, at_{begin + 1} {}

  QuotedText run() && {
    for (;;) {
      plain_run();
      if (at_ >= source_.size()) return unclosed(source_.size());
      char const c = source_[at_];
      if (c == quote_) {
        if (!is_inner_quote()) return finish(at_, at_ + 1);
        add(at_, at_ + 1);
      } else if (c == '\\') {
        escape();
      } else if (c == '\t') {
        findings_.loose(Loose::LineBreaks, at_, at_ + 1);
        add(at_, at_ + 1);
      } else {
        if (next_line_is_structure()) return unclosed(at_);
        findings_.loose(Loose::LineBreaks, at_, at_ + 1);
        line_break();
      }
    }
  }

 private:
  void plain_run() {
    std::size_t const begin = at_;
    char const quote = quote_;
    while (at_ < source_.size()) {
      char const c = source_[at_];
      if (c == quote || c == '\\' || c == '\n' || c == '\r' || c == '\t') break;
      ++at_;
    }
    if (at_ > begin) append(source_.substr(begin, at_ - begin), begin);
  }

  /// From here on, the text stands at `place` of the source.
  void map_to(std::size_t place) {
    auto& pieces = text_.pieces;
    auto const size = static_cast<std::uint32_t>(text_.text.size()), source = static_cast<std::uint32_t>(place);
    std::uint32_t const expected =
        pieces.empty() ? static_cast<std::uint32_t>(open_ + 1) + size : pieces.back().source + (size - pieces.back().text);
    if (expected == source) return;
    if (!pieces.empty() && pieces.back().text == size)
      pieces.back().source = source;
    else
      pieces.push_back({size, source});
  }

  void append(std::string_view text, std::size_t place) {
    map_to(place);
    text_.text += text;
  }

  /// Takes bytes as they stand.
  void add(std::size_t begin, std::size_t end) {
    append(source_.substr(begin, end - begin), begin);
    at_ = end;
  }

  /// A character for the bytes from here to `end`.
  void add_character(char32_t character, std::size_t end) {
    map_to(at_);
    unicode::append(text_.text, character);
    at_ = end;
  }

  /// CR, LF or both, unescaped.
  void line_break() { add_character('\n', at_ + (source_.substr(at_, 2) == "\r\n" ? 2U : 1U)); }

  QuotedText finish(std::size_t content_end, std::size_t end) {
    text_.span = findings_.span(open_ + 1, content_end);
    return {std::move(text_), end};
  }

  /// There is no closing quote before `end`: commas, blanks and brackets there that the text did not open belong to what follows.
  QuotedText unclosed(std::size_t end) {
    std::size_t const written = end;
    auto const is_closed_inside = [&](char open, char close) {
      auto const inside = source_.substr(open_ + 1, end - open_ - 1);
      return std::count(inside.begin(), inside.end(), open) >= std::count(inside.begin(), inside.end(), close);
    };
    auto const dropped = [&] {
      char const last = source_[end - 1];
      return last == ',' || base::is_ascii_blank(last) || (last == ']' && !is_closed_inside('[', ']')) ||
             (last == '}' && !is_closed_inside('{', '}'));
    };
    while (end > open_ + 1 && dropped()) --end;
    // Only what stands there as it is can be taken off again.
    std::size_t const cut = std::min(written - end, text_.text.size());
    text_.text.resize(text_.text.size() - cut);
    std::erase_if(text_.pieces, [&](TextPiece const& piece) { return piece.text > text_.text.size(); });
    if (auto report = findings_.add<diag::Kind::UnclosedQuote>(open_, open_ + 1, std::string_view{&quote_, 1}))
      report->hint(fmt::format("write `{}` where the text ends", quote_)).fix(findings_.span(end, end), std::string{quote_});
    return finish(end, end);
  }

  /// `"` in `"He said "go" and went"`: words stand behind it, and another quote ends the text on the same line.
  bool is_inner_quote() {
    if (may_follow(source_, at_ + 1)) return false;
    char const next = source_[skip_spaces(source_, at_ + 1)];
    if (next == quote_ || std::string_view{"/#{[="}.find(next) != std::string_view::npos) return false;
    constexpr std::size_t look_ahead = 2000;
    auto const rest = source_.substr(at_ + 1, look_ahead);
    auto const line = rest.substr(0, rest.find('\n'));
    for (std::size_t i = line.find(quote_); i != std::string_view::npos; i = line.find(quote_, i + 1)) {
      if (line[i - 1] == '\\' || !may_follow(source_, at_ + 2 + i)) continue;
      // `"a" b: "c"`: what stands between is a key.
      if (source_.substr(skip_spaces(source_, at_ + 2 + i), 1) == ":" || line.substr(0, i).find(':') != std::string_view::npos)
        return false;
      if (auto report = findings_.repaired(at_, at_ + 1, fmt::format("a `{}` stands inside of a text", quote_),
                                           "it is read as a part of the text; write a backslash before it"))
        report->fix(findings_.span(at_, at_), "\\");
      return true;
    }
    return false;
  }

  /// The line below begins with a key or closes a bracket, or there is none: the text's quote is missing on this one.
  bool next_line_is_structure() const {
    std::size_t at = source_.find('\n', at_);
    if (source_.find_first_not_of(" \t\r\n", at_) == std::string_view::npos) return true;
    if (at == std::string_view::npos) return false;
    at = skip_spaces(source_, at + 1);
    if (at >= source_.size()) return false;
    if (source_[at] == '}' || source_[at] == ']') return may_follow(source_, at + 1);
    if (source_[at] != quote_) return false;
    std::size_t const end = source_.find_first_of("\"'\n\\", at + 1);
    return end != std::string_view::npos && source_[end] == quote_ && source_.substr(skip_spaces(source_, end + 1), 1) == ":";
  }

  void escape() {
    char const c = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    switch (c) {
      case '"':
      case '\\':
      case '/':
        return add_character(static_cast<char32_t>(c), at_ + 2);
      case 'n':
        return add_character('\n', at_ + 2);
      case 'r':  // lines end with LF alone
        return add_character('\n', at_ + (source_.substr(at_, 4) == "\\r\\n" ? 4U : 2U));
      case 't':
        return add_character('\t', at_ + 2);
      case 'b':
      case 'f':
        return control(c == 'b' ? 8U : 12U, at_ + 2);
      case 'u':
        return unicode_escape();
      case '\'':
        findings_.loose(Loose::SingleQuotes, at_, at_ + 2);
        return add_character('\'', at_ + 2);
      case '\r':
      case '\n':
        findings_.loose(Loose::JoinedLines, at_, at_ + 1);
        at_ += source_.substr(at_ + 1, 2) == "\r\n" ? 3 : 2;
        return;
      default:
        return odd_escape();
    }
  }

  /// The backslash is kept: `C:\data`, `50\%`.
  void odd_escape() {
    std::size_t const end = at_ + 1 < source_.size() ? unicode::decode_at(source_, at_ + 1).end : source_.size();
    if (auto report = findings_.repaired(at_, end, fmt::format("`{}` is no escape", source_.substr(at_, end - at_)),
                                         "the backslash is read as one; `\\\\` stands for it"))
      report->fix(findings_.span(at_, at_), "\\");
    add(at_, at_ + 1);
  }

  std::optional<std::uint32_t> code_unit(std::size_t at) const {
    if (source_.substr(at, 2) != "\\u" || at + 6 > source_.size()) return std::nullopt;
    std::uint32_t value = 0;
    for (char const c : source_.substr(at + 2, 4)) {
      char const low = base::ascii_lower(c);
      bool const digit = c >= '0' && c <= '9', letter = low >= 'a' && low <= 'f';
      if (!digit && !letter) return std::nullopt;
      value = value * 16 + static_cast<std::uint32_t>(digit ? c - '0' : low - 'a' + 10);
    }
    return value;
  }

  void unicode_escape() {
    auto const unit = code_unit(at_);
    if (!unit) return odd_escape();
    if (is_control(*unit)) return control(*unit, at_ + 6);
    if (*unit == '\r') return add_character('\n', at_ + 6);
    if (is_high_surrogate(*unit))
      if (auto const low = code_unit(at_ + 6); low && is_low_surrogate(*low))
        return add_character(0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00), at_ + 12);
    if (!is_high_surrogate(*unit) && !is_low_surrogate(*unit)) return add_character(*unit, at_ + 6);
    if (auto report = findings_.add<diag::Kind::LoneSurrogate>(at_, at_ + 6, source_.substr(at_, 6)))
      report->hint("it is printed as U+FFFD; write the character itself, or both halves of it");
    add_character(replacement, at_ + 6);
  }

  void control(std::uint32_t value, std::size_t end) {
    if (auto report = findings_.add<diag::Kind::ControlCharacter>(at_, end, value))
      report->severity(Severity::Warning).hint("it is left out").fix(findings_.span(at_, end), "");
    at_ = end;
  }

  std::string_view source_;
  std::size_t open_;
  char quote_;
  JsonFindings& findings_;
  std::size_t at_;
  MappedText text_ = {};
};

}  // namespace

QuotedText read_quoted(std::string_view source, std::size_t begin, JsonFindings& findings) {
  return TextReader{source, begin, findings}.run();
}

}  // namespace resumec::syntax

#include "source/decode.hpp"

#include "diag/report.hpp"
#include "resumec/worlds.hpp"
#include "source/file_error.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace resumec::source {

namespace {

using diag::Kind;

/// Further places of one kind say nothing new.
constexpr std::size_t most_places = 20;

Span at(SourceId source, std::size_t begin, std::size_t end) {
  return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

struct Encoding {
  std::string_view name;
  std::size_t mark;  ///< bytes of its byte order mark; 0 where only the zero bytes give it away
};

/// UTF-16 and UTF-32 by their mark, or by every other byte of the beginning being zero, as in any Latin text.
std::optional<Encoding> find_wide_encoding(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE\0\0"sv)) return Encoding{"UTF-32 (little-endian)", 4};
  if (text.starts_with("\0\0\xFE\xFF"sv)) return Encoding{"UTF-32 (big-endian)", 4};
  if (text.starts_with("\xFF\xFE"sv)) return Encoding{"UTF-16 (little-endian)", 2};
  if (text.starts_with("\xFE\xFF"sv)) return Encoding{"UTF-16 (big-endian)", 2};
  auto const beginning = text.substr(0, 64);
  if (beginning.size() < 4) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < beginning.size(); ++i) zeros[i % 2] += beginning[i] == '\0' ? 1 : 0;
  auto const half = beginning.size() / 2;
  if (zeros[0] == 0 && zeros[1] * 4 >= half * 3) return Encoding{"UTF-16 (little-endian)", 0};
  if (zeros[1] == 0 && zeros[0] * 4 >= half * 3) return Encoding{"UTF-16 (big-endian)", 0};
  return std::nullopt;
}

/// Windows-1252, the commonest encoding of files that are not in UTF-8. Zero where it has no character.
char32_t from_windows_1252(unsigned char byte) {
  constexpr std::array<char16_t, 32> table{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                           0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  if (byte < 0x80 || byte >= 0xA0) return byte;
  return table[byte - 0x80U];
}

class Checker {
 public:
  Checker(SourceId source, std::string_view text, Diagnostics& diagnostics) : source_{source}, text_{text}, diagnostics_{diagnostics} {}

  bool run() {
    for (std::size_t i = 0; i < text_.size();) {
      auto const byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) {
        if (is_forbidden(byte)) control_character(i);
        if (byte == '\r' && i + 1 < text_.size() && text_[i + 1] != '\n') lone_return(i);
        ++i;
        continue;
      }
      if (auto const size = malformed_run(i); size > 0) {
        not_utf8(i, size);
        i += size;
        continue;
      }
      auto const point = unicode::decode_at(text_, i);
      if (point.value < 0xA0) wrong_windows_1252(point);
      i = point.end;
    }
    return malformed_ == 0 && controls_ == 0;
  }

 private:
  static bool is_forbidden(unsigned char byte) { return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F; }

  std::size_t malformed_run(std::size_t begin) const {
    std::size_t i = begin;
    while (i < text_.size() && static_cast<unsigned char>(text_[i]) >= 0x80) {
      auto const code_point = unicode::decode_at(text_, i);
      if (code_point.end - code_point.begin != 1) break;
      ++i;
    }
    return i - begin;
  }

  void not_utf8(std::size_t begin, std::size_t size) {
    if (++malformed_ > most_places) return;
    auto const byte = static_cast<unsigned char>(text_[begin]);
    auto report = diag::report<Kind::NotUtf8>(diagnostics_, at(source_, begin, begin + size), byte);
    if (malformed_ > 1) return;
    auto const meant = from_windows_1252(byte);
    if (meant != 0) {
      std::string character;
      unicode::append(character, meant);
      report.hint(fmt::format("save the file as UTF-8; in Windows-1252 this byte is `{}`", character));
    } else {
      report.hint("save the file as UTF-8");
    }
  }

  void control_character(std::size_t offset) {
    if (++controls_ > most_places) return;
    diag::report<Kind::ControlCharacter>(diagnostics_, at(source_, offset, offset + 1), static_cast<unsigned>(text_[offset]))
        .hint("delete it")
        .fix(at(source_, offset, offset + 1), "");
  }

  /// Line ends of old Macintoshes, which readers of YAML and people count differently.
  void lone_return(std::size_t offset) {
    if (++controls_ > most_places) return;
    Span const span = at(source_, offset, offset + 1);
    diag::report<Kind::ControlCharacter>(diagnostics_, span, static_cast<unsigned>('\r'))
        .hint("save the file with line ends of today: LF, or CR LF")
        .fix(span, text_[offset + 1] == '\r' ? "" : "\n");
  }

  /// U+0080 to U+009F: in texts, nearly always Windows-1252 that was converted as if it were Latin-1.
  void wrong_windows_1252(unicode::CodePoint const& point) {
    if (++controls_ > most_places) return;
    Span const span = at(source_, point.begin, point.end);
    auto report = diag::report<Kind::ControlCharacter>(diagnostics_, span, static_cast<unsigned>(point.value));
    std::string character;
    if (auto const meant = from_windows_1252(static_cast<unsigned char>(point.value)); meant != 0) unicode::append(character, meant);
    report
        .hint(character.empty() ? "delete it"
                                : fmt::format("delete it, or write `{}` if a conversion from Windows-1252 went wrong", character))
        .fix(span, character);
  }

  SourceId source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t malformed_ = 0, controls_ = 0;
};

bool has_content(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

bool check_text(SourceId source, std::string_view name, std::string_view text, Diagnostics& diagnostics) {
  if (text.size() > text_limit) {
    report_file_error(diagnostics, at(source, 0, 0), name, too_large(text.size(), text_limit));
    return false;
  }
  if (!has_content(text)) {
    diag::report<Kind::EmptySource>(diagnostics, at(source, 0, 0), name).hint("a résumé needs at least a `name`");
    return false;
  }
  if (auto const encoding = find_wide_encoding(text)) {
    diag::report<Kind::Utf16Source>(diagnostics, at(source, 0, encoding->mark), encoding->name).hint("save the file as UTF-8");
    return false;
  }
  return Checker{source, text, diagnostics}.run();
}

}  // namespace resumec::source

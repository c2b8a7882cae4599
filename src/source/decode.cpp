#include "source/decode.hpp"

#include "diag/report.hpp"
#include "resumec/worlds.hpp"
#include "source/encoding.hpp"
#include "source/file_error.hpp"
#include "source/mojibake.hpp"
#include "unicode/unicode.hpp"

#include <utility>

namespace resumec::source {

namespace {

using diag::Kind;
using unicode::ByteEncoding;

/// Further places of one kind say nothing new.
constexpr std::size_t most_places = 20;

Span at(SourceId source, std::size_t begin, std::size_t end) {
  return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
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
    report.hint("save the file as UTF-8");
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
    if (auto const meant = unicode::character_of(ByteEncoding::Windows1252, static_cast<unsigned char>(point.value)))
      unicode::append(character, *meant);
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
  return Checker{source, text, diagnostics}.run();
}

namespace {

std::string counted(std::size_t count, std::string_view thing) { return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s"); }

/// The source in UTF-8, or nothing for a damaged one.
std::optional<SourceId> converted(World& world, SourceId source, Diagnostics& diagnostics) {
  auto const text = world.text(source);
  auto const add = [&](std::string converted) { return world.add(std::string{world.name(source)}, std::move(converted)); };
  if (auto const encoding = find_wide_encoding(text)) {
    auto utf8 = unicode::from_wide(*encoding, text);
    if (!utf8) {
      diag::report<Kind::Utf16Source>(diagnostics, at(source, 0, 0), name_of(*encoding))
          .hint("it is damaged as well: it holds halves of characters; save it as UTF-8")
          .severity(Severity::Error);
      return std::nullopt;
    }
    auto const made = add(std::move(*utf8));
    diag::report<Kind::Utf16Source>(diagnostics, at(made, 0, 0), name_of(*encoding)).hint("it is read all the same; save it as UTF-8");
    return made;
  }
  auto windows = read_windows_1252(text);
  if (!windows) return source;
  diag::report<Kind::Windows1252>(diagnostics, at(source, windows->first_begin, windows->first_end),
                                  fmt::format("bytes beyond ASCII ({} in all)", windows->count))
      .hint("save the file as UTF-8");
  return add(std::move(windows->text));
}

SourceId repaired(World& world, SourceId source, WrongEncoding wrong_encoding, Diagnostics& diagnostics) {
  auto const text = world.text(source);
  auto found = repair_mojibake(text);
  if (!found) return source;
  auto report = diag::report<Kind::WrongEncoding>(
      diagnostics, at(source, found->begin, found->end), text.substr(found->begin, found->end - found->begin), found->example,
      found->read_as == ByteEncoding::MacRoman ? "Mac Roman" : "Windows-1252", counted(found->places, "place"));
  if (wrong_encoding == WrongEncoding::Keep) {
    report.hint("without `--no-fix-encoding` it is repaired");
    return source;
  }
  report.hint("it is repaired here; `--no-fix-encoding` keeps the text as it stands");
  return world.add(std::string{world.name(source)}, std::move(found->text));
}

}  // namespace

std::optional<SourceId> decode(World& world, SourceId source, WrongEncoding wrong_encoding, Diagnostics& diagnostics) {
  auto const text = world.text(source);
  bool const is_plain = unicode::is_ascii(text) && text.find('\0') == std::string_view::npos;
  if (!is_plain && text.size() <= text_limit) {
    auto const utf8 = converted(world, source, diagnostics);
    if (!utf8) return std::nullopt;
    source = repaired(world, *utf8, wrong_encoding, diagnostics);
  }
  if (!check_text(source, world.name(source), world.text(source), diagnostics)) return std::nullopt;
  return source;
}

}  // namespace resumec::source

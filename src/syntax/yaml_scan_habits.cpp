// The pre-pass: what is typed by habit. A key added to a last line that had no end; JSON's commas; a colon without its blank; paths in
// double quotes; lines in place of a list.
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// What a value can end with; a bracket or a comma begins one.
constexpr bool ends_text(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || std::string_view{".\"')]}%!"}.find(c) != std::string_view::npos;
}

/// The length of the escape that begins with the backslash at `at`; 0 if YAML has no such escape (YAML 1.2 §5.7).
std::size_t escape_size(std::string_view text, std::size_t at) {
  char const c = at + 1 < text.size() ? text[at + 1] : '\0';
  if (is_break(c)) return 2;
  std::size_t const digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) return std::string_view{"0abt\tnvfre \"'/\\N_LP"}.find(c) != std::string_view::npos ? 2 : 0;
  for (std::size_t i = 0; i < digits; ++i) {
    char const digit = at + 2 + i < text.size() ? text[at + 2 + i] : '\0';
    if (!is_digit(digit) && !(digit >= 'a' && digit <= 'f') && !(digit >= 'A' && digit <= 'F')) return 0;
  }
  return 2 + digits;
}

/// The number of a numbered item, `1. ` or `1) `, with its blank; 0 where there is none.
std::size_t number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 3 && is_digit(text[end])) ++end;
  return end > at && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && text[end + 1] == ' ' ? end + 2 - at : 0;
}

}  // namespace

/// The place of a key of the outermost map that is stuck to the text before it: `when: 2020variants:`. A file without an end to its last
/// line becomes so when something is appended.
std::optional<std::size_t> YamlScanner::glued_key(Indentation const& found, std::size_t end) {
  constexpr std::size_t longest = 60;
  std::size_t const begin = found.content;
  std::size_t const last = trim_end(text_, begin, end);
  bool const opens = last > begin && text_[last - 1] == ':';
  std::size_t const inside = slice(begin, last).rfind(": ");
  if (!opens && inside == std::string_view::npos) return {};
  std::size_t const colon = opens ? last - 1 : begin + inside;
  if (colon <= begin || slice(begin, colon).find('#') != std::string_view::npos) return {};
  std::size_t word = colon;
  while (word > begin && is_word(text_[word - 1]) && colon - word < longest) --word;
  if (word == colon || word == begin) return {};
  auto const below = next_content(next_line(text_, end));
  if (!opens && below && text_[*below] == ' ') return {};  // most lines; what follows costs more
  bool const stuck = ends_text(text_[word - 1]);           // `"2020"variants:`
  for (std::size_t at = word; at < colon; ++at) {
    if (!words_.is_top_field(slice(at, colon))) continue;
    if (at == word ? !stuck : !is_digit(text_[at - 1]) && !is_letter(text_[at - 1])) return {};
    Indentation const next = below ? indentation(*below) : Indentation{end_, 0};
    // What the key holds stands below it, in columns that the text it is stuck to has left.
    if (opens && (!below || next.column == 0 || (next.column > found.column && found.column > 0))) return {};
    if (!opens && next.column != 0) return {};
    // `subsections:` and `backlinks:` are words of their own.
    std::size_t letters = 0;
    while (at - letters > word && is_letter(text_[at - letters - 1])) ++letters;
    if (letters > 0 && (letters < 5 || (!opens && below))) return {};
    bool const in_quotes =
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(begin), text_.begin() + static_cast<std::ptrdiff_t>(at), '"') % 2 != 0;
    return in_quotes ? std::nullopt : std::optional{at};
  }
  return {};
}

/// Reads a line with a glued key as the two that it should be.
bool YamlScanner::scan_glued(Indentation const& found, std::size_t end) {
  auto const key = glued_key(found, end);
  if (!key) return false;
  std::size_t const name_end = std::min(text_.find(':', *key), end);
  diag::report<Kind::GluedKey>(diagnostics_, span(*key, name_end), slice(*key, name_end))
      .hint("begin a new line before it; the line it was added to had no end")
      .fix(span(*key, *key), "\n");
  std::size_t const outer = end_;
  end_ = *key;
  scan_line();
  end_ = outer;
  edits_.push_back({static_cast<std::uint32_t>(*key), static_cast<std::uint32_t>(*key), "\n"});
  pos_ = *key;
  return true;
}

/// The comma of JSON behind a value in quotes or brackets, where the line of YAML ends.
bool YamlScanner::mend_trailing_comma(std::size_t at, std::size_t end) {
  if (at >= end || text_[at] != ',') return false;
  std::size_t const rest = skip_blanks(text_, at + 1, end);
  if (rest < end && text_[rest] != '#') return false;
  commas_.push_back(at);
  edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), ""});
  return true;
}

void YamlScanner::report_commas() {
  if (commas_.empty()) return;  // behind a text alone, a comma is a part of it
  for (std::size_t at : text_commas_) edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), ""});
  commas_.insert(commas_.end(), text_commas_.begin(), text_commas_.end());
  std::sort(commas_.begin(), commas_.end());
  auto report = diag::report<Kind::YamlSyntax>(diagnostics_, span(commas_[0], commas_[0] + 1), "a line does not end with a comma");
  report.hint(commas_.size() == 1   ? "remove the comma: in YAML, the end of the line parts it from the next"
              : commas_.size() == 2 ? "remove the comma: in YAML, the end of the line parts it from the next; another line has one, too"
                                    : fmt::format("remove the commas: in YAML, the end of a line parts it from the next; {} further lines "
                                                  "have one",
                                                  commas_.size() - 1));
  for (std::size_t at : commas_) report.fix(span(at, at + 1), "");
}

/// `role:Cook`, where `role` is a field: mended and reported.
std::optional<KeyPlace> YamlScanner::mend_joined_colon(std::size_t at, std::size_t end) {
  std::size_t colon = at;
  while (colon < end && (is_lower(text_[colon]) || text_[colon] == '_')) ++colon;
  if (colon == at || colon + 1 >= end || text_[colon] != ':' || text_[colon + 1] == '/' || text_[colon + 1] == ':') return {};
  if (!words_.is_field(slice(at, colon))) return {};
  diag::report<Kind::JoinedColon>(diagnostics_, span(colon, colon + 1), shortened(slice(at, trim_end(text_, at, end))))
      .hint("put a blank after the colon")
      .fix(span(colon + 1, colon + 1), " ");
  edits_.push_back({static_cast<std::uint32_t>(colon + 1), static_cast<std::uint32_t>(colon + 1), " "});
  return KeyPlace{colon, colon, false};
}

/// `where: -` and `when: ?`, as if it were a form that wants an answer.
void YamlScanner::mend_sign(std::size_t at) {
  std::string const quoted = in_quotes(slice(at, at + 1));
  diag::report<Kind::YamlSyntax>(diagnostics_, span(at, at + 1), fmt::format("`{}` alone is no text", text_[at]))
      .hint(fmt::format("leave the field out if there is nothing to say; what is to be printed stands in quotes: `{}`", quoted))
      .fix(span(at, at + 1), quoted);
  quote(at, at + 1);
}

/// `"C:\Users"`: a backslash in double quotes that begins no escape. Reported once a text; read as it stands.
void YamlScanner::mend_escapes(std::size_t open, std::size_t close) {
  std::optional<std::size_t> first;
  bool plain = true;  // nothing in it needs double quotes
  bool const path = close > open + 3 && is_letter(text_[open + 1]) && text_[open + 2] == ':' && text_[open + 3] == '\\';
  // In a path, `\n` begins a name, not a line.
  auto const escape_at = [&](std::size_t at) { return path && text_[at + 1] != '\\' && text_[at + 1] != '"' ? 0 : escape_size(text_, at); };
  for (std::size_t at = open + 1; at < close;) {
    if (text_[at] != '\\') {
      plain = plain && !is_break(text_[at]);
      ++at;
      continue;
    }
    std::size_t const size = escape_at(at);
    if (size == 0 && !first) first = at;
    plain = plain && (size == 0 || (text_[at + 1] != '\\' && text_[at + 1] != '"'));
    at += std::max<std::size_t>(size, 1);
  }
  if (!first) return;
  auto report =
      diag::report<Kind::YamlSyntax>(diagnostics_, span(*first, std::min(*first + 2, close)), "unknown escape after `\\` in double quotes");
  if (plain) {
    std::string single{"'"};
    for (char const c : slice(open + 1, close)) single += c == '\'' ? std::string{"''"} : std::string(1, c);
    report.hint("put the text in single quotes, which take a backslash as it is").fix(span(open, close + 1), single + "'");
    edits_.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1), single + "'"});
    return;
  }
  report.hint("write `\\\\` for a backslash in double quotes");
  for (std::size_t at = open + 1; at < close;) {
    std::size_t const size = text_[at] == '\\' ? escape_at(at) : 1;
    if (size == 0) {
      report.fix(span(at, at), "\\");
      edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), "\\"});
    }
    at += std::max<std::size_t>(size, 1);
  }
}

/// The lines of a text that stands where a list does, `lines` being where each begins. They are asked about if they look like items: each
/// begins with a capital or a figure, or each ends with a full stop; a text that goes on is only folded.
void YamlScanner::report_joined_lines(std::vector<std::size_t> const& lines) {
  if (place_ != Place::Line && place_ != Place::Value) return;
  if (lines.size() < 2 || !words_.is_list(key_)) return;
  auto const end_of = [&](std::size_t at) { return trim_end(text_, at, std::min(line_end(text_, at), end_)); };
  bool const capitals = std::none_of(lines.begin() + 1, lines.end(), [&](std::size_t at) { return is_lower(text_[at]); });
  bool const stops = std::all_of(lines.begin(), lines.end() - 1, [&](std::size_t at) {
    std::size_t const end = end_of(at);
    return end > at && (text_[end - 1] == '.' || text_[end - 1] == ';');
  });
  if (!capitals && !stops) return;
  auto report = diag::report<Kind::JoinedLines>(diagnostics_, span(lines.front(), end_of(lines.back())), lines.size());
  report.hint("put a dash and a blank before each line; or before the first alone, if they are one item");
  std::size_t const second = lines[1];
  std::size_t const line = text_.rfind('\n', second) + 1;
  std::string const indent{slice(line, second)};
  bool const beside = place_ == Place::Value;  // the first line stands behind its key
  for (std::size_t at : lines) report.fix(span(at, at + number_at(text_, at)), at == lines.front() && beside ? '\n' + indent + "- " : "- ");
}

}  // namespace resumec::syntax

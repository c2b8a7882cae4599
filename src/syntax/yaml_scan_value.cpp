// The pre-pass: what stands after `key:` and `- ` in block context.
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

using diag::Kind;

/// A block scalar's header fills its line: `|`, `>-`, `|2+`, perhaps with a comment.
bool is_block_header(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t const first = ++at;
  while (at < end && at - first < 2 && (text[at] == '+' || text[at] == '-' || (text[at] >= '1' && text[at] <= '9'))) ++at;
  if (at < end && !is_blank(text[at])) return false;
  at = skip_blanks(text, at, end);
  return at >= end || text[at] == '#';
}

/// `word: ` or `word:` at the line's end: what a key looks like, as opposed to a sentence with a colon.
bool looks_like_key(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && is_word(text[at])) ++at;
  return at > begin && at < end && text[at] == ':' && ends_token(text, at + 1);
}

/// A colon that YAML may take for the end of a key.
bool holds_key_mark(std::string_view text) {
  for (auto at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1))
    if (ends_token(text, at + 1)) return true;
  return false;
}

}  // namespace

bool YamlScanner::is_alias(std::size_t at) const {
  if (anchors_.empty()) return false;
  std::size_t end = at + 1;
  while (end < text_.size() && !is_white(text_[end]) && std::string_view{",[]{}"}.find(text_[end]) == std::string_view::npos) ++end;
  return anchors_.contains(slice(at + 1, end));
}

/// An anchor that no alias repeats is one only before a list or a map; elsewhere it is a text such as `&co`.
bool YamlScanner::is_anchor(std::size_t at, std::size_t end, int parent) {
  std::size_t name = at + 1;
  while (name < end && !is_white(text_[name])) ++name;
  if (name == at + 1) return false;
  if (aliases_.contains(slice(at + 1, name))) return true;
  std::size_t const rest = skip_blanks(text_, name, end);
  if (rest < end && text_[rest] != '#') return text_[rest] == '[' || text_[rest] == '{';
  auto const below = next_content(next_line(text_, end));
  if (!below) return false;
  Indentation const next = indentation(*below);
  return next.column > parent || (next.column == parent && place_ != Place::Item && text_[next.content] == '-');
}

/// The tags of YAML's own types, and any tag in front of a list or map.
bool YamlScanner::is_tag(std::size_t at, std::size_t end) const {
  std::size_t name = at;
  while (name < end && !is_white(text_[name])) ++name;
  static constexpr std::array<std::string_view, 9> known{"!!str", "!!int", "!!float",     "!!bool",  "!!null",
                                                         "!!seq", "!!map", "!!timestamp", "!!binary"};
  if (std::find(known.begin(), known.end(), slice(at, name)) != known.end()) return true;
  std::size_t const rest = skip_blanks(text_, name, end);
  return name > at + 1 && rest < end && (text_[rest] == '[' || text_[rest] == '{');
}

std::size_t YamlScanner::skip_properties(std::size_t at, std::size_t end, int parent) {
  while (at < end && ((text_[at] == '&' && is_anchor(at, end, parent)) || (text_[at] == '!' && is_tag(at, end)))) {
    while (at < end && !is_white(text_[at])) ++at;
    at = skip_blanks(text_, at, end);
  }
  return at;
}

/// What YAML would make of the first character of a text.
std::optional<Trap> YamlScanner::trap_at(std::size_t at, std::size_t end) const {
  switch (text_[at]) {
    case '*':
      return is_alias(at) ? std::nullopt : std::optional{Trap::Alias};
    case '&':
      return Trap::Anchor;
    case '!':
      return Trap::Tag;
    case '@':
    case '`':
    case '%':
    case ',':
    case ']':
    case '}':
      return Trap::Reserved;
    case '|':
    case '>':
      return Trap::BlockHeader;
    case ':':
      return ends_token(text_, at + 1) && at + 1 < end ? std::optional{Trap::LeadingColon} : std::nullopt;
    case '?':
      return ends_token(text_, at + 1) && at + 1 < end ? std::optional{Trap::Question} : std::nullopt;
    case '-':
      return ends_token(text_, at + 1) && at + 1 < end ? std::optional{Trap::Dash} : std::nullopt;
    default:
      return std::nullopt;
  }
}

void YamlScanner::check_key(std::size_t begin, KeyPlace const& key) {
  if (key.quoted) return;
  char const first = text_[begin];
  std::optional<Trap> trap;
  if (first == '&' && aliases_.contains(slice(begin + 1, std::min(text_.find_first_of(" \t\r\n", begin), text_.size())))) return;
  if (first == '!' && is_tag(begin, key.colon)) return;
  if (first == '[' || first == '{') {
    trap = Trap::Flow;
  } else if (first == '"' || first == '\'') {
    trap = Trap::Quote;
  } else if (first != '?' && first != '-' && first != ':') {
    trap = trap_at(begin, key.end);
  }
  if (!trap) return;
  quote(begin, key.end);
  found(*trap, begin, key.end);
}

void YamlScanner::scan_value(std::size_t at, int parent, Place place) {
  std::size_t const end = std::min(line_end(text_, at), end_);
  place_ = place;
  std::size_t const value = skip_properties(at, end, parent);
  if (value >= end || text_[value] == '#') {
    if (value >= end && value > at) return empty_value(value, end, parent, Place::Value);
    return empty_value(value, end, parent, place);
  }
  at = value;
  switch (text_[at]) {
    case '"':
    case '\'':
      return scan_quoted(at, parent);
    case '[':
    case '{':
      return scan_flow(at, parent);
    case '|':
    case '>':
      if (is_block_header(text_, at, end)) {
        bool const digit = at + 1 < end && (is_digit(text_[at + 1]) || (at + 2 < end && is_digit(text_[at + 2])));
        if (!digit || deeper_content_follows(next_line(text_, end), parent)) return scan_block_scalar(at, parent);
      }
      return scan_plain(at, parent, Trap::BlockHeader);
    case '?':
    case '-':
      if (place == Place::Value && skip_blanks(text_, at + 1, end) >= end && !deeper_content_follows(next_line(text_, end), parent)) {
        mend_sign(at);
        pos_ = std::min(end_, next_line(text_, end));
        return;
      }
      if (text_[at] == '?') return scan_plain(at, parent, trap_at(at, end));
      if (mend_list_start(at, end, parent)) return;
      // `key: - item` with keys is a list in the wrong place, too, which yaml-cpp reports.
      if (ends_token(text_, at + 1) && deeper_content_follows(next_line(text_, end), parent)) return scan_plain(at, parent, std::nullopt);
      return scan_plain(at, parent, trap_at(at, end));
    default:
      return scan_plain(at, parent, trap_at(at, end));
  }
}

/// `key: - item` above further items: the list begins behind its key. The first item gets a line of its own.
bool YamlScanner::mend_list_start(std::size_t at, std::size_t end, int parent) {
  auto const below = next_content(next_line(text_, end));
  if (place_ != Place::Value || !ends_token(text_, at + 1) || !below) return false;
  Indentation const next = indentation(*below);
  bool const item = text_[next.content] == '-' && ends_token(text_, next.content + 1);
  std::size_t const content = skip_blanks(text_, at + 1, end);
  if (!item || next.column <= parent || content >= end || find_key(text_, content, end)) return false;
  std::string const line_start = '\n' + std::string(static_cast<std::size_t>(next.column), ' ');
  diag::report<Kind::YamlSyntax>(diagnostics_, span(at, at + 1), "a list cannot begin behind its key")
      .hint("put its first item on a line of its own, above the others")
      .fix(span(at, at), line_start);
  edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), line_start});
  open(Collection::List, next.column, next.column + 2, at, at + 1);
  scan_value(content, next.column, Place::Item);
  return true;
}

void YamlScanner::scan_block_scalar(std::size_t at, int parent) {
  pos_ = next_line(text_, line_end(text_, at));
  while (pos_ < end_) {
    std::size_t content = pos_;
    while (content < end_ && text_[content] == ' ') ++content;
    bool const blank = content >= end_ || is_break(text_[content]);
    Indentation const line = indentation(pos_);
    if (!blank && (line.moved ? line.column : static_cast<int>(content - pos_)) <= parent) return;
    if (!blank && line.moved) mend_indentation(pos_, line);
    if (!blank && parent == root && content == pos_ && (starts_with_at(text_, pos_, "---") || starts_with_at(text_, pos_, "..."))) return;
    pos_ = std::min(end_, next_line(text_, content));
  }
}

std::size_t YamlScanner::plain_end(std::size_t begin, std::size_t end, std::size_t value_begin) {
  for (std::size_t at = slice(begin, end).find('#'); at != std::string_view::npos; at = slice(begin, end).find('#', at + 1)) {
    std::size_t const comment = begin + at;
    if (at == 0 || !is_blank(text_[comment - 1])) continue;
    // A remark stands apart: two blanks before `#`, one after it. Anything else looks like text that YAML cuts off.
    bool const apart =
        comment >= begin + 2 && is_blank(text_[comment - 2]) && (ends_token(text_, comment + 1) || text_[comment + 1] == '#');
    if (!apart) report_cut(comment, end, value_begin);
    return trim_end(text_, begin, comment);
  }
  return trim_end(text_, begin, end);
}

void YamlScanner::scan_plain(std::size_t at, int parent, std::optional<Trap> trap) {
  std::size_t const end = std::min(line_end(text_, at), end_);
  std::size_t last = plain_end(at, end, at);
  bool const cut = last != trim_end(text_, at, end);
  pos_ = std::min(end_, next_line(text_, end));
  if (!trap) {
    std::size_t const colon = slice(at, last).find(": ");
    if (colon != std::string_view::npos || (last > at && text_[last - 1] == ':' && !deeper_content_follows(pos_, parent)))
      trap = Trap::Colon;
  }
  bool unclear = false;
  std::vector<std::size_t> lines{at};
  auto const blamed = blamed_;
  while (!cut) {
    auto const line = next_content(pos_);
    if (!line) break;
    Indentation const next = indentation(*line);
    if (next.column <= parent || slice(pos_, *line).find('#') != std::string_view::npos) break;
    if (parent == root && next.content == *line && (starts_with_at(text_, *line, "---") || starts_with_at(text_, *line, "..."))) break;
    Continuation const further = continue_plain(at, *line, next, parent);
    if (further == Continuation::Ends) break;
    if (further == Continuation::HasColon && !trap) trap = Trap::Colon;
    unclear = unclear || further == Continuation::Unclear;
    lines.push_back(next.content);
    std::size_t const line_stop = std::min(line_end(text_, next.content), end_);
    last = plain_end(next.content, line_stop, at);
    pos_ = std::min(end_, next_line(text_, line_stop));
    if (last != trim_end(text_, next.content, line_stop)) break;
  }
  if (lines.size() > 1 && blamed == blamed_) report_joined_lines(lines);
  if (!trap && lines.size() == 1 && place_ == Place::Value && last > at && text_[last - 1] == ',') text_commas_.push_back(last - 1);
  if (trap || unclear) quote(at, last);
  if (trap) found(*trap, at, last);
  if (!trap && !unclear && !holds_key_mark(slice(at, last))) stand_in(at, last);
}

/// yaml-cpp takes 700 instructions for each character of a text, to find what was just found: that nothing in it is YAML.
void YamlScanner::stand_in(std::size_t begin, std::size_t end) {
  constexpr std::size_t worth_it = 12;  // and no word that means something to YAML is as long
  // A line without a key may be none that belongs there: yaml-cpp says so.
  if (end - begin < worth_it || place_ == Place::Line) return;
  edits_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), "x", true});
}

YamlScanner::Continuation YamlScanner::continue_plain(std::size_t begin, std::size_t line, Indentation const& next, int parent) {
  std::size_t const end = std::min(line_end(text_, next.content), end_);
  auto const key = find_key(text_, next.content, end);
  if (parent == root && key) return Continuation::Ends;
  Span const text_above = span(begin, trim_end(text_, begin, std::min(line_end(text_, begin), end_)));
  if (key && looks_like_key(text_, next.content, end)) {
    bool const again = place_ != Place::Value && blamed_ == begin;  // further keys below the text say the same
    if (again) {
      mend_indentation(line, next);
      return Continuation::Unclear;
    }
    blamed_ = begin;
    auto report = diag::report<Kind::MisplacedKey>(diagnostics_, span(next.content, key->end), slice(next.content, key->end));
    report.label(text_above, "this text ends only where a line is indented less");
    if (place_ == Place::Value) {
      std::string blanks(static_cast<std::size_t>(parent), ' ');
      report.hint("indent it as the key above it").fix(span(line, next.content), blanks);
      edits_.push_back({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(next.content), std::move(blanks)});
      outdented_ = line;
      return Continuation::Ends;
    }
    report.hint(place_ == Place::Item
                    ? "give the text above a key of its own, such as `title:`; or put quotes around the whole if it is one text"
                    : "put quotes around the whole text if the line belongs to it");
    mend_indentation(line, next);
    return Continuation::Unclear;
  }
  bool const dash = text_[next.content] == '-' && ends_token(text_, next.content + 1) && next.content + 1 < end;
  if (!words_.folds_lists && (dash || bullet_at(text_, next.content) > 0) && blamed_ != begin) {
    blamed_ = begin;  // further items of the list say the same
    diag::report<Kind::FoldedList>(diagnostics_, span(next.content, end))
        .label(text_above, "it becomes part of this text")
        .hint(place_ == Place::Value ? "a list stands under a key of its own, such as `points:`"
                                     : "indent it as the item above; or end that with a colon if this is a list below it");
  }
  mend_indentation(line, next);
  return key ? Continuation::HasColon : Continuation::Text;
}

void YamlScanner::scan_quoted(std::size_t at, int parent) {
  char const quote_mark = text_[at];
  std::size_t i = at + 1;
  std::optional<std::size_t> close;
  while (i < end_ && !close) {
    char const c = text_[i];
    if (c == '\\' && quote_mark == '"') {
      i += i + 1 < end_ && text_[i + 1] != '\n' ? 2 : 1;
    } else if (c == quote_mark) {
      if (quote_mark == '\'' && i + 1 < end_ && text_[i + 1] == '\'') {
        i += 2;
      } else {
        close = i;
      }
    } else if (c == '\n') {
      Indentation const next = indentation(i + 1);
      bool const blank = next.content >= end_ || is_break(text_[next.content]);
      if (!blank && next.column <= parent) break;
      ++i;
    } else {
      ++i;
    }
  }
  if (!close) {
    diag::report<Kind::UnclosedQuote>(diagnostics_, span(at, at + 1), quote_mark)
        .hint(quote_mark == '\'' ? "close it, or write ’ if it is an apostrophe" : "close it, or leave it out");
    return unreadable(at, parent);
  }
  std::size_t const end = std::min(line_end(text_, *close), end_);
  std::size_t const rest = skip_blanks(text_, *close + 1, end);
  if (rest < end && text_[rest] != '#' && !mend_trailing_comma(rest, end)) return scan_plain(at, parent, Trap::Quote);
  if (quote_mark == '"') mend_escapes(at, *close);
  std::string_view const special = quote_mark == '"' ? "\\\r\n" : "'\r\n";
  if (slice(at + 1, *close).find_first_of(special) == std::string_view::npos) stand_in(at + 1, *close);
  pos_ = std::min(end_, next_line(text_, end));
}

/// The value at `at` cannot be read and was reported: the rest of its lines becomes one scalar that stands for it.
void YamlScanner::unreadable(std::size_t at, int parent) {
  std::size_t const end = std::min(line_end(text_, at), end_);
  std::size_t const last = trim_end(text_, at, end);
  quote(at, last);
  unreadable_.push_back(static_cast<std::uint32_t>(at));
  pos_ = std::min(end_, next_line(text_, end));
  auto const drop = static_cast<std::uint32_t>(pos_);
  while (pos_ < end_) {
    Indentation const next = indentation(pos_);
    bool const blank = next.content >= end_ || is_break(text_[next.content]);
    if (!blank && next.column <= parent) break;
    if (parent == root && !blank) {
      std::size_t const stop = line_end(text_, next.content);
      if (find_key(text_, next.content, stop) || text_[next.content] == '-') break;
    }
    pos_ = std::min(end_, next_line(text_, next.content));
  }
  if (pos_ > drop) edits_.push_back({drop, static_cast<std::uint32_t>(pos_), ""});
}

}  // namespace resumec::syntax

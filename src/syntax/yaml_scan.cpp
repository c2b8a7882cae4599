#include "syntax/yaml_scan.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "unicode/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

using diag::Kind;

/// Blanks that editors and web pages put where a space is meant.
bool is_unicode_blank(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_conflict_mark(std::string_view text, std::size_t at, char c) {
  return text.size() - at >= 7 && text.substr(at, 7).find_first_not_of(c) == std::string_view::npos && ends_token(text, at + 7);
}

/// The bracket that closes the one at `at` on the same line, quotes respected.
std::optional<std::size_t> match_bracket(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t depth = 0;
  for (; at < end; ++at) {
    char const c = text[at];
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return at;
    if (c == '"') {
      std::size_t const close = text.substr(0, end).find('"', at + 1);
      if (close != std::string_view::npos) at = close;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> match_quote(std::string_view text, std::size_t at, std::size_t end) {
  char const quote = text[at];
  for (++at; at < end; ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      if (quote == '"' || at + 1 >= end || text[at + 1] != '\'') return at;
      ++at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<KeyPlace> find_key(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin >= end) return std::nullopt;
  std::size_t at = begin;
  char const first = text[begin];
  if (first == '"' || first == '\'') {
    auto const close = match_quote(text, begin, end);
    if (!close) return std::nullopt;
    at = skip_blanks(text, *close + 1, end);
    if (at < end && text[at] == ':' && ends_token(text, at + 1)) return KeyPlace{*close + 1, at, true};
  } else if (first == '[' || first == '{') {
    auto const close = match_bracket(text, begin, end);
    if (!close) return std::nullopt;
    at = *close + 1;
  } else if (first == ':') {
    return std::nullopt;
  }
  for (; at < end; ++at) {
    if (text[at] == '#' && at > begin && is_blank(text[at - 1])) return std::nullopt;
    if (text[at] == ':' && ends_token(text, at + 1)) return KeyPlace{trim_end(text, begin, at), at, false};
  }
  return std::nullopt;
}

ScannedYaml scan_yaml(SourceId source, std::string_view text, YamlWords const& words, std::size_t depth_limit, Diagnostics& diagnostics) {
  return YamlScanner{source, text, words, depth_limit, diagnostics}.run();
}

YamlScanner::YamlScanner(SourceId source, std::string_view text, YamlWords const& words, std::size_t depth_limit, Diagnostics& diagnostics)
    : source_{source}, text_{text}, words_{words}, depth_limit_{depth_limit}, diagnostics_{diagnostics}, end_{text.size()} {}

ScannedYaml YamlScanner::run() {
  if (starts_with_at(text_, 0, "\xEF\xBB\xBF")) {
    edits_.push_back({0, 3, ""});
    pos_ = 3;
  }
  // yaml-cpp takes NUL and U+0004 for signs of its own and a first byte 0xFE or 0xFF for UTF-16.
  for (char const c : {'\0', '\4', '\xFE', '\xFF'}) {
    for (std::size_t at = text_.find(c); at != std::string_view::npos; at = text_.find(c, at + 1)) {
      edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1), "?"});
    }
  }
  // A CR that ends the text would count as text.
  while (end_ > 0 && text_[end_ - 1] == '\r') --end_;
  collect_names();
  while (pos_ < end_) scan_line();
  report_commas();
  report_findings();
  report_indentation();
  std::sort(unreadable_.begin(), unreadable_.end());
  return {std::move(edits_), std::move(unreadable_), end_};
}

/// Names of anchors and aliases: `*x` is an alias only where `&x` exists, `&x` an anchor only where `*x` is used.
void YamlScanner::collect_names() {
  if (text_.find('&') == std::string_view::npos || text_.find('*') == std::string_view::npos) return;
  for (std::size_t at = text_.find_first_of("&*"); at != std::string_view::npos; at = text_.find_first_of("&*", at + 1)) {
    if (at > 0 && !is_white(text_[at - 1]) && text_[at - 1] != '[' && text_[at - 1] != ',' && text_[at - 1] != '{') continue;
    std::size_t end = at + 1;
    while (end < text_.size() && !is_white(text_[end]) && std::string_view{",[]{}"}.find(text_[end]) == std::string_view::npos) ++end;
    if (end > at + 1) (text_[at] == '&' ? anchors_ : aliases_).insert(slice(at + 1, end));
  }
}

YamlScanner::Indentation YamlScanner::indentation(std::size_t line) {
  Indentation found{line, 0};
  while (found.content < end_ && text_[found.content] == ' ') ++found.content;
  found.column = static_cast<int>(found.content - line);
  if (block_ && found.column > block_->column) {
    found.moved = true;
    found.column = std::max(0, found.column + block_->by);
    return found;
  }
  if (found.content >= end_ || (text_[found.content] != '\t' && static_cast<unsigned char>(text_[found.content]) < 0x80)) return found;
  std::size_t tabs = 0;
  std::size_t at = line;
  int others = 0;
  while (at < end_) {
    if (text_[at] == '\t') {
      ++tabs;
      ++at;
    } else if (text_[at] == ' ') {
      ++others;
      ++at;
    } else {
      auto const point = unicode::decode_at(text_, at);
      if (!is_unicode_blank(point.value)) break;
      ++others;
      at = point.end;
    }
  }
  found.content = at;
  found.odd = tabs > 0 || at != line + static_cast<std::size_t>(others);
  if (tabs > 0 && tab_width_ == 0) {
    // Below a key or dash without a value, the width that puts the line there; else the one that puts it into a column already open, the
    // innermost first; 2 where none does.
    for (int const width : {2, 4, 8}) {
      if (open_parent_ > 0 && tab_width_ == 0 && static_cast<int>(tabs) * width + others >= open_parent_) tab_width_ = width;
    }
    for (auto open = open_.rbegin(); open != open_.rend() && tab_width_ == 0; ++open) {
      for (int const width : {2, 4, 8, 1}) {
        if (static_cast<int>(tabs) * width + others == open->column) tab_width_ = width;
      }
    }
    if (tab_width_ == 0) tab_width_ = 2;
  }
  found.column = static_cast<int>(tabs) * tab_width_ + others;
  return found;
}

void YamlScanner::mend_indentation(std::size_t line, Indentation const& found) {
  if (!found.odd && !found.moved) return;
  std::string blanks(static_cast<std::size_t>(found.column), ' ');
  if (found.moved) {
    if (uneven_) uneven_->fix(span(line, found.content), blanks);
    return move_bytes(line, found.content, found.column);
  }
  auto& list = slice(line, found.content).find('\t') != std::string_view::npos ? tabs_ : blanks_;
  list.emplace_back(span(line, found.content), blanks);
  edits_.push_back({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(found.content), std::move(blanks)});
}

std::optional<std::size_t> YamlScanner::next_content(std::size_t at) {
  while (at < end_) {
    Indentation const found = indentation(at);
    if (found.content < end_ && !is_break(text_[found.content]) && text_[found.content] != '#') return at;
    at = next_line(text_, found.content);
  }
  return std::nullopt;
}

bool YamlScanner::deeper_content_follows(std::size_t at, int column) {
  auto const line = next_content(at);
  return line && indentation(*line).column > column;
}

/// `---`, `...`, directives and merge-conflict marks, all of which stand in the first column.
bool YamlScanner::scan_marker(std::size_t begin, std::size_t end) {
  char const c = text_[begin];
  if (c == '<' && is_conflict_mark(text_, begin, '<')) {
    scan_conflict(begin);
    return true;
  }
  if (c == '%' && !content_seen_ && end > begin + 1 && text_[begin + 1] >= 'A' && text_[begin + 1] <= 'Z') {
    pos_ = next_line(text_, end);
    return true;
  }
  bool const dashes = starts_with_at(text_, begin, "---") && ends_token(text_, begin + 3);
  bool const dots = starts_with_at(text_, begin, "...") && ends_token(text_, begin + 3);
  if (!dashes && !dots) return false;
  pos_ = next_line(text_, end);
  if (dashes && !content_seen_) return true;
  auto rest = next_content(pos_);
  std::size_t mark = begin;
  if (rest && dots && starts_with_at(text_, *rest, "---")) {
    mark = *rest;
    rest = next_content(next_line(text_, *rest));
  }
  if (rest) {
    diag::report<Kind::SeveralDocuments>(diagnostics_, span(mark, mark + 3))
        .hint("a file holds one résumé; remove the line, or put what follows into a file of its own");
  }
  end_ = begin;
  pos_ = end_;
  return true;
}

/// One conflict: what stands between `<<<<<<<` and `=======` is read, the other side is not.
void YamlScanner::scan_conflict(std::size_t begin) {
  auto const u32 = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
  std::size_t const content = next_line(text_, begin);
  std::size_t drop = end_;
  std::size_t close = end_;
  std::optional<std::size_t> middle;
  for (std::size_t at = content; at < end_ && conflict_ends_; at = next_line(text_, at)) {
    if (is_conflict_mark(text_, at, '|')) drop = std::min(drop, at);
    if (is_conflict_mark(text_, at, '=')) {
      middle = at;
      drop = std::min(drop, at);
    }
    if (middle && is_conflict_mark(text_, at, '>')) {
      close = at;
      break;
    }
  }
  edits_.push_back({u32(begin), u32(content), ""});
  if (!middle || close == end_) {
    conflict_ends_ = false;
    diag::report<Kind::MergeConflict>(diagnostics_, span(begin, begin + 7)).hint("remove the mark");
    pos_ = content;
    return;
  }
  std::size_t const after = next_line(text_, close);
  diag::report<Kind::MergeConflict>(diagnostics_, span(begin, begin + 7))
      .label(span(*middle, *middle + 7), "the other side begins here")
      .label(span(close, close + 7), "and ends here")
      .hint("keep one side and remove the three marks");
  // Our side is scanned as any text; the other one is cut out when the scan gets there.
  std::size_t const end = end_;
  bool const outer = conflict_ends_;
  end_ = drop;
  pos_ = content;
  conflict_ends_ = false;
  while (pos_ < end_) scan_line();
  conflict_ends_ = outer;
  end_ = end;
  edits_.push_back({u32(drop), u32(after), ""});
  pos_ = after;
}

void YamlScanner::empty_value(std::size_t at, std::size_t end, int parent, Place place) {
  pos_ = next_line(text_, end);
  open_parent_ = parent;
  if (at >= end || text_[at] != '#') return;
  // `- # of users` and `key: #1` lose their text; `key:  # remark` above a nested block loses nothing.
  bool const sticks = at + 1 < end && !is_blank(text_[at + 1]) && text_[at + 1] != '#' && text_[at + 1] != '!';
  bool const apart = is_blank(text_[at - 1]) && at >= 2 && is_blank(text_[at - 2]);
  if ((place != Place::Item && !sticks) || apart || deeper_content_follows(pos_, parent)) return;
  report_cut(at, end, at);
  if (place != Place::Item) return;
  // The item was reported: that it is empty is no news.
  quote(at, trim_end(text_, at, end));
  unreadable_.push_back(static_cast<std::uint32_t>(at));
}

/// `key:` and a no-break space in place of the blank: mended and reported.
std::optional<KeyPlace> YamlScanner::mend_colon(std::size_t at, std::size_t end) {
  std::size_t colon = at;
  while (colon < end && is_word(text_[colon])) ++colon;
  if (colon == at || colon + 1 >= end || text_[colon] != ':') return std::nullopt;
  auto const after = unicode::decode_at(text_, colon + 1);
  if (!is_unicode_blank(after.value)) return std::nullopt;
  blanks_.emplace_back(span(after.begin, after.end), " ");
  edits_.push_back({after.begin, after.end, " "});
  // The blank's last byte counts as the colon's place, so that the value begins behind it.
  return KeyPlace{colon, after.end - 1, false};
}

/// `experience` above deeper keys or items, where a key is to stand: mended and reported. Below a key without a value, more than one word
/// may be a text.
std::optional<KeyPlace> YamlScanner::mend_missing_colon(std::size_t at, std::size_t end) {
  constexpr std::size_t longest = 40;
  std::size_t const last = trim_end(text_, at, end);
  std::string_view const name = slice(at, last);
  if (last - at > longest || name.front() == '&' ||
      !std::all_of(name.begin(), name.end(), [](char c) { return is_word(c) || c == ' ' || c == '&'; }))
    return {};
  int const own = column(at);
  bool const among_keys = std::any_of(open_.begin(), open_.end(),
                                      [&](OpenCollection const& outer) { return outer.kind == Collection::Map && outer.column == own; });
  bool const first_key = !open_.empty() && open_.back().kind == Collection::Map && open_.back().column < own;
  if (!among_keys && !(first_key && name.find(' ') == std::string_view::npos)) return {};
  auto const below = next_content(next_line(text_, end));
  if (!below) return {};
  Indentation const next = indentation(*below);
  bool const item = text_[next.content] == '-' && ends_token(text_, next.content + 1);
  if (next.column <= own || (!item && !find_key(text_, next.content, std::min(line_end(text_, next.content), end_)))) return {};
  diag::report<Kind::StrayText>(diagnostics_, span(at, last), name)
      .hint(fmt::format("put a colon after `{}`", name))
      .fix(span(last, last), ":");
  edits_.push_back({static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(last), ":"});
  return KeyPlace{last, last - 1, false};
}

/// `-role: Cook`, and lines of `-text` one below the other: mended and reported. Gives the place of the item's content.
std::optional<std::size_t> YamlScanner::mend_dash(std::size_t at, std::size_t end) {
  if (text_[at] != '-' || ends_token(text_, at + 1) || text_[at + 1] == '-' || is_digit(text_[at + 1])) return std::nullopt;
  int const dash = column(at);
  auto const key = find_key(text_, at, end);
  auto const below = next_content(next_line(text_, end));
  Indentation const next = below ? indentation(*below) : Indentation{end, root};
  bool const in_list = dash == joined_dash_ || (next.column == dash && text_[next.content] == '-');
  if (!key && !in_list) return std::nullopt;
  joined_dash_ = dash;
  std::size_t const last = plain_end(at, end, at);
  diag::report<Kind::JoinedDash>(diagnostics_, span(at, at + 1), shortened(slice(at, last)))
      .hint("put a blank after the dash")
      .fix(span(at + 1, at + 1), " ");
  // The content goes on a line of its own, in the column in which the writer continued it, so that what stands below still fits.
  bool const has_value = key && skip_blanks(text_, key->colon + 1, end) < end;
  int const content = has_value && next.column > dash ? next.column : dash + 1;
  edits_.push_back(
      {static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(at + 1), '\n' + std::string(static_cast<std::size_t>(content), ' ')});
  open(Collection::List, dash, content, at, at + 1);
  shift_ += content - (dash + 1);
  return at + 1;
}

/// `* four`, `• four`, `– four`: mended and reported. Gives the place of the item's content.
std::optional<std::size_t> YamlScanner::mend_bullet(std::size_t at, std::size_t end) {
  constexpr std::string_view dash = "– ";  // what a word processor makes of `- `
  std::size_t const size = starts_with_at(text_, at, dash) ? dash.size() - 1 : bullet_at(text_, at);
  if (size == 0) return std::nullopt;
  int const bullet = column(at);
  std::size_t const content = skip_blanks(text_, at + size, end);
  diag::report<Kind::OddBullet>(diagnostics_, span(at, at + size), shortened(slice(at, trim_end(text_, at, end))), slice(at, at + size))
      .hint("write a dash; or put quotes around the text if it is no list")
      .fix(span(at, at + size), "-");
  edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size), "-"});
  shift_ -= static_cast<int>(size) - 1;
  open(Collection::List, bullet, column(content), at, at + size);
  return content;
}

/// Notes a dash or a key at `at`: which lists and maps are open, outermost first, in columns that never shrink.
void YamlScanner::open(Collection kind, int column, int content, std::size_t begin, std::size_t end) {
  while (!open_.empty() && open_.back().column > column) open_.pop_back();
  // A list may stand in the column of the key that it belongs to; the next key of that column closes it.
  if (kind == Collection::Map && open_.size() > 1 && open_.back().kind == Collection::List && open_.back().column == column)
    open_.pop_back();
  if (open_.empty() || open_.back().column != column || open_.back().kind != kind) {
    bool const in_item =
        kind == Collection::Map && !open_.empty() && open_.back().kind == Collection::List && open_.back().content == column;
    open_.push_back({kind, column, content, begin, end, 0, in_item});
  }
  OpenCollection& now = open_.back();
  now.content = content;
  ++now.count;
}

/// A key in the column of the dashes of the item to which it belongs: mended and reported.
void YamlScanner::mend_outdented(std::size_t at, KeyPlace const& key) {
  int const own = column(at);
  while (!open_.empty() && open_.back().column > own) open_.pop_back();
  if (open_.empty() || open_.back().column != own || open_.back().kind != Collection::List) return;
  bool const closes_list = open_.size() > 1 && open_[open_.size() - 2].column == own;
  if (closes_list) return;
  std::string blanks(static_cast<std::size_t>(open_.back().content - own), ' ');
  diag::report<Kind::OutdentedKey>(diagnostics_, span(at, key.end), slice(at, key.end))
      .hint("indent it as the text behind the dash")
      .fix(span(at, at), blanks);
  shift_ += open_.back().content - own;
  edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), std::move(blanks)});
}

void YamlScanner::scan_line() {
  line_ = pos_;
  shift_ = 0;
  std::size_t const end = std::min(line_end(text_, line_), end_);
  Indentation found = indentation(line_);
  std::size_t at = found.content;
  if (at >= end || text_[at] == '#') {
    pos_ = std::min(end_, next_line(text_, std::max(at, end)));
    return;
  }
  if (at == line_ && scan_marker(line_, end)) return;
  if (scan_glued(found, end)) return;
  if (block_ && !found.moved) block_.reset();
  if (outdented_ == line_) {
    found.column = open_.empty() ? found.column : open_.back().column;
  } else {
    align_line(found, end);
    mend_indentation(line_, found);
  }
  shift_ = found.column - static_cast<int>(found.content - line_);
  content_seen_ = true;
  int const enclosing = open_parent_ < found.column ? open_parent_ : found.column - 1;
  open_parent_ = root;

  int parent = enclosing;
  Place place = Place::Line;
  while (at < end && text_[at] == '-') {
    auto const after = unicode::decode_at(text_, std::min(at + 1, text_.size() - 1));
    bool const odd_blank = at + 1 < end && is_unicode_blank(after.value);
    if (!odd_blank && !ends_token(text_, at + 1)) break;
    if (odd_blank) {
      blanks_.emplace_back(span(after.begin, after.end), " ");
      edits_.push_back({after.begin, after.end, " "});
    }
    parent = column(at);
    place = Place::Item;
    std::size_t const dash = at;
    at = skip_blanks(text_, odd_blank ? after.end : at + 1, end);
    if (std::size_t const tab = slice(dash, at).find('\t'); tab != std::string_view::npos && at < end && !odd_blank) {
      // The text goes where the lines below it go on, or else two columns behind its dash.
      auto const below = next_content(next_line(text_, end));
      int const next = below ? indentation(*below).column : root;
      std::string blanks(next > parent + 1 && find_key(text_, at, end) ? static_cast<std::size_t>(next - parent - 1) : 1, ' ');
      shift_ += static_cast<int>(blanks.size()) - static_cast<int>(at - dash - 1);
      tabs_.emplace_back(span(dash + 1, at), blanks);
      edits_.push_back({static_cast<std::uint32_t>(dash + 1), static_cast<std::uint32_t>(at), std::move(blanks)});
    }
    open(Collection::List, parent, column(at), dash, dash + 1);
    if (open_.size() > depth_limit_) break;
  }
  if (place == Place::Line) {
    if (auto const content = mend_bullet(at, end)) {
      parent = found.column;
      place = Place::Item;
      at = *content;
    }
  }
  if (place == Place::Item && (at >= end || text_[at] == '#')) return empty_value(at, end, parent, place);

  if (place == Place::Line) {
    if (auto const content = mend_dash(at, end)) {
      parent = found.column;
      place = Place::Item;
      at = *content;
    }
  }

  if ((text_[at] == '?' || (text_[at] == ':' && question_seen_)) && ends_token(text_, at + 1)) {
    bool complex = place == Place::Line;
    if (place == Place::Item) {
      auto const next = next_content(next_line(text_, end));
      complex = next && indentation(*next).column == column(at) && text_[indentation(*next).content] == ':';
    }
    if (complex) {
      question_seen_ = true;
      parent = column(at);
      std::size_t const value = skip_blanks(text_, at + 1, end);
      if (value >= end || text_[value] == '#') return empty_value(value, end, parent, Place::Value);
      return scan_value(value, parent, Place::Value);
    }
  }

  auto key = find_key(text_, at, end);
  if (!key) key = mend_colon(at, end);
  if (!key) key = mend_joined_colon(at, end);
  if (!key && place == Place::Line) key = mend_missing_colon(at, end);
  if (key && !(text_[at] == '?' && ends_token(text_, at + 1))) {
    if (place == Place::Line && !question_seen_) mend_outdented(at, *key);
    check_key(at, *key);
    parent = column(at);
    open(Collection::Map, parent, parent, at, key->end);
    key_ = slice(at + (key->quoted ? 1 : 0), key->end - (key->quoted ? 1 : 0));
    std::size_t const value = skip_blanks(text_, key->colon + 1, end);
    if (value >= end || text_[value] == '#') return empty_value(value, end, parent, Place::Value);
    return scan_value(value, parent, Place::Value);
  }
  scan_value(at, parent, place);
}

}  // namespace resumec::syntax

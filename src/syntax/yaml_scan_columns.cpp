// The pre-pass: the columns of lines. A key belongs to the keys that begin in its column, a dash to the dashes in its own. A line that
// stands beside them all is moved to the nearest, with what it holds; a dash in a column of keys gets a key of its own. yaml-cpp reads some
// of these lines and drops others, in silence.
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>
#include <cstdlib>

namespace resumec::syntax {

namespace {

using diag::Kind;

bool is_dash(std::string_view text, std::size_t at) { return at < text.size() && text[at] == '-' && ends_token(text, at + 1); }

std::string columns(int count) { return fmt::format("{} column{}", count, count == 1 ? "" : "s"); }

}  // namespace

/// The list or map whose dashes or keys are nearest to the line that begins at `found`; the inner one of two. An item that begins with the
/// key with which the items of a list begin is one of those, wherever it stands. Nothing if a map that lies between, further away than a
/// slip of one blank, shows that something else was meant.
YamlScanner::OpenCollection* YamlScanner::neighbours(Indentation const& found, std::size_t end) {
  Collection const kind = is_dash(text_, found.content) ? Collection::List : Collection::Map;
  int const column = found.column;
  auto const nearer = [&](OpenCollection const& open, OpenCollection const* than) {
    return !than || std::abs(open.column - column) <= std::abs(than->column - column);
  };
  OpenCollection *nearest = nullptr, *alike = nullptr;
  for (std::size_t i = 0; i < open_.size(); ++i) {
    OpenCollection& open = open_[i];
    if (open.kind != kind) continue;
    if (nearer(open, nearest)) nearest = &open;
    bool const items_alike = kind == Collection::List && i + 1 < open_.size() && is_next_of_items(found.content, end, open_[i + 1]);
    if (items_alike && nearer(open, alike)) alike = &open;
  }
  if (alike) return alike;
  if (!nearest || std::abs(nearest->column - column) <= 1) return nearest;
  bool const between = std::any_of(open_.begin(), open_.end(),
                                   [&](OpenCollection const& open) { return open.column > nearest->column && open.column < column; });
  return between ? nullptr : nearest;
}

/// `- role: …` in the column of the keys of an item that begins with `role:` is the next item.
bool YamlScanner::is_next_of_items(std::size_t dash, std::size_t end, OpenCollection const& map) const {
  std::size_t const content = skip_blanks(text_, dash + 1, end);
  auto const key = find_key(text_, content, end);
  return map.in_item && key && slice(content, key->end) == slice(map.first_begin, map.first_end);
}

/// True if not the line in `column` is wrong but the first one of its neighbours, the only one so far: a further line stands in `column`.
bool YamlScanner::is_first_at_fault(OpenCollection const& list, int column, std::size_t end) {
  constexpr int farthest = 200;  // lines to look ahead: what is said of the line is right either way
  if (list.count != 1 || list.column < column) return false;
  bool const dashes = list.kind == Collection::List;
  std::size_t at = next_line(text_, end);
  for (int i = 0; i < farthest; ++i) {
    auto const line = next_content(at);
    if (!line) return false;
    Indentation const next = indentation(*line);
    if (next.column <= column) return next.column == column && is_dash(text_, next.content) == dashes;
    at = next_line(text_, next.content);
  }
  return false;
}

void YamlScanner::move_bytes(std::size_t line, std::size_t content, int column) {
  edits_.push_back(
      {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(content), std::string(static_cast<std::size_t>(column), ' ')});
}

void YamlScanner::report_uneven(std::size_t begin, std::size_t end, int from, int to, OpenCollection const& neighbour) {
  uneven_columns_ = {from, to};
  auto const first = neighbour.first_begin == begin ? std::pair{line_, line_} : std::pair{neighbour.first_begin, neighbour.first_end};
  uneven_.emplace(diag::report<Kind::UnevenIndentation>(diagnostics_, span(begin, end), columns(from), columns(to)));
  if (first.first != first.second) uneven_->label(span(first.first, first.second), "it should begin where this does");
}

/// The lines from the first of the list to the one above this are moved to `column`.
void YamlScanner::move_first(OpenCollection& list, int column) {
  int const by = column - list.column;
  std::size_t line = text_.rfind('\n', list.first_begin);
  line = line == std::string_view::npos ? 0 : line + 1;
  report_uneven(list.first_begin, list.first_end, list.column, column, list);
  uneven_->hint("begin it where the lines below begin");
  // A key keeps what stands deeper than it, wherever that is; the keys of an item must stay below each other.
  bool const first_only = list.kind == Collection::Map && list.count == 1;
  for (; line < line_; line = next_line(text_, line)) {
    std::size_t const content = skip_blanks(text_, line, line_);
    int const moved = static_cast<int>(content - line) + by;
    if (content >= line_ || is_break(text_[content]) || moved < 0) continue;
    move_bytes(line, content, moved);
    uneven_->fix(span(line, content), std::string(static_cast<std::size_t>(moved), ' '));
    if (first_only) break;
  }
  uneven_.reset();
  list.column = column;
  list.content += by;
}

/// Whether the lines below, deeper than `from`, must go where the line goes to stay below it.
bool YamlScanner::moves_what_follows(std::size_t at, std::size_t end, int from, int to) {
  auto const below = next_content(next_line(text_, end));
  if (!below) return false;
  Indentation const next = indentation(*below);
  if (next.column <= from) return false;
  if (is_dash(text_, at)) return next.column != to + static_cast<int>(skip_blanks(text_, at + 1, end) - at);
  return next.column < to || (next.column == to && !is_dash(text_, next.content));
}

void YamlScanner::move_line(Indentation& found, std::size_t end, OpenCollection const& list, int column) {
  int const from = found.column;
  auto const key = find_key(text_, found.content, end);
  std::size_t const last = is_dash(text_, found.content) || !key ? found.content + 1 : key->end;
  std::string blanks(static_cast<std::size_t>(column), ' ');
  if (found.odd) {  // tabs have no width of their own: that one was wrong is said anyway
    tabs_.emplace_back(span(line_, found.content), blanks);
  } else {
    if (!uneven_ || uneven_columns_ != std::pair{from, column}) {
      report_uneven(found.content, last, from, column, list);
      uneven_->hint("begin it where its neighbours begin");
    }
    uneven_->fix(span(line_, found.content), blanks);
    if (moves_what_follows(found.content, end, from, column)) block_ = MovedBlock{from, column - from};
  }
  move_bytes(line_, found.content, column);
  found.column = column;
  found.odd = found.moved = false;
}

/// A list below keys: `title: Work` and then `- role: Cook` in the same column.
void YamlScanner::mend_list_among_keys(Indentation const& found, OpenCollection const& map) {
  if (found.column == 0 || !words_.is_field(slice(map.first_begin, map.first_end))) return;  // no key is known that it could go under
  std::string_view const key = map.in_item ? "points" : "entries";
  std::string const above = fmt::format("{}{}:\n", std::string(static_cast<std::size_t>(found.column), ' '), key);
  diag::report<Kind::ListAmongKeys>(diagnostics_, span(found.content, found.content + 1))
      .label(span(map.first_begin, map.first_end), "the keys begin here")
      .hint(fmt::format("put the list under a key of its own, `{}:`", key))
      .fix(span(line_, line_), above);
  edits_.push_back({static_cast<std::uint32_t>(line_), static_cast<std::uint32_t>(line_), above});
}

/// `education:` in the column of the dashes of another section's entries is no key of an entry.
void YamlScanner::move_section(Indentation& found, std::size_t end, std::vector<OpenCollection>::reverse_iterator here) {
  if (here->kind != Collection::List || here + 1 == open_.rend()) return;
  OpenCollection& sections = *(here + 1);
  auto const key = find_key(text_, found.content, end);
  if (sections.kind != Collection::Map || sections.column == found.column || !key) return;
  if (words_.names_section(slice(found.content, key->end))) move_line(found, end, sections, sections.column);
}

/// Looks for the neighbours of the line that begins at `found`, and moves it to them where it has none in its column.
void YamlScanner::align_line(Indentation& found, std::size_t end) {
  if (open_.empty() || question_seen_ || found.content >= end) return;
  int const own = found.column;
  bool const dash = is_dash(text_, found.content);
  bool const pending = open_parent_ != root;
  if (pending && (open_parent_ < own || (dash && open_parent_ == own))) return;  // what the key above it was waiting for
  auto const here = std::find_if(open_.rbegin(), open_.rend(), [&](OpenCollection const& open) { return open.column <= own; });
  if (here != open_.rend() && here->column == own) {
    if (!dash) return move_section(found, end, here);
    if (here->kind == Collection::List) return;
    OpenCollection* const items = here + 1 != open_.rend() ? &*(here + 1) : nullptr;
    if (items && items->kind == Collection::List && is_next_of_items(found.content, end, *here))
      return move_line(found, end, *items, items->column);
    if (!found.odd) mend_list_among_keys(found, *here);
    return;
  }
  if (!dash && !find_key(text_, found.content, end)) return;
  if (!dash && text_[found.content] == '?') return;
  OpenCollection* const list = neighbours(found, end);
  if (!list) return;
  bool const outermost = own == 0 && list == &open_.front();
  if (!found.odd && (outermost || is_first_at_fault(*list, own, end))) return move_first(*list, own);
  move_line(found, end, *list, list->column);
}

}  // namespace resumec::syntax

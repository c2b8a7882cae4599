#include "diag/frame.hpp"

#include "diag/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace resumec::diag {

namespace {

/// SGR parameters (ECMA-48 §8.3.117): the eight basic colours, so that the user's palette decides.
std::string_view escape(Paint paint) {
  switch (paint) {
    case Paint::Plain:
      return "";
    case Paint::Bold:
      return "1";
    case Paint::Error:
    case Paint::Removed:
      return "1;31";
    case Paint::Warning:
      return "1;33";
    case Paint::Note:
    case Paint::Added:
      return "1;32";
    case Paint::Help:
      return "1;36";
    case Paint::Frame:
      break;
  }
  return "1;34";
}

/// A mark in columns of the view; at least one wide.
struct Placed {
  unsigned from, to;
  Mark const* mark;
};

}  // namespace

Paint paint_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return Paint::Error;
    case Severity::Warning:
    case Severity::Lint:
      return Paint::Warning;
    case Severity::Note:
      break;
  }
  return Paint::Note;
}

/// Pieces of text at columns, from left to right; one that would cover another is left out.
struct Frame::Row {
  struct Piece {
    unsigned column;
    std::string text;
    Paint paint;
  };
  std::vector<Piece> pieces;
  unsigned width = 0;

  void put(unsigned column, std::string text, Paint paint) {
    if (column < width) return;
    width = column + shown_width(text);
    pieces.push_back({column, std::move(text), paint});
  }
};

Frame::Frame(RenderOptions const& options, std::uint32_t widest)
    : color_{options.color}, unicode_{options.unicode}, number_width_{static_cast<unsigned>(fmt::format("{}", widest).size())} {}

std::string Frame::painted(Paint paint, std::string_view text) const {
  if (!color_ || paint == Paint::Plain || text.empty()) return std::string{text};
  return fmt::format("\x1B[{}m{}\x1B[0m", escape(paint), text);
}

void Frame::heading(Severity severity, std::string_view message, std::string_view kind) {
  out_ += painted(paint_of(severity), shown_name(severity)) + painted(Paint::Bold, ": " + visible(message)) + fmt::format(" [{}]\n", kind);
}

void Frame::file(std::string_view place, bool first) {
  if (!first) blank();
  auto const arrow = unicode_ ? indent(1) + (first ? "╭─▸" : "├─▸") : indent(0) + (first ? "-->" : ":::");
  out_ += painted(Paint::Frame, arrow) + ' ' + visible(place) + '\n';
  blank();
}

void Frame::blank() { out_ += painted(Paint::Frame, indent(1) + std::string{bar()}) + '\n'; }

void Frame::gap() { out_ += painted(Paint::Frame, unicode_ ? indent(1) + "⋮" : std::string{"..."}) + '\n'; }

void Frame::line(std::uint32_t number, std::string_view text, std::vector<Mark> const& marks, Gutter gutter) {
  LineView const view{text, marks.empty() ? 0 : marks.front().begin, marks.empty() ? 0 : marks.front().end, unicode_ ? "…" : "..."};
  out_ += painted(Paint::Frame, fmt::format("{:>{}} ", number, number_width_));
  switch (gutter) {
    case Gutter::Bar:
      out_ += painted(Paint::Frame, bar());
      break;
    case Gutter::Added:
      out_ += painted(Paint::Added, "+");
      break;
    case Gutter::Removed:
      out_ += painted(Paint::Removed, "-");
      break;
  }
  auto const shown = view.text().find_last_not_of(' ');
  if (shown != std::string::npos) out_ += ' ' + view.text().substr(0, shown + 1);
  out_ += '\n';
  if (!marks.empty()) underline(view, marks);
}

void Frame::write(Row const& row) {
  std::string text;
  unsigned column = 0;
  for (auto const& piece : row.pieces) {
    text.append(piece.column - column, ' ');
    text += painted(piece.paint, piece.text);
    column = piece.column + shown_width(piece.text);
  }
  out_ += painted(Paint::Frame, indent(1) + std::string{bar()}) + ' ' + text + '\n';
}

void Frame::underline(LineView const& view, std::vector<Mark> const& marks) {
  std::vector<Placed> placed;
  unsigned width = 0, rightmost = 0;
  for (auto const& mark : marks) {
    auto const from = view.column(mark.begin);
    rightmost = std::max(rightmost, from);
    placed.push_back({from, std::max(from + 1, view.column(mark.end)), &mark});
    width = std::max(width, placed.back().to);
  }
  // Painted backwards: the first mark, the primary one, is on top.
  std::vector<Mark const*> owner(width, nullptr);
  for (auto mark = placed.rbegin(); mark != placed.rend(); ++mark)
    std::fill(owner.begin() + mark->from, owner.begin() + mark->to, mark->mark);

  Row signs;
  for (unsigned from = 0, to = 0; from < width; from = to) {
    while (to < width && owner[to] == owner[from]) ++to;
    if (owner[from] != nullptr) signs.put(from, std::string(to - from, owner[from]->sign), owner[from]->paint);
  }

  // The text of the rightmost mark stands beside the signs, the others hang below theirs: beside another mark it would be that one's.
  std::erase_if(placed, [](Placed const& p) { return p.mark->text.empty(); });
  std::stable_sort(placed.begin(), placed.end(), [](Placed const& a, Placed const& b) { return a.from < b.from; });
  if (!placed.empty() && placed.back().from == rightmost) {
    signs.put(width + 1, visible(placed.back().mark->text), placed.back().mark->paint);
    placed.pop_back();
  }
  write(signs);
  auto const hang = [&](std::size_t count, Row& row) {
    for (std::size_t i = 0; i < count; ++i) row.put(placed[i].from, std::string{bar()}, placed[i].mark->paint);
  };
  if (!placed.empty()) {
    Row row;
    hang(placed.size(), row);
    write(row);
  }
  for (; !placed.empty(); placed.pop_back()) {
    auto const& lowest = placed.back();
    Row row;
    auto const left = std::count_if(placed.begin(), placed.end(), [&](Placed const& p) { return p.from < lowest.from; });
    hang(static_cast<std::size_t>(left), row);
    row.put(lowest.from, visible(lowest.mark->text), lowest.mark->paint);
    write(row);
  }
}

void Frame::help(std::string_view text, bool last) {
  auto const lead = !unicode_ ? "=" : last ? "╰─" : "├─";
  // Further lines of a hint stand below its text.
  auto const further = indent(1) + (unicode_ && !last ? "│ " : "  ") + (unicode_ ? " " : "") + "      ";
  for (bool first = true; first || !text.empty(); first = false) {
    auto const end = std::min(text.find('\n'), text.size());
    if (first)
      out_ += painted(Paint::Frame, indent(1) + lead) + ' ' + painted(Paint::Help, "help") + ": ";
    else
      out_ += painted(Paint::Frame, further);
    out_ += visible(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace resumec::diag

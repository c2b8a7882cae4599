#include "syntax/yaml_format.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_gap.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <vector>

namespace resumec::syntax {

namespace {

constexpr std::size_t step = 2;

class YamlFormatter {
 public:
  YamlFormatter(std::string_view text, KeyNames const& names) : text_{text}, names_{names} {}

  /// The text laid out; `failed` says whether it could be.
  std::string run(Node const& root) {
    if (!root.is_map() && !root.is_list()) fail(root.span.begin);
    write_head();
    behind(root, 0, 0, Start::OwnLine);
    closing_ = 0;
    write_comments(read(text_.size(), '\0'), {0, 0}, Blanks::Kept);
    if (!out_.empty() && out_.back() != '\n' && !text_ends_file_) out_ += '\n';
    return std::move(out_);
  }
  /// Where it could not go on, if it could not.
  std::optional<std::uint32_t> failed() const { return failed_; }

 private:
  /// A block list or map: where its dashes or keys stood, and where they stand now.
  struct Columns {
    std::size_t old, now;
  };
  /// Where what comes next may begin: on a line of its own, or behind the dash that was just written.
  enum class Start : std::uint8_t { OwnLine, BehindDash };
  /// Whether a blank line above the first thing in a gap stays.
  enum class Blanks : std::uint8_t { Kept, Dropped };

  bool is_block(Node const& node) const {
    if (!(node.is_list() || node.is_map()) || node.span.size() == 0) return false;
    char const first = text_[node.span.begin];
    return first != '[' && first != '{';
  }

  void fail(std::size_t at) {
    if (!failed_) failed_ = static_cast<std::uint32_t>(at);
  }

  /// `---` above the first key stays, with the comments above it.
  void write_head() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t const end = line_end(text_, at);
      std::size_t const content = skip_blanks(text_, at, end);
      if (text_.substr(at, 3) == "---" && trim_end(text_, at, end) == at + 3) {
        write_comments(read(at, '\0'), {0, 0}, Blanks::Kept);
        begin_line(0, false);
        out_ += "---";
        cursor_ = at + 3;
        return;
      }
      if (content < end && text_[content] != '#') return;
      at = next_line(text_, end);
    }
  }

  /// The gap between what was written last and `end`.
  YamlGap read(std::size_t end, char sign) {
    if (end < cursor_) {
      fail(cursor_);
      return {};
    }
    auto gap = read_gap(text_, cursor_, end, sign);
    if (gap.odd) fail(*gap.odd);
    if (sign != '\0' && !gap.sign) fail(end);
    cursor_ = gap.sign ? *gap.sign + 1 : end;
    return gap;
  }

  void begin_line(std::size_t column, bool blank) {
    if (!out_.empty()) {
      if (out_.back() != '\n') out_ += '\n';
      if (blank) out_ += '\n';
    }
    out_.append(column, ' ');
  }

  /// Of the blocks that end here, the innermost in whose columns the comment stands; else it goes with what follows.
  std::size_t column_for(YamlComment const& comment, Columns next) const {
    for (std::size_t i = open_.size(); i > closing_; --i)
      if (open_[i - 1].old <= comment.column && open_[i - 1].old > next.old) return open_[i - 1].now;
    return next.now;
  }

  void write_comments(YamlGap const& gap, Columns next, Blanks blanks) {
    bool first = true;
    std::optional<Columns> beside;  // a comment at the end of a line, and those that go on below it
    for (YamlComment const& comment : gap.comments) {
      if (comment.behind_sign) continue;  // they are read again, behind it
      if (comment.ends_line && !out_.empty()) {
        end_line_with(comment);
        beside = Columns{comment.column, column_of(out_, out_.size())};
      } else {
        if (beside && (beside->old != comment.column || comment.blank_before)) beside.reset();
        std::size_t const column = beside ? beside->now : column_for(comment, next);
        begin_line(column, comment.blank_before && !(first && blanks == Blanks::Dropped));
        first = false;
      }
      out_ += comment.text;
    }
  }

  /// The blanks in front of a comment behind something else.
  void end_line_with(YamlComment const& comment) {
    // One that was pushed into a column stays in it, where there is room.
    constexpr std::size_t most_beside = 2;
    auto const now = column_of(out_, out_.size());
    if (comment.blanks <= most_beside)
      out_.append(std::max<std::size_t>(comment.blanks, 1), ' ');
    else
      out_.append(comment.column > now ? comment.column - now : 1, ' ');
  }

  /// `text_` from `begin` to `end`, with the new names of the keys in it.
  void copy(std::size_t begin, std::size_t end) {
    for (auto name = names_.lower_bound(static_cast<std::uint32_t>(begin)); name != names_.end() && name->first < end; ++name) {
      out_ += text_.substr(begin, name->first - begin);
      out_ += name->second.name;
      begin = name->second.end;
    }
    out_ += text_.substr(begin, end - begin);
  }

  /// A plain or quoted text, or what stands in brackets. Its key or dash stands in `column` and stood in `old`.
  void copy_lines(Node const& node, std::size_t column, std::size_t old) {
    std::size_t const end = node.span.end;
    for (std::size_t at = node.span.begin; at < end;) {
      std::size_t const stop = std::min(line_end(text_, at), end);
      std::size_t content = at;
      if (at != node.span.begin) {
        content = skip_blanks(text_, at, stop);
        out_ += '\n';
        std::size_t const moved = content - at + column > old ? content - at + column - old : 0;
        // Lines of a text are one text however deep they stand; those in brackets are a picture.
        if (content < stop) out_.append(node.is_scalar() ? column + step : std::max(moved, column + step), ' ');
      }
      copy(content, stop);
      at = std::min(next_line(text_, stop), end);
    }
    cursor_ = end;
  }

  /// `|` and `>`: the lines keep their indentation among each other.
  void copy_block_text(Node const& node, std::size_t column, std::size_t old) {
    std::size_t const begin = node.span.begin, header = line_end(text_, begin);
    auto const signs = text_.substr(begin, std::min(text_.find_first_of(" \t\r\n#", begin), header) - begin);
    auto const digit = signs.find_first_of("123456789");
    bool const counts = digit != std::string_view::npos;
    std::size_t const deeper = counts ? static_cast<std::size_t>(signs[digit] - '0') : step;
    out_ += text_.substr(begin, trim_end(text_, begin, header) - begin);
    std::size_t end = line_end(text_, std::max<std::size_t>(node.span.end, header));
    bool const keeps_breaks = signs.find('+') != std::string_view::npos;
    while (keeps_breaks && end < text_.size()) {
      std::size_t const next = next_line(text_, end), stop = line_end(text_, next);
      if (next == text_.size() || skip_blanks(text_, next, stop) < stop) break;
      end = stop;
    }
    std::optional<std::size_t> indent;  // of the content, as it stood
    if (counts) indent = old + deeper;
    for (std::size_t at = next_line(text_, header); at <= end && at < text_.size(); at = next_line(text_, line_end(text_, at))) {
      std::size_t const stop = line_end(text_, at), content = skip_blanks(text_, at, stop);
      if (!indent && content < stop) indent = content - at;
      std::size_t const from = std::min(at + indent.value_or(stop - at), content);
      out_ += '\n';
      if (from < stop && indent) out_.append(column + deeper, ' ') += text_.substr(from, stop - from);
    }
    if (keeps_breaks && end < text_.size()) out_ += '\n';
    text_ends_file_ = end == text_.size();
    cursor_ = end;
  }

  /// What stands behind a key or a dash in `column`, which stood in `old`.
  void behind(Node const& node, std::size_t column, std::size_t old, Start start) {
    if (is_block(node)) return block(node, open_.empty() ? 0 : column + step, start);
    closing_ = open_.size();
    std::size_t const from = cursor_;
    auto const gap = read(node.span.begin, '\0');
    // On a line of its own, the reader takes it for a text that begins with the sign; behind its key it would announce one.
    bool const own_line = from < node.span.begin && text_.substr(from, node.span.begin - from).find('\n') != std::string_view::npos;
    bool const announces = node.span.size() > 0 && (text_[node.span.begin] == '|' || text_[node.span.begin] == '>');
    if (own_line && announces) fail(node.span.begin);
    write_comments(gap, {column_of(text_, node.span.begin), column + step}, Blanks::Dropped);
    if (node.span.size() == 0) return;
    if (!gap.comments.empty())
      begin_line(open_.empty() ? 0 : column + step, false);
    else if (!open_.empty())
      out_ += ' ';
    bool const lines_as_they_are = node.style == ScalarStyle::Literal || node.style == ScalarStyle::Folded;
    if (lines_as_they_are)
      copy_block_text(node, column, old);
    else
      copy_lines(node, column, old);
  }

  /// The beginning of the key or dash at `at`: what stands above it, and its indentation.
  Columns begin(std::size_t depth, std::size_t at, char sign, std::size_t column, bool first, Start start) {
    auto const gap = read(at, sign);
    Columns const columns{column_of(text_, gap.sign.value_or(at)), column};
    closing_ = first ? open_.size() : depth + 1;
    write_comments(gap, columns, first ? Blanks::Dropped : Blanks::Kept);
    bool const apart =
        std::any_of(gap.comments.begin(), gap.comments.end(), [](YamlComment const& comment) { return !comment.behind_sign; });
    if (first && start == Start::BehindDash && !apart)
      out_ += ' ';
    else
      begin_line(column, gap.blank_before && (!first || apart));
    open_.resize(depth);
    open_.push_back(columns);
    return columns;
  }

  void block(Node const& node, std::size_t column, Start start) {
    auto const depth = open_.size();
    bool first = true;
    for (Member const& member : node.members) {
      auto const columns = begin(depth, member.key_span.begin, '\0', column, first, start);
      copy(member.key_span.begin, member.key_span.end);
      write_colon(member.key_span.end);
      behind(member.value, column, columns.old, Start::OwnLine);
      first = false;
      if (failed_) return;
    }
    for (Node const& item : node.items) {
      auto const columns = begin(depth, item.span.begin, '-', column, first, start);
      out_ += '-';
      behind(item, column, columns.old, Start::BehindDash);
      first = false;
      if (failed_) return;
    }
  }

  void write_colon(std::size_t key_end) {
    std::size_t const at = skip_blanks(text_, key_end, text_.size());
    if (at >= text_.size() || text_[at] != ':') fail(key_end);
    out_ += ':';
    cursor_ = std::min(at + 1, text_.size());
  }

  std::string_view text_;
  KeyNames const& names_;
  std::string out_;
  std::size_t cursor_ = 0;       ///< source offset behind what was written last
  std::vector<Columns> open_;    ///< blocks around the last line
  std::size_t closing_ = 0;      ///< from this one on, they end before the next line
  bool text_ends_file_ = false;  ///< a line break behind a text after `|` would belong to it
  std::optional<std::uint32_t> failed_;
};

/// A file that comes from Windows goes back there.
std::string with_line_ends_of(std::string_view source, std::string text) {
  auto const first = source.find('\n');
  if (first == std::string_view::npos || first == 0 || source[first - 1] != '\r') return text;
  std::string lines;
  for (char const c : text) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

}  // namespace

std::optional<std::string> format_yaml(std::string_view text, Node const& root, KeyNames const& names, Diagnostics& diagnostics) {
  YamlFormatter formatter{text, names};
  auto formatted = formatter.run(root);
  if (auto const at = formatter.failed()) {
    std::size_t const end = line_end(text, *at);
    Span const span{root.span.source, *at, std::min(static_cast<std::uint32_t>(end), *at + 1)};
    diag::report<diag::Kind::NotFormatted>(diagnostics, span, "what begins here would be lost")
        .hint("anchors, aliases, merge keys (`<<`), tags, `?` and several documents are left to you: nothing was written");
    return std::nullopt;
  }
  return with_line_ends_of(text, std::move(formatted));
}

}  // namespace resumec::syntax

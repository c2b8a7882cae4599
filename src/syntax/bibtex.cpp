// The lexer of BibTeX is a few rules: braces are counted whatever stands before them, a value ends where they are even. So one brace too
// few would swallow all that follows; a line that begins a record ends whatever is open, and of an open value a line that begins a field.
#include "syntax/bibtex.hpp"

#include "base/ascii.hpp"
#include "diag/report.hpp"
#include "syntax/mapped_builder.hpp"
#include "syntax/yaml_chars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// What ends a name or a bare value.
bool ends_word(char c) { return is_white(c) || std::string_view{",={}()\"#%"}.find(c) != std::string_view::npos; }

class Reader {
 public:
  Reader(SourceId source, std::string_view text, Diagnostics& diagnostics, BibtexLimits const& limits)
      : source_{source}, text_{text}, diagnostics_{diagnostics}, limits_{limits} {}

  Node read() {
    Node list;
    list.kind = Node::Kind::List;
    list.span = span(0, text_.size());
    while (find_opening()) {
      if (list.items.size() == limits_.records) {
        report(at_, at_ + 1, fmt::format("it has more than {} records, and no more are read", limits_.records));
        break;
      }
      block(list);
      last_end_ = at_;
    }
    return list;
  }

 private:
  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  diag::Report report(std::size_t begin, std::size_t end, std::string_view what) {
    return diag::report<Kind::BibtexSyntax>(diagnostics_, span(begin, end), what);
  }
  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // ---- where records begin

  /// The place of the `{` or `(` of a record whose `@` stands there, or 0.
  std::size_t opening(std::size_t at) const {
    if (peek(at) != '@') return 0;
    std::size_t end = at + 1;
    while (is_letter(peek(end))) ++end;
    if (end == at + 1) return 0;
    while (is_white(peek(end))) ++end;
    return peek(end) == '{' || peek(end) == '(' ? end : 0;
  }
  /// A line that begins a record begins there, behind blanks.
  bool begins_record(std::size_t line) const { return opening(skip_blanks(text_, line, text_.size())) > 0; }
  /// Behind a `%` on its line, or behind what was read last.
  bool is_commented(std::size_t at) const {
    auto const before = text_.substr(last_end_, at - last_end_);
    auto const line = before.rfind('\n');
    return before.find('%', line == std::string_view::npos ? 0 : line) != std::string_view::npos;
  }
  /// Moves to the next `@word{`; false at the end of the text.
  bool find_opening() {
    while ((at_ = text_.find('@', at_)) != std::string_view::npos) {
      bool const opens = opening(at_) > 0;
      if (opens && !is_commented(at_)) return true;
      at_ = opens ? line_end(text_, at_) : at_ + 1;
    }
    at_ = text_.size();
    return false;
  }

  // ---- blocks

  void block(Node& list) {
    broken_ = wary_ = cut_ = false;
    swallowed_ = 0;
    begin_ = at_;
    open_ = opening(at_);
    closer_ = text_[open_] == '{' ? '}' : ')';
    std::size_t type_end = at_ + 1;
    while (is_letter(peek(type_end))) ++type_end;
    auto const type = base::ascii_lower(text_.substr(at_ + 1, type_end - at_ - 1));
    if (type == "comment") return skip_comment();
    seen_.clear();
    at_ = open_ + 1;
    if (type == "string") return macro();
    if (type == "preamble") {
      value();
      return close_block();
    }
    Node record;
    record.kind = Node::Kind::Map;
    put(record, bib_type, {}, scalar(begin_ + 1, type_end));
    key(record);
    fields(record);
    record.span = span(begin_, at_);
    list.items.push_back(std::move(record));
    check_what_follows();
  }

  /// `@comment{…}`, with whatever in its braces; without an end it is that line.
  void skip_comment() {
    std::size_t depth = 0;
    std::size_t i = open_ < unclosed_comment_ ? text_.size() : open_;
    for (; i < text_.size(); ++i) {
      if (text_[i] == '\n' && begins_record(i + 1)) break;
      if (text_[i] == '{' || text_[i] == '(') ++depth;
      if ((text_[i] == '}' || text_[i] == ')') && --depth == 0) {
        at_ = i + 1;
        return;
      }
    }
    unclosed_comment_ = std::max(unclosed_comment_, i);
    at_ = line_end(text_, open_);
  }

  /// `@string{name = value}`
  void macro() {
    skip_space();
    auto const name = word();
    skip_space();
    if (name.empty() || peek(at_) != '=') {
      report(begin_, open_ + 1, "a macro is `@string{name = {text}}`");
      return skip_to_comma();
    }
    ++at_;
    macros_.insert_or_assign(base::ascii_lower(name), value().scalar.text);
    close_block();
  }
  void close_block() {
    skip_space();
    if (peek(at_) == ',') ++at_, skip_space();
    if (peek(at_) == '}' || peek(at_) == ')')
      ++at_;
    else
      report_unclosed();
  }
  void report_unclosed() {
    if (!std::exchange(broken_, false))
      report(begin_, open_ + 1, fmt::format("`{}` is never closed", text_.substr(begin_, open_ + 1 - begin_)));
  }

  // ---- a record

  /// Any characters but commas and braces; without a key the fields follow at once.
  void key(Node& record) {
    skip_space();
    std::size_t const begin = at_;
    std::size_t end = begin;
    while (end < text_.size() && std::string_view{",={}\""}.find(text_[end]) == std::string_view::npos && text_[end] != '%' &&
           !(text_[end] == ')' && closer_ == ')') && !(text_[end] == '\n' && begins_record(end + 1)))
      ++end;
    bool const is_field = peek(end) == '=';
    std::size_t stop = trim_end(text_, begin, end);
    if (is_field) {
      // `key` and a field without the comma between them, or the first field where there is no key.
      std::size_t const blank = text_.substr(0, stop).find_first_of(" \t\r\n", begin);
      if (blank == std::string_view::npos) return;
      stop = blank;
      report(begin, stop, fmt::format("a comma belongs behind the key `{}`", text_.substr(begin, stop - begin)));
    }
    at_ = is_field ? stop : end;
    if (stop > begin) put(record, bib_key, {}, scalar(begin, stop));
  }

  void fields(Node& record) {
    while (true) {
      skip_space();
      if (at_ >= text_.size() || begins_record_here()) {
        if (go_back(record)) continue;
        return report_unclosed();
      }
      char const c = text_[at_];
      if (c == ',') {
        ++at_;
        continue;
      }
      if (c == '}' || c == ')') {
        if (c != closer_)
          report(at_, at_ + 1, fmt::format("`{}` closes what `{}` opens", c, text_[open_])).label(span(open_, open_ + 1), "here");
        ++at_;
        return;
      }
      field(record);
    }
  }
  /// With a brace too few, the value that lacks it ends where the record does. It is then read again, up to its next line with a field.
  bool go_back(Node& record) {
    if (wary_ || swallowed_ == 0) return false;
    wary_ = true;
    at_ = std::exchange(swallowed_, 0);
    seen_.erase(record.members.back().key);
    record.members.pop_back();
    return true;
  }
  bool begins_record_here() const {
    if (opening(at_) == 0) return false;
    std::size_t line = at_;
    while (line > 0 && is_blank(text_[line - 1])) --line;
    return line == 0 || text_[line - 1] == '\n';
  }

  void field(Node& record) {
    std::size_t const begin = at_;
    auto const name = word();
    std::size_t const end = at_;
    skip_space();
    if (name.empty() || peek(at_) != '=') {
      std::size_t const shown = std::max(end, begin + 1);
      report(begin, shown, fmt::format("`{}` begins no field: a field is `name = {{text}}`", text_.substr(begin, shown - begin)));
      at_ = std::max(at_, begin + 1);
      return skip_to_comma();
    }
    ++at_;
    holds_field_ = false;
    Node content = value();
    swallowed_ = holds_field_ ? begin : 0;
    auto const key = base::ascii_lower(name);
    auto const [first, is_new] = seen_.emplace(key, span(begin, end));
    if (!is_new)
      diag::report<Kind::DuplicateKey>(diagnostics_, span(begin, end), name)
          .severity(Severity::Warning)
          .label(first->second, "first given here")
          .hint("the last one counts; remove the other");
    put(record, key, span(begin, end), std::move(content));
    if (std::exchange(cut_, false)) return;
    skip_space();
    char const next = peek(at_);
    if (next != '\0' && next != ',' && next != '}' && next != ')' && next != '@')
      report(at_, at_ + 1, fmt::format("a comma belongs behind the value of `{}`", name));
  }

  static void put(Node& record, std::string_view key, Span key_span, Node content) {
    if (key_span.detached()) key_span = content.span.start();
    record.members.push_back({std::string{key}, key_span, std::move(content)});
  }

  /// A brace too many ends a record early, and what is left of it would vanish without a word.
  void check_what_follows() {
    std::size_t next = at_;
    while (is_white(peek(next))) ++next;
    bool const left_over = peek(next) == ',' || peek(next) == '}' || (peek(next) != '\0' && looks_like_field(next));
    if (left_over)
      report(next, next + 1, "this stands behind the end of a record")
          .label(span(at_ - 1, at_), "which ends here")
          .hint("look for a brace too many before it");
  }

  // ---- values

  Node value() {
    skip_space();
    std::size_t const begin = at_;
    MappedBuilder text;
    ScalarStyle style = ScalarStyle::Plain;
    std::size_t end = at_;
    Span inside;  // the same without delimiters
    while (true) {
      skip_space();
      char const c = peek(at_);
      Span part = span(at_, at_);
      if (c == '{' || c == '"') {
        part = delimited(text);
        style = ScalarStyle::DoubleQuoted;
      } else if (bare(text)) {
        part.end = static_cast<std::uint32_t>(at_);
      } else {
        report(begin, std::min(std::max(end, begin + 1), text_.size()), "a value is missing here");
        break;
      }
      inside = {source_, inside.detached() ? part.begin : inside.begin, part.end};
      end = at_;
      if (broken_) break;
      skip_space();
      if (peek(at_) != '#') break;
      ++at_;
    }
    Node node;
    node.kind = Node::Kind::Scalar;
    node.style = style;
    node.span = span(begin, std::max(begin, std::min(end, text_.size())));
    node.scalar = text.take(inside.detached() ? node.span : inside);
    return node;
  }

  /// `{…}` and `"…"`, in which braces are even. Gives the place of what is inside.
  Span delimited(MappedBuilder& text) {
    std::size_t const open = at_;
    bool const quoted = text_[open] == '"';
    std::size_t depth = quoted ? 0 : 1;
    std::size_t field_line = 0;  // the first line inside that looks like the next field
    std::size_t i = open + 1;
    for (; i < text_.size(); ++i) {
      char const c = text_[i];
      if (c == '{') {
        ++depth;
      } else if (c == '}') {
        if (depth == 0) break;  // of the record: the quotes are open
        if (--depth == 0 && !quoted) {
          holds_field_ = holds_field_ || field_line > 0;
          return content(text, open + 1, i, i + 1);
        }
      } else if (c == '"' && quoted && depth == 0) {
        return content(text, open + 1, i, i + 1);
      } else if (c == '\n') {
        if (begins_record(i + 1)) break;
        if (field_line == 0 && looks_like_field(skip_blanks(text_, i + 1, text_.size()))) field_line = i + 1;
        if (field_line > 0 && wary_) break;
      }
    }
    report(open, open + 1, fmt::format("`{}` is never closed", text_[open]))
        .hint("braces must be even in every value, `\\{` and `\\}` included");
    if (field_line > 0) i = field_line;
    broken_ = field_line == 0;
    wary_ = cut_ = true;
    std::size_t end = trim_end(text_, open + 1, i);
    if (end > open + 1 && text_[end - 1] == ',') end = trim_end(text_, open + 1, end - 1);
    return content(text, open + 1, end, i);
  }
  Span content(MappedBuilder& text, std::size_t begin, std::size_t end, std::size_t next) {
    text.append(text_.substr(begin, end - begin), static_cast<std::uint32_t>(begin));
    at_ = next;
    return span(begin, end);
  }
  bool looks_like_field(std::size_t at) const {
    std::size_t end = at;
    while (is_word(peek(end)) || peek(end) == '+' || peek(end) == ':') ++end;
    if (end < at + 3) return false;
    end = skip_blanks(text_, end, text_.size());
    if (peek(end) != '=') return false;
    end = skip_blanks(text_, end + 1, text_.size());
    return peek(end) == '{' || peek(end) == '"' || is_digit(peek(end)) || is_letter(peek(end));
  }

  /// A number, or a macro. False if nothing is there.
  bool bare(MappedBuilder& text) {
    std::size_t const begin = at_;
    auto const name = word();
    if (name.empty()) return false;
    bool const number = std::all_of(name.begin(), name.end(), is_digit);
    auto const key = base::ascii_lower(name);
    auto const macro = number ? macros_.end() : macros_.find(key);
    if (macro != macros_.end()) {
      expansion_ += macro->second.size();
      if (expansion_ <= limits_.expansion) {
        text.append(macro->second, static_cast<std::uint32_t>(begin));
        return true;
      }
      if (!std::exchange(expansion_reported_, true))
        report(begin, at_, fmt::format("macros stand for more than {} bytes", limits_.expansion));
    } else if (!number && std::find(months.begin(), months.end(), key) == months.end()) {
      diag::report<Kind::UnknownMacro>(diagnostics_, span(begin, at_), name)
          .hint("define it with `@string`, or put braces around a text that stands for itself");
    }
    text.append(name, static_cast<std::uint32_t>(begin));
    return true;
  }

  // ---- characters

  /// What is written up to a blank or a mark; perhaps nothing.
  std::string_view word() {
    std::size_t const begin = at_;
    while (at_ < text_.size() && !ends_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  /// White space and comments.
  void skip_space() {
    while (at_ < text_.size()) {
      if (is_white(text_[at_]))
        ++at_;
      else if (text_[at_] == '%')
        at_ = line_end(text_, at_);
      else
        return;
    }
  }
  /// Past what cannot be read: to the next comma or end of the record.
  void skip_to_comma() {
    std::size_t depth = 0;
    for (; at_ < text_.size(); ++at_) {
      char const c = text_[at_];
      if (c == '\n' && begins_record(at_ + 1)) return;
      if (c == '{') ++depth;
      if (depth == 0 && (c == ',' || c == '}' || c == closer_)) return;
      if (c == '}') --depth;
    }
  }

  Node scalar(std::size_t begin, std::size_t end) const {
    Node node;
    node.kind = Node::Kind::Scalar;
    node.span = span(begin, end);
    node.scalar.text = std::string{text_.substr(begin, end - begin)};
    node.scalar.span = node.span;
    return node;
  }

  SourceId source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  BibtexLimits limits_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0, open_ = 0;  ///< of the block that is read: its `@` and its `{`
  char closer_ = '}';
  bool broken_ = false;               ///< a value was never closed, so nobody closes its record
  bool cut_ = false;                  ///< the value that was read last was never closed, and its comma is gone
  bool holds_field_ = false;          ///< the value that was read last has a line that looks like a field
  std::size_t swallowed_ = 0;         ///< where the field of such a value begins, if it is the last of the record so far
  bool wary_ = false;                 ///< a value of this record was never closed: others are looked for no further than to the next field
  std::size_t last_end_ = 0;          ///< of the block that was read last
  std::size_t unclosed_comment_ = 0;  ///< no comment that begins before is closed
  std::map<std::string, Span> seen_;  ///< fields of this record
  std::map<std::string, std::string, std::less<>> macros_;
  std::size_t expansion_ = 0;
  bool expansion_reported_ = false;
};

}  // namespace

Node read_bibtex(SourceId source, std::string_view text, Diagnostics& diagnostics, BibtexLimits const& limits) {
  return Reader{source, text, diagnostics, limits}.read();
}

}  // namespace resumec::syntax

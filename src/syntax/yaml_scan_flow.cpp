// The pre-pass: `[…]` and `{…}`.
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr bool closes(char open, char close) { return (open == '[' && close == ']') || (open == '{' && close == '}'); }

/// `[@id]` and `[-@id]` are citations: no YAML value begins with `@`.
bool is_citation(std::string_view text, std::size_t at) { return starts_with_at(text, at, "[@") || starts_with_at(text, at, "[-@"); }

/// The word that a line loses to a remark: `#224466` of `{accent: #224466}`. Empty if there is none; a `#` that stands alone is meant.
std::string_view remark_word(std::string_view line) {
  auto const at = line.find(" #");
  if (at == std::string_view::npos) return {};
  auto const word = line.substr(at + 1);
  auto const end = std::min(word.find_first_of(" ,]}\r"), word.size());
  return end > 1 ? word.substr(0, end) : std::string_view{};
}

}  // namespace

void YamlScanner::scan_flow(std::size_t at, int parent) {
  if (is_citation(text_, at)) return scan_plain(at, parent, Trap::Flow);
  Mark const before = mark();
  auto const undo = [&] {
    edits_.resize(before.edits);
    findings_.erase(findings_.begin() + static_cast<std::ptrdiff_t>(before.findings), findings_.end());
  };
  auto const close = flow_end(at, parent);
  if (!close) {
    undo();
    if (diagnostics_.size() == before.reports) {
      auto report = diag::report<Kind::UnclosedBracket>(diagnostics_, span(at, at + 1), text_[at]);
      if (auto const word = remark_word(slice(at, line_end(text_, at))); !word.empty()) {
        report.hint(fmt::format("a blank before `#` begins a remark, which hides what closes it: write `\"{}\"`", word));
      } else {
        report.hint(fmt::format("close it with `{}`", text_[at] == '[' ? ']' : '}'));
      }
    }
    return unreadable(at, parent);
  }
  std::size_t const end = std::min(line_end(text_, *close), end_);
  std::size_t const rest = skip_blanks(text_, *close, end);
  if (mend_trailing_comma(rest, end)) {
    pos_ = std::min(end_, next_line(text_, end));
    return;
  }
  bool const one_line = slice(at, *close).find('\n') == std::string_view::npos;
  if (one_line && rest < end && text_[rest] != '#' && text_[rest] != ']' && text_[rest] != '}') {
    undo();
    return scan_plain(at, parent, Trap::Flow);
  }
  pos_ = std::min(end_, next_line(text_, end));
}

/// A line that cannot be inside brackets that were opened above it, although nothing closes them.
bool YamlScanner::ends_flow(std::size_t line, int parent) {
  Indentation const next = indentation(line);
  if (next.content >= end_ || next.column > parent || is_break(text_[next.content])) return false;
  char const c = text_[next.content];
  if (c == ']' || c == '}' || c == '"' || c == '\'' || c == '{' || c == '[' || c == ',' || c == '#') return false;
  return (c == '-' && ends_token(text_, next.content + 1)) || find_key(text_, next.content, line_end(text_, next.content)).has_value();
}

/// The offset behind the bracket that closes the one at `at`; nothing if none does.
std::optional<std::size_t> YamlScanner::flow_end(std::size_t at, int parent) {
  struct Open {
    std::size_t at;
    Mark before;
  };
  std::vector<Open> open;
  bool fresh = true;  // an element may begin here
  std::size_t i = at;
  while (i < end_) {
    char const c = text_[i];
    if (c == '\n') {
      if (ends_flow(i + 1, parent)) return std::nullopt;
      if (indentation(i + 1).odd) mend_indentation(i + 1, indentation(i + 1));
      ++i;
    } else if (is_white(c)) {
      ++i;
    } else if (c == '#' && is_white(text_[i - 1])) {
      i = line_end(text_, i);
    } else if (c == '[' || c == '{') {
      if (fresh && is_citation(text_, i) && !open.empty()) {
        i = quote_flow_text(i, Trap::Flow);
        fresh = false;
        continue;
      }
      if (open.size() >= depth_limit_) {
        diag::report<Kind::NestingTooDeep>(diagnostics_, span(i, i + 1), depth_limit_)
            .hint("a résumé needs a handful of levels; is a bracket missing?");
        return std::nullopt;
      }
      open.push_back({i, mark()});
      fresh = true;
      ++i;
    } else if (c == ']' || c == '}') {
      if (!closes(text_[open.back().at], c)) return std::nullopt;
      Open const inner = open.back();
      open.pop_back();
      ++i;
      if (open.empty()) return i;
      fresh = false;
      std::size_t const rest = skip_blanks(text_, i, end_);
      if (rest < end_ && !is_break(text_[rest]) && std::string_view{",]}:#"}.find(text_[rest]) == std::string_view::npos) {
        edits_.resize(inner.before.edits);
        findings_.erase(findings_.begin() + static_cast<std::ptrdiff_t>(inner.before.findings), findings_.end());
        i = quote_flow_text(inner.at, Trap::Flow);
      }
    } else if (c == ',') {
      fresh = true;
      ++i;
    } else if (c == ':') {
      fresh = true;
      ++i;
    } else if (!fresh) {
      ++i;
    } else if (c == '"' || c == '\'') {
      std::size_t close = i + 1;
      while (close < end_ && text_[close] != c) {
        if (text_[close] == '\n' && ends_flow(close + 1, parent))
          close = end_;
        else
          close += text_[close] == '\\' && c == '"' ? 2 : 1;
      }
      if (close >= end_) {
        diag::report<Kind::UnclosedQuote>(diagnostics_, span(i, i + 1), c)
            .hint(c == '\'' ? "close it, or write ’ if it is an apostrophe" : "close it, or leave it out");
        return std::nullopt;
      }
      if (c == '"' && mend_comma(close + 1, text_[open.back().at])) {
        i = close + 1;
        continue;
      }
      std::size_t const rest = skip_blanks(text_, close + 1, end_);
      bool const doubled = c == '\'' && rest == close + 1 && rest < end_ && text_[rest] == '\'';
      fresh = doubled;  // '' continues the scalar as if a quote opened here
      if (doubled) {
        i = close + 1;
        continue;
      }
      if (rest < end_ && !is_break(text_[rest]) && std::string_view{",]}:#"}.find(text_[rest]) == std::string_view::npos &&
          slice(i, close).find('\n') == std::string_view::npos) {
        i = quote_flow_text(i, Trap::Quote);
      } else {
        i = close + 1;
      }
    } else {
      std::size_t const end = std::min(line_end(text_, i), end_);
      fresh = false;
      if (std::size_t const value = skip_properties(i, end, parent); value != i) {
        fresh = true;
        i = value;
      } else if (auto const trap = trap_at(i, end); trap && *trap != Trap::Dash && *trap != Trap::LeadingColon && *trap != Trap::Question) {
        i = quote_flow_text(i, *trap);
      } else {
        // Plain text: up to a bracket, a comma or `: `.
        while (i < end && std::string_view{",[]{}"}.find(text_[i]) == std::string_view::npos &&
               !(text_[i] == ':' && ends_token(text_, i + 1)) && !(text_[i] == '#' && is_blank(text_[i - 1]))) {
          ++i;
        }
      }
    }
  }
  return std::nullopt;
}

/// `{"a": "b" "c": "d"}`, as JSON is mistyped: behind an element in quotes, which ends at `at`, the next one begins without a comma.
bool YamlScanner::mend_comma(std::size_t at, char bracket) {
  std::size_t next = at;
  while (next < end_ && is_white(text_[next])) ++next;
  if (next == at || next >= end_ || text_[next] != '"') return false;
  std::size_t close = next + 1;
  while (close < end_ && text_[close] != '"' && text_[close] != '\n') close += text_[close] == '\\' ? 2 : 1;
  if (close >= end_ || text_[close] != '"') return false;
  std::size_t const after = skip_blanks(text_, close + 1, end_);
  bool const key = after < end_ && text_[after] == ':';
  bool const item = after < end_ && (text_[after] == ',' || text_[after] == ']');
  if (bracket == '{' ? !key : !item) return false;
  diag::report<Kind::YamlSyntax>(diagnostics_, span(at - 1, at), "a comma is missing behind this").fix(span(at, at), ",");
  edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), ","});
  return true;
}

/// Quotes the element that begins at `at`: up to a comma, the closing bracket or `: ` outside of its own brackets.
std::size_t YamlScanner::quote_flow_text(std::size_t at, Trap trap) {
  std::size_t const end = std::min(line_end(text_, at), end_);
  std::size_t depth = 0;
  std::size_t i = at;
  for (; i < end; ++i) {
    char const c = text_[i];
    if (c == '[' || c == '{' || c == '(') ++depth;
    bool const close = c == ']' || c == '}' || c == ')';
    if (depth == 0 && ((close && c != ')') || c == ',' || (c == ':' && i > at && ends_token(text_, i + 1)))) break;
    if (close && depth > 0) --depth;
    if (c == '#' && i > at && is_blank(text_[i - 1])) break;
  }
  std::size_t const last = trim_end(text_, at, i);
  quote(at, last);
  found(trap, at, last);
  return i;
}

}  // namespace resumec::syntax

#include "syntax/markdown_spans.hpp"

#include "diag/report.hpp"
#include "syntax/stray_markup.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

bool is_line_break_tag(std::string_view html) { return html == "<br>" || html == "<br/>" || html == "<br />"; }

}  // namespace

SpanReader::SpanReader(MappedText const& source, MaskedText const& masked, std::size_t begin, Diagnostics& diagnostics)
    : source_{source}, masked_{masked}, begin_{begin}, diagnostics_{diagnostics}, cursor_{begin} {
  frames_.emplace_back();
}

void SpanReader::open(Frame frame) {
  if (frames_.size() > span_depth_limit) {
    ++skipped_;
    return;
  }
  frames_.push_back(std::move(frame));
}

/// Between the last text and a mark lies at most a line's start: blanks and the marks of quotes, lists and headings.
std::size_t SpanReader::skip_line_start(std::size_t at) const {
  if (!empty() && masked_at(at) != '\n' && masked_at(at) != '\r') return at;
  while (true) {
    char const c = masked_at(at);
    std::size_t run = at;
    while (is_digit(masked_at(run))) ++run;
    if (is_white(c) || c == '>') {
      ++at;
    } else if ((c == '-' || c == '+' || c == '*' || c == '#') && (is_blank(masked_at(at + 1)) || (c == '#' && masked_at(at + 1) == '#'))) {
      ++at;
    } else if (run > at && (masked_at(run) == '.' || masked_at(run) == ')') && is_blank(masked_at(run + 1))) {
      at = run + 1;
    } else {
      return at;
    }
  }
}

void SpanReader::enter(InlineKind kind, char mark, std::size_t length) {
  std::size_t const at = skip_line_start(cursor_);
  bool const alternative = mark == '*' && masked_at(at) == '_';
  Frame frame;
  frame.part.kind = kind;
  frame.verbatim = kind == InlineKind::Code;
  frame.part.begin = masked_at(at) == mark || alternative ? at : cursor_;
  if (mark == '`') {
    while (masked_at(at + length) == '`') ++length;
  }
  frame.mark_length = length;
  if (masked_at(at) == mark || alternative) cursor_ = at + length;
  open(std::move(frame));
}

void SpanReader::enter_link(std::string target, bool image) {
  std::size_t const at = skip_line_start(cursor_);
  Frame frame;
  frame.part.kind = InlineKind::Link;
  frame.part.target = std::move(target);
  bool const bracket = masked_at(at) == '[' || (image && masked_at(at) == '!');
  bool const angle = masked_at(at) == '<';
  frame.part.begin = bracket || angle ? at : cursor_;
  frame.verbatim = !bracket;
  frame.address = !bracket;
  if (bracket || angle) cursor_ = at + (image ? 2 : 1);
  open(std::move(frame));
}

/// Behind `](target "title")`, from the `]` at `at`.
std::size_t SpanReader::link_end(std::size_t at) const {
  if (masked_at(at) != ']') return at;
  ++at;
  if (masked_at(at) != '(') return at;
  std::size_t depth = 0;
  for (std::size_t i = at; masked_at(i) != '\0'; ++i) {
    char const c = masked_at(i);
    if (c == '\\') {
      ++i;
    } else if (c == '<' && depth == 1) {
      while (masked_at(i) != '>' && masked_at(i) != '\0') ++i;
    } else if (c == '"' && depth == 1) {
      ++i;
      while (masked_at(i) != '"' && masked_at(i) != '\0') i += masked_at(i) == '\\' ? 2 : 1;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      return i + 1;
    }
  }
  return at;
}

void SpanReader::leave() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (frames_.size() < 2) return;
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  if (frame.part.kind == InlineKind::Code) {
    while (masked_at(cursor_) == ' ' || masked_at(cursor_) == '\n') ++cursor_;
    for (std::size_t i = 0; i < frame.mark_length && masked_at(cursor_) == '`'; ++i) ++cursor_;
    for (Part const& part : frame.parts) frame.part.text += part.text;
    frame.parts.clear();
  } else if (frame.part.kind == InlineKind::Link) {
    if (masked_at(cursor_) == ']')
      cursor_ = link_end(cursor_);
    else if (masked_at(frame.part.begin) == '<' && masked_at(cursor_) == '>')
      ++cursor_;
  } else {
    for (std::size_t i = 0; i < frame.mark_length && (masked_at(cursor_) == '*' || masked_at(cursor_) == '_'); ++i) ++cursor_;
  }
  frame.part.end = std::max(cursor_, frame.part.begin);
  frame.part.children = frame.address ? std::move(frame.parts) : pair_delimiters(std::move(frame.parts), source_, diagnostics_);
  for (Part const& child : frame.part.children) frame.part.height = std::max(frame.part.height, child.height);
  ++frame.part.height;
  frames_.back().parts.push_back(std::move(frame.part));
}

void SpanReader::append(std::string_view text, std::size_t begin, std::size_t end) { append_text(frames_.back().parts, text, begin, end); }

void SpanReader::delimiter(char mark, std::size_t begin, std::size_t end, std::size_t attributes) {
  Part part;
  part.begin = begin;
  part.end = end;
  part.text = source_.text.substr(begin, end - begin);
  part.delimiter = mark;
  part.attributes = attributes;
  frames_.back().parts.push_back(std::move(part));
}

void SpanReader::special(Special const& found) {
  auto const add_break = [&] {
    Part part;
    part.kind = InlineKind::HardBreak;
    part.begin = found.begin;
    part.end = found.end;
    frames_.back().parts.push_back(std::move(part));
  };
  switch (found.kind) {
    case SpecialKind::Math:
      for (Part& part : read_tex(source_, found.begin + 1, found.end - 1, diagnostics_)) {
        if (part.kind == InlineKind::Text)
          append(part.text, part.begin, part.end);
        else
          frames_.back().parts.push_back(std::move(part));
      }
      break;
    case SpecialKind::Citation: {
      auto citation = read_citation(std::string_view{source_.text}.substr(found.begin, found.end - found.begin));
      Part part;
      part.kind = InlineKind::Citation;
      part.begin = found.begin;
      part.end = found.end;
      part.references = std::move(citation->ids);
      part.silent = citation->silent;
      frames_.back().parts.push_back(std::move(part));
      break;
    }
    case SpecialKind::Comment:
      break;
    case SpecialKind::UnclosedComment: {
      std::string_view const written = std::string_view{source_.text}.substr(found.begin, found.end - found.begin);
      diag::report<Kind::RawHtml>(diagnostics_, source_.at(found.begin, found.end), written)
          .hint("close the comment with `-->`, or write `\\<` for the sign itself");
      append(written, found.begin, found.end);
      break;
    }
    case SpecialKind::NoBreakSpace:
      append("\xC2\xA0", found.begin, found.end);
      break;
    case SpecialKind::HardBreak:
      add_break();
      break;
    case SpecialKind::SoftBreak:
      append(" ", found.begin, found.end);
      break;
  }
}

void SpanReader::text(std::size_t begin, std::size_t end) {
  if (end <= begin) return;
  bool const escaped = begin == cursor_ + 1 && masked_at(cursor_) == '\\';
  cursor_ = end;
  if (frames_.back().verbatim) {
    std::string_view const written = std::string_view{source_.text}.substr(begin, end - begin);
    append(written, begin, end);
    for (char& c : frames_.back().parts.back().text) c = is_break(c) ? ' ' : c;
    return;
  }
  auto const& specials = masked_.specials;
  std::size_t at = begin;
  while (next_special_ < specials.size() && specials[next_special_].end <= begin) ++next_special_;
  while (next_special_ < specials.size() && specials[next_special_].begin < end) {
    Special const& found = specials[next_special_];
    if (found.begin >= begin) {
      markup(at, found.begin, escaped && at == begin);
      special(found);
    }
    at = std::max(at, std::min(end, found.end));
    if (found.end > end) break;
    ++next_special_;
  }
  markup(at, end, escaped && at == begin);
}

/// One finding a text is enough to look at it.
void SpanReader::report_stray(std::size_t begin, std::size_t end) {
  if (stray_reported_) return;
  auto const found = find_stray_markup(source_.text, begin, end);
  if (!found) return;
  stray_reported_ = true;
  std::string_view const written = std::string_view{source_.text}.substr(found->begin, found->end - found->begin);
  auto report = diag::report<Kind::StrayMarkup>(diagnostics_, source_.at(found->begin, found->end),
                                                written[0] == '`' ? "a backtick" : fmt::format("`{}`", written));
  report.hint(std::string{found->hint});
  if (found->fixed_end > 0) report.fix(source_.at(found->begin, found->fixed_end), found->replacement);
}

/// Text in which `^`, `~`, `[` and `]{…}` may be markup.
void SpanReader::markup(std::size_t begin, std::size_t end, bool escaped) {
  std::string_view const text = source_.text;
  std::size_t start = begin;
  std::size_t at = begin + (escaped ? 1 : 0);
  report_stray(at, end);
  auto const flush = [&](std::size_t stop) {
    if (stop > start) append(text.substr(start, stop - start), start, stop);
  };
  while (at < end) {
    std::size_t const found = text.substr(0, end).find_first_of("^~[]", at);
    if (found == std::string_view::npos) break;
    char const c = text[found];
    std::size_t run = found + 1;
    if (c == '~') {
      while (run < end && text[run] == '~') ++run;
    }
    std::size_t const attributes = c == ']' ? span_attributes_end(text, found + 1) : 0;
    bool const marks = (c == '~' && run - found <= 2) || c == '^' || c == '[' || attributes > 0;
    if (!marks) {
      at = run;
      continue;
    }
    flush(found);
    delimiter(c == '~' && run - found == 2 ? '=' : c, found, run, attributes);
    start = at = attributes > 0 ? std::min(attributes, end) : run;
    if (attributes > end) frames_.back().parts.back().attributes = end;
  }
  flush(end);
}

void SpanReader::entity(std::size_t begin, std::size_t end) {
  std::string_view const written = std::string_view{source_.text}.substr(begin, end - begin);
  cursor_ = end;
  std::string const decoded = decode_entity(written);
  append(decoded.empty() ? written : std::string_view{decoded}, begin, end);
}

void SpanReader::html(std::size_t begin, std::size_t end) {
  std::string_view const written = std::string_view{source_.text}.substr(begin, end - begin);
  cursor_ = end;
  if (is_line_break_tag(written)) {
    hard_break();
    return;
  }
  diag::report<Kind::RawHtml>(diagnostics_, source_.at(begin, end), written).hint("use Markdown, or write `\\<` for the sign itself");
  append(written, begin, end);
}

void SpanReader::hard_break() {
  Part part;
  part.kind = InlineKind::HardBreak;
  part.begin = part.end = cursor_;
  frames_.back().parts.push_back(std::move(part));
}

void SpanReader::soft_break() { append(" ", cursor_, cursor_ + (cursor_ < source_.text.size() ? 1 : 0)); }

Parts SpanReader::finish() {
  while (frames_.size() > 1) leave();
  skipped_ = 0;
  Parts parts = pair_delimiters(std::move(frames_.front().parts), source_, diagnostics_);
  frames_.front() = Frame{};
  tidy(parts);
  return parts;
}

}  // namespace resumec::syntax

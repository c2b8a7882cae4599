// Markup that CommonMark does not have: pairing of delimiters, spans with attributes, attributes at a text's end.
#include "syntax/inline_parts.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace resumec::syntax {

void append_text(Parts& parts, std::string_view text, std::size_t begin, std::size_t end) {
  if (!parts.empty() && parts.back().kind == InlineKind::Text && parts.back().delimiter == '\0') {
    parts.back().text += text;
    parts.back().end = end;
    return;
  }
  Part part;
  part.begin = begin;
  part.end = end;
  part.text = text;
  parts.push_back(std::move(part));
}

namespace {

using diag::Kind;

constexpr std::size_t attributes_limit = 500;
constexpr std::size_t open_limit = 64;  // delimiters that wait for their partner

bool holds_blank(Part const& part) {
  if (part.kind == InlineKind::HardBreak) return true;
  if (part.text.find_first_of(" \n\t") != std::string::npos) return true;
  return std::any_of(part.children.begin(), part.children.end(), holds_blank);
}

InlineKind kind_of(char delimiter) {
  return delimiter == '^' ? InlineKind::Superscript : delimiter == '~' ? InlineKind::Subscript : InlineKind::Strike;
}

void append(Parts& parts, Part part) {
  if (part.kind == InlineKind::Text) {
    append_text(parts, part.text, part.begin, part.end);
  } else {
    parts.push_back(std::move(part));
  }
}

std::size_t height_of(Parts const& parts) {
  std::size_t height = 0;
  for (Part const& part : parts) height = std::max(height, part.height);
  return height;
}

/// The words of `{…}` with their offsets; quotes keep blanks together.
struct Word {
  std::size_t begin, end;
};
std::vector<Word> words_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Word> words;
  for (std::size_t at = begin; at < end;) {
    while (at < end && is_white(text[at])) ++at;
    std::size_t const start = at;
    bool quoted = false;
    while (at < end && (quoted || !is_white(text[at]))) quoted ^= text[at++] == '"';
    if (at > start) words.push_back({start, at});
  }
  return words;
}

std::string_view unquoted(std::string_view value) {
  return value.size() >= 2 && value.front() == '"' && value.back() == '"' ? value.substr(1, value.size() - 2) : value;
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_word(c) || c == ':' || c == '.' || c == '/' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

Parts pair_delimiters(Parts parts, MappedText const& source, Diagnostics& diagnostics) {
  struct Open {
    char delimiter;
    std::size_t index;  ///< in `done`
  };
  Parts done;
  std::vector<Open> open;
  auto const drop_tight = [&] {  // no blank may stand inside ^…^ and ~…~
    std::erase_if(open, [](Open const& entry) { return entry.delimiter == '^' || entry.delimiter == '~'; });
  };
  for (Part& part : parts) {
    if (part.delimiter == '\0') {
      if (!open.empty() && holds_blank(part)) drop_tight();
      done.push_back(std::move(part));
      continue;
    }
    char const wanted = part.delimiter == ']' ? '[' : part.delimiter;
    auto const match = std::find_if(open.rbegin(), open.rend(), [&](Open const& entry) { return entry.delimiter == wanted; });
    bool const closes = part.delimiter != '[' && match != open.rend() && (match->index + 1 < done.size() || part.delimiter == ']');
    bool const after_blank = part.begin > 0 && is_white(source.text[part.begin - 1]);
    if (closes && !(part.delimiter == '=' && after_blank)) {
      std::size_t const index = match->index;
      auto const first = done.begin() + static_cast<std::ptrdiff_t>(index) + 1;
      bool const fits = std::all_of(first, done.end(), [](Part const& child) { return child.height < part_height_limit; });
      std::erase_if(open, [index](Open const& entry) { return entry.index >= index; });
      if (fits) {
        Parts inside(std::make_move_iterator(first), std::make_move_iterator(done.end()));
        Part wrapped;
        std::size_t const begin = done[index].begin;
        tidy(inside);
        if (part.delimiter == ']') {
          wrapped = wrap_span(std::move(inside), source, part.end, part.attributes, diagnostics);
          wrapped.end = part.attributes;
        } else {
          wrapped.kind = kind_of(part.delimiter);
          wrapped.children = std::move(inside);
          wrapped.end = part.end;
        }
        wrapped.begin = begin;
        wrapped.height = height_of(wrapped.children) + 1;
        done.erase(done.begin() + static_cast<std::ptrdiff_t>(index), done.end());
        done.push_back(std::move(wrapped));
        continue;
      }
    }
    bool const before_blank = part.end >= source.text.size() || is_white(source.text[part.end]);
    if (part.delimiter != ']' && !before_blank && open.size() < open_limit) open.push_back({part.delimiter, done.size()});
    done.push_back(std::move(part));
  }
  // What `]` swallowed of its attributes is text again where it found no partner.
  Parts result;
  for (Part& part : done) {
    if (part.delimiter == ']' && part.attributes > part.end) {
      append_text(result, source.text.substr(part.begin, part.attributes - part.begin), part.begin, part.attributes);
      continue;
    }
    part.delimiter = '\0';
    append(result, std::move(part));
  }
  return result;
}

std::size_t span_attributes_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '{') return 0;
  std::size_t const end = text.substr(0, std::min(text.size(), at + attributes_limit)).find_first_of("}\n", at);
  if (end == std::string_view::npos || text[end] != '}') return 0;
  auto const words = words_of(text, at + 1, end);
  bool const fits = !words.empty() && std::all_of(words.begin(), words.end(), [&](Word word) {
    std::string_view const written = text.substr(word.begin, word.end - word.begin);
    std::size_t const equals = written.find('=');
    return written.front() == '.' ? is_name(written.substr(1)) : equals != std::string_view::npos && is_name(written.substr(0, equals));
  });
  return fits ? end + 1 : 0;
}

Part wrap_span(Parts children, MappedText const& source, std::size_t begin, std::size_t end, Diagnostics& diagnostics) {
  static constexpr std::array<std::string_view, 8> classes{".smallcaps", ".underline", ".ul",  ".strike",
                                                           ".strong",    ".emphasis",  ".sup", ".sub"};
  static constexpr std::array<InlineKind, 8> kinds{InlineKind::SmallCaps,   InlineKind::Underline, InlineKind::Underline,
                                                   InlineKind::Strike,      InlineKind::Strong,    InlineKind::Emphasis,
                                                   InlineKind::Superscript, InlineKind::Subscript};
  Part span;
  span.kind = InlineKind::Span;
  span.children = std::move(children);
  std::size_t wraps = 0;
  for (Word const word : words_of(source.text, begin + 1, end - 1)) {
    std::string_view const written = std::string_view{source.text}.substr(word.begin, word.end - word.begin);
    if (written.starts_with("lang=")) {
      span.lang = unquoted(written.substr(5));
      continue;
    }
    auto const known = std::find(classes.begin(), classes.end(), written);
    if (known == classes.end()) {
      auto report = diag::report<Kind::UnknownTextAttribute>(diagnostics, source.at(word.begin, word.end), written);
      if (auto const near = base::nearest(written, classes))
        report.hint(diag::did_you_mean(*near));
      else
        report.hint("a text takes `.smallcaps`, `.underline`, `.strike` and `lang=…`");
      continue;
    }
    if (++wraps > 4) continue;
    Part inner;
    inner.kind = kinds[static_cast<std::size_t>(known - classes.begin())];
    inner.begin = begin;
    inner.end = end;
    if (!span.children.empty()) inner.begin = span.children.front().begin;
    if (!span.children.empty()) inner.end = span.children.back().end;
    inner.children = std::move(span.children);
    inner.height = height_of(inner.children) + 1;
    span.children.clear();
    span.children.push_back(std::move(inner));
  }
  if (span.lang.empty() && span.children.size() == 1 && wraps == 1) return std::move(span.children.front());
  return span;
}

Attributes take_attributes(Parts& parts, MappedText const& source, Diagnostics& diagnostics) {
  Attributes result;
  if (parts.empty() || parts.back().kind != InlineKind::Text) return result;
  Part& last = parts.back();
  std::string_view const text = source.text;
  std::size_t const end = trim_end(text, last.begin, last.end);
  std::size_t const open = text.substr(0, end).rfind('{');
  if (open == std::string_view::npos || open < last.begin || end - open < 3 || (open > 0 && !is_white(text[open - 1]))) return result;
  bool const ours = text[open + 1] == '!' || text[open + 1] == '.' || text[open + 1] == '#' || starts_with_at(text, open + 1, "id=");
  if (!ours) return result;
  std::size_t const close = text.substr(0, end).find('}', open);
  if (close == std::string_view::npos) {
    // `{.tag #id}` without quotes loses everything from ` #` on to YAML.
    diag::report<Kind::UnclosedAttributes>(diagnostics, source.at(open, open + 1))
        .hint("close it with `}`; an id beside a tag is `id=…`, for a blank and `#` begin a remark");
    return result;
  }
  std::string_view const written = text.substr(open, end - open);
  if (close + 1 != end || !last.text.ends_with(written)) return result;
  for (Word const word : words_of(text, open + 1, close)) {
    std::string_view const name = text.substr(word.begin, word.end - word.begin);
    std::string_view const value = unquoted(name.substr(name.starts_with("id=") ? 3 : 1));
    if (name.size() == 2 && name[0] == '!' && name[1] >= '1' && name[1] <= '5') {
      result.priority = name[1] - '0';
    } else if (name[0] == '.' && is_name(value)) {
      result.tags.emplace_back(value);
    } else if ((name[0] == '#' || name.starts_with("id=")) && is_name(value)) {
      result.id = value;
      result.id_span = source.at(word.end - (name.back() == '"' ? 1 : 0) - value.size(), word.end - (name.back() == '"' ? 1 : 0));
    } else {
      diag::report<Kind::UnknownTextAttribute>(diagnostics, source.at(word.begin, word.end), name)
          .hint("the end of a text takes `!1` to `!5`, `.tag` and `#id` or `id=…`");
    }
  }
  last.text.resize(last.text.size() - written.size());
  last.text.resize(trim_end(last.text, 0, last.text.size()));
  last.end = std::max(last.begin, trim_end(text, last.begin, open));
  tidy(parts);
  return result;
}

void tidy(Parts& parts) {
  Parts joined;
  for (Part& part : parts) append(joined, std::move(part));
  parts = std::move(joined);
  std::erase_if(parts, [](Part const& part) { return part.kind == InlineKind::Text && part.text.empty(); });
}

Inlines to_inlines(Parts const& parts, MappedText const& source) {
  Inlines inlines;
  inlines.reserve(parts.size());
  for (Part const& part : parts) {
    Inline made;
    made.kind = part.kind;
    made.span = source.at(part.begin, part.end);
    made.text = part.text;
    made.target = part.target;
    made.lang = part.lang;
    made.references = part.references;
    made.silent = part.silent;
    made.children = to_inlines(part.children, source);
    inlines.push_back(std::move(made));
  }
  return inlines;
}

}  // namespace resumec::syntax

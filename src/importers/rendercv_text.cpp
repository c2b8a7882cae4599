// Texts of RenderCV: Markdown, as ours, with what Typst and its own preprocessor add.
#include "base/ascii.hpp"
#include "diag/report.hpp"
#include "importers/rendercv.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace resumec::importers::rendercv {

namespace {

/// Typst's functions that say what Markdown, or ours, says as well: `#strong[…]`.
struct Wrapper {
  std::string_view name, before, after;
};
constexpr Wrapper wrappers[] = {
    {"strong", "**", "**"},
    {"emph", "*", "*"},
    {"underline", "[", "]{.underline}"},
    {"smallcaps", "[", "]{.smallcaps}"},
    {"super", "^", "^"},
    {"sub", "~", "~"},
    {"strike", "~~", "~~"},
};
constexpr std::size_t deepest = 32;

bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '.'; }

/// The byte behind the bracket that closes the one at `open`; none if nothing does.
std::optional<std::size_t> closing(std::string_view text, std::size_t open) {
  char const opens = text[open], closes = opens == '(' ? ')' : ']';
  std::size_t depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == opens) {
      ++depth;
    } else if (text[i] == closes && --depth == 0) {
      return i + 1;
    }
  }
  return std::nullopt;
}

class Converter {
 public:
  Converter(Node const& scalar, Context& context) : scalar_{scalar}, text_{scalar.text()}, context_{context}, out_{scalar} {}

  Node run() && {
    convert(0, text_.size(), 0);
    return std::move(out_).build();
  }

 private:
  void convert(std::size_t begin, std::size_t end, std::size_t depth) {
    std::size_t kept = begin;
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i;
      if (text_[i] == '\\') {
        i += 2;
        continue;
      }
      if (text_[i] == '#' && i + 1 < end && is_name(text_[i + 1]) && depth < deepest)
        next = command(i, end, kept, depth);
      else if (text_.substr(i, 2) == "$$")
        next = formula(i, end, kept);
      else if (text_.substr(i, 2) == "](")
        next = address(i + 1, end, kept);
      if (next == i) {
        ++i;
      } else {
        i = kept = next;
      }
    }
    out_.keep(kept, std::max(kept, end));
  }

  /// `#name(arguments)[content]`. The byte behind it, or `at` if it stays as it is.
  std::size_t command(std::size_t at, std::size_t end, std::size_t kept, std::size_t depth) {
    std::size_t name_end = at + 1;
    while (name_end < end && is_name(text_[name_end])) ++name_end;
    auto const name = text_.substr(at + 1, name_end - at - 1);
    std::size_t i = name_end;
    std::string_view arguments;
    if (i < end && text_[i] == '(') {
      auto const close = closing(text_.substr(0, end), i);
      if (!close) return at;
      arguments = text_.substr(i + 1, *close - i - 2);
      i = *close;
    }
    std::optional<std::size_t> content;
    if (i < end && text_[i] == '[') {
      auto const close = closing(text_.substr(0, end), i);
      if (!close) return at;
      content = i + 1;
      i = *close;
    }
    if (i == name_end) return at;  // `#hashtag`
    if ((name == "h" || name == "v") && !content) {
      out_.keep(kept, at);
      bool const blank = at == 0 || text_[at - 1] == ' ' || i >= end || text_[i] == ' ';
      if (!blank) out_.insert(" ", at);
      return i;
    }
    auto const* const wrapper = std::find_if(std::begin(wrappers), std::end(wrappers), [&](auto const& row) { return row.name == name; });
    if (content && arguments.empty() && wrapper != std::end(wrappers)) {
      out_.keep(kept, at);
      out_.insert(wrapper->before, at);
      convert(*content, i - 1, depth + 1);
      out_.insert(wrapper->after, i - 1);
      return i;
    }
    bool const quoted = arguments.size() > 2 && arguments.front() == '"' && arguments.back() == '"';
    if (name == "link" && quoted) {
      auto const from = static_cast<std::size_t>(arguments.data() - text_.data());
      out_.keep(kept, at);
      out_.insert("[", at);
      if (content)
        convert(*content, i - 1, depth + 1);
      else
        out_.keep(from + 1, from + arguments.size() - 1);
      out_.insert("](", i - 1);
      out_.keep(from + 1, from + arguments.size() - 1);
      out_.insert(")", i - 1);
      return i;
    }
    diag::report<diag::Kind::TypstCommand>(context_.diagnostics, scalar_.scalar.at(at, name_end), text_.substr(at, name_end - at))
        .hint("say it in Markdown; what Typst draws cannot be carried over");
    return at;
  }

  /// `$$…$$`: a formula within the line, which is `$…$` here.
  std::size_t formula(std::size_t at, std::size_t end, std::size_t kept) {
    auto const close = text_.substr(0, end).find("$$", at + 2);
    if (close == std::string_view::npos || close == at + 2) return at;
    out_.keep(kept, at);
    out_.keep(at + 1, close + 1);
    return close + 2;
  }

  /// `(https://example.com/my paper.pdf)`: no address to CommonMark, because of the blank.
  std::size_t address(std::size_t open, std::size_t end, std::size_t kept) {
    auto const close = closing(text_.substr(0, end), open);
    if (!close) return open - 1;
    auto const url = text_.substr(open + 1, *close - open - 2);
    if (url.find("://") == std::string_view::npos || url.find(' ') == std::string_view::npos || url.find('"') != std::string_view::npos)
      return open - 1;
    for (std::size_t i = open; i < *close; ++i) {
      if (text_[i] != ' ') continue;
      out_.keep(kept, i);
      out_.insert("%20", i);
      kept = i + 1;
    }
    out_.keep(kept, *close);
    return *close;
  }

  Node const& scalar_;
  std::string_view text_;
  Context& context_;
  TextBuilder out_;
};

/// How far in the byte `at` of the source stands on its line.
std::size_t column(std::string_view text, std::size_t at) {
  auto const line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return line == std::string_view::npos ? at : at - line - 1;
}

/// Where a line of a text over several lines begins with `- `: bytes of the text, at the dash. A range that a line's end divides (`10` and
/// `- 15`) is none.
std::vector<std::size_t> dashes(Node const& scalar) {
  std::vector<std::size_t> found;
  std::string_view const text = scalar.text();
  for (auto const& piece : scalar.scalar.pieces) {
    std::size_t at = piece.text;
    if (at > 0 && at < text.size() && text[at] == ' ') ++at;  // the blank that stands for the line's end belongs to this piece
    if (at == 0 || at + 2 >= text.size() || text[at] != '-' || text[at + 1] != ' ' || text[at - 1] != ' ') continue;
    bool const range = at >= 2 && base::is_ascii_digit(text[at - 2]) && base::is_ascii_digit(text[at + 2]);
    if (!range && (found.empty() || found.back() != at)) found.push_back(at);
  }
  return found;
}

Node trimmed_slice(Node const& scalar, std::size_t begin, std::size_t end) {
  std::string_view const text = scalar.text();
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  return slice(scalar, begin, end);
}

}  // namespace

Node text(Node const& scalar, Context& context) {
  if (!scalar.is_scalar()) return scalar;
  auto const written = scalar.text();
  bool const special = written.find('#') != std::string_view::npos || written.find("$$") != std::string_view::npos ||
                       written.find("](") != std::string_view::npos;
  return special ? Converter{scalar, context}.run() : scalar;
}

Node point(Node const& scalar, File& file) {
  auto const found = scalar.is_scalar() && scalar.style == syntax::ScalarStyle::Plain ? dashes(scalar) : std::vector<std::size_t>{};
  if (found.empty()) {
    if (auto const dash = scalar.is_scalar() ? scalar.text().find(" - ") : std::string_view::npos; dash != std::string_view::npos)
      diag::report<diag::Kind::UndividedText>(file.context.diagnostics, scalar.scalar.at(dash + 1, dash + 2))
          .hint("if it is a list, begin a line with each dash, further in than the text");
    return text(scalar, file.context);
  }
  // A point, and below it its own, by how far in they stand.
  struct Level {
    std::size_t column;
    Node* point;
  };
  Node root = make_map(scalar.span);
  put(root, "text", text(trimmed_slice(scalar, 0, found.front()), file.context));
  std::vector<std::pair<std::size_t, Node>> flat;
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto const end = i + 1 < found.size() ? found[i + 1] : scalar.text().size();
    flat.emplace_back(column(file.text, scalar.scalar.at(found[i], found[i]).begin),
                      text(trimmed_slice(scalar, found[i] + 1, end), file.context));
  }
  auto const build = [&](auto const& self, std::size_t& i, std::size_t depth) -> Node {
    Node list = make_list(flat[i].second.span);
    auto const own = flat[i].first;
    while (i < flat.size() && flat[i].first >= own) {
      Node item = std::move(flat[i].second);
      ++i;
      if (i < flat.size() && flat[i].first > own && depth < deepest) {
        Node parent = make_map(item.span);
        put(parent, "text", std::move(item));
        put(parent, "points", self(self, i, depth + 1));
        item = std::move(parent);
      }
      list.items.push_back(std::move(item));
    }
    return list;
  };
  std::size_t i = 0;
  Node list = build(build, i, 0);
  while (i < flat.size()) list.items.push_back(std::move(flat[i++].second));  // further out than the first
  put(root, "points", std::move(list));
  return root;
}

Node points(Node const& list, File& file) {
  if (list.is_scalar()) return text(list, file.context);
  Node result = list;
  for (Node& item : result.items) item = item.is_scalar() ? point(item, file) : item;
  return result;
}

}  // namespace resumec::importers::rendercv

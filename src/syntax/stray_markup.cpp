#include "syntax/stray_markup.hpp"

#include "base/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool opens_word(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

class Reader {
 public:
  explicit Reader(std::string_view text) : text_{text} {}

  std::optional<StrayMarkup> at(std::size_t i) const {
    switch (text_[i]) {
      case '*':
        return stars(i);
      case '`':
        return backtick(i);
      case '"':
        return last_quote(i);
      default:
        if (auto found = command(i)) return found;
        return line_break(i);
    }
  }

 private:
  char at_or_end(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  bool begins_word(std::size_t i) const { return i == 0 || base::is_ascii_blank(text_[i - 1]) || text_[i - 1] == '('; }

  /// `**team`, not `C**` nor `2 ** 3`.
  std::optional<StrayMarkup> stars(std::size_t i) const {
    if (at_or_end(i + 1) != '*' || !begins_word(i) || !opens_word(at_or_end(i + 2))) return std::nullopt;
    return StrayMarkup{i, i + 2, "close it with `**` behind the last word, or write `\\*\\*` for the stars themselves", 0, {}};
  }

  std::optional<StrayMarkup> backtick(std::size_t i) const {
    std::size_t const end = std::min(text_.find_first_not_of('`', i), text_.size());
    if (!begins_word(i) || !opens_word(at_or_end(end))) return std::nullopt;
    return StrayMarkup{i,
                       end,
                       end - i == 2 ? "quotation marks are `“` and `”`, or `\"`"
                                    : "close it with another one behind the last word, or write `\\`` for the mark itself",
                       0,
                       {}};
  }

  /// `Engineer"`: what is left of a text in quotes. Not inches.
  std::optional<StrayMarkup> last_quote(std::size_t i) const {
    bool const closes = i + 1 == text_.size() && i > 0 && (opens_word(text_[i - 1]) || text_[i - 1] == '.' || text_[i - 1] == ')');
    if (!closes || std::count(text_.begin(), text_.end(), '"') % 2 == 0) return std::nullopt;
    return StrayMarkup{i, i + 1, "leave it out, or begin the words that it closes with another one", i + 1, {}};
  }

  /// `\textbf{…}`, `\href{…}{…}`; and the names that need no braces.
  std::optional<StrayMarkup> command(std::size_t i) const {
    std::size_t end = i + 1;
    while (is_ascii_letter(at_or_end(end))) ++end;
    if (end == i + 1) return std::nullopt;
    std::string_view const name = text_.substr(i + 1, end - i - 1);
    constexpr std::array<std::string_view, 9> bare{"item", "LaTeX", "TeX", "quad", "hfill", "newline", "ldots", "dots", "times"};
    if (at_or_end(end) != '{') {
      if (std::find(bare.begin(), bare.end(), name) == bare.end()) return std::nullopt;
      return StrayMarkup{i, end, "LaTeX is read between two `$` alone; write the sign itself", 0, {}};
    }
    StrayMarkup found{i, end, "LaTeX is not read here: `**bold**`, `*emphasis*`, `[words](address)`", 0, {}};
    std::size_t close = 0;
    auto const first = argument(end, close);
    if (!first) return found;
    found.fixed_end = close;
    if (name == "textbf")
      found.replacement = fmt::format("**{}**", *first);
    else if (name == "emph" || name == "textit")
      found.replacement = fmt::format("*{}*", *first);
    else if (name == "texttt")
      found.replacement = fmt::format("`{}`", *first);
    else if (name == "url")
      found.replacement = fmt::format("<{}>", *first);
    else if (auto const second = name == "href" ? argument(close, close) : std::nullopt)
      found.replacement = fmt::format("[{}]({})", *second, *first), found.fixed_end = close;
    else
      found.fixed_end = 0;
    return found;
  }

  /// What stands in the braces at `open`, none of which are inside; `close` is behind them then.
  std::optional<std::string_view> argument(std::size_t open, std::size_t& close) const {
    if (at_or_end(open) != '{') return std::nullopt;
    std::size_t const end = text_.find_first_of("{}\n", open + 1);
    if (end == std::string_view::npos || text_[end] != '}' || end == open + 1) return std::nullopt;
    close = end + 1;
    return text_.substr(open + 1, end - open - 1);
  }

  /// `\n` between sentences; not in `C:\new`.
  std::optional<StrayMarkup> line_break(std::size_t i) const {
    if (at_or_end(i + 1) != 'n' || i == 0 || text_.find(":\\") < i) return std::nullopt;
    char const next = at_or_end(i + 2);
    bool const ends = next == '\0' || base::is_ascii_blank(next) || next == '\\' || next == '-' || next == '*' ||
                      (next >= 'A' && next <= 'Z') || static_cast<unsigned char>(next) >= 0x80;
    if (!ends) return std::nullopt;
    return StrayMarkup{
        i, i + 2, "`\\n` ends a line between double quotes alone; a text of several lines begins with `|` behind its key", 0, {}};
  }

  std::string_view text_;
};

}  // namespace

std::optional<StrayMarkup> find_stray_markup(std::string_view text, std::size_t begin, std::size_t end) {
  Reader const reader{text};
  for (std::size_t at = begin; (at = text.substr(0, end).find_first_of("*`\\\"", at)) != std::string_view::npos; ++at)
    if (auto found = reader.at(at)) return found;
  return std::nullopt;
}

}  // namespace resumec::syntax

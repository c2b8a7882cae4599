// The marks of one line of Markdown, outermost first. Cost: linear, for a mark without an end is looked for once.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"

#include <array>

namespace resumec::importers {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::size_t begin, std::size_t end)
      : text_{text.substr(0, end)}, begin_{begin}, at_{begin}, plain_{begin}, end_{end} {}

  std::vector<Token> run() {
    while (at_ < end_) step();
    flush(end_);
    return std::move(tokens_);
  }

 private:
  void flush(std::size_t to) {
    if (to > plain_) tokens_.push_back({TokenKind::Text, plain_, to, plain_, to});
  }
  void add(Token const& token) {
    flush(token.begin);
    tokens_.push_back(token);
    at_ = plain_ = token.end;
  }

  void step() {
    char const c = text_[at_];
    if (c == '\\' && at_ + 1 < end_) {
      at_ += 2;
    } else if (c == '`') {
      code();
    } else if (c == '[') {
      link();
    } else if (c == '<') {
      autolink();
    } else if (c == '(') {
      std::size_t const close = closing(at_);
      if (close == 0)
        ++at_;
      else
        add({TokenKind::Paren, at_, close + 1, at_ + 1, close});
    } else if (c == '*' || c == '_') {
      emphasis(c);
    } else {
      ++at_;
    }
  }

  std::size_t run_length(std::size_t at) const {
    std::size_t length = 1;
    while (at + length < end_ && text_[at + length] == text_[at]) ++length;
    return length;
  }

  void code() {
    std::size_t const length = run_length(at_);
    if (length < no_code_.size() && no_code_[length]) return void(at_ += length);
    for (std::size_t i = text_.find('`', at_ + length); i != std::string_view::npos;) {
      std::size_t const other = run_length(i);
      if (other == length) return add({TokenKind::Code, at_, i + length, at_ + length, i});
      i = text_.find('`', i + other);
    }
    if (length < no_code_.size()) no_code_[length] = true;
    at_ += length;
  }

  /// The bracket that closes the one at `open`; 0 if none does. All are paired at once, when the first is asked for.
  std::size_t closing(std::size_t open) {
    if (partners_.empty()) pair_brackets();
    return partners_[open - begin_];
  }
  void pair_brackets() {
    partners_.assign(end_ - begin_, 0);
    std::vector<std::size_t> round, square;
    auto const close = [&](std::vector<std::size_t>& open, std::size_t at) {
      if (open.empty()) return;
      partners_[open.back() - begin_] = at;
      open.pop_back();
    };
    for (std::size_t i = begin_; i < end_; ++i) {
      if (text_[i] == '\\')
        ++i;
      else if (text_[i] == '(')
        round.push_back(i);
      else if (text_[i] == ')')
        close(round, i);
      else if (text_[i] == '[')
        square.push_back(i);
      else if (text_[i] == ']')
        close(square, i);
    }
  }

  void link() {
    std::size_t const label = closing(at_);
    std::size_t const close = label > 0 && label + 1 < end_ && text_[label + 1] == '(' ? closing(label + 1) : 0;
    if (close == 0) return void(++at_);
    Token token{TokenKind::Link, at_, close + 1, at_ + 1, label, label + 2, close};
    std::size_t const title = text_.substr(0, close).find(' ', token.target_begin);
    if (title != std::string_view::npos) token.target_end = title;
    add(token);
  }

  void autolink() {
    std::size_t const close = text_.find('>', at_);
    std::string_view const inside = close == std::string_view::npos ? std::string_view{} : text_.substr(at_ + 1, close - at_ - 1);
    bool const address = inside.find_first_of(" \n<") == std::string_view::npos &&
                         (inside.find('@') != std::string_view::npos || inside.find("://") != std::string_view::npos);
    if (!address) return void(++at_);
    add({TokenKind::Link, at_, close + 1, at_ + 1, close, at_ + 1, close});
  }

  void emphasis(char mark) {
    std::size_t const length = run_length(at_);
    bool& hopeless = no_end_[mark == '*' ? 0 : 1][std::min<std::size_t>(length, 3)];
    bool const within_word = mark == '_' && at_ > 0 && is_word(text_[at_ - 1]);
    std::size_t const inside = at_ + length;
    if (length > 3 || hopeless || within_word || inside >= end_ || is_white(text_[inside])) return void(at_ = inside);
    std::size_t const close = emphasis_end(mark, length, inside);
    if (close == 0 && length == 3 && two_ends(mark, inside)) return;
    if (close == 0) {
      hopeless = true;
      at_ = inside;
      return;
    }
    TokenKind const kind = length == 1 ? TokenKind::Emphasis : TokenKind::Strong;
    add({kind, at_, close + length, inside, close});
  }

  /// `***ACTA** 2019*`: three marks that are closed one after the other. The last to be closed is the outer pair.
  bool two_ends(char mark, std::size_t inside) {
    for (std::size_t first = 1; first <= 2; ++first) {
      std::size_t const inner = emphasis_end(mark, first, inside);
      if (inner == 0) continue;
      std::size_t const outer = 3 - first, close = emphasis_end(mark, outer, inner + first);
      if (close == 0) continue;
      add({outer == 1 ? TokenKind::Emphasis : TokenKind::Strong, at_, close + outer, at_ + outer, close});
      return true;
    }
    return false;
  }

  /// Where the run that closes one of `length` begins; 0 if there is none. Emphasis within strong emphasis, and the reverse, is passed
  /// over.
  std::size_t emphasis_end(char mark, std::size_t length, std::size_t from) const {
    bool inner = false;
    for (std::size_t i = from; i < end_;) {
      if (text_[i] == '\\') {
        i += 2;
        continue;
      }
      if (text_[i] != mark) {
        ++i;
        continue;
      }
      std::size_t const run = run_length(i);
      bool const word_after = mark == '_' && i + run < end_ && is_word(text_[i + run]);
      bool const may_close = !is_white(text_[i - 1]) && !word_after;
      if (may_close && run == length && !(length == 3 && inner)) return i;
      if (may_close && run == 3 && inner) return i + (3 - length);
      if (run + length == 3) inner = !inner;
      i += run;
    }
    return 0;
  }

  std::string_view text_;
  std::size_t begin_, at_, plain_, end_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> partners_;  ///< by byte from `begin_` on
  std::array<bool, 8> no_code_{};
  std::array<std::array<bool, 4>, 2> no_end_{};
};

}  // namespace

std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end) { return Tokenizer{text, begin, end}.run(); }

Range trimmed_range(std::string_view text, Range range) {
  constexpr std::string_view marks[] = {",", ";", "|", "•", "·"};
  for (bool found = true; found && !range.empty();) {
    found = false;
    while (!range.empty() && is_white(text[range.begin])) ++range.begin, found = true;
    while (!range.empty() && is_white(text[range.end - 1])) --range.end, found = true;
    for (std::string_view const mark : marks) {
      std::string_view const all = text.substr(range.begin, range.end - range.begin);
      if (all.starts_with(mark))
        range.begin += mark.size(), found = true;
      else if (all.ends_with(mark))
        range.end -= mark.size(), found = true;
    }
  }
  return range;
}

Range unwrapped(std::string_view text, Range range) {
  for (;;) {
    range = trimmed_range(text, range);
    auto const tokens = tokens_of(text, range.begin, range.end);
    if (tokens.size() != 1 || tokens[0].kind == TokenKind::Text || tokens[0].kind == TokenKind::Link) return range;
    range = {tokens[0].inner_begin, tokens[0].inner_end};
  }
}

Node part_of(Node const& text, Range range) {
  for (;;) {
    range = trimmed_range(text.text(), range);
    auto const tokens = tokens_of(text.text(), range.begin, range.end);
    if (tokens.size() != 1 || (tokens[0].kind != TokenKind::Strong && tokens[0].kind != TokenKind::Emphasis))
      return slice(text, range.begin, range.end);
    range = {tokens[0].inner_begin, tokens[0].inner_end};
  }
}

}  // namespace resumec::importers

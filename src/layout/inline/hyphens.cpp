#include "layout/inline/hyphens.hpp"

#include "layout/inline/lists.hpp"
#include "layout/inline/tokens.hpp"
#include "text/hyphenate.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace resumec::layout {

namespace {

constexpr std::size_t shortest_word = 5;
/// Parts shorter than this cost more, letter by letter (after Typst).
constexpr std::size_t whole_part = 5;
constexpr std::int32_t per_missing_letter = penalty::division * 15 / 100;

/// The letters of a token, if it is nothing else but punctuation around them.
struct Word {
  std::uint32_t begin = 0, end = 0;
  std::size_t letters = 0;
  bool capital = false;  ///< the first letter
};

bool is_capital(std::string_view letter) { return unicode::to_lower(letter, "") != letter; }

std::optional<Word> word_of(std::string_view text, Token const& token) {
  Word word;
  bool ended = false;
  for (std::uint32_t at = token.begin; at < token.end;) {
    unicode::CodePoint const letter = unicode::decode_at(text, at);
    if (unicode::is_letter(letter.value)) {
      if (ended) return std::nullopt;
      bool const capital = is_capital(text.substr(at, letter.end - at));
      if (word.letters == 0) word.begin = at;
      if (word.letters == 0) word.capital = capital;
      if (word.letters > 0 && capital) return std::nullopt;  // CERN, PyTorch
      word.end = letter.end;
      ++word.letters;
    } else {
      ended = word.letters > 0;
    }
    at = letter.end;
  }
  if (word.letters < shortest_word) return std::nullopt;
  return word;
}

bool ends_sentence(std::string_view token) { return std::string_view{".!?:"}.find(token.back()) != std::string_view::npos; }

std::int32_t penalty_of(std::size_t before, std::size_t after) {
  auto const missing = [](std::size_t letters) { return static_cast<std::int32_t>(whole_part - std::min(letters, whole_part)); };
  return penalty::division + per_missing_letter * (missing(before) + missing(after));
}

class Divider {
 public:
  Divider(Collected const& collected, Context& context)
      : collected_{collected}, context_{context}, items_{short_items_of(collected)}, tokens_{tokens_of(collected.text)} {}

  void add_to(std::vector<BreakPlace>& places) {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].kind != Token::Kind::Word) continue;
      std::optional<Word> const word = word_of(text(), tokens_[i]);
      if (!word || !may_be_divided(*word, i)) continue;
      for (std::uint32_t const point : points_of(*word)) {
        std::size_t const before = unicode::length(text().substr(word->begin, point - word->begin));
        places.push_back({point, Willingness::Normal, penalty_of(before, word->letters - before), true, true});
      }
    }
  }

 private:
  std::string_view text() const { return collected_.text; }

  bool may_be_divided(Word const& word, std::size_t token) const {
    StyledRange const& range = collected_.range_at(word.begin);
    if (range.end < word.end || range.generated || range.unbreakable || context_.link_node(range.node)) return false;
    TextStyle const& style = context_.text_style(range.style);
    if (!style.expands) return false;                                                                // code
    if (unicode::may_run_leftwards(text().substr(word.begin, word.end - word.begin))) return false;  // Hebrew and Arabic have no hyphens
    auto const item = std::lower_bound(items_.begin(), items_.end(), word.end, [](ByteRange i, std::uint32_t end) { return i.end < end; });
    if (item != items_.end() && item->begin <= word.begin) return false;
    if (!word.capital || style.shape.lang.substr(0, 2) == "de") return true;
    return token == 0 || text()[tokens_[token].begin - 1] == '\n' ||
           ends_sentence(text().substr(tokens_[token - 1].begin, tokens_[token - 1].end - tokens_[token - 1].begin));
  }

  std::vector<std::uint32_t> points_of(Word const& word) const {
    std::vector<std::uint32_t> const& soft = collected_.soft_hyphens;
    auto const first = std::upper_bound(soft.begin(), soft.end(), word.begin), last = std::lower_bound(first, soft.end(), word.end);
    if (first != last) return {first, last};
    std::string_view const lang = context_.text_style(collected_.range_at(word.begin).style).shape.lang;
    std::vector<std::uint32_t> points =
        text::hyphenation_points(text().substr(word.begin, word.end - word.begin), lang, context_.divisions);
    for (std::uint32_t& point : points) point += word.begin;
    return points;
  }

  Collected const& collected_;
  Context& context_;
  std::vector<ByteRange> items_;
  std::vector<Token> tokens_;
};

}  // namespace

void add_divisions(Collected const& collected, std::vector<BreakPlace>& places, Context& context) {
  Divider{collected, context}.add_to(places);
  std::stable_sort(places.begin(), places.end(), [](BreakPlace const& a, BreakPlace const& b) { return a.offset < b.offset; });
}

}  // namespace resumec::layout

// A character of UTF-8 beyond ASCII has a first byte from 0xC2 to 0xF4 and one to three further bytes from 0x80 to 0xBF. Read in an
// encoding of one byte a character, it becomes a letter such as `Ã`, `â` or `√`, `‚`, and signs or letters such as `©`, `€` or `Ä`. A
// sequence of such characters that gives valid UTF-8 is a candidate. Candidates occur in good texts: `CAFÉ”`, `résumé »`, `≈£2M`, `√π`.
// So each is judged by what it would become and by the letters beside it (`Evidence`), and only those count that no text would have.
#include "source/mojibake.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace resumec::source {

namespace {

using unicode::ByteEncoding;

enum class Evidence : std::uint8_t {
  Strong,  ///< no text has this
  Weak,    ///< may have been meant
};

/// Of the repaired character: other scripts than Latin by a number of their own.
enum class Sort : std::uint8_t { Odd, Sign, Latin, FirstScript };

struct Range {
  char32_t first, last;
};

/// What people write beside letters, and letters of European languages in Latin script. What else there is (phonetic letters, old scripts,
/// control characters) comes out by chance.
constexpr Range signs[] = {{0xA0, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x0300, 0x0310},   {0x200B, 0x2027},
                           {0x202F, 0x205F}, {0x20A0, 0x20C0}, {0x2100, 0x214F}, {0x2190, 0x23FF},   {0x2460, 0x2BFF},
                           {0xFB00, 0xFB06}, {0xFE0E, 0xFE0F}, {0xFEFF, 0xFEFF}, {0x1D400, 0x1D7FF}, {0x1F000, 0x1FAFF}};
constexpr Range latin[] = {{0xC0, 0x17F}, {0x01A0, 0x01B0}, {0x0218, 0x021B}, {0x1E00, 0x1EFF}};
/// Several letters of one script side by side are a word of it. Chinese, Japanese and Korean count as one script.
constexpr Range scripts[] = {{0x0370, 0x03FF}, {0x0400, 0x052F}, {0x0530, 0x058F}, {0x0590, 0x05FF}, {0x0600, 0x06FF}, {0x0900, 0x0DFF},
                             {0x0E00, 0x0E7F}, {0x10A0, 0x10FF}, {0x3000, 0x9FFF}, {0xAC00, 0xD7AF}, {0xFF00, 0xFFEF}};
constexpr std::size_t east_asian = 8;  ///< and what follows it
/// Shorter words might be two signs beside two letters.
constexpr std::size_t least_word = 3;

template <std::size_t N>
bool is_in(Range const (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [&](Range range) { return c >= range.first && c <= range.last; });
}

Sort sort_of(char32_t c) {
  if (is_in(signs, c)) return Sort::Sign;
  if (is_in(latin, c)) return Sort::Latin;
  for (std::size_t i = 0; i < std::size(scripts); ++i) {
    if (c < scripts[i].first || c > scripts[i].last) continue;
    return static_cast<Sort>(static_cast<std::size_t>(Sort::FirstScript) + std::min(i, east_asian));
  }
  return Sort::Odd;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }

/// Characters of the damaged text that undo to one character.
struct Candidate {
  std::size_t begin, end;
  char32_t first, last;  ///< of the damaged text
  char32_t value;
  Sort sort;
  Evidence evidence = Evidence::Weak;
};

/// What may stand behind a word: `CAFÉ”`, `IRMÃ –`.
bool closes_word(char32_t c) {
  constexpr std::u32string_view signs_behind = U"\u00A0‘’“”„–—…»«›‹™®°•·";
  return signs_behind.find(c) != std::u32string_view::npos;
}

/// What mathematics has behind a root: `2√π`.
bool follows_root(char32_t c) {
  constexpr std::u32string_view after = U"πΩ∂∑∏∫∞µ≠≤≥±ªº";
  return after.find(c) != std::u32string_view::npos;
}

class Undoing {
 public:
  Undoing(std::string_view text, ByteEncoding encoding) : text_{text}, encoding_{encoding} {
    for (std::size_t at = 0; at < text.size();) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
        continue;
      }
      auto const candidate = undo(at);
      if (candidate) candidates_.push_back(*candidate);
      is_whole_ = is_whole_ && candidate;
      at = candidate ? candidate->end : unicode::decode_at(text, at).end;
    }
    weigh_letters();
    weigh_words();
    weigh_neighbours();
  }

  std::size_t strong() const {
    return static_cast<std::size_t>(std::count_if(candidates_.begin(), candidates_.end(),
                                                  [](Candidate const& candidate) { return candidate.evidence == Evidence::Strong; }));
  }

  Mojibake repair() const {
    Mojibake result{{}, encoding_, 0, 0, 0, {}};
    std::size_t copied = 0;
    for (Candidate const& candidate : candidates_) {
      if (!is_whole_ && candidate.evidence == Evidence::Weak) continue;
      bool const goes_on = result.places > 0 && candidate.begin == copied;
      if (!goes_on) ++result.places;
      if (result.places == 1) {
        if (!goes_on) result.begin = candidate.begin;
        result.end = candidate.end;
        unicode::append(result.example, candidate.value);
      }
      result.text += text_.substr(copied, candidate.begin - copied);
      unicode::append(result.text, candidate.value);
      copied = candidate.end;
    }
    result.text += text_.substr(copied);
    return result;
  }

 private:
  std::optional<unsigned char> byte_of(char32_t c) const {
    if (c < 0x80) return std::nullopt;
    // Programs that read Windows-1252 take the bytes that it leaves open as Latin-1 does.
    if (encoding_ == ByteEncoding::Windows1252 && c < 0xA0) return static_cast<unsigned char>(c);
    return unicode::byte_of(encoding_, c);
  }

  std::optional<Candidate> undo(std::size_t at) const {
    std::array<char, 4> bytes{};
    Candidate candidate{at, at, 0, 0, 0, Sort::Odd};
    std::size_t wanted = 1;
    for (std::size_t size = 0; size < wanted; ++size) {
      auto const point = unicode::decode_at(text_, candidate.end);
      auto const byte = byte_of(point.value);
      if (!byte) return std::nullopt;
      if (size == 0) {
        wanted = *byte >= 0xF0 ? 4 : *byte >= 0xE0 ? 3 : 2;
        candidate.first = point.value;
      }
      bytes[size] = static_cast<char>(*byte);
      candidate.last = point.value;
      candidate.end = point.end;
    }
    auto const undone = unicode::decode_at({bytes.data(), wanted}, 0);
    if (undone.end != wanted) return std::nullopt;
    candidate.value = undone.value;
    candidate.sort = sort_of(undone.value);
    return candidate;
  }

  char before(Candidate const& candidate) const { return candidate.begin == 0 ? ' ' : text_[candidate.begin - 1]; }
  char after(Candidate const& candidate) const { return candidate.end == text_.size() ? ' ' : text_[candidate.end]; }

  /// Signs and Latin letters, one by one.
  void weigh_letters() {
    for (Candidate& candidate : candidates_) {
      char const left = before(candidate), right = after(candidate);
      if (candidate.sort != Sort::Sign && candidate.sort != Sort::Latin) continue;
      bool strong = false;
      bool const is_windows = encoding_ == ByteEncoding::Windows1252;
      bool const may_close_word = is_upper(left) && !is_letter(right) && closes_word(candidate.last);
      if (candidate.value >= 0x1E00 && candidate.value <= 0x1EFF)
        strong = is_letter(left) && is_letter(right);  // Vietnamese; `está»…` is Spanish
      else if (candidate.value >= 0x800)
        strong = true;  // three or four characters, none of which goes with the other
      else if (candidate.value >= 0x0300 && candidate.value <= 0x0310)
        strong = is_letter(left) && !may_close_word;  // an accent by itself; `ÀÁÂÃÄÅ` is an alphabet
      else if (candidate.first == U'√' && follows_root(candidate.last))
        strong = is_letter(left) && is_letter(right);
      else if (candidate.sort == Sort::Sign)
        strong = !may_close_word;
      else if (candidate.value > 0xFF)
        strong = is_windows ? is_lower(left) : is_letter(left) && is_letter(right);
      else
        strong = is_windows ? !may_close_word : !closes_word(candidate.last) || is_letter(left) || is_letter(right);
      if (strong) candidate.evidence = Evidence::Strong;
    }
  }

  /// Several letters of one other script in a row, and then its other letters, too: words of one letter.
  void weigh_words() {
    std::set<Sort> found;
    for (std::size_t i = 0; i < candidates_.size();) {
      std::size_t end = i + 1;
      while (end < candidates_.size() && candidates_[end].begin == candidates_[end - 1].end && candidates_[end].sort == candidates_[i].sort)
        ++end;
      if (candidates_[i].sort >= Sort::FirstScript && end - i >= least_word) found.insert(candidates_[i].sort);
      i = end;
    }
    for (Candidate& candidate : candidates_)
      if (found.contains(candidate.sort)) candidate.evidence = Evidence::Strong;
  }

  /// What touches a strong one is damaged with it.
  void weigh_neighbours() {
    auto const spread = [](Candidate const& from, Candidate& to) {
      bool const touch = from.end == to.begin || to.end == from.begin;
      if (touch && from.evidence == Evidence::Strong && to.sort != Sort::Odd) to.evidence = Evidence::Strong;
    };
    for (std::size_t i = 1; i < candidates_.size(); ++i) spread(candidates_[i - 1], candidates_[i]);
    for (std::size_t i = candidates_.size(); i > 1; --i) spread(candidates_[i - 1], candidates_[i - 2]);
  }

  std::string_view text_;
  ByteEncoding encoding_;
  std::vector<Candidate> candidates_;
  bool is_whole_ = true;
};

std::optional<Mojibake> repair_once(std::string_view text) {
  Undoing const windows{text, ByteEncoding::Windows1252}, mac{text, ByteEncoding::MacRoman};
  if (windows.strong() == 0 && mac.strong() == 0) return std::nullopt;
  return windows.strong() >= mac.strong() ? windows.repair() : mac.repair();
}

/// Texts are damaged again when a damaged file goes the same way once more.
constexpr int most_rounds = 3;

}  // namespace

std::optional<Mojibake> repair_mojibake(std::string_view text) {
  auto repaired = repair_once(text);
  for (int round = 1; repaired && round < most_rounds; ++round) {
    auto again = repair_once(repaired->text);
    if (!again) break;
    repaired->text = std::move(again->text);
    if (auto example = repair_once(repaired->example)) repaired->example = std::move(example->text);
  }
  return repaired;
}

}  // namespace resumec::source

#include "text/hyphenate.hpp"

#include "text/patterns/image.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <iterator>

namespace resumec::text {

namespace {

constexpr std::string_view soft_hyphen = "\u00AD";
/// Longer ones are no words, and the search is quadratic in the length of the longest pattern only.
constexpr std::size_t longest_word = 100;

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), lower_ascii);
  return result;
}

/// A word's letters in lower case, and where each starts. Empty where a letter's case takes more letters or fewer.
struct Letters {
  std::u32string folded;
  std::vector<std::uint32_t> begin;
};

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    unicode::CodePoint const letter = unicode::decode_at(word, at);
    char32_t value = letter.value;
    if (value < 0x80) {
      value = static_cast<unsigned char>(lower_ascii(static_cast<char>(value)));
    } else {
      std::string const folded = unicode::to_lower(word.substr(at, letter.end - at), "");
      unicode::CodePoint const first = unicode::decode_at(folded, 0);
      if (first.end != folded.size()) return {};
      value = first.value;
    }
    letters.folded += value;
    letters.begin.push_back(static_cast<std::uint32_t>(at));
    at = letter.end;
  }
  return letters;
}

std::string utf8(std::u32string const& letters) {
  std::string result;
  for (char32_t const letter : letters) unicode::append(result, letter);
  return result;
}

PatternImage const* find_image(std::string_view tag) {
  auto const found =
      std::find_if(pattern_images.begin(), pattern_images.end(), [&](PatternImage const& image) { return image.tag == tag; });
  return found == pattern_images.end() ? nullptr : &*found;
}

PatternImage const* image_for(std::string_view lang) {
  std::string const tag = lowered(lang);
  std::string_view const language = std::string_view{tag}.substr(0, tag.find_first_of("-_"));
  if (language == "de") return find_image("de-1996");
  if (language != "en") return find_image(language);
  // Spelling and syllables of these countries are Britain's.
  constexpr std::string_view british[] = {"gb", "uk", "ie", "au", "nz", "za", "in", "sg", "hk"};
  std::string_view const region = tag.size() > 3 ? std::string_view{tag}.substr(3) : std::string_view{};
  bool const is_british = std::find(std::begin(british), std::end(british), region) != std::end(british);
  return find_image(is_british ? "en-gb" : "en-us");
}

/// Follows the edge of a letter; the number of states if there is none.
std::uint32_t follow(PatternImage const& image, std::uint32_t state, char32_t letter) {
  auto const nowhere = static_cast<std::uint32_t>(image.outputs.size());
  auto const found = std::lower_bound(image.letters.begin(), image.letters.end(), letter);
  if (found == image.letters.end() || *found != letter) return nowhere;
  auto const label = static_cast<std::uint32_t>(found - image.letters.begin());
  auto const edges = image.edges.subspan(image.states[state], image.states[state + 1] - image.states[state]);
  auto const edge = std::lower_bound(edges.begin(), edges.end(), label << 24U);
  constexpr std::uint32_t target = (1U << 24U) - 1;
  return edge == edges.end() || (*edge >> 24U) != label ? nowhere : *edge & target;
}

/// Letters before which the patterns put a hyphen.
std::vector<std::uint32_t> by_patterns(PatternImage const& image, std::u32string const& letters) {
  std::u32string const dotted = U'.' + letters + U'.';
  std::vector<std::uint16_t> levels(dotted.size() + 1);
  for (std::size_t start = 0; start < dotted.size(); ++start) {
    std::uint32_t state = image.root;
    for (std::size_t at = start; at < dotted.size(); ++at) {
      state = follow(image, state, dotted[at]);
      if (state == image.outputs.size()) break;
      if (image.outputs[state] == 0) continue;
      for (std::size_t i = image.outputs[state]; image.levels[i] != 0; ++i) {
        std::uint16_t& level = levels[at + 1 - (image.levels[i] >> 4U)];
        level = std::max<std::uint16_t>(level, image.levels[i] & 0xFU);
      }
    }
  }
  std::vector<std::uint32_t> points;
  for (std::size_t before = image.left; before + image.right <= letters.size(); ++before)
    if (levels[before + 1] % 2 == 1) points.push_back(static_cast<std::uint32_t>(before));
  return points;
}

}  // namespace

Divisions::Divisions(std::vector<std::string> const& words) {
  for (std::string const& written : words) {
    Word word;
    std::string plain;
    std::uint32_t letters = 0;
    for (std::size_t at = 0; at < written.size();) {
      unicode::CodePoint const letter = unicode::decode_at(written, at);
      std::string_view const text = std::string_view{written}.substr(at, letter.end - at);
      at = letter.end;
      if (text == "-" || text == soft_hyphen) {
        if (letters > 0) word.letters.push_back(letters);
        continue;
      }
      plain += text;
      ++letters;
    }
    std::erase_if(word.letters, [&](std::uint32_t letter) { return letter >= letters; });
    word.folded = utf8(letters_of(plain).folded);
    if (!word.folded.empty()) words_.push_back(std::move(word));
  }
  std::stable_sort(words_.begin(), words_.end(), [](Word const& a, Word const& b) { return a.folded < b.folded; });
}

std::vector<std::uint32_t> const* Divisions::find(std::string_view folded) const {
  auto const found =
      std::lower_bound(words_.begin(), words_.end(), folded, [](Word const& word, std::string_view key) { return word.folded < key; });
  return found == words_.end() || found->folded != folded ? nullptr : &found->letters;
}

bool can_hyphenate(std::string_view lang) { return image_for(lang) != nullptr; }

std::vector<std::uint32_t> hyphenation_points(std::string_view word, std::string_view lang, Divisions const& divisions) {
  Letters const letters = letters_of(word);
  if (letters.folded.empty() || letters.folded.size() > longest_word) return {};
  std::vector<std::uint32_t> points;
  if (auto const* const known = divisions.find(utf8(letters.folded))) {
    points = *known;
  } else if (PatternImage const* const image = image_for(lang)) {
    points = by_patterns(*image, letters.folded);
  }
  for (std::uint32_t& point : points) point = letters.begin[point];
  return points;
}

}  // namespace resumec::text

// Where a word may be divided: by patterns (Liang 1983; TeX's, compiled into the program), or as the résumé says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::text {

/// Words that the user divides: `ré-su-mé`; one without hyphens is never divided. Case does not count.
class Divisions {
 public:
  Divisions() = default;
  explicit Divisions(std::vector<std::string> const& words);

  /// The letters before which the word may be divided; nothing if it is not here.
  std::vector<std::uint32_t> const* find(std::string_view folded) const;

 private:
  struct Word {
    std::string folded;
    std::vector<std::uint32_t> letters;
  };
  std::vector<Word> words_;  ///< sorted
};

/// Does this language have patterns? `en-AU` has those of `en-GB`, `de-AT` those of `de`.
bool can_hyphenate(std::string_view lang);

/// The bytes of the word, in ascending order, before which a hyphen may stand. `word` is letters alone, in NFC.
std::vector<std::uint32_t> hyphenation_points(std::string_view word, std::string_view lang, Divisions const& divisions);

}  // namespace resumec::text

#include "text/itemize.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <optional>

namespace resumec::text {

namespace {

constexpr std::uint32_t no_face = 0xFFFF'FFFF;
constexpr std::uint32_t hyphen = 0x2010, no_break_hyphen = 0x2011;

struct Grapheme {
  std::uint32_t begin, end;  ///< characters
  hb_script_t script;
  bool letters;  ///< of a script, not common to all of them
  bool space;
  std::uint32_t face = no_face;  ///< index in the chain
  Direction direction = Direction::LeftToRight;
};

/// Spaces that HarfBuzz makes from the space glyph, at their own widths, where a face lacks them.
bool is_derived_space(std::uint32_t c) {
  return c == 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Some fonts have blank glyphs for control characters; a text must not.
bool is_control(std::uint32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_european_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }

hb_script_t script_of(std::uint32_t c) {
  auto const name = unicode::script_of(c);
  auto const script = hb_script_from_string(name.data(), static_cast<int>(name.size()));
  return script == HB_SCRIPT_UNKNOWN || script == HB_SCRIPT_INHERITED ? HB_SCRIPT_COMMON : script;
}

void decode(std::string_view text, std::vector<Character>& characters) {
  characters.clear();
  for (std::uint32_t at = 0; at < text.size();) {
    auto const byte = static_cast<unsigned char>(text[at]);
    auto const point = byte < 0x80 ? unicode::CodePoint{byte, at, at + 1} : unicode::decode_at(text, at);
    bool const plain_space = !is_derived_space(point.value) && unicode::is_space(point.value);
    characters.push_back({plain_space ? U' ' : point.value, at});
    at = std::max(point.end, at + 1);
  }
  characters.push_back({0, static_cast<std::uint32_t>(text.size())});
}

/// Chooses faces for graphemes; opens those of the chain that were never needed before.
class Chooser {
 public:
  Chooser(fonts::Library& library, fonts::FaceChain const& chain, World& world, Diagnostics& diagnostics)
      : library_{library}, chain_{chain}, world_{world}, diagnostics_{diagnostics} {}

  /// The first face with a grapheme, and its index in the chain; `no_face` if there is none.
  std::uint32_t first_with(std::vector<Character> const& characters, Grapheme const& grapheme) {
    for (std::uint32_t i = 0; i < chain_.faces.size(); ++i) {
      if (covers(i, characters, grapheme)) return i;
    }
    return no_face;
  }

  bool covers(std::uint32_t face, std::vector<Character> const& characters, Grapheme const& grapheme) {
    auto const id = chain_.faces[face];
    if (face > 0 && !is_for(face, characters, grapheme)) return false;
    if (face > 0 && !library_.open(id, world_, diagnostics_)) return false;
    return std::all_of(characters.begin() + grapheme.begin, characters.begin() + grapheme.end,
                       [&](auto const& character) { return covers(id, character.value); });
  }

  /// True if HarfBuzz will find glyphs for the character: its own, or those that it falls back to.
  bool covers(FaceId face, std::uint32_t c) const {
    if (is_control(c)) return false;
    if (has(face, c) || unicode::is_default_ignorable(c)) return true;
    if (is_derived_space(c)) return has(face, ' ');
    if (c == no_break_hyphen) return has(face, hyphen);
    // Canonical decompositions have at most four steps.
    hb_codepoint_t base = c, mark = 0;
    for (int step = 0; step < 4; ++step) {
      if (hb_unicode_decompose(hb_unicode_funcs_get_default(), base, &base, &mark) == 0) return false;
      if (mark != 0 && !has(face, mark)) return false;
      if (has(face, base)) return true;
    }
    return false;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(chain_.faces.size()); }

  /// Faces of one script match nothing: their letters have no small ones.
  Em scale_of(std::uint32_t face) const {
    if (face == 0 || (face < chain_.scripts.size() && !chain_.scripts[face].empty())) return Em::raw(Em::one);
    return library_.matching_size(chain_.faces.front(), chain_.faces[face]);
  }

 private:
  /// A face of one script is opened for its characters alone; marks go with their letter.
  bool is_for(std::uint32_t face, std::vector<Character> const& characters, Grapheme const& grapheme) const {
    return chain_.is_for(face, characters[grapheme.begin].value);
  }
  bool has(FaceId face, std::uint32_t c) const { return library_.nominal_glyph(face, c) != 0; }

  fonts::Library& library_;
  fonts::FaceChain const& chain_;
  World& world_;
  Diagnostics& diagnostics_;
};

std::vector<Grapheme> graphemes_of(std::string_view text, std::vector<Character> const& characters) {
  std::vector<Grapheme> graphemes;
  std::uint32_t character = 0;
  auto const boundaries = unicode::grapheme_boundaries(text);
  for (std::size_t i = 1; i < boundaries.size(); ++i) {
    auto const begin = character;
    while (character + 1 < characters.size() && characters[character].begin < boundaries[i]) ++character;
    if (character == begin) continue;
    auto const script = script_of(characters[begin].value);
    graphemes.push_back({begin, character, script, script != HB_SCRIPT_COMMON, unicode::is_space(characters[begin].value)});
  }
  return graphemes;
}

/// One word: its letters stay in one face if one has them all; symbols fall back alone.
void choose_for_word(Chooser& chooser, std::vector<Character> const& characters, std::span<Grapheme> word) {
  auto const letters_in = [&](std::uint32_t face) {
    return std::all_of(word.begin(), word.end(),
                       [&](auto const& grapheme) { return !grapheme.letters || chooser.covers(face, characters, grapheme); });
  };
  std::uint32_t common = 0;
  while (common < chooser.size() && !letters_in(common)) ++common;
  for (auto& grapheme : word) {
    bool const together = common < chooser.size() && (grapheme.letters || chooser.covers(common, characters, grapheme));
    grapheme.face = together ? common : chooser.first_with(characters, grapheme);
  }
}

void choose_faces(Chooser& chooser, std::vector<Character> const& characters, std::vector<Grapheme>& graphemes) {
  for (std::size_t begin = 0; begin < graphemes.size();) {
    auto end = begin;
    while (end < graphemes.size() && !graphemes[end].space) ++end;
    choose_for_word(chooser, characters, std::span{graphemes}.subspan(begin, end - begin));
    if (end < graphemes.size()) graphemes[end].face = chooser.first_with(characters, graphemes[end]);
    begin = end + 1;
  }
}

/// What is common to all scripts goes with the letters before it, or else after it (UAX #24 §5.1); alone it counts as Latin.
void resolve_scripts(std::vector<Grapheme>& graphemes) {
  auto const first = std::find_if(graphemes.begin(), graphemes.end(), [](auto const& grapheme) { return grapheme.letters; });
  auto script = first != graphemes.end() ? first->script : HB_SCRIPT_LATIN;
  for (auto& grapheme : graphemes) {
    if (grapheme.letters) script = grapheme.script;
    grapheme.script = script;
  }
}

/// Letters run as their script does; numbers run from left to right everywhere, with a separator inside them (UAX #9 W4).
void resolve_directions(std::vector<Character> const& characters, std::vector<Grapheme>& graphemes) {
  auto const is_digit = [&](std::size_t i) { return i < graphemes.size() && is_european_digit(characters[graphemes[i].begin].value); };
  for (std::size_t i = 0; i < graphemes.size(); ++i) {
    auto& grapheme = graphemes[i];
    bool const number = is_digit(i) || (i > 0 && !grapheme.letters && !grapheme.space && is_digit(i - 1) && is_digit(i + 1));
    bool const leftward = hb_script_get_horizontal_direction(grapheme.script) == HB_DIRECTION_RTL;
    grapheme.direction = leftward && !number ? Direction::RightToLeft : Direction::LeftToRight;
  }
}

void add_missing(Chooser const& chooser, fonts::FaceChain const& chain, Grapheme const& grapheme, Itemized& result) {
  auto const& characters = result.characters;
  auto at = grapheme.begin;
  while (at + 1 < grapheme.end && chooser.covers(chain.faces.front(), characters[at].value)) ++at;
  result.missing.push_back({characters[grapheme.begin].begin, characters[grapheme.end].begin, characters[at].value});
}

}  // namespace

void itemize(std::string_view text, fonts::Library& library, fonts::FaceChain const& chain, std::optional<Direction> direction,
             World& world, Diagnostics& diagnostics, Itemized& result) {
  result.items.clear();
  result.missing.clear();
  decode(text, result.characters);
  auto const size = static_cast<std::uint32_t>(result.characters.size() - 1);
  if (size == 0) return;

  auto const first = chain.faces.front();
  auto const is_easy = [&](Character const& c) {
    return c.value < 0x7F && !is_control(c.value) && library.nominal_glyph(first, c.value) != 0;
  };
  if (std::all_of(result.characters.begin(), result.characters.end() - 1, is_easy)) {
    result.items.push_back({first, HB_SCRIPT_LATIN, direction.value_or(Direction::LeftToRight), 0, size});
    return;
  }

  Chooser chooser{library, chain, world, diagnostics};
  auto graphemes = graphemes_of(text, result.characters);
  choose_faces(chooser, result.characters, graphemes);
  resolve_scripts(graphemes);
  if (direction) {
    for (auto& grapheme : graphemes) grapheme.direction = *direction;
  } else {
    resolve_directions(result.characters, graphemes);
  }
  for (auto const& grapheme : graphemes) {
    if (grapheme.face == no_face) {
      add_missing(chooser, chain, grapheme, result);
      continue;
    }
    Item const item{chain.faces[grapheme.face],     grapheme.script, grapheme.direction, grapheme.begin, grapheme.end,
                    chooser.scale_of(grapheme.face)};
    auto* const last = result.items.empty() ? nullptr : &result.items.back();
    if (last != nullptr && last->end == item.begin && last->face == item.face && last->script == item.script &&
        last->direction == item.direction) {
      last->end = item.end;
    } else {
      result.items.push_back(item);
    }
  }
}

}  // namespace resumec::text

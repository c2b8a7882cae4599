#include "text/shape.hpp"

#include "text/itemize.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

namespace resumec::text {

namespace {

struct BufferDeleter {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

std::vector<hb_feature_t> features_of(Features const& wanted) {
  std::vector<hb_feature_t> features;
  auto const set = [&](hb_tag_t tag, std::uint32_t value) {
    features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
  };
  if (!wanted.kerning) set(HB_TAG('k', 'e', 'r', 'n'), 0);
  if (!wanted.ligatures) {
    set(HB_TAG('l', 'i', 'g', 'a'), 0);
    set(HB_TAG('c', 'l', 'i', 'g'), 0);
  }
  if (wanted.small_caps) set(HB_TAG('s', 'm', 'c', 'p'), 1);
  if (wanted.all_small_caps) set(HB_TAG('c', '2', 's', 'c'), 1);
  if (wanted.tabular) set(HB_TAG('t', 'n', 'u', 'm'), 1);
  if (wanted.figures == Features::Figures::Lining) set(HB_TAG('l', 'n', 'u', 'm'), 1);
  if (wanted.figures == Features::Figures::OldStyle) set(HB_TAG('o', 'n', 'u', 'm'), 1);
  if (wanted.case_forms) set(HB_TAG('c', 'a', 's', 'e'), 1);
  if (wanted.superscript) set(HB_TAG('s', 'u', 'p', 's'), 1);
  if (wanted.subscript) {
    set(HB_TAG('s', 'u', 'b', 's'), 1);
    set(HB_TAG('s', 'i', 'n', 'f'), 1);
  }
  return features;
}

/// A style asked for before, with everything that HarfBuzz wants to know about it.
struct KnownStyle {
  std::string family, lang;
  std::uint16_t weight;
  fonts::Slope slope;
  Features features;
  std::optional<Direction> direction;
  fonts::FaceChain const* chain;
  std::vector<hb_feature_t> hb_features;
  hb_language_t hb_language;

  bool is(ShapeStyle const& style) const {
    return weight == style.font.weight && slope == style.font.slope && features == style.features && family == style.font.family &&
           lang == style.lang && direction == style.direction;
  }
};

struct Word {
  std::uint32_t style;
  std::string text;
  ShapedText shaped;
};

/// FNV-1a, 64 bits: words are short, and the table compares them anyway.
std::uint64_t hash(std::uint32_t style, std::string_view text) {
  std::uint64_t value = 14695981039346656037ULL ^ style;
  for (char const c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return value ^ (value >> 32U);
}

/// A text of more than 32,767 em is as wide as can be said: wider than any page in any case.
Em saturated(std::int64_t width) {
  constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
  return Em::raw(static_cast<std::int32_t>(std::clamp(width, -most, most)));
}

}  // namespace

bool operator==(ShapeStyle const& a, ShapeStyle const& b) {
  return a.font.family == b.font.family && a.font.weight == b.font.weight && a.font.slope == b.font.slope && a.features == b.features &&
         a.lang == b.lang;
}

struct Shaper::State {
  struct Slot {
    std::uint64_t hash = 0;
    Word const* word = nullptr;
  };

  /// Characters `begin` to `end`, for which HarfBuzz found no glyph.
  struct Hole {
    std::uint32_t begin, end;
  };

  explicit State(fonts::Library& fonts) : library{fonts}, buffer{hb_buffer_create()}, slots(1024) {
    hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  }

  fonts::Library& library;
  std::unique_ptr<hb_buffer_t, BufferDeleter> buffer;
  std::deque<KnownStyle> styles;
  std::uint32_t last_style = 0;
  std::deque<Word> words;
  std::vector<Slot> slots;  ///< open addressing; a power of two, at most half full
  Itemized itemized;
  std::vector<std::uint32_t> code_points;

  std::uint32_t style_index(ShapeStyle const& style, World& world, Diagnostics& diagnostics);
  Slot& find(std::uint64_t hash, std::uint32_t style, std::string_view text);
  void grow();
  ShapedText shape(std::string_view text, KnownStyle const& style, World& world, Diagnostics& diagnostics);
  /// Shapes an item into one run, or into several around what turns out to have no glyph.
  enum class Attempt : std::uint8_t { First, Second };
  void shape(Item const& item, KnownStyle const& style, Attempt attempt, ShapedText& shaped);
  void run_harfbuzz(Item const& item, KnownStyle const& style);
  std::vector<Hole> holes_of(Item const& item) const;
  ShapedRun read_glyphs(Item const& item) const;
};

std::uint32_t Shaper::State::style_index(ShapeStyle const& style, World& world, Diagnostics& diagnostics) {
  if (last_style < styles.size() && styles[last_style].is(style)) return last_style;
  auto const known = std::find_if(styles.begin(), styles.end(), [&](auto const& candidate) { return candidate.is(style); });
  last_style = static_cast<std::uint32_t>(known - styles.begin());
  if (known == styles.end()) {
    auto const* const language =
        style.lang.empty() ? HB_LANGUAGE_INVALID : hb_language_from_string(style.lang.data(), static_cast<int>(style.lang.size()));
    styles.push_back({std::string{style.font.family}, std::string{style.lang}, style.font.weight, style.font.slope, style.features,
                      style.direction, &library.chain(style.font, world, diagnostics), features_of(style.features), language});
  }
  return last_style;
}

Shaper::State::Slot& Shaper::State::find(std::uint64_t hash, std::uint32_t style, std::string_view text) {
  auto const mask = slots.size() - 1;
  auto at = static_cast<std::size_t>(hash) & mask;
  while (slots[at].word != nullptr && !(slots[at].hash == hash && slots[at].word->style == style && slots[at].word->text == text))
    at = (at + 1) & mask;
  return slots[at];
}

void Shaper::State::grow() {
  auto const full = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
  for (auto const& slot : full) {
    if (slot.word != nullptr) find(slot.hash, slot.word->style, slot.word->text) = slot;
  }
}

ShapedText Shaper::State::shape(std::string_view text, KnownStyle const& style, World& world, Diagnostics& diagnostics) {
  itemize(text, library, *style.chain, style.direction, world, diagnostics, itemized);
  code_points.clear();
  for (auto const& character : itemized.characters) code_points.push_back(character.value);
  ShapedText shaped;
  shaped.missing = itemized.missing;
  shaped.runs.reserve(itemized.items.size());
  for (auto const& item : itemized.items) shape(item, style, Attempt::First, shaped);
  std::int64_t width = 0;
  for (auto const& run : shaped.runs) width += run.width.raw();
  shaped.width = saturated(width);
  std::sort(shaped.missing.begin(), shaped.missing.end(), [](auto const& a, auto const& b) { return a.begin < b.begin; });
  return shaped;
}

void Shaper::State::shape(Item const& item, KnownStyle const& style, Attempt attempt, ShapedText& shaped) {
  run_harfbuzz(item, style);
  auto holes = holes_of(item);
  if (holes.empty()) {
    shaped.runs.push_back(read_glyphs(item));
    return;
  }
  // The face has these characters, but its own rules lead nowhere (a variation selector after a space that it lacks): what lies between
  // them is shaped again, and given up if that fails too.
  if (attempt == Attempt::Second) holes.assign(1, {item.begin, item.end});
  auto piece = item;
  auto const shape_piece = [&](std::uint32_t end) {
    piece.end = end;
    if (piece.begin < piece.end) shape(piece, style, Attempt::Second, shaped);
  };
  auto const& characters = itemized.characters;
  for (auto const& hole : holes) {
    shape_piece(hole.begin);
    shaped.missing.push_back({characters[hole.begin].begin, characters[hole.end].begin, characters[hole.begin].value});
    piece.begin = hole.end;
  }
  shape_piece(item.end);
}

void Shaper::State::run_harfbuzz(Item const& item, KnownStyle const& style) {
  auto* const hb = buffer.get();
  hb_buffer_clear_contents(hb);
  // The sentinel is no part of the text; what lies around the item is its context, for joining scripts.
  hb_buffer_add_codepoints(hb, code_points.data(), static_cast<int>(code_points.size() - 1), item.begin,
                           static_cast<int>(item.end - item.begin));
  hb_buffer_set_script(hb, item.script);
  hb_buffer_set_direction(hb, item.direction == Direction::RightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(hb, style.hb_language);
  // OpenType alone: the others that HarfBuzz may be built with would change glyphs from machine to machine.
  constexpr char const* shapers[] = {"ot", nullptr};
  hb_shape_full(library.face(item.face).hb_font, hb, style.hb_features.data(), static_cast<unsigned>(style.hb_features.size()), shapers);
}

std::vector<Shaper::State::Hole> Shaper::State::holes_of(Item const& item) const {
  std::vector<Hole> holes;
  unsigned count = 0;
  auto const* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  // In logical order; a cluster ends where the next one starts.
  for (unsigned step = 0; step < count; ++step) {
    bool const forward = item.direction == Direction::LeftToRight;
    auto const at = [&](unsigned i) { return infos[forward ? i : count - 1 - i]; };
    if (at(step).codepoint != 0) continue;
    auto next = step + 1;
    while (next < count && at(next).cluster == at(step).cluster) ++next;
    holes.push_back({at(step).cluster, next < count ? at(next).cluster : item.end});
    step = next - 1;
  }
  return holes;
}

/// Arabic and its relatives are written without lifting the pen; Devanagari letters hang from one line.
bool is_joined(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_ARABIC:
    case HB_SCRIPT_DEVANAGARI:
    case HB_SCRIPT_HANIFI_ROHINGYA:
    case HB_SCRIPT_MANDAIC:
    case HB_SCRIPT_MONGOLIAN:
    case HB_SCRIPT_NKO:
    case HB_SCRIPT_PHAGS_PA:
    case HB_SCRIPT_SYRIAC: return true;
    default: return false;
  }
}

ShapedRun Shaper::State::read_glyphs(Item const& item) const {
  auto const& characters = itemized.characters;
  ShapedRun run;
  run.face = item.face;
  run.begin = characters[item.begin].begin;
  run.end = characters[item.end].begin;
  run.direction = item.direction;
  auto const units = static_cast<std::int64_t>(library.face(item.face).metrics.units_per_em);
  unsigned count = 0;
  auto const* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  auto const* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  run.glyphs.reserve(count);
  run.scale = item.scale;
  run.joined = is_joined(item.script);
  auto const own_size = [&](Em length) { return item.scale == Em::raw(Em::one) ? length : length * item.scale; };
  std::int64_t width = 0;
  for (unsigned i = 0; i < count; ++i) {
    Glyph glyph;
    glyph.id = infos[i].codepoint;
    glyph.advance = own_size(Em::ratio(positions[i].x_advance, units));
    glyph.x_offset = own_size(Em::ratio(positions[i].x_offset, units));
    glyph.y_offset = own_size(Em::ratio(positions[i].y_offset, units));
    glyph.cluster = characters[infos[i].cluster].begin;
    glyph.unsafe_to_break = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    width += glyph.advance.raw();
    run.glyphs.push_back(glyph);
  }
  run.width = saturated(width);
  return run;
}

Shaper::Shaper(fonts::Library& library) : library_{library}, state_{std::make_unique<State>(library)} {}
Shaper::~Shaper() = default;

ShapedText const& Shaper::shape(std::string_view text, ShapeStyle const& style, World& world, Diagnostics& diagnostics) {
  auto const index = state_->style_index(style, world, diagnostics);
  auto const key = hash(index, text);
  auto* slot = &state_->find(key, index, text);
  if (slot->word != nullptr) return slot->word->shaped;
  if (2 * (state_->words.size() + 1) > state_->slots.size()) {
    state_->grow();
    slot = &state_->find(key, index, text);
  }
  auto& word = state_->words.emplace_back(Word{index, std::string{text}, state_->shape(text, state_->styles[index], world, diagnostics)});
  *slot = {key, &word};
  return word.shaped;
}

}  // namespace resumec::text

#include "layout/inline/finalize.hpp"

#include "layout/inline/pieces.hpp"
#include "layout/inline/reorder.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace resumec::layout {

namespace {

/// A space that justification changes: how much of the line's slack is its share.
struct Spring {
  std::size_t run, glyph;
  Width stretch, shrink;
};

bool is_space(display::GlyphRun const& run, display::Glyph const& glyph) {
  std::string_view const text = std::string_view{run.text}.substr(std::min<std::size_t>(glyph.cluster, run.text.size()));
  return text.starts_with(' ') || text.starts_with("\u00A0");
}

class LineMaker {
 public:
  LineMaker(Prepared& prepared, Context& context) : prepared_{prepared}, context_{context} {}

  void add(std::uint32_t first_piece, std::uint32_t last_piece);
  void add_space();
  void add_hyphen();
  void add_empty_run();
  void end_of_seen_text();
  void justify(Length slack, std::int64_t r_1024);
  Length expand(std::int64_t r_1024);
  void place(Length left, Length baseline);
  Fragment take(Line const& line, LinePlace const& place);

  Length seen_width() const { return seen_width_; }
  std::vector<display::GlyphRun>& runs() { return runs_; }

 private:
  struct Decoration {
    bool underline, strike;
    Length rise;
    FaceId face;
  };

  void add(Piece const& piece);
  std::vector<Piece> reshaped(std::uint32_t first, std::uint32_t last) const;
  display::GlyphRun& run_for(StyledRange const& range, TextStyle const& style, Piece const& piece);
  std::vector<RunPlace> run_places() const;
  void join_reordered();
  void decorate(std::vector<display::Item>& items) const;
  void link_areas(std::vector<display::Item>& items, Length height) const;

  Prepared& prepared_;
  Context& context_;
  std::vector<display::GlyphRun> runs_;
  std::vector<StyleId> styles_;          ///< of the runs
  std::vector<Decoration> decorations_;  ///< of the runs
  std::vector<Length> run_widths_;
  std::vector<Length> trackings_;     ///< behind the last glyphs of the runs
  std::vector<std::uint8_t> levels_;  ///< of the runs, where the paragraph has any
  std::vector<Spring> springs_;
  std::size_t seen_springs_ = 0;
  Length width_, seen_width_;
  std::size_t seen_runs_ = 0;
  Length left_;  ///< of the seen text, once it is placed
};

display::GlyphRun& LineMaker::run_for(StyledRange const& range, TextStyle const& style, Piece const& piece) {
  FaceId const face = piece.run->face;
  bool const reordered = !prepared_.levels.empty();  // then each piece is a run until all have their places
  NodeId const node = context_.in_artifact ? context_.artifact : range.node;
  display::FontIndex const font = context_.font_of(face);
  Length const size = base::at(piece.run->scale, style.size);
  if (!runs_.empty() && !reordered) {
    display::GlyphRun& run = runs_.back();
    if (run.node == node && run.font == font && run.size == size && styles_.back() == range.style) {
      run.span.end = std::max(run.span.end, range.span.end);
      return run;
    }
  }
  display::GlyphRun& run = runs_.emplace_back();
  run.node = node;
  run.font = font;
  run.size = size;
  run.origin = {width_, -style.rise};
  run.color = style.computed->color;
  run.span = range.span;
  styles_.push_back(range.style);
  decorations_.push_back({style.computed->underline, style.computed->strike, style.rise, face});
  run_widths_.push_back(Length{});
  trackings_.push_back(Length{});
  if (reordered) levels_.push_back(prepared_.levels[piece.begin]);
  return run;
}

void LineMaker::add(Piece const& piece) {
  StyledRange const& range = prepared_.source.ranges[piece.range];
  TextStyle const& style = context_.text_style(range.style);
  display::GlyphRun& run = run_for(range, style, piece);
  fonts::Library& library = context_.shaper.library();
  display::Font const& font = context_.font(run.font);
  auto const text_start = static_cast<std::uint32_t>(run.text.size());
  run.text.append(prepared_.source.text, piece.begin, piece.end - piece.begin);
  Length const tracking = base::at(tracking_of(piece, style), style.size);
  std::vector<text::Glyph> const& glyphs = piece.run->glyphs;
  for (std::uint32_t i = piece.first_glyph; i < piece.last_glyph; ++i) {
    text::Glyph const& glyph = glyphs[i];
    bool const ends_cluster = i + 1 == piece.last_glyph || glyphs[i + 1].cluster != glyph.cluster;
    display::Glyph placed;
    placed.id = glyph.id;
    placed.cluster = text_start + (cluster_of(prepared_, piece, glyph) - piece.begin);
    placed.natural = Length::raw(Length::divide(library.advance(piece.run->face, glyph.id) * run.size.raw(), font.units_per_em));
    placed.advance = base::at(glyph.advance, style.size);
    if (ends_cluster) placed.advance += tracking;
    placed.x_offset = base::at(glyph.x_offset, style.size);
    placed.y_offset = -base::at(glyph.y_offset, style.size);
    width_ += placed.advance;
    run_widths_.back() += placed.advance;
    run.glyphs.push_back(placed);
  }
  if (piece.last_glyph > piece.first_glyph) trackings_.back() = tracking;
  if (piece.space && !run.glyphs.empty()) {
    Elasticity const elasticity = elasticity_of(piece, style);
    springs_.push_back({runs_.size() - 1, run.glyphs.size() - 1, elasticity.stretch, elasticity.shrink});
  }
}

/// A word that the line's start or end cuts at a place where its glyphs depend on each other is shaped again, alone.
std::vector<Piece> LineMaker::reshaped(std::uint32_t first, std::uint32_t last) const {
  std::vector<Piece> const& all = prepared_.pieces;
  return shape_word(prepared_, all[first].begin, all[last - 1].end, all[first].range, context_);
}

void LineMaker::add(std::uint32_t first_piece, std::uint32_t last_piece) {
  std::vector<Piece> const& pieces = prepared_.pieces;
  auto const same_word = [&](std::uint32_t a, std::uint32_t b) {
    return pieces[a].origin == pieces[b].origin && pieces[a].range == pieces[b].range && !pieces[a].space && !pieces[b].space;
  };
  auto const unsafe = [&](std::uint32_t piece) {  // before its first glyph
    Piece const& at = pieces[piece];
    if (at.run->direction == text::Direction::RightToLeft)
      return at.last_glyph < at.run->glyphs.size() && at.run->glyphs[at.last_glyph - 1].unsafe_to_break;
    return at.first_glyph > 0 && at.run->glyphs[at.first_glyph].unsafe_to_break;
  };
  std::uint32_t at = first_piece;
  while (at < last_piece) {
    std::uint32_t end = at + 1;
    while (end < last_piece && same_word(at, end)) ++end;
    bool const cut_before = at == first_piece && at > 0 && same_word(at - 1, at) && unsafe(at);
    bool const cut_after = end == last_piece && end < pieces.size() && same_word(end - 1, end) && unsafe(end);
    if (cut_before || cut_after) {
      for (Piece const& piece : reshaped(at, end)) add(piece);
    } else {
      for (std::uint32_t i = at; i < end; ++i) add(pieces[i]);
    }
    at = end;
  }
}

/// Like the last one: where runs are reordered, what is added behind the seen text has a place of its own.
void LineMaker::add_empty_run() {
  display::GlyphRun run = runs_.back();
  run.text.clear();
  run.glyphs.clear();
  runs_.push_back(std::move(run));
  styles_.push_back(styles_.back());
  decorations_.push_back(decorations_.back());
  run_widths_.push_back(Length{});
  trackings_.push_back(Length{});
  levels_.push_back(levels_.back());
}

/// The space that a dropped separator leaves, so that words do not glue.
void LineMaker::add_space() {
  if (runs_.empty()) return;
  if (!levels_.empty()) add_empty_run();
  display::GlyphRun& run = runs_.back();
  TextStyle const& style = context_.text_style(styles_.back());
  for (text::ShapedRun const& shaped : context_.shape(" ", style).runs) {
    if (!levels_.empty()) {
      run.font = context_.font_of(shaped.face);
      run.size = style.size;
    }
    if (context_.font_of(shaped.face) != run.font) continue;
    for (text::Glyph const& glyph : shaped.glyphs) {
      Length const advance = base::at(glyph.advance, style.size);
      run.glyphs.push_back({glyph.id, static_cast<std::uint32_t>(run.text.size()), advance, advance, {}, {}});
      run_widths_.back() += advance;
      width_ += advance;
    }
    run.text += ' ';
    return;
  }
}

/// The hyphen that divides a word. Its text is a soft hyphen, which readers of a PDF know to drop (machine-readability.md §3).
void LineMaker::add_hyphen() {
  if (runs_.empty()) return;
  display::GlyphRun& run = runs_.back();
  TextStyle const& style = context_.text_style(styles_.back());
  bool const leftward = !levels_.empty() && levels_.back() % 2 != 0;  // glyphs are in the order of drawing
  for (text::ShapedRun const& shaped : context_.shape("-", style).runs) {
    if (context_.font_of(shaped.face) != run.font) continue;
    Length const tracking = trackings_.back() = base::at(style.tracking, style.size);
    for (text::Glyph const& glyph : shaped.glyphs) {
      Length const natural = base::at(glyph.advance, style.size), advance = natural + tracking;
      run.glyphs.insert(leftward ? run.glyphs.begin() : run.glyphs.end(),
                        {glyph.id, static_cast<std::uint32_t>(run.text.size()), advance, natural, {}, {}});
      run_widths_.back() += advance;
      width_ += advance;
    }
    run.text += "\u00AD";
    return;
  }
}

/// No tracking at the right edge: behind the last letter, or behind what stands last where runs are reordered.
void LineMaker::end_of_seen_text() {
  if (!runs_.empty()) {
    std::size_t const last = levels_.empty() ? runs_.size() - 1 : unicode::visual_order(levels_).back();
    if (!runs_[last].glyphs.empty()) {
      runs_[last].glyphs.back().advance -= trackings_[last];
      run_widths_[last] -= trackings_[last];
      width_ -= trackings_[last];
    }
  }
  seen_width_ = width_;
  seen_runs_ = runs_.size();
  seen_springs_ = springs_.size();
}

/// Widens or narrows glyphs as far as the line's ratio says, in steps; what the steps leave is the spaces' part.
Length LineMaker::expand(std::int64_t r_1024) {
  std::int64_t const change = expansion_of(r_1024);
  Length grown;
  for (std::size_t i = 0; i < runs_.size() && change != 0; ++i) {
    if (!context_.text_style(styles_[i]).expands) continue;
    display::GlyphRun& run = runs_[i];
    run.scale = static_cast<std::int32_t>(1000 + change);
    Length own;
    for (display::Glyph& glyph : run.glyphs) {
      if (is_space(run, glyph)) continue;
      Length const more = Length::raw(Length::divide(glyph.advance.raw() * change, 1000));
      glyph.advance += more;
      own += more;
    }
    run_widths_[i] += own;
    grown += own;
  }
  return grown;
}

/// Gives glyphs and the seen spaces their shares of the slack; the shares add up exactly.
void LineMaker::justify(Length slack, std::int64_t r_1024) {
  if (seen_springs_ == 0) {
    // Nothing but glyphs, as in Japanese: they are narrowed where they must, and not spread.
    if (r_1024 < 0) seen_width_ += expand(r_1024);
    return;
  }
  seen_width_ += slack;
  slack -= expand(r_1024);
  bool const shrinks = slack < Length{};
  std::int64_t total = 0;
  for (std::size_t i = 0; i < seen_springs_; ++i) total += shrinks ? springs_[i].shrink : springs_[i].stretch;
  if (total <= 0) return;
  std::int64_t weight = 0;
  Length given;
  for (std::size_t i = 0; i < seen_springs_; ++i) {
    Spring const& spring = springs_[i];
    weight += shrinks ? spring.shrink : spring.stretch;
    // 128 bits: a slack of a page's width times a line's stretch leaves 64.
    auto const upto = Length::raw(static_cast<std::int64_t>(static_cast<__int128>(slack.raw()) * weight / total));
    runs_[spring.run].glyphs[spring.glyph].advance += upto - given;
    run_widths_[spring.run] += upto - given;
    given = upto;
  }
}

std::vector<RunPlace> LineMaker::run_places() const {
  std::vector<RunPlace> places;
  places.reserve(runs_.size());
  std::uint8_t const base = prepared_.base == unicode::Direction::RightToLeft ? 1 : 0;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    bool const tail = i >= seen_runs_;
    places.push_back({tail ? base : levels_[i], tail, run_widths_[i]});  // L1
  }
  return places;
}

void LineMaker::place(Length left, Length baseline) {
  left_ = left;
  for (display::GlyphRun& run : runs_) run.origin.y += baseline;
  if (!levels_.empty()) {
    std::vector<Length> const places = places_of(run_places(), left, context_.direction);
    for (std::size_t i = 0; i < runs_.size(); ++i) runs_[i].origin.x = places[i];
    return;
  }
  Length x = left;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    runs_[i].origin.x = x;
    x += run_widths_[i];
  }
}

/// One field is one run again, where its pieces stand side by side.
void LineMaker::join_reordered() {
  if (levels_.empty()) return;
  std::vector<bool> same(runs_.size());
  for (std::size_t i = 1; i < runs_.size(); ++i) {
    display::GlyphRun const &before = runs_[i - 1], &run = runs_[i];
    same[i] = before.node == run.node && before.font == run.font && before.size == run.size && before.scale == run.scale &&
              styles_[i - 1] == styles_[i];
  }
  join_runs(runs_, run_places(), same);
}

/// Underlines and strokes are decoration.
void LineMaker::decorate(std::vector<display::Item>& items) const {
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    Decoration const& decoration = decorations_[i];
    if (!decoration.underline && !decoration.strike) continue;
    display::GlyphRun const& run = runs_[i];
    fonts::FaceMetrics const& metrics = context_.shaper.library().face(decoration.face).metrics;
    Length const left = std::max(run.origin.x, left_), width = std::min(run.origin.x + run_widths_[i], left_ + seen_width_) - left;
    if (width <= Length{}) continue;
    Length const thickness = std::max(base::at(metrics.underline_thickness, run.size), Length::milli_pt(300));
    auto const rule_at = [&](Length top) {
      items.emplace_back(display::Rule{context_.artifact, {{left, top}, {width, thickness}}, run.color});
    };
    if (decoration.underline) rule_at(run.origin.y - base::at(metrics.underline_position, run.size));
    if (decoration.strike) rule_at(run.origin.y - (base::at(metrics.x_height, run.size) + thickness) / 2);
  }
}

void LineMaker::link_areas(std::vector<display::Item>& items, Length height) const {
  if (context_.in_artifact) return;
  for (std::size_t i = 0; i < runs_.size();) {
    NodeId const link = context_.link_node(runs_[i].node);
    Length left = left_ + seen_width_, right = left_;
    std::size_t end = i;
    for (; end < runs_.size() && (end == i || context_.link_node(runs_[end].node) == link); ++end) {
      left = std::min(left, std::max(runs_[end].origin.x, left_));
      right = std::max(right, std::min(runs_[end].origin.x + run_widths_[end], left_ + seen_width_));
    }
    if (link && right > left) {
      LinkId const target = context_.flow.nodes[link.index()].link;
      items.emplace_back(display::LinkArea{link, target, {{left, Length{}}, {right - left, height}}});
    }
    i = end;
  }
}

Fragment LineMaker::take(Line const& line, LinePlace const& place_of_line) {
  Fragment fragment;
  fragment.height = place_of_line.leading;
  fragment.baseline = fragment.last_baseline = baseline_of(place_of_line.leading);
  Length const hang_left = context_.from_body_em(line.hang_left), hang_right = context_.from_body_em(line.hang_right);
  Length const slack = place_of_line.width - seen_width_;
  Length left = place_of_line.left - hang_left;
  if (line.r_1024 != 0)
    justify(slack + hang_left + hang_right, line.r_1024);
  else if (place_of_line.align == style::Align::Center)
    left += slack / 2;
  else if (place_of_line.align == style::Align::Right)
    left += slack;
  place(left, context_.grid * fragment.baseline);
  fragment.width = left - place_of_line.left + seen_width_;
  std::vector<display::Item> decoration;
  decorate(decoration);
  link_areas(decoration, context_.grid * fragment.height);
  join_reordered();
  fragment.items.reserve(runs_.size() + decoration.size());
  for (display::GlyphRun& run : runs_) fragment.items.emplace_back(std::move(run));
  for (display::Item& item : decoration) fragment.items.push_back(std::move(item));
  return fragment;
}

/// Does a separator follow, or was an item cut?
bool ends_item(Prepared const& prepared, Segment const& segment) {
  return prepared.source.ranges[prepared.pieces[segment.tail].range].generated;
}

}  // namespace

Fragment finalize(Line const& line, Prepared& prepared, LinePlace const& place, Context& context) {
  LineMaker maker{prepared, context};
  Segment const first = prepared.segments[line.first], last = prepared.segments[line.last - 1];
  bool const separators_vanish = prepared.breaking == Breaking::Items;
  maker.add(first.first, last.tail);
  if (last.divides && !place.ends_paragraph) maker.add_hyphen();
  maker.end_of_seen_text();
  if (!separators_vanish)
    maker.add(last.tail, last.last);
  else if (!place.ends_paragraph && last.last > last.tail)
    maker.add_space();

  if (!maker.runs().empty()) {
    bool const spaced = last.last > last.tail;
    // The lines of a contact list are lines in a plain text as well: a break stands where a separator stood.
    bool const hard = last.mandatory || (separators_vanish && spaced && ends_item(prepared, last));
    maker.runs().back().line_end = place.ends_paragraph ? display::LineEnd::Paragraph
                                   : hard               ? display::LineEnd::Hard
                                   : spaced             ? display::LineEnd::Space
                                                        : display::LineEnd::Tight;
  }
  return maker.take(line, place);
}

}  // namespace resumec::layout

#include "backend/pdf/content.hpp"

#include "base/check.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace resumec::backend::pdf {

namespace {

using base::Length;

/// Millionths of a point: fine enough that widths × sizes are exact.
using Micro = std::int64_t;

constexpr Micro to_micro(Length length) { return Length::divide(clamped(length).raw() * 15625, 1024); }

/// Corrections up to this many thousandths of an em wait until they add up: 0.02 pt at 10 pt is below what anyone sees
/// or prints, and most rounding errors of widths never reach it.
constexpr std::int64_t tolerance = 2;
/// Tracking below this is kerning or rounding, in thousandths of an em.
constexpr std::int64_t least_tracking = 4;

/// The run's letter spacing in thousandths of a point: the median of what glyphs have beyond their own advance. Kerning and
/// stretched spaces are too few to be the median.
Milli tracking_of(std::span<ShownGlyph const> glyphs, Milli size, std::int32_t scale) {
  if (glyphs.size() < 3) return 0;
  std::vector<Milli> extra;
  extra.reserve(glyphs.size());
  for (ShownGlyph const& glyph : glyphs.first(glyphs.size() - 1))
    extra.push_back(Length::divide(to_milli(clamped(glyph.advance)) * 1000, scale) - to_milli(clamped(glyph.natural)));
  auto const middle = extra.begin() + static_cast<std::ptrdiff_t>(extra.size() / 2);
  std::nth_element(extra.begin(), middle, extra.end());
  return std::abs(*middle) * 1000 < least_tracking * size ? 0 : *middle;
}

}  // namespace

Content::Content(Length page_height) : height_{to_milli(page_height)} {}

void Content::begin_marked(std::string_view tag, std::uint32_t mcid) {
  RESUMEC_CHECK(!marked_);
  out_.append("/").append(tag).append("<</MCID ");
  append_integer(out_, mcid);
  out_ += ">>BDC\n";
  marked_ = true;
}

void Content::begin_marked_as(std::string_view actual_text, std::uint32_t mcid) {
  RESUMEC_CHECK(!marked_);
  out_ += "/Span<</MCID ";
  append_integer(out_, mcid);
  out_ += "/ActualText<FEFF";
  for (std::size_t at = 0; at < actual_text.size();) {
    unicode::CodePoint const point = unicode::decode_at(actual_text, at);
    at = point.end;
    if (point.value < 0x10000) {
      append_hex16(out_, static_cast<std::uint32_t>(point.value));
    } else {
      std::uint32_t const rest = static_cast<std::uint32_t>(point.value) - 0x10000;
      append_hex16(out_, 0xD800 + (rest >> 10U));
      append_hex16(out_, 0xDC00 + (rest & 0x3FFU));
    }
  }
  out_ += ">>>BDC\n";
  marked_ = true;
}

void Content::begin_artifact(ArtifactKind kind) {
  RESUMEC_CHECK(!marked_);
  out_ += kind == ArtifactKind::Pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n";
  marked_ = true;
}

void Content::end_marked() {
  RESUMEC_CHECK(marked_);
  end_text();
  out_ += "EMC\n";
  marked_ = false;
}

void Content::begin_text() {
  if (std::exchange(in_text_, true)) return;
  out_ += "BT\n";
  line_x_ = line_y_ = 0;
}

void Content::end_text() {
  if (std::exchange(in_text_, false)) out_ += "ET\n";
}

void Content::set_color(base::Color color) {
  if (color_ == color) return;
  color_ = color;
  for (auto const channel : {color.red, color.green, color.blue}) {
    append_milli(out_, Length::divide(channel * 1000, 255));
    out_ += ' ';
  }
  out_ += "rg\n";
}

void Content::set_font(std::uint32_t resource, Milli size) {
  if (font_ == resource && font_size_ == size) return;
  font_ = resource;
  font_size_ = size;
  out_ += "/F";
  append_integer(out_, resource);
  out_ += ' ';
  append_milli(out_, size);
  out_ += " Tf\n";
}

void Content::set_state(std::optional<Milli>& state, Milli value, std::string_view op) {
  if (state == value) return;
  state = value;
  append_milli(out_, value);
  out_.append(" ").append(op).append("\n");
}

void Content::show(base::Point origin, Length font_size, std::int32_t scale, base::Color color, std::span<ShownGlyph const> glyphs) {
  RESUMEC_CHECK(marked_);
  Milli const size = to_milli(font_size);
  RESUMEC_CHECK(scale > 0);
  if (glyphs.empty() || size <= 0) return;

  begin_text();
  set_color(color);
  Milli const x = to_milli(origin.x), y = height_ - to_milli(origin.y);
  append_milli(out_, x - line_x_);
  out_ += ' ';
  append_milli(out_, y - line_y_);
  out_ += " Td\n";
  line_x_ = x;
  line_y_ = y;
  set_state(scale_, Milli{scale} * 100, "Tz");
  set_state(tracking_, tracking_of(glyphs, size, scale), "Tc");
  Micro const tracking = *tracking_ * 1000;

  bool in_array = false, in_string = false;
  auto const leave_string = [&] {
    if (std::exchange(in_string, false)) out_ += '>';
  };
  auto const leave_array = [&] {
    leave_string();
    if (std::exchange(in_array, false)) out_ += "]TJ\n";
  };
  Length pen;
  Micro actual = 0;
  for (ShownGlyph const& glyph : glyphs) {
    Milli const rise = -to_milli(glyph.y_offset);
    if (font_ != glyph.resource || font_size_ != size || rise_ != rise) {
      leave_array();
      set_font(glyph.resource, size);
      set_state(rise_, rise, "Ts");
    }
    if (!std::exchange(in_array, true)) out_ += '[';
    // Numbers in the array are scaled with the glyphs (ISO 32000-1, 9.4.4).
    std::int64_t const correction = Length::divide((actual - to_micro(pen + clamped(glyph.x_offset))) * 1000, size * scale);
    if (std::abs(correction) > tolerance) {
      leave_string();
      append_integer(out_, correction);
      actual -= correction * size * scale / 1000;
    }
    if (!std::exchange(in_string, true)) out_ += '<';
    append_hex16(out_, glyph.cid);
    actual += (glyph.width * size + tracking) * scale / 1000;
    pen = clamped(pen + clamped(glyph.advance));
  }
  leave_array();
}

void Content::point(base::Point point) {
  append_milli(out_, to_milli(point.x));
  out_ += ' ';
  append_milli(out_, height_ - to_milli(point.y));
  out_ += ' ';
}

void Content::fill_rect(base::Rect const& rect, base::Color color) {
  RESUMEC_CHECK(marked_);
  end_text();
  set_color(color);
  Milli const top = height_ - to_milli(rect.origin.y), bottom = height_ - to_milli(clamped(rect.origin.y) + clamped(rect.size.height));
  Milli const left = to_milli(rect.origin.x), right = to_milli(clamped(rect.origin.x) + clamped(rect.size.width));
  for (Milli const number : {left, bottom, right - left, top - bottom}) {
    append_milli(out_, number);
    out_ += ' ';
  }
  out_ += "re f\n";
}

void Content::fill_path(std::span<display::PathCommand const> commands, base::Color color) {
  RESUMEC_CHECK(marked_);
  using Kind = display::PathCommand::Kind;
  auto const paints = [](display::PathCommand const& command) { return command.kind != Kind::Move && command.kind != Kind::Close; };
  if (std::none_of(commands.begin(), commands.end(), paints)) return;
  end_text();
  set_color(color);
  bool open = false;  // a path starts with a move, whatever the commands say
  for (display::PathCommand const& command : commands) {
    if (!open && command.kind != Kind::Close) {
      point(command.a);
      out_ += "m\n";
      open = true;
      if (command.kind == Kind::Move) continue;
    }
    switch (command.kind) {
      case Kind::Move:
        point(command.a);
        out_ += "m\n";
        break;
      case Kind::Line:
        point(command.a);
        out_ += "l\n";
        break;
      case Kind::Cubic:
        point(command.a);
        point(command.b);
        point(command.c);
        out_ += "c\n";
        break;
      case Kind::Close:
        if (open) out_ += "h\n";
        break;
    }
  }
  out_ += "f\n";
}

std::string Content::take() {
  RESUMEC_CHECK(!marked_);
  return std::move(out_);
}

}  // namespace resumec::backend::pdf

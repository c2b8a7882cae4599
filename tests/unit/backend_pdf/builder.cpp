#include "support/places.hpp"
#include "unit/backend_pdf/builder.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

namespace resumec::testing {

namespace {

struct OpenFace {
  std::unique_ptr<hb_blob_t, decltype(&hb_blob_destroy)> blob;
  std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face;
  std::unique_ptr<hb_font_t, decltype(&hb_font_destroy)> font;
};

OpenFace open(Blob const& bytes) {
  auto* const blob =
      hb_blob_create(bytes.bytes.data(), static_cast<unsigned>(bytes.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  auto* const face = hb_face_create(blob, 0);
  return {{blob, hb_blob_destroy}, {face, hb_face_destroy}, {hb_font_create(face), hb_font_destroy}};
}

std::string read_file(std::string const& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) {
    std::fprintf(stderr, "no font %s\n", path.c_str());
    std::abort();
  }
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

Builder::Builder() {
  node(Role::Document, NodeId{});
  document.metadata = {"Mara Quill: curriculum vitae", "Mara Quill", "", "en", {}};
}

Builder& Builder::page(std::int64_t width, std::int64_t height) {
  document.pages.push_back({{Length::pt(width), Length::pt(height)}, {}});
  return *this;
}

NodeId Builder::node(Role role, NodeId parent, int level) {
  auto const id = NodeId::from(document.structure.size());
  document.structure.emplace_back();
  at(id).role = role;
  at(id).level = level;
  if (role == Role::Artifact) return id;
  at(id).parent = parent;
  if (parent) at(parent).children.push_back(id);
  return id;
}

display::FontIndex Builder::font(std::string_view file) {
  if (auto const found = fonts_.find(file); found != fonts_.end()) return found->second;
  display::Font font;
  font.blob = Blob::own(read_file(places::built("share/resumec/fonts/") + std::string{file}));
  font.postscript_name = file.substr(0, file.find('.'));
  font.family = "Test";
  font.cff = file.ends_with("otf");
  auto const open_face = open(font.blob);
  font.units_per_em = hb_face_get_upem(open_face.face.get());
  font.ascender = base::Em::milli(800);
  font.descender = base::Em::milli(-200);
  font.cap_height = base::Em::milli(650);
  font.x_max = font.y_max = static_cast<std::int32_t>(font.units_per_em);
  auto const index = display::FontIndex::from(document.fonts.size());
  document.fonts.push_back(std::move(font));
  fonts_.emplace(file, index);
  return index;
}

display::GlyphRun& Builder::text(NodeId node, std::int64_t x, std::int64_t y, std::string_view text, TextOptions const& options) {
  display::GlyphRun run;
  run.node = node;
  run.font = font(options.font);
  run.size = Length::pt(options.size);
  run.origin = {Length::pt(x), Length::pt(y)};
  run.text = text;
  run.color = options.color;
  run.line_end = options.line_end;

  auto const& face = document.fonts[run.font.index()];
  auto const open_face = open(face.blob);
  auto const units = static_cast<std::int64_t>(face.units_per_em);
  auto const scaled = [&](std::int64_t value) { return Length::raw(Length::divide(value * run.size.raw(), units)); };
  std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> const buffer{hb_buffer_create(), hb_buffer_destroy};
  hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(open_face.font.get(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  auto const* const infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  auto const* const positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i) {
    display::Glyph glyph;
    glyph.id = infos[i].codepoint;
    glyph.cluster = infos[i].cluster;
    glyph.natural = scaled(hb_font_get_glyph_h_advance(open_face.font.get(), glyph.id));
    glyph.advance = scaled(positions[i].x_advance) + options.tracking;
    if (glyph.cluster < text.size() && text[glyph.cluster] == ' ') glyph.advance += options.word_space;
    glyph.x_offset = scaled(positions[i].x_offset);
    glyph.y_offset = -scaled(positions[i].y_offset);
    run.glyphs.push_back(glyph);
  }
  document.pages.back().items.emplace_back(std::move(run));
  return std::get<display::GlyphRun>(document.pages.back().items.back());
}

void Builder::rule(std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height) {
  document.pages.back().items.emplace_back(
      display::Rule{{}, {{Length::pt(x), Length::pt(y)}, {Length::pt(width), Length::pt(height)}}, {}});
}

void Builder::link(NodeId node, std::string url, std::string description, std::int64_t x, std::int64_t y, std::int64_t width) {
  auto const id = base::LinkId::from(document.links.size());
  document.links.push_back({std::move(url), std::move(description)});
  document.pages.back().items.emplace_back(
      display::LinkArea{node, id, {{Length::pt(x), Length::pt(y)}, {Length::pt(width), Length::pt(12)}}});
}

}  // namespace resumec::testing

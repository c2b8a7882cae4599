#include "backend/pdf/emit.hpp"

#include "backend/pdf/content.hpp"
#include "backend/pdf/division.hpp"
#include "backend/pdf/font_embed.hpp"
#include "backend/pdf/haru/doc.hpp"
#include "backend/pdf/links.hpp"
#include "backend/pdf/metadata.hpp"
#include "backend/pdf/outline.hpp"
#include "backend/pdf/seal.hpp"
#include "backend/pdf/structure.hpp"
#include "backend/pdf/units.hpp"

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace resumec::backend::pdf {

namespace {

using base::Length;

/// Page sizes as PDF allows them (3 to 14,400 pt), in the steps of 1/32 pt that the file can say.
Length page_length(Length length) {
  constexpr std::int64_t step = Length::point / 32;
  auto const steps = Length::divide(clamped(length).raw(), step);
  return Length::raw(std::clamp<std::int64_t>(steps, 3 * 32, 14'400 * 32) * step);
}

bool shown(display::Document const& document, display::GlyphRun const& run) {
  return run.font && run.font.index() < document.fonts.size() && to_milli(run.size) > 0 && !run.glyphs.empty();
}

/// Writes one page: items in placement order, neighbours of one element in one marked-content sequence.
class PageWriter {
 public:
  PageWriter(FontTable const& fonts, Structure& structure, std::uint32_t page, Length height)
      : fonts_{fonts}, structure_{structure}, page_{page}, height_{height}, content_{height} {}

  /// `division`: the word that the run begins and the next one ends.
  void show(display::GlyphRun const& run, std::span<std::uint32_t const> uses, std::optional<Division> const& division) {
    std::vector<ShownGlyph> glyphs;
    glyphs.reserve(uses.size());
    for (std::size_t i = 0; i < uses.size(); ++i) {
      auto const& use = fonts_.use(uses[i]);
      auto const& glyph = run.glyphs[i];
      glyphs.push_back({use.resource, use.cid, use.width, glyph.advance, glyph.natural, glyph.x_offset, glyph.y_offset});
    }
    Length pen;
    std::size_t at = 0;
    auto const show_up_to = [&](std::size_t end) {
      base::Point const origin{run.origin.x + pen, run.origin.y};
      if (at < end) content_.show(origin, run.size, run.scale, run.color, std::span{glyphs}.subspan(at, end - at));
      for (; at < end; ++at) pen += glyphs[at].advance;
    };
    if (std::size_t const end = std::exchange(end_of_word_, 0); end > 0) {
      show_up_to(end);
      close();
    }
    if (division && structure_.owner(run.node)) {
      if (at < division->first_glyph) mark(run.node, ArtifactKind::Pagination);
      show_up_to(division->first_glyph);
      mark_as(division->word, run.node);
      end_of_word_ = division->end_glyph;
    }
    if (at < glyphs.size()) mark(run.node, ArtifactKind::Pagination);
    show_up_to(glyphs.size());
  }

  void fill(display::Rule const& rule) {
    mark({}, ArtifactKind::Plain);
    content_.fill_rect(rule.rect, rule.color);
  }

  /// A path is decoration unless its node is a figure with an alternative text.
  void fill(display::Path const& path) {
    auto const owner = structure_.owner(path.node);
    bool const figure = owner && structure_.type(owner) == "Figure";
    mark(figure ? path.node : base::NodeId{}, ArtifactKind::Plain);
    content_.fill_path(path.commands, path.color);
    if (!figure) return;
    using Kind = display::PathCommand::Kind;
    auto const extend = [&](base::Point point) { structure_.add_extent(owner, to_box({point, {}}, height_)); };
    for (auto const& command : path.commands) {
      if (command.kind == Kind::Close) continue;
      extend(command.a);
      if (command.kind != Kind::Cubic) continue;
      extend(command.b);
      extend(command.c);
    }
  }

  std::string take() {
    close();
    return content_.take();
  }

 private:
  void mark(base::NodeId node, ArtifactKind kind) {
    auto const owner = structure_.owner(node);
    if (open_ && owner_ == owner && (owner || kind_ == kind)) return;
    close();
    open_ = true;
    owner_ = owner;
    kind_ = kind;
    if (owner) {
      content_.begin_marked(structure_.type(owner), structure_.add_content(owner, page_));
    } else {
      content_.begin_artifact(kind);
    }
  }
  /// A sequence of its own that is read as `word`. It must not lie within another: poppler's tag tree then loses what follows it there.
  void mark_as(std::string_view word, base::NodeId node) {
    close();
    open_ = true;
    owner_ = structure_.owner(node);
    content_.begin_marked_as(word, structure_.add_content(owner_, page_));
  }
  void close() {
    if (std::exchange(open_, false)) content_.end_marked();
  }

  FontTable const& fonts_;
  Structure& structure_;
  std::uint32_t page_;
  Length height_;
  Content content_;
  std::size_t end_of_word_ = 0;  ///< glyphs of the next run that belong to a divided word
  bool open_ = false;
  ElementId owner_;
  ArtifactKind kind_ = ArtifactKind::Plain;
};

}  // namespace

base::Expected<std::string, std::string> emit_pdf(display::Document const& document, PdfOptions const& options) {
  using Failure = base::Unexpected<std::string>;
  if (document.pages.empty()) return Failure{"the document has no pages"};
  haru::Doc doc;

  // Glyphs in use, then the fonts; the runs' uses are remembered in placement order.
  FontTable fonts{document};
  std::vector<std::vector<std::uint32_t>> uses;
  for (auto const& page : document.pages) {
    for (auto const& item : page.items) {
      auto const* const run = std::get_if<display::GlyphRun>(&item);
      if (run && shown(document, *run)) uses.push_back(fonts.add(*run));
    }
  }
  auto resources = doc.object();
  FontPrograms own;
  auto& programs = options.programs ? *options.programs : own;
  if (auto embedded = fonts.embed(doc, resources, programs); !embedded) return Failure{embedded.error()};

  // Pages: content, then the links on them.
  Structure structure{document};
  std::vector<haru::Dict> pages;
  std::vector<Length> heights;
  auto next_uses = uses.cbegin();
  for (std::uint32_t number = 0; number < document.pages.size(); ++number) {
    display::Page const& page = document.pages[number];
    Length const width = page_length(page.size.width), height = page_length(page.size.height);
    auto dict = doc.page();
    dict.array("MediaBox").add(0).add(0).add(width).add(height);
    dict.set("Resources", resources).set("StructParents", number).set("Tabs", haru::Name{"S"});
    pages.push_back(dict);
    heights.push_back(height);

    PageWriter writer{fonts, structure, number, height};
    LinkWriter links{doc, document, structure, number, height};
    for (std::size_t index = 0; index < page.items.size(); ++index) {
      std::visit(
          [&](auto const& value) {
            using T = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<T, display::GlyphRun>) {
              if (!shown(document, value)) return;
              auto division = division_at(page.items, index);
              if (division && !shown(document, std::get<display::GlyphRun>(page.items[index + 1]))) division.reset();
              writer.show(value, *next_uses++, division);
            } else if constexpr (std::is_same_v<T, display::LinkArea>) {
              links.add(value);
            } else {
              writer.fill(value);
            }
          },
          page.items[index]);
    }
    links.finish(dict);
    doc.set_content(dict, writer.take());
  }

  structure.write(doc, pages);
  write_outline(doc, document.outline, pages, heights);
  write_metadata(doc, document.metadata, {options.producer, options.date});

  doc.set_id(options.inputs);
  auto bytes = doc.save(options.object_streams ? haru::SaveMode::ObjectStreams : haru::SaveMode::Classic);
  if (!bytes) return bytes;
  return seal(std::move(*bytes), options.note);
}

std::string_view library_version() { return haru::library_version(); }

}  // namespace resumec::backend::pdf

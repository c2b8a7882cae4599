#include "flow/realize.hpp"

#include "diag/report.hpp"
#include "flow/realizer.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace resumec::flow {

namespace {

/// From the résumé's settings, else the layout's option `dates`, else short.
locale::DateStyle date_style(model::Resume const& resume, style::Resolved const& layout) {
  std::string_view const word = resume.settings.date_style.empty() ? layout.option("dates") : std::string_view{resume.settings.date_style};
  if (word == "long") return locale::DateStyle::Long;
  if (word == "numeric") return locale::DateStyle::Numeric;
  return locale::DateStyle::Short;
}

std::string headline_of(model::Resume const& resume) {
  std::string text;
  for (auto const& part : resume.header.headline) {
    if (!text.empty()) text += " · ";
    text += syntax::plain_text(part.base);
  }
  return text;
}

}  // namespace

std::vector<ItemId> items_of(model::Attributes const& attributes) {
  return attributes.item ? std::vector{attributes.item} : std::vector<ItemId>{};
}

Realizer::Realizer(model::Resume const& resume, style::Layout const& layout, Diagnostics& diagnostics)
    : resume_{resume},
      layout_{layout, resume.layout.options, resume.lang, diagnostics},
      diagnostics_{diagnostics},
      build_{document_},
      body_{layout_.body(resume.lang)},
      dates_{date_style(resume, layout_)} {}

Document Realizer::run() && {
  auto const& layout = layout_.layout();
  document_.page.metrics = layout_.metrics();
  document_.page.two_columns = layout.two_columns;
  if (layout.two_columns) {
    document_.page.main_share = layout_.ratio(layout.page, "main", Em::milli(660));
    document_.page.side_on_left = layout_.text(layout.page, "side", "right") == "left";
    document_.page.side_on_first_page = layout_.text(layout.page, "side-pages", "all") == "first";
  }
  Node root;
  root.role = Role::Document;
  root.lang = resume_.lang;
  build_.node(std::move(root));
  build_.style(body_);
  metadata();
  number_references();
  masthead();

  // Placement order: the main column, then the side column.
  auto const placement = layout.placement.empty() ? std::vector<style::PlacementColumn>{{false, {"*"}, false}} : layout.placement;
  auto const names = [](style::PlacementColumn const& where, std::string_view role) {
    return std::find(where.roles.begin(), where.roles.end(), role) != where.roles.end();
  };
  auto const column_of = [&](model::Section const& section) -> std::size_t {
    std::size_t fallback = 0;
    for (std::size_t i = 0; i < placement.size(); ++i) {
      if (!section.role.empty() && names(placement[i], section.role)) return i;
      if (names(placement[i], "*")) fallback = i;
    }
    return fallback;
  };
  for (bool const side : {false, true}) {
    for (std::size_t i = 0; i < placement.size(); ++i) {
      if (placement[i].side != side) continue;
      std::vector<model::Section const*> sections;
      for (auto const& section : resume_.sections) {
        if (!section.attributes.hide && column_of(section) == i) sections.push_back(&section);
      }
      if (placement[i].listed_order) {
        auto const rank = [&](model::Section const* section) {
          auto const& roles = placement[i].roles;
          auto found = std::find(roles.begin(), roles.end(), section->role);
          if (found == roles.end()) found = std::find(roles.begin(), roles.end(), "*");
          return found - roles.begin();
        };
        std::stable_sort(sections.begin(), sections.end(), [&](auto const* a, auto const* b) { return rank(a) < rank(b); });
      }
      for (auto const* const one : sections) {
        auto block = section(*one);
        if (!block.children.empty()) column(side ? ColumnRole::Side : ColumnRole::Main).blocks.push_back(std::move(block));
      }
    }
  }
  running_heads();
  for (auto& made : document_.columns) hoist_gaps(made.blocks);
  return std::move(document_);
}

Column& Realizer::column(ColumnRole role) {
  for (auto& made : document_.columns) {
    if (made.role == role) return made;
  }
  document_.columns.push_back({role, {}});
  return document_.columns.back();
}

void Realizer::number_references() {
  auto const visit = [&](auto const& self, std::vector<model::Entry> const& entries) -> void {
    for (auto const& entry : entries) {
      if (!entry.attributes.id.empty() && !entry.number.empty()) numbers_[entry.attributes.id.value] = entry.number;
      self(self, entry.entries);
    }
  };
  for (auto const& section : resume_.sections) visit(visit, section.entries);
}

void Realizer::metadata() {
  auto const name = model::full_name(resume_.header.name);
  auto headline = headline_of(resume_);
  auto const kind = headline.empty() ? label_for("resume", wording(resume_.lang)) : headline;
  document_.metadata.title = name.empty() ? kind : fmt::format("{} – {}", name, kind);
  document_.divisions = resume_.settings.hyphenation;
  document_.metadata.author = name;
  document_.metadata.subject = std::move(headline);
  document_.metadata.lang = resume_.lang;
}

void Realizer::masthead() {
  auto const& chosen = *layout_.layout().template_for("masthead");
  Frame frame;
  frame.slots = masthead_slots(wording(resume_.lang));
  frame.node = NodeId{0};
  frame.template_id = build_.template_id(chosen.name);
  frame.lang = resume_.lang;
  frame.level = 1;
  auto const first = document_.nodes.size();
  Block block;
  block.node = frame.node;
  block.style = build_.style(body_);
  block.keep_together = true;
  blocks(chosen.root.children, frame, block.children);
  rest(frame, block.children);
  for (auto i = first; i < document_.nodes.size(); ++i) {
    auto& node = document_.nodes[i];
    if (node.parent == frame.node) node.template_id = frame.template_id;
  }
  if (!block.children.empty()) column(ColumnRole::Full).blocks.push_back(std::move(block));
  if (!resume_.header.photo.empty()) {
    diag::report<diag::Kind::PhotoNotShown>(diagnostics_, resume_.header.photo.span, layout_.layout().name)
        .hint("no layout that comes with the program shows one yet: remove the line, or keep it for later");
  }
}

bool Realizer::has_content(Blocks const& blocks, NodeId section) const {
  return std::any_of(blocks.begin(), blocks.end(), [&](Block const& block) {
    auto const& node = document_.nodes[block.node.index()];
    bool const is_title = node.role == Role::Heading && node.parent == section;
    return (!is_title && !block.inlines.empty()) || has_content(block.children, section);
  });
}

Block Realizer::section(model::Section const& section) {
  auto const& chosen = *layout_.layout().template_for("section");
  auto const mark = build_.mark();
  Frame frame;
  frame.lang = language(section.attributes, resume_.lang);
  frame.slots = section_slots(section, wording(frame.lang));
  frame.template_id = build_.template_id(chosen.name);
  frame.section = &section;
  frame.node = child(NodeId{0}, Role::Section, section.attributes.span);
  auto& node = build_.at(frame.node);
  node.template_id = frame.template_id;
  if (frame.lang != resume_.lang) node.lang = frame.lang;
  Block block;
  block.node = frame.node;
  block.style = build_.style(body_);
  block.items = items_of(section.attributes);
  block.break_before = break_of(section.attributes);
  blocks(chosen.root.children, frame, block.children);
  rest(frame, block.children);
  block.continued = std::move(frame.continued);
  // A title alone says nothing.
  if (!has_content(block.children, frame.node)) {
    block.children.clear();
    build_.roll_back(mark);
  }
  return block;
}

void Realizer::running_heads() {
  for (auto const& element : layout_.layout().running) {
    Frame frame;
    frame.slots = masthead_slots(wording(resume_.lang));
    frame.node = child(NodeId{0}, Role::Artifact);
    frame.template_id = build_.template_id(element.kind == style::ElementKind::Header ? "header" : "footer");
    build_.at(frame.node).template_id = frame.template_id;
    frame.lang = resume_.lang;
    Blocks made;
    auto const outer = body_;
    body_ = named(layout_.text(element, "style"), body_);
    blocks(element.children, frame, made);
    body_ = outer;
    if (made.empty()) continue;
    auto const pages = layout_.text(element, "pages", "all");
    Running running;
    running.place = element.kind == style::ElementKind::Header ? RunningPlace::Header : RunningPlace::Footer;
    running.pages = pages == "first" ? RunningPages::First : pages == "later" ? RunningPages::Later : RunningPages::All;
    if (made.size() == 1) {
      running.block = std::move(made.front());
    } else {
      running.block.node = frame.node;
      running.block.style = build_.style(body_);
      running.block.children = std::move(made);
      hoist_gaps(running.block.children);
    }
    document_.running.push_back(std::move(running));
  }
}

Document realize(model::Resume const& resume, style::Layout const& layout, Diagnostics& diagnostics) {
  return Realizer{resume, layout, diagnostics}.run();
}

}  // namespace resumec::flow

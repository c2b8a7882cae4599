// Résumés by hand, realised in a layout, and the texts that come out.
#pragma once

#include "flow/realize.hpp"
#include "locale/locale.hpp"
#include "model/resume.hpp"
#include "resumec/worlds.hpp"
#include "style/layout_file.hpp"
#include "support/places.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::flow {

inline std::string read_file(std::filesystem::path const& path) {
  std::ifstream stream{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

inline std::shared_ptr<style::Layout const> layout_of(std::string text) {
  MemoryFiles files;
  files.files["layout.xml"] = std::move(text);
  auto const world = memory_world(std::move(files));
  Diagnostics diagnostics;
  auto layout = style::load_layout("layout.xml", Span{}, *world, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  return layout;
}
inline std::shared_ptr<style::Layout const> classic() {
  static auto const layout = layout_of(read_file(places::source("layouts/classic.xml")));
  return layout;
}
inline std::shared_ptr<style::Layout const> two_column() {
  static auto const layout = layout_of(read_file(places::source("tests/support/two-column.xml")));
  return layout;
}

inline syntax::Inline run(std::string text) {
  syntax::Inline node;
  node.text = std::move(text);
  return node;
}
inline syntax::Inline around(syntax::InlineKind kind, syntax::Inlines children) {
  syntax::Inline node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}
inline model::Text text(std::string words) {
  model::Text result;
  result.base.push_back(run(std::move(words)));
  return result;
}
inline model::RichText rich(std::vector<std::string> paragraphs) {
  model::RichText result;
  for (auto& words : paragraphs) {
    syntax::Block block;
    block.inlines.push_back(run(std::move(words)));
    result.base.push_back(std::move(block));
  }
  return result;
}
inline model::Literal literal(std::string value) { return {std::move(value), {}}; }
inline model::Date month(int year, int part) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(part), 0, model::Precision::Month, false};
}
inline model::Date year(int value) { return {static_cast<std::int16_t>(value), 0, 0, model::Precision::Year, false}; }
inline model::When range(model::Date start, model::Date end) {
  model::When when;
  when.spans.push_back({start, end, false, false, true});
  return when;
}
inline model::When single(model::Date date) {
  model::When when;
  when.spans.push_back({date, std::nullopt, false, false, false});
  return when;
}
inline model::Point point(std::string words) {
  model::Point result;
  result.text = rich({std::move(words)});
  return result;
}
inline model::Section section(std::string title, std::vector<model::Entry> entries) {
  model::Section result;
  result.key = title;
  result.title = text(std::move(title));
  result.entries = std::move(entries);
  return result;
}
inline model::Entry entry(model::Kind kind, std::string title = {}) {
  model::Entry result;
  result.kind = kind;
  if (!title.empty()) result.title = text(std::move(title));
  return result;
}
inline model::Resume resume(std::vector<model::Section> sections = {}) {
  model::Resume result;
  result.header.name.display = literal("Bob Marrow");
  result.sections = std::move(sections);
  return result;
}

inline Document realized(model::Resume const& resume, std::shared_ptr<style::Layout const> const& layout = classic()) {
  Diagnostics diagnostics;
  auto document = realize(resume, *layout, diagnostics);
  EXPECT_EQ(diagnostics.count(Severity::Error), 0U);
  return document;
}

/// Every block of the document, outermost first, in order.
template <class Visit>
void each_block(std::vector<Block> const& blocks, Visit const& visit) {
  for (auto const& block : blocks) {
    visit(block);
    each_block(block.children, visit);
  }
}
template <class Visit>
void each_block(Document const& document, Visit const& visit) {
  for (auto const& column : document.columns) each_block(column.blocks, visit);
}

inline std::string text_of(Inlines const& inlines) {
  std::string result;
  for (auto const& one : inlines) result += one.kind == InlineKind::HardBreak ? "\n" : one.text;
  return result;
}

/// The texts of paragraphs and contacts in reading order; markers before their items.
inline std::vector<std::string> texts(Document const& document) {
  std::vector<std::string> result;
  each_block(document, [&](Block const& block) {
    if (!block.marker.empty()) result.push_back(text_of(block.marker));
    if (!block.inlines.empty()) result.push_back(text_of(block.inlines));
  });
  return result;
}

}  // namespace resumec::flow

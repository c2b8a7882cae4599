// A layout file in memory, and what reading it reports: "kind `text under the span`".
#pragma once

#include "resumec/worlds.hpp"
#include "style/layout.hpp"
#include "style/layout_file.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::style {

struct Loaded {
  std::unique_ptr<World> world;
  Diagnostics diagnostics;
  std::shared_ptr<Layout const> layout;

  std::vector<std::string> findings() const {
    std::vector<std::string> result;
    for (auto const& finding : diagnostics) {
      auto const text = world->text(finding.span.source);
      result.push_back(
          fmt::format("{} `{}`", finding.kind, finding.span.detached() ? "" : text.substr(finding.span.begin, finding.span.size())));
    }
    return result;
  }
};

inline Loaded load(std::string text) {
  MemoryFiles files;
  files.files["mine.xml"] = std::move(text);
  Loaded loaded;
  loaded.world = memory_world(std::move(files));
  loaded.layout = load_layout("mine.xml", Span{}, *loaded.world, loaded.diagnostics);
  return loaded;
}

/// A correct layout around a part of one.
inline std::string with(std::string_view part) {
  return fmt::format(R"(<layout name="mine" version="1">
<styles><style name="body"/><style name="head" parent="body" weight="700"/></styles>
{}
<template name="masthead"><line heading="true"><slot name="name"/></line></template>
<template name="section"><line heading="true"><slot name="title"/></line><entries/></template>
<template name="entry" for="*"><line><slot name="title"/></line></template>
</layout>)",
                     part);
}

}  // namespace resumec::style

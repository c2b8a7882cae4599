// The parts of the importer of RenderCV.
#pragma once

#include "importers/rewrite.hpp"

#include <string_view>

namespace resumec::importers::rendercv {

struct File {
  Context& context;
  std::string_view text;  ///< of the source
};

/// A text as RenderCV writes it, in our dialect: its Typst commands, `$$…$$`, addresses with blanks.
Node text(Node const& scalar, Context& context);
/// A text that may be written over several lines, some of which begin with `- `: then it is a point with points below it.
Node point(Node const& scalar, File& file);
/// Lists, point by point; anything else as it is.
Node points(Node const& list, File& file);

/// A section by its title and its list. Puts it under `to`.
void section(Node& to, Member const& member, File& file);
/// The same with a title that is not the key's text, or with none.
void section(Node& to, Member const& member, std::string_view title, File& file);
/// `work_experience` → "Work Experience"; what has a blank or a capital stays.
std::string title_of(std::string_view key);

/// `design:` → options of our layouts, as far as they have the like; the rest is ignored.
void design(Node& tree, Member const& member, Context& context);
/// `locale:` or `locale_catalog:`.
void locale(Node& tree, Member const& member, Context& context);
/// `settings:` or `rendercv_settings:`.
void settings(Node& tree, Member const& member, Context& context);
/// `social_networks:`.
void networks(Node& tree, Member const& member, Context& context);

}  // namespace resumec::importers::rendercv

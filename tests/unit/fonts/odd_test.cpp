// Fonts of rarer kinds, as users bring them: variable ones are refused; those whose CFF outlines are keyed by CIDs are used.
#include "fonts/cff_outlines.hpp"
#include "fonts/library.hpp"

#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace resumec::fonts {
namespace {

using ::testing::HasSubstr;

struct User {
  explicit User(std::string const& file) {
    MemoryFiles files;
    files.assets["fonts/catalogue.txt"] = "# none\n";
    files.user_fonts[file] = testing::file_bytes(places::source("fonts/testing/" + file));
    world = memory_world(std::move(files));
    library = Library::load(*world, diagnostics);
  }
  Face const& face(FaceRequest const& request) { return library->face(library->chain(request, *world, diagnostics).faces.front()); }
  std::int32_t advance(Face const& face, char32_t c) const { return library->advance(face.id, library->nominal_glyph(face.id, c)); }

  std::unique_ptr<World> world;
  Diagnostics diagnostics;
  std::unique_ptr<Library> library;
};

TEST(VariableFont, IsRefusedWithAWayOut) {
  User user{"square-variable.ttf"};
  EXPECT_TRUE(user.library->family_names().empty());
  ASSERT_EQ(user.diagnostics.size(), 1U);
  EXPECT_EQ(user.diagnostics.begin()->kind, "font-damaged");
  EXPECT_THAT(user.diagnostics.begin()->message, HasSubstr("variable font; a file for each weight"));
}

TEST(CidKeyedFont, ItsSubsetHasGlyphNumbersForCids) {
  User user{"square-cid.otf"};
  EXPECT_TRUE(user.diagnostics.empty());
  auto const& face = user.face({"Cidkey"});
  ASSERT_TRUE(face.cff);
  for (std::u32string_view const text : {U"A", U"AB", U"ABCXYZ", U"abcdefghijklmnopqrstuvwxyz"}) {
    std::vector<std::uint32_t> glyphs;
    for (auto const c : text) glyphs.push_back(user.library->nominal_glyph(face.id, c));
    std::sort(glyphs.begin(), glyphs.end());
    auto const result = subset(face, glyphs);
    ASSERT_TRUE(result.has_value()) << result.error();
    EXPECT_TRUE(is_cid_keyed(result->program));
    EXPECT_EQ(result->old_glyphs.size(), glyphs.size() + 1);
    EXPECT_EQ(number_cids_by_glyph(result->program), result->program) << "a second pass changes nothing";
  }
}

TEST(CidKeyedFont, AnyBytesAreSafe) {
  User user{"square-cid.otf"};
  auto const& face = user.face({"Cidkey"});
  std::uint32_t const glyphs[] = {5, 6, 9};
  auto const table = subset(face, glyphs)->program;
  for (std::size_t size = 0; size < table.size(); ++size) number_cids_by_glyph(table.substr(0, size));
  for (std::size_t at = 0; at < table.size(); ++at) {
    for (int const value : {0, 1, 29, 255}) {
      auto changed = table;
      changed[at] = static_cast<char>(value);
      EXPECT_EQ(number_cids_by_glyph(changed).size(), changed.size());
    }
  }
}

}  // namespace
}  // namespace resumec::fonts

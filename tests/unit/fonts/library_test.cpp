#include "fonts/font_digest.hpp"
#include "fonts/library.hpp"

#include "support/places.hpp"
#include "support/square_font.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace resumec::fonts {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// The faces of the build, read from its share folder.
struct Real {
  std::unique_ptr<World> world = testing::real_font_world(places::built("share/resumec"));
  Diagnostics diagnostics;
  std::unique_ptr<Library> library = Library::load(*world, diagnostics);

  Face const& first(FaceRequest const& request) { return library->face(library->chain(request, *world, diagnostics).faces.front()); }
};

struct Memory {
  explicit Memory(MemoryFiles files) : world{memory_world(std::move(files))}, library{Library::load(*world, diagnostics)} {}
  std::unique_ptr<World> world;
  Diagnostics diagnostics;
  std::unique_ptr<Library> library;

  FaceChain const& chain(FaceRequest const& request) { return library->chain(request, *world, diagnostics); }
  Face const& first(FaceRequest const& request) { return library->face(chain(request).faces.front()); }
};

std::vector<std::string> kinds(Diagnostics const& diagnostics) {
  std::vector<std::string> names;
  for (auto const& diagnostic : diagnostics) names.push_back(diagnostic.kind);
  return names;
}

/// Sets the big-endian 16-bit number at `offset` of a table.
void patch(std::string& font, std::string_view table, std::size_t offset, std::uint16_t value) {
  auto const u32 = [&](std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8U | static_cast<std::uint8_t>(font.at(at + i));
    return number;
  };
  auto const record = font.find(table);
  auto const at = u32(record + 8) + offset;
  font.at(at) = static_cast<char>(value >> 8U);
  font.at(at + 1) = static_cast<char>(value & 0xFFU);
}

TEST(Library, ResolvesRolesAndNames) {
  Real real;
  EXPECT_EQ(real.first({"serif"}).postscript_name, "LinuxLibertine-Regular");
  EXPECT_EQ(real.first({"Linux Libertine", 700}).postscript_name, "LinuxLibertine-Bold");
  EXPECT_EQ(real.first({"linux libertine", 600, Slope::Italic}).postscript_name, "LinuxLibertine-SemiBoldItalic");
  EXPECT_EQ(real.first({"sans"}).postscript_name, "LinuxBiolinum-Regular");
  EXPECT_EQ(real.first({"mono"}).postscript_name, "LinuxLibertineMono-Regular");
  EXPECT_EQ(real.first({"display"}).postscript_name, "LinuxLibertineDisplay-Regular");
  EXPECT_EQ(real.first({"math"}).postscript_name, "NotoSansMath-Regular");
  EXPECT_THAT(kinds(real.diagnostics), IsEmpty());
}

TEST(Library, ChainsFallBackByRoleInTheSameStyle) {
  Real real;
  std::vector<std::string> names;
  for (auto const id : real.library->chain({"serif", 700}, *real.world, real.diagnostics).faces)
    names.push_back(real.library->face(id).postscript_name);
  EXPECT_THAT(names, ElementsAre("LinuxLibertine-Bold", "NotoSerif-Bold", "NotoSerifHebrew-Bold", "NotoNaskhArabic-Bold",
                                 "NotoSerifDevanagari-Bold", "NotoSerifThai-Bold", "IPAexMincho-Regular", "NotoSansMath-Regular",
                                 "NotoSansSymbols2-Regular", "NotoSansSymbols-Bold", "NotoSansHebrew-Bold", "NotoSansArabic-Bold",
                                 "NotoSansDevanagari-Bold", "NotoSansThai-Bold", "IPAexGothic-Regular", "DroidSansFallback"));
  names.clear();
  for (auto const id : real.library->chain({"sans", 400, Slope::Italic}, *real.world, real.diagnostics).faces) {
    names.push_back(real.library->face(id).postscript_name);
  }
  EXPECT_THAT(names, ElementsAre("LinuxBiolinum-Italic", "NotoSans-Italic", "NotoSansMath-Regular", "NotoSansSymbols2-Regular",
                                 "NotoSansSymbols-Regular", "NotoSansHebrew-Regular", "NotoSansArabic-Regular",
                                 "NotoSansDevanagari-Regular", "NotoSansThai-Regular", "IPAexGothic-Regular", "DroidSansFallback"));
}

TEST(Library, FallbacksOfAScriptAreForItsCharactersAlone) {
  Real real;
  auto const& chain = real.library->chain({"serif"}, *real.world, real.diagnostics);
  auto const named = [&](std::string_view family) {
    auto const found =
        std::find_if(chain.faces.begin(), chain.faces.end(), [&](auto id) { return real.library->face(id).family == family; });
    return static_cast<std::size_t>(found - chain.faces.begin());
  };
  auto const japanese = named("IPAex Mincho"), arabic = named("Noto Naskh Arabic"), math = named("Noto Sans Math");
  for (char32_t const c : std::u32string_view{U"森かカ。「（ー"}) EXPECT_TRUE(chain.is_for(japanese, c)) << static_cast<std::uint32_t>(c);
  for (char32_t const c : {U'a', U'→', U'ש', U'한'}) EXPECT_FALSE(chain.is_for(japanese, c)) << static_cast<std::uint32_t>(c);
  EXPECT_TRUE(chain.is_for(arabic, U'س'));
  EXPECT_TRUE(chain.is_for(arabic, U'،')) << "a comma of several scripts, this one among them";
  EXPECT_TRUE(chain.is_for(math, U'س')) << "the others may be asked for anything";
}

TEST(Library, SmallLettersAreMatchedWithinLimits) {
  Real real;
  auto const face = [&](std::string_view family) { return real.first({family}).id; };
  auto const lato = real.first({"Lato"}).metrics.x_height, inter = real.first({"Inter"}).metrics.x_height;
  EXPECT_EQ(real.library->matching_size(face("Lato"), face("Inter")), Em::ratio(lato.raw(), inter.raw()));
  EXPECT_EQ(real.library->matching_size(face("EB Garamond"), face("Inter")), Em::milli(850));
  EXPECT_EQ(real.library->matching_size(face("Inter"), face("EB Garamond")), Em::milli(1150));
  EXPECT_EQ(real.library->matching_size(face("Inter"), face("Inter")), Em::raw(Em::one));
  EXPECT_EQ(real.library->x_height("serif"), 429);
  EXPECT_EQ(real.library->x_height("Inter"), 545);
  EXPECT_EQ(real.library->x_height("Nobody"), 0);
  EXPECT_TRUE(real.library->plays("JetBrains Mono", "mono"));
  EXPECT_FALSE(real.library->plays("Inter", "mono"));
  EXPECT_FALSE(real.library->has_family("script")) << "no role that a layout may ask for";
}

TEST(Library, GivesTheSameChainAgain) {
  Real real;
  auto const& chain = real.library->chain({"serif"}, *real.world, real.diagnostics);
  for (std::uint16_t weight = 100; weight < 900; weight = static_cast<std::uint16_t>(weight + 10)) {
    real.library->chain({"sans", weight}, *real.world, real.diagnostics);
  }
  EXPECT_EQ(&chain, &real.library->chain({"serif"}, *real.world, real.diagnostics));
}

TEST(Library, OpensFallbackFacesOnlyWhenToldTo) {
  Real real;
  auto const& chain = real.library->chain({"serif"}, *real.world, real.diagnostics);
  auto const math =
      *std::find_if(chain.faces.begin(), chain.faces.end(), [&](auto id) { return real.library->face(id).family == "Noto Sans Math"; });
  EXPECT_EQ(real.library->face(math).hb_face, nullptr);
  EXPECT_EQ(real.library->nominal_glyph(math, U'𝒪'), 0U);
  EXPECT_TRUE(real.library->open(math, *real.world, real.diagnostics));
  EXPECT_NE(real.library->nominal_glyph(math, U'𝒪'), 0U);
}

TEST(Library, ReadsMetrics) {
  Real real;
  auto const& metrics = real.first({"serif"}).metrics;
  EXPECT_EQ(metrics.units_per_em, 1000U);
  EXPECT_EQ(metrics.x_height, Em::milli(429));
  EXPECT_EQ(metrics.cap_height, Em::milli(658));
  EXPECT_EQ(metrics.ascender, Em::milli(894));
  EXPECT_EQ(metrics.descender, Em::milli(-246));
  EXPECT_LT(metrics.underline_position, Em{});
  EXPECT_EQ(metrics.italic_angle_degrees, Em{});
  EXPECT_EQ(real.first({"serif", 400, Slope::Italic}).metrics.italic_angle_degrees, Em::raw(-12 * Em::one));
  EXPECT_TRUE(real.first({"serif"}).cff);
  EXPECT_FALSE(real.first({"Noto Serif"}).cff);
}

TEST(Library, EveryFaceHasTheFeaturesThatTheCatalogueNames) {
  Real real;
  std::set<std::string> files;
  for (auto const& face : real.library->list()) {
    ASSERT_TRUE(face.present) << face.file << " is in " << face.package;
    EXPECT_FALSE(face.other_digest) << face.file;
    auto const& open = real.first({face.family, face.weight, face.slope});
    EXPECT_EQ(open.weight, face.weight) << face.file;
    files.insert(face.file);
    if (face.slope == Slope::Upright && face.weight == 400 && face.x_height != 0) {
      EXPECT_EQ(base::Length::divide(std::int64_t{open.metrics.x_height.raw()} * 1000, Em::one), face.x_height) << face.file;
    }
    for (std::size_t at = 0; face.features != "none" && at < face.features.size(); at += 5) {
      EXPECT_TRUE(real.library->has_feature(open.id, face.features.substr(at, 4))) << face.file << ' ' << face.features.substr(at, 4);
    }
    EXPECT_FALSE(real.library->has_feature(open.id, "XYZW"));
    // Law 6 of machine-readability: parsers look for these words in the printed name.
    EXPECT_EQ(open.weight >= 600, open.postscript_name.find("Bold") != std::string::npos) << open.postscript_name;
    EXPECT_EQ(open.slope == Slope::Italic, open.postscript_name.find("Italic") != std::string::npos) << open.postscript_name;
  }
  EXPECT_EQ(files.size(), 78U);
}

TEST(Library, UnknownFamilyGivesTheSerifOne) {
  Real real;
  EXPECT_FALSE(real.library->has_family("Linux Libertin"));
  EXPECT_TRUE(real.library->has_family("LINUX LIBERTINE"));
  EXPECT_TRUE(real.library->has_family("sans"));
  EXPECT_EQ(real.first({"Linux Libertin", 700}).postscript_name, "LinuxLibertine-Bold");
  EXPECT_THAT(kinds(real.diagnostics), IsEmpty()) << "the caller knows the place";
}

TEST(Library, MissingFaceIsReportedOnceWithPackageAndSubstitute) {
  auto files = testing::square_font_files();
  files.assets.erase("fonts/square-bold.ttf");
  Memory memory{std::move(files)};
  EXPECT_EQ(memory.first({"serif", 700}).postscript_name, "Square-Regular");
  memory.chain({"sans", 800});
  ASSERT_THAT(kinds(memory.diagnostics), ElementsAre("font-missing"));
  EXPECT_THAT(memory.diagnostics.begin()->message, HasSubstr("square-bold.ttf"));
  EXPECT_THAT(memory.diagnostics.begin()->hints, Contains(HasSubstr("package `resumec`")));
  EXPECT_THAT(memory.diagnostics.begin()->hints, Contains(HasSubstr("`Square-Regular` is used instead")));
}

TEST(Library, ManifestSaysWhatIsMissingOrAnotherFile) {
  auto files = testing::square_font_files();
  files.assets["fonts/manifest.txt"] = "0123\t5\tsquare.ttf\n";
  Memory memory{std::move(files)};
  auto const list = memory.library->list();
  ASSERT_THAT(list, SizeIs(2));
  EXPECT_TRUE(list[0].present);
  EXPECT_TRUE(list[0].other_digest);
  EXPECT_FALSE(list[1].present);
  Diagnostics diagnostics;
  memory.library->check(diagnostics);
  EXPECT_THAT(kinds(diagnostics), ElementsAre("font-digest", "font-missing"));
}

TEST(Library, WithoutAnyFontThereIsStillAChain) {
  Memory memory{{}};
  auto const& chain = memory.chain({"serif"});
  ASSERT_THAT(chain.faces, SizeIs(1));
  EXPECT_EQ(memory.library->nominal_glyph(chain.faces[0], U'a'), 0U);
  EXPECT_EQ(memory.library->advance(chain.faces[0], 5), 0);
  EXPECT_FALSE(memory.library->has_feature(chain.faces[0], "kern"));
  EXPECT_THAT(kinds(memory.diagnostics), Contains("no-fonts"));
  std::uint32_t const glyphs[] = {0};
  EXPECT_FALSE(subset(memory.library->face(chain.faces[0]), glyphs).has_value());
}

TEST(FontDigests, FollowCatalogueFacesAndUserFonts) {
  FontDigests digests;  // one for all: what it remembers of one world must not pass for another's
  auto const digest = [&](MemoryFiles files) { return digests.of(*memory_world(std::move(files))); };
  auto const plain = testing::square_font_files();
  auto other_bytes = plain, other_catalogue = plain, with_user_font = plain, other_user_font = plain;
  other_bytes.assets["fonts/manifest.txt"][0] ^= 1;
  other_catalogue.assets["fonts/catalogue.txt"] += "fallback\tany\tSquare\n";
  with_user_font.user_fonts["mine.ttf"] = plain.assets.at("fonts/square.ttf");
  other_user_font.user_fonts["mine.ttf"] = plain.assets.at("fonts/square-bold.ttf");
  std::set<base::Digest> const all{digest(plain), digest(other_bytes), digest(other_catalogue), digest(with_user_font),
                                   digest(other_user_font)};
  EXPECT_EQ(all.size(), 5U);
  EXPECT_EQ(digest(plain), digest(plain));
}

TEST(Library, UserFontsAreKnownByTheNamesInThem) {
  MemoryFiles files;
  auto const square = testing::square_font_files();
  files.user_fonts["a.ttf"] = square.assets.at("fonts/square.ttf");
  files.user_fonts["b.ttf"] = square.assets.at("fonts/square-bold.ttf");
  files.assets["fonts/catalogue.txt"] = "# none\n";
  Memory memory{std::move(files)};
  EXPECT_THAT(memory.library->family_names(), ElementsAre("Square"));
  EXPECT_EQ(memory.first({"Square", 700}).postscript_name, "Square-Bold");
  EXPECT_EQ(memory.first({"square", 400}).weight, 400);
  EXPECT_THAT(memory.library->list(), SizeIs(2));
  EXPECT_THAT(memory.library->list().front().sha256, IsEmpty());
  EXPECT_THAT(kinds(memory.diagnostics), IsEmpty());
}

TEST(Library, UserFontComesBeforeTheCatalogueOfTheSameName) {
  auto files = testing::square_font_files();
  files.user_fonts["mine.ttf"] = files.assets.at("fonts/square.ttf");
  patch(files.user_fonts["mine.ttf"], "OS/2", 86, 321);
  Memory memory{std::move(files)};
  EXPECT_EQ(memory.first({"Square"}).metrics.x_height, Em::milli(321));
  EXPECT_EQ(memory.first({"serif"}).metrics.x_height, Em::milli(321)) << "the role still leads to the family";
  EXPECT_EQ(memory.first({"Square", 700}).postscript_name, "Square-Bold");
}

TEST(Library, BoldUserFontWithoutTheWordGetsItInItsPrintedName) {
  MemoryFiles files;
  auto& font = files.user_fonts["mine.ttf"] = testing::square_font_files().assets.at("fonts/square.ttf");
  patch(font, "OS/2", 4, 800);
  patch(font, "OS/2", 62, 0x21);
  Memory memory{std::move(files)};
  EXPECT_EQ(memory.first({"Square", 800, Slope::Italic}).postscript_name, "Square-BoldItalic");
}

TEST(Library, LicenceBitsKeepAFontOut) {
  for (std::uint16_t const type : std::initializer_list<std::uint16_t>{0x0002, 0x0100, 0x0200}) {
    MemoryFiles files;
    auto& font = files.user_fonts["mine.ttf"] = testing::square_font_files().assets.at("fonts/square.ttf");
    patch(font, "OS/2", 8, type);
    Memory memory{std::move(files)};
    EXPECT_FALSE(memory.library->has_family("Square")) << type;
    EXPECT_THAT(kinds(memory.diagnostics), Contains("font-not-embeddable")) << type;
  }
  MemoryFiles files;
  auto& font = files.user_fonts["mine.ttf"] = testing::square_font_files().assets.at("fonts/square.ttf");
  patch(font, "OS/2", 8, 0x0008);  // editable embedding
  Memory memory{std::move(files)};
  EXPECT_TRUE(memory.library->has_family("Square"));
  EXPECT_THAT(kinds(memory.diagnostics), Not(Contains("font-not-embeddable")));
}

TEST(Library, AdvancesAndGlyphsOfTheSquareFont) {
  Memory memory{testing::square_font_files()};
  auto const id = memory.first({"serif"}).id;
  EXPECT_EQ(memory.library->advance(id, memory.library->nominal_glyph(id, U'W')), 1000);
  EXPECT_EQ(memory.library->advance(id, memory.library->nominal_glyph(id, U'ж')), 1000);
  EXPECT_EQ(memory.library->advance(id, memory.library->nominal_glyph(id, U' ')), 500);
  EXPECT_EQ(memory.library->nominal_glyph(id, U'ש'), 0U);
  EXPECT_EQ(memory.library->advance(id, 60'000), 0);
  EXPECT_NE(memory.library->nominal_glyph(id, U'a'), memory.library->nominal_glyph(id, U'b'));
}

}  // namespace
}  // namespace resumec::fonts

#include "driver/record.hpp"

#include "resumec/worlds.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

/// A world where something asked for an overlay, a photo that is not there and a layout.
struct Asked {
  explicit Asked(MemoryFiles files = {}) : world{memory_world(std::move(files))} { source = world->add("cv.yaml", "name: Mara Quill\n"); }
  static MemoryFiles files() {
    MemoryFiles files;
    files.files["sea.yaml"] = "name: At Sea\n";
    files.assets["layouts/classic.xml"] = "<layout/>";
    return files;
  }
  std::string record() {
    AskedWorld asked{*world};
    for (int twice = 0; twice < 2; ++twice) {
      asked.open("sea.yaml");
      asked.read("mara.png");
      asked.asset("layouts/classic.xml");
      asked.asset("fonts/a.otf");
    }
    return make_record(*world, source, planned, "%PDF", facts, asked.questions());
  }
  bool holds(std::string const& record, std::string_view output = "%PDF") {
    return check_record(*world, source, planned, {output, record}) == facts;
  }
  std::unique_ptr<World> world;
  SourceId source;
  PlannedOutput planned;
  PageFacts facts{3, {base::Length::pt(595), base::Length::pt(842)}, 613, 2};
};

TEST(Record, HoldsInAnotherWorldWithTheSameAnswers) {
  auto const record = Asked{Asked::files()}.record();
  EXPECT_EQ(record.substr(record.find('\n') + 1), "o sea.yaml\nr mara.png\na layouts/classic.xml\n");
  EXPECT_TRUE(Asked{Asked::files()}.holds(record));
}

TEST(Record, AnyOtherAnswerEndsIt) {
  auto const record = Asked{Asked::files()}.record();
  auto files = Asked::files();
  files.files["sea.yaml"] += "#";
  EXPECT_FALSE(Asked{files}.holds(record));
  files = Asked::files();
  files.files.erase("sea.yaml");
  EXPECT_FALSE(Asked{files}.holds(record));
  files = Asked::files();
  files.files["mara.png"] = "";  // it was not there
  EXPECT_FALSE(Asked{files}.holds(record));
  files = Asked::files();
  files.assets["layouts/classic.xml"] = "<layout />";
  EXPECT_FALSE(Asked{files}.holds(record));
  files = Asked::files();
  files.user_fonts["a.otf"] = "font";
  EXPECT_FALSE(Asked{files}.holds(record));
  files = Asked::files();
  files.source_date_epoch = 0;
  EXPECT_FALSE(Asked{files}.holds(record));
}

TEST(Record, AnyOtherOptionEndsIt) {
  auto const record = Asked{Asked::files()}.record();
  auto const refuses = [&](auto change) {
    Asked asked{Asked::files()};
    change(asked.planned);
    return !asked.holds(record);
  };
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.format = OutputFormat::Text; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.layout = "classic"; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.lang = "nl"; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.variant = "nl"; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.settings = {{"a", "b"}}; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.strictness = Strictness::Strict; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.output = 0; }));
  EXPECT_TRUE(refuses([](PlannedOutput& planned) { planned.options.max_pages = 0; }));
}

TEST(Record, SoDoesAnotherOutputOrSource) {
  Asked asked{Asked::files()};
  auto const record = asked.record();
  EXPECT_FALSE(asked.holds(record, "%PDF "));
  EXPECT_FALSE(asked.holds(record, ""));
  asked.source = asked.world->add("cv.yaml", "name: Mara Quill \n");
  EXPECT_FALSE(asked.holds(record));
}

TEST(Record, NoPartOfItIsBelievedAlone) {
  Asked asked{Asked::files()};
  auto const record = asked.record();
  for (std::size_t at = 0; at < record.size(); ++at) {
    auto other = record;
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_FALSE(asked.holds(other)) << at;
    EXPECT_FALSE(asked.holds(record.substr(0, at)) && at + 1 != record.size()) << at;
  }
}

TEST(Record, APathWithALineEndHasNone) {
  Asked asked;
  AskedWorld world{*asked.world};
  world.open("a\nb");
  EXPECT_EQ(make_record(*asked.world, asked.source, asked.planned, "", {}, world.questions()), "");
}

}  // namespace
}  // namespace resumec::driver

#include "resumec/worlds.hpp"

#include <gmock/gmock.h>

namespace resumec::source {
namespace {

using Reason = FileError::Reason;

template <class T>
Reason reason(FileResult<T> const& result) {
  auto const* const error = std::get_if<FileError>(&result);
  EXPECT_NE(error, nullptr) << "the file was read";
  return error != nullptr ? error->reason : Reason::Unreadable;
}

std::unique_ptr<World> sample() {
  return memory_world({.files = {{"cv.yaml", "name: Bob"}, {"photos/bob.png", "PNG"}},
                       .assets = {{"fonts/a.ttf", "A"}},
                       .user_fonts = {{"z.otf", "Z"}, {"b.ttf", "B"}},
                       .source_date_epoch = 17});
}

TEST(MemoryWorld, OpensTextsOnce) {
  auto const world = sample();
  auto const id = std::get<SourceId>(world->open("cv.yaml"));
  EXPECT_EQ(world->text(id), "name: Bob");
  EXPECT_EQ(world->name(id), "cv.yaml");
  EXPECT_EQ(std::get<SourceId>(world->open("./photos/../cv.yaml")), id);
  auto const added = world->add("<stdin>", "x: 1");
  EXPECT_NE(added, id);
  EXPECT_EQ(world->text(added), "x: 1");
  EXPECT_EQ(world->name(added), "<stdin>");
}

TEST(MemoryWorld, RefusesAsTheDiskDoes) {
  auto const world = sample();
  EXPECT_EQ(reason(world->open("no.yaml")), Reason::NotFound);
  EXPECT_EQ(reason(world->open("")), Reason::NotFound);
  EXPECT_EQ(reason(world->open("/cv.yaml")), Reason::OutsideRoot);
  EXPECT_EQ(reason(world->read("../cv.yaml")), Reason::OutsideRoot);
  EXPECT_EQ(reason(world->read("photos")), Reason::NotAFile);
  EXPECT_EQ(reason(world->open(".")), Reason::NotAFile);
  EXPECT_EQ(reason(world->asset("cv.yaml")), Reason::NotFound);
  EXPECT_EQ(reason(world->user_font("x.ttf")), Reason::NotFound);
}

TEST(MemoryWorld, GivesBytesThatOutliveIt) {
  auto world = sample();
  auto const photo = std::get<Blob>(world->read("photos/bob.png"));
  EXPECT_EQ(std::get<Blob>(world->read("photos/bob.png")).bytes.data(), photo.bytes.data());
  EXPECT_EQ(std::get<Blob>(world->asset("fonts/a.ttf")).bytes, "A");
  EXPECT_THAT(world->user_fonts(), testing::ElementsAre("b.ttf", "z.otf"));
  EXPECT_EQ(std::get<Blob>(world->user_font("z.otf")).bytes, "Z");
  EXPECT_EQ(world->source_date_epoch(), 17);
  world.reset();
  EXPECT_EQ(photo.bytes, "PNG");
}

}  // namespace
}  // namespace resumec::source

#include "resumec/worlds.hpp"

#include <gmock/gmock.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace resumec::source {
namespace {

namespace fs = std::filesystem;
using Reason = FileError::Reason;

template <class T>
Reason reason(FileResult<T> const& result) {
  auto const* const error = std::get_if<FileError>(&result);
  EXPECT_NE(error, nullptr) << "the file was read";
  return error != nullptr ? error->reason : Reason::Unreadable;
}

/// A folder of its own for each test, gone afterwards.
class DiskWorldTest : public testing::Test {
 protected:
  DiskWorldTest() {
    std::string pattern = (fs::temp_directory_path() / "resumec-test-XXXXXX").string();
    base_ = ::mkdtemp(pattern.data());
    fs::create_directories(root());
  }
  ~DiskWorldTest() override {
    std::error_code ignored;
    fs::remove_all(base_, ignored);
  }

  fs::path base() const { return base_; }
  fs::path root() const { return base_ / "cv"; }

  void write(fs::path const& path, std::string_view text) const {
    fs::create_directories((base_ / path).parent_path());
    std::ofstream{base_ / path, std::ios::binary} << text;
  }

  std::unique_ptr<World> world() const {
    DiskOptions options;
    options.root = root().string();
    options.share_dir = (base_ / "share").string();
    options.font_dirs = {(base_ / "more").string(), (base_ / "fonts").string()};
    options.source_date_epoch = 86400;
    options.text_limit = 100;
    return disk_world(std::move(options));
  }

 private:
  fs::path base_;
};

TEST_F(DiskWorldTest, OpensTextsOfTheRoot) {
  write("cv/cv.yaml", "name: Bob\r\n");
  write("cv/parts/work.yaml", "");
  auto const w = world();
  auto const id = std::get<SourceId>(w->open("cv.yaml"));
  EXPECT_EQ(w->text(id), "name: Bob\r\n");
  EXPECT_EQ(w->name(id), "cv.yaml");
  EXPECT_EQ(std::get<SourceId>(w->open("cv.yaml")), id);
  EXPECT_EQ(std::get<SourceId>(w->open("parts/../cv.yaml")), id) << "the same file by another path";
  auto const part = std::get<SourceId>(w->open("parts/work.yaml"));
  EXPECT_NE(part, id);
  EXPECT_EQ(w->text(part), "");
  EXPECT_EQ(w->name(part), "parts/work.yaml");
  EXPECT_EQ(w->source_date_epoch(), 86400);
}

TEST_F(DiskWorldTest, NamesInMessagesHaveThePrefix) {
  write("cv/cv.yaml", "x");
  auto const w = disk_world({.root = root().string(), .display_prefix = "letters/"});
  EXPECT_EQ(w->name(std::get<SourceId>(w->open("cv.yaml"))), "letters/cv.yaml");
}

TEST_F(DiskWorldTest, AnswersDoNotChange) {
  write("cv/cv.yaml", "first");
  auto const w = world();
  auto const id = std::get<SourceId>(w->open("cv.yaml"));
  EXPECT_EQ(reason(w->open("late.yaml")), Reason::NotFound);
  EXPECT_EQ(std::get<Blob>(w->read("cv.yaml")).bytes, "first");
  write("cv/cv.yaml", "second");
  write("cv/late.yaml", "late");
  EXPECT_EQ(std::get<SourceId>(w->open("cv.yaml")), id);
  EXPECT_EQ(w->text(id), "first");
  EXPECT_EQ(reason(w->open("late.yaml")), Reason::NotFound);
  EXPECT_EQ(std::get<Blob>(w->read("cv.yaml")).bytes, "first");
}

TEST_F(DiskWorldTest, RefusesWhatIsNotThereOrNoFile) {
  write("cv/cv.yaml", "x");
  write("cv/large.yaml", std::string(101, 'x'));
  write("cv/full.yaml", std::string(100, 'x'));
  ASSERT_EQ(::mkfifo((root() / "pipe").c_str(), 0600), 0);
  fs::create_symlink("loop", root() / "loop");
  auto const w = world();
  EXPECT_EQ(reason(w->open("")), Reason::NotFound);
  EXPECT_EQ(reason(w->open("none.yaml")), Reason::NotFound);
  EXPECT_EQ(reason(w->open("none/none.yaml")), Reason::NotFound);
  EXPECT_EQ(reason(w->open("cv.yaml/x")), Reason::NotFound);
  EXPECT_EQ(reason(w->open(std::string_view{"cv.yaml\0x", 9})), Reason::NotFound);
  EXPECT_EQ(reason(w->open(".")), Reason::NotAFile);
  EXPECT_EQ(reason(w->read("pipe")), Reason::NotAFile) << "a pipe must not block";
  EXPECT_EQ(reason(w->open("loop")), Reason::Unreadable);
  EXPECT_EQ(reason(w->open(std::string(300, 'x'))), Reason::Unreadable);
  EXPECT_EQ(reason(w->open("large.yaml")), Reason::TooLarge);
  EXPECT_TRUE(std::holds_alternative<SourceId>(w->open("full.yaml")));
}

TEST_F(DiskWorldTest, RefusesWhatLiesOutside) {
  write("secret.yaml", "secret");
  write("cvx/secret.yaml", "secret");
  write("cv/cv.yaml", "x");
  fs::create_directories(root() / "parts");
  fs::create_symlink("../secret.yaml", root() / "link.yaml");
  fs::create_symlink("..", root() / "up");
  fs::create_symlink("../cv.yaml", root() / "parts/inside.yaml");
  auto const w = world();
  for (std::string const path : {"../secret.yaml", "parts/../../secret.yaml", "../cvx/secret.yaml", "link.yaml", "up/secret.yaml",
                                 "../none.yaml", "none/../../secret.yaml", "up/none.yaml", "/etc/hostname", "/"}) {
    EXPECT_EQ(reason(w->open(path)), Reason::OutsideRoot) << path;
    EXPECT_EQ(reason(w->read(path)), Reason::OutsideRoot) << path;
  }
  EXPECT_EQ(reason(w->open((root() / "cv.yaml").string())), Reason::OutsideRoot) << "absolute paths are refused even within";
  EXPECT_EQ(w->text(std::get<SourceId>(w->open("parts/inside.yaml"))), "x");
  EXPECT_EQ(w->text(std::get<SourceId>(w->open("../cv/cv.yaml"))), "x");
}

TEST_F(DiskWorldTest, ReadsFilesThatTheCommandLineNames) {
  write("secret.yaml", "secret");
  DiskOptions options;
  options.root = root().string();
  auto const outside = (root() / ".." / "secret.yaml").string();
  options.named = {outside};
  auto const w = disk_world(std::move(options));
  auto const opened = w->open(outside);
  ASSERT_TRUE(std::holds_alternative<SourceId>(opened));
  EXPECT_EQ(w->text(std::get<SourceId>(opened)), "secret");
  EXPECT_EQ(w->name(std::get<SourceId>(opened)), outside);
  EXPECT_EQ(reason(w->open("../secret.yaml")), Reason::OutsideRoot);
  auto const used = w->files_used();
  EXPECT_TRUE(std::any_of(used.begin(), used.end(), [&](FileUse const& use) { return use.path == outside; }));
}

TEST_F(DiskWorldTest, DeniedFilesSaySo) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser may read everything";
  write("cv/denied.yaml", "x");
  write("cv/closed/x.yaml", "x");
  fs::permissions(root() / "denied.yaml", fs::perms::none);
  fs::permissions(root() / "closed", fs::perms::none);
  auto const w = world();
  EXPECT_EQ(reason(w->open("denied.yaml")), Reason::Denied);
  EXPECT_EQ(reason(w->open("closed/x.yaml")), Reason::Denied);
  fs::permissions(root() / "closed", fs::perms::owner_all);
}

TEST_F(DiskWorldTest, ReadsAssetsOfTheProgram) {
  write("share/layouts/classic.xml", "<layout/>");
  write("share/fonts/empty.ttf", "");
  write("elsewhere.ttf", "font");
  fs::create_symlink("../../elsewhere.ttf", base() / "share/fonts/linked.ttf");
  auto w = world();
  auto const layout = std::get<Blob>(w->asset("layouts/classic.xml"));
  EXPECT_EQ(layout.bytes, "<layout/>");
  EXPECT_EQ(std::get<Blob>(w->asset("fonts/empty.ttf")).bytes, "");
  EXPECT_EQ(std::get<Blob>(w->asset("fonts/linked.ttf")).bytes, "font") << "a distribution may link its fonts";
  EXPECT_EQ(reason(w->asset("layouts/none.xml")), Reason::NotFound);
  EXPECT_EQ(reason(w->asset("layouts")), Reason::NotAFile);
  EXPECT_EQ(reason(w->asset("../elsewhere.ttf")), Reason::OutsideRoot);
  EXPECT_EQ(reason(w->asset("/etc/hostname")), Reason::OutsideRoot);
  w.reset();
  EXPECT_EQ(layout.bytes, "<layout/>") << "bytes outlive the world";
}

TEST_F(DiskWorldTest, ListsTheFontsOfTheUser) {
  write("more/b.ttf", "more b");
  write("fonts/b.ttf", "fonts b");
  write("fonts/c.OTF", "c");
  write("fonts/readme.txt", "no font");
  write("fonts/.ttf", "no name");
  fs::create_directories(base() / "fonts/folder.ttf");
  write("cv/fonts/a.otf", "a");
  write("cv/fonts/c.OTF", "later c");
  write("secret.ttf", "secret");
  fs::create_symlink("../../secret.ttf", root() / "fonts/secret.ttf");
  auto const w = world();
  EXPECT_THAT(w->user_fonts(), testing::ElementsAre("a.otf", "b.ttf", "c.OTF"));
  EXPECT_EQ(std::get<Blob>(w->user_font("a.otf")).bytes, "a");
  EXPECT_EQ(std::get<Blob>(w->user_font("b.ttf")).bytes, "more b");
  EXPECT_EQ(std::get<Blob>(w->user_font("c.OTF")).bytes, "c");
  EXPECT_EQ(reason(w->user_font("secret.ttf")), Reason::NotFound);
  EXPECT_EQ(reason(w->user_font("../secret.ttf")), Reason::NotFound);
  write("more/new.ttf", "new");
  EXPECT_EQ(w->user_fonts().size(), 3U) << "answers do not change";
}

TEST_F(DiskWorldTest, WithoutFoldersThereIsNothing) {
  auto const w =
      disk_world({.root = (base() / "none").string(), .font_dirs = {(base() / "none").string()}, .share_dir = (base() / "none").string()});
  EXPECT_EQ(reason(w->open("cv.yaml")), Reason::NotFound);
  EXPECT_EQ(reason(w->asset("fonts/a.ttf")), Reason::NotFound);
  EXPECT_TRUE(w->user_fonts().empty());
}

TEST_F(DiskWorldTest, TheWholeDiskMayBeTheRoot) {
  write("cv/cv.yaml", "x");
  auto const w = disk_world({.root = "/"});
  auto const path = fs::canonical(root() / "cv.yaml").relative_path().string();
  EXPECT_EQ(w->text(std::get<SourceId>(w->open(path))), "x");
}

/// Paths below the test's folder, with a sign for what was found.
std::vector<std::string> uses_of(World const& world, fs::path const& base) {
  std::vector<std::string> uses;
  for (auto const& use : world.files_used()) {
    auto const* const sign = use.kind == FileUse::Kind::File ? "" : use.kind == FileUse::Kind::Folder ? "/" : "?";
    uses.push_back(fs::relative(use.path, base).string() + sign);
  }
  return uses;
}

TEST_F(DiskWorldTest, NotesEveryFileThatWasAskedFor) {
  write("cv/cv.yaml", "name: A");
  write("cv/fonts/mine.ttf", "x");
  write("cv/fonts/other.otf", "x");
  write("more/third.ttf", "x");
  write("share/layouts/classic.xml", "<layout/>");
  auto const world = this->world();
  EXPECT_TRUE(world->files_used().empty());
  world->open("cv.yaml");
  world->open("./cv.yaml");
  world->read("photo.jpg");
  world->open("../secret.yaml");
  world->asset("layouts/classic.xml");
  world->user_fonts();
  world->user_font("mine.ttf");
  world->user_font("third.ttf");
  EXPECT_THAT(uses_of(*world, base()), testing::UnorderedElementsAre("cv/cv.yaml", "cv/fonts/", "cv/fonts/mine.ttf", "cv/photo.jpg?",
                                                                     "fonts/", "more/", "more/third.ttf", "share/layouts/classic.xml"));
}

TEST_F(DiskWorldTest, NotesAFolderOfFontsThatMayStillCome) {
  auto const world = this->world();
  world->user_fonts();
  EXPECT_THAT(uses_of(*world, base()), testing::Contains("cv/fonts?"));
}

TEST_F(DiskWorldTest, AUsersFontMayBeOverwrittenWhileItIsInUse) {
  write("cv/fonts/mine.ttf", "as it was");
  auto const world = this->world();
  auto const blob = std::get<Blob>(world->user_font("mine.ttf"));
  fs::resize_file(root() / "fonts" / "mine.ttf", 0);
  EXPECT_EQ(blob.bytes, "as it was");
}

TEST_F(DiskWorldTest, TheSameAddedTextHasOneId) {
  auto const world = this->world();
  auto const first = world->add("--set", "headline=A");
  EXPECT_EQ(world->add("--set", "headline=A"), first);
  EXPECT_NE(world->add("--set", "headline=B"), first);
  EXPECT_NE(world->add("--set headline", "headline=A"), first);
}

TEST_F(DiskWorldTest, ASynchronizedWorldGivesTheSameAnswers) {
  write("cv/cv.yaml", "name: A");
  write("cv/photo.jpg", "bytes");
  auto const world = this->world();
  auto const shared = synchronized_world(*world);
  auto const id = std::get<SourceId>(shared->open("cv.yaml"));
  EXPECT_EQ(id, std::get<SourceId>(world->open("cv.yaml")));
  EXPECT_EQ(shared->text(id), "name: A");
  EXPECT_EQ(shared->name(id), world->name(id));
  EXPECT_EQ(std::get<Blob>(shared->read("photo.jpg")).bytes, "bytes");
  EXPECT_EQ(shared->source_date_epoch(), world->source_date_epoch());
  EXPECT_EQ(shared->files_used(), world->files_used());
}

}  // namespace
}  // namespace resumec::source

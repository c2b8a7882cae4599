// One world for several threads. Texts and bytes that it hands out never move, so only the questions need a lock.
#include "resumec/worlds.hpp"

#include <mutex>

namespace resumec::source {

namespace {

class SynchronizedWorld final : public World {
 public:
  explicit SynchronizedWorld(World& world) : world_{world} {}

  FileResult<SourceId> open(std::string_view path) override {
    std::scoped_lock const lock{mutex_};
    return world_.open(path);
  }
  SourceId add(std::string name, std::string text) override {
    std::scoped_lock const lock{mutex_};
    return world_.add(std::move(name), std::move(text));
  }
  std::string_view text(SourceId id) const override {
    std::scoped_lock const lock{mutex_};
    return world_.text(id);
  }
  std::string_view name(SourceId id) const override {
    std::scoped_lock const lock{mutex_};
    return world_.name(id);
  }
  FileResult<Blob> read(std::string_view path) override {
    std::scoped_lock const lock{mutex_};
    return world_.read(path);
  }
  FileResult<Blob> asset(std::string_view path) override {
    std::scoped_lock const lock{mutex_};
    return world_.asset(path);
  }
  std::vector<std::string> user_fonts() override {
    std::scoped_lock const lock{mutex_};
    return world_.user_fonts();
  }
  FileResult<Blob> user_font(std::string_view name) override {
    std::scoped_lock const lock{mutex_};
    return world_.user_font(name);
  }
  std::optional<std::int64_t> source_date_epoch() const override {
    std::scoped_lock const lock{mutex_};
    return world_.source_date_epoch();
  }
  std::vector<FileUse> files_used() const override {
    std::scoped_lock const lock{mutex_};
    return world_.files_used();
  }

 private:
  World& world_;
  mutable std::mutex mutex_;
};

}  // namespace

}  // namespace resumec::source

namespace resumec {

std::unique_ptr<World> synchronized_world(World& world) { return std::make_unique<source::SynchronizedWorld>(world); }

}  // namespace resumec

// What making an output asked of the world, so that the next call can see that none of the answers has changed before it reads the source.
//
// An output is a function of the program, the options and the answers of the world, which is the only road to files and fonts. Whoever asks
// the same questions again and gets the same answers need not compute: what would come out is what came out. The first question does not
// depend on an answer, and every other one only on those before it, so the questions themselves are the same as well.
#pragma once

#include "driver/page_facts.hpp"
#include "resumec/outputs.hpp"
#include "resumec/world.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::driver {

/// A file that was asked for. Fonts are not among them: FontDigests tells all of them at once.
struct Question {
  enum class Kind : char { Open = 'o', Read = 'r', Asset = 'a' };
  Kind kind;
  std::string path;
  friend bool operator==(Question const&, Question const&) = default;
};

/// Another world that notes what it is asked. `world` must outlive it.
class AskedWorld final : public World {
 public:
  explicit AskedWorld(World& world) : world_{world} {}
  std::vector<Question> const& questions() const { return questions_; }

  FileResult<SourceId> open(std::string_view path) override;
  FileResult<Blob> read(std::string_view path) override;
  FileResult<Blob> asset(std::string_view path) override;
  SourceId add(std::string name, std::string text) override { return world_.add(std::move(name), std::move(text)); }
  std::string_view text(SourceId id) const override { return world_.text(id); }
  std::string_view name(SourceId id) const override { return world_.name(id); }
  std::vector<std::string> user_fonts() override { return world_.user_fonts(); }
  FileResult<Blob> user_font(std::string_view name) override { return world_.user_font(name); }
  std::optional<std::int64_t> source_date_epoch() const override { return world_.source_date_epoch(); }
  std::vector<FileUse> files_used() const override { return world_.files_used(); }

 private:
  void note(Question::Kind kind, std::string_view path);

  World& world_;
  std::vector<Question> questions_;
};

/// A line with a digest of everything and the facts of the pages, then a line a question. Empty where a path has a line end.
std::string make_record(World& world, SourceId source, PlannedOutput const& planned, std::string_view output, PageFacts const& facts,
                        std::vector<Question> const& questions);

/// The pages of what stands there, if its record says that it was made from all of this, as it is now.
std::optional<PageFacts> check_record(World& world, SourceId source, PlannedOutput const& planned, Existing const& existing);

}  // namespace resumec::driver

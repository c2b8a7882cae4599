// A World without files, for tests and for hosts that have none. It refuses the same paths as the disk does.
#include "source/file_error.hpp"
#include "source/paths.hpp"
#include "resumec/worlds.hpp"
#include "source/source_map.hpp"

#include <utility>

namespace resumec::source {

namespace {

using Reason = FileError::Reason;
using Files = std::map<std::string, std::string, std::less<>>;

bool is_folder(Files const& files, std::string const& path) {
  auto const inside = files.lower_bound(path + '/');
  return path.empty() || (inside != files.end() && inside->first.starts_with(path + '/'));
}

/// The entry of a path, found under its normal form.
FileResult<Files::const_iterator> find(Files const& files, std::string_view path) {
  if (path.empty()) return file_error(Reason::NotFound);
  auto const inside = normalize_path(path);
  if (!inside) return file_error(Reason::OutsideRoot);
  auto const found = files.find(*inside);
  if (found != files.end()) return found;
  return file_error(is_folder(files, *inside) ? Reason::NotAFile : Reason::NotFound);
}

class MemoryWorld final : public World {
 public:
  explicit MemoryWorld(MemoryFiles files) : files_{std::move(files)} {}

  FileResult<SourceId> open(std::string_view path) override {
    auto const found = find(files_.files, path);
    if (auto const* const error = std::get_if<FileError>(&found)) return *error;
    auto const& [name, text] = *std::get<Files::const_iterator>(found);
    auto const known = opened_.find(name);
    if (known != opened_.end()) return known->second;
    auto const id = sources_.add(std::string{path}, text);
    opened_.emplace(name, id);
    return id;
  }

  SourceId add(std::string name, std::string text) override { return sources_.add(std::move(name), std::move(text)); }
  std::string_view text(SourceId id) const override { return sources_.text(id); }
  std::string_view name(SourceId id) const override { return sources_.name(id); }

  FileResult<Blob> read(std::string_view path) override { return blob(files_.files, path); }
  FileResult<Blob> asset(std::string_view path) override { return blob(files_.assets, path); }

  std::vector<std::string> user_fonts() override {
    std::vector<std::string> names;
    for (auto const& font : files_.user_fonts) names.push_back(font.first);
    return names;
  }
  FileResult<Blob> user_font(std::string_view name) override { return blob(files_.user_fonts, name); }

  std::optional<std::int64_t> source_date_epoch() const override { return files_.source_date_epoch; }

 private:
  /// The bytes live as long as this world, and as any blob of them.
  FileResult<Blob> blob(Files const& files, std::string_view path) {
    auto const found = find(files, path);
    if (auto const* const error = std::get_if<FileError>(&found)) return *error;
    auto const& bytes = std::get<Files::const_iterator>(found)->second;
    auto& kept = blobs_[&bytes];
    if (!kept.owner) kept = Blob::own(bytes);
    return kept;
  }

  MemoryFiles files_;
  SourceMap sources_;
  std::map<std::string, SourceId, std::less<>> opened_;
  std::map<std::string const*, Blob> blobs_;
};

}  // namespace

}  // namespace resumec::source

namespace resumec {

std::unique_ptr<World> memory_world(MemoryFiles files) { return std::make_unique<source::MemoryWorld>(std::move(files)); }

}  // namespace resumec

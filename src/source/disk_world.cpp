// The disk as a World. Every answer, refusals included, is remembered, so that a file that changes during a compilation cannot make
// two passes disagree.
#include "source/disk_file.hpp"
#include "source/file_error.hpp"
#include "source/paths.hpp"
#include "resumec/worlds.hpp"
#include "source/source_map.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace resumec::source {

namespace {

using Reason = FileError::Reason;

/// A photo of 64 MiB is already a mistake; the largest Noto font (CJK, all weights) has some 130 MB.
constexpr std::size_t file_limit = 64U << 20U;
constexpr std::size_t asset_limit = 256U << 20U;

/// Names of the fonts of a folder; a folder that cannot be read has none.
std::vector<std::string> fonts_of(std::string const& folder) {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry{folder, std::filesystem::directory_options::skip_permission_denied, error};
  for (; !error && entry != std::filesystem::directory_iterator{}; entry.increment(error)) {
    std::error_code ignored;
    auto name = entry->path().filename().string();
    if (is_font_name(name) && entry->is_regular_file(ignored)) names.push_back(std::move(name));
  }
  return names;
}

class DiskWorld final : public World {
 public:
  explicit DiskWorld(DiskOptions options) : options_{std::move(options)} {
    if (options_.root.empty()) options_.root = ".";
    root_ = canonical_path(options_.root);
  }

  FileResult<SourceId> open(std::string_view path) override {
    return remember(opened_, path, [&] { return open_new(path); });
  }

  SourceId add(std::string name, std::string text) override { return sources_.add(std::move(name), std::move(text)); }
  std::string_view text(SourceId id) const override { return sources_.text(id); }
  std::string_view name(SourceId id) const override { return sources_.name(id); }

  FileResult<Blob> read(std::string_view path) override {
    return remember(read_, path, [&]() -> FileResult<Blob> {
      auto bytes = read_below_root(path, file_limit);
      if (auto const* const error = std::get_if<FileError>(&bytes)) return *error;
      return Blob::own(std::move(std::get<std::string>(bytes)));
    });
  }

  /// Links may lead out of the program's own folder: a distribution keeps its fonts elsewhere.
  FileResult<Blob> asset(std::string_view path) override {
    return remember(assets_, path, [&]() -> FileResult<Blob> {
      auto const inside = normalize_path(path);
      if (!inside) return file_error(Reason::OutsideRoot);
      auto const file = options_.share_dir + '/' + *inside;
      return note(file, map_file(file, asset_limit));
    });
  }

  std::vector<std::string> user_fonts() override {
    find_user_fonts();
    std::vector<std::string> names;
    for (auto const& font : *user_fonts_) names.push_back(font.first);
    return names;
  }

  FileResult<Blob> user_font(std::string_view name) override {
    find_user_fonts();
    auto const found = user_fonts_->find(name);
    if (found == user_fonts_->end()) return file_error(Reason::NotFound);
    // Read, not mapped: an engine outlives many worlds, and fonts of the user's may be overwritten in place.
    return remember(fonts_, name, [&]() -> FileResult<Blob> {
      auto bytes = note(found->second, read_file(found->second, asset_limit));
      if (auto const* const error = std::get_if<FileError>(&bytes)) return *error;
      return Blob::own(std::move(std::get<std::string>(bytes)));
    });
  }

  std::optional<std::int64_t> source_date_epoch() const override { return options_.source_date_epoch; }

  std::vector<FileUse> files_used() const override {
    std::vector<FileUse> uses;
    for (auto const& [path, kind] : uses_) uses.push_back({path, kind});
    return uses;
  }

 private:
  template <class T>
  using Remembered = std::map<std::string, FileResult<T>, std::less<>>;

  template <class T, class Find>
  static FileResult<T> remember(Remembered<T>& answers, std::string_view path, Find find) {
    auto const known = answers.find(path);
    if (known != answers.end()) return known->second;
    return answers.emplace(path, find()).first->second;
  }

  FileResult<SourceId> open_new(std::string_view path) {
    auto const place = locate(path);
    if (auto const* const error = std::get_if<FileError>(&place)) return *error;
    auto const& file = std::get<std::string>(place);
    auto const known = by_place_.find(file);
    if (known != by_place_.end()) return known->second;
    auto text = read_below_root(path, options_.text_limit);
    if (auto const* const error = std::get_if<FileError>(&text)) return *error;
    auto const& prefix = is_named(path) ? std::string{} : options_.display_prefix;
    auto const id = sources_.add(prefix + std::string{path}, std::move(std::get<std::string>(text)));
    by_place_.emplace(file, id);
    return id;
  }

  /// Notes that a file was asked for, and whether it could be read.
  template <class T>
  FileResult<T> note(std::string const& path, FileResult<T> result) {
    uses_[path] = std::holds_alternative<T>(result) ? FileUse::Kind::File : FileUse::Kind::Missing;
    return result;
  }

  /// A path as the system is to be asked, from the working folder.
  std::string below_root(std::string_view path) const {
    if (is_named(path)) return std::string{path};
    auto const inside = normalize_path(path);
    auto const& name = inside ? *inside : std::string{path};
    return options_.root == "." ? name : options_.root + '/' + name;
  }

  FileResult<std::string> read_below_root(std::string_view path, std::size_t limit) {
    auto const place = locate(path);
    auto const* const refused = std::get_if<FileError>(&place);
    if (refused != nullptr && refused->reason == Reason::OutsideRoot) return *refused;
    return note(below_root(path), refused != nullptr ? FileResult<std::string>{*refused} : read_file(std::get<std::string>(place), limit));
  }

  /// On the command line: the user says so, not a file that somebody sent.
  bool is_named(std::string_view path) const {
    return std::find(options_.named.begin(), options_.named.end(), path) != options_.named.end();
  }

  /// Where a relative path leads, links followed, if that is within the root.
  FileResult<std::string> locate(std::string_view path) const {
    if (path.empty() || path.find('\0') != std::string_view::npos) return file_error(Reason::NotFound);
    if (is_named(path)) return canonical_path(std::string{path});
    if (path.starts_with('/')) return file_error(Reason::OutsideRoot);
    auto const* const root = std::get_if<std::string>(&root_);
    if (root == nullptr) return std::get<FileError>(root_);
    auto place = canonical_path(*root + '/' + std::string{path});
    if (auto const* const file = std::get_if<std::string>(&place); file != nullptr && !is_within(*file, *root)) {
      return file_error(Reason::OutsideRoot);
    }
    // What lies outside is not even looked for: another error would tell whether it exists.
    if (std::holds_alternative<FileError>(place) && !normalize_path(path)) return file_error(Reason::OutsideRoot);
    return place;
  }

  /// The folders of the command line first; of two files of one name the first counts.
  void find_user_fonts() {
    if (user_fonts_) return;
    user_fonts_.emplace();
    for (auto const& folder : options_.font_dirs) {
      uses_[folder] = FileUse::Kind::Folder;
      for (auto const& name : fonts_of(folder)) user_fonts_->emplace(name, folder + '/' + name);
    }
    auto const beside = locate("fonts");
    auto const* const folder = std::get_if<std::string>(&beside);
    std::error_code error;
    bool const there = folder != nullptr && std::filesystem::is_directory(*folder, error);
    uses_[below_root("fonts")] = there ? FileUse::Kind::Folder : FileUse::Kind::Missing;
    if (!there) return;
    for (auto const& name : fonts_of(*folder)) {
      auto const file = locate("fonts/" + name);
      if (std::holds_alternative<std::string>(file)) user_fonts_->emplace(name, below_root("fonts/" + name));
    }
  }

  DiskOptions options_;
  FileResult<std::string> root_;  ///< canonical
  SourceMap sources_;
  std::map<std::string, SourceId> by_place_;
  Remembered<SourceId> opened_;
  Remembered<Blob> read_, assets_, fonts_;
  std::map<std::string, FileUse::Kind> uses_;
  std::optional<std::map<std::string, std::string, std::less<>>> user_fonts_;  ///< name → path
};

}  // namespace

}  // namespace resumec::source

namespace resumec {

std::unique_ptr<World> disk_world(DiskOptions options) { return std::make_unique<source::DiskWorld>(std::move(options)); }

}  // namespace resumec

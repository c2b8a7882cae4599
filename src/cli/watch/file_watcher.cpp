#include "cli/watch/file_watcher.hpp"

#include "source/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace resumec::cli {

namespace {

/// The answer of a synchronous question to the file system; freed with it.
class Answer {
 public:
  using Question = int (*)(uv_loop_t*, uv_fs_t*, char const*, uv_fs_cb);
  Answer(Question ask, std::string const& path) : ok_{ask(nullptr, &request_, path.c_str(), nullptr) == 0} {}
  Answer(Answer const&) = delete;
  Answer& operator=(Answer const&) = delete;
  ~Answer() { uv_fs_req_cleanup(&request_); }

  explicit operator bool() const { return ok_; }
  uv_stat_t const& status() const { return request_.statbuf; }
  char const* path() const { return static_cast<char const*>(request_.ptr); }
  bool is(std::uint64_t type) const { return ok_ && (status().st_mode & S_IFMT) == type; }

 private:
  uv_fs_t request_{};
  bool ok_;
};

std::string folder_of(std::string const& path) {
  auto const slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string name_of(std::string const& path) { return path.substr(path.rfind('/') + 1); }

std::string without_last_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

}  // namespace

FileWatcher::FileWatcher(uv_loop_t& loop, std::function<void()> changed) : loop_{loop}, changed_{std::move(changed)} {}

FileWatcher::~FileWatcher() {
  while (!folders_.empty()) stop(folders_.begin()->first);
}

/// Wants a path, in the nearest folder that is there; and that folder itself, in the one above.
void FileWatcher::add(std::map<std::string, Names>& wanted, std::string path) {
  auto folder = folder_of(path);
  while (folder != "." && folder != "/" && !Answer{uv_fs_stat, folder}.is(S_IFDIR)) folder = folder_of(path = folder);
  wanted[folder].files.insert(name_of(path));
  if (folder != "." && folder != "/") wanted[folder_of(folder)].files.insert(name_of(folder));
}

FileWatcher::Watched FileWatcher::watch(std::vector<FileUse> const& uses) {
  std::map<std::string, Names> wanted;
  for (auto const& use : uses) {
    auto const path = without_last_slash(use.path);
    add(wanted, path);
    if (use.kind == FileUse::Kind::Folder && Answer{uv_fs_stat, path}.is(S_IFDIR)) wanted[path].fonts = true;
    // Where a link leads is changed in another folder.
    if (Answer const real{uv_fs_realpath, path}; real && Answer{uv_fs_lstat, path}.is(S_IFLNK)) add(wanted, real.path());
  }
  std::vector<std::string> gone;
  for (auto const& [path, folder] : folders_) {
    Answer const now{uv_fs_stat, path};
    bool const same = now && now.status().st_dev == folder->device && now.status().st_ino == folder->inode;
    if (!same || !wanted.contains(path)) gone.push_back(path);
  }
  for (auto const& path : gone) stop(path);
  Watched watched;
  for (auto& [path, names] : wanted) {
    if (auto const known = folders_.find(path); known != folders_.end()) {
      known->second->names = std::move(names);
    } else if (int const error = start(path, std::move(names)); error != 0) {
      watched.problem = fmt::format("cannot watch the folder `{}`: {}", path, uv_strerror(error));
    } else {
      watched.grew = true;
    }
  }
  return watched;
}

int FileWatcher::start(std::string const& path, Names names) {
  Answer const status{uv_fs_stat, path};
  if (!status) return UV_ENOENT;
  auto* const folder = new Folder;
  folder->owner = this;
  folder->name = name_of(path);
  folder->names = std::move(names);
  folder->device = status.status().st_dev;
  folder->inode = status.status().st_ino;
  folder->event.data = folder;
  uv_fs_event_init(&loop_, &folder->event);
  folders_.emplace(path, folder);
  int const error = uv_fs_event_start(&folder->event, on_event, path.c_str(), 0);
  if (error != 0) stop(path);
  return error;
}

void FileWatcher::stop(std::string const& path) {
  auto const found = folders_.find(path);
  auto* const handle = reinterpret_cast<uv_handle_t*>(&found->second->event);  // libuv's own way from a handle to its base
  folders_.erase(found);
  uv_close(handle, [](uv_handle_t* closed) { delete static_cast<Folder*>(closed->data); });
}

void FileWatcher::on_event(uv_fs_event_t* event, char const* file, int /*events*/, int /*status*/) {
  auto const& folder = *static_cast<Folder*>(event->data);
  std::string_view const name = file ? file : "";
  // An event without a name, or with the folder's own, is about the folder itself.
  bool const matters =
      name.empty() || name == folder.name || folder.names.files.contains(name) || (folder.names.fonts && source::is_font_name(name));
  if (matters) folder.owner->changed_();
}

bool written_since(std::vector<FileUse> const& uses, std::int64_t time) {
  return std::any_of(uses.begin(), uses.end(), [time](FileUse const& use) {
    Answer const status{uv_fs_stat, use.path};
    auto const& written = status.status().st_mtim;
    return status && std::int64_t{written.tv_sec} * 1'000'000'000 + written.tv_nsec >= time;
  });
}

bool exists(std::string const& path) { return static_cast<bool>(Answer{uv_fs_stat, path}); }

}  // namespace resumec::cli

// Files on a disk → a call when one of them may have changed.
#pragma once

#include "resumec/world.hpp"

#include <uv.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace resumec::cli {

/// Watches folders, not files: editors save by renaming, which leaves a watch on a file behind with the old one. A path that is not
/// there is watched for in its nearest folder that is.
class FileWatcher {
 public:
  /// `changed` is called on the loop's thread, once for each event; several for one save are usual.
  FileWatcher(uv_loop_t& loop, std::function<void()> changed);
  FileWatcher(FileWatcher const&) = delete;
  FileWatcher& operator=(FileWatcher const&) = delete;
  /// Its handles are closed when the loop runs next.
  ~FileWatcher();

  struct Watched {
    bool grew = false;                   ///< a folder is watched that was not: what happened in it before was not seen
    std::optional<std::string> problem;  ///< a folder that cannot be watched, and why
  };
  /// Watches these and nothing else.
  Watched watch(std::vector<FileUse> const& uses);

 private:
  /// The names that count in a folder.
  struct Names {
    std::set<std::string, std::less<>> files;
    bool fonts = false;  ///< every font file
  };
  struct Folder {
    uv_fs_event_t event{};
    FileWatcher* owner = nullptr;
    std::string name;  ///< its own, as events about itself have it
    Names names;
    std::uint64_t device = 0, inode = 0;  ///< of the folder that is watched; another may have taken its place since
  };

  static void add(std::map<std::string, Names>& wanted, std::string path);
  static void on_event(uv_fs_event_t* event, char const* file, int events, int status);
  /// Zero, or libuv's number of what went wrong.
  int start(std::string const& path, Names names);
  void stop(std::string const& path);

  uv_loop_t& loop_;
  std::function<void()> changed_;
  std::map<std::string, Folder*> folders_;  ///< owned; freed when libuv has closed the handle
};

/// Whether one of these was written at or after a time, in nanoseconds since 1970.
bool written_since(std::vector<FileUse> const& uses, std::int64_t time);
bool exists(std::string const& path);

}  // namespace resumec::cli

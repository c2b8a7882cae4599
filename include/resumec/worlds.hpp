// The two worlds: the disk, and memory for tests and for hosts without files. Both own their texts in a `SourceMap`. And either of them
// for several threads.
#pragma once

#include "resumec/world.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace resumec {

/// No source is larger: a span has 32 bits, and a résumé of 16 MiB is none.
inline constexpr std::size_t text_limit = 16U << 20;

struct DiskOptions {
  std::string root{};                    ///< folder that sources may read from; the source's folder by default
  std::vector<std::string> font_dirs{};  ///< `--font-dir`
  std::vector<std::string> named{};      ///< files of the command line, by their paths from the working folder: not bound to the root
  std::string share_dir{};               ///< where `fonts/` and `layouts/` of the program lie
  std::optional<std::int64_t> source_date_epoch{};
  std::size_t text_limit = resumec::text_limit;  ///< bytes of a source
  std::string display_prefix{};        ///< before each path in messages: `letters/` where the root is not the working folder
};

std::unique_ptr<World> disk_world(DiskOptions options);

/// Files by path, nothing else. Paths are as in `World::open`; assets live under "share:".
struct MemoryFiles {
  std::map<std::string, std::string, std::less<>> files{};
  std::map<std::string, std::string, std::less<>> assets{};
  std::map<std::string, std::string, std::less<>> user_fonts{};
  std::optional<std::int64_t> source_date_epoch{};
};

std::unique_ptr<World> memory_world(MemoryFiles files);

/// The same world for several threads: one question at a time. `world` must outlive it.
std::unique_ptr<World> synchronized_world(World& world);

}  // namespace resumec

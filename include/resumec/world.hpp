// The outside as one small interface: the sole road to files, fonts and the date.
#pragma once

#include "resumec/source.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace resumec {

/// Immutable bytes and whatever keeps them alive (a string, a mapped file).
struct Blob {
  std::string_view bytes;
  std::shared_ptr<void const> owner;

  static Blob own(std::string text) {
    auto held = std::make_shared<std::string const>(std::move(text));
    return {*held, held};
  }
};

/// Why a file could not be read.
struct FileError {
  enum class Reason : std::uint8_t { NotFound, Denied, OutsideRoot, TooLarge, NotAFile, Unreadable };
  Reason reason = Reason::NotFound;
  std::string detail;  ///< in words, for a message
};

template <class T>
using FileResult = std::variant<T, FileError>;

/// Something on a disk that a compilation asked for. What it found may change when this does.
struct FileUse {
  enum class Kind : std::uint8_t {
    File,
    Missing,  ///< asked for, and not there or not readable
    Folder,   ///< its list of files was read
  };
  std::string path;  ///< for the system: relative to the working folder, or absolute
  Kind kind = Kind::File;
  friend bool operator==(FileUse const&, FileUse const&) = default;
};

/// Implementations answer the same question with the same answer for the whole of a compilation; they
/// own every text they hand out, at a stable address, for as long as they live.
class World {
 public:
  World() = default;
  World(World const&) = delete;
  World& operator=(World const&) = delete;
  virtual ~World() = default;

  /// Opens a text file by a path relative to the root (the source's folder). The same path gives the
  /// same id. The bytes are as they are on disk: encodings are the reader's business.
  virtual FileResult<SourceId> open(std::string_view path) = 0;

  /// Adds a text that is no file: standard input, a value given on the command line. The same name and text give the same id.
  virtual SourceId add(std::string name, std::string text) = 0;

  /// Text and display name of a source; empty for an unknown id.
  virtual std::string_view text(SourceId id) const = 0;
  virtual std::string_view name(SourceId id) const = 0;

  /// Bytes of a file beside the source (a photo, a font in `fonts/`), by a path relative to the root.
  virtual FileResult<Blob> read(std::string_view path) = 0;

  /// Bytes of a file of the program's own: `fonts/<file>`, `layouts/<file>`.
  virtual FileResult<Blob> asset(std::string_view path) = 0;

  /// The font files that the user added (`--font-dir`, `fonts/` beside the source), sorted by name.
  virtual std::vector<std::string> user_fonts() = 0;
  /// Bytes of one of `user_fonts()`.
  virtual FileResult<Blob> user_font(std::string_view name) = 0;

  /// SOURCE_DATE_EPOCH, in seconds since 1970-01-01 UTC, where the caller has one. Never the clock.
  virtual std::optional<std::int64_t> source_date_epoch() const = 0;

  /// Everything on a disk that was asked for so far, sorted by path; nothing for a world without one.
  virtual std::vector<FileUse> files_used() const { return {}; }
};

}  // namespace resumec

#include "source/disk_file.hpp"

#include "source/file_error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace resumec::source {

namespace {

/// In our own words: the system's depend on the locale.
FileError system_error(int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return file_error(FileError::Reason::NotFound);
    case EACCES:
    case EPERM:
      return file_error(FileError::Reason::Denied);
    case EISDIR:
      return file_error(FileError::Reason::NotAFile);
    case ELOOP:
      return {FileError::Reason::Unreadable, "its symbolic links go in a circle"};
    case ENAMETOOLONG:
      return {FileError::Reason::Unreadable, "the name is too long"};
    default:
      return {FileError::Reason::Unreadable, fmt::format("reading failed with system error {}", code)};
  }
}

/// An open regular file.
class File {
 public:
  explicit File(int descriptor) : descriptor_{descriptor} {}
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  int descriptor() const { return descriptor_; }

  /// Opens nothing that could block or be no file: a pipe, a device, a folder. Gives the size.
  std::variant<std::size_t, FileError> check(std::size_t limit) const {
    if (descriptor_ < 0) return system_error(errno);
    struct stat about{};
    if (::fstat(descriptor_, &about) != 0) return system_error(errno);
    if (S_ISDIR(about.st_mode)) return file_error(FileError::Reason::NotAFile);
    if (!S_ISREG(about.st_mode)) return FileError{FileError::Reason::NotAFile, "it is not a regular file"};
    auto const size = static_cast<std::size_t>(about.st_size);
    if (size > limit) return too_large(size, limit);
    return size;
  }

 private:
  int descriptor_;
};

int open_for_reading(std::string const& path) { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY); }

}  // namespace

FileResult<std::string> canonical_path(std::string const& path) {
  std::error_code error;
  auto const result = std::filesystem::weakly_canonical(path, error);
  if (error) return system_error(error.value());
  auto text = result.string();
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

bool is_within(std::string_view path, std::string_view folder) {
  if (folder == "/" || path == folder) return path.starts_with('/');
  return path.starts_with(folder) && path[folder.size()] == '/';
}

FileResult<std::string> read_file(std::string const& path, std::size_t limit) {
  File const file{open_for_reading(path)};
  auto const checked = file.check(limit);
  if (auto const* const error = std::get_if<FileError>(&checked)) return *error;
  // Read to the end rather than to the size: files of /proc have none, and a file may grow under our hands.
  std::string text(std::get<std::size_t>(checked) + 1, '\0');
  std::size_t filled = 0;
  for (;;) {
    auto const count = ::read(file.descriptor(), text.data() + filled, text.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_error(errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > limit) return too_large(filled, limit);
    if (filled == text.size()) text.resize(text.size() * 2);
  }
  text.resize(filled);
  return text;
}

FileResult<Blob> map_file(std::string const& path, std::size_t limit) {
  File const file{open_for_reading(path)};
  auto const checked = file.check(limit);
  if (auto const* const error = std::get_if<FileError>(&checked)) return *error;
  auto const size = std::get<std::size_t>(checked);
  if (size == 0) return Blob{};
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
  if (address == MAP_FAILED) return system_error(errno);
  std::shared_ptr<void const> owner{address, [size](void const* mapped) { ::munmap(const_cast<void*>(mapped), size); }};
  return Blob{{static_cast<char const*>(address), size}, std::move(owner)};
}

}  // namespace resumec::source

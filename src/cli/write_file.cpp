#include "cli/write_file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace resumec::cli {

namespace {

constexpr char const* record_attribute = "user.resumec.inputs";

std::string reason() { return std::strerror(errno); }

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::optional<std::string> write_directly(std::string const& path, std::string_view bytes) {
  int const file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) return reason();
  bool const written = write_all(file, bytes);
  auto error = written ? std::optional<std::string>{} : reason();
  if (::close(file) != 0 && !error) error = reason();
  return error;
}

/// Where the bytes really go: through symbolic links, so that a link stays a link, also one to a file that is yet to come.
std::string resolve(std::string const& path) {
  constexpr int most_links = 40;  // as Linux follows
  namespace fs = std::filesystem;
  fs::path target{path};
  std::error_code error;
  for (int links = 0; links < most_links && fs::is_symlink(fs::symlink_status(target, error)); ++links) {
    auto const next = fs::read_symlink(target, error);
    if (error) break;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.string();
}

/// A new file in the folder of `target`. The name is short, whatever that of the target; one that a killed run left is passed over.
struct Temporary {
  std::string path;
  int file = -1;
};

Temporary make_temporary(std::string const& target) {
  constexpr int most_attempts = 1000;
  auto const folder = target.substr(0, target.rfind('/') + 1);  // nothing where there is no `/`
  Temporary temporary;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    temporary.path = fmt::format("{}.resumec.{}.{}.tmp", folder, ::getpid(), attempt);
    temporary.file = ::open(temporary.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (temporary.file >= 0 || errno != EEXIST) break;
  }
  return temporary;
}

}  // namespace

std::optional<std::string> write_file(std::string const& path, std::string_view bytes) {
  // No fsync: a killed build leaves the old file or the new one; after a power cut the source makes the output again.
  struct stat status{};
  bool const exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return "it is a folder";
  if (exists && !S_ISREG(status.st_mode)) return write_directly(path, bytes);
  if (exists && ::access(path.c_str(), W_OK) != 0) return reason();

  auto const target = resolve(path);
  auto const [temporary, file] = make_temporary(target);
  if (file < 0) return reason();
  std::optional<std::string> error;
  if (!write_all(file, bytes)) error = reason();
  if (!error && exists && ::fchmod(file, status.st_mode & 07777) != 0) error = reason();
  if (::close(file) != 0 && !error) error = reason();
  if (!error && ::rename(temporary.c_str(), target.c_str()) != 0) error = reason();
  if (error) ::unlink(temporary.c_str());
  return error;
}

std::string read_record(std::string const& path) {
  // What one attribute may hold in the most common file systems; a longer one was never written.
  char buffer[4096];
  auto const size = ::getxattr(path.c_str(), record_attribute, buffer, sizeof buffer);
  return size > 0 ? std::string(buffer, static_cast<std::size_t>(size)) : std::string{};
}

void write_record(std::string const& path, std::string_view record) {
  // Without it the next call takes the longer way: no failure is worth a word.
  static_cast<void>(::setxattr(path.c_str(), record_attribute, record.data(), record.size(), 0));
}

std::optional<std::string> read_file(std::string const& path) {
  // A pipe must not block, and a device never ends.
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return std::nullopt;
  struct stat status{};
  bool good = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  std::string text(good ? static_cast<std::size_t>(status.st_size) : 0, '\0');
  for (std::size_t filled = 0; good && filled < text.size();) {
    auto const count = ::read(file, text.data() + filled, text.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    good = count > 0;
    if (good) filled += static_cast<std::size_t>(count);
  }
  ::close(file);
  return good ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace resumec::cli

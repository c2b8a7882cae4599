#include "cli/write_file.hpp"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace resumec::cli {

namespace {

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

/// Where the bytes really go: through symbolic links, so that a link stays a link.
std::string resolve(std::string const& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  if (!real) return path;
  std::string result{real};
  std::free(real);  // NOLINT: realpath allocates with malloc
  return result;
}

}  // namespace

std::optional<std::string> write_file(std::string const& path, std::string_view bytes) {
  struct stat status{};
  bool const exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return "it is a folder";
  if (exists && !S_ISREG(status.st_mode)) return write_directly(path, bytes);
  if (exists && ::access(path.c_str(), W_OK) != 0) return reason();

  auto const target = resolve(path);
  auto const slash = target.rfind('/');
  auto const temporary = slash == std::string::npos
                             ? fmt::format(".{}.{}.tmp", target, ::getpid())
                             : fmt::format("{}/.{}.{}.tmp", target.substr(0, slash), target.substr(slash + 1), ::getpid());
  int const file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return reason();
  std::optional<std::string> error;
  if (!write_all(file, bytes)) error = reason();
  if (!error && exists && ::fchmod(file, status.st_mode & 07777) != 0) error = reason();
  if (!error && ::fsync(file) != 0) error = reason();
  if (::close(file) != 0 && !error) error = reason();
  if (!error && ::rename(temporary.c_str(), target.c_str()) != 0) error = reason();
  if (error) ::unlink(temporary.c_str());
  return error;
}

}  // namespace resumec::cli

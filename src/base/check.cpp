#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>

namespace resumec::base {

void check_failed(char const* condition, char const* file, int line) {
  std::fprintf(stderr, "resumec: internal error: `%s` does not hold at %s:%d; please report this\n", condition, file, line);
  std::abort();
}

}  // namespace resumec::base

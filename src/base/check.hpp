// A bug is not a diagnostic: a broken invariant ends the program with a report. Never reached from input.
#pragma once

namespace resumec::base {

[[noreturn]] void check_failed(char const* condition, char const* file, int line);

}  // namespace resumec::base

#define RESUMEC_CHECK(condition) ((condition) ? static_cast<void>(0) : ::resumec::base::check_failed(#condition, __FILE__, __LINE__))

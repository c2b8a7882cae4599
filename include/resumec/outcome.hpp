#pragma once

#include "resumec/diagnostics.hpp"

#include <optional>
#include <utility>

namespace resumec {

/// A value if there was no error, and everything that was found on the way in either case.
template <class T>
struct Outcome {
  std::optional<T> value;
  Diagnostics diagnostics;

  bool ok() const { return value.has_value(); }
  explicit operator bool() const { return ok(); }
  T const& operator*() const { return *value; }
  T const* operator->() const { return &*value; }
};

}  // namespace resumec

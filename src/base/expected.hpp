// g++ 12 has no std::expected; this is its stand-in until it does.
#pragma once

#include <tl/expected.hpp>

namespace resumec::base {

template <class T, class E>
using Expected = tl::expected<T, E>;
template <class E>
using Unexpected = tl::unexpected<E>;

}  // namespace resumec::base

// The usual order of the fields of a native file. Nothing depends on it but the reader's comfort.
#pragma once

#include "syntax/node.hpp"

namespace resumec::importers {

/// Sorts the members of the top level, of sections and of entries: the name first, then where and when, then texts; `x-…` at the end.
/// Addresses and links keep the order in which they stand, because they are printed in it; so do sections and entries.
void arrange(syntax::Node& native);

}  // namespace resumec::importers

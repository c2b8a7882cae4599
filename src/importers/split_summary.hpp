// Other programs have one Markdown text where the native format has paragraphs and points.
#pragma once

#include "importers/rewrite.hpp"

namespace resumec::importers {

/// Puts a Markdown text into an entry: paragraphs at its beginning under `text_key`, the items of the bulleted list behind them under
/// `points`, lists within items as points of theirs. Every piece keeps its places. A text of any other shape (numbered lists, paragraphs
/// behind or between lists, code) is put under `text_key` as a whole, so that its order stays; a list of texts is put under `points`.
void put_summary(Node& entry, Member const& summary, std::string_view text_key = "text");

}  // namespace resumec::importers

// Names of fields as people write them: `Date of birth`, `date-of-birth` and `date_of_birth` are one name.
#pragma once

#include "syntax/node.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace resumec::model {

/// True for names that differ only in the case of letters (ASCII) and in blanks, hyphens and underscores.
bool is_same_name(std::string_view a, std::string_view b);

/// True if `is` holds for one of the words, which blanks part.
template <class Predicate>
bool any_word(std::string_view words, Predicate is) {
  for (std::size_t at = 0; at < words.size();) {
    std::size_t const end = std::min(words.find(' ', at), words.size());
    if (is(words.substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}
std::vector<std::string_view> words_of(std::string_view words);

/// The member of a map whose key is the name in NFKC, or else the first whose key is the same name; nullptr if there is none.
syntax::Member const* find_member(syntax::Node const& map, std::string_view name);
syntax::Member* find_member(syntax::Node& map, std::string_view name);

}  // namespace resumec::model

#include "model/names.hpp"

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

namespace resumec::model {
namespace {

bool joins_words(char c) { return c == ' ' || c == '-' || c == '_'; }

template <class Map>
auto find_in(Map& map, std::string_view name) -> decltype(&map.members.front()) {
  decltype(&map.members.front()) same = nullptr;
  for (auto& member : map.members) {
    std::string const key = unicode::to_nfkc(member.key);
    if (key == name) return &member;
    if (!same && is_same_name(key, name)) same = &member;
  }
  return same;
}

}  // namespace

bool is_same_name(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (true) {
    while (i < a.size() && joins_words(a[i])) ++i;
    while (j < b.size() && joins_words(b[j])) ++j;
    if (i == a.size() || j == b.size()) return i == a.size() && j == b.size();
    if (base::ascii_lower(a[i++]) != base::ascii_lower(b[j++])) return false;
  }
}

std::vector<std::string_view> words_of(std::string_view words) {
  std::vector<std::string_view> result;
  any_word(words, [&](std::string_view word) {
    result.push_back(word);
    return false;
  });
  return result;
}

syntax::Member const* find_member(syntax::Node const& map, std::string_view name) { return find_in(map, name); }
syntax::Member* find_member(syntax::Node& map, std::string_view name) { return find_in(map, name); }

}  // namespace resumec::model

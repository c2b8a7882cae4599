// Recognising words of many languages, whatever the document's own: people write "heute" in English files.

#include "base/suggest.hpp"
#include "locale/locale.hpp"

#include <algorithm>
#include <vector>

namespace resumec::locale {
namespace {

/// Space-separated words that mean one number.
struct Words {
  int value;
  std::string_view words;
};

constexpr Words month_words[] = {
#include "locale/tables/months.inc"
};
constexpr Words season_words[] = {
#include "locale/tables/seasons.inc"
};
constexpr std::string_view present_words[] = {
#include "locale/tables/present.inc"
};
constexpr std::string_view modifiers[] = {
#include "locale/tables/modifiers.inc"
};

struct Role {
  std::string_view id, titles;
};
constexpr Role roles[] = {
#define ROLE(id, titles) {id, titles},
#include "locale/tables/roles.inc"
#undef ROLE
};
constexpr std::string_view role_ids[] = {
#define ROLE(id, titles) id,
#include "locale/tables/roles.inc"
#undef ROLE
};

bool has_word(std::string_view words, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    std::size_t const end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

template <std::size_t N>
std::optional<int> value_of(Words const (&table)[N], std::string_view word) {
  for (Words const& row : table)
    if (has_word(row.words, word)) return row.value;
  return std::nullopt;
}

}  // namespace

std::optional<int> month_of(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return value_of(month_words, word);
}

std::optional<int> season_of(std::string_view word) { return value_of(season_words, word); }

bool is_present(std::string_view words) {
  for (std::string_view known : present_words)
    if (known == words) return true;
  return false;
}

std::optional<std::string_view> section_role(std::string_view folded_title) {
  for (Role const& role : roles)
    if (has_word(role.titles, folded_title)) return role.id;
  return std::nullopt;
}

std::optional<std::string_view> nearest_section_title(std::string_view folded_title) {
  constexpr std::size_t shortest = 5;  // shorter words are near to too many others
  if (folded_title.size() < shortest) return std::nullopt;
  std::vector<std::string_view> known;
  for (Role const& role : roles) {
    known.push_back(role.id);
    for (std::string_view rest = role.titles; !rest.empty();) {
      std::size_t const end = std::min(rest.find(' '), rest.size());
      if (end >= shortest) known.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return base::nearest(folded_title, known);
}

bool is_title_modifier(std::string_view folded_word) {
  for (std::string_view known : modifiers)
    if (known == folded_word) return true;
  return false;
}

std::span<std::string_view const> section_roles() { return role_ids; }

}  // namespace resumec::locale

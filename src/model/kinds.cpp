// What kind of entry something is: by its own word, by its section's, by the section's title in any language, by tell-tale keys.

#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::model {
namespace {

struct RoleKind {
  std::string_view role;
  Kind kind;
};
constexpr RoleKind role_kinds[] = {
    {"summary", Kind::Text},
    {"experience", Kind::Position},
    {"education", Kind::Education},
    {"projects", Kind::Project},
    {"publications", Kind::Publication},
    {"awards", Kind::Award},
    {"skills", Kind::Skills},
    {"languages", Kind::Language},
    {"talks", Kind::Talk},
    {"service", Kind::Service},
    {"certificates", Kind::Certificate},
    {"references", Kind::Reference},
    {"interests", Kind::Interest},
    {"courses", Kind::Course},
    {"patents", Kind::Patent},
    {"grants", Kind::Grant},
    {"memberships", Kind::Membership},
    {"volunteering", Kind::Volunteering},
    {"achievements", Kind::Achievement},
    {"hobbies", Kind::Hobby},
};

std::string role_of_folded(std::string_view title) {
  if (auto const role = locale::section_role(unicode::fold_for_matching(title))) return std::string{*role};
  std::size_t const ampersand = title.find('&');  // folded away like any mark, but it stands for a word
  if (ampersand == std::string_view::npos) return {};
  std::string const spelt = std::string{title.substr(0, ampersand)} + "and" + std::string{title.substr(ampersand + 1)};
  return std::string{locale::section_role(unicode::fold_for_matching(spelt)).value_or("")};
}

/// The row of the table whose key gives its kind away, or nullptr.
Field const* tell_tale(std::string_view key) {
  for (Field const& field : fields())
    if (field.tell != Kind::Other && is_same_name(field.key, key)) return &field;
  return nullptr;
}

}  // namespace

std::optional<Kind> kind_of_role(std::string_view role) {
  for (RoleKind const& row : role_kinds)
    if (row.role == role) return row.kind;
  return std::nullopt;
}

std::string role_of_title(std::string_view title) {
  constexpr std::size_t longest = 200;  // no role's name is longer
  if (title.size() > longest) return {};
  for (;;) {
    if (std::string role = role_of_folded(title); !role.empty()) return role;
    std::size_t const blank = title.find(' ');
    if (blank == std::string_view::npos || !locale::is_title_modifier(unicode::fold_for_matching(title.substr(0, blank)))) return {};
    title.remove_prefix(blank + 1);
  }
}

std::optional<Kind> kind_of_word(std::string_view word) {
  std::string const folded = unicode::fold_for_matching(word);
  auto const known = choices(FieldType::Kind);
  for (std::size_t i = 0; i < known.size(); ++i)
    if (known[i] == folded || std::string{known[i]} + "s" == folded) return static_cast<Kind>(i);
  return kind_of_role(role_of_folded(word));
}

Kind settle_kind(syntax::Node const& map, std::optional<Kind> stated, std::optional<Kind> by_title) {
  Field const* told = nullptr;  // of several, the first in the table: `authors` says more than `award`
  bool has_role = false;
  bool const has_items = find_member(map, "items") && !find_member(map, "entries");
  for (syntax::Member const& member : map.members) {
    std::string const key = normalised_key(member.key);
    Field const* tale = tell_tale(key);
    if (tale && tale->tell == Kind::Group) {
      if (!has_items) return Kind::Group;  // groups stand in sections of every kind
      continue;                            // `group: Tools` with `items` is one of skills
    }
    // A section's title is a hint: a key that its kind does not have says more.
    if (tale && (!told || tale->id < told->id) && !(by_title && find_field(Where::Entry, key, *by_title))) told = tale;
    Field const* field = find_field(Where::Entry, key, Kind::Position);
    has_role = has_role || (field && field->id == FieldId::EntryRole);
  }
  if (stated) return *stated;
  if (told) return told->tell;
  if (by_title) return *by_title;
  return has_role ? Kind::Position : Kind::Other;
}

}  // namespace resumec::model

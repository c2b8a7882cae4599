#include "syntax/yaml.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_recover.hpp"
#include "syntax/yaml_scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

/// What a map is: one of its own, an item of a list, or the titles of sections, which alone may repeat.
enum class MapOf : std::uint8_t { Fields, Item, Titles };

/// Sections at the top are asked about as such, and may repeat where they belong.
std::vector<Member> without_sections(std::vector<Member> const& members, YamlWords const& words) {
  std::vector<Member> kept;
  for (Member const& member : members)
    if (!words.names_section(member.key) || words.is_top_field(member.key)) kept.push_back({member.key, member.key_span, {}});
  return kept;
}

diag::Report report_duplicate(Member const& first, Member const& again, Diagnostics& diagnostics) {
  auto report = diag::report<Kind::DuplicateKey>(diagnostics, again.key_span, again.key);
  report.label(first.key_span, "first given here");
  return report;
}

/// Equal keys of one map, each with the place of the first. Small maps, the usual ones, are compared in place.
void check_keys(std::vector<Member> const& members, Diagnostics& diagnostics) {
  auto const hint = [](Member const& member) {
    return fmt::format("keep one of them; a field that takes several values has a list: `{}: [one, two]`", member.key);
  };
  constexpr std::size_t small = 16;
  if (members.size() <= small) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[i].key != members[j].key) continue;
        report_duplicate(members[j], members[i], diagnostics).hint(hint(members[i]));
        break;
      }
    }
    return;
  }
  std::map<std::string_view, Member const*> seen;
  for (Member const& member : members) {
    auto const [first, added] = seen.emplace(member.key, &member);
    if (!added) report_duplicate(*first->second, member, diagnostics).hint(hint(member));
  }
}

/// An item whose first key comes again is two items: the other keys that come again have the same cause.
bool report_missing_dash(std::vector<Member> const& members, Diagnostics& diagnostics) {
  if (members.empty()) return false;
  auto const again =
      std::find_if(members.begin() + 1, members.end(), [&](Member const& member) { return member.key == members.front().key; });
  if (again == members.end()) return false;
  report_duplicate(members.front(), *again, diagnostics)
      .hint(
          fmt::format("if another entry begins here, put a dash before it: `- {}: …`, the dash below that of the entry above", again->key));
  return true;
}

void check_tree(Node const& node, std::size_t depth, MapOf of, YamlWords const& words, Diagnostics& diagnostics) {
  bool const is_two = of == MapOf::Item && report_missing_dash(node.members, diagnostics);
  if (node.is_map() && depth == 0)
    check_keys(without_sections(node.members, words), diagnostics);
  else if (node.is_map() && of != MapOf::Titles && !is_two)
    check_keys(node.members, diagnostics);
  for (Member const& member : node.members) {
    bool const titles = depth == 0 && member.key == "sections";
    check_tree(member.value, depth + 1, titles ? MapOf::Titles : MapOf::Fields, words, diagnostics);
  }
  for (Node const& item : node.items) check_tree(item, depth + 1, MapOf::Item, words, diagnostics);
}

}  // namespace

Node read_yaml(SourceId source, std::string_view text, Diagnostics& diagnostics, YamlWords const& words, YamlLimits const& limits) {
  ScannedYaml scanned = scan_yaml(source, text, words, limits.depth, diagnostics);
  PatchedText const patched{source, text.substr(0, scanned.end), std::move(scanned.edits)};

  Diagnostics found;
  ExpansionBudget budget;
  TreeBuilder builder{patched, scanned.unreadable, limits, budget, found};
  Node root;
  if (parse_events(patched.text(), 0, builder)) {
    root = YamlRecovery{patched, scanned.unreadable, limits, diagnostics}.read();
  } else {
    root = builder.finish();
    diagnostics.append(found);
  }
  if (root.span.detached()) root.span = {source, 0, 0};
  check_tree(root, 0, MapOf::Fields, words, diagnostics);
  return root;
}

}  // namespace resumec::syntax

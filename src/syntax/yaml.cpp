#include "syntax/yaml.hpp"

#include "diag/report.hpp"
#include "syntax/yaml_recover.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace resumec::syntax {

namespace {

using diag::Kind;

enum class Keys : std::uint8_t { Unique, Titles };

void report_duplicate(Member const& first, Member const& again, Diagnostics& diagnostics) {
  diag::report<Kind::DuplicateKey>(diagnostics, again.key_span, again.key)
      .label(first.key_span, "first given here")
      .hint("keep one of them");
}

/// Equal keys of one map, each with the place of the first. Small maps, the usual ones, are compared in place.
void check_keys(std::vector<Member> const& members, Diagnostics& diagnostics) {
  constexpr std::size_t small = 16;
  if (members.size() <= small) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (members[i].key != members[j].key) continue;
        report_duplicate(members[j], members[i], diagnostics);
        break;
      }
    }
    return;
  }
  std::map<std::string_view, Member const*> seen;
  for (Member const& member : members) {
    auto const [first, added] = seen.emplace(member.key, &member);
    if (!added) report_duplicate(*first->second, member, diagnostics);
  }
}

/// Titles directly under the top level's `sections` may repeat; no other key may.
void check_tree(Node const& node, std::size_t depth, Keys keys, Diagnostics& diagnostics) {
  if (node.is_map() && keys == Keys::Unique) check_keys(node.members, diagnostics);
  for (Member const& member : node.members) {
    bool const titles = depth == 0 && member.key == "sections";
    check_tree(member.value, depth + 1, titles ? Keys::Titles : Keys::Unique, diagnostics);
  }
  for (Node const& item : node.items) check_tree(item, depth + 1, Keys::Unique, diagnostics);
}

}  // namespace

Node read_yaml(SourceId source, std::string_view text, Diagnostics& diagnostics, YamlLimits const& limits) {
  ScannedYaml scanned = scan_yaml(source, text, limits.depth, diagnostics);
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
  check_tree(root, 0, Keys::Unique, diagnostics);
  return root;
}

}  // namespace resumec::syntax

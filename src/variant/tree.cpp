#include "variant/tree.hpp"

#include "base/suggest.hpp"
#include "diag/report.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>

namespace resumec::variant {

namespace {

using syntax::Member;
using syntax::Node;

/// Keys are compared in NFKC, as lowering compares them.
Node const* find(Node const& map, std::string_view key) {
  for (Member const& member : map.members)
    if (unicode::to_nfkc(member.key) == key) return &member.value;
  return nullptr;
}

}  // namespace

std::vector<std::string> names_of_variants(Node const& root) {
  std::vector<std::string> names;
  Node const* const variants = find(root, "variants");
  if (variants && variants->is_map())
    for (Member const& member : variants->members)
      if (std::find(names.begin(), names.end(), member.key) == names.end()) names.push_back(member.key);
  return names;
}

bool has_variant(Node const& root, std::string_view name, Diagnostics& diagnostics) {
  auto const names = names_of_variants(root);
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  auto report = diag::report<diag::Kind::UnknownVariant>(diagnostics, Span{}, name);
  std::vector<std::string_view> const known{names.begin(), names.end()};
  if (auto const near = base::nearest(name, known))
    report.hint(diag::did_you_mean(*near));
  else if (names.empty())
    report.hint("the source has no `variants:`");
  else
    report.hint(fmt::format("the source has `{}`", fmt::join(names, "`, `")));
  return false;
}

}  // namespace resumec::variant

#include "importers/csl_text.hpp"

#include "syntax/latex_text.hpp"
#include "syntax/mapped_builder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

namespace resumec::importers {

namespace {

struct Tag {
  std::string_view opening, closing, name;  ///< `name`: the class of the text inside; empty: it is as any other
};
constexpr Tag tags[] = {
    {"<i>", "</i>", ".emphasis"},
    {"<b>", "</b>", ".strong"},
    {"<em>", "</em>", ".emphasis"},
    {"<strong>", "</strong>", ".strong"},
    {"<sup>", "</sup>", ".sup"},
    {"<sub>", "</sub>", ".sub"},
    {"<sc>", "</sc>", ".smallcaps"},
    {"<span style=\"font-variant: small-caps;\">", "</span>", ".smallcaps"},
    {"<span style=\"font-variant:small-caps;\">", "</span>", ".smallcaps"},
    {"<span class=\"nocase\">", "</span>", ""},
};
constexpr std::size_t depth_limit = 16;

}  // namespace

Node markdown_of_csl(Node const& scalar) {
  if (!scalar.is_scalar()) return scalar;
  std::string_view const text = scalar.scalar.text;
  syntax::MappedBuilder made;
  std::vector<Tag const*> open;
  // A tag that nothing closes is text. Where each is closed last is asked once, so that many open ones cost no search each.
  std::array<std::size_t, std::size(tags)> last_closed{};
  for (std::size_t i = 0; i < std::size(tags); ++i) {
    auto const found = text.rfind(tags[i].closing);
    last_closed[i] = found == std::string_view::npos ? 0 : found;
  }
  auto const opened_at = [&](std::size_t at) -> Tag const* {
    for (std::size_t i = 0; i < std::size(tags); ++i)
      if (last_closed[i] > at && text.substr(at).starts_with(tags[i].opening)) return &tags[i];
    return nullptr;
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const place = scalar.scalar.at(at, at).begin;
    if (text[at] == '<') {
      if (!open.empty() && text.substr(at).starts_with(open.back()->closing)) {
        if (!open.back()->name.empty()) made.append("]{" + std::string{open.back()->name} + "}", place);
        at += open.back()->closing.size();
        open.pop_back();
        continue;
      }
      if (Tag const* const tag = open.size() < depth_limit ? opened_at(at) : nullptr) {
        if (!tag->name.empty()) made.append("[", place);
        open.push_back(tag);
        at += tag->opening.size();
        continue;
      }
    }
    auto const next = std::min(text.find('<', at + 1), text.size());
    auto const escaped = syntax::escape_markdown(text.substr(at, next - at));
    if (escaped.size() == next - at)
      made.append(scalar.scalar, at, next);
    else
      made.append(escaped, place);
    at = next;
  }
  for (; !open.empty(); open.pop_back())
    if (!open.back()->name.empty()) made.append("]{" + std::string{open.back()->name} + "}", scalar.scalar.span.end);
  Node node = scalar;
  node.scalar = made.take(scalar.scalar.span);
  return node;
}

}  // namespace resumec::importers

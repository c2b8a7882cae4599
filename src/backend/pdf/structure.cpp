#include "backend/pdf/structure.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

namespace resumec::backend::pdf {

namespace {

using base::NodeId;
using base::Role;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
// libharu 2.3 takes 32,767 elements in an array.
constexpr std::size_t keys_per_leaf = 1000;         // of the ParentTree
constexpr std::size_t children_per_element = 8000;  // of a list or section; more are divided among lists or sections in it

std::string_view type_of(display::StructureNode const& node) {
  constexpr std::array<std::string_view, 6> headings{"H1", "H2", "H3", "H4", "H5", "H6"};
  switch (node.role) {
    case Role::Document:
    case Role::Section:
    case Role::Entry:
      return "Sect";
    case Role::Heading:
      return headings[static_cast<std::size_t>(std::clamp(node.level, 1, 6) - 1)];
    case Role::Paragraph:
      return "P";
    case Role::List:
      return "L";
    case Role::ListItem:
      return "LI";
    case Role::ListLabel:
      return "Lbl";
    case Role::ListBody:
      return "LBody";
    case Role::Quote:
      return "BlockQuote";
    case Role::Note:
      return "Note";
    case Role::Reference:
      return "Reference";
    case Role::Link:
      return "Link";
    case Role::Code:
      return "Code";
    case Role::Figure:
      return "Figure";
    case Role::Emphasis:
    case Role::Strong:
    case Role::Span:
    case Role::Artifact:
      break;
  }
  return "Span";
}

}  // namespace

/// What writing needs besides the plan.
struct Structure::Output {
  std::vector<haru::Dict> dicts;     ///< by element; null for those without content
  std::vector<std::uint32_t> first;  ///< by element: order of its first content or link, or `nowhere`
  std::span<haru::Dict const> pages;
};

Structure::Structure(display::Document const& document)
    : document_{document}, owners_(document.structure.size()), page_contents_(document.pages.size()) {
  add_element({}, {}, "Document", {});
  if (document.structure.empty()) return;

  struct Visit {
    NodeId node;
    ElementId parent;
    std::string_view lang;
  };
  std::vector<bool> seen(document.structure.size());
  std::vector<Visit> stack;
  auto const push_children = [&](NodeId node, ElementId element, std::string_view lang) {
    auto const& children = document.structure[node.index()].children;
    auto const type = elements_[element.index()].type;
    bool const divided = children.size() > children_per_element && (type == "L" || type == "Sect");
    std::vector<ElementId> parts;
    for (std::size_t begin = 0; divided && begin < children.size(); begin += children_per_element) {
      parts.push_back(add_element(node, element, type, {}));
    }
    for (std::size_t i = children.size(); i-- > 0;)
      stack.push_back({children[i], divided ? parts[i / children_per_element] : element, lang});
  };
  seen[0] = true;
  owners_[0] = ElementId{0};
  push_children(NodeId{0}, ElementId{0}, document.metadata.lang);
  while (!stack.empty()) {
    auto const [id, parent, inherited] = stack.back();
    stack.pop_back();
    if (!id || id.index() >= seen.size() || seen[id.index()]) continue;
    seen[id.index()] = true;
    auto const& node = document.structure[id.index()];
    if (node.role == Role::Artifact || (node.role == Role::Figure && node.alt.empty())) continue;
    std::string_view const lang = node.lang.empty() ? inherited : std::string_view{node.lang};
    bool const changes_lang = lang != inherited;
    bool const meaningless = node.role == Role::Span && node.alt.empty() && !changes_lang;
    ElementId const element = meaningless ? parent : add_element(id, parent, type_of(node), changes_lang ? lang : std::string_view{});
    owners_[id.index()] = element;
    push_children(id, element, lang);
  }
}

ElementId Structure::add_element(NodeId node, ElementId parent, std::string_view type, std::string_view lang) {
  auto const id = ElementId::from(elements_.size());
  elements_.push_back({node, parent, type, lang, {}, {}, {}, {}});
  if (parent) elements_[parent.index()].children.push_back(id);
  return id;
}

ElementId Structure::owner(NodeId node) const { return node && node.index() < owners_.size() ? owners_[node.index()] : ElementId{}; }

std::string_view Structure::type(ElementId element) const { return elements_[element.index()].type; }

std::uint32_t Structure::add_content(ElementId element, std::uint32_t page) {
  auto& on_page = page_contents_[page];
  auto const mcid = static_cast<std::uint32_t>(on_page.size());
  on_page.push_back(element);
  elements_[element.index()].contents.push_back(static_cast<std::uint32_t>(contents_.size()));
  contents_.push_back({element, page, mcid, order_++});
  return mcid;
}

void Structure::add_extent(ElementId element, Box const& box) {
  auto& extent = elements_[element.index()].extent;
  if (!extent) {
    extent = box;
    return;
  }
  extent = Box{std::min(extent->left, box.left), std::min(extent->bottom, box.bottom), std::max(extent->right, box.right),
               std::max(extent->top, box.top)};
}

std::uint32_t Structure::add_link(ElementId element, std::uint32_t page, haru::Dict annotation) {
  ElementId link = element;
  while (link && elements_[link.index()].type != "Link") link = elements_[link.index()].parent;
  if (!link) link = add_element({}, element, "Link", {});
  elements_[link.index()].links.push_back(static_cast<std::uint32_t>(links_.size()));
  links_.push_back({link, page, order_++, annotation});
  return static_cast<std::uint32_t>(document_.pages.size() + links_.size() - 1);
}

void Structure::write(haru::Doc& doc, std::span<haru::Dict const> pages) const {
  Output output{std::vector<haru::Dict>(elements_.size()), std::vector<std::uint32_t>(elements_.size(), nowhere), pages};
  for (auto i = elements_.size(); i-- > 0;) {
    auto& first = output.first[i];
    for (auto const content : elements_[i].contents) first = std::min(first, contents_[content].order);
    for (auto const link : elements_[i].links) first = std::min(first, links_[link].order);
    if (auto const parent = elements_[i].parent) output.first[parent.index()] = std::min(output.first[parent.index()], first);
  }
  auto root = doc.object();
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (i == 0 || output.first[i] != nowhere) output.dicts[i] = doc.object();
  }
  root.set("Type", haru::Name{"StructTreeRoot"}).set("K", output.dicts[0]);
  output.dicts[0].set("P", root);
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    if (output.dicts[i] != haru::Dict{}) write_element(i, output);
  }
  write_parent_tree(doc, root, output);
  doc.catalog().set("StructTreeRoot", root).dict("MarkInfo").set("Marked", true);
}

void Structure::write_element(std::uint32_t index, Output const& output) const {
  Element const& element = elements_[index];
  auto dict = output.dicts[index];
  // A link that cannot be clicked is no link.
  bool const dead_link = element.type == "Link" && element.links.empty();
  dict.set("S", haru::Name{dead_link ? "Span" : element.type});
  if (element.parent) dict.set("P", output.dicts[element.parent.index()]);
  if (!element.lang.empty()) dict.set("Lang", haru::Text{element.lang});
  if (element.node && !document_.structure[element.node.index()].alt.empty()) {
    dict.set("Alt", haru::Text{document_.structure[element.node.index()].alt});
  }
  if (element.type == "Note") dict.set("ID", haru::Ascii{"note-" + std::to_string(index)});
  write_attributes(index, output);
  write_kids(index, output);
}

void Structure::write_attributes(std::uint32_t index, Output const& output) const {
  Element const& element = elements_[index];
  auto dict = output.dicts[index];
  if (element.type == "L") {
    auto const labelled = [&](ElementId item) {
      auto const& parts = elements_[item.index()].children;
      return std::any_of(parts.begin(), parts.end(),
                         [&](ElementId part) { return elements_[part.index()].type == "Lbl" && output.first[part.index()] != nowhere; });
    };
    if (std::any_of(element.children.begin(), element.children.end(), labelled)) {
      bool const numbered = document_.structure[element.node.index()].numbered_list;
      dict.dict("A").set("O", haru::Name{"List"}).set("ListNumbering", haru::Name{numbered ? "Decimal" : "Disc"});
    }
  }
  if (element.type == "Figure" && element.extent) {
    auto attributes = dict.dict("A");
    attributes.set("O", haru::Name{"Layout"}).set("Placement", haru::Name{"Block"});
    auto const& [left, bottom, right, top] = *element.extent;
    attributes.array("BBox").add(left).add(bottom).add(right).add(top);
  }
}

void Structure::write_kids(std::uint32_t index, Output const& output) const {
  Element const& element = elements_[index];
  auto dict = output.dicts[index];
  std::size_t count = element.contents.size() + element.links.size();
  for (auto const child : element.children) count += output.first[child.index()] != nowhere ? 1U : 0U;
  if (count == 0) return;
  std::uint32_t const home = element.contents.empty() ? nowhere : contents_[element.contents.front()].page;
  if (home != nowhere) dict.set("Pg", output.pages[home]);

  // A single kid that is no dictionary needs no array.
  if (count == 1 && !element.contents.empty()) {
    dict.set("K", contents_[element.contents.front()].mcid);
    return;
  }
  auto kids = dict.array("K");
  // Own content and links have an order among all content; a child goes before what comes after its first content.
  // Children keep the structure's order, which for columns over several pages is not the order of the pages.
  std::size_t content = 0, link = 0;
  auto const add_until = [&](std::uint32_t limit) {
    for (;;) {
      auto const next_content = content < element.contents.size() ? contents_[element.contents[content]].order : nowhere;
      auto const next_link = link < element.links.size() ? links_[element.links[link]].order : nowhere;
      if (std::min(next_content, next_link) >= limit) return;
      if (next_content < next_link) {
        auto const& marked = contents_[element.contents[content++]];
        if (marked.page == home) {
          kids.add(marked.mcid);
        } else {
          kids.dict().set("Type", haru::Name{"MCR"}).set("Pg", output.pages[marked.page]).set("MCID", marked.mcid);
        }
      } else {
        auto const& area = links_[element.links[link++]];
        kids.dict().set("Type", haru::Name{"OBJR"}).set("Obj", area.annotation).set("Pg", output.pages[area.page]);
      }
    }
  };
  for (auto const child : element.children) {
    if (output.first[child.index()] == nowhere) continue;
    add_until(output.first[child.index()]);
    kids.add(output.dicts[child.index()]);
  }
  add_until(nowhere);
}

void Structure::write_parent_tree(haru::Doc& doc, haru::Dict root, Output const& output) const {
  auto tree = doc.object();
  std::size_t const keys = page_contents_.size() + links_.size();
  auto const fill = [&](haru::Array numbers, std::size_t begin, std::size_t end) {
    for (std::size_t key = begin; key < end; ++key) {
      numbers.add(static_cast<std::int64_t>(key));
      if (key >= page_contents_.size()) {
        numbers.add(output.dicts[links_[key - page_contents_.size()].element.index()]);
        continue;
      }
      auto elements = numbers.array();
      for (auto const element : page_contents_[key]) elements.add(output.dicts[element.index()]);
    }
  };
  if (keys <= keys_per_leaf) {
    fill(tree.array("Nums"), 0, keys);
  } else {
    auto leaves = tree.array("Kids");
    for (std::size_t begin = 0; begin < keys; begin += keys_per_leaf) {
      std::size_t const end = std::min(begin + keys_per_leaf, keys);
      auto leaf = doc.object();
      leaf.array("Limits").add(static_cast<std::int64_t>(begin)).add(static_cast<std::int64_t>(end - 1));
      fill(leaf.array("Nums"), begin, end);
      leaves.add(leaf);
    }
  }
  root.set("ParentTree", tree).set("ParentTreeNextKey", static_cast<std::int64_t>(keys));
}

}  // namespace resumec::backend::pdf

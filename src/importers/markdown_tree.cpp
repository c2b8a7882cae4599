// A Markdown file as a tree of its texts, in their order: what an import is measured against.
#include "importers/markdown.hpp"
#include "model/yaml_words.hpp"
#include "syntax/yaml.hpp"

namespace resumec::importers {

namespace {

// The depth of blocks is bounded by their reader.
void add_texts(SourceId source, std::string_view text, syntax::MarkdownBlocks const& blocks, Node& list) {
  for (MarkdownBlock const& block : blocks) {
    if (!block.text.empty()) {
      Node leaf = make_scalar({}, {});
      leaf.scalar = syntax::text_of(source, text, block.text);
      leaf.span = leaf.scalar.span;
      if (!is_absent(leaf)) list.items.push_back(trimmed(leaf));
    }
    add_texts(source, text, block.children, list);
    for (MarkdownItem const& item : block.items) add_texts(source, text, item.blocks, list);
  }
}

}  // namespace

Node markdown_tree(SourceId source, std::string_view text) {
  Diagnostics unheard;  // the importer reads the file as well
  auto const document = syntax::read_markdown(source, text, unheard);
  Node tree = make_map({source, 0, static_cast<std::uint32_t>(text.size())});
  Node list = make_list(tree.span);
  add_texts(source, text, document.blocks, list);
  if (document.front_matter.begin < document.front_matter.end)
    put(tree, "front matter", syntax::read_yaml(source, front_matter_in_place(text, document.front_matter), unheard, model::yaml_words()));
  put(tree, "texts", std::move(list));
  return tree;
}

}  // namespace resumec::importers

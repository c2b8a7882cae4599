// The front matter of a Markdown file: YAML for Jekyll, pandoc, Hugo and others, with what résumés keep there.
#include "importers/markdown.hpp"
#include "model/networks.hpp"
#include "model/yaml_words.hpp"
#include "syntax/yaml.hpp"

#include <algorithm>

namespace resumec::importers {

namespace {

/// Fields of the top level of the native format that may stand here as they are.
constexpr std::string_view native_fields[] = {"langs",    "links",    "contact", "nationality", "me",
                                              "settings", "variants", "outputs", "comment",     "resumec"};

}  // namespace

std::string front_matter_in_place(std::string_view text, MarkdownLine const& range) {
  std::string yaml{text.substr(0, range.end)};
  std::replace_if(yaml.begin(), yaml.begin() + range.begin, [](char c) { return c != '\n' && c != '\r'; }, ' ');
  return yaml;
}

void read_front_matter(MarkdownContext& context, Context& rewriting, MarkdownLine const& range, Node& tree) {
  if (range.begin == range.end) return;
  Node const root = syntax::read_yaml(context.source, front_matter_in_place(context.text, range), context.diagnostics, model::yaml_words());
  if (!root.is_map()) return put(tree, "x-front-matter", root);
  if (Member const* const lang = root.find("lang"); lang && lang->value.is_scalar()) context.lang = lang->value.text();
  bool const native = root.find("resumec") != nullptr;
  Fields fields{root, "front matter", rewriting};
  fields.move(tree, "name", {"name"});
  if (tree.find("name"))
    fields.move(tree, "x-author", {"author"});
  else
    fields.move(tree, "name", {"author"});
  fields.move(tree, "x-title", {"title"});
  fields.move(tree, "headline", {"headline", "subtitle", "tagline", "label", "position"});
  fields.move(tree, "email", {"email", "mail", "e-mail"});
  fields.move(tree, "phone", {"phone", "tel", "telephone", "mobile"});
  fields.move(tree, "website", {"website", "homepage", "url", "web"});
  fields.move(tree, "location", {"location", "address", "place", "city"});
  fields.move(tree, "lang", {"lang", "language", "locale"});
  fields.move(tree, "photo", {"photo", "image", "avatar", "picture"});
  fields.move(tree, "birth", {"birth", "birthday", "born"});
  for (std::string_view const name : native_fields) fields.move(tree, name, {name});
  for (Member const& written : root.members) {
    auto const* const known_network = model::find_network(written.key);
    if (!known_network) continue;
    model::Network const& network = *known_network;
    if (Member const* const member = fields.take({written.key})) {
      auto links = std::find_if(tree.members.begin(), tree.members.end(), [](Member const& known) { return known.key == "links"; });
      if (links != tree.members.end() && links->value.is_map()) {
        put(links->value, network.id, member->value, member->key_span);
      } else {
        Node map = make_map(member->value.span);
        put(map, network.id, member->value, member->key_span);
        put(tree, links == tree.members.end() ? "links" : "x-links", std::move(map), member->key_span);
      }
    }
  }
  // Jekyll's `layout: cv` names a page of the site; with `resumec: 1` or as a map it is ours.
  Member const* const layout = root.find("layout");
  if (layout && (native || layout->value.is_map())) fields.move(tree, "layout", {"layout"});
  fields.ignore({"layout",      "theme",     "css",      "stylesheet",      "style",    "template",   "permalink",      "documentclass",
                 "classoption", "geometry",  "fontsize", "fontfamily",      "mainfont", "sansfont",   "monofont",       "papersize",
                 "colorlinks",  "linkcolor", "urlcolor", "header-includes", "output",   "pdf-engine", "numbersections", "toc",
                 "margin",      "pagestyle", "draft"});
  fields.keep_rest(tree);
}

}  // namespace resumec::importers

// Markdown résumés: one heading is the name, those of one level are sections, deeper ones are entries or groups. What nothing here
// understands stays where it is, as text or as a list.
#include "importers/markdown.hpp"

#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

constexpr std::size_t levels = 7;

std::string title_of(MarkdownContext const& context, MarkdownBlock const& heading) {
  return plain_of(paragraph_node(context, heading.text));
}

/// `# Curriculum Vitae` says what the file is, not whose.
bool names_the_document(std::string_view title) {
  constexpr std::string_view words[] = {"cv", "curriculumvitae", "resume", "lebenslauf", "vita", "vitae"};
  std::string const folded = unicode::fold_for_matching(title);
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

void collect_targets(MarkdownContext& context, MarkdownBlocks const& blocks) {
  for (MarkdownBlock const& block : blocks) {
    if (block.kind == MarkdownKind::LinkDefinition) {
      MarkdownLine const& label = block.text[0];
      context.targets.emplace(unicode::fold_for_matching(context.text.substr(label.begin, label.end - label.begin)),
                              LinkTarget{label, block.text[1]});
    }
    collect_targets(context, block.children);
    for (MarkdownItem const& item : block.items) collect_targets(context, item.blocks);
  }
}

class Importer {
 public:
  Importer(MarkdownContext& context, MarkdownBlocks const& blocks, Node& tree) : context_{context}, blocks_{blocks}, tree_{tree} {}

  void run() {
    find_levels();
    std::size_t const first = read_head();
    outline(first);
    take_contacts_at_end();
    put(tree_, "sections", sections());
  }

 private:
  /// The level most of whose headings are known titles of sections; without any, the one below the only heading at the top.
  void find_levels() {
    std::array<std::size_t, levels> known{}, all{};
    for (MarkdownBlock const& block : blocks_) {
      if (block.kind != MarkdownKind::Heading) continue;
      auto const level = static_cast<std::size_t>(block.level);
      std::string const title = title_of(context_, block);
      ++all[level];
      if (!names_the_document(title) && !model::role_of_title(title).empty()) ++known[level];
    }
    auto const most = std::max_element(known.begin(), known.end());
    if (*most > 0) {
      section_level_ = static_cast<int>(most - known.begin());
      return;
    }
    auto const top = std::find_if(all.begin(), all.end(), [](std::size_t count) { return count > 0; });
    auto const below = top == all.end() ? top : std::find_if(top + 1, all.end(), [](std::size_t count) { return count > 0; });
    bool const alone = top != all.end() && *top == 1 && below != all.end();
    section_level_ = top == all.end() ? 1 : static_cast<int>((alone ? below : top) - all.begin());
  }

  /// A heading above all sections, or the first of all if it could be a name.
  bool is_name(MarkdownBlock const& heading, bool first) const {
    std::string const title = title_of(context_, heading);
    if (heading.level < section_level_) return true;
    constexpr std::ptrdiff_t most_blanks = 4;
    bool const like_a_name =
        std::count(title.begin(), title.end(), ' ') <= most_blanks && title.find_first_of("0123456789:") == std::string::npos;
    return first && heading.level == section_level_ && !tree_.find("name") && like_a_name && model::role_of_title(title).empty();
  }

  /// What stands above the first section; returns where that begins.
  std::size_t read_head() {
    MarkdownBlocks above;
    std::size_t at = 0;
    bool first = true, headed = false;
    for (; at < blocks_.size(); ++at) {
      MarkdownBlock const& block = blocks_[at];
      if (block.kind != MarkdownKind::Heading) {
        above.push_back(block);
        continue;
      }
      if (!is_name(block, first)) break;
      first = false;
      headed = true;
      read_name(block);
    }
    if (Member const* const title = tree_.find("x-title"); title && !tree_.find("name") && title->value.is_scalar()) {
      auto const member =
          std::find_if(tree_.members.begin(), tree_.members.end(), [](Member const& known) { return known.key == "x-title"; });
      member->key = "name";
    }
    summary_ = read_header(context_, tree_, above, headed ? Headline::Allowed : Headline::None);
    return at;
  }

  void read_name(MarkdownBlock const& heading) {
    Node const line = paragraph_node(context_, heading.text);
    Node name = part_of(line, {0, line.text().size()});
    auto const tokens = tokens_of(name.text(), 0, name.text().size());
    if (names_the_document(title_of(context_, heading)))
      return put(tree_, tree_.find("x-title") ? "x-heading" : "x-title", std::move(name));
    if (!tree_.find("name")) {
      if (tokens.size() == 1 && tokens[0].kind == TokenKind::Link) {
        put(tree_, "website", slice(name, tokens[0].target_begin, tokens[0].target_end));
        name = slice(name, tokens[0].inner_begin, tokens[0].inner_end);
      }
      return put(tree_, "name", std::move(name));
    }
    put(tree_, tree_.find("headline") ? "x-heading" : "headline", std::move(name));
  }

  void outline(std::size_t first) {
    std::vector<std::pair<int, Outline*>> open;
    for (std::size_t i = first; i < blocks_.size(); ++i) {
      MarkdownBlock const& block = blocks_[i];
      if (block.kind != MarkdownKind::Heading) {
        open.back().second->blocks.push_back(block);
        continue;
      }
      int const level = std::max(block.level, section_level_);
      // A heading below no section yet is one.
      while (!open.empty() && open.back().first >= level) open.pop_back();
      std::vector<Outline>& siblings = open.empty() ? sections_ : open.back().second->parts;
      siblings.push_back({&block, {}, {}});
      open.emplace_back(level, &siblings.back());
    }
  }

  /// pandoc's résumés end with a quote that holds the contacts.
  void take_contacts_at_end() {
    if (sections_.empty() || tree_.find("contact")) return;
    Outline* last = &sections_.back();
    while (!last->parts.empty()) last = &last->parts.back();
    auto const quote = std::find_if(last->blocks.rbegin(), last->blocks.rend(), [](MarkdownBlock const& block) {
      return block.kind != MarkdownKind::Comment && block.kind != MarkdownKind::Rule;
    });
    if (quote == last->blocks.rend() || quote->kind != MarkdownKind::Quote || !read_contacts(context_, tree_, *quote)) return;
    last->blocks.erase(std::prev(quote.base()));
  }

  Node sections() const {
    Node map = make_map({context_.source, 0, static_cast<std::uint32_t>(context_.text.size())});
    if (!summary_.empty()) {
      Node summary = blocks_node(context_, summary_);
      Span const at = summary.span.start();
      put(map, "summary", std::move(summary), at);
    }
    std::set<std::string, std::less<>> keys;
    for (Outline const& section : sections_) add_section(map, keys, section);
    return map;
  }

  /// `keys`: of the sections above.
  void add_section(Node& map, std::set<std::string, std::less<>>& keys, Outline const& section) const {
    Node const title = paragraph_node(context_, section.heading->text);
    Node const name = part_of(title, {0, title.text().size()});
    std::string key = plain_of(name);
    std::string const role = model::role_of_title(key);
    Node node = section_node(context_, section, model::kind_of_role(role));
    bool const twice = !keys.insert(key).second;
    bool const taken = key.empty() || key.starts_with("x-");
    // A key is read as text where it stands; what is no plain text there, or no title as a key, is said in a field of its own.
    bool const plain = name.text() == key && context_.text.substr(name.span.begin, key.size()) == key;
    bool const meant = !role.empty() || key.find(' ') != std::string::npos;
    if (taken) key = "Section";
    if (twice || taken || !plain || !meant || node.members.empty()) put(node, "title", name);
    put(map, key, std::move(node), name.span);
  }

  MarkdownContext& context_;
  MarkdownBlocks const& blocks_;
  Node& tree_;
  int section_level_ = 1;
  MarkdownBlocks summary_;
  std::vector<Outline> sections_;
};

}  // namespace

Imported import_markdown(SourceId source, std::string_view text, Diagnostics& diagnostics) {
  Imported imported;
  auto const document = syntax::read_markdown(source, text, diagnostics);
  if (document.blocks.empty() && document.front_matter.begin == document.front_matter.end) return imported;
  std::set<std::string, std::less<>> used;
  Context rewriting{SourceFormat::Markdown, diagnostics};
  MarkdownContext context{source, text, diagnostics, used, rewriting.ignored};
  imported.tree = make_map({source, 0, static_cast<std::uint32_t>(text.size())});
  collect_targets(context, document.blocks);
  read_front_matter(context, rewriting, document.front_matter, imported.tree);
  Importer{context, document.blocks, imported.tree}.run();
  for (auto const& [label, target] : context.targets) {
    if (used.contains(label)) {
      // The address is in the text that refers to it.
      rewriting.ignored.push_back({source, target.label.begin, target.address.end});
      continue;
    }
    std::uint32_t const begin = target.label.begin - 1;  // with its bracket
    Node address = make_scalar(std::string{text.substr(begin, target.address.end - begin)}, Span{source, begin, target.address.end});
    append(imported.tree, "x-link-targets", std::move(address));
  }
  imported.ignored = std::move(rewriting.ignored);
  return imported;
}

}  // namespace resumec::importers

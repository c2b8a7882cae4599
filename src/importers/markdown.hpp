// What the parts of the importer of Markdown share. Inside the importers alone.
//
//   markdown.cpp              headings → name and sections, the tree
//   markdown_front.cpp        front matter
//   markdown_header.cpp       what stands above the first section: contacts, headline, summary
//   markdown_sections.cpp     the blocks of a section → entries
//   markdown_lists.cpp        list items → entries and points
//   markdown_line.cpp         one line that heads an entry → role, organisation, place, date
//   markdown_publication.cpp  one list item → authors, title, venue, year, links
//   markdown_tokens.cpp       the marks of one line
//   markdown_text.cpp         texts: HTML as Markdown, links by reference, refused emphasis
#pragma once

#include "importers/rewrite.hpp"
#include "model/kinds.hpp"
#include "syntax/markdown_document.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace resumec::importers {

using syntax::MarkdownBlock;
using syntax::MarkdownBlocks;
using syntax::MarkdownItem;
using syntax::MarkdownKind;
using syntax::MarkdownLine;
using syntax::MarkdownLines;

/// `[label]: address`
struct LinkTarget {
  MarkdownLine label, address;
};

/// Bytes of a text.
struct Range {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct MarkdownContext {
  SourceId source;
  std::string_view text;
  Diagnostics& diagnostics;
  std::set<std::string, std::less<>>& used_targets;             ///< labels that some text refers to
  std::vector<Span>& ignored;                                   ///< what has done its duty as a mark: labels of folds
  std::map<std::string, LinkTarget, std::less<>> targets = {};  ///< of links by reference, by folded label
  std::string lang = "en";
};

// ---- markdown_text.cpp

/// What the two halves of `<span>…</span> <span>…</span>` become: part of one text, or parts with a bar between them.
enum class Halves : std::uint8_t { Join, Part };
/// A paragraph as a text on one line, but for hard breaks.
Node paragraph_node(MarkdownContext const& context, std::span<MarkdownLine const> lines, Halves halves = Halves::Join);
/// Blocks as they stand, for fields of several paragraphs.
Node blocks_node(MarkdownContext const& context, std::span<MarkdownBlock const> blocks);
/// The letters alone.
std::string plain_of(Node const& text);
/// Without blanks at both ends.
Node trimmed(Node const& text);
/// Puts a comment of the source into the field for such, below those that are there.
void add_comment(MarkdownContext const& context, Node& map, MarkdownBlock const& comment);
/// The attributes `{!1 .tag}` at the end of a line with the blanks before them; empty, and at its end, without any.
Range attributes_of(std::string_view line);
/// Puts the attributes of a line behind the name of the entry that was made of it.
void give_attributes(Node& entry, Node const& line, Range attributes);
/// HTML tags as Markdown, links by reference with their targets.
Node without_html(MarkdownContext const& context, Node const& text, Halves halves);
/// `* **AAAI** 2023*`: the blank that keeps a mark from being one is left out.
Node with_emphasis_mended(Node const& text);

// ---- markdown_tokens.cpp

enum class TokenKind : std::uint8_t { Text, Strong, Emphasis, Code, Link, Paren };
/// A stretch of a text, with its marks; [inner_begin, inner_end) is what stands between them, of a link its label.
struct Token {
  TokenKind kind;
  std::size_t begin, end;
  std::size_t inner_begin, inner_end;
  std::size_t target_begin = 0, target_end = 0;  ///< of a link
};
/// Cost: linear.
std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end);

/// Without blanks and the marks that only part it from its neighbours.
Range trimmed_range(std::string_view text, Range range);
/// Without emphasis, code marks and brackets around all of it.
Range unwrapped(std::string_view text, Range range);
/// The node of a range, unwrapped from emphasis alone.
Node part_of(Node const& text, Range range);

// ---- markdown_dates.cpp

/// A date, a span or a list of them; nullopt for anything else. `Dec. (2012)` loses its brackets.
std::optional<Node> date_node(MarkdownContext const& context, Node const& text, Range range);
/// The same, and words with a year in them as words.
std::optional<Node> date_or_words(MarkdownContext const& context, Node const& text, Range range);

// ---- markdown_line.cpp

enum class LineAs : std::uint8_t { Heading, Item };
/// Splits the line that heads an entry into fields of it. False if it is none, and `entry` is as it was: an item that is neither dated nor
/// begins in bold.
bool read_entry_line(MarkdownContext const& context, Node& entry, Node const& line, std::optional<model::Kind> kind, LineAs as);
/// The field for the name of such an entry.
std::string_view title_field(std::optional<model::Kind> kind);

// ---- markdown_publication.cpp

/// False if the text does not look like a publication.
bool read_publication_line(MarkdownContext const& context, Node& entry, Node const& line);

// ---- markdown_lists.cpp

Node point_of(MarkdownContext const& context, MarkdownItem const& item);
/// Items as points or texts.
Node points_of(MarkdownContext const& context, MarkdownBlock const& list);
/// An item as an entry of the kind, if it looks like one.
std::optional<Node> entry_of(MarkdownContext const& context, MarkdownItem const& item, std::optional<model::Kind> kind);
/// Puts the blocks below the line of an entry where they belong: text, points, abstract, comments.
void add_body(MarkdownContext const& context, Node& entry, std::span<MarkdownBlock const> blocks);
/// Puts what a fold holds under `abstract`.
void put_abstract(MarkdownContext const& context, Node& entry, MarkdownBlock const& fold);
/// True for a fold that holds an abstract.
bool is_abstract(MarkdownContext const& context, MarkdownBlock const& fold);

// ---- markdown_front.cpp

/// YAML with blanks where other things stand before it, so that all of it is in its place.
std::string front_matter_in_place(std::string_view text, MarkdownLine const& range);
/// Moves what the front matter says into the tree. `title` is a name where nothing else is.
void read_front_matter(MarkdownContext& context, Context& rewriting, MarkdownLine const& range, Node& tree);

// ---- markdown_sections.cpp

/// A heading with what stands below it, up to the next one of its level.
struct Outline {
  MarkdownBlock const* heading = nullptr;
  std::vector<MarkdownBlock> blocks;
  std::vector<Outline> parts;
};
/// What the section's key holds: a map with its entries.
Node section_node(MarkdownContext const& context, Outline const& section, std::optional<model::Kind> kind);

// ---- markdown_header.cpp

/// May a short line be the headline? Not where no name stands above it.
enum class Headline : std::uint8_t { Allowed, None };
/// Reads the blocks above the first section: contacts, a headline, comments. What is none of these is returned.
MarkdownBlocks read_header(MarkdownContext const& context, Node& tree, std::span<MarkdownBlock const> blocks, Headline headline);
/// The contacts that a block holds. False if it is no block of contacts.
bool read_contacts(MarkdownContext const& context, Node& tree, MarkdownBlock const& block);

}  // namespace resumec::importers

// What stands above the first section of a Markdown résumé: contacts in a line, a list or a quote; a headline; a summary.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"
#include "model/networks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

constexpr std::size_t longest_contact = 90;
constexpr std::size_t longest_headline = 100;
constexpr std::size_t shortest_phone = 7;  ///< digits

enum class ContactKind : std::uint8_t { Email, Phone, Address, Words };

struct Piece {
  ContactKind kind = ContactKind::Words;
  Range label;  ///< `Email:` before it
  Range text;   ///< what is printed; empty if it is the value
  Range value;
};

bool is_letter(char c) { return base::ascii_lower(c) >= 'a' && base::ascii_lower(c) <= 'z'; }

bool is_phone(std::string_view text) {
  std::size_t const digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), base::is_ascii_digit));
  return digits >= shortest_phone && text.find_first_not_of("0123456789+-()./ x") == std::string_view::npos;
}
bool is_email(std::string_view text) {
  return text.find('@') != std::string_view::npos && text.find('@') > 0 && text.find_first_of(" /") == std::string_view::npos;
}
/// `https://…`, `www.…`, `bob.example.org/cv`
bool is_address(std::string_view text) {
  if (text.find(' ') != std::string_view::npos) return false;
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) return true;
  std::string_view const host = text.substr(0, text.find('/'));
  std::size_t const dot = host.rfind('.');
  return dot != std::string_view::npos && dot > 0 && dot + 2 < host.size() &&
         std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_letter);
}

ContactKind kind_of(std::string_view text) {
  std::string const lower = base::ascii_lower(text);
  if (lower.starts_with("mailto:") || is_email(text)) return ContactKind::Email;
  if (lower.starts_with("tel:") || is_phone(text)) return ContactKind::Phone;
  return is_address(text) ? ContactKind::Address : ContactKind::Words;
}

Piece piece_of(std::string_view text, Range range) {
  range = trimmed_range(text, range);
  Piece piece;
  piece.value = range;
  auto tokens = tokens_of(text, range.begin, range.end);
  auto const of = [&](Range part) { return text.substr(part.begin, part.end - part.begin); };
  // `Email: bob@example.org`, `**Email:** [bob](mailto:…)`
  std::size_t const colon = text.substr(0, range.end).find(": ", range.begin);
  std::size_t const bold_colon = text.substr(0, range.end).find(":** ", range.begin);
  if (std::size_t const at = std::min(colon, bold_colon);
      at != std::string_view::npos && at - range.begin < 20 && of({range.begin, at}).find_first_of("[<@/") == std::string_view::npos) {
    Range const behind = trimmed_range(text, {at == bold_colon ? at + 3 : at + 1, range.end});
    Piece const inner = piece_of(text, behind);
    if (inner.kind != ContactKind::Words) {
      piece = inner;
      piece.label = {range.begin, at};
      while (!piece.label.empty() && text[piece.label.begin] == '*') ++piece.label.begin;
      return piece;
    }
  }
  std::erase_if(tokens,
                [&](Token const& token) { return token.kind == TokenKind::Text && trimmed_range(text, {token.begin, token.end}).empty(); });
  if (tokens.size() == 1 && tokens[0].kind == TokenKind::Link) {
    piece.value = {tokens[0].target_begin, tokens[0].target_end};
    piece.kind = kind_of(of(piece.value));
    if (piece.kind == ContactKind::Words) piece.kind = ContactKind::Address;
    Range const label = unwrapped(text, {tokens[0].inner_begin, tokens[0].inner_end});
    if (of(piece.value).find(of(label)) == std::string_view::npos) piece.text = label;
    return piece;
  }
  piece.value = unwrapped(text, range);
  piece.kind = kind_of(of(piece.value));
  if (piece.kind == ContactKind::Words || is_phone(of(range))) piece.value = range;
  return piece;
}

/// The pieces of one line, between marks, or between commas where there are none.
std::vector<Piece> pieces_of(std::string_view text) {
  constexpr std::string_view marks[] = {"|", "•", "·", "\\\n", " / ", " — ", "<br>", "<br/>", "<br />", "⋅", "◦"};
  std::vector<Piece> pieces;
  for (bool const by_commas : {false, true}) {
    pieces.clear();
    std::size_t begin = 0;
    auto const add = [&](std::size_t end) {
      if (!trimmed_range(text, {begin, end}).empty()) pieces.push_back(piece_of(text, {begin, end}));
    };
    for (Token const& token : tokens_of(text, 0, text.size())) {
      if (token.kind != TokenKind::Text) continue;
      for (std::size_t at = token.begin; at < token.end;) {
        std::size_t size = by_commas && text.substr(at).starts_with(", ") ? 2 : 0;
        for (std::string_view const mark : marks)
          if (text.substr(at).starts_with(mark)) size = mark.size();
        if (size == 0) {
          ++at;
          continue;
        }
        add(at);
        begin = at += size;
      }
    }
    add(text.size());
    // A comma parts contacts only where there are some: `San Francisco, CA` is one place.
    bool const any = std::any_of(pieces.begin(), pieces.end(), [](Piece const& piece) { return piece.kind != ContactKind::Words; });
    if (by_commas ? any : pieces.size() > 1 || any) return pieces;
  }
  return {piece_of(text, {0, text.size()})};
}

/// The lines of a block that could hold contacts.
std::vector<Node> lines_of(MarkdownContext const& context, MarkdownBlock const& block) {
  std::vector<Node> lines;
  auto const add_all = [&](MarkdownBlocks const& blocks) {
    for (MarkdownBlock const& inner : blocks)
      if (inner.kind == MarkdownKind::Paragraph) lines.push_back(paragraph_node(context, inner.text));
    return std::all_of(blocks.begin(), blocks.end(), [](MarkdownBlock const& inner) { return inner.kind == MarkdownKind::Paragraph; });
  };
  bool whole = true;
  switch (block.kind) {
    case MarkdownKind::Paragraph:
      // Lines of a paragraph of contacts are lines.
      for (MarkdownLine const& line : block.text) lines.push_back(paragraph_node(context, std::span{&line, 1}));
      break;
    case MarkdownKind::List:
      for (MarkdownItem const& item : block.items) whole = add_all(item.blocks) && whole;
      break;
    case MarkdownKind::Quote:
      for (MarkdownBlock const& inner : block.children) {
        auto more = lines_of(context, inner);
        whole = whole && !more.empty();
        std::move(more.begin(), more.end(), std::back_inserter(lines));
      }
      break;
    default:
      break;
  }
  if (!whole) lines.clear();
  return lines;
}

Node contact_node(Node const& line, Piece const& piece, bool& has_place) {
  Node item = make_map(slice(line, piece.value.begin, piece.value.end).span);
  Node value = slice(line, piece.value.begin, piece.value.end);
  std::string_view const text = value.text();
  std::string field = "value";
  if (piece.kind == ContactKind::Email) {
    field = "email";
  } else if (piece.kind == ContactKind::Phone) {
    field = "phone";
  } else if (piece.kind == ContactKind::Address) {
    auto const* const network = model::network_of_address(text);
    field = network ? std::string{network->id} : "website";
  } else if (!has_place && text.find(',') != std::string_view::npos && text.find_first_of("0123456789[<*") == std::string_view::npos) {
    field = "location";
    has_place = true;
  }
  put(item, field, std::move(value));
  if (!piece.text.empty()) put(item, "value", part_of(line, piece.text));
  if (!piece.label.empty()) put(item, "label", part_of(line, piece.label));
  return item;
}

}  // namespace

bool read_contacts(MarkdownContext const& context, Node& tree, MarkdownBlock const& block) {
  std::size_t known = 0, all = 0;
  std::vector<std::pair<Node, std::vector<Piece>>> lines;
  for (Node& line : lines_of(context, block)) {
    auto pieces = pieces_of(line.text());
    for (Piece const& piece : pieces) {
      if (piece.value.end - piece.value.begin > longest_contact) return false;
      ++all;
      if (piece.kind != ContactKind::Words) ++known;
    }
    lines.emplace_back(std::move(line), std::move(pieces));
  }
  if (known == 0 || 2 * known < all) return false;
  bool has_place = tree.find("location") != nullptr;
  for (auto const& [line, pieces] : lines)
    for (Piece const& piece : pieces) append(tree, "contact", contact_node(line, piece, has_place));
  return true;
}

MarkdownBlocks read_header(MarkdownContext const& context, Node& tree, std::span<MarkdownBlock const> blocks, Headline headline) {
  MarkdownBlocks rest;
  for (MarkdownBlock const& block : blocks) {
    if (block.kind == MarkdownKind::Comment) {
      add_comment(context, tree, block);
    } else if (block.kind == MarkdownKind::Rule || block.kind == MarkdownKind::LinkDefinition || read_contacts(context, tree, block)) {
      continue;
    } else if (block.kind == MarkdownKind::Paragraph && block.text.size() == 1 && rest.empty() && headline == Headline::Allowed &&
               !tree.find("headline") && tree.find("name") && paragraph_node(context, block.text).text().size() <= longest_headline) {
      put(tree, "headline", paragraph_node(context, block.text));
    } else {
      rest.push_back(block);
    }
  }
  return rest;
}

}  // namespace resumec::importers

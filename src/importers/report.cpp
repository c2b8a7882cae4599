#include "importers/report.hpp"

#include "importers/rewrite.hpp"

#include <algorithm>
#include <array>

namespace resumec::importers {

namespace {

/// A text or a key of the native tree.
struct Piece {
  Span span;
  std::string_view text;
  std::string_view key;  ///< under which it stands; of a key: nothing
  std::string path;
  bool extra;
};

bool contains(Span outer, Span inner) { return outer.source == inner.source && outer.begin <= inner.begin && inner.end <= outer.end; }

std::string joined(std::string const& path, std::string_view name) {
  return path.empty() ? std::string{name} : path + '.' + std::string{name};
}

void collect(Node const& node, std::string const& path, std::string_view key, bool extra, std::vector<Piece>& pieces) {
  if (node.is_scalar() && node.span.size() > 0) pieces.push_back({node.span, node.text(), key, path, extra});
  for (std::size_t i = 0; i < node.items.size(); ++i) collect(node.items[i], joined(path, std::to_string(i + 1)), key, extra, pieces);
  for (Member const& member : node.members) {
    auto const here = joined(path, member.key);
    bool const inside = extra || member.key.starts_with("x-");
    if (member.key_span.size() > 0) pieces.push_back({member.key_span, member.key, {}, here, inside});
    collect(member.value, here, member.key, inside, pieces);
  }
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// True if a word of `text` stands in `in`.
bool shares_word(std::string_view text, std::string_view in) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at && in.find(text.substr(at, end - at)) != std::string_view::npos) return true;
    at = end + 1;
  }
  return false;
}

/// A month's name stands in figures in a date.
bool is_part_of_date(std::string_view key) { return key == "month" || key == "day"; }
bool is_date(std::string_view key) { return key == "when" || key == "start" || key == "end"; }

class Reporter {
 public:
  Reporter(Node const& native, std::vector<Span> const& ignored) : ignored_{ignored} {
    collect(native, {}, {}, false, pieces_);
    std::stable_sort(pieces_.begin(), pieces_.end(), [](Piece const& a, Piece const& b) { return a.span.begin < b.span.begin; });
    // Those that reach far may hold a text that begins long after them.
    for (Piece const& piece : pieces_) longest_ = std::max(longest_, piece.span.size());
  }

  void walk(Node const& node, std::string const& path, std::string_view key) {
    if (node.is_scalar() && !is_absent(node)) leaves.push_back(leaf(node, path, key));
    for (std::size_t i = 0; i < node.items.size(); ++i) walk(node.items[i], joined(path, std::to_string(i + 1)), key);
    for (Member const& member : node.members) walk(member.value, joined(path, member.key), member.key);
  }

  std::vector<ImportedLeaf> leaves;

 private:
  /// The pieces that may stand for a text, in order.
  std::vector<Piece const*> pieces_of(Node const& text, std::string_view key) const {
    std::vector<Piece const*> within, around;
    auto const least = text.span.begin > longest_ ? text.span.begin - longest_ : 0;
    auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), least,
                                  [](Piece const& candidate, std::uint32_t begin) { return candidate.span.begin < begin; });
    for (; piece != pieces_.end() && piece->span.begin < std::max(text.span.end, text.span.begin + 1); ++piece) {
      if (contains(text.span, piece->span))
        within.push_back(&*piece);
      else if (contains(piece->span, text.span) && (shares_word(text.text(), piece->text) || (is_part_of_date(key) && is_date(piece->key))))
        around.push_back(&*piece);
    }
    return within.empty() ? around : within;
  }

  ImportedLeaf leaf(Node const& text, std::string const& path, std::string_view key) const {
    ImportedLeaf made{path, {}, text.span, LeafFate::Lost};
    auto const found = pieces_of(text, key);
    if (found.empty()) {
      bool const known = std::any_of(ignored_.begin(), ignored_.end(), [&](Span const& span) { return contains(span, text.span); });
      if (known) made.fate = LeafFate::Ignored;
      return made;
    }
    auto const printed = std::find_if(found.begin(), found.end(), [](Piece const* piece) { return !piece->extra; });
    auto const best =
        std::find_if(found.begin(), found.end(), [&](Piece const* piece) { return !piece->extra && piece->text == text.text(); });
    if (printed == found.end()) {
      made.fate = LeafFate::Extra;
      made.to = found.front()->path;
    } else if (best == found.end()) {
      made.fate = LeafFate::Normalised;
      made.to = (*printed)->path;
    } else {
      made.fate = (*best)->key == key ? LeafFate::Mapped : LeafFate::Alias;
      made.to = (*best)->path;
    }
    return made;
  }

  std::vector<Piece> pieces_;
  std::vector<Span> const& ignored_;
  std::uint32_t longest_ = 0;
};

}  // namespace

std::vector<ImportedLeaf> report_leaves(Node const& foreign, Node const& native, std::vector<Span> const& ignored) {
  Reporter reporter{native, ignored};
  reporter.walk(foreign, {}, {});
  return std::move(reporter.leaves);
}

}  // namespace resumec::importers

namespace resumec {

std::string_view name_of(LeafFate fate) {
  constexpr std::array<std::string_view, fate_count> names{"mapped", "alias", "normalised", "extra", "ignored", "lost"};
  return names[static_cast<std::size_t>(fate)];
}

}  // namespace resumec

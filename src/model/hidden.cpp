#include "model/hidden.hpp"

#include "diag/report.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace resumec::model {
namespace {

using syntax::MappedText;
using syntax::Node;

/// Does a text hold any of these characters? By its bytes, for nearly every text is only asked this.
bool may_be_hidden(std::string_view text) {
  auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned const first = byte(at);
    if (first < 0xD8) continue;
    unsigned const second = byte(at + 1), third = byte(at + 2);
    if (first == 0xD8 && second == 0x9C) return true;
    if (first == 0xE2 && second == 0x80 && ((third >= 0x8B && third <= 0x8F) || (third >= 0xAA && third <= 0xAE))) return true;
    if (first == 0xE2 && second == 0x81 && third >= 0xA0 && third <= 0xA9) return true;
    if (first == 0xEF && ((second == 0xAC && third >= 0x80 && third <= 0x86) || (second == 0xBB && third == 0xBF))) return true;
  }
  return false;
}

/// The letters of U+FB00 to U+FB06.
std::string_view letters_of(char32_t c) {
  constexpr std::array<std::string_view, 7> letters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : std::string_view{};
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }
bool is_mark_of_direction(char32_t c) { return c == 0x061C || c == 0x200E || c == 0x200F; }
bool is_embedding(char32_t c) { return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E; }
bool is_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }
bool is_of_direction(char32_t c) { return is_mark_of_direction(c) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }
bool is_zero_width(char32_t c) { return c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF; }
bool is_hidden(char32_t c) { return is_zero_width(c) || is_joiner(c) || is_of_direction(c); }

bool is_one_of(std::string_view script, std::span<std::string_view const> scripts) {
  return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

/// Scripts whose letters stand side by side: a joiner between two of them does nothing that is seen.
bool takes_joiners(char32_t c) {
  constexpr std::string_view apart[] = {"Latn", "Grek", "Cyrl", "Armn", "Geor", "Hani", "Hira", "Kana", "Hang", "Bopo", "Zyyy"};
  return unicode::is_emoji(c) || (c >= 0x80 && !is_one_of(unicode::script_of(c), apart));
}

/// Scripts without blanks between words, where U+200B says that one ends.
bool is_without_blanks(char32_t c) {
  constexpr std::string_view scripts[] = {"Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Lana", "Talu", "Java", "Bali"};
  return c >= 0x80 && is_one_of(unicode::script_of(c), scripts);
}

struct Edit {
  std::size_t begin, end;
  std::string_view replacement;
  char32_t character;  ///< 0: nothing to report
};

/// The controls of a text in which something runs from right to left (UAX #9, BD8 to BD13).
class Pairs {
 public:
  /// False for what closes nothing.
  bool fits(char32_t c) {
    if (is_embedding(c) || is_isolate(c)) {
      open_.push_back(c);
    } else if (c == 0x202C) {
      if (open_.empty() || !is_embedding(open_.back())) return false;
      open_.pop_back();
    } else if (c == 0x2069) {
      auto const last = std::find_if(open_.rbegin(), open_.rend(), is_isolate);
      if (last == open_.rend()) return false;
      open_.erase(std::prev(last.base()), open_.end());  // an isolate ends the embeddings inside it
    }
    return true;
  }
  /// What closes all that is open.
  std::vector<std::string_view> ends() const {
    std::vector<std::string_view> result;
    for (auto c = open_.rbegin(); c != open_.rend(); ++c) result.push_back(is_isolate(*c) ? "\u2069" : "\u202C");
    return result;
  }

 private:
  std::vector<char32_t> open_;
};

/// Does a character do something between these two? 0 stands for the start and the end of a text.
bool does_something(char32_t before, char32_t c, char32_t after) {
  if (is_joiner(c)) return takes_joiners(before) || takes_joiners(after);
  return c == 0x200B && is_without_blanks(before) && is_without_blanks(after);
}

std::vector<Edit> edits_of(std::string_view text, bool leftward) {
  std::vector<Edit> edits;
  Pairs pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    at = point.end;
    if (auto const letters = letters_of(point.value); !letters.empty()) edits.push_back({point.begin, point.end, letters, 0});
    bool kept = true;
    if (is_of_direction(point.value)) {
      kept = leftward && pairs.fits(point.value);
    } else if (is_hidden(point.value)) {
      char32_t const after = at < text.size() ? unicode::decode_at(text, at).value : U'\0';
      kept = does_something(before, point.value, after);
    }
    if (!kept) edits.push_back({point.begin, point.end, "", point.value});
    if (!is_hidden(point.value)) before = point.value;
  }
  for (std::string_view end : pairs.ends()) edits.push_back({text.size(), text.size(), end, 0});
  return edits;
}

bool runs_leftwards(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    auto const point = unicode::decode_at(text, at);
    if (unicode::runs_leftwards(point.value)) return true;
    at = point.end;
  }
  return false;
}

MappedText edited(MappedText const& text, std::vector<Edit> const& edits) {
  MappedText result;
  result.span = text.span;
  auto piece = text.pieces.begin();
  auto const note = [&](std::size_t source_of) {
    result.pieces.push_back({static_cast<std::uint32_t>(result.text.size()), text.at(source_of, source_of).begin});
  };
  auto const keep = [&](std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    note(begin);
    while (piece != text.pieces.end() && piece->text <= begin) ++piece;
    for (; piece != text.pieces.end() && piece->text < end; ++piece)
      result.pieces.push_back({static_cast<std::uint32_t>(result.text.size() + piece->text - begin), piece->source});
    result.text.append(text.text, begin, end - begin);
  };
  std::size_t at = 0;
  for (Edit const& edit : edits) {
    keep(at, edit.begin);
    if (!edit.replacement.empty()) note(edit.begin);
    result.text += edit.replacement;
    at = edit.end;
  }
  keep(at, text.text.size());
  return result;
}

class Cleaner {
 public:
  explicit Cleaner(Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

  /// `leftward`: the language that holds there runs from right to left.
  void clean(Node& node, bool leftward) {
    if (node.is_scalar()) clean(node.scalar, leftward);
    for (Node& item : node.items) clean(item, leftward);
    syntax::Member const* lang = node.find("lang");
    if (lang && lang->value.is_scalar()) leftward = unicode::direction_of(lang->value.text()) == unicode::Direction::RightToLeft;
    for (syntax::Member& member : node.members) {
      if (may_be_hidden(member.key)) {
        MappedText key = key_text(member);
        clean(key, leftward);
        member.key = std::move(key.text);
      }
      clean(member.value, leftward);
    }
  }

 private:
  void clean(MappedText& text, bool leftward) {
    if (!may_be_hidden(text.text)) return;
    auto const edits = edits_of(text.text, leftward || runs_leftwards(text.text));
    if (edits.empty()) return;
    report(text, edits);
    text = edited(text, edits);
  }

  /// One finding a text, at the first of them: a pasted paragraph can have hundreds.
  void report(MappedText const& text, std::vector<Edit> const& edits) {
    auto const is_reported = [](Edit const& edit) { return edit.character != 0; };
    auto const first = std::find_if(edits.begin(), edits.end(), is_reported);
    if (first == edits.end()) return;
    auto const others = std::count_if(std::next(first), edits.end(), is_reported);
    auto found = diag::report<diag::Kind::HiddenCharacter>(
        diagnostics_, text.at(first->begin, first->end), static_cast<std::uint32_t>(first->character), unicode::name_of(first->character));
    std::string const more = others == 0   ? ""
                             : others == 1 ? " and one more in this text"
                                           : fmt::format(" and {} more in this text", others);
    found.hint(fmt::format("delete it{}: whoever searches the file for a word with it inside does not find the word", more));
    for (Edit const& edit : edits)
      if (is_reported(edit)) found.fix(text.at(edit.begin, edit.end), "");
  }

  Diagnostics& diagnostics_;
};

bool has_hidden(Node const& node) {
  if (node.is_scalar() && may_be_hidden(node.text())) return true;
  return std::any_of(node.items.begin(), node.items.end(), has_hidden) ||
         std::any_of(node.members.begin(), node.members.end(),
                     [](syntax::Member const& member) { return may_be_hidden(member.key) || has_hidden(member.value); });
}

}  // namespace

std::optional<Node> without_hidden(Node const& root, Diagnostics& diagnostics) {
  if (!has_hidden(root)) return std::nullopt;
  Node result = root;
  Cleaner{diagnostics}.clean(result, false);
  return result;
}

}  // namespace resumec::model

// The line that heads an entry: `**Role**, Organisation, Place (_dates_)`, `### Organisation -- Role -- Mar 2021 - Mar 2023`.
//
// The line is cut at the strong marks in it (` | `, ` — `), or at its commas where there are none; a date is looked for in whole parts and
// in what a part ends with; what is left of the parts is told apart by the words in it, by bold type, and by order.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

using model::Kind;

constexpr std::size_t longest_line = 400;      ///< a longer one is a paragraph
constexpr std::size_t most_parts_of_date = 4;  ///< `Mar 5, 2020 – Apr 6, 2021`

constexpr std::string_view strong_separators[] = {" -- ", " --- ", " — ", " – ", " | ", " @ ", " • ", " · ", "; ", "\\\n", "|"};
constexpr std::string_view weak_separators[] = {", "};
constexpr auto all_separators = [] {
  std::array<std::string_view, std::size(strong_separators) + std::size(weak_separators)> all{};
  auto const end = std::copy(std::begin(strong_separators), std::end(strong_separators), all.begin());
  std::copy(std::begin(weak_separators), std::end(weak_separators), end);
  return all;
}();

/// Words of English that say what somebody was.
constexpr std::string_view role_words[] = {
    "engineer",  "developer", "researcher", "scientist", "manager",     "director", "assistant",  "professor",  "lecturer", "teacher",
    "fellow",    "analyst",   "consultant", "designer",  "architect",   "intern",   "internship", "lead",       "leader",   "head",
    "president", "ceo",       "cto",        "cfo",       "founder",     "member",   "instructor", "technician", "tutor",    "officer",
    "editor",    "writer",    "associate",  "postdoc",   "coordinator", "advisor",  "specialist", "programmer", "chair",    "owner",
};
/// How degrees begin.
constexpr std::string_view degree_words[] = {
    "phd",         "ph.d.",   "ph.d",       "dphil",      "bsc",      "b.sc.",     "ba",       "b.a.",    "bs",     "b.s.",
    "beng",        "msc",     "m.sc.",      "ma",         "m.a.",     "ms",        "m.s.",     "meng",    "mba",    "md",
    "m.d.",        "jd",      "bachelor",   "bachelors",  "master",   "masters",   "doctor",   "diploma", "degree", "minor",
    "certificate", "licence", "licentiate", "bachelor's", "master's", "doctorate", "a-levels",
};
constexpr std::string_view department_words[] = {"department", "faculty", "institute", "school", "division", "laboratory", "lab"};

template <std::size_t N>
bool holds_word(std::string_view text, std::string_view const (&words)[N]) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const end = std::min(text.find_first_of(" ,/()*_;", begin), text.size());
    std::string const word = base::ascii_lower(text.substr(begin, end - begin));
    if (std::find(std::begin(words), std::end(words), word) != std::end(words)) return true;
    begin = end + 1;
  }
  return false;
}

struct Part {
  Range range;
  TokenKind looks = TokenKind::Text;  ///< Strong or Emphasis if all of it is
};

/// Cuts what stands outside of all marks and of what is taken.
std::vector<Range> cut(std::string_view text, std::vector<Token> const& tokens, std::span<std::string_view const> separators,
                       std::vector<Range> const& taken) {
  std::vector<Range> parts;
  std::size_t begin = 0;
  for (Token const& token : tokens) {
    if (token.kind != TokenKind::Text) continue;
    for (std::size_t at = token.begin; at < token.end;) {
      std::size_t size = 0;
      auto const inside = std::find_if(taken.begin(), taken.end(), [&](Range const& range) { return at >= range.begin && at < range.end; });
      if (inside != taken.end()) {
        at = inside->end;
        continue;
      }
      for (std::string_view const separator : separators)
        if (text.substr(0, token.end).substr(at).starts_with(separator)) size = std::max(size, separator.size());
      if (size == 0) {
        ++at;
        continue;
      }
      parts.push_back({begin, at});
      begin = at += size;
    }
  }
  parts.push_back({begin, text.size()});
  return parts;
}

class LineReader {
 public:
  LineReader(MarkdownContext const& context, Node const& line) : context_{context}, line_{line}, text_{line.text()} {}

  bool read(Node& entry, std::optional<Kind> kind, LineAs as) {
    if (text_.size() > longest_line) return false;
    tokens_ = tokens_of(text_, 0, text_.size());
    find_date(cut(text_, tokens_, all_separators, {}));
    auto parts = parts_left(cut(text_, tokens_, strong_separators, taken_));
    if (parts.size() < 2) parts = parts_left(cut(text_, tokens_, weak_separators, taken_));
    bool const bold = !parts.empty() && parts[0].looks == TokenKind::Strong;
    if (as == LineAs::Item && !when_ && !(bold && parts.size() > 1)) return false;
    if (parts.empty()) return false;
    take_links(parts);
    fill(entry, parts, kind, as);
    if (when_) put(entry, "when", std::move(*when_));
    if (!is_absent(links_)) put(entry, "links", std::move(links_));
    return true;
  }

 private:
  /// Whole pieces first, the longest run of them that is a date; then the ends and beginnings of pieces.
  void find_date(std::vector<Range> const& pieces) {
    for (std::size_t count = std::min(most_parts_of_date, pieces.size()); count > 0; --count)
      for (std::size_t i = 0; i + count <= pieces.size(); ++i) {
        Range const range{pieces[i].begin, pieces[i + count - 1].end};
        if (auto date = date_node(context_, line_, range)) return take_date(std::move(*date), range);
      }
    for (Range const& piece : pieces)
      for (Token const& token : tokens_) {
        bool const inside = token.begin >= piece.begin && token.end <= piece.end;
        if (!inside || token.kind == TokenKind::Text || token.kind == TokenKind::Link) continue;
        bool const at_end = Range{trimmed_range(text_, {token.end, piece.end})}.empty();
        bool const at_begin = trimmed_range(text_, {piece.begin, token.begin}).empty();
        if (!at_end && !at_begin) continue;
        if (auto date = date_node(context_, line_, {token.begin, token.end})) return take_date(std::move(*date), {token.begin, token.end});
      }
    // `Montreal Jun. 2017`: a month behind a place. A bare year may belong to the words before it.
    if (pieces.size() > 1) find_month_at_end(pieces.back());
  }

  void find_month_at_end(Range const& piece) {
    Range const all = trimmed_range(text_, piece);
    for (std::size_t at = all.begin; at < all.end; ++at) {
      if (at > all.begin && text_[at - 1] != ' ') continue;
      bool const letter = base::ascii_lower(text_[at]) >= 'a' && base::ascii_lower(text_[at]) <= 'z';
      if (at == all.begin || !letter) continue;
      auto date = date_node(context_, line_, {at, all.end});
      if (!date) continue;
      take_date(std::move(*date), {at, all.end});
      return;
    }
  }

  void take_date(Node date, Range range) {
    when_ = std::move(date);
    taken_.push_back(range);
  }

  /// What is left of the parts when the date is out.
  std::vector<Part> parts_left(std::vector<Range> const& pieces) const {
    std::vector<Part> parts;
    for (Range range : pieces) {
      for (Range const& taken : taken_) {
        if (taken.end <= range.begin || taken.begin >= range.end) continue;
        if (taken.begin <= range.begin && taken.end >= range.end)
          range.end = range.begin;
        else if (taken.begin <= range.begin)
          range.begin = taken.end;
        else if (trimmed_range(text_, {taken.end, range.end}).empty())
          range.end = taken.begin;
        else
          range.begin = trimmed_range(text_, {range.begin, taken.begin}).empty() ? taken.end : range.begin;
      }
      range = trimmed_range(text_, range);
      if (range.empty()) continue;
      Part part{range};
      auto const tokens = tokens_of(text_, range.begin, range.end);
      if (tokens.size() == 1) part.looks = tokens[0].kind;
      // `**Role**:`
      if (tokens.size() == 2 && tokens[0].kind == TokenKind::Strong &&
          text_.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == ":")
        part = {{tokens[0].begin, tokens[0].end}, TokenKind::Strong};
      parts.push_back(part);
    }
    return parts;
  }

  /// Parts at the end that are links alone, or links in brackets, are links of the entry, as long as something else is left.
  void take_links(std::vector<Part>& parts) {
    links_ = make_map(line_.span);
    while (parts.size() > 1 && parts.back().looks == TokenKind::Link) {
      Token const link = tokens_of(text_, parts.back().range.begin, parts.back().range.end)[0];
      add_link(link);
      parts.pop_back();
    }
    std::reverse(links_.members.begin(), links_.members.end());
  }
  void add_link(Token const& link) {
    Node const label = slice(line_, link.inner_begin, link.inner_end);
    put(links_, label.text(), slice(line_, link.target_begin, link.target_end), label.span);
  }

  void put_part(Node& entry, std::string_view field, Range range) {
    auto const tokens = tokens_of(text_, range.begin, range.end);
    Node text = part_of(line_, range);
    if (text.text().ends_with(':')) text = slice(text, 0, text.text().size() - 1);
    // A whole title that is a link is a title and an address.
    bool const link = tokens.size() == 1 && tokens[0].kind == TokenKind::Link && !entry.find("url");
    if (link) text = part_of(line_, {tokens[0].inner_begin, tokens[0].inner_end});
    put(entry, field, std::move(text));
    if (link) put(entry, "url", slice(line_, tokens[0].target_begin, tokens[0].target_end));
  }

  /// The parts from `first` on but for those that are taken, as one text where they are neighbours.
  void put_rest(Node& entry, std::string_view field, std::vector<Part> const& parts, std::vector<bool> const& used) {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!used[i]) left.push_back(i);
    if (left.empty()) return;
    Range const whole{parts[left.front()].range.begin, parts[left.back()].range.end};
    bool const together = left.back() - left.front() + 1 == left.size() &&
                          std::none_of(taken_.begin(), taken_.end(),
                                       [&](Range const& taken) { return taken.begin >= whole.begin && taken.end <= whole.end; });
    if (together) return put_part(entry, field, whole);
    TextBuilder builder{line_};
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (i > 0) builder.insert(", ", parts[left[i]].range.begin);
      builder.keep(parts[left[i]].range.begin, parts[left[i]].range.end);
    }
    put(entry, field, std::move(builder).build());
  }

  std::string_view text_of(Part const& part) const { return text_.substr(part.range.begin, part.range.end - part.range.begin); }

  void fill(Node& entry, std::vector<Part> const& parts, std::optional<Kind> kind, LineAs as) {
    std::vector<bool> used(parts.size(), false);
    auto const take = [&](std::string_view field, std::size_t i) {
      put_part(entry, field, parts[i].range);
      used[i] = true;
    };
    auto const next = [&] { return static_cast<std::size_t>(std::find(used.begin(), used.end(), false) - used.begin()); };
    switch (kind.value_or(Kind::Other)) {
      case Kind::Position:
      case Kind::Volunteering: {
        std::size_t role = 0;
        bool found = false;
        for (std::size_t i = 0; i < std::min<std::size_t>(parts.size(), 2) && !found; ++i)
          if (holds_word(text_of(parts[i]), role_words)) role = i, found = true;
        bool const bold = parts[0].looks == TokenKind::Strong;
        bool const is_role = found || (parts.size() > 1 && (bold || as == LineAs::Heading));
        take(is_role ? "role" : "title", role);
        if (next() < parts.size()) take("at", next());
        break;
      }
      case Kind::Education: {
        auto const degree =
            std::find_if(parts.begin(), parts.end(), [&](Part const& part) { return holds_word(text_of(part), degree_words); });
        if (degree != parts.end()) take("degree", static_cast<std::size_t>(degree - parts.begin()));
        if (next() < parts.size()) take("at", next());
        if (next() < parts.size() && holds_word(text_of(parts[next()]), department_words)) take("department", next());
        break;
      }
      case Kind::Award:
      case Kind::Grant:
      case Kind::Certificate:
        take(title_field(kind), 0);
        if (next() < parts.size()) take("by", next());
        break;
      case Kind::Talk: {
        auto const quoted = std::find_if(parts.begin(), parts.end(), [&](Part const& part) {
          std::string_view const text = text_of(part);
          return text.starts_with("“") || text.starts_with('"') || text.starts_with("„") || text.starts_with("«");
        });
        take("talk", quoted == parts.end() ? 0 : static_cast<std::size_t>(quoted - parts.begin()));
        if (next() < parts.size()) take("event", next());
        break;
      }
      case Kind::Publication:
        put_rest(entry, "title", parts, used);
        std::fill(used.begin(), used.end(), true);
        break;
      default:
        take("title", 0);
        if (next() < parts.size()) take("at", next());
        break;
    }
    put_rest(entry, "where", parts, used);
  }

  MarkdownContext const& context_;
  Node const& line_;
  std::string_view text_;
  std::vector<Token> tokens_;
  std::optional<Node> when_;
  std::vector<Range> taken_;
  Node links_;
};

}  // namespace

std::string_view title_field(std::optional<Kind> kind) {
  switch (kind.value_or(Kind::Other)) {
    case Kind::Education:
      return "degree";
    case Kind::Award:
      return "award";
    case Kind::Certificate:
      return "certificate";
    case Kind::Talk:
      return "talk";
    case Kind::Language:
      return "language";
    case Kind::Skills:
      return "group";
    default:
      return "title";
  }
}

bool read_entry_line(MarkdownContext const& context, Node& entry, Node const& line, std::optional<Kind> kind, LineAs as) {
  Range const attributes = attributes_of(line.text());
  Node const bare = slice(line, 0, attributes.begin);
  bool const read = LineReader{context, bare}.read(entry, kind, as);
  if (read) give_attributes(entry, line, attributes);
  return read;
}

}  // namespace resumec::importers

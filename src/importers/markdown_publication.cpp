// A publication as it stands in a list: A. Author, **B. Me**, “Title,” in *Proc. of **VENUE***, 12(3), 201–228, 2023. [paper](…)
// **[award](…)**
//
// Authors go up to the title, which is in quotes, or is the sentence before the venue. Behind it the venue is what is in italics; then
// come parts between commas, which are told by their form. What none of this knows is the note.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace resumec::importers {

namespace {

struct Quotes {
  std::string_view open, close;
};
constexpr Quotes quotes[] = {{"“", "”"}, {"«", "»"}, {"„", "“"}, {"\"", "\""}, {"``", "''"}, {"‘", "’"}};

constexpr std::string_view award_words[] = {"award",   "best", "prize",     "honourable",   "honorable",
                                            "mention", "oral", "spotlight", "distinguished"};
constexpr std::string_view status_words[] = {"under review", "under revision", "in press",  "to appear",
                                             "forthcoming",  "accepted",       "submitted", "in preparation"};

template <std::size_t N>
bool mentions(std::string_view text, std::string_view const (&words)[N]) {
  std::string const lower = base::ascii_lower(text);
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Digits, and between them what stands between the pages of an article.
bool is_pages(std::string_view text) {
  bool digits = false, dash = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (base::is_ascii_digit(text[i]))
      digits = true;
    else if (text.substr(i).starts_with("–"))
      dash = true, i += std::string_view{"–"}.size() - 1;
    else if (text[i] == '-')
      dash = true;
    else
      return false;
  }
  return digits && dash;
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), base::is_ascii_digit); }

class PublicationReader {
 public:
  PublicationReader(MarkdownContext const& context, Node const& line) : context_{context}, line_{line}, text_{line.text()} {}

  bool read(Node& entry) {
    if (!find_title()) return false;
    Range authors = trimmed_range(text_, authors_);
    while (!authors.empty() && (text_[authors.end - 1] == ':' || text_[authors.end - 1] == '.') && !is_initial(authors.end)) --authors.end;
    if (authors.empty()) return false;
    put(entry, "authors", slice(line_, authors.begin, authors.end));
    put(entry, "title", part_of(line_, title_));
    links_ = make_map(line_.span);
    read_rest(entry);
    if (!is_absent(links_)) put(entry, "links", std::move(links_));
    if (!notes_.empty()) put(entry, notes_are_a_place() ? "where" : "note", joined_notes());
    return true;
  }

 private:
  std::string_view text_of(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  bool find_title() {
    std::size_t begin = std::string_view::npos;
    Quotes found{};
    for (Quotes const& pair : quotes) {
      std::size_t const at = text_.find(pair.open);
      if (at < begin) begin = at, found = pair;
    }
    if (begin != std::string_view::npos) {
      std::size_t const from = begin + found.open.size();
      std::size_t const end = text_.find(found.close, from);
      if (end == std::string_view::npos || end == from) return false;
      authors_ = {0, begin};
      title_ = {from, end};
      rest_ = end + found.close.size();
      while (!title_.empty() && (text_[title_.end - 1] == ',' || text_[title_.end - 1] == '.')) --title_.end;
      // Marks of emphasis around the quotes belong to the title.
      constexpr std::string_view marks = "*_";
      while (rest_ < text_.size() && authors_.end > 0 && marks.find(text_[rest_]) != marks.npos && text_[authors_.end - 1] == text_[rest_])
        ++rest_, --authors_.end;
      return true;
    }
    return find_sentence();
  }

  /// Without quotes: `A. Author and B. Author. Title. *Venue*, 2020.`
  bool find_sentence() {
    auto const tokens = tokens_of(text_, 0, text_.size());
    auto const venue = std::find_if(tokens.begin(), tokens.end(), [](Token const& token) { return token.kind == TokenKind::Emphasis; });
    if (venue == tokens.end()) return false;
    Range before = trimmed_range(text_, {0, venue->begin});
    std::size_t const in = text_of(before).size() >= 3 && text_of(before).ends_with(" In") ? 3 : 0;
    rest_ = before.end - in;
    before = trimmed_range(text_, {0, rest_});
    if (!before.empty() && text_[before.end - 1] == '.') --before.end;
    for (std::size_t at = before.end; at > before.begin + 1; --at) {
      if (text_[at - 1] != '.' || at >= text_.size() || text_[at] != ' ' || is_initial(at)) continue;
      authors_ = {0, at};
      title_ = trimmed_range(text_, {at, before.end});
      return !title_.empty();
    }
    return false;
  }
  /// The full stop before `end` belongs to a letter that stands for a name, or to `al.`
  bool is_initial(std::size_t end) const {
    if (end < 2 || text_[end - 1] != '.') return false;
    bool const alone = end == 2 || std::string_view{" .-"}.find(text_[end - 3]) != std::string_view::npos;
    return alone || text_.substr(0, end).ends_with(" al.");
  }

  void read_rest(Node& entry) {
    auto const tokens = tokens_of(text_, rest_, text_.size());
    std::size_t first = 0;
    auto const venue = std::find_if(tokens.begin(), tokens.end(), [&](Token const& token) {
      bool const bold_venue = token.kind == TokenKind::Strong && !mentions(text_of({token.begin, token.end}), award_words);
      return token.kind == TokenKind::Emphasis || bold_venue;
    });
    if (venue != tokens.end()) {
      // Words before it belong to it: `Accepted for *the workshop …*`, but not a year, nor what is a sentence of its own.
      Range const words = trimmed_range(text_, {rest_, venue->begin});
      bool const belong =
          !words.empty() && venue - tokens.begin() == 1 && text_of(words).find_first_of(".,;0123456789") == std::string_view::npos;
      if (belong || words.empty()) first = static_cast<std::size_t>(venue - tokens.begin()) + 1;
      Range const range = belong ? Range{words.begin, venue->end} : Range{venue->begin, venue->end};
      put(entry, "venue", part_of(line_, range));
    }
    for (std::size_t i = first; i < tokens.size(); ++i) {
      if (venue != tokens.end() && &tokens[i] == &*venue) continue;
      read_token(entry, tokens[i]);
    }
  }

  void read_token(Node& entry, Token const& token) {
    Range const whole{token.begin, token.end};
    switch (token.kind) {
      case TokenKind::Text:
        return read_text(entry, whole);
      case TokenKind::Link:
        return read_link(entry, token);
      case TokenKind::Paren:
        return read_brackets(entry, token);
      default:
        if (!entry.find("award") && mentions(text_of(whole), award_words)) return put(entry, "award", part_of(line_, whole));
        return add_part(entry, whole);
    }
  }

  void read_link(Node& entry, Token const& token) {
    Range const label{token.inner_begin, token.inner_end};
    std::string_view const target = text_.substr(token.target_begin, token.target_end - token.target_begin);
    if (!entry.find("award") && mentions(text_of(label), award_words)) return put(entry, "award", slice(line_, token.begin, token.end));
    constexpr std::string_view resolver = "doi.org/";
    std::size_t const doi = target.find(resolver);
    if (doi != std::string_view::npos && !entry.find("doi") && base::ascii_lower(text_of(label)).find("doi") != std::string::npos)
      return put(entry, "doi", slice(line_, token.target_begin + doi + resolver.size(), token.target_end));
    Node const name = part_of(line_, label);
    put(links_, name.text(), slice(line_, token.target_begin, token.target_end), name.span);
  }

  /// `(3)` behind a volume is the issue; brackets around links, dates and words for the state of things are no text.
  void read_brackets(Node& entry, Token const& token) {
    Range const inside = trimmed_range(text_, {token.inner_begin, token.inner_end});
    if (entry.find("volume") && !entry.find("issue") && is_number(text_of(inside)) && token.begin == volume_end_)
      return put(entry, "issue", slice(line_, inside.begin, inside.end));
    if (add_known(entry, inside)) return;
    auto const inner = tokens_of(text_, inside.begin, inside.end);
    bool const links = std::all_of(inner.begin(), inner.end(), [&](Token const& part) {
      return part.kind == TokenKind::Link || trimmed_range(text_, {part.begin, part.end}).empty();
    });
    if (!links) return add_note({token.begin, token.end});
    for (Token const& part : inner)
      if (part.kind == TokenKind::Link) read_link(entry, part);
  }

  void read_text(Node& entry, Range range) {
    // Sentences end a part as commas do, and so does the colon between volume and pages.
    std::size_t begin = range.begin;
    for (std::size_t at = range.begin; at <= range.end; ++at) {
      bool const stop = at < range.end && text_[at] == '.' && (at + 1 == range.end || text_[at + 1] == ' ') && at > begin &&
                        base::is_ascii_digit(text_[at - 1]);
      bool const mark = at < range.end && (text_[at] == ',' || text_[at] == ';' || text_[at] == '|');
      bool const colon = at < range.end && text_[at] == ':' && at + 1 < range.end && base::is_ascii_digit(text_[at + 1]) &&
                         (at == begin || base::is_ascii_digit(text_[at - 1]));
      if (at < range.end && !stop && !mark && !colon) continue;
      add_part(entry, {begin, at});
      begin = at + 1;
    }
  }

  void add_part(Node& entry, Range range) {
    range = trimmed_range(text_, range);
    while (!range.empty() && (text_[range.begin] == '.' || text_[range.begin] == ':' || text_[range.begin] == ' ')) ++range.begin;
    constexpr std::size_t longest_short_form = 4;  // `Proc.` keeps its full stop, a sentence does not
    if (std::size_t const word = text_of(range).rfind(' ');
        text_of(range).ends_with('.') && range.end - range.begin > longest_short_form + 1 && word != std::string_view::npos &&
        range.end - range.begin - word > longest_short_form + 2)
      --range.end;
    if (text_of(range) == ".") return;
    if (range.empty() || add_known(entry, range)) return;
    add_note(range);
  }

  bool add_known(Node& entry, Range range) {
    std::string_view const text = text_of(range);
    std::string const lower = base::ascii_lower(text);
    auto const add = [&](std::string_view field, std::size_t skipped) {
      if (entry.find(field)) return false;
      Range const value = trimmed_range(text_, {range.begin + skipped, range.end});
      put(entry, field, slice(line_, value.begin, value.end));
      return true;
    };
    for (std::string_view const word : {"pp. ", "pp.", "pages ", "p. "})
      if (lower.starts_with(word)) return add("pages", word.size());
    if (is_pages(text)) {
      if (!entry.find("when") && range.end - range.begin == 9 && date_node(context_, line_, range)) return add("when", 0);
      return add("pages", 0);
    }
    for (std::string_view const word : {"doi:", "doi "})
      if (lower.starts_with(word)) return add("doi", word.size());
    if (text.starts_with("10.") && text.find('/') != std::string_view::npos) return add("doi", 0);
    for (std::string_view const word : {"arxiv:", "arxiv "})
      if (lower.starts_with(word) && text.size() > word.size()) return add("arxiv", word.size());
    for (std::string_view const word : {"vol. ", "vol.", "volume "})
      if (lower.starts_with(word)) return volume_end_ = range.end, add("volume", word.size());
    if (lower.ends_with(" citations") && is_number(text.substr(0, text.size() - 10))) {
      if (entry.find("cited")) return false;
      return put(entry, "cited", slice(line_, range.begin, range.end - 10)), true;
    }
    constexpr std::string_view cited = "cited ", times = " times";
    if (lower.starts_with(cited) && lower.ends_with(times) && !entry.find("cited") &&
        is_number(text.substr(cited.size(), text.size() - cited.size() - times.size())))
      return put(entry, "cited", slice(line_, range.begin + cited.size(), range.end - times.size())), true;
    if (mentions(text, status_words) && text.size() < 60) return add("status", 0);
    if (!entry.find("when"))
      if (auto date = date_node(context_, line_, range)) return put(entry, "when", std::move(*date)), true;
    if (is_number(text) && text.size() < 4 && !entry.find("volume")) return volume_end_ = range.end, add("volume", 0);
    return false;
  }

  void add_note(Range range) { notes_.push_back(range); }

  /// `Porto, Portugal`: a few words, each with a capital.
  bool notes_are_a_place() const {
    constexpr std::size_t most_parts = 2, longest = 30;
    auto const is_name = [&](Range range) {
      std::string_view const text = text_of(range);
      char const first = text[0];
      return text.size() <= longest && !(first >= 'a' && first <= 'z') &&
             text.find_first_of("0123456789()[]*_.:") == std::string_view::npos;
    };
    return notes_.size() <= most_parts && std::all_of(notes_.begin(), notes_.end(), is_name);
  }

  /// Neighbours stay one text, with what stands between them.
  Node joined_notes() const {
    TextBuilder builder{line_};
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      Range const range = notes_[i];
      if (i == 0) {
        builder.keep(range.begin, range.end);
        continue;
      }
      std::size_t const before = notes_[i - 1].end;
      bool const close = range.begin - before <= 3;
      if (close)
        builder.keep(before, range.begin);
      else
        builder.insert(", ", range.begin);
      builder.keep(range.begin, range.end);
    }
    return std::move(builder).build();
  }

  MarkdownContext const& context_;
  Node const& line_;
  std::string_view text_;
  Range authors_, title_;
  std::size_t rest_ = 0;
  std::size_t volume_end_ = 0;
  Node links_;
  std::vector<Range> notes_;
};

}  // namespace

bool read_publication_line(MarkdownContext const& context, Node& entry, Node const& line) {
  Range const attributes = attributes_of(line.text());
  Node const bare = slice(line, 0, attributes.begin);
  bool const read = PublicationReader{context, bare}.read(entry);
  if (read) give_attributes(entry, line, attributes);
  return read;
}

}  // namespace resumec::importers

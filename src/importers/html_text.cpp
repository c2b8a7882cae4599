// One walk over the tags, with what is open in two stacks: marks such as `**`, and lists. Marks are written late, so that none stands
// beside a blank or around nothing, which Markdown would not take for a mark.
#include "importers/html_text.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace resumec::importers {

namespace {

enum class TagKind : std::uint8_t { Mark, Code, Script, Link, Plain, Break, Block, Heading, Bullets, Numbers, Item, Dropped };

struct TagRule {
  std::string_view name;
  TagKind kind;
  std::string_view before = {}, after = {};
};
constexpr TagRule rules[] = {
    {"b", TagKind::Mark, "**", "**"},
    {"strong", TagKind::Mark, "**", "**"},
    {"i", TagKind::Mark, "*", "*"},
    {"em", TagKind::Mark, "*", "*"},
    {"u", TagKind::Mark, "[", "]{.underline}"},
    {"ins", TagKind::Mark, "[", "]{.underline}"},
    {"s", TagKind::Mark, "~~", "~~"},
    {"del", TagKind::Mark, "~~", "~~"},
    {"strike", TagKind::Mark, "~~", "~~"},
    {"sup", TagKind::Script, "^", "^"},
    {"sub", TagKind::Script, "~", "~"},
    {"code", TagKind::Code, "`", "`"},
    {"tt", TagKind::Code, "`", "`"},
    {"kbd", TagKind::Code, "`", "`"},
    {"a", TagKind::Link},
    {"span", TagKind::Plain},
    {"small", TagKind::Plain},
    {"font", TagKind::Plain},
    {"big", TagKind::Plain},
    {"mark", TagKind::Plain},
    {"abbr", TagKind::Plain},
    {"cite", TagKind::Plain},
    {"img", TagKind::Plain},
    {"br", TagKind::Break},
    {"p", TagKind::Block},
    {"div", TagKind::Block},
    {"section", TagKind::Block},
    {"blockquote", TagKind::Block},
    {"details", TagKind::Block},
    {"summary", TagKind::Block},
    {"pre", TagKind::Block},
    {"hr", TagKind::Block},
    {"table", TagKind::Block},
    {"tr", TagKind::Block},
    {"td", TagKind::Plain},
    {"th", TagKind::Plain},
    {"tbody", TagKind::Plain},
    {"h1", TagKind::Heading, "**", "**"},
    {"h2", TagKind::Heading, "**", "**"},
    {"h3", TagKind::Heading, "**", "**"},
    {"h4", TagKind::Heading, "**", "**"},
    {"h5", TagKind::Heading, "**", "**"},
    {"h6", TagKind::Heading, "**", "**"},
    {"ul", TagKind::Bullets},
    {"ol", TagKind::Numbers},
    {"li", TagKind::Item},
    {"script", TagKind::Dropped},
    {"style", TagKind::Dropped},
};

struct Tag {
  TagRule const* rule = nullptr;  ///< of a comment: none
  bool closes = false;
  std::size_t end = 0;
  std::size_t attributes = 0;  ///< where they begin
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The tag or comment that begins at `<`.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  if (text.substr(at, 4) == "<!--") {
    auto const end = text.find("-->", at + 4);
    return Tag{.end = end == std::string_view::npos ? text.size() : end + 3};
  }
  Tag tag;
  std::size_t begin = at + 1;
  tag.closes = begin < text.size() && text[begin] == '/';
  if (tag.closes) ++begin;
  std::size_t end = begin;
  while (end < text.size() && (is_letter(text[end]) || (end > begin && text[end] >= '0' && text[end] <= '9'))) ++end;
  constexpr std::size_t longest = 12;
  if (end == begin || end - begin > longest) return std::nullopt;
  auto const name = base::ascii_lower(text.substr(begin, end - begin));
  auto const* const rule = std::find_if(std::begin(rules), std::end(rules), [&](TagRule const& one) { return one.name == name; });
  if (rule == std::end(rules)) return std::nullopt;
  tag.rule = rule;
  tag.attributes = end;
  char quote = '\0';
  for (; end < text.size(); ++end) {
    char const c = text[end];
    if (quote == '\0' && c == '<') return std::nullopt;
    if (quote == '\0' && c == '>') {
      tag.end = end + 1;
      return tag;
    }
    if (quote != '\0')
      quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'')
      quote = c;
  }
  return std::nullopt;
}

/// Where the value of `name="…"` stands in the attributes of a tag.
std::optional<std::pair<std::size_t, std::size_t>> attribute(std::string_view text, Tag const& tag, std::string_view name) {
  auto const all = base::ascii_lower(text.substr(tag.attributes, tag.end - 1 - tag.attributes));
  for (std::size_t found = all.find(name); found != std::string::npos; found = all.find(name, found + 1)) {
    if (found == 0 || !base::is_ascii_blank(all[found - 1])) continue;
    std::size_t at = all.find_first_not_of(" \t\n", found + name.size());
    if (at == std::string::npos || all[at] != '=') continue;
    at = all.find_first_not_of(" \t\n", at + 1);
    if (at == std::string::npos) return std::nullopt;
    bool const quoted = all[at] == '"' || all[at] == '\'';
    std::size_t const begin = quoted ? at + 1 : at;
    std::size_t const end = std::min(quoted ? all.find(all[at], begin) : all.find_first_of(" \t\n", begin), all.size());
    return std::pair{tag.attributes + begin, tag.attributes + end};
  }
  return std::nullopt;
}

bool is_of_blocks(TagKind kind) { return kind >= TagKind::Break && kind <= TagKind::Item; }

class Converter {
 public:
  explicit Converter(Node const& scalar) : text_{scalar.text()}, out_{scalar} {
    for (std::size_t at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at + 1))
      if (auto const tag = tag_at(text_, at); tag && tag->rule) blocks_ = blocks_ || is_of_blocks(tag->rule->kind);
    // Who writes Markdown beside the tags means its marks.
    escapes_ = text_.find("**") == std::string_view::npos && text_.find("](") == std::string_view::npos;
  }

  Node run() && {
    for (std::size_t at = 0; at < text_.size();) {
      auto const tag = text_[at] == '<' ? tag_at(text_, at) : std::nullopt;
      if (!tag) {
        at = character(at);
        continue;
      }
      if (tag->rule) this->tag(at, *tag);
      at = tag->end;
      if (tag->rule && tag->rule->kind == TagKind::Dropped && !tag->closes) at = behind(tag->rule->name, at);
    }
    close_marks(0, text_.size());
    if (has_list_) out_.insert("\n", text_.size());  // one line alone would not be read as a list
    Node node = std::move(out_).build();
    if (blocks_ && node.scalar.text.find('\n') != std::string::npos) node.style = syntax::ScalarStyle::Literal;
    return node;
  }

 private:
  struct Mark {
    std::string_view name;
    std::string_view before, after;
    std::pair<std::size_t, std::size_t> address = {};  ///< of a link
    bool written = false;
  };
  struct List {
    bool numbered;
    int number = 0;
  };
  enum class Gap : std::uint8_t { None, Line, Paragraph };

  std::size_t behind(std::string_view name, std::size_t at) const {
    for (at = text_.find("</", at); at != std::string_view::npos; at = text_.find("</", at + 1))
      if (auto const tag = tag_at(text_, at); tag && tag->rule && tag->rule->name == name) return tag->end;
    return text_.size();
  }

  std::size_t character(std::size_t at) {
    if (base::is_ascii_blank(text_[at])) {
      std::size_t end = at;
      while (end < text_.size() && base::is_ascii_blank(text_[end])) ++end;
      if (!blank_) blank_ = {at, end};
      return end;
    }
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end] != '<' && !base::is_ascii_blank(text_[end])) ++end;
    bool const starts_line = gap_ != Gap::None || !written_;
    before_content(at);
    constexpr std::string_view marks = "*_[]`\\", line_marks = "#>";
    bool const is_code = std::any_of(marks_.begin(), marks_.end(), [](Mark const& mark) { return mark.before == "`"; });
    std::size_t kept = at;
    for (std::size_t i = at; i < end && !is_code; ++i) {
      bool const special =
          marks.find(text_[i]) != std::string_view::npos || (i == at && starts_line && line_marks.find(text_[i]) != line_marks.npos);
      if (!(escapes_ && special) && text_[i] != '<') continue;
      out_.keep(kept, i);
      out_.insert("\\", i);
      kept = i;
    }
    out_.keep(kept, end);
    written_ = true;
    return end;
  }

  /// What was put off: the gap to what stands before, blanks, and opening marks.
  void before_content(std::size_t at) {
    std::string indent;
    for (std::size_t i = 0; i + (item_ ? 1 : 0) < lists_.size(); ++i) indent += lists_[i].numbered ? "   " : "  ";
    if (item_) {
      if (written_) out_.insert(lists_.size() == 1 && lists_.back().number == 0 ? "\n\n" : "\n", at);
      List& list = lists_.back();
      ++list.number;
      out_.insert(indent + (list.numbered ? std::to_string(list.number) + ". " : std::string{"- "}), at);
      item_ = false;
      has_list_ = true;
    } else if (written_ && gap_ == Gap::Paragraph) {
      out_.insert("\n\n" + indent, at);
    } else if (written_ && gap_ == Gap::Line) {
      // Lines with dashes were meant to be a list.
      bool const dashed = text_.substr(at, 2) == "- ";
      has_list_ = has_list_ || dashed;
      out_.insert((dashed ? "\n" : "\\\n") + indent, at);
    } else if (written_ && blank_) {
      if (blocks_)
        out_.insert(" ", blank_->first);
      else
        out_.keep(blank_->first, blank_->second);
    }
    gap_ = Gap::None;
    blank_.reset();
    for (Mark& mark : marks_)
      if (!std::exchange(mark.written, true)) out_.insert(mark.before, at);
  }

  void close_marks(std::size_t first, std::size_t at) {
    while (marks_.size() > first) {
      Mark const mark = marks_.back();
      marks_.pop_back();
      bool const link = mark.address.second > mark.address.first;
      if (!mark.written && link) {
        before_content(at);
        out_.keep(mark.address.first, mark.address.second);
        written_ = true;
        continue;
      }
      if (!mark.written) continue;
      out_.insert(mark.after, at);
      if (!link) continue;
      auto const address = text_.substr(mark.address.first, mark.address.second - mark.address.first);
      bool const odd = address.find_first_of("() ") != std::string_view::npos;
      out_.insert(odd ? "(<" : "(", at);
      out_.keep(mark.address.first, mark.address.second);
      out_.insert(odd ? ">)" : ")", at);
    }
  }

  void boundary(std::size_t at, Gap gap) {
    close_marks(0, at);
    blank_.reset();
    gap_ = std::max(gap_, gap);
  }

  void close(std::string_view name, std::size_t at) {
    for (std::size_t i = marks_.size(); i-- > 0;)
      if (marks_[i].name == name) return close_marks(i, at);
  }

  /// `^` and `~` take no blanks and no marks between them.
  bool is_short(std::size_t at) const {
    auto const inside = text_.substr(at, text_.find('<', at) - at);
    return !inside.empty() && inside.find(' ') == std::string_view::npos;
  }

  void tag(std::size_t at, Tag const& tag) {
    TagRule const& rule = *tag.rule;
    switch (rule.kind) {
      case TagKind::Mark:
      case TagKind::Code:
      case TagKind::Script:
        if (tag.closes)
          close(rule.name, at);
        else if (marks_.size() < most_marks && (rule.kind != TagKind::Script || is_short(tag.end)))
          marks_.push_back({rule.name, rule.before, rule.after});
        break;
      case TagKind::Link:
        if (tag.closes)
          close(rule.name, at);
        else if (auto const address = attribute(text_, tag, "href"); address && marks_.size() < most_marks)
          marks_.push_back({rule.name, "[", "]", *address});
        break;
      case TagKind::Break:
        boundary(at, gap_ == Gap::Line ? Gap::Paragraph : Gap::Line);
        break;
      case TagKind::Block:
        boundary(at, Gap::Paragraph);
        break;
      case TagKind::Heading:
        boundary(at, Gap::Paragraph);
        if (!tag.closes) marks_.push_back({rule.name, rule.before, rule.after});
        break;
      case TagKind::Bullets:
      case TagKind::Numbers:
        boundary(at, Gap::Paragraph);
        if (!tag.closes && lists_.size() < most_lists)
          lists_.push_back({.numbered = rule.kind == TagKind::Numbers});
        else if (tag.closes && !lists_.empty())
          lists_.pop_back();
        item_ = false;
        break;
      case TagKind::Item:
        boundary(at, Gap::Paragraph);
        item_ = !tag.closes;
        if (item_ && lists_.empty()) lists_.push_back({.numbered = false});
        // Quill writes bullets as items of `<ol>`.
        if (item_ && attribute(text_, tag, "data-list"))
          lists_.back().numbered = text_.substr(tag.attributes).find("ordered") < tag.end - tag.attributes;
        break;
      case TagKind::Plain:
      case TagKind::Dropped:
        break;
    }
  }

  static constexpr std::size_t most_marks = 16, most_lists = 8;  ///< the reader of Markdown takes few more

  std::string_view text_;
  TextBuilder out_;
  bool blocks_ = false;  ///< there are tags of blocks: line ends are blanks
  bool escapes_ = true;
  bool written_ = false;  ///< anything
  bool item_ = false;     ///< an item was opened and has no words yet
  bool has_list_ = false;
  Gap gap_ = Gap::None;
  std::optional<std::pair<std::size_t, std::size_t>> blank_ = {};
  std::vector<Mark> marks_ = {};
  std::vector<List> lists_ = {};
};

/// The bullet with which a line begins that is none of Markdown's; empty if there is none.
std::string_view bullet_of(std::string_view line) {
  constexpr std::string_view bullets[] = {"•", "◦", "·", "▪", "●", "○", "‣", "–", "—", "➢"};
  for (auto const bullet : bullets)
    if (line.starts_with(bullet) && line.size() > bullet.size() && (line[bullet.size()] == ' ' || line[bullet.size()] == '\t'))
      return bullet;
  return {};
}

/// Two or more lines that begin with bullets are a list.
Node with_lists(Node const& scalar) {
  auto const text = scalar.text();
  std::vector<std::pair<std::size_t, std::size_t>> bullets;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t const end = std::min(text.find('\n', begin), text.size());
    std::size_t const first = text.find_first_not_of(" \t", begin);
    if (first < end)
      if (auto const bullet = bullet_of(text.substr(first, end - first)); !bullet.empty())
        bullets.emplace_back(first, first + bullet.size());
    begin = end + 1;
  }
  if (bullets.size() < 2) return scalar;
  TextBuilder out{scalar};
  std::size_t kept = 0;
  for (auto const& [begin, end] : bullets) {
    out.keep(kept, begin);
    out.insert("-", begin);
    kept = end;
  }
  out.keep(kept, text.size());
  return std::move(out).build();
}

}  // namespace

bool has_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
    if (tag_at(text, at)) return true;
  return false;
}

Node native_text(Node const& scalar) {
  auto const text = scalar.text();
  if (text.find('<') != std::string_view::npos && has_html(text)) return with_lists(Converter{scalar}.run());
  return text.find('\n') == std::string_view::npos ? scalar : with_lists(scalar);
}

}  // namespace resumec::importers

// The structure of JSON: one function a sort of value, and what is done where the brackets, commas and colons are not as they should be.
#include "syntax/json.hpp"

#include "base/ascii.hpp"
#include "syntax/json_findings.hpp"
#include "syntax/json_text.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace resumec::syntax {

namespace {

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || (c & 0x80) != 0; }
bool is_name(char c) { return is_name_start(c) || base::is_ascii_digit(c) || c == '-' || c == '.'; }
bool is_quote(char c) { return c == '"' || c == '\''; }

/// The size of a blank that only people take for one: U+00A0, U+3000, U+FEFF.
std::size_t odd_blank(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

/// RFC 8259 §6.
bool is_number(std::string_view word) {
  std::size_t at = 0;
  auto const digits = [&] {
    std::size_t const begin = at;
    while (at < word.size() && base::is_ascii_digit(word[at])) ++at;
    return at > begin;
  };
  if (word.starts_with('-')) ++at;
  bool const nought = at < word.size() && word[at] == '0';
  if (nought)
    ++at;
  else if (!digits())
    return false;
  if (at < word.size() && word[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < word.size() && base::ascii_lower(word[at]) == 'e') {
    ++at;
    if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == word.size();
}

/// `+1`, `.5`, `5.`, `0x1F`: what JSON5 takes for numbers, and what people do.
bool is_loose_number(std::string_view word) {
  if (word.empty() || word.find_first_of("0123456789") == std::string_view::npos) return false;
  if (!base::is_ascii_digit(word[0]) && word[0] != '+' && word[0] != '-' && word[0] != '.') return false;
  return word.find_first_not_of("0123456789+-.eExXabcdefABCDEF_") == std::string_view::npos;
}

class Reader {
 public:
  Reader(SourceId source, std::string_view text, Diagnostics& diagnostics, JsonLimits const& limits)
      : text_{text}, findings_{source, diagnostics}, limits_{limits} {}

  Node run() && {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    skip_blanks();
    Node root;
    root.span = span(at_, at_);
    if (!at_end()) root = value(0);
    read_behind(root);
    findings_.finish();
    return root;
  }

 private:
  struct Open {
    char bracket;
    std::size_t place;
  };
  /// How a list or map goes on: something was read that a comma must follow, or a comma that something must follow.
  struct Commas {
    bool wanted = false;
    std::size_t value_end = 0;
    std::size_t last = std::string_view::npos;  ///< of the comma that nothing follows yet
  };

  bool at_end() const { return at_ >= text_.size(); }
  Span span(std::size_t begin, std::size_t end) const { return findings_.span(begin, end); }

  void skip_blanks() {
    while (!at_end()) {
      char const c = text_[at_];
      if (base::is_ascii_blank(c)) {
        ++at_;
      } else if (std::size_t const size = odd_blank(text_.substr(at_)); size > 0) {
        findings_.loose(Loose::Blanks, at_, at_ + size);
        at_ += size;
      } else if (c == '/' || c == '#') {
        if (!skip_comment()) return;
      } else {
        return;
      }
    }
  }

  bool skip_comment() {
    std::size_t const begin = at_;
    std::size_t end = begin;
    if (text_[begin] == '#' || text_.substr(begin, 2) == "//") {
      end = std::min(text_.find('\n', begin), text_.size());
    } else if (text_.substr(begin, 2) == "/*") {
      end = text_.find("*/", begin + 2);
      if (end == std::string_view::npos) {
        findings_.broken(begin, begin + 2, "this comment is never closed");
        end = text_.size();
      } else {
        end += 2;
      }
    } else {
      return false;
    }
    findings_.loose(Loose::Comments, begin, end);
    at_ = end;
    return true;
  }

  Node error(std::size_t begin, std::size_t end) {
    Node node;
    node.kind = Node::Kind::Error;
    node.span = span(begin, end);
    return node;
  }

  Node value(std::size_t depth) {
    char const c = text_[at_];
    if (is_quote(c)) return quoted();
    if (c != '{' && c != '[') return bare();
    if (depth < limits_.depth) return c == '{' ? map(depth) : list(depth);
    std::size_t const begin = at_;
    findings_.add<diag::Kind::NestingTooDeep>(begin, begin + 1, limits_.depth);
    skip_brackets();
    return error(begin, at_);
  }

  Node quoted() {
    std::size_t const begin = at_;
    if (text_[begin] == '\'') findings_.loose(Loose::SingleQuotes, begin, begin + 1);
    auto quoted = read_quoted(text_, begin, findings_);
    at_ = quoted.end;
    Node node;
    node.kind = Node::Kind::Scalar;
    node.style = ScalarStyle::DoubleQuoted;
    node.span = span(begin, at_);
    node.scalar = std::move(quoted.text);
    return node;
  }

  /// A number, `true`, `null`, or words that lack their quotes.
  Node bare() {
    std::size_t const begin = at_;
    auto const ends_word = [](char c) {
      return base::is_ascii_blank(c) || std::string_view{",]}[{:\"'#"}.find(c) != std::string_view::npos;
    };
    while (!at_end() && !ends_word(text_[at_])) ++at_;
    if (at_ == begin) {
      findings_.broken(begin, begin + 1, fmt::format("`{}` is no value", text_[begin]));
      ++at_;
      return error(begin, at_);
    }
    auto word = text_.substr(begin, at_ - begin);
    Node node;
    node.span = span(begin, at_);
    if (word == "null") return node;
    node.kind = Node::Kind::Scalar;
    if (!is_number(word) && word != "true" && word != "false") {
      if (is_loose_number(word)) {
        findings_.loose(Loose::Numbers, begin, at_);
      } else {
        if (word == "None" || word == "undefined" || word == "nil") {
          findings_.repaired(begin, at_, fmt::format("`{}` stands for a value", word), "it is read as `null`");
          node.kind = Node::Kind::Null;
          return node;
        }
        word = rest_of_words(begin);
        node.span = span(begin, at_);
        if (auto report = findings_.repaired(begin, at_, "this text has no quotes", "it is read as a text; put it into double quotes"))
          report->fix(span(begin, begin), "\"").fix(span(at_, at_), "\"");
      }
    }
    node.scalar.text = word;
    node.scalar.span = node.span;
    return node;
  }

  /// Words without quotes go on to the next mark of the structure, or to the end of the line.
  std::string_view rest_of_words(std::size_t begin) {
    at_ = std::min(text_.find_first_of(",]}\n\r", begin), text_.size());
    while (base::is_ascii_blank(text_[at_ - 1])) --at_;
    return text_.substr(begin, at_ - begin);
  }

  /// What lies deeper than the limit: to its closing bracket, without a tree.
  void skip_brackets() {
    std::size_t depth = 0;
    while (!at_end()) {
      char const c = text_[at_];
      if (c == '"') {
        at_ = closing_quote(at_);
        continue;
      }
      ++at_;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) return;
    }
  }

  std::size_t closing_quote(std::size_t begin) const {
    for (std::size_t at = begin + 1; at < text_.size(); ++at) {
      if (text_[at] == '\\')
        ++at;
      else if (text_[at] == '"')
        return at + 1;
    }
    return text_.size();
  }

  Node opened(Node::Kind kind) {
    Node node;
    node.kind = kind;
    node.span = span(at_, at_);
    open_.push_back({text_[at_], at_});
    ++at_;
    return node;
  }

  Node map(std::size_t depth) {
    Node node = opened(Node::Kind::Map);
    read_members(node, depth);
    return node;
  }

  Node list(std::size_t depth) {
    Node node = opened(Node::Kind::List);
    read_items(node, depth);
    return node;
  }

  void close(Node& node) {
    node.span.end = static_cast<std::uint32_t>(at_);
    open_.pop_back();
  }

  /// Commas, closing brackets and the end of the file, which lists and maps have in common. True if the node is closed.
  bool is_closed(Node& node, Commas& commas) {
    for (;;) {
      skip_blanks();
      if (at_end()) {
        report_end();
        close(node);
        return true;
      }
      char const c = text_[at_];
      if (c == ',') {
        if (!commas.wanted)
          if (auto report = findings_.repaired(at_, at_ + 1, "a comma too many", "it is passed over; delete it"))
            report->fix(span(at_, at_ + 1), "");
        commas.wanted = false;
        commas.last = at_++;
        continue;
      }
      if (c == ':' && node.is_list()) {
        if (auto report = findings_.broken(at_, at_ + 1, "a list has no keys"))
          report->label(span(open_.back().place, open_.back().place + 1), "the list begins here");
        commas.wanted = false;
        ++at_;
        continue;
      }
      if (c != '}' && c != ']') break;
      bool const fits = (c == '}') == (open_.back().bracket == '{');
      if (!fits && closes_outer(c)) {
        report_unclosed(at_, fmt::format("`{}` closes what is around it", c));
        close(node);
        return true;
      }
      if (!fits) {
        if (auto report = findings_.broken(at_, at_ + 1, fmt::format("`{}` cannot close this", c)))
          report->label(span(open_.back().place, open_.back().place + 1), "opened here");
        ++at_;
        continue;
      }
      if (commas.last != std::string_view::npos) findings_.loose(Loose::LastCommas, commas.last, commas.last + 1);
      ++at_;
      close(node);
      return true;
    }
    if (commas.wanted) report_missing_comma(commas.value_end);
    commas.last = std::string_view::npos;
    return false;
  }

  void read_members(Node& node, std::size_t depth) {
    for (Commas commas; !is_closed(node, commas);) {
      commas.wanted = read_member(node, depth) && !std::exchange(comma_is_read_, false);
      commas.value_end = at_;
    }
    check_keys(node.members);
  }

  /// False if there is none, and what stands there was passed over.
  bool read_member(Node& node, std::size_t depth) {
    std::size_t const begin = at_;
    Member member;
    if (is_quote(text_[at_])) {
      Node key = quoted();
      member.key = std::move(key.scalar.text);
    } else if (is_name_start(text_[at_])) {
      while (!at_end() && is_name(text_[at_])) ++at_;
      member.key = text_.substr(begin, at_ - begin);
      findings_.loose(Loose::BareKeys, begin, at_);
    } else {
      findings_.broken(begin, begin + 1, fmt::format("a key is wanted here, not `{}`", text_[begin]));
      if (text_[begin] == '{' || text_[begin] == '[') skip_brackets();
      at_ = std::max({begin + 1, at_, std::min(text_.find_first_of(",}\n", at_), text_.size())});
      if (!at_end() && text_[at_] == ',') ++at_;
      return false;
    }
    member.key_span = span(begin, at_);
    skip_blanks();
    char const c = at_end() ? '}' : text_[at_];
    if (c == ':') {
      ++at_;
    } else if (c == '=') {
      std::size_t const end = at_ + (text_.substr(at_, 2) == "=>" ? 2 : 1);
      if (auto report = findings_.repaired(at_, end, "a key is followed by a colon", "it is read as one")) report->fix(span(at_, end), ":");
      at_ = end;
    } else if (c != ',' && c != '}' && c != ']') {
      if (auto report = findings_.repaired(begin, member.key_span.end, "this key has no colon", "what follows is read as its value"))
        report->fix(span(member.key_span.end, member.key_span.end), ":");
    }
    skip_blanks();
    if (at_end() || text_[at_] == ',' || text_[at_] == '}' || text_[at_] == ']') {
      if (!at_end()) findings_.broken(begin, member.key_span.end, fmt::format("`{}` has no value", member.key));
      member.value.span = span(member.key_span.end, member.key_span.end);
    } else {
      member.value = value(depth + 1);
    }
    node.members.push_back(std::move(member));
    return true;
  }

  void read_items(Node& node, std::size_t depth) {
    for (Commas commas; !is_closed(node, commas);) {
      std::size_t const begin = at_;
      Node item = value(depth + 1);
      commas.wanted = true;
      commas.value_end = at_;
      if (item.is_scalar() && closes_outer('}') && is_key(begin)) {
        report_unclosed(begin, "a key of what is around it");
        at_ = begin;
        comma_is_read_ = true;
        close(node);
        return;
      }
      node.items.push_back(std::move(item));
    }
  }

  /// What was read from `begin` on is followed by a colon on the same line.
  bool is_key(std::size_t begin) const {
    std::size_t const next = text_.find_first_not_of(" \t", at_);
    return is_quote(text_[begin]) && next != std::string_view::npos && text_[next] == ':';
  }

  /// A bracket further out is closed by this.
  bool closes_outer(char c) const {
    char const bracket = c == '}' ? '{' : '[';
    return std::any_of(open_.begin(), open_.end() - 1, [&](Open const& open) { return open.bracket == bracket; });
  }

  /// Brackets that close nothing, and what stands behind the end: of a map, its members go on.
  void read_behind(Node& root) {
    for (;;) {
      skip_blanks();
      if (at_end()) return;
      std::size_t const closing = std::min(text_.find_first_not_of("}]", at_), text_.size());
      if (closing > at_) {
        constexpr std::size_t most_shown = 10;
        findings_.broken(at_, closing, fmt::format("`{}` closes nothing", text_.substr(at_, std::min(closing - at_, most_shown))));
        at_ = closing;
        continue;
      }
      auto const more = root.is_map() && !root.members.empty() ? text_.find_first_not_of(" \t\r\n,", at_) : std::string_view::npos;
      if (more == std::string_view::npos || !is_quote(text_[more])) {
        findings_.broken(at_, text_.size(), "nothing can stand behind the end");
        return;
      }
      if (auto report = findings_.broken(root.span.end - 1, root.span.end, "this bracket closes all, and there is more behind it"))
        report->label(span(more, more + 1), "it goes on here");
      at_ = more;
      open_.push_back({'{', root.span.begin});
      Node rest;
      rest.kind = Node::Kind::Map;
      rest.span = root.span;
      read_members(rest, 0);
      root.span.end = rest.span.end;
      std::move(rest.members.begin(), rest.members.end(), std::back_inserter(root.members));
    }
  }

  void report_unclosed(std::size_t at, std::string_view why) {
    std::size_t const place = open_.back().place;
    if (auto report = findings_.add<diag::Kind::UnclosedBracket>(place, place + 1, open_.back().bracket))
      report->label(span(at, at + 1), std::string{why});
  }

  /// Once: all brackets that are open here are so for one reason.
  void report_end() {
    if (std::exchange(end_is_reported_, true)) return;
    std::size_t const place = open_.back().place;
    auto report = findings_.add<diag::Kind::UnclosedBracket>(place, place + 1, open_.back().bracket);
    if (!report) return;
    report->label(span(text_.size(), text_.size()), "the file ends here");
    if (open_.size() > 1)
      report->hint(fmt::format("{} brackets are open at the end of the file: a part of it may be missing", open_.size()));
    else
      report->hint(fmt::format("end the file with `{}`", open_.back().bracket == '{' ? '}' : ']'));
  }

  void report_missing_comma(std::size_t place) {
    if (auto report = findings_.repaired(place, place, "a comma is missing here", "it is read as if there were one"))
      report->fix(span(place, place), ",");
  }

  /// Equal keys of one map. Small maps, the usual ones, are compared in place.
  void check_keys(std::vector<Member> const& members) {
    constexpr std::size_t few = 24;
    auto const report_twice = [&](Member const& first, Member const& again) {
      if (auto report = findings_.add<diag::Kind::DuplicateKey>(again.key_span.begin, again.key_span.end, again.key))
        report->label(first.key_span, "first given here").hint("keep one of them; the last one counts");
    };
    if (members.size() <= few) {
      for (std::size_t i = 1; i < members.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (members[j].key == members[i].key) {
            report_twice(members[j], members[i]);
            break;
          }
      return;
    }
    std::vector<std::size_t> order(members.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return members[a].key < members[b].key; });
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
      if (members[order[i]].key != members[order[first]].key)
        first = i;
      else
        report_twice(members[order[first]], members[order[i]]);
    }
  }

  std::string_view text_;
  JsonFindings findings_;
  JsonLimits limits_;
  std::size_t at_ = 0;
  std::vector<Open> open_ = {};
  bool comma_is_read_ = false;  ///< before the key that ended a list
  bool end_is_reported_ = false;
};

}  // namespace

Node read_json(SourceId source, std::string_view text, Diagnostics& diagnostics, JsonLimits const& limits) {
  return Reader{source, text, diagnostics, limits}.run();
}

}  // namespace resumec::syntax

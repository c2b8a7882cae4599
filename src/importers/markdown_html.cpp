// HTML tags in a text become Markdown or nothing, and links by reference get their targets. In and out: a scalar that keeps its places.
#include "base/ascii.hpp"
#include "importers/markdown.hpp"
#include "unicode/unicode.hpp"

#include <algorithm>
#include <array>

namespace resumec::importers {

namespace {

constexpr std::size_t longest_tag = 1000;
constexpr std::size_t longest_label = 500;

/// What stands for a tag, at its beginning and its end. Tags that are in no row are kept as they are, and lowering says so.
struct TagMark {
  std::string_view name, mark;
};
constexpr TagMark tag_marks[] = {
    {"b", "**"},     {"strong", "**"}, {"i", "*"},    {"em", "*"},     {"cite", "*"},  {"s", "~~"},     {"del", "~~"},   {"sup", "^"},
    {"sub", "~"},    {"code", "`"},    {"kbd", "`"},  {"span", ""},    {"div", ""},    {"p", ""},       {"small", ""},   {"big", ""},
    {"u", ""},       {"ins", ""},      {"mark", ""},  {"font", ""},    {"center", ""}, {"section", ""}, {"header", ""},  {"footer", ""},
    {"article", ""}, {"main", ""},     {"aside", ""}, {"details", ""}, {"time", ""},   {"abbr", ""},    {"address", ""}, {"ul", ""},
    {"li", ""},      {"summary", ""},  {"h1", "**"},  {"h2", "**"},    {"h3", "**"},   {"h4", "**"},    {"dl", ""},      {"dt", ""},
    {"dd", ""},      {"table", ""},    {"tr", ""},    {"td", ""},      {"th", ""},     {"tbody", ""},   {"thead", ""},   {"nobr", ""},
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Rewriter {
 public:
  Rewriter(MarkdownContext const& context, Node const& text, Halves halves)
      : context_{context}, node_{text}, text_{text.text()}, halves_{halves} {}

  Node run() {
    while (at_ < text_.size()) step();
    if (!changed_) return node_;
    keep_to(text_.size());
    Node result = node_;
    result.scalar.text = std::move(out_);
    result.scalar.pieces = std::move(pieces_);
    return result;
  }

 private:
  std::uint32_t place(std::size_t at) const { return node_.scalar.at(at, at).begin; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.size()); }

  /// The old text up to `end`, with its pieces.
  void keep_to(std::size_t end) {
    if (end <= kept_) return;
    pieces_.push_back({size(), place(kept_)});
    auto const& pieces = node_.scalar.pieces;
    auto piece =
        std::upper_bound(pieces.begin(), pieces.end(), kept_, [](std::size_t at, syntax::TextPiece const& p) { return at < p.text; });
    for (; piece != pieces.end() && piece->text < end; ++piece)
      pieces_.push_back({size() + piece->text - static_cast<std::uint32_t>(kept_), piece->source});
    out_ += text_.substr(kept_, end - kept_);
    kept_ = end;
  }
  /// Leaves out what stands up to `end`, with something in its place.
  void replace_to(std::size_t end, std::string_view by) {
    if (!by.empty()) {
      pieces_.push_back({size(), place(kept_)});
      out_ += by;
    }
    kept_ = at_ = end;
    changed_ = true;
  }
  void insert_target(MarkdownLine const& target) {
    pieces_.push_back({size(), target.begin});
    out_ += context_.text.substr(target.begin, target.end - target.begin);
  }

  void step() {
    char const c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size())
      at_ += 2;
    else if (c == '`')
      skip_code();
    else if (c == '<')
      tag();
    else if (c == '[' && !context_.targets.empty())
      reference();
    else
      ++at_;
  }

  void skip_code() {
    std::size_t length = 1;
    while (at_ + length < text_.size() && text_[at_ + length] == '`') ++length;
    bool const known = length < unclosed_code_.size();
    std::size_t const close =
        known && unclosed_code_[length] ? std::string_view::npos : text_.find(text_.substr(at_, length), at_ + length);
    if (close == std::string_view::npos && known) unclosed_code_[length] = true;
    at_ = close == std::string_view::npos ? at_ + length : close + length;
  }

  void tag() {
    std::string_view const rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      std::size_t const close = unclosed_comment_ ? std::string_view::npos : text_.find("-->", at_);
      unclosed_comment_ = close == std::string_view::npos;
      at_ = unclosed_comment_ ? at_ + 1 : close + 3;
      return;
    }
    std::size_t const close = rest.substr(0, longest_tag).find('>');
    bool const closing = rest.substr(1).starts_with('/');
    std::size_t const begin = closing ? 2 : 1;
    std::size_t end = begin;
    while (end < rest.size() && (is_letter(rest[end]) || (end > begin && base::is_ascii_digit(rest[end])))) ++end;
    if (close == std::string_view::npos || end == begin || end > close) return void(++at_);
    std::string const name = base::ascii_lower(rest.substr(begin, end - begin));
    // `<span` is a tag, `<span@example.org>` an address.
    if (end < close && rest[end] != ' ' && rest[end] != '\n' && rest[end] != '/') return void(++at_);
    std::size_t const after = at_ + close + 1;
    if (name == "a") return closing ? end_of_link(after) : link(at_ + close, after);
    if (name == "span" && closing && halves_ == Halves::Part && is_span_next(after)) {
      keep_to(at_);
      return replace_to(after, " |");
    }
    auto const known = std::find_if(std::begin(tag_marks), std::end(tag_marks), [&](TagMark const& row) { return row.name == name; });
    if (known == std::end(tag_marks)) return void(++at_);
    keep_to(at_);
    replace_to(after, known->mark);
  }

  bool is_span_next(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\n')) ++at;
    return text_.substr(at).starts_with("<span");
  }

  /// `<a href="…">` with its `>` at `close`.
  void link(std::size_t close, std::size_t after) {
    std::string_view const tag = text_.substr(at_, close - at_);
    std::size_t const attribute = base::ascii_lower(tag).find("href=");
    if (attribute == std::string_view::npos) {
      keep_to(at_);
      targets_.push_back({0, 0});
      return replace_to(after, "");
    }
    std::size_t begin = at_ + attribute + 5, end = close;
    char const quote = begin < close ? text_[begin] : ' ';
    if (quote == '"' || quote == '\'')
      end = std::min(text_.find(quote, ++begin), close);
    else
      end = std::min(text_.find(' ', begin), close);
    keep_to(at_);
    targets_.push_back({begin, end});
    replace_to(after, "[");
  }
  void end_of_link(std::size_t after) {
    keep_to(at_);
    Range const target = targets_.empty() ? Range{} : targets_.back();
    if (!targets_.empty()) targets_.pop_back();
    if (target.empty()) return replace_to(after, "");
    std::size_t const end = at_;
    replace_to(after, "](");
    // The address is copied from where it stands.
    pieces_.push_back({size(), place(target.begin)});
    out_ += text_.substr(target.begin, target.end - target.begin);
    pieces_.push_back({size(), place(end)});
    out_ += ')';
  }

  /// `[text][label]`, `[text] [label]`, `[label][]`, `[label]`.
  void reference() {
    std::size_t const close = text_.substr(0, at_ + longest_label).find(']', at_);
    if (close == std::string_view::npos || text_.substr(close + 1).starts_with('(')) return void(++at_);
    std::string_view label = text_.substr(at_ + 1, close - at_ - 1);
    std::size_t end = close + 1;
    std::size_t const second = text_.substr(end).starts_with(" [") ? end + 1 : end;
    if (text_.substr(second).starts_with('[')) {
      std::size_t const second_close = text_.substr(0, second + longest_label).find(']', second);
      if (second_close != std::string_view::npos) {
        std::string_view const written = text_.substr(second + 1, second_close - second - 1);
        if (written.empty() || context_.targets.contains(unicode::fold_for_matching(written))) {
          if (!written.empty()) label = written;
          end = second_close + 1;
        }
      }
    }
    auto const target = context_.targets.find(unicode::fold_for_matching(label));
    if (target == context_.targets.end()) return void(++at_);
    context_.used_targets.insert(target->first);
    keep_to(close + 1);
    std::size_t const from = kept_;
    pieces_.push_back({size(), place(from)});
    out_ += '(';
    insert_target(target->second.address);
    pieces_.push_back({size(), place(from)});
    out_ += ')';
    kept_ = at_ = end;
    changed_ = true;
  }

  MarkdownContext const& context_;
  Node const& node_;
  std::string_view text_;
  Halves halves_;
  std::size_t at_ = 0, kept_ = 0;
  std::string out_;
  std::vector<syntax::TextPiece> pieces_;
  std::vector<Range> targets_;  ///< of links that are open
  std::array<bool, 8> unclosed_code_{};
  bool unclosed_comment_ = false;
  bool changed_ = false;
};

}  // namespace

Node without_html(MarkdownContext const& context, Node const& text, Halves halves) {
  if (text.text().find('<') == std::string_view::npos && context.targets.empty()) return text;
  return Rewriter{context, text, halves}.run();
}

}  // namespace resumec::importers

#include "style/xml_scan.hpp"

#include "diag/report.hpp"
#include "style/layout.hpp"

#include <algorithm>
#include <string>

namespace resumec::style {

namespace {

// No layout has a tenth of these; below them the checks of names need no index.
constexpr std::size_t most_attributes = 64;
constexpr std::size_t most_elements = 4096;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name_character(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.' ||
         byte >= 0x80;
}

bool is_known_reference(std::string_view name) {
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (name.size() < 2 || name[0] != '#') return false;
  bool const hexadecimal = name[1] == 'x';
  auto const digits = name.substr(hexadecimal ? 2 : 1);
  auto const is_digit = [&](char c) {
    return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  if (digits.empty() || digits.size() > 7 || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  std::uint32_t value = 0;
  for (char const c : digits) {
    auto const digit = static_cast<std::uint32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    value = value * (hexadecimal ? 16 : 10) + digit;
  }
  return value == 9 || value == 10 || value == 13 ||
         (value >= 0x20 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF) && value < 0xFFFE) ||
         (value >= 0x10000 && value <= 0x10FFFF);
}

class Scanner {
 public:
  Scanner(SourceId source, std::string_view text, Diagnostics& diagnostics) : source_{source}, text_{text}, diagnostics_{diagnostics} {}

  XmlScan run() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size() && result_.well_formed) {
      if (text_[at_] == '<') {
        tag();
      } else {
        characters();
      }
    }
    if (!result_.well_formed) return std::move(result_);
    if (!open_.empty()) {
      fail(open_.back().span, "this element is never closed", "add the end tag `</" + std::string{open_.back().name} + ">`");
    } else if (result_.tags.empty()) {
      fail(span(0, 0), "there is no root element", "a layout starts with `<layout name=\"…\" version=\"1\">`");
    }
    return std::move(result_);
  }

 private:
  struct Open {
    std::string_view name;
    Span span;
  };

  Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void fail(Span where, std::string const& what, std::string hint = {}) {
    auto report = diag::report<diag::Kind::XmlSyntax>(diagnostics_, where, what);
    if (!hint.empty()) report.hint(std::move(hint));
    result_.well_formed = false;
  }

  /// Goes behind the next `mark`; reports where there is none.
  void skip_past(std::string_view mark, std::size_t begin, char const* what) {
    auto const end = text_.find(mark, at_);
    if (end == std::string_view::npos) {
      fail(span(begin, begin + 1), std::string{what} + " is never closed", "add `" + std::string{mark} + "`");
    } else {
      at_ = end + mark.size();
    }
  }

  void characters() {
    auto const end = std::min(text_.find('<', at_), text_.size());
    auto const run = text_.substr(at_, end - at_);
    if (open_.empty()) {
      auto const first = std::find_if_not(run.begin(), run.end(), is_blank);
      if (first != run.end()) {
        auto const begin = at_ + static_cast<std::size_t>(first - run.begin());
        return fail(span(begin, begin + 1), "text stands outside the root element");
      }
    }
    references(at_, end);
    at_ = end;
  }

  void references(std::size_t begin, std::size_t end) {
    for (std::size_t i = text_.find('&', begin); i < end; i = text_.find('&', i + 1)) {
      auto const semicolon = text_.find(';', i);
      bool const closed = semicolon != std::string_view::npos && semicolon < end && semicolon - i < 12;
      if (closed && is_known_reference(text_.substr(i + 1, semicolon - i - 1))) continue;
      return fail(span(i, closed ? semicolon + 1 : i + 1), "`&` starts no known reference", "write `&amp;` for the character itself");
    }
  }

  void tag() {
    std::size_t const begin = at_;
    auto const rest = text_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ += 4;
      skip_past("-->", begin, "this comment");
    } else if (rest.starts_with("<![CDATA[")) {
      if (open_.empty()) return fail(span(begin, begin + 9), "text stands outside the root element");
      at_ += 9;
      skip_past("]]>", begin, "this CDATA section");
    } else if (rest.starts_with("<?")) {
      at_ += 2;
      skip_past("?>", begin, "this processing instruction");
    } else if (rest.starts_with("<!")) {
      fail(span(begin, begin + 2), "document type declarations are not read", "remove it");
    } else if (rest.starts_with("</")) {
      end_tag(begin);
    } else {
      start_tag(begin);
    }
  }

  std::string_view name() {
    std::size_t const begin = at_;
    while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  void blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }

  void end_tag(std::size_t begin) {
    at_ += 2;
    auto const closed = name();
    Span const where = span(begin + 2, at_);
    blanks();
    if (at_ >= text_.size() || text_[at_] != '>') return fail(span(begin, begin + 2), "this end tag has no `>`");
    ++at_;
    if (open_.empty()) return fail(where, "`</" + std::string{closed} + ">` closes nothing");
    if (closed != open_.back().name) {
      diag::report<diag::Kind::XmlSyntax>(diagnostics_, where,
                                          "`</" + std::string{closed} + ">` does not close `<" + std::string{open_.back().name} + ">`")
          .label(open_.back().span, "opened here");
      result_.well_formed = false;
      return;
    }
    open_.pop_back();
  }

  void start_tag(std::size_t begin) {
    ++at_;
    std::size_t const name_begin = at_;
    ScannedTag tag;
    tag.name = name();
    tag.span = span(name_begin, at_);
    if (tag.name.empty()) return fail(span(begin, begin + 1), "`<` starts no tag", "write `&lt;` for the character itself");
    if (open_.empty() && !result_.tags.empty()) {
      diag::report<diag::Kind::XmlSyntax>(diagnostics_, tag.span, "a second root element")
          .label(result_.tags.front().span, "the first one");
      result_.well_formed = false;
      return;
    }
    if (open_.size() == max_depth) {
      diag::report<diag::Kind::LayoutTooDeep>(diagnostics_, tag.span, max_depth);
      result_.well_formed = false;
      return;
    }
    for (;;) {
      std::size_t const before = at_;
      blanks();
      if (at_ >= text_.size()) return fail(tag.span, "this tag has no `>`");
      if (text_[at_] == '>') {
        ++at_;
        open_.push_back({tag.name, tag.span});
        break;
      }
      if (text_.substr(at_).starts_with("/>")) {
        at_ += 2;
        break;
      }
      if (before == at_) return fail(span(at_, at_ + 1), "a blank must stand before each attribute");
      if (!attribute(tag)) return;
    }
    if (result_.tags.size() == most_elements) {
      fail(tag.span, "the file has more than " + std::to_string(most_elements) + " elements");
      return;
    }
    result_.tags.push_back(std::move(tag));
  }

  bool attribute(ScannedTag& tag) {
    std::size_t const name_begin = at_;
    ScannedAttribute attribute;
    attribute.name = name();
    attribute.name_span = span(name_begin, at_);
    if (attribute.name.empty()) return fail(span(at_, at_ + 1), "an attribute's name cannot start here"), false;
    blanks();
    if (at_ >= text_.size() || text_[at_] != '=') {
      fail(attribute.name_span, "the attribute `" + std::string{attribute.name} + "` has no value",
           "write `" + std::string{attribute.name} + "=\"…\"`");
      return false;
    }
    ++at_;
    blanks();
    if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) {
      fail(attribute.name_span, "the value of `" + std::string{attribute.name} + "` is not in quotation marks");
      return false;
    }
    char const quote = text_[at_++];
    auto const end = text_.find(quote, at_);
    auto const less = text_.find('<', at_);
    if (end == std::string_view::npos || less < end) {
      fail(attribute.name_span, "the value of `" + std::string{attribute.name} + "` has no closing quotation mark",
           "write `&lt;` for a `<` in a value");
      return false;
    }
    attribute.value_span = span(at_, end);
    references(at_, end);
    at_ = end + 1;
    for (auto const& other : tag.attributes) {
      if (other.name != attribute.name) continue;
      diag::report<diag::Kind::DuplicateAttribute>(diagnostics_, attribute.name_span, attribute.name)
          .label(other.name_span, "the first one");
      return true;
    }
    if (tag.attributes.size() == most_attributes) {
      fail(attribute.name_span, "an element has more than " + std::to_string(most_attributes) + " attributes");
      return false;
    }
    if (result_.well_formed) tag.attributes.push_back(attribute);
    return result_.well_formed;
  }

  SourceId source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  std::vector<Open> open_;
  XmlScan result_;
};

}  // namespace

XmlScan scan_xml(SourceId source, std::string_view text, Diagnostics& diagnostics) { return Scanner{source, text, diagnostics}.run(); }

}  // namespace resumec::style

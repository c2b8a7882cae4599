// Where a text may be cut: grapheme clusters (UAX #29) and line-break opportunities (UAX #14), both by ICU's rules.
#include "unicode/inert.hpp"
#include "unicode/unicode.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>

namespace resumec::unicode {

namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

Iterator open_iterator(UBreakIteratorType type, char const* locale) {
  UErrorCode status = U_ZERO_ERROR;
  Iterator iterator{ubrk_open(type, locale, nullptr, 0, &status)};
  if (U_FAILURE(status)) iterator.reset();
  return iterator;
}

/// Calls `found` with each boundary after the start of the text, in bytes.
template <class Found>
void each_boundary(UBreakIterator* iterator, std::string_view text, Found found) {
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  ubrk_setUText(iterator, &utext, &status);
  if (U_SUCCESS(status)) {
    ubrk_first(iterator);
    for (auto at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) found(static_cast<std::uint32_t>(at));
  }
  // The iterator keeps a shallow clone: let go of the caller's text before it dies.
  UText empty = UTEXT_INITIALIZER;
  status = U_ZERO_ERROR;
  utext_openUTF8(&empty, "", 0, &status);
  ubrk_setUText(iterator, &empty, &status);
  utext_close(&empty);
  utext_close(&utext);
}

/// ICU's rules of line breaking differ by language only, never by region.
std::string primary_language(std::string_view lang) {
  auto const size = std::min(lang.find_first_of("-_"), lang.size());
  return std::string{lang.substr(0, std::min<std::size_t>(size, 8))};
}

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// Words of ASCII letters and digits with full stops and commas inside or after them, and blanks between: there a line
/// may end after the blanks, in every language (LB7, LB13, LB18, LB23, LB25, LB28, LB29).
bool is_plain_prose(std::string_view text) {
  char before = ' ';
  for (char const c : text) {
    bool const inside = before != ' ' && (c == '.' || c == ',');
    if (!inside && c != ' ' && !is_alphanumeric(c)) return false;
    before = c;
  }
  return true;
}

std::vector<BreakOpportunity> breaks_of_plain_prose(std::string_view text) {
  std::vector<BreakOpportunity> result;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i - 1] == ' ' && text[i] != ' ') result.push_back({static_cast<std::uint32_t>(i), BreakKind::Optional});
  }
  return result;
}

}  // namespace

std::vector<std::uint32_t> grapheme_boundaries(std::string_view text) {
  std::vector<std::uint32_t> result{0};
  if (text.empty()) return result;
  if (is_inert(text)) {
    for (std::uint32_t i = 0; i < text.size();) {
      i = text.substr(i).starts_with("\r\n") ? i + 2 : decode_at(text, i).end;
      result.push_back(i);
    }
    return result;
  }
  if (auto const iterator = open_iterator(UBRK_CHARACTER, "")) {
    each_boundary(iterator.get(), text, [&](std::uint32_t at) { result.push_back(at); });
  }
  // Without ICU's data a cluster is a code point.
  if (result.back() != text.size()) {
    for (auto i = result.back(); i < text.size(); result.push_back(i)) i = decode_at(text, i).end;
  }
  return result;
}

struct LineBreaker::Iterators {
  std::map<std::string, Iterator, std::less<>> by_language;
};

LineBreaker::LineBreaker() : iterators_{std::make_unique<Iterators>()} {}
LineBreaker::~LineBreaker() = default;
LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker& LineBreaker::operator=(LineBreaker&&) noexcept = default;

std::vector<BreakOpportunity> LineBreaker::breaks(std::string_view text, std::string_view lang) {
  if (is_plain_prose(text)) return breaks_of_plain_prose(text);
  // A document names few languages; one made to name thousands must not keep thousands of iterators.
  constexpr std::size_t most_languages = 16;
  auto& kept = iterators_->by_language;
  auto const language = primary_language(lang);
  auto found = kept.find(language);
  if (found == kept.end()) {
    if (kept.size() >= most_languages) kept.clear();
    found = kept.emplace(language, open_iterator(UBRK_LINE, language.c_str())).first;
  }
  std::vector<BreakOpportunity> result;
  auto* const iterator = found->second.get();
  if (iterator == nullptr) return result;
  each_boundary(iterator, text, [&](std::uint32_t at) {
    if (at >= text.size()) return;
    bool const hard = ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    result.push_back({at, hard ? BreakKind::Mandatory : BreakKind::Optional});
  });
  return result;
}

std::vector<BreakOpportunity> line_breaks(std::string_view text, std::string_view lang) { return LineBreaker{}.breaks(text, lang); }

}  // namespace resumec::unicode

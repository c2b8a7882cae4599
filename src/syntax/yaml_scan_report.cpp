// The pre-pass: its notes. One note a trap, with all its places, so that a file of thirty bullets in `**bold**` gives one.
#include "diag/report.hpp"
#include "syntax/yaml_chars.hpp"
#include "syntax/yaml_scan.hpp"

#include <algorithm>
#include <array>

namespace resumec::syntax {

namespace {

using diag::Kind;

constexpr std::array<std::string_view, static_cast<std::size_t>(Trap::Count)> trap_reasons{
    "YAML takes `*` for an alias",
    "YAML takes `&` for an anchor",
    "YAML takes `!` for a tag",
    "YAML allows no text to begin with this character",
    "YAML takes `|` and `>` for the start of a block",
    "YAML takes the brackets for a list or map",
    "YAML allows nothing after a closing quote",
    "YAML allows no second `: ` on a line",
    "YAML takes `:` for an empty key",
    "YAML takes `?` for a key",
    "YAML allows no list item here",
};

}  // namespace

std::string shortened(std::string_view text) {
  constexpr std::size_t limit = 40;
  text = text.substr(0, std::min(text.find('\n'), text.size()));
  if (text.size() <= limit) return std::string{text};
  std::size_t end = limit;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string{text.substr(0, end)} + "…";
}

/// What may be meant by `Cook, at: Inn`.
std::string second_field(std::string_view text) {
  std::size_t const colon = text.find(": "), comma = text.rfind(", ", colon);
  if (colon == std::string_view::npos || comma == std::string_view::npos) return {};
  std::string_view const key = text.substr(comma + 2, colon - comma - 2);
  bool const is_word = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return is_word ? fmt::format("; if `{}` is a field of its own, it begins the next line", key) : std::string{};
}

std::string in_quotes(std::string_view text) {
  bool const simple = text.find('"') == std::string_view::npos && text.find('\\') == std::string_view::npos;
  char const mark = simple ? '"' : '\'';
  std::string out(1, mark);
  for (char const c : text) {
    if (c == '\'' && !simple) out += c;
    out += c;
  }
  return out += mark;
}

/// Plans quotes around [begin, end). Single quotes fold lines as plain text does.
void YamlScanner::quote(std::size_t begin, std::size_t end) {
  auto const insert = [this](std::size_t at) { edits_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), "'"}); };
  insert(begin);
  for (std::size_t at = slice(0, end).find('\'', begin); at != std::string_view::npos; at = slice(0, end).find('\'', at + 1)) insert(at);
  insert(end);
}

void YamlScanner::report_findings() {
  std::array<std::vector<Finding const*>, static_cast<std::size_t>(Trap::Count)> by_trap;
  for (Finding const& finding : findings_) by_trap[static_cast<std::size_t>(finding.trap)].push_back(&finding);
  for (std::size_t trap = 0; trap < by_trap.size(); ++trap) {
    auto const& list = by_trap[trap];
    if (list.empty()) continue;
    auto report = diag::report<Kind::TextNeedsQuotes>(diagnostics_, span(list[0]->begin, list[0]->end),
                                                      shortened(slice(list[0]->begin, list[0]->end)), trap_reasons[trap]);
    std::string const others = list.size() == 1   ? ""
                               : list.size() == 2 ? "one more text needs the same; "
                                                  : fmt::format("{} more texts need the same; ", list.size() - 1);
    std::string const field = static_cast<Trap>(trap) == Trap::Colon ? second_field(slice(list[0]->begin, list[0]->end)) : std::string{};
    report.hint(others + "quotes make it clear to every reader of YAML" + field);
    for (Finding const* finding : list) {
      std::string_view const text = slice(finding->begin, finding->end);
      // `'Kept nurses' trust'` has its quotes already, but for the apostrophe in it.
      // What a `#` cuts off belongs into the quotes as well: the finding about that says so.
      std::size_t const next = text_.find_first_not_of(" \t", finding->end);
      if (next != std::string_view::npos && next > finding->end && text_[next] == '#') continue;
      bool const quoted = finding->trap == Trap::Quote && text.size() > 2 && text.front() == '\'' && text.back() == '\'';
      if (text.find('\n') == std::string_view::npos)
        report.fix(span(finding->begin, finding->end), in_quotes(quoted ? text.substr(1, text.size() - 2) : text));
    }
  }
}

void YamlScanner::report_indentation() {
  if (!tabs_.empty()) {
    auto report = diag::report<Kind::TabIndentation>(diagnostics_, tabs_[0].first);
    report.hint(tabs_.size() == 1   ? "indent with spaces"
                : tabs_.size() == 2 ? "indent with spaces; another line has tabs, too"
                                    : fmt::format("indent with spaces; {} further lines have tabs", tabs_.size() - 1));
    for (auto const& [place, blanks] : tabs_) report.fix(place, blanks);
  }
  if (!blanks_.empty()) {
    auto report = diag::report<Kind::UnicodeBlank>(diagnostics_, blanks_[0].first);
    report.hint(blanks_.size() == 1   ? "type a space instead"
                : blanks_.size() == 2 ? "type spaces instead; another place has such blanks, too"
                                      : fmt::format("type spaces instead; {} further places have such blanks", blanks_.size() - 1));
    for (auto const& [place, blanks] : blanks_) report.fix(place, blanks);
  }
}

void YamlScanner::report_cut(std::size_t comment, std::size_t end, std::size_t value_begin) {
  std::size_t const last = trim_end(text_, comment, end);
  auto report = diag::report<Kind::CommentCut>(diagnostics_, span(comment, last), shortened(slice(comment, last)));
  // `#it` for a tag, as elsewhere.
  std::string_view const word = slice(comment + 1, last);
  bool const one_word = !word.empty() && word.size() < 30 && word.find_first_of(" \t\n\"'`{}") == std::string_view::npos;
  report.hint(fmt::format("put quotes around the text to keep it, or two blanks before `#` and one after it if it is a remark{}",
                          one_word ? fmt::format("; a tag is `{{.{}}}`", word) : ""));
  if (slice(value_begin, last).find('\n') == std::string_view::npos)
    report.fix(span(value_begin, last), in_quotes(slice(value_begin, last)));
}

}  // namespace resumec::syntax

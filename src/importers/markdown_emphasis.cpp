// Emphasis that CommonMark refuses because a blank stands on the wrong side of a mark: `* **AAAI** 2023*`, `*see page 3 *`. The blank is
// left out where a mark without a partner waits for it; all other marks stay what they are. In and out: a scalar that keeps its places.
#include "importers/markdown.hpp"

#include <algorithm>

namespace resumec::importers {

namespace {

constexpr std::size_t longest_emphasis = 400;  ///< further apart, two marks are hardly meant for each other

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_punctuation(char c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }

struct Run {
  char mark;
  std::size_t begin, end;
  bool opens, closes;  ///< by the rules of CommonMark
  std::size_t left;    ///< marks without a partner
};

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < text.size();) {
    char const c = text[i];
    if (c == '\\') {
      i += 2;
    } else if (c == '`') {
      std::size_t const close = text.find('`', i + 1);
      i = close == std::string_view::npos ? text.size() : close + 1;
    } else if (c == ']' && text.substr(i + 1).starts_with('(')) {
      i = std::min(text.find(')', i), text.size());
    } else if (c == ':' && text.substr(i).starts_with("://")) {
      while (i < text.size() && !is_white(text[i])) ++i;
    } else if (c == '*' || c == '_') {
      std::size_t end = i;
      while (end < text.size() && text[end] == c) ++end;
      char const before = i > 0 ? text[i - 1] : ' ', after = end < text.size() ? text[end] : ' ';
      bool const left = !is_white(after) && (!is_punctuation(after) || is_white(before) || is_punctuation(before));
      bool const right = !is_white(before) && (!is_punctuation(before) || is_white(after) || is_punctuation(after));
      bool const word = c == '_' && left && right;
      runs.push_back({c, i, end, left && !word, right && !word, end - i});
      i = end;
    } else {
      ++i;
    }
  }
  return runs;
}

void pair_runs(std::vector<Run>& runs) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Run& run = runs[i];
    for (std::size_t j = open.size(); run.closes && run.left > 0 && j > 0; --j) {
      Run& opener = runs[open[j - 1]];
      if (opener.mark != run.mark) continue;
      std::size_t const pairs = std::min(opener.left, run.left);
      opener.left -= pairs;
      run.left -= pairs;
      open.resize(opener.left == 0 ? j - 1 : j);
    }
    if (run.opens && run.left > 0) open.push_back(i);
  }
}

/// The blanks that keep marks from being a pair.
std::vector<Range> blanks_in_the_way(std::string_view text, std::vector<Run> const& runs) {
  std::vector<Range> blanks;
  std::size_t waiting = runs.size();  // a run of one or two marks without a partner, with a blank behind it or none
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Run const& run = runs[i];
    if (run.left == 0 || run.left > 2) continue;
    bool const near = waiting < i && run.begin - runs[waiting].end <= longest_emphasis;
    bool const partner = near && runs[waiting].mark == run.mark && runs[waiting].left == run.left;
    bool const white_before = run.begin > 0 && is_white(text[run.begin - 1]);
    bool const ends = run.end == text.size() || is_white(text[run.end]) || is_punctuation(text[run.end]);
    if (partner && !runs[waiting].opens && run.closes && !run.opens) {
      std::size_t end = runs[waiting].end;
      while (end < run.begin && is_white(text[end])) ++end;
      blanks.push_back({runs[waiting].end, end});
      waiting = runs.size();
    } else if (bool const whole = run.left == run.end - run.begin;
               partner && whole && runs[waiting].opens && !run.closes && white_before && ends) {
      std::size_t begin = run.begin;
      while (begin > runs[waiting].end && is_white(text[begin - 1])) --begin;
      blanks.push_back({begin, run.begin});
      waiting = runs.size();
    } else if (whole && (run.opens || run.begin == 0 || white_before)) {
      waiting = i;
    }
  }
  return blanks;
}

}  // namespace

Node with_emphasis_mended(Node const& node) {
  std::string_view const text = node.text();
  // Paragraphs alone: in blocks a star may be the mark of a list.
  if (node.style == syntax::ScalarStyle::Literal || text.find_first_of("*_") == std::string_view::npos) return node;
  auto runs = runs_of(text);
  pair_runs(runs);
  auto const blanks = blanks_in_the_way(text, runs);
  if (blanks.empty()) return node;
  TextBuilder builder{node};
  std::size_t kept = 0;
  for (Range const& blank : blanks) {
    builder.keep(kept, blank.begin);
    kept = blank.end;
  }
  builder.keep(kept, text.size());
  return std::move(builder).build();
}

}  // namespace resumec::importers

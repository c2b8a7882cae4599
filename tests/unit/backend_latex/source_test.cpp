#include "backend/latex/source.hpp"

#include "backend/latex/styles.hpp"
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace {

using resumec::backend::latex::Source;
using resumec::backend::latex::widest_line;

std::string line(std::size_t indent, std::string_view content) {
  Source source;
  source.line(indent, content);
  return std::move(source).take();
}

/// What TeX reads: blanks at a line's start and everything from `%` to the next line's text are nothing, a line end is a blank.
std::string as_read(std::string_view file) {
  std::string result;
  bool start = true, escaped = false;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (file[i] == '%' && !escaped) {
      i = file.find('\n', i);
      start = true;
      continue;
    }
    escaped = file[i] == '\\' && !escaped;
    if (start && file[i] == ' ') continue;
    start = file[i] == '\n';
    result += file[i] == '\n' ? ' ' : file[i];
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

TEST(Source, LongLinesGoOnFurtherIn) {
  std::string const words(60, 'a');
  EXPECT_EQ(line(2, words + " " + words), "  " + words + "\n    " + words + "\n");
  EXPECT_EQ(line(2, "short"), "  short\n");
}

TEST(Source, AWordTooLongIsCutBetweenItsArguments) {
  std::string const address = "\\resumelink{" + std::string(60, 'a') + "}", text = "{" + std::string(50, 'b') + "}";
  EXPECT_EQ(line(0, address + text), address + "%\n  " + text + "\n");
}

TEST(Styles, LengthsAreSaidInTheirRoundUnit) {
  using resumec::backend::latex::round_length;
  using resumec::base::Length;
  EXPECT_EQ(round_length(Length::micrometres(16'000)), "16mm");
  EXPECT_EQ(round_length(Length::micrometres(19'050)), "0.75in");
  EXPECT_EQ(round_length(Length::pt(72)), "1in");
  EXPECT_EQ(round_length(Length::milli_pt(45'500)), "45.5bp");
  EXPECT_EQ(round_length(Length::micrometres(17'250)), "17.25mm");
  EXPECT_EQ(round_length(Length::milli_pt(45'354)), "45.354bp");
}

TEST(Source, LongWordsAreCutBetweenTokens) {
  auto const file = line(0, std::string(95, 'a') + "\\textbackslash{}b");
  EXPECT_EQ(file, std::string(95, 'a') + "%\n  \\textbackslash{}b\n");
}

RC_GTEST_PROP(SourceProperty, NoLineIsWideAndNothingIsLost, ()) {
  std::string content;
  for (int pieces = *rc::gen::inRange(1, 80); pieces > 0; --pieces)
    content +=
        *rc::gen::element<std::string>("word", "é", "\\&", "\\%", "\\textbackslash{}", "{x}", "long-long-long-long", " w", "Θάλασσα");
  auto const indent = *rc::gen::inRange<std::size_t>(0, 20);
  auto const file = line(indent, content);
  for (std::size_t at = 0; at < file.size();) {
    auto const end = file.find('\n', at);
    RC_ASSERT(resumec::unicode::length(std::string_view{file}.substr(at, end - at)) <= widest_line);
    at = end + 1;
  }
  // Blanks at the start of the content are the caller's to avoid.
  RC_PRE(!content.starts_with(' '));
  RC_ASSERT(as_read(file) == content);
}

}  // namespace

#include "source/decode.hpp"

#include "resumec/render.hpp"
#include "resumec/worlds.hpp"
#include "source/file_error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace resumec::source {
namespace {

using namespace std::string_literals;

struct Checked {
  bool readable;
  std::string text;  ///< that readers get
  std::string findings;
  Diagnostics diagnostics;
};

Checked check(std::string const& text, WrongEncoding wrong_encoding = WrongEncoding::Repair) {
  auto const world = memory_world({});
  auto const id = world->add("cv.yaml", text);
  Checked result;
  auto const decoded = decode(*world, id, wrong_encoding, result.diagnostics);
  result.readable = decoded.has_value();
  if (decoded) {
    EXPECT_EQ(world->name(*decoded), "cv.yaml");
    result.text = world->text(*decoded);
  }
  result.findings = render(result.diagnostics, *world, {DiagnosticFormat::Short, false, false});
  return result;
}

TEST(Decode, LetsTextsPass) {
  for (std::string const& text : {"name: Bob\n"s, "\xEF\xBB\xBFname: é\r\n\tx"s, "x"s, "日本"s, "\xEF\xBF\xBD"s, "\xC2\xA0"s}) {
    auto const checked = check(text);
    EXPECT_TRUE(checked.readable) << text;
    EXPECT_EQ(checked.findings, "") << text;
    EXPECT_EQ(checked.text, text);
  }
}

TEST(Decode, ConvertsAndRepairs) {
  struct Case {
    std::string bytes, text, findings;
  };
  Case const cases[] = {
      {"name: Andr\xE9\n", "name: André\n",
       "cv.yaml:1:11: warning: this file is not in UTF-8: bytes beyond ASCII (1 in all) are read as Windows-1252 [windows-1252]\n"},
      {"a\xE9\xE8 b\n\xC3(", "aéè b\nÃ(",
       "cv.yaml:1:2: warning: this file is not in UTF-8: bytes beyond ASCII (3 in all) are read as Windows-1252 [windows-1252]\n"},
      {"\xFF\xFEn\0a\0"s, "na", "cv.yaml:1:1: warning: this file is in UTF-16 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\xFE\xFF\0n\0a"s, "na", "cv.yaml:1:1: warning: this file is in UTF-16 (big-endian), not in UTF-8 [utf16-source]\n"},
      {"n\0a\0m\0e\0"s, "name", "cv.yaml:1:1: warning: this file is in UTF-16 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\0n\0a\0m\0e"s, "name", "cv.yaml:1:1: warning: this file is in UTF-16 (big-endian), not in UTF-8 [utf16-source]\n"},
      {"\xFF\xFE\0\0n\0\0\0"s, "n", "cv.yaml:1:1: warning: this file is in UTF-32 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\0\0\xFE\xFF\0\0\0n"s, "n", "cv.yaml:1:1: warning: this file is in UTF-32 (big-endian), not in UTF-8 [utf16-source]\n"},
      {"a\nb Ã©", "a\nb é", "cv.yaml:2:3: warning: `Ã©` stands for `é`: UTF-8 was read as Windows-1252, in 1 place [wrong-encoding]\n"},
  };
  for (auto const& c : cases) {
    auto const checked = check(c.bytes);
    EXPECT_TRUE(checked.readable) << c.text;
    EXPECT_EQ(checked.text, c.text);
    EXPECT_EQ(checked.findings, c.findings);
  }
}

TEST(Decode, KeepsADamagedTextThatIsToBeKept) {
  auto const checked = check("b √©t√©", WrongEncoding::Keep);
  EXPECT_EQ(checked.text, "b √©t√©");
  EXPECT_EQ(checked.findings, "cv.yaml:1:3: warning: `√©` stands for `é`: UTF-8 was read as Mac Roman, in 2 places [wrong-encoding]\n");
}

TEST(Decode, SaysWhatIsNoText) {
  struct Case {
    std::string text, findings;
  };
  Case const cases[] = {
      {"", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {" \r\n\t", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {"\xEF\xBB\xBF\n", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {"a\rb\r\n", "cv.yaml:1:2: error: control character U+000D in the text [control-character]\n"},
      {"a\x7F\n", "cv.yaml:1:2: error: control character U+007F in the text [control-character]\n"},
      {"a\xC2\x85\n", "cv.yaml:1:2: error: control character U+0085 in the text [control-character]\n"},
      {"a\x81\xE9 b\n\xC3(",
       "cv.yaml:1:2: error: this is not UTF-8: byte 0x81 [not-utf8]\n"
       "cv.yaml:2:1: error: this is not UTF-8: byte 0xC3 [not-utf8]\n"},
      {"é\xE2\x82", "cv.yaml:1:2: error: this is not UTF-8: byte 0xE2 [not-utf8]\n"},
      {"a\0b"s, "cv.yaml:1:2: error: control character U+0000 in the text [control-character]\n"},
      {"a\vb\x1B",
       "cv.yaml:1:2: error: control character U+000B in the text [control-character]\n"
       "cv.yaml:1:4: error: control character U+001B in the text [control-character]\n"},
  };
  for (auto const& c : cases) {
    auto const checked = check(c.text);
    EXPECT_FALSE(checked.readable) << c.findings;
    EXPECT_EQ(checked.findings, c.findings);
  }
}

TEST(Decode, ARunOfBytesIsOneFinding) {
  auto const checked = check("x\x81\x94 y\xE9");
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  auto const& first = *checked.diagnostics.begin();
  EXPECT_EQ(first.span.begin, 1U);
  EXPECT_EQ(first.span.end, 3U);
  ASSERT_EQ(first.hints.size(), 1U);
  EXPECT_EQ(first.hints[0], "save the file as UTF-8");
  EXPECT_TRUE((checked.diagnostics.begin() + 1)->hints.empty());
}

TEST(Decode, StopsAfterTwentyOfAKind) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "x\x81\x01 ";
  auto const checked = check(text);
  EXPECT_FALSE(checked.readable);
  EXPECT_EQ(checked.diagnostics.size(), 40U);
}

TEST(Decode, TheFixOfAControlCharacterRepairsTheText) {
  std::string text =
      "a\x01"
      "b\0c"s;
  auto checked = check(text);
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  for (auto at = checked.diagnostics.end(); at != checked.diagnostics.begin();) {
    auto const& fix = (--at)->fixes.at(0);
    text.replace(fix.span.begin, fix.span.size(), fix.replacement);
  }
  EXPECT_TRUE(check(text).readable);
  EXPECT_EQ(text, "abc");
}

TEST(Decode, ATextBeyondTheLimitIsNotLookedAt) {
  EXPECT_TRUE(check(std::string(text_limit, 'x')).readable);
  EXPECT_EQ(check(std::string(text_limit + 1, '\x01')).findings,
            "cv.yaml:1:1: error: `cv.yaml` is too large: it has 16777217 bytes, and at most 16777216 are read [source-too-large]\n");
}

TEST(ReportFileError, NamesThePathAndTheReason) {
  struct Case {
    FileError error;
    std::string_view message;
  };
  using Reason = FileError::Reason;
  Case const cases[] = {
      {file_error(Reason::NotFound), "cannot read `x`: there is no such file"},
      {file_error(Reason::Denied), "cannot read `x`: permission denied"},
      {file_error(Reason::OutsideRoot), "`x` lies outside the source's folder"},
      {file_error(Reason::NotAFile), "cannot read `x`: it is a folder"},
      {file_error(Reason::Unreadable), "cannot read `x`: reading failed"},
      {too_large(12, 10), "`x` is too large: it has 12 bytes, and at most 10 are read"},
  };
  for (auto const& c : cases) {
    Diagnostics diagnostics;
    report_file_error(diagnostics, {{1}, 2, 3}, "x", c.error);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics.begin()->message, c.message);
    EXPECT_EQ(diagnostics.begin()->span, (Span{{1}, 2, 3}));
  }
}

}  // namespace
}  // namespace resumec::source

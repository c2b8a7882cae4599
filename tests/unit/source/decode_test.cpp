#include "source/decode.hpp"

#include "resumec/worlds.hpp"

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
  std::string findings;
  Diagnostics diagnostics;
};

Checked check(std::string const& text) {
  auto const world = memory_world({});
  auto const id = world->add("cv.yaml", text);
  Checked result;
  result.readable = check_text(id, "cv.yaml", world->text(id), result.diagnostics);
  result.findings = render(result.diagnostics, *world, {DiagnosticFormat::Short, false, false});
  return result;
}

TEST(CheckText, LetsTextsPass) {
  for (std::string const& text : {"name: Bob\n"s, "\xEF\xBB\xBFname: é\r\n\tx"s, "x"s, "日本"s, "\xEF\xBF\xBD"s, "\xC2\xA0"s}) {
    auto const checked = check(text);
    EXPECT_TRUE(checked.readable) << text;
    EXPECT_EQ(checked.findings, "") << text;
  }
}

TEST(CheckText, SaysWhatIsNoText) {
  struct Case {
    std::string text, findings;
  };
  Case const cases[] = {
      {"", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {" \r\n\t", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {"\xEF\xBB\xBF\n", "cv.yaml:1:1: error: `cv.yaml` is empty [empty-source]\n"},
      {"name: Andr\xE9\n", "cv.yaml:1:11: error: this is not UTF-8: byte 0xE9 [not-utf8]\n"},
      {"a\rb\r\n", "cv.yaml:1:2: error: control character U+000D in the text [control-character]\n"},
      {"a\x7F\n", "cv.yaml:1:2: error: control character U+007F in the text [control-character]\n"},
      {"a\xC2\x85\n", "cv.yaml:1:2: error: control character U+0085 in the text [control-character]\n"},
      {"a\xE9\xE8 b\n\xC3(",
       "cv.yaml:1:2: error: this is not UTF-8: byte 0xE9 [not-utf8]\n"
       "cv.yaml:2:1: error: this is not UTF-8: byte 0xC3 [not-utf8]\n"},
      {"é\xE2\x82", "cv.yaml:1:2: error: this is not UTF-8: byte 0xE2 [not-utf8]\n"},
      {"a\0b"s, "cv.yaml:1:2: error: control character U+0000 in the text [control-character]\n"},
      {"a\vb\x1B",
       "cv.yaml:1:2: error: control character U+000B in the text [control-character]\n"
       "cv.yaml:1:4: error: control character U+001B in the text [control-character]\n"},
      {"\xFF\xFEn\0a\0"s, "cv.yaml:1:1: error: this file is in UTF-16 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\xFE\xFF\0n\0a"s, "cv.yaml:1:1: error: this file is in UTF-16 (big-endian), not in UTF-8 [utf16-source]\n"},
      {"n\0a\0m\0e\0"s, "cv.yaml:1:1: error: this file is in UTF-16 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\0n\0a\0m\0e"s, "cv.yaml:1:1: error: this file is in UTF-16 (big-endian), not in UTF-8 [utf16-source]\n"},
      {"\xFF\xFE\0\0n\0\0\0"s, "cv.yaml:1:1: error: this file is in UTF-32 (little-endian), not in UTF-8 [utf16-source]\n"},
      {"\0\0\xFE\xFF\0\0\0n"s, "cv.yaml:1:1: error: this file is in UTF-32 (big-endian), not in UTF-8 [utf16-source]\n"},
  };
  for (auto const& c : cases) {
    auto const checked = check(c.text);
    EXPECT_FALSE(checked.readable) << c.findings;
    EXPECT_EQ(checked.findings, c.findings);
  }
}

TEST(CheckText, ARunOfBytesIsOneFindingAndHintsAtItsMeaning) {
  auto const checked = check("x\x93\x94 y\xE9");
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  auto const& first = *checked.diagnostics.begin();
  EXPECT_EQ(first.span.begin, 1U);
  EXPECT_EQ(first.span.end, 3U);
  ASSERT_EQ(first.hints.size(), 1U);
  EXPECT_EQ(first.hints[0], "save the file as UTF-8; in Windows-1252 this byte is `“`");
  EXPECT_TRUE((checked.diagnostics.begin() + 1)->hints.empty());
  EXPECT_EQ(check("\x81").diagnostics.begin()->hints[0], "save the file as UTF-8");
}

TEST(CheckText, StopsAfterTwentyOfAKind) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "x\xE9\x01 ";
  auto const checked = check(text);
  EXPECT_FALSE(checked.readable);
  EXPECT_EQ(checked.diagnostics.size(), 40U);
}

TEST(CheckText, TheFixOfAControlCharacterRepairsTheText) {
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

TEST(CheckText, ATextBeyondTheLimitIsNotLookedAt) {
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

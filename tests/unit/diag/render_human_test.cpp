#include "unit/diag/sample.hpp"

namespace resumec::diag {
namespace {

constexpr std::string_view text = "name: Bob Marrow\nemial: bob@example.org\nphone: \"555\nsections:\n  - work\n  - study\n  - work\n";

std::string human(Sample const& sample, RenderOptions options = {DiagnosticFormat::Human, false, false}) {
  return "\n" + render(sample.diagnostics, *sample.world, options);
}

TEST(RenderHuman, ShowsThePlaceTheHintAndTheRepair) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  auto& error = sample.error(sample.span(cv, "emial"), "unknown field `emial`", "not a field of a résumé");
  error.hints.push_back("did you mean `email`?");
  error.fixes.push_back({sample.span(cv, "emial"), "email"});
  EXPECT_EQ(human(sample), R"(
error: unknown field `emial` [unknown-field]
 --> cv.yaml:2:1
  |
2 | emial: bob@example.org
  | ^^^^^ not a field of a résumé
  |
  = help: did you mean `email`?
  |
2 | email: bob@example.org
  | ~~~~~

)");
}

TEST(RenderHuman, DetachedFindingsHaveNoPlace) {
  Sample sample;
  auto& error = sample.error({}, "cannot read `cv.yaml`: there is no such file");
  error.severity = Severity::Note;
  error.hints = {"one", "two"};
  EXPECT_EQ(human(sample), R"(
note: cannot read `cv.yaml`: there is no such file [unknown-field]
  = help: one
  = help: two

)");
}

TEST(RenderHuman, MarksOfOneLineShareItsRow) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  auto& error = sample.error(sample.span(cv, "Marrow"), "three marks in a line", "the last");
  error.labels = {{sample.span(cv, "name"), "the first"},
                  {sample.span(cv, "Bob"), "the second"},
                  {sample.span(cv, "study"), "far below"},
                  {sample.span(cv, "phone"), "near"}};
  EXPECT_EQ(human(sample), R"(
error: three marks in a line [unknown-field]
 --> cv.yaml:1:11
  |
1 | name: Bob Marrow
  | ----  --- ^^^^^^ the last
  | |     |
  | |     the second
  | the first
2 | emial: bob@example.org
3 | phone: "555
  | ----- near
...
6 |   - study
  |     ----- far below

)");
}

TEST(RenderHuman, ATextBesideAnotherMarkWouldBeThatOnes) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  sample.error(sample.span(cv, "Marrow"), "two marks", "").labels = {{sample.span(cv, "Bob"), "the label"}};
  EXPECT_EQ(human(sample), R"(
error: two marks [unknown-field]
 --> cv.yaml:1:11
  |
1 | name: Bob Marrow
  |       --- ^^^^^^
  |       |
  |       the label

)");
}

TEST(RenderHuman, ThePrimaryMarkIsOnTop) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  auto& error = sample.error(sample.span(cv, "Bob"), "nested", "inner");
  error.labels = {{sample.span(cv, "name: Bob Marrow"), "outer"}, {sample.span(cv, "name: Bob Marrow"), "twin"}};
  EXPECT_EQ(human(sample), R"(
error: nested [unknown-field]
 --> cv.yaml:1:7
  |
1 | name: Bob Marrow
  | ------^^^------- inner
  | |
  | twin
  | outer

)");
}

TEST(RenderHuman, SeveralLinesSeveralSourcesSeveralRepairs) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  auto const other = sample.add("other.yaml", "\tx: 1\n");
  auto& error = sample.error(sample.span(cv, "\"555\nsections:\n  - work\n"), "never ends", "this text");
  error.severity = Severity::Warning;
  error.labels = {{sample.span(other, "x"), "seen here"}};
  error.hints = {"one\nand more", "two"};
  error.fixes = {{sample.span(cv, "555\nsec"), "555\"\nsec"}, {sample.span(other, "x: 1"), ""}, {sample.span(other, "1"), "3"}};
  EXPECT_EQ(human(sample), R"(
warning: never ends [unknown-field]
 --> cv.yaml:3:8
  |
3 | phone: "555
  |        ^^^^
4 | sections:
5 |   - work
  |   ^^^^^^ this text
  |
 ::: other.yaml:1:2
  |
1 |     x: 1
  |     - seen here
  |
  = help: one
          and more
  = help: two
  |
3 - phone: "555
4 - sections:
3 + phone: "555"
4 + sections:
  |
1 -     x: 1
1 +

)");
  EXPECT_EQ(human(sample, {DiagnosticFormat::Human, false, true}), R"(
warning: never ends [unknown-field]
  ╭─▸ cv.yaml:3:8
  │
3 │ phone: "555
  │        ^^^^
4 │ sections:
5 │   - work
  │   ^^^^^^ this text
  │
  ├─▸ other.yaml:1:2
  │
1 │     x: 1
  │     - seen here
  ├─ help: one
  │        and more
  ├─ help: two
  │
3 - phone: "555
4 - sections:
3 + phone: "555"
4 + sections:
  │
1 -     x: 1
1 +

)");
}

TEST(RenderHuman, TheFrameEndsWithTheLastHint) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  sample.error(sample.span(cv, "study"), "too short").hints = {"one", "two\nlines"};
  EXPECT_EQ(human(sample, {DiagnosticFormat::Human, false, true}), R"(
error: too short [unknown-field]
  ╭─▸ cv.yaml:6:5
  │
6 │   - study
  │     ^^^^^
  ├─ help: one
  ╰─ help: two
           lines

)");
}

TEST(RenderHuman, EmptyPlacesStillHaveACaret) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "name:\n");
  sample.error({cv, 5, 5}, "a value is missing").fixes.push_back({{cv, 5, 5}, " Bob"});
  sample.error({cv, 6, 6}, "at the end");
  EXPECT_EQ(human(sample), R"(
error: a value is missing [unknown-field]
 --> cv.yaml:1:6
  |
1 | name:
  |      ^
  |
1 | name: Bob
  |      ++++

error: at the end [unknown-field]
 --> cv.yaml:2:1
  |
2 |
  | ^

)");
}

TEST(RenderHuman, WideCharactersAndTabsKeepTheCaretInPlace) {
  Sample sample;
  auto const cv = sample.add("cv.yaml",
                             "\xEF\xBB\xBF"
                             "氏名:\t山田\n");
  sample.error(sample.span(cv, "山田"), "here");
  EXPECT_EQ(human(sample), R"(
error: here [unknown-field]
 --> cv.yaml:1:5
  |
1 | 氏名:   山田
  |         ^^^^

)");
}

TEST(RenderHuman, LineNumbersAreAligned) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "a: 1\n\n\n\n\n\n\n\n\n\nb: 2\n");
  sample.error(sample.span(cv, "b"), "again").labels.push_back({sample.span(cv, "a"), ""});
  EXPECT_EQ(human(sample), R"(
error: again [unknown-field]
  --> cv.yaml:11:1
   |
 1 | a: 1
   | -
...
11 | b: 2
   | ^

)");
}

TEST(RenderHuman, LongRepairsAreShortenedAndOverlappingFixesLeftOut) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "a: 1\nb: 2\n");
  auto& error = sample.error(sample.span(cv, "1"), "too little");
  error.fixes = {{sample.span(cv, "1"), "\n1\n2\n3\n4\n5\n6\n7"}, {sample.span(cv, "b: 2"), "c: 3"}, {sample.span(cv, "2"), "9"}};
  EXPECT_EQ(human(sample), R"(
error: too little [unknown-field]
 --> cv.yaml:1:4
  |
1 | a: 1
  |    ^
  |
1 - a: 1
1 + a:
2 + 1
3 + 2
4 + 3
5 + 4
6 + 5
...
  |
2 | c: 3
  | ~~~~

)");
}

TEST(RenderHuman, ColoursEndWhereTheyBegin) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", std::string{text});
  auto& error = sample.error(sample.span(cv, "emial"), "unknown \x1B[31m field", "caret");
  error.hints.push_back("did you mean `email`?");
  auto const shown = human(sample, {DiagnosticFormat::Human, true, false});
  EXPECT_EQ(shown,
            "\n\x1B[1;31merror\x1B[0m\x1B[1m: unknown <U+001B>[31m field\x1B[0m [unknown-field]\n"
            "\x1B[1;34m -->\x1B[0m cv.yaml:2:1\n"
            "\x1B[1;34m  |\x1B[0m\n"
            "\x1B[1;34m2 \x1B[0m\x1B[1;34m|\x1B[0m emial: bob@example.org\n"
            "\x1B[1;34m  |\x1B[0m \x1B[1;31m^^^^^\x1B[0m \x1B[1;31mcaret\x1B[0m\n"
            "\x1B[1;34m  |\x1B[0m\n"
            "\x1B[1;34m  =\x1B[0m \x1B[1;36mhelp\x1B[0m: did you mean `email`?\n\n");
}

/// Any bytes, any spans: text comes out, and no row but the source's and the user's own words can be wide.
TEST(RenderHuman, TakesAnySpans) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "\xEF\xBB\xBFé\r\n\t\xFF\xE6\x97\r\r\n日本\u202E\n\nx");
  auto const size = static_cast<std::uint32_t>(sample.world->text(cv).size());
  for (std::uint32_t begin = 0; begin <= size; ++begin) {
    for (std::uint32_t end = begin; end <= size + 1; ++end) {
      sample.diagnostics = {};
      auto& error = sample.error({cv, begin, end}, "m", "caret");
      error.labels.push_back({{cv, size - begin, size}, "label"});
      error.fixes = {{{cv, begin, end}, "x\ny"}, {{cv, 0, begin}, ""}};
      for (bool const unicode : {false, true}) {
        auto const shown = human(sample, {DiagnosticFormat::Human, false, unicode});
        EXPECT_EQ(shown.find('\t'), std::string::npos);
        EXPECT_EQ(shown.find('\r'), std::string::npos);
        EXPECT_EQ(shown.find(" \n"), std::string::npos) << "a blank at the end of a row";
      }
    }
  }
}

}  // namespace
}  // namespace resumec::diag

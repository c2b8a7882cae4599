// The forms for programs: short, JSON, GitHub.
#include "unit/diag/sample.hpp"

#include <nlohmann/json.hpp>

namespace resumec::diag {
namespace {

TEST(RenderShort, IsOneLineAFinding) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "name: Bob\nemial: é\n");
  sample.error(sample.span(cv, "emial"), "unknown field `emial`", "caret").hints = {"did you mean `email`?"};
  sample.error(sample.span(cv, "\n"), "a\nb\x1B[0m\u202E");
  sample.error({}, "cannot read `x`").severity = Severity::Warning;
  sample.error({}, "an opinion").severity = Severity::Lint;
  sample.error({}, "a remark").severity = Severity::Note;
  EXPECT_EQ(sample.show(DiagnosticFormat::Short),
            "cv.yaml:2:1: error: unknown field `emial` [unknown-field]\n"
            "cv.yaml:1:10: error: a\\nb<U+001B>[0m<U+202E> [unknown-field]\n"
            "warning: cannot read `x` [unknown-field]\n"
            "warning: an opinion [unknown-field]\n"
            "note: a remark [unknown-field]\n");
}

TEST(RenderShort, ColumnsCountCodePoints) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "名前: 𝒪 x");
  sample.error(sample.span(cv, "x"), "here");
  EXPECT_EQ(sample.show(DiagnosticFormat::Short), "cv.yaml:1:7: error: here [unknown-field]\n");
}

TEST(RenderJson, IsOneObjectALine) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "name: é\nemial: x\n");
  auto& error = sample.error(sample.span(cv, "emial"), "unknown field `emial`", "here");
  error.labels.push_back({sample.span(cv, "name"), "the \"section\""});
  error.hints.push_back("did you mean `email`?");
  error.fixes.push_back({sample.span(cv, "emial"), "email"});
  sample.error({}, "nowhere").severity = Severity::Lint;
  EXPECT_EQ(
      sample.show(DiagnosticFormat::Json),
      R"({"kind":"unknown-field","severity":"error","message":"unknown field `emial`",)"
      R"("place":{"file":"cv.yaml","line":2,"column":1,"end_line":2,"end_column":6,"begin":9,"end":14},"caret":"here",)"
      R"("labels":[{"place":{"file":"cv.yaml","line":1,"column":1,"end_line":1,"end_column":5,"begin":0,"end":4},)"
      R"("text":"the \"section\""}],)"
      R"("hints":["did you mean `email`?"],)"
      R"("fixes":[{"place":{"file":"cv.yaml","line":2,"column":1,"end_line":2,"end_column":6,"begin":9,"end":14},"replacement":"email"}]})"
      "\n"
      R"({"kind":"unknown-field","severity":"lint","message":"nowhere","place":null,"caret":"","labels":[],"hints":[],"fixes":[]})"
      "\n");
}

TEST(RenderJson, ListsOfOneAndTwoStayLists) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "a b");
  auto& error = sample.error({}, "m");
  error.hints = {"one", "two"};
  error.labels = {{sample.span(cv, "a"), "x"}, {sample.span(cv, "b"), "y"}};
  auto const json = nlohmann::json::parse(sample.show(DiagnosticFormat::Json));
  ASSERT_EQ(json["hints"].size(), 2U);
  EXPECT_EQ(json["hints"][1], "two");
  ASSERT_EQ(json["labels"].size(), 2U);
  EXPECT_EQ(json["labels"][1]["place"]["begin"], 2);
}

TEST(RenderJson, MalformedUtf8IsReplaced) {
  Sample sample;
  auto const cv = sample.add("c\xE9.yaml", "\xE9");
  sample.error({cv, 0, 1}, "byte \xE9");
  auto const json = nlohmann::json::parse(sample.show(DiagnosticFormat::Json));
  EXPECT_EQ(json["message"], "byte \uFFFD");
  EXPECT_EQ(json["place"]["file"], "c\uFFFD.yaml");
}

TEST(RenderGithub, WritesWorkflowCommands) {
  Sample sample;
  auto const cv = sample.add("a,b:c%.yaml", "name: x\nemial: x\n");
  sample.error(sample.span(cv, "emial"), "100% : a,b\r\nc").hints = {"did you mean `email`?"};
  sample.error(sample.span(cv, "x\nemial"), "two lines").severity = Severity::Warning;
  sample.error({}, "nowhere").severity = Severity::Lint;
  sample.error({}, "remark").severity = Severity::Note;
  EXPECT_EQ(
      sample.show(DiagnosticFormat::Github),
      "::error file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=1,endColumn=6,title=unknown-field::100%25 : a,b%0D%0Ac%0Adid you mean `email`?\n"
      "::warning file=a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=unknown-field::two lines\n"
      "::notice title=unknown-field::nowhere\n"
      "::notice title=unknown-field::remark\n");
}

TEST(Render, SpansBeyondTheirTextAreShownAtItsEnd) {
  Sample sample;
  auto const cv = sample.add("cv.yaml", "ab\n");
  sample.error({cv, 2, 99}, "long");
  sample.error({cv, 50, 99}, "beyond");
  sample.error({cv, 2, 1}, "backwards");
  sample.error({{77}, 3, 4}, "no such source");
  EXPECT_EQ(sample.show(DiagnosticFormat::Short),
            "cv.yaml:1:3: error: long [unknown-field]\n"
            "cv.yaml:2:1: error: beyond [unknown-field]\n"
            "cv.yaml:1:3: error: backwards [unknown-field]\n"
            ":1:1: error: no such source [unknown-field]\n");
  for (auto const format : {DiagnosticFormat::Human, DiagnosticFormat::Json, DiagnosticFormat::Github}) {
    EXPECT_NE(sample.show(format).find("backwards"), std::string::npos);
  }
}

TEST(Render, ManyOfOneKindAreCountedAndInJsonShown) {
  Sample sample;
  for (int i = 1; i <= 1020; ++i) sample.error({}, "number " + std::to_string(i));
  sample.diagnostics.add({"missing-name", Severity::Error, "the last", {}, {}, {}, {}, {}});
  for (auto const format : {DiagnosticFormat::Human, DiagnosticFormat::Short, DiagnosticFormat::Github}) {
    auto const shown = sample.show(format);
    EXPECT_NE(shown.find("number 20"), std::string::npos);
    EXPECT_EQ(shown.find("number 21"), std::string::npos);
    EXPECT_NE(shown.find("and 1000 more of this kind"), std::string::npos);
    EXPECT_NE(shown.find("the last"), std::string::npos);
  }
  auto const json = sample.show(DiagnosticFormat::Json);
  EXPECT_NE(json.find("number 1020"), std::string::npos);
  EXPECT_EQ(json.find("more of this kind"), std::string::npos);
}

TEST(Render, TwentyOfOneKindAreAll) {
  Sample sample;
  for (int i = 1; i <= 20; ++i) sample.error({}, "number " + std::to_string(i));
  EXPECT_EQ(sample.show(DiagnosticFormat::Short).find("more of this kind"), std::string::npos);
}

TEST(Render, NothingIsNothing) {
  for (auto const format : {DiagnosticFormat::Human, DiagnosticFormat::Short, DiagnosticFormat::Json, DiagnosticFormat::Github}) {
    EXPECT_EQ(Sample{}.show(format), "");
  }
}

TEST(RenderGithub, OptionsOfTheCommandLineAreNoFiles) {
  Sample sample;
  auto const text = sample.add("--set", "settings.budget.max_pages=two");
  sample.error(sample.span(text, "two"), "`max_pages` takes a whole number, not `two`");
  auto const list = sample.add("--set settings.languages", "[en, 5%]");
  sample.error(sample.span(list, "5%"), "no language");
  sample.error(sample.span(sample.add("--settings.yaml", "a"), "a"), "a file");
  EXPECT_EQ(sample.show(DiagnosticFormat::Github),
            "::error title=unknown-field::--set settings.budget.max_pages=two: `max_pages` takes a whole number, not `two`\n"
            "::error title=unknown-field::--set settings.languages [en, 5%25]: no language\n"
            "::error file=--settings.yaml,line=1,endLine=1,col=1,endColumn=2,title=unknown-field::a file\n");
}

}  // namespace
}  // namespace resumec::diag

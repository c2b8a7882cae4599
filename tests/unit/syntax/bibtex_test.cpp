#include "syntax/bibtex.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace resumec::syntax {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Read {
  std::string text;
  Diagnostics findings;
  Node list;

  explicit Read(std::string source, BibtexLimits const& limits = {}) : text{std::move(source)} {
    list = read_bibtex(SourceId{1}, text, findings, limits);
  }
  /// `type key: name=value, name=value`
  std::vector<std::string> records() const {
    std::vector<std::string> lines;
    for (Node const& record : list.items) {
      std::string line;
      for (Member const& member : record.members)
        line += fmt::format("{}{}={}", line.empty() ? "" : ", ", member.key, member.value.scalar.text);
      lines.push_back(line);
    }
    return lines;
  }
  std::vector<std::string> reports() const {
    std::vector<std::string> lines;
    for (auto const& finding : findings)
      lines.push_back(fmt::format("{} {} `{}`", finding.kind, finding.message, text.substr(finding.span.begin, finding.span.size())));
    return lines;
  }
  std::string source_of(Span span) const { return text.substr(span.begin, span.size()); }
};

TEST(Bibtex, RecordsInBracesAndParentheses) {
  Read const read{"@Article{ key:1 , Title = {A {Bc} d}, year = 1999, note = \"say {\"}no{\"}\"\n}\n@book(b2, title = {x})"};
  EXPECT_THAT(read.records(),
              ElementsAre("@type=Article, @key=key:1, title=A {Bc} d, year=1999, note=say {\"}no{\"}", "@type=book, @key=b2, title=x"));
  EXPECT_THAT(read.reports(), IsEmpty());
}

TEST(Bibtex, KeysAndValuesKnowTheirPlaces) {
  Read const read{"@misc{k, Title = {two  words}}"};
  Member const& title = read.list.items[0].members[2];
  EXPECT_EQ(read.source_of(title.key_span), "Title");
  EXPECT_EQ(read.source_of(title.value.span), "{two  words}");
  EXPECT_EQ(read.source_of(title.value.scalar.at(5, 10)), "words");
}

TEST(Bibtex, MacrosAndConcatenation) {
  Read const read{"@string{ acm = {ACM} # \" Press\" }\n@a{b, publisher = acm # {, } # acm, month = feb # \"~1\"}"};
  EXPECT_THAT(read.records(), ElementsAre("@type=a, @key=b, publisher=ACM Press, ACM Press, month=feb~1"));
  auto const& value = read.list.items[0].members[2].value.scalar;
  EXPECT_EQ(read.source_of(value.at(11, 14)), "acm");  // where the macro is used
  EXPECT_THAT(read.reports(), IsEmpty());
}

TEST(Bibtex, AnUnknownMacroIsAWord) {
  Read const read{"@a{b, journal = jcp}"};
  EXPECT_THAT(read.records(), ElementsAre("@type=a, @key=b, journal=jcp"));
  EXPECT_THAT(read.reports(), ElementsAre("unknown-macro no macro is called `jcp`, so the word itself is taken `jcp`"));
}

TEST(Bibtex, WhatStandsBetweenRecordsIsNoContent) {
  Read const read{
      "---\n---\nme@example.org wrote @this\n% @article{no, title = {x}}\n@comment{jabref-meta: {a}; @b{c}}\n"
      "@preamble{ \"\\def\\x{y}\" # {z} }\n@comment without braces\n@misc{yes, % a comment, with {\n title = {100\\% {%}} % more\n}\n"};
  EXPECT_THAT(read.records(), ElementsAre("@type=misc, @key=yes, title=100\\% {%}"));
  EXPECT_THAT(read.reports(), IsEmpty());
}

TEST(Bibtex, ARecordNeedsNoKey) {
  Read const read{"@misc{title = {x}, year = 2000}@misc{}@misc{, title={y}}@misc{k}"};
  EXPECT_THAT(read.records(), ElementsAre("@type=misc, title=x, year=2000", "@type=misc", "@type=misc, title=y", "@type=misc, @key=k"));
  EXPECT_THAT(read.reports(), IsEmpty());
}

struct Broken {
  std::string source;
  std::vector<std::string> records, reports;
};

class BrokenBibtex : public testing::TestWithParam<Broken> {};

TEST_P(BrokenBibtex, IsReportedAndTheRestIsRead) {
  Read const read{GetParam().source};
  EXPECT_EQ(read.records(), GetParam().records);
  EXPECT_EQ(read.reports(), GetParam().reports);
}

std::string const good = "\n@misc{good, title = {Good}}\n";
std::string const good_record = "@type=misc, @key=good, title=Good";
std::string const malformed = "bibtex-syntax this is not well-formed BibTeX: ";

INSTANTIATE_TEST_SUITE_P(
    Each, BrokenBibtex,
    testing::Values(
        Broken{"@a{k, title = {open" + good, {"@type=a, @key=k, title=open", good_record}, {malformed + "`{` is never closed `{`"}},
        Broken{"@a{k,\n title = {open {x},\n year = 2001\n}" + good,
               {"@type=a, @key=k, title=open {x}, year=2001", good_record},
               {malformed + "`{` is never closed `{`"}},
        Broken{"@a{k, title = \"open, year = 2001\n}" + good,
               {"@type=a, @key=k, title=open, year = 2001", good_record},
               {malformed + "`\"` is never closed `\"`"}},
        Broken{"@a{k, title = {x}},\n year = 2001\n}" + good,
               {"@type=a, @key=k, title=x", good_record},
               {malformed + "this stands behind the end of a record `,`"}},
        Broken{"@a{k, title = {x}" + good, {"@type=a, @key=k, title=x", good_record}, {malformed + "`@a{` is never closed `@a{`"}},
        Broken{"@a{k, title = {x})" + good, {"@type=a, @key=k, title=x", good_record}, {malformed + "`)` closes what `{` opens `)`"}},
        Broken{"@a{k, title = {x} year = 2001}" + good,
               {"@type=a, @key=k, title=x, year=2001", good_record},
               {malformed + "a comma belongs behind the value of `title` `y`"}},
        Broken{"@a{k\n title = {x}}" + good,
               {"@type=a, @key=k, title=x", good_record},
               {malformed + "a comma belongs behind the key `k` `k`"}},
        Broken{"@a{k, title, year = 2001}" + good,
               {"@type=a, @key=k, year=2001", good_record},
               {malformed + "`title` begins no field: a field is `name = {text}` `title`"}},
        Broken{"@a{k, title = , year = 2001}" + good,
               {"@type=a, @key=k, title=, year=2001", good_record},
               {malformed + "a value is missing here `,`"}},
        Broken{"@a{k, year = 1, year = 2}" + good,
               {"@type=a, @key=k, year=1, year=2", good_record},
               {"duplicate-key `year` is given twice `year`"}}));

TEST(Bibtex, MacrosCannotGrowWithoutBounds) {
  std::string text = "@string{a = {0123456789}}\n";
  for (int i = 0; i < 30; ++i) text += "@string{a = a # a}\n";
  Read const read{text + "@misc{k, title = a}", {100'000, 5'000}};
  EXPECT_LT(read.list.items[0].members[2].value.scalar.text.size(), 6'000U);
  EXPECT_THAT(read.reports(), ElementsAre(malformed + "macros stand for more than 5000 bytes `a`"));
}

TEST(Bibtex, NoMoreRecordsThanTheLimit) {
  Read const read{"@a{b}@a{c}@a{d}", {2, 10}};
  EXPECT_EQ(read.list.items.size(), 2U);
  EXPECT_EQ(read.findings.size(), 1U);
}

TEST(Bibtex, NothingIsAListWithoutRecords) {
  EXPECT_THAT(Read{""}.list.items, IsEmpty());
  EXPECT_TRUE(Read{""}.list.is_list());
}

}  // namespace
}  // namespace resumec::syntax

// Spans: every value as written, and every character of a decoded text at its own place.
#include "reading.hpp"

#include <gtest/gtest.h>

namespace resumec::syntax {
namespace {

struct SpanCase {
  char const* name;
  char const* source;   ///< one key `k`
  char const* written;  ///< the value's span
  char const* word;     ///< a word of the decoded text
  char const* place;    ///< and the source text its bytes map to
};

class YamlSpan : public testing::TestWithParam<SpanCase> {};

TEST_P(YamlSpan, OfValueAndOfAWordInside) {
  SpanCase const& wanted = GetParam();
  Reading const reading{wanted.source};
  Node const& value = reading.root.find("k")->value;
  ASSERT_TRUE(value.is_scalar());
  EXPECT_EQ(reading.at(value.span), wanted.written);
  std::size_t const at = value.text().find(wanted.word);
  ASSERT_NE(at, std::string_view::npos) << value.text();
  EXPECT_EQ(reading.at(value.scalar.at(at, at + std::string_view{wanted.word}.size())), wanted.place);
}

INSTANTIATE_TEST_SUITE_P(
    All, YamlSpan,
    testing::Values(SpanCase{"plain", "k: one two\n", "one two", "two", "two"},
                    SpanCase{"comment", "k: one two  # remark\n", "one two", "two", "two"},
                    SpanCase{"plain_folded", "k: one\n   two\n\n   three\n", "one\n   two\n\n   three", "three", "three"},
                    SpanCase{"plain_fold_inside", "k: one\n   two\n", "one\n   two", "one two", "one\n   two"},
                    SpanCase{"single", "k: 'it''s one'\n", "'it''s one'", "s one", "s one"},
                    SpanCase{"single_mark", "k: 'it''s'\n", "'it''s'", "'", "''"},
                    SpanCase{"double", "k: \"a\\tb \\u00e9 c\"\n", "\"a\\tb \\u00e9 c\"", " c", " c"},
                    SpanCase{"double_escape", "k: \"a \\u00e9 c\"\n", "\"a \\u00e9 c\"", "\xC3\xA9", "\\u00e9"},
                    SpanCase{"double_folded", "k: \"one\n  two \\\n  three\"\n", "\"one\n  two \\\n  three\"", "three", "three"},
                    SpanCase{"literal", "k: |\n  one\n    two\n\n  three\nz: x\n", "|\n  one\n    two\n\n  three", "three", "three"},
                    SpanCase{"literal_digit", "k: |1\n   one\n  two\n", "|1\n   one\n  two", "two", "two"},
                    SpanCase{"literal_crlf", "k: |\r\n  one\r\n  two\r\n", "|\r\n  one\r\n  two", "two", "two"},
                    SpanCase{"folded", "k: >-\n  one\n  two\n\n    deep\n  three\n", ">-\n  one\n  two\n\n    deep\n  three", "three",
                             "three"},
                    SpanCase{"folded_first", "k: >\n  one\n  two\n", ">\n  one\n  two", "two", "two"},
                    SpanCase{"umlauts", "k: \xC3\xA9t\xC3\xA9 one\n", "\xC3\xA9t\xC3\xA9 one", "one", "one"},
                    SpanCase{"tagged", "k: !!str one\n", "one", "one", "one"},
                    SpanCase{"repaired", "k: **one** it's two\n", "**one** it's two", "s two", "s two"},
                    SpanCase{"repaired_folded", "k: *one*\n  two\n", "*one*\n  two", "two", "two"}),
    [](testing::TestParamInfo<SpanCase> const& entry) { return std::string{entry.param.name}; });

TEST(YamlSpan, OfCollections) {
  Reading const reading{"a: [1, {b: c},  ]  # x\nd:\n  - e: f\n    g: h\n  - i\nj: k\n"};
  EXPECT_EQ(reading.at(reading.root.find("a")->value.span), "[1, {b: c},  ]");
  EXPECT_EQ(reading.at(reading.root.find("a")->value.items[1].span), "{b: c}");
  Node const& list = reading.root.find("d")->value;
  EXPECT_EQ(reading.at(list.span), "- e: f\n    g: h\n  - i");
  EXPECT_EQ(reading.at(list.items[0].span), "e: f\n    g: h");
}

TEST(YamlSpan, OfWhatIsNotThere) {
  Reading const reading{"a:\nb: x\nc:\n  -\n  - y\n"};
  EXPECT_EQ(reading.root.find("a")->value.span, (Span{SourceId{1}, 2, 2}));
  EXPECT_EQ(reading.root.find("c")->value.items[0].span, (Span{SourceId{1}, 14, 14}));
}

}  // namespace
}  // namespace resumec::syntax

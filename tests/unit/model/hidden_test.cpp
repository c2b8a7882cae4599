#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

namespace resumec::model {
namespace {

struct Case {
  std::string_view written, read;
};

/// The text of a point, with what was said of it.
std::string read(std::string_view written) {
  Lowered const lowered = lower_text("name: A B\nsections: {work: [\"" + std::string{written} + "\"]}\n");
  if (lowered.resume.sections.empty() || lowered.resume.sections[0].entries.empty()) return "nothing";
  return syntax::plain_text(lowered.resume.sections[0].entries[0].points.at(0).text.base) + (lowered.findings().empty() ? "" : " !");
}

TEST(Hidden, WhatDoesNothingIsLeftOutAndSaid) {
  constexpr Case cases[] = {
      {"wo\u200Brd", "word !"}, {"wo\u200Drd", "word !"},       {"wo\u2060rd", "word !"}, {"\uFEFFword", "word !"},
      {"wo\u200Erd", "word !"}, {"\u202Aword\u202C", "word !"}, {"\u2066word", "word !"},
  };
  for (auto const& [written, expected] : cases) EXPECT_EQ(read(written), expected) << written;
}

TEST(Hidden, WhatDoesSomethingStays) {
  constexpr std::string_view kept[] = {
      "\U0001F469\u200D\U0001F680",      // an astronaut
      "\u0645\u06CC\u200C\u062E",        // Persian
      "\u0915\u094D\u200D\u0937",        // Devanagari
      "\u0E1E\u0E32\u200B\u0E44\u0E17",  // Thai
      "\u2067C++\u2069 \u05D1\u05D2",    // an isolate beside Hebrew
      "di\u00ADvided",                   // a soft hyphen
      "\u201Cquoted\u201D \u2013 and dashed\u2026",
  };
  for (std::string_view text : kept) EXPECT_EQ(read(text), text);
}

TEST(Hidden, LigaturesBecomeTheirLetters) {
  EXPECT_EQ(read("o\uFB00 \uFB01 \uFB02 \uFB03 \uFB04 \uFB05 \uFB06"), "off fi fl ffi ffl st st");
}

TEST(Hidden, MarksOfDirectionHavePartners) {
  EXPECT_EQ(read("\u202B\u05D1\u05D2 C++"), "\u202B\u05D1\u05D2 C++\u202C") << "ends with its text";
  EXPECT_EQ(read("\u05D1\u05D2\u2069 C++"), "\u05D1\u05D2 C++ !") << "closes nothing";
}

}  // namespace
}  // namespace resumec::model

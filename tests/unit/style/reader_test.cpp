#include "unit/style/layout_fixture.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace resumec::style {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Mistake {
  std::string_view what, part, finding;
};

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, are_found_at_their_place) {
  auto const loaded = load(with(GetParam().part));
  EXPECT_THAT(loaded.findings(), ElementsAre(GetParam().finding));
  EXPECT_EQ(loaded.layout, nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Layout, Mistakes,
    testing::Values(
        Mistake{"element", "<pages/>", "unknown-element `pages`"},                                                  //
        Mistake{"misplaced", "<line/>", "misplaced-element `line`"},                                                //
        Mistake{"text", "<page>words</page>", "unexpected-text `page`"},                                            //
        Mistake{"attribute", "<page mian=\"0.6\"/>", "unknown-attribute `mian`"},                                   //
        Mistake{"twice", "<page main=\"0.6\" main=\"0.7\"/>", "duplicate-attribute `main`"},                        //
        Mistake{"missing", "<template><line/></template>", "missing-attribute `template`"},                         //
        Mistake{"color", "<options><option name=\"accent\" default=\"bluish\"/></options>", "bad-color `bluish`"},  //
        Mistake{"length", "<page main=\"0.6\" gap=\"wide\"/>", "bad-length `wide`"},                                //
        Mistake{"number", "<page main=\"much\"/>", "bad-number `much`"},                                            //
        Mistake{"range", "<page main=\"0.99\"/>", "out-of-range `0.99`"},                                           //
        Mistake{"choice", "<page main=\"0.6\" side=\"top\"/>", "unknown-choice `top`"},                             //
        Mistake{"style", "<header><line style=\"haed\"/></header>", "unknown-style `haed`"},                        //
        Mistake{"slot", "<template name=\"job\" for=\"position\"><line><slot name=\"titel\"/></line></template>", "unknown-slot `titel`"},
        Mistake{"use", "<template name=\"job\" for=\"positoin\"/>", "unknown-template-use `positoin`"},       //
        Mistake{"taken use", "<template name=\"other\" for=\"section\"/>", "duplicate-name `section`"},       //
        Mistake{"option", "<header><if option=\"rules\"/></header>", "unknown-layout-option `rules`"},        //
        Mistake{"reference", "<header><line above=\"$rules\"/></header>", "unknown-layout-option `$rules`"},  //
        Mistake{"mismatch", "<header><line above=\"$accent\"/></header>", "option-mismatch `$accent`"},       //
        Mistake{"cell", "<header><row><left/><left/></row></header>", "duplicate-name `left`"},               //
        Mistake{"name", "<options><option name=\"1st\" type=\"bool\" default=\"true\"/></options>", "bad-layout-name `1st`"},
        Mistake{"type", "<options><option name=\"big\" default=\"1\"/></options>", "missing-attribute `option`"},     //
        Mistake{"default", "<options><option name=\"big\" type=\"bool\"/></options>", "missing-attribute `option`"},  //
        Mistake{"standard", "<options><option name=\"accent\" type=\"bool\"/></options>", "unknown-choice `bool`"},   //
        Mistake{"tracking", "<options/><header><line><text style=\"nope\">x</text></line></header>", "unknown-style `nope`"},
        Mistake{"side", "<placement><column role=\"side\" sections=\"*\"/></placement>", "misplaced-element `side`"},  //
        Mistake{"joined", "<template name=\"l\" for=\"language\" joined=\", \"><line/><line/></template>", "misplaced-element `joined`"}),
    [](testing::TestParamInfo<Mistake> const& one) {
      std::string name{one.param.what};
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST(Layout, reports_all_mistakes_of_a_file) {
  auto const loaded = load(with("<page mian=\"0.6\"/><header><line style=\"nope\"/></header><pages/>"));
  EXPECT_THAT(loaded.findings(),
              testing::UnorderedElementsAre("unknown-attribute `mian`", "unknown-style `nope`", "unknown-element `pages`"));
}

TEST(Layout, suggests_the_nearest_name) {
  auto const loaded = load(with("<header><line style=\"haed\"/></header>"));
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(loaded.diagnostics.begin()->hints, ElementsAre("did you mean `head`?"));
}

struct Broken {
  std::string_view what, text, finding;
};
class BrokenXml : public testing::TestWithParam<Broken> {};

TEST_P(BrokenXml, is_refused_at_its_place) {
  auto const loaded = load(std::string{GetParam().text});
  EXPECT_THAT(loaded.findings(), ElementsAre(GetParam().finding));
  EXPECT_EQ(loaded.layout, nullptr);
}

INSTANTIATE_TEST_SUITE_P(
    Layout, BrokenXml,
    testing::Values(Broken{"empty", "", "xml-syntax ``"}, Broken{"words", "hello", "xml-syntax `h`"},
                    Broken{"unclosed", "<layout>", "xml-syntax `layout`"}, Broken{"crossed", "<a><b></a></b>", "xml-syntax `a`"},
                    Broken{"second_root", "<a/><b/>", "xml-syntax `b`"}, Broken{"after", "<a/>x", "xml-syntax `x`"},
                    Broken{"entity", "<a>&nbsp;</a>", "xml-syntax `&nbsp;`"}, Broken{"ampersand", "<a b=\"x & y\"/>", "xml-syntax `&`"},
                    Broken{"doctype", "<!DOCTYPE a><a/>", "xml-syntax `<!`"}, Broken{"unquoted", "<a b=1/>", "xml-syntax `b`"},
                    Broken{"no_value", "<a b/>", "xml-syntax `b`"}, Broken{"glued", "<a b=\"1\"c=\"2\"/>", "xml-syntax `c`"},
                    Broken{"comment", "<a><!-- </a>", "xml-syntax `<`"}, Broken{"nothing_closed", "</a>", "xml-syntax `a`"},
                    Broken{"utf8", "<a\xff/>", "not-utf8 `\xff`"}, Broken{"control", "<a>\x01</a>", "control-character `\x01`"}),
    [](testing::TestParamInfo<Broken> const& one) { return std::string{one.param.what}; });

TEST(Layout, has_a_bounded_depth) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "<stack>";
  EXPECT_THAT(load(text).findings(), ElementsAre("layout-too-deep `stack`"));
}

TEST(Layout, has_a_bounded_size) {
  EXPECT_THAT(load(std::string(max_layout_bytes + 1, ' ')).findings(), ElementsAre("layout-too-large ``"));
}

TEST(Layout, needs_templates_for_masthead_section_and_entries) {
  EXPECT_THAT(load("<layout name=\"a\" version=\"1\"/>").findings(),
              ElementsAre("missing-template `layout`", "missing-template `layout`", "missing-template `layout`"));
}

TEST(Layout, of_another_version_is_not_read_further) {
  EXPECT_THAT(load("<layout name=\"a\" version=\"2\"><nonsense/></layout>").findings(), ElementsAre("unsupported-layout-version `2`"));
}

TEST(Layout, reserves_extends) {
  auto text = with("");
  text.insert(text.find(" version"), " extends=\"classic\"");
  EXPECT_THAT(load(text).findings(), ElementsAre("not-supported-yet `extends`"));
}

TEST(Layout, refuses_styles_that_inherit_in_a_circle) {
  auto text = with("");
  text.replace(text.find("<style name=\"body\"/>"), 20, "<style name=\"body\" parent=\"head\"/>");
  EXPECT_THAT(load(text).findings(), ElementsAre("style-cycle `style`", "style-cycle `style`"));
}

TEST(Layout, keeps_blanks_of_separators) {
  auto const loaded = load(with("<header><line><slot name=\"name\"/><separator> · </separator><field name=\"page\"/></line></header>"));
  EXPECT_THAT(loaded.findings(), IsEmpty());
  ASSERT_NE(loaded.layout, nullptr);
  EXPECT_EQ(loaded.layout->running.at(0).children.at(0).children.at(1).text, " · ");
}

TEST(Layout, reads_a_byte_order_mark_comments_and_references) {
  EXPECT_THAT(
      load("\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- &what; < -->" + with("<header><line><text>a &amp; &#233;</text></line></header>"))
          .findings(),
      IsEmpty());
}

}  // namespace
}  // namespace resumec::style

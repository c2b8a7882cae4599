#include "model/names.hpp"

#include <gmock/gmock.h>

namespace resumec::model {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Names, DifferInCaseAndJoinsAlone) {
  EXPECT_TRUE(is_same_name("Date of birth", "date_of_birth"));
  EXPECT_TRUE(is_same_name("start-date", "startDate"));
  EXPECT_TRUE(is_same_name("GPA", "gpa"));
  EXPECT_TRUE(is_same_name("", "_"));
  EXPECT_FALSE(is_same_name("date", "dates"));
  EXPECT_FALSE(is_same_name("rôle", "role"));
}

TEST(Names, ArePartedByBlanks) {
  EXPECT_THAT(words_of("a bc"), ElementsAre("a", "bc"));
  EXPECT_THAT(words_of(""), IsEmpty());
}

TEST(Names, FindTheMemberThatIsWrittenSoBeforeOneOfTheSameName) {
  syntax::Node map;
  map.kind = syntax::Node::Kind::Map;
  for (auto const* const key : {"Start Date", "start_date", "START", "ｅｎｄ"}) map.members.emplace_back().key = key;
  EXPECT_EQ(find_member(map, "start_date"), &map.members[1]);
  EXPECT_EQ(find_member(map, "startdate"), &map.members[0]);
  EXPECT_EQ(find_member(map, "start"), &map.members[2]);
  EXPECT_EQ(find_member(map, "end"), &map.members[3]);  // NFKC
  EXPECT_EQ(find_member(map, "begin"), nullptr);
}

}  // namespace
}  // namespace resumec::model

// What is printed by one table must be recognised by the other; folding is the model's business, so the test is here.

#include "locale/locale.hpp"
#include "model/lowering.hpp"
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

namespace resumec::model {
namespace {

TEST(LocaleRoles, EveryPrintedTitleIsRecognised) {
  for (locale::Locale const& table : locale::all())
    for (std::string_view role : locale::section_roles()) {
      std::string_view const title = table.title(role);
      EXPECT_EQ(role_of_title(title), role) << table.tag << ": " << title << " folds to " << unicode::fold_for_matching(title);
    }
}

TEST(LocaleRoles, EveryRoleHasAKind) {
  for (std::string_view role : locale::section_roles()) EXPECT_TRUE(kind_of_role(role)) << role;
}

TEST(LocaleRoles, ModifiersAreIgnored) {
  EXPECT_EQ(role_of_title("Selected Publications"), "publications");
  EXPECT_EQ(role_of_title("Ausgewählte Veröffentlichungen"), "publications");
  EXPECT_EQ(role_of_title("Honours & Awards"), "awards");
  EXPECT_EQ(role_of_title("Selected"), "");
  EXPECT_EQ(role_of_title("Boat Publications"), "");
}

TEST(KindOfWord, SingularPluralAndTitle) {
  EXPECT_EQ(kind_of_word("publication"), Kind::Publication);
  EXPECT_EQ(kind_of_word("Publications"), Kind::Publication);
  EXPECT_EQ(kind_of_word("hobbies"), Kind::Hobby);
  EXPECT_EQ(kind_of_word("experience"), Kind::Position);
  EXPECT_EQ(kind_of_word("list"), Kind::List);
  EXPECT_FALSE(kind_of_word("lsit"));
}

}  // namespace
}  // namespace resumec::model

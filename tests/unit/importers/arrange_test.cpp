#include "importers/arrange.hpp"

#include "syntax/yaml.hpp"
#include "syntax/yaml_write.hpp"

#include <gtest/gtest.h>

namespace resumec::importers {
namespace {

using syntax::Node;

std::string arranged(std::string_view yaml) {
  Diagnostics findings;
  Node tree = syntax::read_yaml(SourceId{1}, yaml, findings);
  arrange(tree);
  return syntax::write_yaml(tree);
}

TEST(Arrange, NamesFirstThenWhereAndWhenThenTexts) {
  EXPECT_EQ(
      arranged(
          "sections:\n  A:\n    - points: [x]\n      when: 2020\n      x-y: z\n      tags: [t]\n      at: B\n      role: C\n      text: D\n"
          "x-own: 1\nphone: 1\nname: N\nemail: 2\nheadline: H\n"),
      "name: N\nheadline: H\nphone: 1\nemail: 2\nsections:\n  A:\n    - role: C\n      at: B\n      when: 2020\n      text: D\n"
      "      points: [x]\n      tags: [t]\n      x-y: z\nx-own: 1\n");
}

TEST(Arrange, SectionsAndEntriesKeepTheirOrder) {
  auto const text = "sections:\n  B: [z, a]\n  A:\n    when: later\n    at: now\n";
  EXPECT_EQ(arranged(text), text);
}

TEST(Arrange, EntriesWithinEntriesToo) {
  EXPECT_EQ(
      arranged("sections:\n  A:\n    entries:\n      - roles:\n          - when: 1\n            role: C\n        at: B\n    title: T\n"),
      "sections:\n  A:\n    title: T\n    entries:\n      - at: B\n        roles:\n          - role: C\n            when: 1\n");
}

}  // namespace
}  // namespace resumec::importers

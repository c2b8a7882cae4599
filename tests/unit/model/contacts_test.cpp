#include "model/networks.hpp"
#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>

namespace resumec::model {
namespace {

std::string contacts(std::string_view source) {
  Lowered const lowered = lower_text("name: A B\n" + std::string{source});
  std::string result = lowered.findings();
  for (Contact const& contact : lowered.resume.header.contacts)
    result += contact.value.value + " <" + contact.url + ">" + (contact.handle.empty() ? "" : " " + contact.handle) + "\n";
  return result;
}

TEST(Contacts, KeepTheOrderOfTheSource) {
  EXPECT_EQ(contacts("phone: +31 6 1234 5678\nlinks: {github: bob, email: a@b.example}\nwebsite: https://b.example/\n"),
            "+31 6 1234 5678 <tel:+31612345678>\n"
            "github.com/bob <https://github.com/bob> bob\n"
            "a@b.example <mailto:a@b.example>\n"
            "b.example <https://b.example/>\n");
}

TEST(Contacts, AnItemOfTheListIsANetworkAnAddressOrOnesOwn) {
  EXPECT_EQ(contacts("contact:\n  - linkedin: bob\n  - email: a@b.example\n  - {label: Call sign, value: QX4AA, url: radio.example}\n"),
            "linkedin.com/in/bob <https://www.linkedin.com/in/bob> bob\n"
            "a@b.example <mailto:a@b.example>\n"
            "QX4AA <https://radio.example>\n");
}

TEST(Contacts, ListsOfRenderCvAndJsonResume) {
  EXPECT_EQ(contacts("social_networks:\n  - {network: GitHub, username: bob}\n"), "github.com/bob <https://github.com/bob> bob\n");
  EXPECT_EQ(contacts("profiles:\n  - {network: Twitter, username: bob, url: \"https://twitter.com/bob\"}\n"),
            "twitter.com/bob <https://twitter.com/bob>\n");
}

TEST(Contacts, NetworksTakeHandlesAndAddresses) {
  EXPECT_EQ(contacts("links: {github: github.com/bob}\n"), "github.com/bob <https://github.com/bob> bob\n");
  EXPECT_EQ(contacts("links: {github: \"https://github.com/bob/\"}\n"), "github.com/bob <https://github.com/bob/> bob\n");
  EXPECT_EQ(contacts("links: {Google Scholar: AbC}\n"),
            "scholar.google.com/citations?user=AbC <https://scholar.google.com/citations?user=AbC> AbC\n");
  EXPECT_EQ(contacts("links: {mastodon: \"@bob@sea.example\"}\n"), "sea.example/@bob <https://sea.example/@bob> @bob@sea.example\n");
  EXPECT_EQ(contacts("links: {wechat: bob}\n"), "bob <> bob\n");
  EXPECT_EQ(contacts("links: {x: \"@bob\"}\n"), "x.com/bob <https://x.com/bob> @bob\n");
}

TEST(Contacts, AnUnknownNetworkIsAnAddressWithAName) {
  Lowered const lowered = lower_text("name: A B\nlinks: {Portfolio: bob.example/work}\n");
  ASSERT_EQ(lowered.resume.header.contacts.size(), 1U);
  EXPECT_EQ(lowered.resume.header.contacts[0].network_name, "Portfolio");
  EXPECT_EQ(lowered.resume.header.contacts[0].url, "https://bob.example/work");
}

TEST(Scheme, OfAddresses) {
  EXPECT_EQ(scheme_of("https://a.example"), "https");
  EXPECT_EQ(scheme_of("JavaScript:alert(1)"), "javascript");
  EXPECT_EQ(scheme_of("a.example:8080/x"), "");
  EXPECT_EQ(scheme_of("10.5555/x:y"), "");
  EXPECT_EQ(scheme_of("a.example"), "");
}

TEST(Networks, HaveDistinctIdsAndNames) {
  for (Network const& a : networks()) {
    EXPECT_EQ(find_network(a.id), &a) << a.id;
    EXPECT_EQ(find_network(a.name), &a) << a.name;
  }
  EXPECT_EQ(find_network("Twitter"), find_network("x"));
  EXPECT_EQ(find_network("nonesuch"), nullptr);
}

TEST(Links, OfEntriesHaveLabelsAndRelations) {
  Lowered const lowered =
      lower_sections("projects:\n  - {title: X, links: {Paper: a.example/p, doi: 10.5555/x}}\n  - {title: Y, links: [b.example]}\n");
  EXPECT_EQ(lowered.findings(), "");
  auto const& links = lowered.resume.sections[0].entries[0].links;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].relation, "paper");
  EXPECT_EQ(syntax::plain_text(links[0].label.base), "Paper");
  EXPECT_EQ(links[1].url.value, "https://doi.org/10.5555/x");
  EXPECT_EQ(lowered.resume.sections[0].entries[1].links[0].url.value, "https://b.example");
}

TEST(Links, InTextsGetAScheme) {
  Lowered const lowered = lower_sections("Notes: \"See [this](github.com/x) and [that](mailto:a@b.example).\"\n");
  EXPECT_NE(lowered.sections().find("link[https://github.com/x]"), std::string::npos) << lowered.sections();
  EXPECT_NE(lowered.sections().find("link[mailto:a@b.example]"), std::string::npos);
}

}  // namespace
}  // namespace resumec::model

#include "syntax/bibtex.hpp"

#include "importers/bib_names.hpp"
#include "importers/importer.hpp"
#include "importers/rewrite.hpp"
#include "support/places.hpp"
#include "syntax/yaml.hpp"
#include "syntax/yaml_write.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace resumec::importers {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
namespace fs = std::filesystem;

struct Read {
  Diagnostics findings;
  Node tree;

  explicit Read(std::string_view text) { tree = import_bibtex(syntax::read_bibtex(SourceId{1}, text, findings), findings).tree; }

  std::vector<Node> entries() const {
    Member const* const sections = tree.find("sections");
    Member const* const section = sections ? sections->value.find("publications") : nullptr;
    return section ? section->value.items : std::vector<Node>{};
  }
  std::string entry(std::size_t index = 0) const {
    auto const all = entries();
    return index < all.size() ? syntax::write_yaml(all[index]) : std::string{};
  }
  std::vector<std::string> kinds() const {
    std::vector<std::string> names;
    for (auto const& finding : findings) names.push_back(finding.kind);
    return names;
  }
};

/// One name a line: a text, or the parts.
std::string names(std::string_view value) {
  Read const read{"@misc{k, author = {" + std::string{value} + "}}"};
  auto const entries = read.entries();
  Member const* const authors = entries.empty() ? nullptr : entries[0].find("authors");
  std::string lines;
  for (Node const& author : authors ? authors->value.items : std::vector<Node>{}) {
    if (!lines.empty()) lines += " | ";
    if (author.is_scalar()) lines += author.scalar.text;
    for (Member const& part : author.members) lines += "<" + part.key + " " + part.value.scalar.text + ">";
  }
  return lines;
}

struct Name {
  std::string_view written, read;
};
void PrintTo(Name const& name, std::ostream* out) { *out << name.written; }
class Names : public testing::TestWithParam<Name> {};
TEST_P(Names, AreReadByBibtexsRules) { EXPECT_EQ(names(GetParam().written), GetParam().read); }

INSTANTIATE_TEST_SUITE_P(
    Each, Names,
    testing::Values(Name{"Albescu, Ximena Q. and B. Tarnhollow AND Ossian Mare", "Ximena Q. Albescu | B. Tarnhollow | Ossian Mare"},
                    Name{"Ludwig van der Mare", "<given Ludwig><particle van der><family Mare>"},
                    Name{"von Helmh{\\\"o}ltz, Herm\\\"an\\~n", "<given Hermänñ><particle von><family Helmhöltz>"},
                    Name{"de la Mare, Jr, Ossian", "<given Ossian><particle de la><family Mare><suffix Jr>"},
                    Name{"Ur{\\'i}a R{\\'i}u, Juan", "<given Juan><family Uría Ríu>"},
                    Name{"{Guild of Keepers} and others", "<display Guild of Keepers> | others"},
                    Name{"{{A and B}} and C", "<display A and B> | C"}, Name{"{Aristotle}", "Aristotle"}, Name{"given=A, family=B", "A B"},
                    Name{"family=Mare, given=Hans, prefix=von", "<given Hans><particle von><family Mare>"},
                    Name{"*Pang, Ce and Masry*, Ahmed and Q$^\\dagger$", "Ce Pang* | Ahmed Masry* | Q†"},
                    Name{"A and , and and B", "A | B"}, Name{"Andr{\\'e} {\\c{C}}elik", "André Çelik"}, Name{"", ""}));

TEST(BibtexImport, OneRecordOfAnArticle) {
  Read const read{
      "@article{heron, author = {Albescu, X. and Mare, Bo}, title = {Seeing through {Spray}}, subtitle={A~Study}, journal = {Journal of "
      "\\emph{Lamps}},\n"
      " year = 2021, month = feb, volume = 7, number = 2, pages = {11--29}, doi = {https://doi.org/10.5555/lamp.7}, issn = {1}}"};
  EXPECT_EQ(read.entry(),
            "id: heron\ntype: article\ntitle: \"Seeing through Spray: A\u00A0Study\"\nauthors: [X. Albescu, Bo Mare]\n"
            "venue: Journal of *Lamps*\nvolume: 7\nissue: 2\npages: 11–29\nwhen: 2021-02\ndoi: 10.5555/lamp.7\nx-issn: 1\n");
  EXPECT_THAT(read.kinds(), IsEmpty());
}

TEST(BibtexImport, FieldsOfWebSites) {
  Read const read{
      "@inproceedings{k, title={T}, abbr={EAL}, selected={true}, bibtex_show={true}, keywords={sea, lamps}, codeurl={https://c.example},\n"
      " pdf={local.pdf}, slides={https://s.example}, note={Best Paper Award}, arxiv={2599.00042}, url={https://doi.org/10.1/a}, "
      "doi={10.1/a}}"};
  EXPECT_THAT(read.entry(),
              AllOf(HasSubstr("tags: [sea, lamps, selected]"), HasSubstr("code: https://c.example"), HasSubstr("slides: https://s.example"),
                    HasSubstr("x-pdf: local.pdf"), HasSubstr("award: Best Paper Award"), HasSubstr("arxiv: 2599.00042"),
                    HasSubstr("x-url: https://doi.org/10.1/a"), HasSubstr("x-abbr: EAL")));
  EXPECT_THAT(read.kinds(), IsEmpty());
}

TEST(BibtexImport, UnknownFieldsAreKeptWithAWarning) {
  Read const read{"@misc{k, title={T}, jurnal={J}}"};
  EXPECT_THAT(read.entry(), HasSubstr("x-jurnal: J"));
  EXPECT_THAT(read.kinds(), ElementsAre("foreign-field"));
}

TEST(BibtexImport, RecordsInheritFromVolumes) {
  Read const read{
      "@inproceedings{a, title={Paper}, crossref={v}}\n@proceedings{v, title={Proceedings of Lamps}, year=2020, publisher={P}}\n@misc{b, "
      "title={B}, crossref={nowhere}}"};
  EXPECT_EQ(read.entry(), "id: a\ntype: paper\ntitle: Paper\nvenue: Proceedings of Lamps\nwhen: 2020\npublisher: P\nx-crossref: v\n");
  EXPECT_THAT(read.kinds(), ElementsAre("unknown-record"));
}

TEST(BibtexImport, TheSecondOfAKeyHasNoId) {
  Read const read{"@misc{k, title={A}}@misc{k, title={B}}"};
  EXPECT_THAT(read.entry(1), HasSubstr("x-id: k"));
  EXPECT_THAT(read.kinds(), ElementsAre("record-twice"));
}

TEST(BibtexImport, AnnotationsMarkNames) {
  Read const read{"@misc{k, author={Mare, Bo and Oost, Cy}, author+an={1=me,equal;2=equal}, title={T}}"};
  EXPECT_THAT(read.entry(), HasSubstr("authors: [Bo Mare*, Cy Oost*]"));
  ASSERT_NE(read.tree.find("me"), nullptr);
  EXPECT_EQ(read.tree.find("me")->value.items.at(0).scalar.text, "Bo Mare");
}

TEST(BibtexImport, Dates) {
  auto const when = [](std::string_view fields) {
    auto const entries = Read{"@misc{k, " + std::string{fields} + "}"}.entries();
    Member const* const member = entries.at(0).find("when");
    return member ? member->value.scalar.text : std::string{};
  };
  EXPECT_EQ(when("year = 2020, month = {July}"), "2020-07");
  EXPECT_EQ(when("year = 2020, month = 8, day = 3"), "2020-08-03");
  EXPECT_EQ(when("year = 2020, month = {May--June}"), "May–June 2020");
  EXPECT_EQ(when("year = {{13th Century}}"), "13th Century");
  EXPECT_EQ(when("date = {2016/2017}"), "2016/2017");
  EXPECT_EQ(when("date = {2004~}"), "~2004");
  EXPECT_EQ(when("date = {2016-12-13}, year = 2017"), "2016-12-13");
}

TEST(CslImport, OneItem) {
  Diagnostics findings;
  Node const root = syntax::read_yaml(
      SourceId{1},
      "- {id: heron, type: article-journal, title: 'Seeing <i>spray</i> at $5', container-title: Lamps, page: 1-2, DOI: 10.5555/1, ISSN: "
      "7,\n"
      "   author: [{family: Albescu, given: Ximena, non-dropping-particle: de}, {literal: Guild of Keepers}, {family: Mare, given: Bo}],\n"
      "   issued: {date-parts: [[2021, 2, 3]]}, jurnal: x}\n",
      findings);
  auto const tree = import_csl_json(root, findings).tree;
  auto const& entry = tree.find("sections")->value.find("publications")->value.items.at(0);
  EXPECT_EQ(
      syntax::write_yaml(entry),
      "id: heron\ntype: article\ntitle: Seeing [spray]{.emphasis} at \\$5\nauthors:\n  - given: Ximena\n    particle: de\n    family: "
      "Albescu\n"
      "  - display: Guild of Keepers\n  - Bo Mare\nvenue: Lamps\npages: 1-2\nwhen: 2021-02-03\ndoi: 10.5555/1\nx-ISSN: 7\nx-jurnal: x\n");
  EXPECT_EQ(findings.size(), 1U);
}

// ---- files of other programs' authors

std::string corpus(std::string_view file) {
  fs::path const path = fs::path{places::source("../shared/corpus/peers")} / file;
  std::ifstream stream{path, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

TEST(BibtexCorpus, BiblatexExamples) {
  auto const text = corpus("bib/biblatex-examples.bib");
  if (text.empty()) GTEST_SKIP() << "the folder ../shared is not beside the checkout";
  Read const read{text};
  EXPECT_EQ(read.entries().size(), 90U);
  auto const entry = [&](std::string_view id) {
    for (Node const& candidate : read.entries())
      if (Member const* const member = candidate.find("id"); member && member->value.scalar.text == id)
        return syntax::write_yaml(candidate);
    return std::string{};
  };
  EXPECT_THAT(entry("aksin"), AllOf(HasSubstr("Özge Aksın"), HasSubstr("Bekir Çetinkaya"), HasSubstr("venue: J.\u00A0Organomet. Chem.")));
  EXPECT_THAT(entry("westfahl:space"), AllOf(HasSubstr("venue: \"Space and Beyond: The Frontier Theme in Science Fiction\""),
                                             HasSubstr("publisher: Greenwood"), HasSubstr("pages: 55-65")));
  EXPECT_THAT(entry("vazques-de-parga"), AllOf(HasSubstr("Uría Ríu"), HasSubstr("Vázques de Parga")));
  EXPECT_THAT(entry("kastenholz"), HasSubstr("doi: 10.1063/1.2172593"));
  EXPECT_THAT(entry("baez/online"), HasSubstr("arxiv: math/0307200v3"));
  // Nothing is unknown in it but a command that counts the authors.
  EXPECT_THAT(read.kinds(), Not(testing::Contains("foreign-field")));
  EXPECT_THAT(read.kinds(), Not(testing::Contains("bibtex-syntax")));
}

TEST(BibtexCorpus, EveryFileGivesEntries) {
  fs::path const folder = places::source("../shared/corpus/peers/bib");
  if (!fs::exists(folder)) GTEST_SKIP() << "the folder ../shared is not beside the checkout";
  for (auto const& file : fs::directory_iterator{folder}) {
    if (file.path().extension() != ".bib") continue;
    Read const read{corpus("bib/" + file.path().filename().string())};
    EXPECT_THAT(read.entries(), Not(IsEmpty())) << file.path();
  }
}

TEST(BibtexCorpus, CiteprocsNames) {
  auto const text = corpus("bib/97-annotations.bib");
  if (text.empty()) GTEST_SKIP() << "the folder ../shared is not beside the checkout";
  Read const read{text};
  EXPECT_THAT(read.entry(), AllOf(HasSubstr("authors: [First1 Last1, First2 Last2†, First3 Last3]"), HasSubstr("x-author+an"),
                                  HasSubstr("x-title+an:french")));
  EXPECT_THAT(read.kinds(), IsEmpty());
}

}  // namespace
}  // namespace resumec::importers

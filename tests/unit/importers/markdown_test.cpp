// Markdown files: nothing is lost, whatever they are; the example says what its twin says.
#include "driver/read_source.hpp"
#include "importers/importer.hpp"
#include "model/lower.hpp"
#include "resumec/emit.hpp"
#include "resumec/worlds.hpp"
#include "support/places.hpp"
#include "unicode/unicode.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace resumec {
namespace {

namespace fs = std::filesystem;

std::string contents(fs::path const& path) {
  std::ostringstream text;
  text << std::ifstream{path, std::ios::binary}.rdbuf();
  return text.str();
}

/// Runs of letters and digits, in lower case.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  auto const end = [&] {
    if (!word.empty()) words.push_back(unicode::to_lower(unicode::to_nfc(word), "en"));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const code_point = unicode::decode_at(text, at);
    bool const digit = code_point.value >= U'0' && code_point.value <= U'9';
    if (digit || unicode::is_letter(code_point.value) || code_point.value == U'\u0301')
      word += text.substr(at, code_point.end - at);
    else
      end();
    at = code_point.end;
  }
  end();
  return words;
}

/// The file without its front matter, and without HTML tags but for what their attributes say.
std::string body_of(std::string const& text) {
  std::string body = text.starts_with("---\n") ? text.substr(text.find("\n---\n", 4) + 5) : text;
  for (std::size_t at = 0; (at = body.find('<', at)) != std::string::npos;) {
    std::size_t const end = body.find('>', at);
    bool const tag = end != std::string::npos &&
                     (body[at + 1] == '/' || body.compare(at, 3, "<a ") == 0 || body.compare(at, 5, "<span") == 0 ||
                      body.compare(at, 4, "<div") == 0 || body.compare(at, 8, "<details") == 0 || body.compare(at, 8, "<summary") == 0);
    if (tag) {
      std::string kept{" "};
      if (std::size_t const href = body.find("href=\"", at); href < end) kept += body.substr(href + 6, end - href - 7) + ' ';
      body.replace(at, end + 1 - at, kept);
    } else {
      ++at;
    }
  }
  // The label of a link by reference is no text.
  for (std::string_view const label : {"[ref]:", "[ref]"})
    for (std::size_t at = 0; (at = body.find(label, at)) != std::string::npos;) body.erase(at, label.size());
  return body;
}

/// Every word of the body is in the dump of the model at least as often as in the file.
void expect_no_word_lost(fs::path const& path) {
  std::string const text = contents(path);
  Diagnostics diagnostics;
  auto const imported = importers::import_markdown(SourceId{1}, text, diagnostics);
  auto dump = model::dump(model::lower(imported.tree, SourceId{1}, diagnostics));
  for (std::size_t at = 0; (at = dump.find("\\n", at)) != std::string::npos;) dump.replace(at, 2, "  ");
  auto const dumped = words_of(dump);
  std::multiset<std::string> const found{dumped.begin(), dumped.end()};
  std::map<std::string, std::size_t> written;
  for (std::string& word : words_of(body_of(text))) ++written[std::move(word)];
  // What layouts print around a value is no part of it: `doi:`, `Cited 412 times`.
  for (std::string const label : {"doi", "cited", "times"}) written.erase(label);
  for (auto const& [word, times] : written) EXPECT_GE(found.count(word), word == "abstract" ? 1 : times) << path.filename() << ": " << word;
}

TEST(Markdown, LosesNoWordOfTheExample) { expect_no_word_lost(places::source("examples/research-web.md")); }

TEST(Markdown, LosesNoWordOfTheCorpus) {
  fs::path const folder = places::source("../shared/corpus/peers/markdown");
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no corpus at " << folder;
  for (auto const& file : fs::directory_iterator{folder})
    if (file.path().extension() == ".md") expect_no_word_lost(file.path());
}

/// The printed words of a source.
std::vector<std::string> printed(std::string const& name, CompileOptions const& options) {
  DiskOptions disk;
  disk.root = places::source("examples");
  disk.share_dir = places::built("share/resumec");
  auto const world = disk_world(disk);
  Engine engine;
  auto const document = compile(engine, *world, std::get<SourceId>(world->open(name)), options);
  EXPECT_TRUE(static_cast<bool>(document)) << name;
  if (!document) return {};
  return words_of(*emit_text(*document));
}

void expect_twins(CompileOptions const& options) {
  auto native = printed("research-web.yaml", options), markdown = printed("research-web.md", options);
  EXPECT_GT(native.size(), 400U);
  std::sort(native.begin(), native.end());
  std::sort(markdown.begin(), markdown.end());
  std::vector<std::string> missing, more;
  std::set_difference(native.begin(), native.end(), markdown.begin(), markdown.end(), std::back_inserter(missing));
  std::set_difference(markdown.begin(), markdown.end(), native.begin(), native.end(), std::back_inserter(more));
  EXPECT_EQ(missing, std::vector<std::string>{});
  EXPECT_EQ(more, std::vector<std::string>{});
}

/// UTF-8 as somebody has it whose program took it for Mac Roman.
std::string damaged(std::string_view text) {
  constexpr std::u32string_view upper_half =
      U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü"
      U"†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      U"¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
      U"‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
  std::string result;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    unicode::append(result, byte < 128 ? static_cast<char32_t>(byte) : upper_half[byte - 128U]);
  }
  return result;
}

TEST(Markdown, TheExampleIsRepairedWhereMacRomanDamagedIt) {
  auto const whole = printed("research-web.md", {});
  DiskOptions disk;
  disk.root = places::source("examples");
  disk.share_dir = places::built("share/resumec");
  auto const world = disk_world(disk);
  Engine engine;
  auto const source = world->add("damaged.md", damaged(contents(places::source("examples/research-web.md"))));
  auto const document = compile(engine, *world, source);
  ASSERT_TRUE(static_cast<bool>(document));
  EXPECT_EQ(words_of(*emit_text(*document)), whole);
}

TEST(Markdown, TheExampleSaysWhatItsTwinSays) { expect_twins({}); }

TEST(Markdown, TheExampleShowsItsAbstracts) {
  CompileOptions options;
  options.settings.push_back({"settings.abstracts", "show"});
  expect_twins(options);
}

TEST(Markdown, TheExampleHasTheVariantsOfItsTwin) {
  CompileOptions options;
  options.variant = "one-page";
  expect_twins(options);
}

/// Marks of Markdown, thrown together: always a tree, whose places are in the source.
TEST(Markdown, AnyMarksGiveATree) {
  constexpr std::string_view marks[] = {"# ",
                                        "## ",
                                        "### ",
                                        "\n",
                                        "\n\n",
                                        "* ",
                                        "  * ",
                                        "1. ",
                                        "> ",
                                        "**",
                                        "*",
                                        "_",
                                        "`",
                                        "``` \n",
                                        "---\n",
                                        "(",
                                        ")",
                                        "[",
                                        "](u)",
                                        "<!--",
                                        "-->",
                                        "<details>",
                                        "</details>",
                                        "<summary>",
                                        "</summary>",
                                        "2020",
                                        "Jan. ",
                                        " – ",
                                        ", ",
                                        "“",
                                        "”",
                                        "\"",
                                        "word ",
                                        "a@b.example ",
                                        "|",
                                        "|---|---|\n",
                                        ": ",
                                        "\\\n",
                                        "<a href=\"x\">",
                                        "</a>",
                                        "{!1}",
                                        "[x]: y\n",
                                        "x:",
                                        "é",
                                        "\t"};
  std::mt19937 random{2026};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (auto i = random() % 60; i > 0; --i) text += marks[random() % std::size(marks)];
    Diagnostics diagnostics;
    auto const imported = importers::import_markdown(SourceId{1}, text, diagnostics);
    std::vector<syntax::Node const*> open{&imported.tree};
    while (!open.empty()) {
      syntax::Node const& node = *open.back();
      open.pop_back();
      ASSERT_LE(node.span.begin, node.span.end) << text;
      ASSERT_LE(node.span.end, text.size()) << text;
      if (node.is_scalar()) {
        auto const all = node.scalar.at(0, node.scalar.text.size());
        ASSERT_LE(all.end, text.size()) << text;
      }
      for (auto const& item : node.items) open.push_back(&item);
      for (auto const& member : node.members) {
        ASSERT_LE(member.key_span.end, text.size()) << text;
        open.push_back(&member.value);
      }
    }
    model::lower(imported.tree, SourceId{1}, diagnostics);
  }
}

TEST(Markdown, AFormatIsToldByTheContent) {
  using importers::Syntax;
  using importers::syntax_of;
  EXPECT_EQ(syntax_of("# Wenna Tregear\n\n## Experience\n- **Keeper**, 2016\n"), Syntax::Markdown);
  EXPECT_EQ(syntax_of("Wenna Tregear\n=====\n\nKeeper\n"), Syntax::Markdown);
  EXPECT_EQ(syntax_of("---\nname: Wenna Tregear\n---\n\nI keep lamps.\n\n## Experience\n"), Syntax::Markdown);
  EXPECT_EQ(syntax_of("# Wenna Tregear\nEmail: wenna@tregear.example\n\n## Experience\nKeeper\n"), Syntax::Markdown);
  EXPECT_EQ(syntax_of("<!-- x -->\n# Wenna Tregear\n"), Syntax::Markdown);
  EXPECT_EQ(syntax_of("# my résumé\nname: Wenna Tregear\nsections:\n  Experience:\n    - Keeper\n"), Syntax::Yaml);
  EXPECT_EQ(syntax_of("---\nname: Wenna\n---\n"), Syntax::Yaml);
  EXPECT_EQ(syntax_of("# only a comment\n\n# and one more\nname: Wenna\n"), Syntax::Yaml);
  fs::path const folder = places::source("../shared/corpus/peers");
  if (!fs::is_directory(folder)) return;
  for (auto const& [part, wanted] :
       {std::pair{"markdown", Syntax::Markdown}, {"rendercv", Syntax::Yaml}, {"yamlresume", Syntax::Yaml}, {"jsonresume", Syntax::Json}})
    for (auto const& file : fs::directory_iterator{folder / part}) {
      bool const json = file.path().extension() == ".json";
      EXPECT_EQ(syntax_of(contents(file.path())), json ? Syntax::Json : wanted) << file.path();
    }
}

}  // namespace
}  // namespace resumec

// Properties of lowering over small random documents: nothing crashes, and every scalar ends in the model, in `extra` or in a finding.

#include "support/places.hpp"
#include "unicode/unicode.hpp"
#include "unit/model/lowering.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace resumec::model {
namespace {

/// Documents whose every scalar is a word of its own, so that it can be looked for.
class Document {
 public:
  std::string text;

  static Document random() {
    Document document;
    document.text = *rc::gen::element<std::string>("name: wname\n", "", "name: {given: wgiven, family: wfamily}\n");
    int const members = *rc::gen::inRange(0, 5);
    for (int i = 0; i < members; ++i) document.member(0, top_keys);
    document.text += "sections:\n";
    int const sections = *rc::gen::inRange(1, 4);
    for (int i = 0; i < sections; ++i) {
      document.text += "  " + *rc::gen::elementOf(section_keys) + ":";
      document.value(2, 3);
    }
    return document;
  }

 private:
  using Words = std::vector<std::string>;
  static inline Words const top_keys = {"email",  "phone", "links", "headline", "location", "contact", "settings",
                                        "layout", "birth", "me",    "photo",    "wrong",    "x-own"};
  static inline Words const section_keys = {"experience", "Publications", "skills",    "languages",
                                            "Odds",       "awards",       "education", "references"};
  static inline Words const keys = {"title",     "role",     "at",    "when",     "where",  "points", "text",  "links", "entries",
                                    "roles",     "items",    "level", "authors",  "degree", "score",  "id",    "tags",  "kind",
                                    "group",     "keywords", "cites", "abstract", "Thesis", "wrong",  "x-own", "url",   "note",
                                    "priority",  "hide",     "start", "end",      "name",   "award",  "talk",  "quote", "email",
                                    "numbering", "style",    "intro", "street",   "courses"};

  std::string word() {
    return *rc::gen::element<std::string>("w", "W", "2021 w", "w: w", "w{x", "[w](w", "w, w", "w.") + std::to_string(count_++);
  }

  void member(std::size_t depth, Words const& names) {
    text += std::string(depth * 2, ' ') + *rc::gen::elementOf(names) + ":";
    value(depth + 1, 2);
  }

  /// What stands after a colon or a dash, with its line feed.
  void value(std::size_t depth, int room) {
    int const form = *rc::gen::inRange(0, room > 0 ? 6 : 2);
    if (form <= 1) {
      text += " \"" + word() + "\"\n";
    } else if (form <= 3) {
      text += "\n";
      int const items = *rc::gen::inRange(1, 4);
      for (int i = 0; i < items; ++i) {
        text += std::string(depth * 2, ' ') + "-";
        if (*rc::gen::inRange(0, 2) == 0) {
          text += " \"" + word() + "\"\n";
        } else {
          text += "\n";
          int const members = *rc::gen::inRange(1, 4);
          for (int k = 0; k < members; ++k) nested_member(depth + 1, room - 1);
        }
      }
    } else {
      text += "\n";
      int const members = *rc::gen::inRange(1, 4);
      for (int k = 0; k < members; ++k) nested_member(depth, room - 1);
    }
  }

  void nested_member(std::size_t depth, int room) {
    text += std::string(depth * 2, ' ') + *rc::gen::elementOf(keys) + ":";
    value(depth + 1, room);
  }

  int count_ = 100;
};

/// Runs of letters and digits: markup, quotes and separators between them may go.
std::vector<std::string> letter_runs(std::string_view text) {
  std::vector<std::string> runs{""};
  for (std::size_t at = 0; at < text.size();) {
    auto const code_point = unicode::decode_at(text, at);
    bool const keep =
        code_point.value < 0x80 ? std::isalnum(static_cast<int>(code_point.value)) != 0 : unicode::is_letter(code_point.value);
    if (keep)
      runs.back() += text.substr(at, code_point.end - at);
    else if (!runs.back().empty())
      runs.emplace_back();
    at = code_point.end;
  }
  return runs;
}

bool is_inside(Span inner, Span outer) {
  return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end && inner.begin < inner.end;
}

/// The words of every scalar that is nowhere in the dump, and of which no error or warning speaks: one inside the scalar, or one about
/// the whole of it, its key or what it is a part of.
void find_lost(syntax::Node const& node, Span key, std::string const& dumped, Diagnostics const& diagnostics, std::string& lost) {
  for (Diagnostic const& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::Note) continue;
    if (diagnostic.span == node.span || diagnostic.span == key || (node.is_scalar() && is_inside(diagnostic.span, node.span))) return;
  }
  if (node.is_scalar() && !node.text().empty()) {
    if (node.text() == "true" || node.text() == "none") return;  // switches, in the model as such
    std::istringstream words{std::string{node.text()}};
    for (std::string word; words >> word;) {
      if (word.find_first_of("\\{^~") != std::string::npos) continue;  // commands, attributes and raised letters are markup
      for (std::string const& run : letter_runs(unicode::to_nfc(word)))
        if (run.size() > 2 && dumped.find(run) == std::string::npos) lost += word + " ";
    }
  }
  for (syntax::Node const& item : node.items) find_lost(item, {}, dumped, diagnostics, lost);
  for (syntax::Member const& member : node.members) find_lost(member.value, member.key_span, dumped, diagnostics, lost);
}

std::string lost_words(Lowered const& lowered) {
  std::string lost;
  find_lost(lowered.root, {}, dump(lowered.resume), lowered.diagnostics, lost);
  return lost;
}

TEST(Property, EveryScalarIsInTheModelOrReported) {
  EXPECT_TRUE(rc::check([] {
    Document const document = Document::random();
    RC_LOG() << document.text;
    Lowered const lowered = lower_text(document.text);
    RC_ASSERT(lost_words(lowered) == "");
  }));
}

TEST(Property, LoweringTwiceGivesTheSame) {
  EXPECT_TRUE(rc::check([] {
    Document const document = Document::random();
    RC_ASSERT(dump(lower_text(document.text).resume) == dump(lower_text(document.text).resume));
  }));
}

TEST(Property, AnyTreeGivesAModel) {
  EXPECT_TRUE(rc::check([] {
    auto const text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab: -\n{}[],\"'.@20/name"}));
    lower_text("name: A B\nsections:\n  a:\n    - " + text);
    lower_text(text);
  }));
}

TEST(Conservation, NoScalarOfTheExamplesIsLost) {
  namespace fs = std::filesystem;
  for (auto const& entry : fs::directory_iterator{places::source("examples")}) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file{entry.path(), std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(lost_words(lower_text(text.str())), "") << entry.path().filename();
  }
}

}  // namespace
}  // namespace resumec::model

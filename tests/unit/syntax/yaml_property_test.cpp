// Whatever the bytes: a tree, spans inside the source, the same dump twice.
#include "reading.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace resumec::syntax {
namespace {

bool spans_inside(Node const& node, std::size_t size) {
  auto const inside = [size](Span const& span) { return span.begin <= span.end && span.end <= size; };
  bool good = inside(node.span) && (!node.is_scalar() || inside(node.scalar.at(0, node.scalar.text.size())));
  for (Node const& item : node.items) good = good && spans_inside(item, size);
  for (Member const& member : node.members) good = good && inside(member.key_span) && spans_inside(member.value, size);
  return good;
}

rc::Gen<std::string> yaml_like() {
  auto const piece = rc::gen::element<std::string>("a: ", "b:\n", "- ", "\n", "\n  ", "\n    ", "\"", "'", "[", "]", "{", "}", "*", "&x ",
                                                   "*x", "# c", "|\n", ">", "text", "\t", ": ", "? ", "---\n", "<<: ", "\xC3\xA9",
                                                   "\xC2\xA0", "\\", "!t ", "@", ", ", "\r\n", "x y");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](std::vector<std::string> const& pieces) {
    std::string text;
    for (std::string const& part : pieces) text += part;
    return text;
  });
}

void any_text_gives_a_stable_tree(std::string const& text) {
  Reading const first{text, {.expansion = 10'000}};
  RC_ASSERT(spans_inside(first.root, text.size()));
  for (Diagnostic const& found : first.diagnostics) RC_ASSERT(found.span.begin <= found.span.end && found.span.end <= text.size());
  RC_ASSERT(dump(first.root) == dump(Reading{text, {.expansion = 10'000}}.root));
}

TEST(YamlProperty, AnyBytesGiveATree) {
  EXPECT_TRUE(rc::check([](std::string const& text) { any_text_gives_a_stable_tree(text); }));
}

TEST(YamlProperty, AnythingLikeYamlGivesATree) {
  EXPECT_TRUE(rc::check([] { any_text_gives_a_stable_tree(*yaml_like()); }));
}

TEST(YamlProperty, QuotedTextComesBackWithExactPlaces) {
  EXPECT_TRUE(rc::check([] {
    auto const words = *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ab *&!@#:{}[]|>-?%`,"}));
    Reading const reading{"k: '" + words + "'\n"};
    RC_ASSERT(reading.root.find("k") != nullptr);
    Node const& value = reading.root.find("k")->value;
    RC_ASSERT(value.text() == words);
    for (std::size_t i = 0; i < words.size(); ++i) RC_ASSERT(reading.at(value.scalar.at(i, i + 1)) == words.substr(i, 1));
  }));
}

TEST(InlineProperty, AnyBytesGiveInlinesAndBlocks) {
  EXPECT_TRUE(rc::check([](std::string const& text) {
    Diagnostics diagnostics;
    MappedText const mapped = as_written(text);
    RC_ASSERT(dump(parse_inlines(mapped, diagnostics).inlines) == dump(parse_inlines(mapped, diagnostics).inlines));
    RC_ASSERT(dump(parse_blocks(mapped, diagnostics)) == dump(parse_blocks(mapped, diagnostics)));
  }));
}

TEST(InlineProperty, TextWithoutMarkupIsItsOwnPlainText) {
  EXPECT_TRUE(rc::check([] {
    auto const text = 'x' + *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"abc 12.,;()!?+/=\"'"})) + 'y';
    Diagnostics diagnostics;
    RC_ASSERT(plain_text(parse_inlines(as_written(text), diagnostics).inlines) == text);
    RC_ASSERT(plain_text(parse_blocks(as_written(text), diagnostics)) == text);
    RC_ASSERT(diagnostics.empty());
  }));
}

std::string without_comments(std::string const& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t const open = text.find("<!--", at);
    std::size_t const close = open == std::string::npos ? open : text.find("-->", open + 4);
    out += text.substr(at, close == std::string::npos ? close : open - at);
    at = close == std::string::npos ? text.size() : close + 3;
  }
  return out;
}

TEST(InlineProperty, MarkupNeverLosesALetter) {
  EXPECT_TRUE(rc::check([] {
    auto const piece =
        rc::gen::element<std::string>("a", "b", " ", "*", "_", "^", "~", "[", "]", "(", ")", "\n", "<", "!", "-", ">", "<!--", "-->");
    std::string text;
    for (std::string const& part : *rc::gen::container<std::vector<std::string>>(piece)) text += part;
    Diagnostics diagnostics;
    // Link targets are no text: without `](` there are none.
    if (text.find("](") != std::string::npos) RC_DISCARD("link");
    auto const letters = [](std::string_view from) {
      return std::count_if(from.begin(), from.end(), [](char c) { return c == 'a' || c == 'b'; });
    };
    auto const wanted = letters(without_comments(text));
    RC_ASSERT(letters(plain_text(parse_inlines(as_written(text), diagnostics).inlines)) == wanted);
    RC_ASSERT(letters(plain_text(parse_blocks(as_written(text), diagnostics))) == wanted);
  }));
}

}  // namespace
}  // namespace resumec::syntax

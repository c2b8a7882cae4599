#include "driver/comment_seal.hpp"

#include <gtest/gtest.h>

namespace resumec::driver {
namespace {

backend::pdf::Seal const seal{{0xAB, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xFF}, "pages=1"};

TEST(CommentSeal, IsReadBack) {
  auto const text = seal_comment("\\begin{document}\n\\end{document}\n", "%", seal);
  auto const read = read_comment_seal(text, "%");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->inputs, seal.inputs);
  EXPECT_EQ(read->note, seal.note);
}

TEST(CommentSeal, AnyOtherByteBreaksIt) {
  auto const text = seal_comment("a\nb\n", "%", seal);
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto other = text;
    other[at] = static_cast<char>(other[at] ^ 1);
    auto const read = read_comment_seal(other, "%");
    // What the last line says of the inputs is not under its digest, but never passes for what it was.
    EXPECT_TRUE(!read || read->inputs != seal.inputs || read->note != seal.note) << at;
    EXPECT_FALSE(read_comment_seal(text.substr(0, at), "%")) << at;
  }
  EXPECT_FALSE(read_comment_seal(text + "\n", "%"));
}

}  // namespace
}  // namespace resumec::driver

#include "fonts/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace resumec::fonts {
namespace {

struct Case {
  std::uint16_t wanted;
  Slope slope;
  std::vector<std::uint16_t> weights;  ///< upright faces; an italic one of weight 400 is always there
  std::uint16_t chosen;
  Slope chosen_slope;
};

class Match : public ::testing::TestWithParam<Case> {};

TEST_P(Match, ChoosesTheNearestFace) {
  auto const& test = GetParam();
  struct Candidate {
    std::uint16_t weight;
    Slope slope;
  };
  std::vector<Candidate> faces{{400, Slope::Italic}};
  for (auto const weight : test.weights) faces.push_back({weight, Slope::Upright});
  FaceRequest const request{"", test.wanted, test.slope};
  auto const best = std::min_element(faces.begin(), faces.end(), [&](auto const& a, auto const& b) {
    return style_distance(request, a.weight, a.slope) < style_distance(request, b.weight, b.slope);
  });
  EXPECT_EQ(best->weight, test.chosen);
  EXPECT_EQ(best->slope, test.chosen_slope);
}

INSTANTIATE_TEST_SUITE_P(Css, Match,
                         ::testing::Values(Case{400, Slope::Upright, {300, 400, 700}, 400, Slope::Upright},
                                           Case{400, Slope::Upright, {300, 500, 700}, 500, Slope::Upright},
                                           Case{500, Slope::Upright, {400, 600}, 400, Slope::Upright},
                                           Case{400, Slope::Upright, {300, 700}, 300, Slope::Upright},
                                           Case{600, Slope::Upright, {400, 700}, 700, Slope::Upright},
                                           Case{800, Slope::Upright, {400, 600, 700}, 700, Slope::Upright},
                                           Case{300, Slope::Upright, {200, 400}, 200, Slope::Upright},
                                           Case{100, Slope::Upright, {400, 700}, 400, Slope::Upright},
                                           Case{700, Slope::Italic, {400, 700}, 400, Slope::Italic},
                                           Case{400, Slope::Upright, {900}, 900, Slope::Upright}));

}  // namespace
}  // namespace resumec::fonts

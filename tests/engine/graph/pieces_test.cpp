#include "engine/graph/pieces.h"

#include <gtest/gtest.h>

#include <map>

namespace confronta {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(BoundedPieces, AreTheComponentsWhereTheseAreSmall) {
  const Pieces pieces = bounded_pieces(6, {{0, 3}, {4, 5}, {3, 1}, {2, 2}}, 30);
  EXPECT_EQ(pieces.of, (Numbers{0, 0, 1, 0, 2, 2}));
  EXPECT_EQ(pieces.count, 3U);
  EXPECT_EQ(pieces.cut, 0U);
}

TEST(BoundedPieces, TakeTheStrongestLinksOfALargeComponentFirst) {
  // A chain 0-1-2-3-4 whose middle links are the strongest.
  const Pieces pieces = bounded_pieces(5, {{1, 2}, {2, 3}, {0, 1}, {3, 4}}, 3);
  EXPECT_EQ(pieces.of, (Numbers{0, 1, 1, 1, 2}));
  EXPECT_EQ(pieces.cut, 2U);
}

TEST(BoundedPieces, NeverExceedTheirSize) {
  std::vector<GraphLink> links;
  for (std::uint32_t a = 0; a < 100; ++a)
    for (std::uint32_t step : {1U, 7U, 31U}) links.push_back({a, (a + step) % 100});
  const Pieces pieces = bounded_pieces(100, links, 30);
  std::map<std::uint32_t, std::uint32_t> sizes;
  for (const std::uint32_t piece : pieces.of) ++sizes[piece];
  for (const auto& [piece, size] : sizes) EXPECT_LE(size, 30U) << piece;
}

TEST(BoundedPieces, OfNothingAreNothing) { EXPECT_EQ(bounded_pieces(0, {}, 30).count, 0U); }

}  // namespace
}  // namespace confronta

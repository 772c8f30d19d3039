#include "engine/score/histogram.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

TEST(TotalsHistogram, PutsAScoreInItsQuarterBan) {
  const std::size_t zero = TotalsHistogram::bin_of(Score{0});
  EXPECT_EQ(TotalsHistogram::edge(zero), Score{0});
  EXPECT_EQ(TotalsHistogram::bin_of(Score::from_log10(0.24)), zero);
  EXPECT_EQ(TotalsHistogram::bin_of(Score::from_log10(0.25)), zero + 1);
  EXPECT_EQ(TotalsHistogram::bin_of(Score{-1}), zero - 1);  // down, not towards 0
  EXPECT_EQ(TotalsHistogram::bin_of(Score::from_log10(-1000)), 0U);
  EXPECT_EQ(TotalsHistogram::bin_of(Score::from_log10(1000)), TotalsHistogram::bins - 1);
}

TEST(TotalsHistogram, IsReadBackFromItsText) {
  TotalsHistogram histogram;
  histogram[TotalsHistogram::bin_of(Score::from_log10(-2))] = 7;
  histogram[TotalsHistogram::bin_of(Score::from_log10(4))] = 3;
  EXPECT_EQ(histogram.text(), "-8:7 16:3");
  EXPECT_EQ(TotalsHistogram::parse(histogram.text()), histogram);
  EXPECT_EQ(histogram.total(), 10U);
  EXPECT_EQ(histogram.at_or_over(Score::from_log10(4)), 3U);
  for (const char* bad : {"8", "8:", "8:1,9:1", "-81:1", "400:1", "8:x"})
    EXPECT_FALSE(TotalsHistogram::parse(bad)) << bad;
}

}  // namespace
}  // namespace confronta

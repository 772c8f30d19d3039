#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "models/stats/portable_math.h"
#include "models/stats/quick_log10.h"

namespace confronta {
namespace {

TEST(QuickLog10, EqualsThePortableOneOverAllMagnitudes) {
  for (int exponent = -990; exponent <= 1020; exponent += 3)
    for (int i = 0; i < 512; ++i) {
      const double x = std::ldexp(1 + i / 512.0, exponent);
      const double exact = portable_log10(x);
      ASSERT_NEAR(quick_log10(x), exact, 1e-14 + 1e-15 * std::fabs(exact)) << x;
    }
}

RC_GTEST_PROP(QuickLog10, EqualsThePortableOneForAnyRatio, (double any)) {
  const double x = std::fabs(any);
  RC_PRE(std::isfinite(x) && x > 0);
  const double exact = portable_log10(x);
  RC_ASSERT(std::fabs(quick_log10(x) - exact) <= 1e-14 + 1e-15 * std::fabs(exact));
}

TEST(QuickLog10, EqualsThePortableOneNearOne) {
  for (int i = -1000; i <= 1000; ++i)
    ASSERT_NEAR(quick_log10(1 + i * 1e-7), portable_log10(1 + i * 1e-7), 1e-14);
}

TEST(QuickLog10, LeavesTheEdgesToThePortableOne) {
  EXPECT_EQ(quick_log10(0), -std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isnan(quick_log10(-1)));
  EXPECT_EQ(quick_log10(1e-310), portable_log10(1e-310));
}

}  // namespace
}  // namespace confronta

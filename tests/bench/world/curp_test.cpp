#include "bench/world/curp.h"

#include <gtest/gtest.h>

namespace confronta::world {
namespace {

// By hand from RENAPO's rule: letters of the names, date, sex, state, inner consonants; check digit
// from sum of value x (18 - position).
TEST(Curp, FollowsTheRuleLetterByLetter) {
  const std::string made =
      curp("MARIA ELENA", "NUÑEZ", "DE LA CRUZ", *day_of(1987, 3, 9), 1, "JC", 0);
  EXPECT_EQ(made.substr(0, 17), "NUCE870309MJCXRL0");
  EXPECT_EQ(made.size(), 18U);
}

TEST(Curp, ThoseBornSince2000HaveALetterForTheirNumber) {
  EXPECT_EQ(curp("JUAN", "SOTO", "", *day_of(2001, 12, 31), 0, "VZ", 2).substr(0, 17),
            "SOXJ011231HVZTXNC");
}

TEST(Curp, TheCheckDigitCountsTheLetterAfterN) {
  // sum of value x (18 - position) over the 17: 2386 and 2817, the digit is what lacks to ten.
  EXPECT_EQ(curp("MARIA ELENA", "NUÑEZ", "DE LA CRUZ", *day_of(1987, 3, 9), 1, "JC", 0).back(),
            '4');
  EXPECT_EQ(curp("JUAN", "SOTO", "", *day_of(2001, 12, 31), 0, "VZ", 2).back(), '3');
}

}  // namespace
}  // namespace confronta::world

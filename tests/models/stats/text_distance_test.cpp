#include "models/stats/text_distance.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace confronta {
namespace {

// Winkler's published examples (1990), to three places.
TEST(JaroWinkler, GivesThePublishedValues) {
  EXPECT_NEAR(jaro_winkler("MARTHA", "MARHTA"), 0.961, 5e-4);
  EXPECT_NEAR(jaro_winkler("DWAYNE", "DUANE"), 0.840, 5e-4);
  EXPECT_NEAR(jaro_winkler("DIXON", "DICKSONX"), 0.813, 5e-4);
  EXPECT_DOUBLE_EQ(jaro_winkler("GARCIA", "GARCIA"), 1);
  EXPECT_DOUBLE_EQ(jaro_winkler("ABC", "XYZ"), 0);
  EXPECT_DOUBLE_EQ(jaro_winkler("", ""), 1);
  EXPECT_DOUBLE_EQ(jaro_winkler("", "A"), 0);
  EXPECT_DOUBLE_EQ(jaro_winkler("A", "B"), 0);
}

TEST(DamerauLevenshtein, CountsEditsAndTranspositions) {
  EXPECT_EQ(damerau_levenshtein("HERNANDEZ", "HERNANDEZ"), 0);
  EXPECT_EQ(damerau_levenshtein("HERNANDEZ", "HERANDEZ"), 1);
  EXPECT_EQ(damerau_levenshtein("HERNANDEZ", "HERNANEDZ"), 1);
  EXPECT_EQ(damerau_levenshtein("HERNANDEZ", "FERNANDES"), 2);
  EXPECT_EQ(damerau_levenshtein("CA", "ABC"), 3);  // optimal string alignment, not 2
  EXPECT_EQ(damerau_levenshtein("", "ABC"), 3);
}

std::string word() {
  return *rc::gen::container<std::string>(rc::gen::elementOf(std::string{"ABC"}));
}

RC_GTEST_PROP(TextDistance, IsSymmetric, ()) {
  const std::string a = word();
  const std::string b = word();
  RC_ASSERT(damerau_levenshtein(a, b) == damerau_levenshtein(b, a));
  RC_ASSERT(within_one_edit(a, b) == within_one_edit(b, a));
}

RC_GTEST_PROP(TextDistance, OnePassAgreesWithTheTable, ()) {
  std::string a = word();
  std::string b = a;
  const int edits = *rc::gen::inRange(0, 3);
  for (int e = 0; e < edits; ++e) {
    const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(b.size()) + 1));
    switch (*rc::gen::inRange(0, 3)) {
      case 0: b.insert(at, 1, 'B'); break;
      case 1: b.erase(std::min(at, b.size()), 1); break;
      default:
        if (at + 1 < b.size()) std::swap(b[at], b[at + 1]);
    }
  }
  RC_ASSERT(within_one_edit(a, b) == (damerau_levenshtein(a, b) <= 1));
}

RC_GTEST_PROP(TextDistance, JaroWinklerStaysBetweenZeroAndOne, ()) {
  const double s = jaro_winkler(word(), word());
  RC_ASSERT(s >= 0 && s <= 1);
}

}  // namespace
}  // namespace confronta

#include "models/stats/text_agreement.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

TextAgreement agree(std::string_view a, std::string_view b) {
  return text_agreement(PreparedText{a}, PreparedText{b});
}

TEST(TextAgreement, SpacesAndStopsDoNotCount) {
  EXPECT_EQ(agree("MI VIDA LOCA", "MI VIDA  LOCA."), TextAgreement::equal);
  EXPECT_EQ(agree("R.R.S.", "RRS"), TextAgreement::equal);
  EXPECT_EQ(agree("13*11*21", "131121"), TextAgreement::equal);
}

TEST(TextAgreement, ASlipOfTheNeedleOrThePenIsNear) {
  EXPECT_EQ(agree("KIMBERLY", "KIMBERLI"), TextAgreement::near);
  EXPECT_EQ(agree("KIMBERLY", "KIBMERLI"), TextAgreement::near);  // two slips from eight letters
  EXPECT_EQ(agree("ANGEL", "ANGLE"), TextAgreement::near);        // swapped neighbours
  EXPECT_EQ(agree("LUPE", "LUPITA"), TextAgreement::unrelated);
  EXPECT_EQ(agree("JOEL", "NOE"), TextAgreement::unrelated);  // three letters: all or nothing
}

TEST(TextAgreement, APartOfTheTextIsNear) {
  EXPECT_EQ(agree("MI VIDA LOCA", "POR MI VIDA LOCA"), TextAgreement::near);
  EXPECT_EQ(agree("POR MI VIDA LOCA", "MI VIDA LOCA"), TextAgreement::near);
}

TEST(TextAgreement, AWordInCommonIsLess) {
  EXPECT_EQ(agree("MARIA LUISA", "LUISA FERNANDA"), TextAgreement::shared_word);
  EXPECT_EQ(agree("EL REY DE LAS", "LAS AGUAS DE MAYO"), TextAgreement::unrelated);  // articles
}

TEST(TextAgreement, InitialsAndFiguresAgreeExactlyOrNot) {
  EXPECT_EQ(agree("B", "B"), TextAgreement::equal);
  EXPECT_EQ(agree("B", "RRS"), TextAgreement::unrelated);
  EXPECT_EQ(agree("13", "131121"), TextAgreement::unrelated);
}

TEST(WithinEdits, CountsInsertionsDeletionsReplacementsAndSwaps) {
  EXPECT_TRUE(within_edits("KARLA", "CARLA", 1));
  EXPECT_TRUE(within_edits("KARLA", "KARL", 1));
  EXPECT_TRUE(within_edits("KARLA", "KRALA", 1));
  EXPECT_FALSE(within_edits("KARLA", "CARLOS", 2));
  EXPECT_TRUE(within_edits("KARLA", "CARLO", 2));
  EXPECT_TRUE(within_edits("", "AB", 2));
  EXPECT_FALSE(within_edits("", "AB", 1));
}

}  // namespace
}  // namespace confronta

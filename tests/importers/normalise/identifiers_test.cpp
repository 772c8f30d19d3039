#include "importers/normalise/identifiers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

// Made-up people. The sum of PEGJ900115HJCRMN0 by hand, value x weight from the left:
// P26x18=468 E14x17=238 G16x16=256 J19x15=285 9x14=126 0 0 1x11=11 1x10=10 5x9=45 H17x8=136
// J19x7=133 C12x6=72 R28x5=140 M22x4=88 N23x3=69 0 -> 2077; (10 - 7) mod 10 = 3.
constexpr std::string_view man = "PEGJ900115HJCRMN03";
// With Ñ (value 24): Ñ24x18=432 A10x17=170 X34x16=544 M22x15=330 0 4x13=52 0 2x11=22 2x10=20 9x9=81
// M22x8=176 N23x7=161 E14x6=84 X34x5=170 X34x4=136 R28x3=84 A10x2=20 -> 2482; (10 - 2) = 8.
constexpr std::string_view woman = "ÑAXM040229MNEXXRA8";

TEST(Curp, FormatAndCheckDigit) {
  EXPECT_TRUE(curp_is_valid(man));
  EXPECT_TRUE(curp_is_valid(woman));
  EXPECT_TRUE(curp_is_valid(" pegj900115 hjcrmn03 ")) << "as people type it";
  const std::string_view wrong[] = {
      "PEGJ900115HJCRMN04",  // check digit
      "PEGJ900115HJCRMN0",   // 17 characters
      "PEGJ901315HJCRMN03",  // month 13
      "PEGJ900115AJCRMN03",  // sex
      "PEGJ900115HZZRMN03",  // no such state
      "PEGJ9001I5HJCRMN03",  // a letter for a digit
      "EPGJ900115HJCRMN03",  // two letters transposed
      "",
  };
  for (const std::string_view curp : wrong) EXPECT_FALSE(curp_is_valid(curp)) << curp;
}

TEST(Curp, Facts) {
  const auto facts = curp_facts(man);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->sex, "male");
  EXPECT_EQ(iso_date(facts->birth_date.from), "1990-01-15");
  EXPECT_EQ(facts->birth_date.from, facts->birth_date.to);
  EXPECT_EQ(facts->state, "14");
  const auto abroad = curp_facts(woman);
  ASSERT_TRUE(abroad);
  EXPECT_EQ(abroad->sex, "female");
  EXPECT_EQ(iso_date(abroad->birth_date.from), "2004-02-29") << "a letter means 2000 or later";
  EXPECT_EQ(abroad->state, "") << "NE: born abroad";
  EXPECT_FALSE(curp_facts("PEGJ900115HJCRMN04"));
}

RC_GTEST_PROP(CurpProperty, ANeighbouringDigitOrLetterIsNoticed, ()) {
  // Weights 18 and 17 differ by less than 10, so that one changed digit always changes the sum
  // unless weight x difference is a multiple of ten.
  std::string curp{man};
  const std::size_t at = *rc::gen::elementOf(std::vector<std::size_t>{7, 9});  // weights 11, 9
  const char old = curp[at];
  curp[at] = *rc::gen::inRange('0', char('9' + 1));
  RC_ASSERT(curp_is_valid(curp) == (curp[at] == old));
}

TEST(ReadIdentifier, KeepsMalformedOnesAndSaysSo) {
  const auto read = [](std::string_view type, std::string_view text) {
    const auto found = read_identifier(type, text).value().value;
    return found.value + (found.valid ? " ok" : " bad");
  };
  EXPECT_EQ(read("curp", "pegj900115hjcrmn03"), "PEGJ900115HJCRMN03 ok");
  EXPECT_EQ(read("curp", "PEGJ900115HJCRMN04"), "PEGJ900115HJCRMN04 bad");
  EXPECT_EQ(read("fub", "1a2b3c4d5-0123-4567-89ab-0123456789ab"),
            "1A2B3C4D5-0123-4567-89AB-0123456789AB ok");
  EXPECT_EQ(read("fub", "1A2B3C4D-0123-4567-89AB-0123456789AB"),
            "1A2B3C4D-0123-4567-89AB-0123456789AB bad");
  EXPECT_EQ(read("rfc", "PEGJ900115AB1"), "PEGJ900115AB1 ok");
  EXPECT_EQ(read("rfc", "PEGJ901315AB1"), "PEGJ901315AB1 bad");
  EXPECT_EQ(read("voter_key", "PRGMJN90011514H100"), "PRGMJN90011514H100 ok");
  EXPECT_EQ(read("case_file", "AYO/525/2023 "), "AYO/525/2023 ok");
  EXPECT_EQ(read_identifier("curp", "CONFIDENCIAL").value().state, ObservationState::redacted);
  EXPECT_EQ(read_identifier("curp", "¡愛!").error().code, "value.bad_identifier");
}

RC_GTEST_PROP(IdentifierProperty, AnyTextIsReadOrRefused, (const std::string& text)) {
  for (const std::string_view type : {"curp", "rfc", "fub", "voter_key", "other"}) {
    const auto read = read_identifier(type, text);
    if (read.ok() && read.value().state == ObservationState::observed)
      RC_ASSERT(!read.value().value.value.empty());
  }
}

}  // namespace
}  // namespace confronta::importers

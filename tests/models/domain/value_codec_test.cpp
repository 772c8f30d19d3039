#include "models/domain/value_codec.h"

#include <gtest/gtest.h>

namespace confronta {
namespace {

Value round_trip(TraitKind kind, const Value& value) {
  const auto back = decode_value(kind, encode_value(value));
  EXPECT_TRUE(back);
  return back ? back.value() : Value{};
}

TEST(ValueCodec, KeepsEveryPartOfAProfile) {
  DnaProfile profile{"M-1", "GlobalFiler", {}, true, 0.2, 0.01};
  profile.loci = {{"D3S1358", {"15", "16"}, {812, 640.5}},
                  {"FGA", {}, {}},  // tried, and nothing came
                  {"TH01", {"9.3"}, {}}};
  EXPECT_EQ(round_trip(TraitKind::dna_profile, profile), Value{profile});
  EXPECT_EQ(round_trip(TraitKind::dna_profile, DnaProfile{}), Value{DnaProfile{}});
}

TEST(ValueCodec, RefusesAProfileWhoseListsDoNotFitTogether) {
  std::string text = encode_value(DnaProfile{"M-1", "", {{"TH01", {"7", "9.3"}, {}}}, false, 0, 0});
  const auto count = text.find("2\x1e");
  ASSERT_NE(count, std::string::npos);
  text[count] = '3';
  EXPECT_FALSE(decode_value(TraitKind::dna_profile, text));
}

TEST(ValueCodec, KeepsASequenceAndAPlaceInAPedigree) {
  const MtSequence sequence{"M-1", {"16024-16365", "73-340"}, {"263G", "315.1C"}};
  EXPECT_EQ(round_trip(TraitKind::mt_sequence, sequence), Value{sequence});
  const PedigreePlace place{"F-7", "hija", "padre", "", "CNB:1"};
  EXPECT_EQ(round_trip(TraitKind::pedigree_place, place), Value{place});
}

}  // namespace
}  // namespace confronta

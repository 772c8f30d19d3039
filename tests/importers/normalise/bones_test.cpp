#include "importers/normalise/bones.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

std::string shown(const Reading<std::vector<BoneMeasure>>& read) {
  if (!read.ok()) return read.error().code;
  std::string text;
  for (const BoneMeasure& m : read.value().value)
    text += m.bone + " " + m.measure + " " + m.side + " " +
            std::to_string(static_cast<int>(m.millimetres + 0.5)) + "; ";
  return text;
}

std::string shown(const Reading<std::vector<BodyElement>>& read) {
  if (!read.ok()) return read.error().code;
  std::string text;
  for (const BodyElement& e : read.value().value) text += e.element + " " + e.side + "; ";
  return text;
}

TEST(ReadBoneMeasures, MillimetresFromAnyUnit) {
  EXPECT_EQ(shown(read_bone_measures("femur izq 445 mm; tibia der 36.2 cm")),
            "femur max_length left 445; tibia max_length right 362; ");
  EXPECT_EQ(shown(read_bone_measures("Fémur derecho: 44,5")), "femur max_length right 445; ");
  EXPECT_EQ(shown(read_bone_measures("diámetro de la cabeza del húmero izquierdo 44")),
            "humerus head_diameter left 44; ");
  EXPECT_EQ(shown(read_bone_measures("ambos fémures 450 mm")),
            "femur max_length left 450; femur max_length right 450; ");
}

TEST(ReadBoneMeasures, RefusesWhatIsNoMeasure) {
  EXPECT_EQ(shown(read_bone_measures("femur")), "value.bad_bone_measure");
  EXPECT_EQ(shown(read_bone_measures("445 mm")), "value.bad_bone_measure");
  EXPECT_EQ(shown(read_bone_measures("femur 445 cm")), "value.bone_range");
  EXPECT_EQ(read_bone_measures("NO DETERMINABLE").value().state, ObservationState::not_observable);
}

TEST(ReadElements, ElementsAndSides) {
  EXPECT_EQ(shown(read_elements("FEMUR DERECHO, TIBIA IZQUIERDA, CRANEO")),
            "femur right; tibia left; skull ; ");
  EXPECT_EQ(shown(read_elements("ambos fémures y cráneo")), "femur left; femur right; skull ; ");
  EXPECT_EQ(shown(read_elements("fémur y tibia derechos")), "femur right; tibia right; ");
  EXPECT_EQ(shown(read_elements("left femur, right humerus")), "femur left; humerus right; ");
  EXPECT_EQ(shown(read_elements("extremidad superior izquierda")), "arm left; ");
  EXPECT_EQ(shown(read_elements("piedra")), "value.unknown_element");
  EXPECT_EQ(read_elements("").value().state, ObservationState::not_recorded);
}

RC_GTEST_PROP(BonesProperty, AnyTextIsReadOrRefused, (const std::string& text)) {
  const auto measures = read_bone_measures(text);
  if (measures.ok())
    for (const BoneMeasure& measure : measures.value().value) RC_ASSERT(measure.millimetres > 0);
  static_cast<void>(read_elements(text));
}

}  // namespace
}  // namespace confronta::importers

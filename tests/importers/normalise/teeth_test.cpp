#include "importers/normalise/teeth.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

ToothState state(const ToothChart& chart, int fdi) {
  return chart.state[static_cast<std::size_t>(fdi_position(fdi))];
}
int surfaces(const ToothChart& chart, int fdi) {
  return chart.surfaces[static_cast<std::size_t>(fdi_position(fdi))];
}
std::string code(std::string_view text) {
  const auto read = read_teeth(text);
  return read.ok() ? "ok" : read.error().code;
}

TEST(ReadTeeth, SpanishWords) {
  const auto read = read_teeth("11 sano; 16 amalgama MO; 36 ausente AM; 46 corona; 21 ausente PM");
  ASSERT_TRUE(read.ok());
  const ToothChart& chart = read.value().value;
  EXPECT_EQ(state(chart, 11), ToothState::sound);
  EXPECT_EQ(state(chart, 16), ToothState::filled);
  EXPECT_EQ(surfaces(chart, 16), 1 | 2);
  EXPECT_EQ(state(chart, 36), ToothState::missing_ante_mortem);
  EXPECT_EQ(state(chart, 46), ToothState::crown);
  EXPECT_EQ(state(chart, 21), ToothState::missing_post_mortem);
  EXPECT_EQ(state(chart, 12), ToothState::no_information);
}

TEST(ReadTeeth, CodesOfWinIdAndNcic) {
  const auto read = read_teeth("16:MO-A 36:X 46:C 11:V 26:X-P 18:U 25:R 47:MODFL 27:J 48:/");
  ASSERT_TRUE(read.ok());
  const ToothChart& chart = read.value().value;
  EXPECT_EQ(state(chart, 16), ToothState::filled);
  EXPECT_EQ(surfaces(chart, 16), 1 | 2);
  EXPECT_EQ(state(chart, 36), ToothState::missing_ante_mortem);
  EXPECT_EQ(state(chart, 46), ToothState::crown);
  EXPECT_EQ(state(chart, 11), ToothState::sound);
  EXPECT_EQ(state(chart, 26), ToothState::pontic);
  EXPECT_EQ(state(chart, 18), ToothState::unerupted);
  EXPECT_EQ(state(chart, 25), ToothState::root_canal);
  EXPECT_EQ(surfaces(chart, 47), 31);
  EXPECT_EQ(state(chart, 27), ToothState::missing_post_mortem);
  EXPECT_EQ(state(chart, 48), ToothState::no_information);
}

TEST(ReadTeeth, NumbersShareTheStateThatFollows) {
  const auto read = read_teeth("11, 12 y 13 sanos; 3.6 endodoncia y corona");
  ASSERT_TRUE(read.ok());
  for (const int tooth : {11, 12, 13})
    EXPECT_EQ(state(read.value().value, tooth), ToothState::sound);
  EXPECT_EQ(state(read.value().value, 36), ToothState::root_canal) << "a crown over it is usual";
}

TEST(ReadTeeth, RefusesWhatIsNoChart) {
  EXPECT_EQ(code("19 sano"), "value.bad_tooth");
  EXPECT_EQ(code("55 sano"), "value.bad_tooth") << "a milk tooth";
  EXPECT_EQ(code("116 sano"), "value.bad_tooth");
  EXPECT_EQ(code("11 azul"), "value.bad_tooth_code");
  EXPECT_EQ(code("le falta un diente"), "value.bad_teeth");
  EXPECT_EQ(read_teeth("SIN DATO").value().state, ObservationState::unknown);
}

RC_GTEST_PROP(TeethProperty, AnyTextIsReadOrRefused, (const std::string& text)) {
  static_cast<void>(read_teeth(text));
}

}  // namespace
}  // namespace confronta::importers

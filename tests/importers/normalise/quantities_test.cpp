#include "importers/normalise/quantities.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(const Reading<Interval>& read) {
  if (!read.ok()) return read.error().code;
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  const auto text = [](double x) {
    std::string number = fixed_text(x, 2);
    if (number.find('.') == std::string::npos) return number;
    number.resize(number.find_last_not_of('0') + 1);
    return number.back() == '.' ? number.substr(0, number.size() - 1) : number;
  };
  return text(read.value().value.low) + ".." + text(read.value().value.high);
}

using Cases = std::vector<std::pair<std::string_view, std::string_view>>;

TEST(ReadAge, NumbersBandsAndWords) {
  const Cases cases{
      {"34", "34..34"},
      {"34.0", "34..34"},
      {"34 años", "34..34"},
      {"31-35 años", "31..35"},
      {"31 – 35 AÑOS", "31..35"},
      {"18 a 20 años", "18..20"},
      {"entre 18 y 20 años", "18..20"},
      {"De 25 a 30 años de edad", "25..30"},
      {"mayor de 60", "60..99"},
      {"60+", "60..99"},
      {"60 o más", "60..99"},
      {"más de 60 años", "60..99"},
      {"menor de edad", "0..17"},
      {"menor de 5 años", "0..4"},
      {"menores de 18 años", "0..17"},
      {"8 meses", "0..0"},
      {"18 meses", "1..1"},
      {"2 años y 3 meses", "2..2"},
      {"3 a 6 meses", "0..0"},
      {"15 días", "0..0"},
      {"adulto joven", "18..35"},
      {"Adulto", "18..99"},
      {"Adult - Pre 40", "18..39"},
      {"aproximadamente 30 años", "28..32"},
      {"Feto", "0..0"},
      {"120", "120..120"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(read_age(text)), expected) << text;
}

TEST(ReadAge, MissingAndWrong) {
  const Cases cases{
      {"NO DETERMINABLE", "not_observable"},
      {"", "not_recorded"},
      {"SE DESCONOCE", "unknown"},
      {"1820", "value.age_range"},
      {"121", "value.age_range"},
      {"35-31", "value.bad_age"},
      {"treinta", "value.bad_age"},
      {"1 2 3", "value.bad_age"},
      {"34 calle", "value.bad_age"},
      {"menor de 0", "0..0"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(read_age(text)), expected) << text;
}

TEST(ReadStature, MetresCentimetresAndInches) {
  const Cases cases{
      {"1.70", "170..170"},
      {"1,70 m", "170..170"},
      {"170", "170..170"},
      {"170 cm", "170..170"},
      {"1.65-1.70", "165..170"},
      {"165 a 170 cm", "165..170"},
      {"1.65 a 1.70 mts", "165..170"},
      {"1 metro 70", "170..170"},
      {"1 m 70 cm", "170..170"},
      {"5'7\"", "170.18..170.18"},
      {"5 ft 7 in", "170.18..170.18"},
      {"6'", "182.88..182.88"},
      {"5'7\" - 5'9\"", "170.18..175.26"},
      {"69 in", "175.26..175.26"},
      {"1.65 cm", "165..165"},
      {"0", "unknown"},
      {"SIN DATO", "unknown"},
      {"1.7.0", "value.bad_stature"},
      {"17", "value.bad_stature"},
      {"999", "value.bad_stature"},
      {"alta", "value.bad_stature"},
      {"1.70-1.65", "value.bad_stature"},
  };
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(shown(read_stature(text, "")), expected) << text;
  EXPECT_EQ(shown(read_stature("69.0", "in")), "175.26..175.26");
  EXPECT_EQ(shown(read_stature("1.62", "m")), "162..162");
  EXPECT_EQ(shown(read_stature("162", "m")), "162..162");
  EXPECT_EQ(shown(read_stature("69", "")), "69..69") << "inches only when asked";
}

TEST(ReadWeight, KilogramsAndPounds) {
  const Cases cases{
      {"70", "70..70"},       {"70 kg", "70..70"},         {"70.5 kilos", "70.5..70.5"},
      {"65-70 kg", "65..70"}, {"150 lbs", "68.04..68.04"}, {"2500 g", "2.5..2.5"},
      {"0", "unknown"},       {"700", "value.bad_weight"}, {"gordo", "value.bad_weight"}};
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(shown(read_weight(text, "")), expected) << text;
  EXPECT_EQ(shown(read_weight("150.0", "lb")), "68.04..68.04");
}

TEST(ReadPostMortemInterval, PimaScaleAndSpanish) {
  const Cases cases{{"< 1 day", "0..1"},
                    {"< 3 weeks", "0..21"},
                    {"< 6-8 months ", "0..243.5"},
                    {"> 6-8 months", "182.62..36525"},
                    {"3 a 6 meses", "91.31..182.62"},
                    {"48 horas", "2..2"},
                    {"de 24 a 48 hrs", "1..2"},
                    {"más de un año", "365.24..36525"},
                    {"menos de una semana", "0..7"},
                    {"NO DETERMINABLE", "not_observable"},
                    {"3", "value.bad_interval"},
                    {"hace tiempo", "value.bad_interval"},
                    {"6 a 3 meses", "value.bad_interval"}};
  for (const auto& [text, expected] : cases)
    EXPECT_EQ(shown(read_post_mortem_interval(text)), expected) << text;
}

RC_GTEST_PROP(QuantitiesProperty, AnyTextGivesAnOrderedIntervalOrAnError,
              (const std::string& text)) {
  for (const auto& read : {read_age(text), read_stature(text, ""), read_weight(text, ""),
                           read_post_mortem_interval(text)})
    if (read.ok()) RC_ASSERT(read.value().value.low <= read.value().value.high);
}

RC_GTEST_PROP(QuantitiesProperty, ABandIsReadAsItIsWritten, ()) {
  const int low = *rc::gen::inRange(0, 100);
  const int high = *rc::gen::inRange(low, 121);
  const auto read = read_age(std::to_string(low) + "-" + std::to_string(high) + " años");
  RC_ASSERT(read.ok());
  RC_ASSERT(read.value().value == (Interval{double(low), double(high)}));
}

}  // namespace
}  // namespace confronta::importers

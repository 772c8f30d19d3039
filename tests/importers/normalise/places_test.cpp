#include "importers/normalise/places.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>

#include "models/data/municipality.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(const Reading<Place>& read) {
  if (!read.ok()) return read.error().code;
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  return read.value().value.code.empty() ? "text only" : read.value().value.code;
}

TEST(ReadPlace, StatesByEveryName) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Jalisco", "14"},
      {"JAL.", "14"},
      {"JC", "14"},
      {"14", "14"},
      {"9", "09"},
      {"09", "09"},
      {"DISTRITO FEDERAL", "09"},
      {"CDMX", "09"},
      {"Ciudad de México", "09"},
      {"ESTADO DE MEXICO", "15"},
      {"EDOMEX", "15"},
      {"México", "15"},
      {"Edo. Méx.", "15"},
      {"COAHUILA", "05"},
      {"COAHUILA DE ZARAGOZA", "05"},
      {"Michoacán", "16"},
      {"VERACRUZ", "30"},
      {"Querétaro de Arteaga", "22"},
      {"Q. Roo", "23"},
      {"N.L.", "19"},
      {"33", "unknown"},
      {"00", "unknown"},
      {"SE DESCONOCE", "unknown"},
      {"Texas", "text only"},
      {"Narnia", "value.unknown_place"},
  };
  for (const auto& [text, code] : cases) {
    const auto read = read_place(text, "");
    // An empty municipality is "not recorded": the lesser known of the two states counts.
    EXPECT_EQ(shown(read), code == "unknown" ? "not_recorded" : code) << text;
  }
  EXPECT_EQ(shown(read_place("33", "SE DESCONOCE")), "unknown");
}

TEST(ReadPlace, Municipalities) {
  const std::array<std::string_view, 3> cases[] = {
      {"Jalisco", "Zapopan", "14120"},
      {"14", "39", "14039"},
      {"14", "039", "14039"},
      {"14", "14039", "14039"},
      {"JALISCO", "TLAQUEPAQUE", "14098"},
      {"JALISCO", "TLAJOMULCO", "14097"},
      {"JALISCO", "MUNICIPIO DE ZAPOPAN", "14120"},
      {"DISTRITO FEDERAL", "CUAJIMALPA", "09004"},
      {"CDMX", "ALCALDIA ALVARO OBREGON", "09010"},
      {"CDMX", "Magdalena Contreras", "09008"},
      {"CHIHUAHUA", "CD. JUAREZ", "08037"},
      {"CHIHUAHUA", "JUAREZ", "08037"},
      {"QUINTANA ROO", "CANCUN", "23005"},
      {"EDOMEX", "ECATEPEC", "15033"},
      {"BAJA CALIFORNIA", "DURANGO", "10005"},  // the conflict table
      {"CDMX", "TIJUANA", "02004"},
      {"SE DESCONOCE", "XALAPA", "30087"},
      {"SONORA", "ZAPOPAN", "14120"},  // unique in the country
      {"", "ZAPOPAN", "14120"},
      {"SONORA", "EMILIANO ZAPATA", "26"},  // several, none in Sonora: the state alone
      {"JALISCO", "NARNIA", "14"},
      {"JALISCO", "999", "14"},
      {"JALISCO", "SE DESCONOCE", "14"},
      {"", "BENITO JUAREZ", "value.unknown_place"},  // seven of that name
      {"CONFIDENCIAL", "", "redacted"},
  };
  for (const auto& [state, municipality, code] : cases)
    EXPECT_EQ(shown(read_place(state, municipality)), code) << state << " / " << municipality;
  EXPECT_EQ(read_place(" Jalisco", "Zapopan ").value().value.text, "Zapopan, Jalisco");
}

TEST(ReadPlaceText, FindsStateAndMunicipalityInText) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Zapopan, Jalisco", "14120"},
      {"Colonia Centro, Zapopan, Jalisco", "14120"},
      {"COLONIA CENTRO ZAPOPAN JALISCO", "14120"},
      {"Guadalajara, Jalisco, México", "14039"},
      {"Toluca, México", "15106"},
      {"Av. Hidalgo 123, Zapopan, Jal.", "14120"},
      {"Calle Morelos, Colonia Hidalgo, Zapopan", "14120"},
      {"JALISCO", "14"},
      {"Chihuahua", "08"},
      {"Zapopan", "14120"},
      {"Colonia Hidalgo, Centro", "text only"},
      {"MÉXICO", "text only"},
      {"Benito Juárez", "text only"},
      {"Benito Juárez, CDMX", "09014"},
      {"Mobile, Alabama", "text only"},
      {"El Salvador", "text only"},
      {"Cananea, Arizona", "text only"},
      {"Monterrey (Nuevo León)", "19039"},
      {"S/D", "unknown"},
  };
  for (const auto& [text, code] : cases) EXPECT_EQ(shown(read_place_text(text)), code) << text;
  EXPECT_EQ(read_place_text(" Mobile, Alabama ").value().value.text, "Mobile, Alabama");
}

TEST(ReadPoint, DegreesInTheirRanges) {
  const auto read = read_point("(30.820742, -88.07055559999999)");
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read.value().value.has_point);
  EXPECT_DOUBLE_EQ(read.value().value.latitude, 30.820742);
  EXPECT_DOUBLE_EQ(read.value().value.longitude, -88.07055559999999);
  EXPECT_TRUE(read_point("20.67,-103.35").value().value.has_point);
  EXPECT_EQ(shown(read_point("0,0")), "unknown");
  EXPECT_EQ(shown(read_point("")), "not_recorded");
  for (const std::string_view text : {"120.5,-103", "20.67", "20.67,-103,5", "a,b", "20.6.7,-103"})
    EXPECT_EQ(shown(read_point(text)), "value.bad_point") << text;
}

RC_GTEST_PROP(PlacesProperty, EveryMunicipalityIsFoundByItsStateAndName, ()) {
  const auto all = municipalities();
  const auto& place = all[*rc::gen::inRange<std::size_t>(0, all.size())];
  const auto* home = find_state(place.code);
  const auto read = read_place(home->name, place.name);
  RC_ASSERT(read.ok());
  const std::string& code = read.value().value.code;
  // A name that two municipalities of one state share gives the state alone.
  RC_ASSERT(code == place.code || code == home->code);
}

RC_GTEST_PROP(PlacesProperty, AnyTextIsReadOrRefused,
              (const std::string& a, const std::string& b)) {
  static_cast<void>(read_place(a, b));
  static_cast<void>(read_point(a));
  RC_ASSERT(read_place_text(a).ok());
}

}  // namespace
}  // namespace confronta::importers

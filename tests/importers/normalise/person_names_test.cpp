#include "importers/normalise/person_names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(const PersonName& name) {
  return name.given + "|" + name.first_surname + "|" + name.second_surname;
}

std::string full(std::string_view text, NameOrder order = NameOrder::given_first) {
  const auto read = read_full_name(text, order);
  return read.ok() ? shown(read.value().value) : read.error().code;
}

std::string columns(std::string_view given, std::string_view first, std::string_view second) {
  const auto read = read_name(given, first, second);
  return read.ok() ? shown(read.value().value) : read.error().code;
}

TEST(ReadName, CleansThreeColumns) {
  EXPECT_EQ(columns("Ma. del Carmen", "Hdez.", "Núñez"), "MARIA DEL CARMEN|HERNANDEZ|NUÑEZ");
  EXPECT_EQ(columns("J. JESUS", "DE LA CRUZ", "X"), "JOSE JESUS|DE LA CRUZ|");
  EXPECT_EQ(columns("J. ALFREDO", "O'FARRILL", "SIN DATO"), "J ALFREDO|OFARRILL|");
  EXPECT_EQ(columns("FCO. JAVIER (A) EL GÜERO", "GLEZ", "RDZ"),
            "FRANCISCO JAVIER|GONZALEZ|RODRIGUEZ");
  EXPECT_EQ(columns("", "PEREZ", ""), "|PEREZ|");
  EXPECT_EQ(columns("123", "45", ""), "||") << "digits alone say no name";
  EXPECT_EQ(columns("愛", "?", ""), "愛||");
}

TEST(ReadName, TakesTheWorstStateWhenAllAreMissing) {
  const auto state = [](std::string_view a, std::string_view b, std::string_view c) {
    return read_name(a, b, c).value().state;
  };
  EXPECT_EQ(state("SIN DATO", "", ""), State::not_recorded);
  EXPECT_EQ(state("SIN DATO", "CONFIDENCIAL", "S/D"), State::redacted);
  EXPECT_EQ(state("NO IDENTIFICADO", "XX", "XX"), State::unknown);
  EXPECT_EQ(state("ANA", "CONFIDENCIAL", ""), State::observed);
}

TEST(ReadFullName, SplitsByParticlesAndFrequencies) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"MARIA DE LA LUZ PEREZ GOMEZ", "MARIA DE LA LUZ|PEREZ|GOMEZ"},
      {"Juan Carlos Pérez", "JUAN CARLOS|PEREZ|"},
      {"JUAN PEREZ LOPEZ", "JUAN|PEREZ|LOPEZ"},
      {"JOSE DE LA CRUZ MARTINEZ", "JOSE|DE LA CRUZ|MARTINEZ"},
      {"MA DEL ROSARIO DE LOS SANTOS GARCIA", "MARIA DEL ROSARIO|DE LOS SANTOS|GARCIA"},
      {"ANGEL CRUZ SANTIAGO", "ANGEL|CRUZ|SANTIAGO"},
      {"JOSE MARIA GUADALUPE VICTORIA RUIZ", "JOSE MARIA GUADALUPE|VICTORIA|RUIZ"},
      {"YESENIA HERNANDEZ", "YESENIA|HERNANDEZ|"},
      {"XYLANDRO PEREZ LOPEZ", "XYLANDRO|PEREZ|LOPEZ"},
      {"JUAN CARLOS", "JUAN CARLOS||"},
      {"PEREZ LOPEZ", "|PEREZ|LOPEZ"},
      {"PEREZ", "|PEREZ|"},
      {"JUAN", "JUAN||"},
      {"LUIS ORTEGA Y GASSET", "LUIS|ORTEGA Y GASSET|"},
      {"PEREZ GOMEZ, JUAN", "JUAN|PEREZ|GOMEZ"},
      {"JUAN DE DIOS LOPEZ RAMOS", "JUAN DE DIOS|LOPEZ|RAMOS"},
      {"C. LIC. Ana Mtz. Rdz.", "ANA|MARTINEZ|RODRIGUEZ"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(full(text), expected) << text;
}

TEST(ReadFullName, ReadsSurnamesFirstWhenTold) {
  EXPECT_EQ(full("DE LA CRUZ GOMEZ MARIA DE LOS ANGELES", NameOrder::surname_first),
            "MARIA DE LOS ANGELES|DE LA CRUZ|GOMEZ");
  EXPECT_EQ(full("PEREZ JUAN CARLOS", NameOrder::surname_first), "JUAN CARLOS|PEREZ|");
}

TEST(ReadProbableNames, SplitsAlternatives) {
  const auto read = read_probable_names(
      "JUAN PEREZ LOPEZ y/o PEDRO GOMEZ RUIZ o LUIS DIAZ (A) EL CHATO / ANA MARIA DE LA O CRUZ");
  ASSERT_TRUE(read.ok());
  std::vector<std::string> shown_names;
  for (const PersonName& name : read.value().value) shown_names.push_back(shown(name));
  EXPECT_EQ(shown_names, (std::vector<std::string>{"JUAN|PEREZ|LOPEZ", "PEDRO|GOMEZ|RUIZ",
                                                   "LUIS|DIAZ|", "ANA MARIA|DE LA O|CRUZ"}));
}

TEST(ReadProbableNames, KnowsWaysOfHavingNone) {
  for (const std::string_view text : {"PFSI", "DESCONOCIDO", "NO IDENTIFICADO", "N.N.",
                                      "MASCULINO DESCONOCIDO", "CADAVER 3", "John Doe"}) {
    const auto read = read_probable_names(text);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().state, State::unknown) << text;
    EXPECT_TRUE(read.value().value.empty()) << text;
  }
  EXPECT_EQ(read_probable_names("").value().state, State::not_recorded);
}

TEST(ReadProbableNames, SaysWhatANameRestsOn) {
  const auto read = read_probable_names("PROBABLE NOMBRE JUAN DIAZ SOSA (credencial INE)");
  ASSERT_EQ(read.value().value.size(), 1U);
  EXPECT_EQ(shown(read.value().value[0]), "JUAN|DIAZ|SOSA");
  EXPECT_EQ(read.value().value[0].basis, "document");
}

TEST(ReadAliases, FindsNicknames) {
  EXPECT_EQ(read_aliases("JUAN PEREZ (A) EL CHINO"), std::vector<std::string>{"EL CHINO"});
  EXPECT_EQ(read_aliases("JUAN \"LA CHIVA\" PEREZ Y/O JOSE ALIAS EL PEPE"),
            (std::vector<std::string>{"LA CHIVA", "EL PEPE"}));
  EXPECT_TRUE(read_aliases("JUAN PEREZ").empty());
}

RC_GTEST_PROP(NamesProperty, AnyBytesGiveANameOrAState, (const std::string& text)) {
  const auto one = read_full_name(text, NameOrder::given_first);
  if (one.ok() && one.value().state == State::observed)
    RC_ASSERT(!(one.value().value == PersonName{}));
  const auto many = read_probable_names(text);
  RC_ASSERT(many.ok());
  RC_ASSERT(many.value().value.empty() == (many.value().state != State::observed));
}

}  // namespace
}  // namespace confronta::importers

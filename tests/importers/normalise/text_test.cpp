#include "importers/normalise/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

using State = ObservationState;

TEST(Fold, RemovesAccentsAndKeepsEnye) {
  EXPECT_EQ(fold("María Ángeles Núñez Güemes"), "MARIA ANGELES NUÑEZ GUEMES");
  EXPECT_EQ(fold("ñÑ"), "ÑÑ");
  EXPECT_EQ(fold("n\u0303 a\u0301"), "Ñ A") << "decomposed, as macOS writes file names";
  EXPECT_EQ(fold("Mª del Carmen, 1º"), "MA DEL CARMEN, 1O");
  EXPECT_EQ(fold("Straße Łódź Œuvre"), "STRASSE LODZ OEUVRE");
}

TEST(Fold, MakesQuotesDashesAndSpacesPlain) {
  EXPECT_EQ(fold("“rosa” «luna» ‘sol’"), "\"ROSA\" \"LUNA\" 'SOL'");
  EXPECT_EQ(fold("18–20"), "18-20");
  EXPECT_EQ(fold("  a\u00A0\t b\r\n"), "A B");
  EXPECT_EQ(fold("\uFEFFa\u200B \u200Bb"), "A B");
}

TEST(Fold, KeepsOtherScriptsAndRepairsBrokenBytes) {
  EXPECT_EQ(fold("愛 а"), "愛 а");
  EXPECT_EQ(fold("a\xFF"), "A\uFFFD");
  EXPECT_EQ(fold("a\xC3"), "A\uFFFD");
  EXPECT_EQ(fold("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate is not UTF-8";
}

TEST(Words, SplitsOnPunctuation) {
  EXPECT_EQ(words("Ma. de-la  Luz (a) 'La Güera'"),
            (std::vector<std::string>{"MA", "DE", "LA", "LUZ", "A", "LA", "GUERA"}));
  EXPECT_EQ(fold_words("...¿?"), "");
  EXPECT_EQ(fold_words("AÑO 2019"), "AÑO 2019");
}

TEST(Sentinel, TellsTheStateOfAMissingValue) {
  const std::pair<std::string_view, State> cases[] = {
      {"", State::not_recorded},
      {"   ", State::not_recorded},
      {"-", State::not_recorded},
      {".", State::not_recorded},
      {"NULL", State::not_recorded},
      {"No aplica", State::not_recorded},
      {"Not Recorded", State::not_recorded},
      {"SIN DATO", State::unknown},
      {"S/D", State::unknown},
      {"sd", State::unknown},
      {"N/A", State::unknown},
      {"NaN", State::unknown},
      {"XX", State::unknown},
      {"x x x", State::unknown},
      {"?", State::unknown},
      {"No específica", State::unknown},
      {"SE DESCONOCE", State::unknown},
      {"Unsure", State::unknown},
      {"INDETERMINADO", State::unknown},
      {"NO DETERMINABLE", State::not_observable},
      {"No observable.", State::not_observable},
      {"CONFIDENCIAL", State::redacted},
      {"Información reservada", State::redacted},
  };
  for (const auto& [text, state] : cases) {
    const auto found = sentinel(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(*found, state) << text;
  }
}

TEST(Sentinel, LeavesValuesAlone) {
  for (const std::string_view text : {"X", "0", "NAOMI", "SIN", "NO", "SANDRA", "99", "México",
                                      "Se desconoce el paradero de la víctima desde el lunes"})
    EXPECT_FALSE(sentinel(text)) << text;
}

RC_GTEST_PROP(FoldProperty, IsIdempotentOnAnyBytes, (const std::string& bytes)) {
  const std::string once = fold(bytes);
  RC_ASSERT(fold(once) == once);
  RC_ASSERT(fold_words(once) == fold_words(fold_words(once)));
}

}  // namespace
}  // namespace confronta::importers

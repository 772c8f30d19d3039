#include "importers/normalise/codes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(Trait trait, std::string_view text) {
  const auto read = read_code(trait, text);
  if (!read.ok()) return read.error().code;
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  return read.value().value.word;
}

struct CodeWord {
  Trait trait;
  std::string_view phrase;
  std::string_view word;
};
constexpr CodeWord code_words[] = {
#include "importers/normalise/words/codes.inc"
};

TEST(Codes, EveryWordOfTheListsIsACodeOfItsTrait) {
  for (const CodeWord& entry : code_words) {
    EXPECT_TRUE(entry.word.empty() || is_code_of(entry.trait, entry.word)) << entry.phrase;
    EXPECT_EQ(fold_words(entry.phrase), entry.phrase) << "can never be found";
  }
}

TEST(Codes, EveryCodeHasAWord) {
  for (std::size_t i = 0; i < trait_count; ++i)
    for (const std::string_view code : trait_info(static_cast<Trait>(i)).codes) {
      const bool has =
          std::any_of(std::begin(code_words), std::end(code_words), [&](const CodeWord& entry) {
            return entry.trait == static_cast<Trait>(i) && entry.word == code;
          });
      EXPECT_TRUE(has) << trait_info(static_cast<Trait>(i)).name << "." << code;
    }
}

TEST(ReadCode, KnownSources) {
  struct Case {
    Trait trait;
    std::string_view text;
    std::string_view word;
  };
  const Case cases[] = {
      {Trait::sex, "HOMBRE", "male"},
      {Trait::sex, "h", "male"},
      {Trait::sex, "Femenino", "female"},
      {Trait::sex, "F", "female"},
      {Trait::sex, "M", "value.unknown_code"},
      {Trait::sex, "INDETERMINADO", "unknown"},
      {Trait::sex, "No binario", "unknown"},
      {Trait::sex, "CONFIDENCIAL", "redacted"},
      {Trait::status, "LOCALIZADA SIN VIDA", "located_dead"},
      {Trait::status, "NO IDENTIFICADO", "unidentified"},
      {Trait::status, "D", "missing"},
      {Trait::hair_colour, "Castaño oscuro", "dark_brown"},
      {Trait::hair_colour, "CABELLO NEGRO", "black"},
      {Trait::hair_colour, "Gray or Partially Gray", "greying"},
      {Trait::hair_colour, "Blond/Strawberry", "blond"},
      {Trait::hair_colour, "Red/Auburn", "red"},
      {Trait::hair_colour, "Negro, teñido", "black"},
      {Trait::eye_colour, "Miel o ámbar", "hazel"},
      {Trait::eye_colour, "Cafés claros", "light_brown"},
      {Trait::eye_colour, "Brown", "dark_brown"},
      {Trait::skin_colour, "TEZ MORENA CLARA", "light_brown"},
      {Trait::skin_colour, "Apiñonada", "light_brown"},
      {Trait::build, "Delgada", "thin"},
      {Trait::condition, "Skeletonization w/ articulation/ligamentous attachments",
       "skeletonized_articulated"},
      {Trait::condition, "Fully fleshed", "fleshed"},
      {Trait::condition, "Complete skeletonization w/ bone degradation", "degraded_bone"},
      {Trait::condition, "Other", "unknown"},
      {Trait::condition, "Not recognizable - Mummified", "mummified"},
      {Trait::part_kind, "SEGMENTO", "segment"},
      {Trait::blood_group, "O+", "O"},
      {Trait::blood_group, "AB -", "AB"},
      {Trait::blood_group, "NO ESPECIFICA", "unknown"},
      {Trait::rhesus, "O+", "positive"},
      {Trait::rhesus, "-", "negative"},
      {Trait::publicity, "SI", "yes"},
      {Trait::migrant, "No", "no"},
      {Trait::age_method, "Suchey-Brooks", "pubic_symphysis"},
      {Trait::build, "azul", "value.unknown_code"},
  };
  for (const Case& c : cases) EXPECT_EQ(shown(c.trait, c.text), c.word) << c.text;
  EXPECT_EQ(read_code(Trait::sex, "M").error().arguments,
            (std::vector<std::string>{"M", "@trait.sex"}));
}

RC_GTEST_PROP(CodesProperty, AnyTextGivesACodeOfItsTraitOrNone, (const std::string& text)) {
  const Trait trait = static_cast<Trait>(*rc::gen::inRange<std::size_t>(0, trait_count));
  const auto read = read_code(trait, text);
  if (read.ok() && read.value().state == State::observed)
    RC_ASSERT(is_code_of(trait, read.value().value.word));
}

}  // namespace
}  // namespace confronta::importers

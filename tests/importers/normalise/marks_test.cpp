#include "importers/normalise/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "importers/normalise/mark_words.h"
#include "importers/normalise/text.h"
#include "models/domain/body_region.h"

#include "tests/support/source_path.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(const Mark& mark) {
  std::string motifs;
  for (const std::string& motif : mark.motifs) motifs += (motifs.empty() ? "" : "+") + motif;
  return mark.type + "|" + mark.region + "|" + mark.side + "|" + mark.view + "|" + motifs + "|" +
         mark.inscription;
}

std::string shown(std::string_view text, std::string_view type = "") {
  const auto read = read_marks(text, type);
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  std::string list;
  for (const Mark& mark : read.value().value) list += shown(mark) + "; ";
  return list;
}

TEST(MarkWords, EveryRegionIsInTheTree) {
  for (const Phrase& phrase : region_phrases()) {
    EXPECT_NE(find_body_region(phrase.word), nullptr) << phrase.word;
    EXPECT_EQ(fold_words(phrase.phrase), phrase.phrase) << "can never be found";
  }
}

TEST(MarkWords, ManyMotifs) {
  std::set<std::string_view> motifs;
  for (const Phrase& phrase : motif_phrases()) {
    if (!phrase.word.empty()) motifs.insert(phrase.word);
    EXPECT_EQ(fold_words(phrase.phrase), phrase.phrase) << "can never be found";
  }
  EXPECT_GE(motifs.size(), 120U);
}

TEST(ReadMarks, SpanishTattoos) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"antebrazo izquierdo, cara anterior, letras \"karla\" y cuatro asteriscos; cicatriz en ceja "
       "derecha",
       "tattoo|forearm|left|front|letters+star|KARLA; scar|eyebrow|right|||; "},
      {"a una tinta, la leyenda “angel” en la cara anterior de cuello",
       "tattoo|neck||front|letters|ANGEL; "},
      {"en dorso de mano derecha la imagen de una rosa", "tattoo|hand|right|back|rose|; "},
      {"medio de la espalda la “santa muerte”", "tattoo|back|middle||santa_muerte|; "},
      {"antebrazo izquierdo leyenda mendoza", "tattoo|forearm|left||letters|MENDOZA; "},
      {"leyenda en antebrazo izquierdo", "tattoo|forearm|left||letters|; "},
      {"codo izquierdo el nombre de «lorenzo».", "tattoo|elbow|left||letters+name|LORENZO; "},
      {"con el numero 5 en dedo indice de mano izquierda", "tattoo|finger|left||number|5; "},
      {"letras R.R.S. en hombro derecho", "tattoo|shoulder|right||letters|RRS; "},
      {"mano izquierda la letra a", "tattoo|hand|left||letters|A; "},
      {"hombro izquierdo, dice: \"luis\", de 5.0x1.0 centímetros.",
       "tattoo|shoulder|left||letters|LUIS; "},
      {"localizado en el antebrazo derecho cerca de la muñeca \"2003\"",
       "tattoo|forearm|right||number|2003; "},
      {"ilegible en antebrazo derecho.", "tattoo|forearm|right|||; "},
      {"1.- hombro derecho letra x, 2.- rosita en la espinilla izq.",
       "tattoo|shoulder|right||letters|X; tattoo|shin|left||rose|; "},
      {"pierna derecha figura de una rosa, De color negro. De 5 cm", "tattoo|leg|right||rose|; "},
      {"Virgencita de Guadalupe en ambos brazos", "tattoo|arm|both||virgin_guadalupe|; "},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text, "tattoo"), expected) << text;
}

TEST(ReadMarks, ASentenceOfSeveralMarks) {
  EXPECT_EQ(shown("rosa en brazo derecho, calavera en pierna izquierda", "tattoo"),
            "tattoo|arm|right||rose|; tattoo|leg|left||skull|; ");
  EXPECT_EQ(shown("brazo derecho rosa y corona, pierna izquierda dragón", "tattoo"),
            "tattoo|arm|right||crown+rose|; tattoo|leg|left||dragon|; ");
  EXPECT_EQ(shown("tatuaje de rosa con la leyenda \"ana\" y dragón en el pecho", ""),
            "tattoo|chest|||dragon+letters+rose|ANA; ");
  EXPECT_EQ(shown("cicatriz en ceja derecha y tatuaje en hombro izquierdo"),
            "scar|eyebrow|right|||; tattoo|shoulder|left|||; ");
  EXPECT_EQ(shown("cicatriz en mano derecha y en espalda"), "scar|hand|right|||; scar|back||||; ");
}

TEST(ReadMarks, EnglishWithHeadings) {
  EXPECT_EQ(shown("Piercing: Pierced ears\nTattoo: Tattoo on her right\nankle of the letters "
                  "\"RS\"."),
            "piercing|ear||||; tattoo|ankle|right||letters|RS; ");
  EXPECT_EQ(
      shown("Tattoo: Skull on upper left arm; 'MW' tattooed on chest, Dragon on back of "
            "neck"),
      "tattoo|upper_arm|left||skull|; tattoo|chest|||letters|MW; tattoo|neck||back|dragon|; ");
  EXPECT_EQ(shown("Scar/mark: 1\" scar from a bullet on left knee"), "scar|knee|left|||; ")
      << "inches open no quote, and a scar shows no motif";
  EXPECT_EQ(shown("Amputation: Right index finger only"), "amputation|finger|right|||; ");
  EXPECT_EQ(shown("his mother's name on right and left wrists", "tattoo"),
            "tattoo|wrist|both||mom_dad+name|; ");
}

TEST(ReadMarks, NoneIsAnObservation) {
  for (const std::string_view text : {"NO PRESENTA", "Ninguno", "SIN TATUAJES NI CICATRICES", "No",
                                      "No tattoos", "Tattoo: None noted"}) {
    const auto read = read_marks(text, "");
    EXPECT_EQ(read.value().state, State::observed) << text;
    EXPECT_TRUE(read.value().value.empty()) << text;
  }
  EXPECT_EQ(shown("NO VALORABLE"), "not_observable");
  EXPECT_EQ(shown("SIN DATO"), "unknown");
  EXPECT_EQ(shown(""), "not_recorded");
}

TEST(ReadMark, ColumnsGoBeforeTheDescription) {
  const auto mark = [](std::string_view type, std::string_view region, std::string_view side,
                       std::string_view view, std::string_view description) {
    return shown(read_mark(type, region, side, view, description).value().value);
  };
  EXPECT_EQ(mark("TATUAJE", "CARA ANTERIOR DEL ANTEBRAZO", "IZQUIERDO", "ANVERSO",
                 "leyenda \"karla\" en tinta negra"),
            "tattoo|forearm|left|front|letters|KARLA");
  EXPECT_EQ(mark("ARETE / PERFORACIONES", "REGION  AURICULAR (OREJA)", "NO ESPECIFICA", "", ""),
            "piercing|ear||||");
  EXPECT_EQ(mark("LUNARES O MANCHAS", "", "", "", "lunar en mejilla derecha"),
            "mole|cheek|right|||");
  EXPECT_EQ(mark("CICATRIZ", "DORSO DEL PIE", "DERECHO", "ANVERSO", ""), "scar|foot|right|front||");
  EXPECT_EQ(mark("OTRO", "", "", "", ""), "other|||||");
  EXPECT_EQ(read_mark("", "", "", "", "CONFIDENCIAL").value().state, State::redacted);
}

TEST(ReadMark, KnowsTheRegionsOfVeracruz) {
  // The commission's catalogue does not belong to this project.
  const std::filesystem::path list =
      test::source_path("../shared/data/mexico/cebv_veracruz_catalogs/RegionesCuerpoV4.csv");
  if (!std::filesystem::exists(list)) GTEST_SKIP() << "no catalogue here";
  std::ifstream in{list};
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const std::size_t comma = line.find(',');
    const std::string name = line.substr(comma + 1, line.find(',', comma + 1) - comma - 1);
    if (sentinel(name)) continue;
    const auto read = read_mark("CICATRIZ", name, "", "", "");
    EXPECT_FALSE(read.value().value.region.empty()) << name;
  }
}

TEST(ReadBodyHistory, ImplantsFracturesAndOperations) {
  const auto shown_history = [](std::string_view text) {
    std::string list;
    for (const BodyHistory& h : read_body_history(text))
      list += h.kind + "|" + h.region + "|" + h.side + "|" + h.detail + "|" + h.serial + "; ";
    return list;
  };
  EXPECT_EQ(shown_history("placa y tornillos en fémur derecho"),
            "implant|thigh|right|plate screw|; ");
  EXPECT_EQ(shown_history("fractura antigua de clavícula izquierda; cesárea, apéndice"),
            "fracture|collarbone|left|fracture|; surgery|||caesarean|; surgery|||appendectomy|; ");
  EXPECT_EQ(shown_history("implantes de seno no. de serie AB-1234"),
            "implant|breast||breast_implant|AB1234; ");
  EXPECT_EQ(shown_history("Hip replacement, left"), "implant|hip||hip_prosthesis|; ");
  EXPECT_EQ(shown_history("cicatriz quirúrgica en antebrazo; cicatriz en rodilla"), "");  // no rod
  EXPECT_EQ(shown_history("sin cirugías ni fracturas"), "");
  EXPECT_EQ(shown_history("SE DESCONOCE"), "");
}

RC_GTEST_PROP(MarksProperty, AnyTextGivesMarksOfTheLists, (const std::string& text)) {
  const auto read = read_marks(text, "");
  RC_ASSERT(read.ok());
  for (const Mark& mark : read.value().value) {
    RC_ASSERT(mark.region.empty() || find_body_region(mark.region));
    RC_ASSERT(std::is_sorted(mark.motifs.begin(), mark.motifs.end()));
    RC_ASSERT(!mark.type.empty());
  }
  RC_ASSERT(read_mark(text, text, text, text, text).ok());
  static_cast<void>(read_body_history(text));
}

RC_GTEST_PROP(MarksProperty, AnyMixOfWordsIsRead, ()) {
  const auto words =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "tatuaje", "rosa", "brazo", "izquierdo", "y",     ",",  ".",       "\"",
          "leyenda", "ana",  "1.-",   "cicatriz",  "en",    "\n", "Tattoo:", "no",
          "'",       "(",    "back",  "of",        "letra", "a",  "12"}));
  std::string text;
  for (const std::string& word : words) text += word + " ";
  const auto read = read_marks(text, "");
  for (const Mark& mark : read.value().value) RC_ASSERT(!mark.type.empty());
}

}  // namespace
}  // namespace confronta::importers

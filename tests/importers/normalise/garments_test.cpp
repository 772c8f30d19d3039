#include "importers/normalise/garments.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace confronta::importers {
namespace {

using State = ObservationState;

std::string shown(const Garment& garment) {
  return garment.item + "|" + garment.colour + "|" + garment.brand + "|" + garment.material + "|" +
         garment.size;
}

std::string shown(std::string_view text) {
  const auto read = read_garments(text);
  if (read.value().state != State::observed) return std::string{state_name(read.value().state)};
  std::string list;
  for (const Garment& garment : read.value().value) list += shown(garment) + "; ";
  return list;
}

TEST(ReadGarments, Spanish) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"pantalón de mezclilla azul marca Levis talla 32, playera negra",
       "jeans|blue|LEVIS|denim|32; t_shirt|black|||; "},
      {"PANTALON AZUL PLAYERA BLANCA TENIS NIKE NEGROS",
       "trousers|blue|||; t_shirt|white|||; sneakers|black|NIKE||; "},
      {"chamarra de mezclilla de color negro marca \"Furor\", talla mediana; calcetines blancos",
       "jacket|black|FUROR|denim|M; socks|white|||; "},
      {"Blusa color rosa con estampado y tenis marca adidas numero 26",
       "blouse|pink|||; sneakers||ADIDAS||26; "},
      {"cinturón de piel café", "belt|brown||leather|; "},
      {"huaraches y rosario", "sandals||||; rosary||||; "},
      {"cadena de oro", "necklace|gold|||; "},
      {"playera con bolsillo roto", "t_shirt||||; "},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(ReadGarments, English) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Blue jeans and a white T-shirt", "jeans|blue||denim|; t_shirt|white|||; "},
      {"One pair of black size 9 \"Reebok\" brand tennis shoes", "sneakers|black|REEBOK||9; "},
      {"\"Levi's\" denim pants size 38 x 32", "jeans||LEVIS|denim|38; "},
      {"Dark blue hooded sweatshirt; white metal ring", "sweatshirt|navy|||; ring|silver|||; "},
      {"nan\nBoots\nnan", "boots||||; "},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(shown(text), expected) << text;
}

TEST(ReadGarments, NoneIsAnObservation) {
  EXPECT_EQ(shown("DESNUDO"), "");
  EXPECT_EQ(shown("None found"), "");
  EXPECT_EQ(shown("SE DESCONOCE"), "unknown");
  EXPECT_EQ(shown(""), "not_recorded");
}

TEST(ReadGarment, ColumnsGoBeforeTheDescription) {
  const auto read = read_garment("Blusa, Pantiblusa, Blusón", "Rojo", "Zara", "ALGODON", "CHICA",
                                 "con encaje negro");
  EXPECT_EQ(shown(read.value().value), "blouse|red|ZARA|cotton|S");
  EXPECT_EQ(read.value().value.description, "CON ENCAJE NEGRO");
  EXPECT_EQ(shown(read_garment("Objeto raro", "", "", "", "", "").value().value), "other||||");
  EXPECT_EQ(shown(read_garment("Collar - Cadena - Pulsera", "", "", "", "", "").value().value),
            "necklace||||");
  EXPECT_EQ(read_garment("NO ESPECIFICA", "", "", "", "", "").value().state, State::not_recorded);
}

RC_GTEST_PROP(GarmentsProperty, AnyTextIsRead, (const std::string& text)) {
  const auto read = read_garments(text);
  RC_ASSERT(read.ok());
  for (const Garment& garment : read.value().value) RC_ASSERT(!garment.item.empty());
  RC_ASSERT(read_garment(text, text, text, text, text, text).ok());
}

}  // namespace
}  // namespace confronta::importers

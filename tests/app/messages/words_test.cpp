// Every word of every code list has its place in the catalogue, in both languages.

#include <gtest/gtest.h>

#include <string>

#include "app/messages/catalogue.h"
#include "importers/normalise/mark_words.h"
#include "models/domain/body_region.h"
#include "models/domain/trait.h"

namespace confronta::app {
namespace {

void expect_word(const std::string& code) { EXPECT_TRUE(has_message(code)) << code; }

TEST(CatalogueWords, TraitsAndTheirCodes) {
  for (std::size_t i = 0; i < trait_count; ++i) {
    const TraitInfo& info = trait_info(static_cast<Trait>(i));
    expect_word("trait." + std::string{info.name});
    for (const std::string_view code : info.codes)
      expect_word(std::string{info.name} + "." + std::string{code});
  }
}

TEST(CatalogueWords, RegionsMotifsAndTypesOfMarks) {
  for (const BodyRegion& region : body_regions()) expect_word("region." + std::string{region.word});
  for (const importers::Phrase& motif : importers::motif_phrases())
    if (!motif.word.empty()) expect_word("motif." + std::string{motif.word});
  for (const importers::Phrase& type : importers::mark_type_phrases())
    if (!type.word.empty()) expect_word("mark_type." + std::string{type.word});
}

struct Entry {
  std::string_view phrase;
  std::string_view word;
};
constexpr Entry items[] = {
#include "importers/normalise/words/garment_items.inc"
};
constexpr Entry colours[] = {
#include "importers/normalise/words/colours.inc"
};
constexpr Entry materials[] = {
#include "importers/normalise/words/materials.inc"
};
constexpr Entry elements[] = {
#include "importers/normalise/words/elements.inc"
};

TEST(CatalogueWords, GarmentsAndElements) {
  for (const Entry& entry : items)
    if (!entry.word.empty()) expect_word("item." + std::string{entry.word});
  for (const Entry& entry : colours) expect_word("colour." + std::string{entry.word});
  for (const Entry& entry : materials) expect_word("material." + std::string{entry.word});
  for (const Entry& entry : elements) expect_word("element." + std::string{entry.word});
}

TEST(CatalogueWords, BothLanguagesAreGiven) {
  for (const Message& message : all_messages()) {
    EXPECT_FALSE(message.spanish.empty()) << message.code;
    EXPECT_FALSE(message.english.empty()) << message.code;
  }
}

}  // namespace
}  // namespace confronta::app

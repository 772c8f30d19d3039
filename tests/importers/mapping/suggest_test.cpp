#include "importers/mapping/suggest.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "importers/mapping/layout.h"
#include "importers/mapping/mapping.h"

namespace confronta::importers {
namespace {

std::vector<ColumnGuess> guesses(const std::vector<std::string>& columns) {
  std::vector<ColumnGuess> all;
  for (const std::string& column : columns) {
    all.emplace_back();
    all.back().column = column;
  }
  return all;
}

TEST(Suggest, FindsWhatHeadersOfUnknownListsMean) {
  auto columns = guesses({"Número de cadáver", "Fecha del hallazgo", "Sexo probable del cuerpo",
                          "Estado de conservación", "Tipo de letra"});
  const std::string toml = propose_mapping(columns, "morgue_norte");
  EXPECT_EQ(columns[0].trait, "id");
  EXPECT_EQ(columns[1].trait, "found_date");
  EXPECT_EQ(columns[2].trait, "sex");
  EXPECT_EQ(columns[3].trait, "condition");
  EXPECT_GT(columns[3].confidence, columns[2].confidence) << "the very words, against some of them";
  const auto mapping = parse_mapping(toml, "proposal");
  ASSERT_TRUE(mapping.ok()) << toml;
  EXPECT_EQ(mapping.value().kind, SubjectKind::remains);
  EXPECT_EQ(mapping.value().name, "morgue_norte");
  EXPECT_TRUE(fit_layout(mapping.value(),
                         {"Número de cadáver", "Fecha del hallazgo", "Sexo probable del cuerpo"},
                         "csv")
                  .fits());
}

TEST(Suggest, KnowsAWordByItsStem) {
  auto columns = guesses({"Folio", "Fecha en que desapareció", "Estatus", "Estatura"});
  propose_mapping(columns, "x");
  EXPECT_EQ(columns[1].trait, "event_date");
  EXPECT_EQ(columns[2].trait, "status");
  EXPECT_EQ(columns[3].trait, "stature");
}

TEST(Suggest, SamplesThatLookOtherwiseTakeConfidenceAway) {
  auto plain = guesses({"Edad", "Folio"});
  propose_mapping(plain, "x");
  auto odd = guesses({"Edad", "Folio"});
  odd[0].samples = {"adulto", "joven"};
  propose_mapping(odd, "x");
  EXPECT_LT(odd[0].confidence, plain[0].confidence);
}

TEST(Suggest, AListWithoutIdsGetsAHash) {
  auto columns = guesses({"Sexo", "Fecha de desaparición", "Municipio de desaparición"});
  const std::string toml = propose_mapping(columns, "x");
  const auto mapping = parse_mapping(toml, "proposal");
  ASSERT_TRUE(mapping.ok()) << toml;
  EXPECT_EQ(mapping.value().id.from, IdRule::From::hash);
  EXPECT_EQ(mapping.value().id.hashed.size(), 3u);
}

TEST(Suggest, SaysNothingOfColumnsThatNobodyKnows) {
  auto columns = guesses({"zzz", "", "???"});
  EXPECT_EQ(propose_mapping(columns, "x"), "");
  EXPECT_EQ(columns[0].trait, "");
}

RC_GTEST_PROP(Suggest, EveryProposalIsAMappingThatFitsItsColumns, ()) {
  const std::vector<std::string> known = all_expected_columns();
  // Columns are valid UTF-8 (RowSource): here known ones, and any of ASCII.
  const auto any = rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
  const auto chosen =
      *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(rc::gen::elementOf(known), any));
  auto columns = guesses(chosen);
  const std::string toml = propose_mapping(columns, "lista");
  if (toml.empty()) return;
  const auto mapping = parse_mapping(toml, "proposal");
  RC_ASSERT(mapping.ok());
  RC_ASSERT(fit_layout(mapping.value(), chosen, "csv").fits());
}

}  // namespace
}  // namespace confronta::importers

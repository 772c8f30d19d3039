#include "engine/infer/links.h"

#include <gtest/gtest.h>

#include "tests/models/support/tables.h"

namespace confronta {
namespace {

using test::remains;
using Must = std::vector<std::pair<RowId, RowId>>;

LinkRules rules_of(std::initializer_list<TraitTable::Row> rows) {
  return LinkRules{test::table_of(rows), Parameters{}};
}
BodyElement left(const char* element) { return {element, "left"}; }

TEST(LinkRules, JoinPartsOfANamedBody) {
  const LinkRules rules = rules_of({remains("A:1"), remains("A:2").text(Trait::part_of, "1"),
                                    remains("A:3").text(Trait::part_of, "A:1"),
                                    remains("B:1").text(Trait::part_of, "1")});
  EXPECT_EQ(rules.must(Relation::part),
            (Must{{0, 1}, {0, 2}, {1, 2}}));  // B:1 names a body of its own source
  EXPECT_TRUE(rules.must(Relation::part, 2, 0));
  EXPECT_FALSE(rules.must(Relation::part, 0, 3));
}

TEST(LinkRules, DoNotJoinWhatALotOfSeveralOrOfUnknownNumberHolds) {
  const LinkRules rules = rules_of(
      {remains("A:1").code(Trait::part_kind, "lot").number(Trait::individuals, 3),
       remains("A:2").text(Trait::part_of, "1"), remains("A:3").text(Trait::part_of, "1"),
       remains("A:4").code(Trait::part_kind, "lot"), remains("A:5").text(Trait::part_of, "4"),
       remains("A:6").text(Trait::part_of, "nowhere"),
       remains("A:7").text(Trait::part_of, "nowhere")});
  EXPECT_TRUE(rules.must(Relation::part).empty());
  EXPECT_TRUE(rules.cannot(Relation::part, 0, 1));  // it takes three people
  EXPECT_TRUE(rules.cannot(Relation::same_body, 0, 3));
}

TEST(LinkRules, JoinPartsThatAreSaidToBeOneIndividual) {
  const LinkRules rules =
      rules_of({remains("A:1").text(Trait::part_of, "X").number(Trait::individuals, 1),
                remains("A:2").text(Trait::part_of, "X")});
  EXPECT_EQ(rules.must(Relation::part), (Must{{0, 1}}));
}

TEST(LinkRules, KeepTwoLeftFemursApartAsPartsButNotAsRecordsOfOneBone) {
  const LinkRules rules = rules_of(
      {remains("A:1").value(Trait::element, left("femur")),
       remains("A:2").value(Trait::element, left("femur")),
       remains("A:3").value(Trait::element, BodyElement{"femur", "right"}),
       remains("A:4").value(Trait::element, BodyElement{"femur", ""}),
       remains("A:5").value(Trait::element, left("femur")).code(Trait::part_kind, "fragment"),
       remains("A:6").value(Trait::element, left("rib")),
       remains("A:7").value(Trait::element, left("rib"))});
  EXPECT_TRUE(rules.cannot(Relation::part, 0, 1));
  EXPECT_FALSE(rules.cannot(Relation::same_body, 0, 1));
  EXPECT_FALSE(rules.cannot(Relation::part, 0, 2));
  EXPECT_FALSE(rules.cannot(Relation::part, 0, 3));  // side not stated
  EXPECT_FALSE(rules.cannot(Relation::part, 0, 4));  // one bone in two pieces
  EXPECT_FALSE(rules.cannot(Relation::part, 5, 6));  // a body has many ribs
}

// A head and a leg may be of one body, but they are not one find in two registers.
TEST(LinkRules, KeepPiecesOfDifferentRegionsApartAsRecordsButNotAsParts) {
  const auto piece = [](const char* id, std::initializer_list<const char*> elements) {
    TraitTable::Row row = remains(id).code(Trait::part_kind, "segment");
    for (const char* element : elements)
      row.observations.push_back(
          {Trait::element, ObservationState::observed, BodyElement{element, ""}, {}});
    return row;
  };
  const LinkRules rules =
      rules_of({piece("A:1", {"skull", "humerus"}), piece("A:2", {"pelvis", "femur"}),
                piece("A:3", {"vertebra"}), piece("A:4", {}),
                remains("A:5").value(Trait::element, left("femur"))});
  EXPECT_TRUE(rules.cannot(Relation::same_body, 0, 1));
  EXPECT_FALSE(rules.cannot(Relation::part, 0, 1));
  EXPECT_FALSE(rules.cannot(Relation::same_body, 0, 2));  // a neck may go with a head
  EXPECT_FALSE(rules.cannot(Relation::same_body, 0, 3));  // nothing said of its elements
  EXPECT_FALSE(rules.cannot(Relation::same_body, 0, 4));  // a body, of which a femur was measured
}

TEST(LinkRules, KeepStatedLotsOfOneSourceApart) {
  const LinkRules rules = rules_of({remains("A:1").text(Trait::part_of, "L1"),
                                    remains("A:2").text(Trait::part_of, "L2"),
                                    remains("B:1").text(Trait::part_of, "L9")});
  EXPECT_TRUE(rules.cannot(Relation::part, 0, 1));
  EXPECT_FALSE(rules.cannot(Relation::part, 0, 2));
}

DecidedPair decided(const char* a, const char* b, Decided how) {
  return {{Relation::part, a, b}, how, {a, b}};
}

TEST(LinkRules, PutDecisionsBeforeWhatRecordsSay) {
  const TraitTable table =
      test::table_of({remains("A:1").value(Trait::element, left("femur")),
                      remains("A:2").value(Trait::element, left("femur")), remains("A:3"),
                      remains("A:4").text(Trait::part_of, "3"),
                      remains("A:5").code(Trait::part_kind, "lot").number(Trait::individuals, 3)});
  const LinkRules rules{table, Parameters{},
                        DecidedLinks{{decided("A:1", "A:2", Decided::certain),
                                      decided("A:3", "A:4", Decided::excluded),
                                      decided("A:3", "A:5", Decided::certain)},
                                     table}};
  EXPECT_EQ(rules.must(Relation::part), (Must{{0, 1}}));
  EXPECT_FALSE(rules.cannot(Relation::part, 1, 0)) << "people knew of the two femurs";
  EXPECT_TRUE(rules.cannot(Relation::part, 3, 2)) << "whatever the record says";
  EXPECT_FALSE(rules.cannot(Relation::same_body, 2, 3)) << "another question";
  EXPECT_TRUE(rules.cannot(Relation::part, 2, 4)) << "a lot takes people, it is not merged away";
}

DnaProfile one_sample() {
  DnaProfile profile;
  profile.sample = "S-1";
  profile.loci.push_back({"TH01", {"6", "9.3"}, {}});
  return profile;
}

TEST(DecidedLinks, AnExclusionHoldsForTheDnaThatWasSeen) {
  const TraitTable table =
      test::table_of({remains("A:1").value(Trait::genotypes, one_sample()), remains("A:2")});
  const DecidedLinks links{{decided("A:1", "A:2", Decided::excluded)}, table};
  EXPECT_EQ(links.of(Relation::part, 0, 1), Decided::no);
  EXPECT_EQ(links.outgrown, 1U);
}

}  // namespace
}  // namespace confronta

#include "engine/infer/within_side.h"

#include <gtest/gtest.h>

#include "engine/score/totals.h"
#include "tests/engine/support/synthetic.h"
#include "tests/models/support/tables.h"

namespace confronta {
namespace {

/// Every pair of the table scores what a list says, 0 otherwise.
class ListedEvidence final : public Evidence {
 public:
  explicit ListedEvidence(std::vector<ScoredPair> pairs) : pairs_(std::move(pairs)) {}
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const override {
    for (std::size_t k = 0; k < right.size(); ++k)
      for (const ScoredPair& pair : pairs_)
        if (pair.left == left && pair.right == right[k]) sum[k] += pair.score;
  }
  Finding explain(RowId, RowId) const override { return {}; }

 private:
  std::vector<ScoredPair> pairs_;
};

struct Side {
  TraitTable table;
  PreparedRelation prepared;
  ScoredRelation scored;

  Side(Relation relation, TraitTable rows, std::vector<ScoredPair> pairs) : table(std::move(rows)) {
    prepared.relation = relation;
    prepared.left = prepared.right = &table;
    prepared.models.push_back(std::make_unique<ListedEvidence>(pairs));
    scored.pairs = std::move(pairs);
    scored.rest_of_left.assign(table.size(), 0);
  }
  WithinSidePosteriors infer(const LinkRules* rules) const {
    const WithinSidePrior prior{prepared.relation, table, {}};
    return infer_within_side(prepared, scored, prior, rules, {});
  }
};

Score bans(double log10) { return Score::from_log10(log10); }

TEST(WithinSide, OfOnePairIsItsPairwisePosterior) {
  const Side side{
      Relation::duplicate, TraitTable{test::bare_rows(4, SubjectKind::report)}, {{0, 1, bans(3)}}};
  const auto result = side.infer(nullptr);
  EXPECT_EQ(result.pieces, 1U);
  EXPECT_NEAR(result.posterior[0], result.pairwise[0], 1e-12);
  const double phi = 0.005 / 3 * 1000;
  EXPECT_NEAR(result.posterior[0], phi / (1 + phi), 1e-12);
}

TEST(WithinSide, ScoresPairsOfAPieceThatWereNotKept) {
  Side side{Relation::duplicate,
            TraitTable{test::bare_rows(3, SubjectKind::report)},
            {{0, 1, bans(6)}, {0, 2, bans(-9)}, {1, 2, bans(6)}}};
  const double against = side.infer(nullptr).posterior[0];
  side.scored.pairs.erase(side.scored.pairs.begin() + 1);  // not kept, but still evidence
  EXPECT_NEAR(side.infer(nullptr).posterior[0], against, 1e-12);
  EXPECT_LT(against, 0.6);  // 0 and 2 do not fit: 1 belongs to one of them
}

TEST(WithinSide, PublishesMustLinksWhateverTheirEvidence) {
  const Side side{
      Relation::part,
      test::table_of({test::remains("A:1"), test::remains("A:2").text(Trait::part_of, "1")}),
      {}};
  const LinkRules rules{side.table, {}};
  const auto result = side.infer(&rules);
  ASSERT_EQ(result.pairs.size(), 1U);
  EXPECT_GT(result.posterior[0], 0.999);
  EXPECT_LT(result.pairwise[0], 0.2);  // from its evidence alone
}

TEST(WithinSide, GivesNothingToWhatCannotBe) {
  const BodyElement femur{"femur", "left"};
  const Side side{Relation::part,
                  test::table_of({test::remains("A:1").value(Trait::element, femur),
                                  test::remains("A:2").value(Trait::element, femur)}),
                  {{0, 1, bans(9)}}};
  const LinkRules rules{side.table, {}};
  EXPECT_EQ(side.infer(&rules).posterior[0], 0);
}

DecidedPair decided(Relation relation, const char* a, const char* b, Decided how) {
  return {{relation, a, b}, how, {a, b}};
}

TEST(WithinSide, TakesInWhatPeopleDecided) {
  const Side side{Relation::duplicate,
                  test::table_of({test::report("A:1"), test::report("A:2"), test::report("A:3"),
                                  test::report("A:4"), test::report("A:5")}),
                  {{0, 1, bans(3)}, {2, 3, bans(6)}}};
  const double odds = WithinSidePrior{Relation::duplicate, side.table, {}}.odds(0, 1);
  const std::vector<DecidedPair> decisions{
      decided(Relation::duplicate, "A:1", "A:2", Decided::weighted),
      decided(Relation::duplicate, "A:3", "A:4", Decided::excluded),
      decided(Relation::duplicate, "A:1", "A:5", Decided::no)};
  const LinkRules rules{side.table, {}, DecidedLinks{decisions, side.table}};
  const auto result = side.infer(&rules);
  ASSERT_EQ(result.pairs.size(), 3U) << "of which people wrote, whatever was kept";
  const double phi = odds * 1e4;  // a ban more than its evidence
  EXPECT_NEAR(result.posterior[0], phi / (1 + phi + odds), 1e-4);
  EXPECT_NEAR(result.pairwise[0], odds * 1e3 / (1 + odds * 1e3), 1e-12) << "knows of no decision";
  EXPECT_EQ(result.posterior[2], 0) << "excluded";
}

TEST(WithinSide, ACertainPairIsOneAgainstItsEvidence) {
  const Side side{Relation::same_body,
                  test::table_of({test::remains("A:1"), test::remains("B:1")}),
                  {{0, 1, bans(-4)}}};
  const LinkRules rules{
      side.table,
      {},
      DecidedLinks{{decided(Relation::same_body, "B:1", "A:1", Decided::certain)}, side.table}};
  EXPECT_GT(side.infer(&rules).posterior[0], 0.999);
  const LinkRules other{
      side.table,
      {},
      DecidedLinks{{decided(Relation::part, "A:1", "B:1", Decided::certain)}, side.table}};
  EXPECT_LT(side.infer(&other).posterior[0], 0.001) << "a decision is about its own relation";
}

TEST(WithinSide, CutsPiecesThatAreTooLargeAndCountsTheLinks) {
  std::vector<ScoredPair> chain;
  for (RowId row = 0; row + 1 < 30; ++row) chain.push_back({row, row + 1, bans(5)});
  const Side side{Relation::duplicate, TraitTable{test::bare_rows(30, SubjectKind::report)}, chain};
  const auto result = side.infer(nullptr);
  EXPECT_GT(result.cut, 0U);
  for (const double posterior : result.posterior) {
    EXPECT_GE(posterior, 0);
    EXPECT_LE(posterior, 1);
  }
}

}  // namespace
}  // namespace confronta

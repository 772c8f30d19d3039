#include "app/evaluate/comparison.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include "bench/world/world.h"
#include "tests/engine/support/synthetic.h"

namespace confronta::app {
namespace {

using test::MixedEvidence;

std::vector<TraitTable::Row> rows_of(const std::vector<std::string>& ids, SubjectKind kind) {
  std::vector<TraitTable::Row> rows;
  for (const std::string& id : ids) rows.push_back({id, kind, {}, {}});
  return rows;
}

/// Bare rows, and two models that say anything at all of them.
struct MadeUp {
  TraitTable reports, remains;
  PreparedRelation identity;

  MadeUp(const std::vector<std::string>& report_ids, const std::vector<std::string>& remains_ids)
      : reports(rows_of(report_ids, SubjectKind::report)),
        remains(rows_of(remains_ids, SubjectKind::remains)),
        identity{Relation::identity, &reports, &remains, {"biology", "dates"}, {}} {
    identity.models.push_back(std::make_unique<MixedEvidence>(1));
    identity.models.push_back(std::make_unique<MixedEvidence>(2));
  }
  double log10_lr(const std::string& report, const std::string& remains_id) const {
    double sum = 0;
    for (std::uint64_t seed : {1U, 2U})
      sum += MixedEvidence{seed}.score(*reports.find(report), *remains.find(remains_id)).log10();
    return sum;
  }
};

Truth truth_of(const std::vector<IdPair>& pairs) {
  Truth truth;
  truth.pairs[Relation::identity] = pairs;
  for (const auto& [report, remains] : pairs) {
    truth.person_of.emplace(report, truth.persons);
    truth.person_of.emplace(remains, truth.persons++);
  }
  return truth;
}

Comparison compared(const MadeUp& made, const Run& run, const Truth& truth,
                    const world::OracleScorer* oracle, const ComparisonOptions& options = {}) {
  Progress progress;
  return compare(made.identity, RunView{run}, truth, oracle, options, progress).value();
}

TEST(Comparison, ARowThatWasMergedCountsOnceForEachOfItsRecords) {
  // Row r:1 holds r:1 and r:4. Against b:1, true for r:2, the others' LRs decide; whatever r:1's
  // is, r:4 has the same.
  const MadeUp made{{"r:1", "r:2", "r:3"}, {"b:1"}};
  confronta::Run run;
  run.groups = {{"r:1", Relation::duplicate, 0.99, {"r:1", "r:4"}}};
  const double own = made.log10_lr("r:2", "b:1");
  double rank = 1;
  for (const char* rival : {"r:1", "r:1", "r:3"}) {
    const double lr = made.log10_lr(rival, "b:1");
    rank += lr > own ? 1 : lr == own ? 0.5 : 0;
  }
  const Comparison c = compared(made, run, truth_of({{"r:2", "b:1"}}), nullptr);
  EXPECT_EQ(c.reports, 4U);
  EXPECT_EQ(c.remains, 1U);
  EXPECT_FALSE(c.oracle || c.rule || c.models);
  EXPECT_EQ(c.by_lr.per_remains.at.at(1), std::ceil(rank) <= 1 ? 1 : 0);
  EXPECT_EQ(c.by_lr.per_remains.at.at(5), 1);
  EXPECT_EQ(c.by_lr.per_report.at.at(1), 1);
  EXPECT_EQ(c.by_posterior.per_remains.at.at(50), 0);  // the run kept no pair
}

TEST(Comparison, PosteriorsAreRankedAsTheRunRanksThem) {
  const MadeUp made{{"r:1", "r:2", "r:3"}, {"b:1", "b:2"}};
  confronta::Run run;
  const auto pair = [](const char* left, const char* right, double posterior) {
    RunPair p;
    p.left = left;
    p.right = right;
    p.posterior = posterior;
    return p;
  };
  run.pairs = {pair("r:1", "b:1", 0.2), pair("r:2", "b:1", 0.5), pair("r:2", "b:2", 0.1)};
  const Comparison c = compared(made, run, truth_of({{"r:1", "b:1"}, {"r:2", "b:2"}}), nullptr);
  EXPECT_EQ(c.by_posterior.per_remains.at.at(1), 0.5);  // b:2's only candidate; b:1's second
  EXPECT_EQ(c.by_posterior.per_report.at.at(1), 0.5);
  EXPECT_EQ(c.by_posterior.per_remains.at.at(5), 1);
}

TEST(Comparison, LeavingOneOfTwoModelsOutIsTheOtherAlone) {
  std::vector<std::string> reports, remains;
  std::vector<IdPair> pairs;
  for (int i = 100; i < 160; ++i) {
    reports.push_back("r:" + std::to_string(i));
    remains.push_back("b:" + std::to_string(i));
    if (i % 3 == 0) pairs.emplace_back(reports.back(), remains.back());
  }
  const MadeUp made{reports, remains};
  const Comparison c = compared(made, confronta::Run{}, truth_of(pairs), nullptr,
                                {/*by_model=*/true, /*replicates=*/50, 1});
  ASSERT_TRUE(c.models);
  const auto& models = c.models->models;
  ASSERT_EQ(models.size(), 2U);
  for (int m = 0; m < 2; ++m) {
    const WithoutModel& without = models[m].without;
    EXPECT_EQ(without.measures.cost->cllr, models[1 - m].alone.cllr);
    EXPECT_EQ(without.measures.cost->cllr_min, models[1 - m].alone.cllr_min);
    EXPECT_NEAR(without.cllr_change, without.measures.cost->cllr - c.by_lr.cost->cllr, 1e-12);
    EXPECT_NEAR(without.per_remains_change.at.at(5),
                without.measures.per_remains.at.at(5) - c.by_lr.per_remains.at.at(5), 1e-12);
    EXPECT_LE(without.cllr_interval.low, without.cllr_change);
    EXPECT_GE(without.cllr_interval.high, without.cllr_change);
  }
  EXPECT_EQ(c.models->together.cllr, c.by_lr.cost->cllr);
  EXPECT_EQ(c.models->among_true.pairs, pairs.size());
  EXPECT_EQ(c.models->among_false.pairs, 60 * 60 - pairs.size());
  // Made up apart from each other, two models do not say the same.
  EXPECT_LT(std::fabs(*c.models->among_false.correlation[0][1]), 0.1);
}

class WithOracle : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = (std::filesystem::temp_directory_path() /
                  ("confronta-comparison-" + std::to_string(::getpid())))
                     .string();
    world::WorldOptions options;
    options.reports = 300;
    options.remains = 200;
    options.seed = 5;
    ASSERT_TRUE(world::simulate(options, directory_).ok());
    oracle_ = std::make_unique<world::OracleScorer>(
        world::OracleScorer::load(directory_ + "/oracle.csv").value());
    truth_ = read_truth(directory_ + "/truth.csv").value();
  }
  static void TearDownTestSuite() {
    oracle_.reset();
    std::filesystem::remove_all(directory_);
  }
  static inline std::string directory_;
  static inline std::unique_ptr<world::OracleScorer> oracle_;
  static inline Truth truth_;
};

TEST_F(WithOracle, StandsFarAboveTheRuleAndTheRuleAboveChance) {
  const MadeUp made{oracle_->reports(), oracle_->remains()};
  const Comparison c = compared(made, confronta::Run{}, truth_, oracle_.get());
  ASSERT_TRUE(c.oracle && c.rule);
  EXPECT_GT(c.oracle->per_remains.at.at(10), c.rule->per_remains.at.at(10) + 0.2);
  EXPECT_GT(c.rule->per_remains.at.at(50), c.by_lr.per_remains.at.at(50));
  EXPECT_LT(c.oracle->cost->cllr, 0.4);
  EXPECT_GE(c.oracle->cost->cllr, c.oracle->cost->cllr_min);
  EXPECT_FALSE(c.rule->cost);  // points are no likelihood ratio
  EXPECT_GT(c.by_lr.cost->cllr, 1);
}

TEST_F(WithOracle, ARecordThatIsNotInTheStoreIsAMissOfOursAndNotOfTheOracle) {
  const auto& [report, remains] = truth_.identity().front();
  std::vector<std::string> stored;
  for (const std::string& id : oracle_->remains())
    if (id != remains) stored.push_back(id);
  Truth one;
  one.pairs[Relation::identity] = {{report, remains}};
  one.person_of = {{report, 0}, {remains, 0}};
  one.persons = 1;
  const MadeUp made{oracle_->reports(), stored};
  const Comparison c = compared(made, confronta::Run{}, one, oracle_.get());
  EXPECT_EQ(c.remains, oracle_->remains().size());
  EXPECT_EQ(c.by_lr.per_report.at.at(50), 0);
  double rank = 1;
  const auto at = [](const std::vector<std::string>& ids, const std::string& id) {
    return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
  };
  const std::size_t i = at(oracle_->reports(), report);
  const double own = oracle_->log10_lr(i, at(oracle_->remains(), remains));
  for (std::size_t j = 0; j < oracle_->remains().size(); ++j)
    rank += oracle_->log10_lr(i, j) > own ? 1 : 0;
  EXPECT_EQ(c.oracle->per_report.at.at(50), rank <= 50 ? 1 : 0);
  // Its Cllr is over pairs that both sides know, and the one true pair is not among them.
  EXPECT_EQ(c.oracle->cost->cllr_min, 0);
}

TEST_F(WithOracle, IsTheSameForAnyNumberOfThreads) {
  const MadeUp made{oracle_->reports(), oracle_->remains()};
  const Comparison one = compared(made, confronta::Run{}, truth_, oracle_.get(), {true, 20, 1});
  const Comparison three = compared(made, confronta::Run{}, truth_, oracle_.get(), {true, 20, 3});
  EXPECT_EQ(one.oracle->per_remains.at, three.oracle->per_remains.at);
  EXPECT_EQ(one.oracle->cost->cllr, three.oracle->cost->cllr);
  EXPECT_EQ(one.by_lr.cost->cllr_min, three.by_lr.cost->cllr_min);
  EXPECT_EQ(one.models->among_false.correlation, three.models->among_false.correlation);
}

TEST_F(WithOracle, OfAnotherWorldIsAnError) {
  const MadeUp made{{"r:1"}, {"b:1"}};
  const confronta::Run run;
  Progress progress;
  const auto result =
      compare(made.identity, RunView{run}, truth_of({{"r:1", "b:1"}}), oracle_.get(), {}, progress);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, "evaluate.other_world");
}

}  // namespace
}  // namespace confronta::app

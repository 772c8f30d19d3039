#include "bench/world/oracle.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include "bench/world/oracle/records.h"
#include "bench/world/oracle/rule_baseline.h"
#include "bench/world/population.h"
#include "bench/world/world.h"

namespace confronta::world {
namespace {

class Oracle : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    WorldOptions options;
    options.states = 4;
    options.reports = 500;
    options.remains = 300;
    options.seed = 11;
    directory_ = (std::filesystem::temp_directory_path() /
                  ("confronta-oracle-" + std::to_string(::getpid())))
                     .string();
    ASSERT_TRUE(simulate(options, directory_).ok());
    auto loaded = OracleScorer::load(directory_ + "/oracle.csv");
    ASSERT_TRUE(loaded.ok());
    scorer_ = std::make_unique<OracleScorer>(std::move(loaded.value()));
    const auto index = [](const std::vector<std::string>& ids, const std::string& id) {
      return static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), id) - ids.begin());
    };
    for (const auto& pair : truth_of(populate(options)))
      if (pair.relation == "identity")
        truth_.insert(
            {index(scorer_->reports(), pair.left), index(scorer_->remains(), pair.right)});
  }
  static void TearDownTestSuite() {
    scorer_.reset();
    std::filesystem::remove_all(directory_);
  }

  // Reports that stand before the true one in the list of the remains, ties counted half.
  template <class Points>
  static double mean_reciprocal_rank(Points points) {
    double sum = 0;
    for (const auto& [report, remains] : truth_) {
      const double own = points(report, remains);
      double rank = 1;
      for (std::size_t i = 0; i < scorer_->reports().size(); ++i) {
        const double other = points(i, remains);
        rank += other > own ? 1 : other == own && i != report ? 0.5 : 0;
      }
      sum += 1 / rank;
    }
    return sum / static_cast<double>(truth_.size());
  }

  static inline std::string directory_;
  static inline std::unique_ptr<OracleScorer> scorer_;
  static inline std::set<std::pair<std::size_t, std::size_t>> truth_;
};

TEST_F(Oracle, IdsAreSortedAndComplete) {
  EXPECT_EQ(scorer_->reports().size(), 500U);
  EXPECT_EQ(scorer_->remains().size(), 300U);
  EXPECT_TRUE(std::is_sorted(scorer_->reports().begin(), scorer_->reports().end()));
  EXPECT_TRUE(std::is_sorted(scorer_->remains().begin(), scorer_->remains().end()));
  EXPECT_GT(truth_.size(), 70U);
}

TEST_F(Oracle, LikelihoodRatiosMeanWhatTheySay) {
  // In each band of log10 LR the share of true pairs over the share of false pairs is that LR, and
  // no more than 1/t of the false pairs have LR >= t, beyond what chance in 150,000 explains.
  double in_true[3] = {}, in_false[3] = {}, above_100 = 0, falses = 0;
  for (std::size_t i = 0; i < 500; ++i)
    for (std::size_t j = 0; j < 300; ++j) {
      const double x = scorer_->log10_lr(i, j);
      ASSERT_TRUE(std::isfinite(x));
      const bool pair = truth_.count({i, j}) > 0;
      const int band = x < 0 ? -1 : x < 1 ? 0 : x < 2 ? 1 : x < 3 ? 2 : -1;
      if (band >= 0) ++(pair ? in_true : in_false)[band];
      falses += !pair;
      above_100 += !pair && x >= 2;
    }
  EXPECT_LT(above_100 / falses, 0.01);
  for (int band = 0; band < 2; ++band) {
    ASSERT_GT(in_true[band], 5) << band;
    const double ratio =
        (in_true[band] / static_cast<double>(truth_.size())) / (in_false[band] / falses);
    EXPECT_GT(std::log10(ratio), band - 0.1) << band;
    EXPECT_LT(std::log10(ratio), band + 1.1) << band;
  }
}

TEST_F(Oracle, FarAboveTheRuleThatAnOfficeCouldApply) {
  const double oracle =
      mean_reciprocal_rank([](std::size_t i, std::size_t j) { return scorer_->log10_lr(i, j); });
  const double rule =
      mean_reciprocal_rank([](std::size_t i, std::size_t j) { return scorer_->rule_points(i, j); });
  EXPECT_GT(oracle, 0.5);
  EXPECT_LT(rule, oracle / 2);
}

TEST_F(Oracle, AFileThatIsNotItsOwnIsAnError) {
  EXPECT_EQ(OracleScorer::load(directory_ + "/nothing.csv").error().code, "simulate.unreadable");
  EXPECT_EQ(OracleScorer::load(directory_ + "/truth.csv").error().code, "simulate.oracle");
}

TEST_F(Oracle, RecordsSurviveTheFile) {
  const auto records = read_oracle(directory_ + "/oracle.csv");
  ASSERT_TRUE(records.ok());
  std::ifstream in(directory_ + "/oracle.csv", std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  EXPECT_EQ(oracle_text(records.value()), bytes);
}

TEST(RuleBaseline, PointsByHand) {
  ReportNote report;
  RemainsNote remains;
  EXPECT_EQ(rule_points(report, remains), 0);
  report.sex = 0;
  remains.sex = 1;
  EXPECT_EQ(rule_points(report, remains), -100);
  report.age = 30;
  remains.age_low = 36;
  remains.age_high = 40;
  EXPECT_EQ(rule_points(report, remains), -200);
  remains.age_low = 35;
  EXPECT_EQ(rule_points(report, remains), -100);
  report.state = remains.state = 14;
  report.stature = 170;
  remains.stature = 165;
  EXPECT_EQ(rule_points(report, remains), -87);
  report.event = 100;
  remains.found = 99;
  EXPECT_EQ(rule_points(report, remains), -187);
  remains.found = 100;
  report.marks = {{tattoo, 0, 1, 3}, {scar, 0, 1, 3}};
  remains.marks = {{tattoo, 5, 2, 3}};
  EXPECT_EQ(rule_points(report, remains), -82);
}

}  // namespace
}  // namespace confronta::world

#include "engine/evaluate/pair_pass.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/engine/support/synthetic.h"

namespace confronta {
namespace {

constexpr double unscored = std::numeric_limits<double>::quiet_NaN();

std::vector<PairOutcome> outcomes_of(const PairPass& pass, int threads = 1) {
  Progress progress;
  return pass_over_pairs(pass, threads, progress).value();
}

/// A pass over one way of scoring that is given as a table.
PairPass pass_of(std::vector<std::vector<double>> table, std::vector<TruePair> truth,
                 std::vector<std::uint32_t> left_person, std::vector<std::uint32_t> right_person) {
  PairPass pass;
  pass.lefts = static_cast<std::uint32_t>(table.size());
  pass.rights = static_cast<std::uint32_t>(table.front().size());
  pass.truth = std::move(truth);
  pass.left_person = std::move(left_person);
  pass.right_person = std::move(right_person);
  pass.is_lr = {true};
  pass.score = [table](std::uint32_t left, std::vector<std::vector<double>>& scores) {
    scores[0] = table[left];
  };
  return pass;
}

TEST(PairPass, RanksByHandAndTiesCountHalf) {
  // The true pair (0, 0) has 2: in its column one is above and two tie, in its row one ties.
  const auto outcome =
      outcomes_of(pass_of({{2, 2, 1}, {3, 0, 0}, {2, 0, 0}, {2, 0, 0}}, {{0, 0}},
                          {5, no_person, no_person, no_person}, {5, no_person, no_person}))[0];
  EXPECT_EQ(outcome.true_scores, std::vector<double>{2});
  EXPECT_EQ(outcome.per_right, std::vector<Rank>{3});  // 1 + 1 above + half of 2
  EXPECT_EQ(outcome.per_left, std::vector<Rank>{2});   // 1 + half of 1, rounded up
  double count = 0;
  for (const WeightedLr& pair : outcome.false_pairs) count += pair.count;
  EXPECT_EQ(count, 11);
}

TEST(PairPass, RecordsOfTheSamePersonAreNoRivals) {
  // Lefts 0 and 1 are two reports of person 5, rights 0 and 1 two records of the same body.
  const std::vector<TruePair> truth{{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  const auto outcome =
      outcomes_of(pass_of({{1, 9}, {9, 1}, {0, 5}}, truth, {5, 5, no_person}, {5, 5}))[0];
  EXPECT_EQ(outcome.per_right, (std::vector<Rank>{1, 1, 1, 2}));
  EXPECT_EQ(outcome.per_left, (std::vector<Rank>{1, 1, 1, 1}));
  ASSERT_EQ(outcome.false_pairs.size(), 2U);
  EXPECT_EQ(outcome.false_pairs[1].log10_lr, 5);
}

TEST(PairPass, APairThatIsNotScoredIsInNoListAndRivalsNobody) {
  const auto outcome = outcomes_of(pass_of({{unscored, 1}, {7, 2}, {unscored, 3}}, {{0, 0}, {1, 1}},
                                           {5, 6, no_person}, {5, 6}))[0];
  EXPECT_TRUE(std::isnan(outcome.true_scores[0]));
  EXPECT_EQ(outcome.per_right, (std::vector<Rank>{0, 2}));
  EXPECT_EQ(outcome.per_left, (std::vector<Rank>{0, 2}));
  EXPECT_EQ(outcome.false_pairs.size(), 3U);  // 1, 3 and 7
}

TEST(PairPass, IsTheSameForAnyNumberOfThreadsAndEqualsCountingOneByOne) {
  constexpr std::uint32_t lefts = 700, rights = 90;
  PairPass pass;
  pass.lefts = lefts;
  pass.rights = rights;
  pass.left_person.assign(lefts, no_person);
  pass.right_person.assign(rights, no_person);
  for (std::uint32_t right = 0; right < rights; right += 2) {
    pass.truth.push_back({right * 7, right});
    pass.left_person[right * 7] = pass.right_person[right] = right;
  }
  pass.is_lr = {true, false};
  const auto score = [](std::uint32_t way, std::uint32_t left, std::uint32_t right) {
    const std::uint64_t steps = test::mixed(left, right, way + 1) % 50;
    return steps == 0 ? unscored : static_cast<double>(steps) / 4 - 6;
  };
  pass.score = [&](std::uint32_t left, std::vector<std::vector<double>>& scores) {
    for (std::uint32_t way = 0; way < 2; ++way)
      for (std::uint32_t right = 0; right < rights; ++right)
        scores[way][right] = score(way, left, right);
  };
  const auto one = outcomes_of(pass, 1), three = outcomes_of(pass, 3);
  ASSERT_EQ(one.size(), 2U);
  EXPECT_TRUE(one[1].false_pairs.empty());
  for (std::uint32_t way = 0; way < 2; ++way) {
    EXPECT_EQ(one[way].per_right, three[way].per_right);
    EXPECT_EQ(one[way].per_left, three[way].per_left);
    for (std::size_t t = 0; t < pass.truth.size(); ++t) {
      const double own = score(way, pass.truth[t].left, pass.truth[t].right);
      double rank = 1;
      for (std::uint32_t left = 0; left < lefts; ++left) {
        const double rival = score(way, left, pass.truth[t].right);
        if (left != pass.truth[t].left) rank += rival > own ? 1 : rival == own ? 0.5 : 0;
      }
      EXPECT_EQ(one[way].per_right[t], std::isnan(own) ? 0 : std::ceil(rank));
    }
  }
  double count = 0, expected = 0;
  for (const WeightedLr& pair : one[0].false_pairs) count += pair.count;
  for (std::uint32_t left = 0; left < lefts; ++left)
    for (std::uint32_t right = 0; right < rights; ++right)
      expected += !std::isnan(score(0, left, right)) && !(right % 2 == 0 && left == right * 7);
  EXPECT_EQ(count, expected);
}

class Impatient final : public Progress {
 public:
  bool cancelled() const override { return true; }
};

TEST(PairPass, StopsWhenAskedTo) {
  Impatient progress;
  const auto passed = pass_over_pairs(pass_of({{1}}, {{0, 0}}, {0}, {0}), 1, progress);
  ASSERT_FALSE(passed.ok());
  EXPECT_EQ(passed.error().code, "run.cancelled");
}

}  // namespace
}  // namespace confronta

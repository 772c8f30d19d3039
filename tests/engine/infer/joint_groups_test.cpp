// Families of several missing people in the one-to-one posterior: against the enumeration of all
// matchings, and against engine/dvi on the same problem.

#include "engine/infer/joint_groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/dvi/joint.h"
#include "engine/infer/coupling.h"
#include "engine/infer/identity_posteriors.h"
#include "models/evidence/dna/match_population.h"
#include "tests/engine/infer/support/matchings.h"
#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using genetics::Families;
using genetics::Sex;
using test::Calls;

// --- a group in a matching problem ---------------------------------------------------------------

/// Sums over all matchings, each with the excess of what the groups' members are assigned to.
class JointEnumeration {
 public:
  JointEnumeration(const MatchingProblem& problem, const std::vector<JointGroup>& groups)
      : problem_(problem),
        groups_(groups),
        partner_(problem.left_rest.size(), no_node),
        taken_(problem.right_rest.size(), false),
        used_(problem.edges.size(), false),
        mass_(problem.edges.size(), 0.0) {
    visit(0, 0);
  }
  std::vector<double> posteriors() const {
    std::vector<double> result;
    for (const double mass : mass_) result.push_back(mass / all_);
    return result;
  }
  double total() const { return all_; }

 private:
  void visit(std::size_t e, double log_weight) {
    if (e == problem_.edges.size()) return add(log_weight);
    visit(e + 1, log_weight);
    const MatchingEdge& edge = problem_.edges[e];
    if (partner_[edge.left] != no_node || taken_[edge.right]) return;
    partner_[edge.left] = edge.right;
    taken_[edge.right] = used_[e] = true;
    visit(e + 1, log_weight + edge.log_weight);
    partner_[edge.left] = no_node;
    taken_[edge.right] = used_[e] = false;
  }

  void add(double log_weight) {
    for (const JointGroup& group : groups_) {
      std::vector<std::uint32_t> assigned;
      for (std::size_t m = 0; m < group.members.size(); ++m) {
        const auto candidates = group.candidates(m);
        const std::uint32_t partner = partner_[group.members[m]];
        const bool among = std::binary_search(candidates.begin(), candidates.end(), partner);
        assigned.push_back(among ? partner : no_node);
      }
      log_weight += group.excess(assigned);
    }
    double weight = std::exp(log_weight);
    for (std::size_t i = 0; i < partner_.size(); ++i)
      if (partner_[i] == no_node) weight *= 1 + problem_.left_rest[i];
    for (std::size_t j = 0; j < taken_.size(); ++j)
      if (!taken_[j]) weight *= 1 + problem_.right_rest[j];
    all_ += weight;
    for (std::size_t e = 0; e < used_.size(); ++e)
      if (used_[e]) mass_[e] += weight;
  }

  const MatchingProblem& problem_;
  const std::vector<JointGroup>& groups_;
  std::vector<std::uint32_t> partner_;
  std::vector<bool> taken_, used_;
  std::vector<double> mass_;
  double all_ = 0;
};

double greatest_error(const std::vector<double>& a, const std::vector<double>& b) {
  double error = 0;
  for (std::size_t k = 0; k < a.size(); ++k) error = std::max(error, std::fabs(a[k] - b[k]));
  return error;
}

JointGroup random_group(std::uint64_t seed, const MatchingProblem& problem, std::uint32_t a,
                        std::uint32_t b) {
  JointGroup group{{a, b}, {}};
  for (const MatchingEdge& x : problem.edges)
    for (const MatchingEdge& y : problem.edges)
      if (x.left == a && y.left == b && x.right != y.right && x.right < 3 && y.right < 4)
        group.ways.push_back(
            {{x.right, y.right}, 12 * test::mixed_share(x.right, y.right, seed) - 6});
  return group;
}

TEST(JointGroups, WeighEveryMatchingWithTheirExcess) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const MatchingProblem problem = test::random_problem(seed, 5, 5, 0.6);
    const std::vector<JointGroup> groups{random_group(seed, problem, 0, 3),
                                         random_group(seed + 50, problem, 1, 2)};
    const auto expected = JointEnumeration{problem, groups}.posteriors();
    CoreLimits limits;
    const auto solved = solve_coupled(problem, {}, find_cores(problem, {}, limits, groups), groups);
    limits.log_floor = -100;
    const auto whole = solve_coupled(problem, {}, find_cores(problem, {}, limits, groups), groups);
    EXPECT_LT(greatest_error(whole.edges, expected), 1e-9) << seed;
    EXPECT_LT(greatest_error(solved.edges, expected), 0.02) << seed;
  }
}

// One right node stands for two that may be one: then the group's member has neither of them.
TEST(JointGroups, AndTwinsAreAveragedTogether) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const MatchingProblem problem = test::random_problem(seed, 4, 5, 0.7);
    const std::vector<JointGroup> groups{random_group(seed, problem, 0, 2)};
    const Twins twins{false, 0, 1, 4, 2 * test::mixed_share(seed) - 1};
    std::vector<double> expected(problem.edges.size(), 0);
    double all = 0;
    for (const bool one : {false, true}) {
      MatchingProblem way = problem;
      for (const std::uint32_t node : {0U, 1U, 4U})
        if (one == (node != 4)) {
          way.right_rest[node] = 0;
          for (MatchingEdge& edge : way.edges)
            if (edge.right == node) edge.log_weight = -1e3;
        }
      const JointEnumeration matchings{way, groups};
      const std::vector<double> found = matchings.posteriors();
      const double weight = matchings.total() * (one ? std::exp(twins.log_odds) : 1);
      for (std::size_t e = 0; e < found.size(); ++e) expected[e] += weight * found[e];
      all += weight;
    }
    for (double& mass : expected) mass /= all;
    CoreLimits limits;
    limits.log_floor = -100;
    const Cores cores = find_cores(problem, {twins}, limits, groups);
    EXPECT_LT(greatest_error(solve_coupled(problem, {twins}, cores, groups).edges, expected), 1e-9);
  }
}

TEST(JointGroups, ThatNoCoreHasRoomForAreLeftOut) {
  const MatchingProblem problem = test::complete(6, 6, 3);
  std::vector<JointGroup> groups;
  for (const std::uint32_t first : {0U, 2U, 4U})
    groups.push_back({{first, first + 1}, {{{0, 1}, 1.0}, {{1, 0}, 1.0}}});
  CoreLimits limits;
  limits.width = 1;
  EXPECT_EQ(fitting(groups, problem, {}, limits).size(), 0U);
  limits.width = 2;  // the second would make a core of four people and two bodies, the third of six
  EXPECT_EQ(fitting(groups, problem, {}, limits).size(), 3U);
  limits.choices = 80;  // two of 9 choices each are 81
  EXPECT_EQ(fitting(groups, problem, {}, limits).size(), 1U);
}

// --- which assignments are asked -----------------------------------------------------------------

/// Two members; every pair of rows is worth a thousand more together.
class Asked final : public GroupEvidence {
 public:
  std::uint32_t groups() const override { return 1; }
  std::span<const RowId> members(std::uint32_t /*group*/) const override { return rows_; }
  std::vector<double> log10_joint(std::uint32_t /*group*/,
                                  std::span<const GroupAssignment> assignments) const override {
    std::vector<double> joint;
    for (const GroupAssignment& a : assignments) joint.push_back(a[0] && a[1] ? 3 : 0);
    asked += assignments.size();
    return joint;
  }
  mutable std::size_t asked = 0;

 private:
  std::vector<RowId> rows_{0, 1};
};

TEST(JointGroups, AskOfTheStrongestCandidatesAndOfWhatMatters) {
  MatchingProblem problem = test::complete(2, 8, 1);
  for (MatchingEdge& edge : problem.edges) edge.log_weight = -static_cast<double>(edge.right);
  const auto row_of = [](std::uint32_t node) {
    return node == 1 ? std::nullopt : std::optional<RowId>(node);  // node 1 is a lot's place
  };
  Parameters parameters;
  const Asked evidence;
  const auto groups = weigh_jointly(evidence, problem, JointLimits{parameters}, row_of);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].candidates(0), (std::vector<std::uint32_t>{0, 2, 3, 4}));
  EXPECT_EQ(groups[0].ways.size(), 12U);  // of 4 x 4 those with two bodies
  EXPECT_EQ(evidence.asked, 8U + 12U);
  EXPECT_NEAR(groups[0].excess({2, 3}), 3 * log_of_ten, 1e-12);
  EXPECT_EQ(groups[0].excess({2, no_node}), 0);
  // Pairs so weak that even together they stay below the floor are no one's candidates.
  for (MatchingEdge& edge : problem.edges) edge.log_weight -= 10;
  EXPECT_TRUE(weigh_jointly(evidence, problem, JointLimits{parameters}, row_of).empty());
}

// --- against engine/dvi --------------------------------------------------------------------------

/// A family, its missing people's reports A:1, A:2, ... in the order of the persons, and bodies.
struct Grave {
  genetics::Family family;
  std::vector<Calls> bodies;
};

dvi::Problem disaster(const Grave& grave, const MatchPopulation& population) {
  dvi::Problem problem;
  std::vector<std::vector<genetics::Observation>> observed;
  std::vector<dvi::Victim> victims(grave.bodies.size());
  for (const auto& [locus, alleles] : grave.bodies[0]) {
    const auto ladder = population.locus(locus, {}).value().locus;
    const auto call = [&](const std::vector<std::string>& pair) {
      return genetics::GenotypeCall{*ladder.find(pair[0]), *ladder.find(pair[1])};
    };
    problem.markers.push_back({ladder, std::nullopt});
    observed.emplace_back();
    for (std::size_t p = 0; p < grave.family.members.size(); ++p)
      for (const DnaProfile& profile : grave.family.members[p].genotypes)
        for (const LocusCall& typed : profile.loci)
          if (typed.locus == locus)
            observed.back().push_back({static_cast<int>(p), call(typed.alleles)});
    for (std::size_t v = 0; v < victims.size(); ++v)
      for (const auto& [name, pair] : grave.bodies[v])
        if (name == locus) victims[v].calls.emplace_back(call(pair));
  }
  problem.victims = victims;
  problem.families.push_back({"F", grave.family.pedigree, observed});
  std::vector<int> everybody;
  for (const auto& missing : grave.family.missing) {
    everybody.push_back(static_cast<int>(problem.missing.size()));
    problem.missing.push_back({missing.report, 0, missing.person});
  }
  problem.candidates.assign(victims.size(), everybody);
  return problem;
}

/// The prior under which every pair's lambda is 1: a flat one over all assignments.
IdentityPrior flat_prior(std::size_t lefts, std::size_t rights) {
  const auto n = static_cast<double>(lefts), m = static_cast<double>(rights);
  IdentityPrior prior;
  prior.kappa = (n + m + 1 - std::sqrt((n + m + 1) * (n + m + 1) - 4 * n * m)) / 2;
  prior.rho.assign(lefts, prior.kappa / n);
  prior.sigma.assign(rights, prior.kappa / m);
  prior.places.assign(rights, 1);
  return prior;
}

void expect_the_disasters_posterior(const Grave& grave) {
  Parameters parameters = test::without_errors();
  ASSERT_TRUE(parameters.set("inference.edge_floor", 1e-9).ok());
  ASSERT_TRUE(parameters.set("inference.joint_least", 0).ok());
  std::vector<TraitTable::Row> reports, bodies;
  for (std::size_t m = 0; m < grave.family.missing.size(); ++m)
    reports.push_back(test::report("A:" + std::to_string(m + 1)));
  for (std::size_t v = 0; v < grave.bodies.size(); ++v)
    bodies.push_back(test::typed(test::remains("B:" + std::to_string(v + 1)), grave.bodies[v]));
  const TraitTable left{reports}, right{bodies};
  const Families families{{grave.family}};
  const auto model = test::prepare_with_families("kinship", left, right, families, parameters);
  ScoredRelation scored;
  for (RowId i = 0; i < left.size(); ++i)
    for (RowId j = 0; j < right.size(); ++j)
      scored.pairs.push_back({i, j, test::score_of(*model.evidence, i, j)});
  scored.rest_of_left.assign(left.size(), 0);
  scored.rest_of_right.assign(right.size(), 0);
  const IdentityPrior prior = flat_prior(left.size(), right.size());
  const GroupEvidence* groups = model.evidence->groups();
  const auto joint = infer_identity(scored, prior, parameters, {}, {}, {&groups, 1});
  const auto apart = infer_identity(scored, prior, parameters);
  EXPECT_EQ(joint.components.joint, 1U);
  const auto expected =
      dvi::joint_posterior(disaster(grave, MatchPopulation{parameters, {}}), 1).value();
  double error = 0, error_apart = 0;
  for (std::size_t p = 0; p < scored.pairs.size(); ++p) {
    const auto& [i, j, score] = scored.pairs[p];
    error = std::max(error, std::fabs(joint.posterior[p] - expected.pair[j][i]));
    error_apart = std::max(error_apart, std::fabs(apart.posterior[p] - expected.pair[j][i]));
  }
  for (RowId i = 0; i < left.size(); ++i)
    error = std::max(error, std::fabs(joint.left[i].none - expected.missing_is_nobody[i]));
  for (RowId j = 0; j < right.size(); ++j)
    error = std::max(error, std::fabs(joint.right[j].none - expected.victim_is_nobody[j]));
  EXPECT_LT(error, 1e-4);  // scores are rounded
  EXPECT_GT(error_apart, 0.02);
}

Calls mothers() {
  return {{"CSF1PO", {"10", "12"}},
          {"D13S317", {"9", "12"}},
          {"D16S539", {"11", "12"}},
          {"TPOX", {"8", "11"}}};
}

// The father gave both the same alleles; the third fits the mother alone.
std::vector<Calls> bodies() {
  return {{{"CSF1PO", {"10", "11"}},
           {"D13S317", {"9", "11"}},
           {"D16S539", {"11", "13"}},
           {"TPOX", {"8", "9"}}},
          {{"CSF1PO", {"11", "12"}},
           {"D13S317", {"8", "9"}},
           {"D16S539", {"12", "13"}},
           {"TPOX", {"9", "11"}}},
          {{"CSF1PO", {"12", "12"}},
           {"D13S317", {"12", "13"}},
           {"D16S539", {"9", "11"}},
           {"TPOX", {"8", "12"}}}};
}

TEST(JointGroups, OfTwoBrothersAreWhatADisasterSays) {
  Grave grave{test::made_up_family("F:1",
                                   {{{"father", "", "", Sex::male}, {}},
                                    {{"mother", "", "", Sex::female}, mothers()},
                                    {{"one", "father", "mother", Sex::male}, {}},
                                    {{"two", "father", "mother", Sex::male}, {}}},
                                   "one", "A:1"),
              bodies()};
  grave.family.missing.push_back({3, "A:2"});
  expect_the_disasters_posterior(grave);
}

// Either body can be the father of the one's child.
TEST(JointGroups, OfBrothersWhoAreHardToTellApartAreWhatADisasterSays) {
  Grave grave{test::made_up_family("F:1",
                                   {{{"father", "", "", Sex::male}, {}},
                                    {{"mother", "", "", Sex::female}, mothers()},
                                    {{"one", "father", "mother", Sex::male}, {}},
                                    {{"two", "father", "mother", Sex::male}, {}},
                                    {{"wife", "", "", Sex::female},
                                     {{"CSF1PO", {"10", "10"}}, {"TPOX", {"8", "8"}}}},
                                    {{"child", "one", "wife", Sex::female},
                                     {{"CSF1PO", {"10", "11"}}, {"TPOX", {"8", "9"}}}}},
                                   "one", "A:1"),
              bodies()};
  grave.family.missing.push_back({3, "A:2"});
  expect_the_disasters_posterior(grave);
}

// A man and his son are missing: the two bodies are tied to each other more than to anybody else.
TEST(JointGroups, OfAFatherAndHisSonAreWhatADisasterSays) {
  Grave grave{test::made_up_family("F:1",
                                   {{{"man", "grandfather", "grandmother", Sex::male}, {}},
                                    {{"grandfather", "", "", Sex::male}, {}},
                                    {{"grandmother", "", "", Sex::female}, mothers()},
                                    {{"son", "man", "", Sex::male}, {}}},
                                   "man", "A:1"),
              bodies()};
  grave.bodies[1] = {{"CSF1PO", {"11", "13"}},
                     {"D13S317", {"8", "9"}},
                     {"D16S539", {"8", "13"}},
                     {"TPOX", {"9", "12"}}};
  grave.family.missing.push_back({3, "A:2"});
  expect_the_disasters_posterior(grave);
}

}  // namespace
}  // namespace confronta

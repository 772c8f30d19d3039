// Disaster sets against another program's answers, and the joint posterior against the sum over all
// assignments.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>

#include "engine/dvi/family_likelihood.h"
#include "engine/dvi/joint.h"
#include "engine/dvi/pairwise.h"
#include "tests/engine/dvi/support/dvi_file.h"
#include "tests/support/source_path.h"

namespace confronta::dvi {
namespace {

using test::Json;

constexpr double threshold = 1e4;  // of the undisputed matches in the sets

// Relative error of a ratio, absolute error of a natural logarithm. The simulated sets state their
// frequencies in full, the others with ten digits.
constexpr double in_full = 1e-11;
constexpr double ten_digits = 1e-8;

void expect_ratios(const Problem& problem, const Json& expected, double tolerance) {
  const auto ratios = pairwise_ratios(problem).value();
  const auto counts = exclusions(problem).value();
  for (std::size_t row = 0; row < expected["pairwiseLR"]["rows"].size(); ++row)
    for (std::size_t column = 0; column < expected["pairwiseLR"]["cols"].size(); ++column) {
      const auto v = static_cast<std::size_t>(
          test::victim_number(problem, expected["pairwiseLR"]["rows"][row]));
      const auto m = static_cast<std::size_t>(
          test::missing_number(problem, expected["pairwiseLR"]["cols"][column]));
      const Json& ratio = expected["pairwiseLR"]["data"][row][column];
      ASSERT_EQ(ratios[v][m].has_value(), !ratio.is_null());
      if (ratio.is_null()) continue;
      EXPECT_NEAR(*ratios[v][m], ratio.get<double>(), tolerance * ratio.get<double>());
      EXPECT_EQ(*counts[v][m], expected["exclusionMatrix"]["data"][row][column].get<int>());
    }
}

void expect_undisputed(const Problem& problem, const Json& expected, double tolerance) {
  std::map<std::string, std::pair<std::string, double>> known;  // victim: missing, ratio
  std::map<std::string, std::string> steps;
  for (const Json& row : expected["findUndisputed"]) {
    if (row["Conclusion"] != "Undisputed") continue;
    known[row["Sample"]] = {row["Missing"], row["LR"]};
    steps[row["Sample"]] = row["Comment"];
  }
  const auto found = undisputed_matches(problem, threshold).value();
  ASSERT_EQ(found.size(), known.size());
  for (const Undisputed& match : found) {
    const std::string& victim =
        problem.victims[static_cast<std::size_t>(match.placement.victim)].id;
    EXPECT_EQ(problem.missing[static_cast<std::size_t>(match.placement.missing)].id,
              known[victim].first);
    EXPECT_NEAR(match.ratio, known[victim].second, tolerance * match.ratio);
    EXPECT_EQ("Step " + std::to_string(match.step), steps[victim]);
  }
}

void expect_joint(const Problem& problem, const Json& expected, double tolerance) {
  const auto joint = joint_posterior(problem, 100).value();
  std::map<std::vector<int>, double> listed;
  for (const Assignment& assignment : joint.best)
    listed[assignment.missing] = assignment.log_likelihood;
  for (const Json& row : expected["top"]) {
    std::vector<int> assignment;
    for (const Victim& victim : problem.victims)
      assignment.push_back(test::missing_number(problem, row[victim.id]));
    if (row["loglik"].is_string()) {
      EXPECT_EQ(listed.count(assignment), 0U);
      continue;
    }
    // what is level with the last of a hundred may be left off the list
    if (listed.count(assignment) == 0) {
      EXPECT_NEAR(row["loglik"].get<double>(), joint.best.back().log_likelihood, tolerance);
      continue;
    }
    EXPECT_NEAR(listed[assignment], row["loglik"].get<double>(), tolerance);
  }
  if (!expected.contains("loglik_sum_logsumexp")) return;
  EXPECT_NEAR(joint.log_evidence, expected["loglik_sum_logsumexp"].get<double>(), tolerance);
}

void expect_set(const std::filesystem::path& folder, double tolerance) {
  SCOPED_TRACE(folder);
  const Problem problem = test::read_problem(folder / "input.json");
  const Json expected = genetics::test::read_json(folder / "expected.json");
  if (const auto possible = pairwise_ratios(problem); !possible.ok()) {
    EXPECT_EQ(possible.error().code, "dvi.family_impossible");
    return;
  }
  expect_ratios(problem, expected, tolerance);
  if (expected.contains("findUndisputed") && expected["findUndisputed"].is_array())
    expect_undisputed(problem, expected, tolerance);
  if (expected.contains("dviJoint") && expected["dviJoint"].contains("top"))
    expect_joint(problem, expected["dviJoint"], tolerance);
}

TEST(DviSets, Agree) {
  for (const char* name : {"a_three_families", "h_unknown_sex"})
    expect_set(std::filesystem::path(confronta::test::source_path("tests/engine/dvi/sets")) / name,
               in_full);
}

TEST(DviSets, OfOthersAgreeToo) {
  const std::filesystem::path shared = confronta::test::source_path("../shared/cases");
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "the shared cases are not here";
  for (const auto& [kind, tolerance] :
       {std::pair{"dvi_sim", in_full}, std::pair{"dvi", ten_digits}})
    for (const auto& entry : std::filesystem::directory_iterator(shared / kind))
      if (entry.is_directory()) expect_set(entry.path(), tolerance);
}

// --- by going through all assignments
// -------------------------------------------------------------

// Every way to say of each victim who it is, with the likelihood of each.
void enumerate(const Problem& problem, std::size_t victim, std::vector<int>& chosen,
               const std::function<void()>& visit) {
  if (victim == problem.victims.size()) return visit();
  chosen.push_back(nobody);
  enumerate(problem, victim + 1, chosen, visit);
  chosen.pop_back();
  for (const int missing : problem.candidates[victim]) {
    if (std::find(chosen.begin(), chosen.end(), missing) != chosen.end()) continue;
    chosen.push_back(missing);
    enumerate(problem, victim + 1, chosen, visit);
    chosen.pop_back();
  }
}

TEST(JointPosterior, EqualsTheSumOverAllAssignments) {
  const std::filesystem::path sets = confronta::test::source_path("tests/engine/dvi/sets");
  for (const char* name : {"a_three_families", "h_unknown_sex"}) {
    const Problem problem = test::read_problem(sets / name / "input.json");
    std::vector<FamilyLikelihood> families;
    for (std::size_t f = 0; f < problem.families.size(); ++f)
      families.emplace_back(problem, static_cast<int>(f), true);
    double total = 0;
    std::vector<std::vector<double>> pair(problem.victims.size(),
                                          std::vector<double>(problem.missing.size()));
    std::vector<double> no_victim(problem.victims.size()), no_missing(problem.missing.size());
    std::vector<int> chosen;
    enumerate(problem, 0, chosen, [&] {
      double ratio = 1;
      for (std::size_t f = 0; f < families.size(); ++f) {
        std::vector<Placement> placements;
        for (std::size_t v = 0; v < chosen.size(); ++v)
          if (chosen[v] != nobody &&
              problem.missing[static_cast<std::size_t>(chosen[v])].family == static_cast<int>(f))
            placements.push_back({static_cast<int>(v), chosen[v]});
        ratio *= families[f].ratio(placements).value().value();
      }
      total += ratio;
      for (std::size_t v = 0; v < chosen.size(); ++v)
        (chosen[v] == nobody ? no_victim[v] : pair[v][static_cast<std::size_t>(chosen[v])]) +=
            ratio;
      for (std::size_t m = 0; m < no_missing.size(); ++m)
        if (std::find(chosen.begin(), chosen.end(), static_cast<int>(m)) == chosen.end())
          no_missing[m] += ratio;
    });
    const auto joint = joint_posterior(problem, 3).value();
    EXPECT_NEAR(joint.log_evidence - joint.log_likelihood_of_nobody, std::log(total), 1e-10);
    for (std::size_t v = 0; v < problem.victims.size(); ++v) {
      EXPECT_NEAR(joint.victim_is_nobody[v], no_victim[v] / total, 1e-12);
      for (std::size_t m = 0; m < problem.missing.size(); ++m)
        EXPECT_NEAR(joint.pair[v][m], pair[v][m] / total, 1e-12);
    }
    for (std::size_t m = 0; m < problem.missing.size(); ++m)
      EXPECT_NEAR(joint.missing_is_nobody[m], no_missing[m] / total, 1e-12);
    ASSERT_EQ(joint.best.size(), 3U);
    EXPECT_GE(joint.best[0].posterior, joint.best[1].posterior);
  }
}

TEST(JointPosterior, OfNobodyAtAllIsCertain) {
  const auto joint = joint_posterior({}, 10).value();
  ASSERT_EQ(joint.best.size(), 1U);
  EXPECT_EQ(joint.best[0].posterior, 1);
}

TEST(JointPosterior, NamesAFamilyThatIsImpossibleInItself) {
  Problem problem;
  problem.markers.push_back(
      {genetics::Locus::make("L1", {{"8", 0.5}, {"9", 0.5}}).value(), std::nullopt});
  const std::vector<genetics::PedigreeRow> rows{{"f", "", "", genetics::Sex::male},
                                                {"c", "f", "", genetics::Sex::male}};
  problem.families.push_back(
      {"F1",
       genetics::Pedigree::make(rows).value(),
       {{{0, genetics::GenotypeCall{0, 0}}, {1, genetics::GenotypeCall{1, 1}}}}});
  const auto joint = joint_posterior(problem, 10);
  ASSERT_FALSE(joint.ok());
  EXPECT_EQ(joint.error().code, "dvi.family_impossible");
  EXPECT_EQ(joint.error().arguments, (std::vector<std::string>{"F1", "L1"}));
}

}  // namespace
}  // namespace confronta::dvi

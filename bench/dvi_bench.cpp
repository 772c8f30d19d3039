// The joint posterior of a grave: eight victims, one family with eight missing, 52,564 assignments.

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "bench/support/dna.h"
#include "engine/dvi/family_likelihood.h"
#include "engine/dvi/joint.h"

namespace confronta::bench {
namespace {

using namespace genetics;  // NOLINT(*-using-namespace)

// Three generations of a village's family. Five women and three men are missing, of whom the
// grandmother's line, a son-in-law and three cousins gave samples.
const std::vector<PedigreeRow> rows{
    {"grandfather", "", "", Sex::male},
    {"grandmother", "", "", Sex::female},
    {"aunt", "grandfather", "grandmother", Sex::female},
    {"missing1", "grandfather", "grandmother", Sex::female},
    {"missing2", "grandfather", "grandmother", Sex::male},
    {"son", "grandfather", "grandmother", Sex::male},
    {"husband", "", "", Sex::male},
    {"missing3", "husband", "missing1", Sex::female},
    {"missing4", "husband", "missing1", Sex::male},
    {"wife", "", "", Sex::female},
    {"missing5", "son", "wife", Sex::female},
    {"missing6", "son", "wife", Sex::female},
    {"cousin1", "son", "wife", Sex::male},
    {"other", "", "", Sex::female},
    {"missing7", "missing2", "other", Sex::female},
    {"missing8", "missing2", "other", Sex::male},
    {"cousin2", "missing2", "other", Sex::female},
};
const std::vector<std::string> typed{"aunt", "husband", "wife", "cousin1", "cousin2"};
constexpr double assignments = 1546 * 34;  // of five women and of three men, in part or all

// Victim k is missing person k, but for the last woman and the last man, who are nobody.
dvi::Problem grave(const Panel& panel) {
  dvi::Problem problem;
  for (const Locus& locus : panel.loci) problem.markers.push_back({locus, std::nullopt});
  const Pedigree pedigree = family(rows);
  world::Random random(4);
  const Genotypes genotypes = inherit(pedigree, panel, random);
  const Genotypes strangers = inherit(pedigree, panel, random);
  problem.families.push_back({"F", pedigree, {}});
  for (std::size_t at = 0; at < panel.loci.size(); ++at) {
    std::vector<Observation> observations;
    for (const std::string& id : typed) {
      const int person = *pedigree.find(id);
      observations.push_back({person, genotypes[static_cast<std::size_t>(person)][at]});
    }
    problem.families[0].observations.push_back(observations);
  }
  std::vector<Sex> sexes;
  for (int k = 1; k <= 8; ++k) {
    const int person = *pedigree.find("missing" + std::to_string(k));
    problem.missing.push_back({pedigree[person].id, 0, person});
    sexes.push_back(pedigree[person].sex);
    const auto& own = (k < 7 ? genotypes : strangers)[static_cast<std::size_t>(person)];
    problem.victims.push_back({"V" + std::to_string(k), {own.begin(), own.end()}});
  }
  for (const Sex sex : sexes) {
    problem.candidates.emplace_back();
    for (int m = 0; m < 8; ++m)
      if (sexes[static_cast<std::size_t>(m)] == sex) problem.candidates.back().push_back(m);
  }
  return problem;
}

// The truth comes first; the posteriors of what is listed, which is all, sum to 1; and each of the
// first has the likelihood that the family gives it by itself.
const char* mistake(const dvi::Problem& problem, const dvi::JointPosterior& joint) {
  if (joint.best.front().missing != std::vector<int>{0, 1, 2, 3, 4, 5, dvi::nobody, dvi::nobody})
    return "the truth is not the most probable assignment";
  double sum = 0;
  for (const auto& assignment : joint.best) sum += assignment.posterior;
  if (!(std::abs(sum - 1) < 1e-9)) return "the posteriors do not sum to 1";
  dvi::FamilyLikelihood likelihood(problem, 0, false);
  for (std::size_t k = 0; k < joint.best.size() && k < 20; ++k) {
    std::vector<dvi::Placement> placements;
    for (std::size_t v = 0; v < 8; ++v)
      if (const int m = joint.best[k].missing[v]; m != dvi::nobody)
        placements.push_back({static_cast<int>(v), m});
    const double expected = likelihood.ratio(placements).value().log();
    if (!(std::abs(joint.best[k].log_likelihood - joint.log_likelihood_of_nobody - expected) <
          1e-9))
      return "an assignment has another likelihood";
  }
  return nullptr;
}

void joint_posterior_of_a_grave(benchmark::State& state) {
  const dvi::Problem problem = grave(made_up_panel(1));
  for (auto _ : state) {
    const auto joint = dvi::joint_posterior(problem, static_cast<std::size_t>(assignments)).value();
    state.counters["possible"] = static_cast<double>(joint.best.size());
    state.PauseTiming();
    if (const char* what = mistake(problem, joint)) state.SkipWithError(what);
    state.ResumeTiming();
  }
}
BENCHMARK(joint_posterior_of_a_grave)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confronta::bench

// DNA: profiles of remains that one family is held against in a second, by class codes, by table
// look-ups in doubles and by the pedigree's likelihood itself; and what a family costs beforehand.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "bench/support/dna.h"
#include "models/stats/genetics/family_scan.h"
#include "models/stats/portable_math.h"

namespace confronta::bench {
namespace {

using namespace genetics;  // NOLINT(*-using-namespace)

constexpr std::size_t remains = 1 << 17;  // a country's
constexpr int mother = 1, missing = 2, brother = 3;
const Population population{0.01, {}};

using Profile = std::vector<std::optional<Call>>;

// One in ten is degraded: drop-out everywhere, some loci lost; one in ten has partial calls.
Profile made_up_profile(const Panel& panel, const Pedigree& alone, world::Random& random) {
  const Genotypes genotypes = inherit(alone, panel, random);
  const double kind = random.uniform();
  Profile profile;
  for (const GenotypeCall& genotype : genotypes[0]) {
    if (kind < 0.1) {
      DetectedAlleles seen{{}, 0.1, 0.05};
      if (!random.chance(0.1)) seen.alleles.push_back(genotype.first);
      if (!random.chance(0.1) && genotype.second != genotype.first)
        seen.alleles.push_back(genotype.second);
      profile.push_back(random.chance(0.2) ? std::nullopt : std::optional<Call>(seen));
    } else if (kind < 0.2 && random.chance(0.3)) {
      profile.push_back(GenotypeCall{genotype.first, not_called});
    } else {
      profile.push_back(genotype);
    }
  }
  return profile;
}

// A missing man of whom the mother and a brother gave samples; 23 stepwise loci, theta .01.
struct Sample {
  Panel panel = made_up_panel(1);
  Pedigree pedigree = family({{"father", "", "", Sex::male},
                              {"mother", "", "", Sex::female},
                              {"missing", "father", "mother", Sex::male},
                              {"brother", "father", "mother", Sex::male}});
  Genotypes genotypes;
  std::vector<Profile> profiles;
  std::optional<ProfileClasses> classes;
  std::vector<FamilyTable> tables;

  Sample() {
    world::Random random(2);
    genotypes = inherit(pedigree, panel, random);
    std::vector<const Locus*> loci;
    for (const Locus& locus : panel.loci) loci.push_back(&locus);
    classes = ProfileClasses::make(loci).value();
    const Pedigree alone = family({{"remains", "", "", Sex::male}});
    const auto& own = genotypes[missing];
    profiles.emplace_back(own.begin(), own.end());
    while (profiles.size() < remains) profiles.push_back(made_up_profile(panel, alone, random));
    for (const Profile& profile : profiles) classes->add(profile).value();
    tables = make_tables();
  }

  LocusEvidence evidence(std::size_t at) const {
    return evidence_of(panel, at, true, genotypes, {mother, brother});
  }
  std::vector<FamilyTable> make_tables() const {
    std::vector<FamilyTable> made;
    for (std::size_t at = 0; at < panel.loci.size(); ++at)
      made.push_back(FamilyTable::make(pedigree, evidence(at), missing, population).value());
    return made;
  }
};

const Sample& sample() {
  static const Sample made;
  return made;
}

bool is_full(const std::optional<Call>& call) {
  const auto* exact = call ? std::get_if<GenotypeCall>(&*call) : nullptr;
  return exact && exact->second != not_called;
}

// By look-up where one genotype is meant, else by the sum.
double log10_by_table(const Sample& s, const Profile& profile) {
  double ratio = 1;
  for (std::size_t at = 0; at < s.tables.size(); ++at) {
    if (!profile[at]) continue;
    if (is_full(profile[at])) {
      const auto& genotype = std::get<GenotypeCall>(*profile[at]);
      const auto [low, high] = std::minmax(genotype.first, genotype.second);
      ratio *= s.tables[at].ratios()[genotype_index(low, high)];
    } else {
      ratio *= s.tables[at].likelihood_ratio(*profile[at]).value();
    }
  }
  return portable_log10(ratio);
}

double log10_by_pedigree(const Sample& s, const Profile& profile) {
  const Pedigree beside = s.pedigree.with_unrelated(Sex::male);
  double sum = 0;
  for (std::size_t at = 0; at < s.tables.size(); ++at) {
    if (!profile[at]) continue;
    LocusEvidence related = s.evidence(at), unrelated = s.evidence(at);
    related.observations.push_back({missing, *profile[at]});
    unrelated.observations.push_back({s.pedigree.size(), *profile[at]});
    const auto h1 = pedigree_likelihood(s.pedigree, related, population).value();
    const auto h2 = pedigree_likelihood(beside, unrelated, population).value();
    sum += portable_log10((h1 / h2).value());
  }
  return sum;
}

// Half a unit of Score a locus.
bool equal_but_for_rounding(Score total, double log10_lr) {
  return std::abs(total.log10() - log10_lr) * Score::units_per_ban < 12;
}

void scan_by_class(benchmark::State& state) {
  const Sample& s = sample();
  const auto scan = FamilyScan::make(*s.classes, s.tables).value();
  std::vector<Score> totals(scan.size());
  for (auto _ : state) {
    scan.totals(0, totals);
    benchmark::DoNotOptimize(totals.data());
    benchmark::ClobberMemory();
  }
  for (std::size_t r = 0; r < remains; ++r)
    if (!equal_but_for_rounding(totals[r], log10_by_table(s, s.profiles[r])))
      state.SkipWithError("the scan differs from the tables");
  for (std::size_t r = 0; r < remains; r += remains / 16)
    if (!equal_but_for_rounding(totals[r], log10_by_pedigree(s, s.profiles[r])))
      state.SkipWithError("the scan differs from the pedigree's likelihood");
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(remains));
}
BENCHMARK(scan_by_class);

// Full profiles only: a look-up a locus and no sums.
void baseline_table_in_doubles(benchmark::State& state) {
  const Sample& s = sample();
  std::vector<const Profile*> full;
  for (const Profile& profile : s.profiles)
    if (std::all_of(profile.begin(), profile.end(), is_full)) full.push_back(&profile);
  for (auto _ : state) {
    double sum = 0;
    for (const Profile* profile : full) sum += log10_by_table(s, *profile);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(full.size()));
}
BENCHMARK(baseline_table_in_doubles)->Unit(benchmark::kMillisecond);

void baseline_pedigree_likelihood(benchmark::State& state) {
  const Sample& s = sample();
  std::size_t r = 0;
  for (auto _ : state) benchmark::DoNotOptimize(log10_by_pedigree(s, s.profiles[r++ % remains]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(baseline_pedigree_likelihood)->Unit(benchmark::kMillisecond);

// The 23 tables of a family.
void family_tables(benchmark::State& state) {
  const Sample& s = sample();
  for (auto _ : state) {
    const auto made = s.make_tables();
    if (made.back().ratios().back() != s.tables.back().ratios().back())
      state.SkipWithError("two tables of one family differ");
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(s.tables.size()));
}
BENCHMARK(family_tables)->Unit(benchmark::kMillisecond);

// What the family says of every class, from its tables.
void family_scores(benchmark::State& state) {
  const Sample& s = sample();
  std::int64_t classes = 0;
  for (auto _ : state) {
    const auto scan = FamilyScan::make(*s.classes, s.tables).value();
    for (std::size_t at = 0; at < s.classes->loci(); ++at)
      classes += static_cast<std::int64_t>(s.classes->calls(at).size());
    Score own;
    scan.totals(0, {&own, 1});
    if (!equal_but_for_rounding(own, log10_by_table(s, s.profiles[0])))
      state.SkipWithError("the scan differs from the tables");
  }
  state.SetItemsProcessed(classes);
}
BENCHMARK(family_scores)->Unit(benchmark::kMillisecond);

// One LR of 23 stepwise loci: is it the nephew of the typed uncle?
void uncle_of_23_stepwise_loci(benchmark::State& state) {
  const Panel panel = made_up_panel(1);
  const Pedigree pedigree = family({{"grandfather", "", "", Sex::male},
                                    {"grandmother", "", "", Sex::female},
                                    {"uncle", "grandfather", "grandmother", Sex::male},
                                    {"father", "grandfather", "grandmother", Sex::male},
                                    {"mother", "", "", Sex::female},
                                    {"nephew", "father", "mother", Sex::male}});
  constexpr int uncle = 2, nephew = 5;
  world::Random random(3);
  const Genotypes genotypes = inherit(pedigree, panel, random);
  const Pedigree beside = pedigree.with_unrelated(Sex::male);
  double log10_lr = 0;
  for (auto _ : state) {
    log10_lr = 0;
    for (std::size_t at = 0; at < panel.loci.size(); ++at) {
      const auto related = evidence_of(panel, at, true, genotypes, {uncle, nephew});
      LocusEvidence unrelated = evidence_of(panel, at, true, genotypes, {uncle});
      unrelated.observations.push_back({pedigree.size(), genotypes[nephew][at]});
      log10_lr += portable_log10((pedigree_likelihood(pedigree, related).value() /
                                  pedigree_likelihood(beside, unrelated).value())
                                     .value());
    }
  }
  double by_table = 0;
  for (std::size_t at = 0; at < panel.loci.size(); ++at) {
    const auto table =
        FamilyTable::make(pedigree, evidence_of(panel, at, true, genotypes, {uncle}), nephew);
    by_table += portable_log10(table.value().likelihood_ratio(genotypes[nephew][at]).value());
  }
  if (!(std::abs(by_table - log10_lr) < 1e-10)) state.SkipWithError("the table says another LR");
  state.counters["log10_lr"] = log10_lr;
}
BENCHMARK(uncle_of_23_stepwise_loci)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confronta::bench

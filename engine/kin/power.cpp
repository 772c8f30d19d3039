#include "engine/kin/power.h"

#include <algorithm>
#include <cmath>

#include "engine/kin/relation_word.h"
#include "engine/score/totals.h"
#include "models/evidence/dna/family_case.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using genetics::FamilyTable;
using genetics::GenotypeCall;
using genetics::LocusEvidence;
using genetics::Pedigree;
using genetics::PedigreeRow;
using genetics::Sex;

// A full profile that only mutation allows counts as this much against, never as minus infinity.
constexpr double least_bans = -12;

class SplitMix64 {
 public:
  explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
  /// In [0, 1).
  double uniform() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) / 9007199254740992.0;
  }

 private:
  std::uint64_t state_;
};

/// What one locus can give: LRs with their chances, cumulated, under both propositions.
struct LocusSpread {
  std::vector<double> log10_lr, related, unrelated;

  void add(const FamilyTable& table, double weight) {
    double n = 0, d = 0;
    for (const double one : table.related()) n += one;
    for (const double one : table.unrelated()) d += one;
    for (std::size_t g = 0; g < table.ratios().size(); ++g) {
      const double ratio = table.ratios()[g];
      log10_lr.push_back(ratio > 0 ? std::max(portable_log10(ratio), least_bans) : least_bans);
      related.push_back((related.empty() ? 0 : related.back()) + weight * table.related()[g] / n);
      unrelated.push_back((unrelated.empty() ? 0 : unrelated.back()) +
                          weight * table.unrelated()[g] / d);
    }
  }
  double draw(const std::vector<double>& cumulated, double uniform) const {
    const auto at = std::upper_bound(cumulated.begin(), cumulated.end(), uniform);
    const auto place = std::min<std::ptrdiff_t>(at - cumulated.begin(),
                                                static_cast<std::ptrdiff_t>(log10_lr.size()) - 1);
    return log10_lr[static_cast<std::size_t>(place)];
  }
};

LrSpread spread_of(const std::vector<LocusSpread>& loci, bool related,
                   const PowerOptions& options) {
  LrSpread spread;
  if (loci.empty() || options.simulations == 0) return spread;
  SplitMix64 random{options.seed * 2 + (related ? 1 : 0)};
  std::vector<double> totals;
  for (std::uint32_t s = 0; s < options.simulations; ++s) {
    double total = 0;
    for (const LocusSpread& locus : loci)
      total += locus.draw(related ? locus.related : locus.unrelated, random.uniform());
    totals.push_back(total);
    spread.mean += total;
    spread.over += total >= options.threshold_log10;
  }
  const auto count = static_cast<double>(totals.size());
  spread.mean /= count;
  spread.over /= count;
  std::sort(totals.begin(), totals.end());
  const auto at = [&](double p) { return totals[static_cast<std::size_t>(p * (count - 1))]; };
  spread.low = at(0.05);
  spread.median = at(0.5);
  spread.high = at(0.95);
  return spread;
}

/// A locus with what is known there.
struct Known {
  MatchLocus ladder;
  std::vector<genetics::Observation> observed;
  LocusEvidence evidence() const { return {&ladder.locus, &ladder.mutation, observed}; }
};

/// The pedigree with somebody more, and who that is.
struct Asked {
  Pedigree pedigree;
  int person;
  std::string name;
};

class Asker {
 public:
  Asker(const genetics::Family& family, int missing) : family_(family), missing_(missing) {
    for (int p = 0; p < pedigree().size(); ++p) {
      const auto name = [&](int parent) {
        return parent == genetics::no_parent ? "" : pedigree()[parent].id;
      };
      rows_.push_back({pedigree()[p].id, name(pedigree()[p].father), name(pedigree()[p].mother),
                       pedigree()[p].sex});
    }
  }

  /// The listed without a sample, then those whom a pedigree need not list.
  std::vector<Asked> everybody(const FamilyCase& known) const {
    std::vector<Asked> asked;
    for (int p = 0; p < pedigree().size(); ++p)
      if (p != missing_ && !family_.is_missing(p) &&
          known.typings()[static_cast<std::size_t>(p)].profile.loci.empty())
        asked.push_back({pedigree(), p, pedigree()[p].id});
    const genetics::Person& own = pedigree()[missing_];
    if (own.father == genetics::no_parent) asked.push_back(with_parents(true));
    if (own.mother == genetics::no_parent) asked.push_back(with_parents(false));
    asked.push_back(with_sibling());
    asked.push_back(with_child());
    return asked;
  }

 private:
  const Pedigree& pedigree() const { return family_.pedigree; }
  PedigreeRow& own(std::vector<PedigreeRow>& rows) const {
    return rows[static_cast<std::size_t>(missing_)];
  }
  // No name of a pedigree begins with a tab.
  std::vector<PedigreeRow> both_parents() const {
    std::vector<PedigreeRow> rows = rows_;
    if (own(rows).father.empty()) {
      own(rows).father = "\tf";
      rows.push_back({"\tf", "", "", Sex::male});
    }
    if (own(rows).mother.empty()) {
      own(rows).mother = "\tm";
      rows.push_back({"\tm", "", "", Sex::female});
    }
    return rows;
  }
  static Asked made(const std::vector<PedigreeRow>& rows, std::string_view name) {
    Pedigree pedigree = Pedigree::make(rows).value();
    const int person = *pedigree.find(name);
    return {std::move(pedigree), person, ""};
  }
  Asked with_parents(bool father) const { return made(both_parents(), father ? "\tf" : "\tm"); }
  Asked with_sibling() const {
    std::vector<PedigreeRow> rows = both_parents();
    rows.push_back({"\ts", own(rows).father, own(rows).mother, Sex::unknown});
    return made(rows, "\ts");
  }
  Asked with_child() const {
    std::vector<PedigreeRow> rows = rows_;
    const bool mother = pedigree()[missing_].sex == Sex::female;
    rows.push_back({"\tp", "", "", mother ? Sex::male : Sex::female});
    const std::string missing = own(rows).id;
    rows.push_back({"\tc", mother ? "\tp" : missing, mother ? missing : "\tp", Sex::unknown});
    return made(rows, "\tc");
  }

  const genetics::Family& family_;
  int missing_;
  std::vector<PedigreeRow> rows_;
};

/// The genotypes that a person may have, evenly spread over their probabilities.
std::vector<GenotypeCall> tried(const genetics::GenotypeLikelihoods& likelihoods) {
  genetics::ScaledNumber total;
  for (const auto& value : likelihoods.value) total += value;
  std::vector<GenotypeCall> genotypes;
  if (total.is_zero()) return genotypes;
  double passed = 0;
  std::size_t g = 0;
  for (int y = 0; y < likelihoods.alleles; ++y)
    for (int x = 0; x <= y; ++x, ++g) {
      passed += (likelihoods.value[g] / total).value();
      while (static_cast<int>(genotypes.size()) < genotypes_tried &&
             passed > (static_cast<double>(genotypes.size()) + 0.5) / genotypes_tried)
        genotypes.push_back({x, y});
    }
  return genotypes;
}

std::vector<LocusSpread> spreads(const Pedigree& pedigree, int missing,
                                 const std::vector<Known>& loci) {
  std::vector<LocusSpread> spreads;
  for (const Known& locus : loci)
    if (const auto table = FamilyTable::make(pedigree, locus.evidence(), missing); table.ok())
      spreads.emplace_back().add(table.value(), 1);
  return spreads;
}

std::vector<LocusSpread> spreads_with(const Asked& asked, int missing,
                                      const std::vector<Known>& loci) {
  std::vector<LocusSpread> spreads;
  for (const Known& locus : loci) {
    const auto likelihoods = genotype_likelihoods(asked.pedigree, locus.evidence(), asked.person);
    if (!likelihoods) continue;
    LocusSpread spread;
    for (const GenotypeCall& genotype : tried(likelihoods.value())) {
      LocusEvidence evidence = locus.evidence();
      evidence.observations.push_back({asked.person, genotype});
      if (const auto table = FamilyTable::make(asked.pedigree, evidence, missing); table.ok())
        spread.add(table.value(), 1.0 / genotypes_tried);
    }
    if (!spread.log10_lr.empty()) spreads.push_back(std::move(spread));
  }
  return spreads;
}

std::vector<Known> known_loci(const FamilyCase& family, const MatchPopulation& population) {
  std::vector<Known> loci;
  for (const CaseLocus& locus : family.loci())
    if (!population.on_x(locus.ladder.locus.name())) loci.push_back({locus.ladder, locus.observed});
  if (!loci.empty()) return loci;
  for (const std::string& name : population.loci()) {
    if (population.on_x(name)) continue;
    if (auto ladder = population.locus(name, {}); ladder.ok())
      loci.push_back({std::move(ladder).value(), {}});
  }
  return loci;
}

FamilyPower power_of_one(const genetics::FamilyPlace& place, const std::string& report,
                         const MatchPopulation& population, const Parameters& parameters,
                         const PowerOptions& options) {
  FamilyCase family{place, population, genetics::DropoutModel{parameters}, parameters};
  family.gather();
  const std::vector<Known> loci = known_loci(family, population);
  FamilyPower power;
  power.family = place.family->id;
  power.person = place.family->pedigree[place.person].id;
  power.report = report;
  power.typed = family.typed_people();
  power.loci = static_cast<std::size_t>(std::count_if(
      loci.begin(), loci.end(), [](const Known& one) { return !one.observed.empty(); }));
  if (power.typed > 0) {
    const auto now = spreads(place.family->pedigree, place.person, loci);
    power.related = spread_of(now, true, options);
    power.unrelated = spread_of(now, false, options);
  }
  for (const Asked& asked : Asker{*place.family, place.person}.everybody(family)) {
    NextSample next;
    next.person = asked.name;
    next.relation = relation_word(asked.pedigree, place.person, asked.person);
    if (next.relation == "partner") continue;  // says nothing without a child
    next.related = spread_of(spreads_with(asked, place.person, loci), true, options);
    power.next.push_back(std::move(next));
  }
  std::stable_sort(power.next.begin(), power.next.end(),
                   [](const NextSample& a, const NextSample& b) {
                     if (a.related.over != b.related.over) return a.related.over > b.related.over;
                     return a.related.mean > b.related.mean;
                   });
  return power;
}

}  // namespace

std::vector<FamilyPower> power_of(const std::vector<const genetics::Family*>& families,
                                  const Parameters& parameters, const ReferenceSet& reference,
                                  const PowerOptions& options, Progress& progress) {
  const MatchPopulation population{parameters, reference};
  std::vector<std::pair<genetics::FamilyPlace, std::string>> asked;
  for (const genetics::Family* family : families)
    for (const genetics::Family::Missing& missing : family->missing)
      asked.push_back({{family, missing.person}, missing.report});
  std::vector<FamilyPower> powers(asked.size());
  progress.stage("power.families", asked.size());
  const auto count = static_cast<std::int64_t>(asked.size());
  std::uint64_t done = 0;
#pragma omp parallel for num_threads(thread_count(options.threads)) schedule(dynamic, 1)
  for (std::int64_t i = 0; i < count; ++i) {
    const auto& [place, report] = asked[static_cast<std::size_t>(i)];
    powers[static_cast<std::size_t>(i)] =
        power_of_one(place, report, population, parameters, options);
#pragma omp critical(confronta_power_progress)
    progress.done(++done);
  }
  return powers;
}

}  // namespace confronta

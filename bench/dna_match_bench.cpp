// DNA in a match: what a family costs before it can be compared, by who gave samples, and how many
// pairs of reports and remains the kinship model then weighs in a second, families included.

#include <benchmark/benchmark.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bench/world/random.h"
#include "models/evidence/dna/family_case.h"
#include "models/registry.h"
#include "models/stats/portable_math.h"

namespace confronta::bench {
namespace {

using namespace genetics;  // NOLINT(*-using-namespace)

constexpr std::size_t families_made = 60, remains_made = 3000;

struct Shape {
  const char* name;
  std::vector<PedigreeRow> rows;
  std::vector<std::string> typed;
};

const std::vector<Shape>& shapes() {
  static const std::vector<PedigreeRow> home{{"f", "", "", Sex::male},
                                             {"m", "", "", Sex::female},
                                             {"x", "f", "m", Sex::male},
                                             {"y", "f", "m", Sex::male},
                                             {"z", "f", "m", Sex::female}};
  static const std::vector<PedigreeRow> uncle{
      {"a", "", "", Sex::male},   {"b", "", "", Sex::female}, {"f", "a", "b", Sex::male},
      {"u", "a", "b", Sex::male}, {"m", "", "", Sex::female}, {"x", "f", "m", Sex::male}};
  static const std::vector<Shape> all{{"mother", home, {"m"}},
                                      {"parents", home, {"f", "m"}},
                                      {"mother and brother", home, {"m", "y"}},
                                      {"two siblings", home, {"y", "z"}},
                                      {"uncle", uncle, {"u"}}};
  return all;
}

using Genotype = std::pair<std::string, std::string>;

std::string drawn(const LocusCounts& counts, world::Random& random) {
  double left = random.uniform() * counts.chromosomes;
  for (const LocusCounts::Allele& allele : counts.alleles)
    if ((left -= allele.copies) < 0) return std::string{allele.name};
  return std::string{counts.alleles.back().name};
}

std::string passed_on(const Genotype& parent, world::Random& random) {
  return random.chance(0.5) ? parent.first : parent.second;
}

/// Profiles of everybody, inherited without mutation, with frequencies of the table of a match.
std::vector<DnaProfile> inherit(const Pedigree& pedigree, world::Random& random) {
  const AlleleTable& table = allele_tables().front();
  std::vector<DnaProfile> profiles(static_cast<std::size_t>(pedigree.size()));
  for (const std::string_view name : loci_of(table)) {
    const LocusCounts counts = counts_of(table, name).value();
    std::vector<Genotype> genotypes(profiles.size());
    for (const int p : pedigree.parents_first()) {
      const auto at = [&](int person) { return genotypes[static_cast<std::size_t>(person)]; };
      const Person& one = pedigree[p];
      Genotype& own = genotypes[static_cast<std::size_t>(p)];
      own.first = one.father < 0 ? drawn(counts, random) : passed_on(at(one.father), random);
      own.second = one.mother < 0 ? drawn(counts, random) : passed_on(at(one.mother), random);
      profiles[static_cast<std::size_t>(p)].loci.push_back(
          {std::string{name}, {own.first, own.second}, {}});
    }
  }
  return profiles;
}

struct Sample {
  std::vector<Family> list;
  std::vector<TraitTable::Row> reports, remains;
};

TraitTable::Row row(std::string id, SubjectKind kind, std::optional<DnaProfile> profile) {
  TraitTable::Row made{std::move(id), kind, {}, {}};
  if (!profile) return made;
  confronta::Observation observation;
  observation.trait = Trait::genotypes;
  observation.value = std::move(*profile);
  made.observations.push_back(std::move(observation));
  return made;
}

/// Families of one shape, the remains of each missing person first and then strangers'.
Sample sample_of(const Shape& shape) {
  world::Random random(11);
  Sample sample;
  const Pedigree pedigree = Pedigree::make(shape.rows).value();
  const int missing = pedigree.find("x").value();
  for (std::size_t f = 0; f < families_made; ++f) {
    const std::string number = std::to_string(10000 + f);
    const auto profiles = inherit(pedigree, random);
    Family family{"F:" + number, pedigree, {}, {{missing, "A:" + number}}};
    for (int p = 0; p < pedigree.size(); ++p) {
      FamilyMember member{pedigree[p].id, pedigree[p].id, {}, {}, {}};
      for (const std::string& typed : shape.typed)
        if (typed == pedigree[p].id)
          member.genotypes.push_back(profiles[static_cast<std::size_t>(p)]);
      family.members.push_back(std::move(member));
    }
    sample.list.push_back(std::move(family));
    sample.reports.push_back(row("A:" + number, SubjectKind::report, std::nullopt));
    sample.remains.push_back(
        row("B:" + number, SubjectKind::remains, profiles[static_cast<std::size_t>(missing)]));
  }
  const std::vector<PedigreeRow> nobody{{"x", "", "", Sex::male}};
  const Pedigree alone = Pedigree::make(nobody).value();
  while (sample.remains.size() < remains_made)
    sample.remains.push_back(row("B:" + std::to_string(10000 + sample.remains.size()),
                                 SubjectKind::remains, inherit(alone, random).front()));
  return sample;
}

/// log10 of the sum over the pedigree as stated and the others, locus by locus from the tables.
double by_tables(const FamilyCase& family, const DnaProfile& profile,
                 const genetics::SampleErrors& errors) {
  std::vector<Score> each;
  for (std::size_t h = 0; h < family.hypotheses(); ++h) {
    double log10_lr = 0;
    for (const CaseLocus& locus : family.loci())
      for (const LocusCall& call : profile.loci)
        if (call.locus == locus.ladder.locus.name())
          log10_lr += portable_log10((1 - family.mistyping()) *
                                         family.ratio(locus, h, call, errors).value_or(1) +
                                     family.mistyping());
    each.push_back(Score::from_log10(log10_lr));
  }
  return family.together(each).log10();
}

void kinship_of_families(benchmark::State& state) {
  const Shape& shape = shapes()[static_cast<std::size_t>(state.range(0))];
  state.SetLabel(shape.name);
  const Sample sample = sample_of(shape);
  const Families families{sample.list};
  const TraitTable reports{sample.reports}, remains{sample.remains};
  const Parameters parameters;
  const ReferenceSet nothing;
  const RegisteredModel* kinship = nullptr;
  for (const RegisteredModel& model : evidence_models())
    if (model.name == "kinship") kinship = &model;
  const auto evidence = kinship->factory.prepare(
      Preparation{reports, remains, Relation::identity, nothing, parameters, families});
  std::vector<RowId> rights;
  for (RowId r = 0; r < remains.size(); ++r) rights.push_back(r);
  std::vector<std::vector<Score>> totals(families_made);
  for (auto _ : state)
    for (RowId left = 0; left < families_made; ++left) {
      totals[left].assign(rights.size(), Score{});
      evidence->add(left, rights, totals[left]);
    }
  const MatchPopulation population{parameters, {}};
  const DropoutModel dropout{parameters};
  for (RowId left = 0; left < families_made; left += 7) {
    FamilyCase family{{&families.list()[left], families.list()[left].missing.front().person},
                      population,
                      dropout,
                      parameters};
    family.weigh();
    for (RowId r = 0; r < rights.size(); r += r < families_made ? 1 : 97) {
      const auto& profile = std::get<DnaProfile>(sample.remains[r].observations.front().value);
      const auto errors = sample_errors(profile, genetics::SampleState::trace, dropout);
      if (std::abs(totals[left][r].log10() - by_tables(family, profile, errors)) > 1e-3)
        state.SkipWithError("the model differs from the tables");
    }
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(families_made * rights.size()));
  state.counters["a_family"] = benchmark::Counter(
      families_made, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(kinship_of_families)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace confronta::bench

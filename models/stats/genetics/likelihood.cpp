#include "models/stats/genetics/likelihood.h"

#include <array>
#include <span>

#include "models/domain/number_text.h"
#include "models/stats/genetics/pedigree_graph.h"

namespace confronta::genetics {
namespace {

// Products; minutes of work. What is beyond is refused rather than started.
constexpr double most_work = 2e10;

std::optional<Error> unusable(const Population& population) {
  if (!(population.theta >= 0 && population.theta < 1))
    return Error{"genetics.theta", {number_text(population.theta)}, {}};
  for (const double f : population.inbreeding) {
    if (!(f >= 0 && f <= 1)) return Error{"genetics.inbreeding", {number_text(f)}, {}};
    if (f > 0 && population.theta > 0) return Error{"genetics.theta_with_inbreeding", {}, {}};
  }
  return std::nullopt;
}

// The pedigree that the definition sums over, and the founders' inbreeding, one a person.
struct Question {
  Pedigree pedigree;
  Population population;
  std::vector<bool> kept;
  std::vector<bool> takes_part;
};

Question question(const Pedigree& pedigree, const std::vector<const LocusEvidence*>& loci,
                  const Population& population, Definition definition, int kept = -1) {
  std::vector<bool> wanted(static_cast<std::size_t>(pedigree.size()), false);
  if (kept >= 0) wanted[static_cast<std::size_t>(kept)] = true;
  Question asked{definition == Definition::full ? pedigree.with_both_parents() : pedigree,
                 population,
                 wanted,
                 {}};
  const auto persons = static_cast<std::size_t>(asked.pedigree.size());
  asked.kept.resize(persons, false);
  if (!population.inbreeding.empty()) asked.population.inbreeding.resize(persons, 0);
  asked.takes_part = taking_part(asked.pedigree, loci, asked.kept);
  return asked;
}

Error too_complex(const Locus& locus) { return {"genetics.too_complex", {locus.name()}, {}}; }

// Without urns the plan that is weighed is the plan that is followed.
std::optional<ScaledTable> plain_sum(const FactorGraph& graph, std::span<const int> kept) {
  const EliminationPlan plan = plan_elimination(graph, kept);
  if (!(plan.work <= most_work)) return std::nullopt;
  const Marginal marginal = eliminate(graph, kept, plan.order);
  ScaledTable table;
  for (const double value : marginal.values) table.emplace_back(value, marginal.exponent);
  return table;
}

Result<ScaledTable> sum(const PedigreeGraph& graph, std::span<const int> kept, const Locus& locus) {
  const auto total = graph.urns.empty()
                         ? plain_sum(graph.graph, kept)
                         : sum_over_urns(graph.graph, graph.urns, kept, graph.parting, most_work);
  if (!total) return too_complex(locus);
  ScaledTable values = *total;
  for (ScaledNumber& value : values) value *= graph.constant;
  return values;
}

// Ties the second locus's meioses to the first's.
void recombine(FactorGraph& graph, const LocusGraph& first, const LocusGraph& second, double rho) {
  for (std::size_t k = 0; k < first.meioses.size(); ++k) {
    const int one = first.meioses[k].selector;
    const int other = second.meioses[k].selector;
    if (one < 0)
      graph.add_factor({other}, {1 - rho, rho});
    else
      graph.add_factor({one, other}, {1 - rho, rho, rho, 1 - rho});
  }
}

}  // namespace

Result<ScaledNumber> pedigree_likelihood(const Pedigree& pedigree, const LocusEvidence& evidence,
                                         const Population& population, Definition definition) {
  if (auto error = unusable(population)) return *error;
  const Question asked = question(pedigree, {&evidence}, population, definition);
  const AlleleClasses classes(evidence);
  PedigreeGraph graph;
  const auto added = add_locus(
      graph, {asked.pedigree, evidence, classes, asked.population, asked.takes_part, asked.kept});
  if (!added.ok()) return added.error();
  const auto total = sum(graph, {}, *evidence.locus);
  if (!total.ok()) return total.error();
  return total.value().front();
}

Result<ScaledNumber> linked_likelihood(const Pedigree& pedigree, const LocusEvidence& first,
                                       const LocusEvidence& second, double rho,
                                       const Population& population, Definition definition) {
  if (auto error = unusable(population)) return *error;
  if (!(rho >= 0 && rho <= 0.5)) return Error{"genetics.recombination", {number_text(rho)}, {}};
  if (first.locus->inheritance() != second.locus->inheritance())
    return Error{"genetics.linked_inheritance", {first.locus->name(), second.locus->name()}, {}};
  const Question asked = question(pedigree, {&first, &second}, population, definition);
  const AlleleClasses first_classes(first), second_classes(second);
  PedigreeGraph graph;
  GraphSpec spec{asked.pedigree,   first,     first_classes, asked.population,
                 asked.takes_part, asked.kept};
  spec.needs_selectors = true;
  const auto one = add_locus(graph, spec);
  if (!one.ok()) return one.error();
  const auto other =
      add_locus(graph, {asked.pedigree, second, second_classes, asked.population, asked.takes_part,
                        asked.kept, /*fix_phase=*/false, /*free_selectors=*/false});
  if (!other.ok()) return other.error();
  recombine(graph.graph, one.value(), other.value(), rho);
  const auto total = sum(graph, {}, *second.locus);
  if (!total.ok()) return total.error();
  return total.value().front();
}

Result<GenotypeLikelihoods> genotype_likelihoods(const Pedigree& pedigree,
                                                 const LocusEvidence& evidence, int person,
                                                 const Population& population,
                                                 Definition definition) {
  if (auto error = unusable(population)) return *error;
  const Question asked = question(pedigree, {&evidence}, population, definition, person);
  const AlleleClasses classes = AlleleClasses::all(evidence);
  PedigreeGraph graph;
  const auto added = add_locus(
      graph, {asked.pedigree, evidence, classes, asked.population, asked.takes_part, asked.kept});
  if (!added.ok()) return added.error();
  const AlleleVariables& alleles = added.value().alleles[static_cast<std::size_t>(person)];
  GenotypeLikelihoods result;
  result.alleles = classes.size();
  result.one_copy = alleles.paternal < 0;
  std::vector<int> kept{alleles.maternal};
  if (!result.one_copy) kept.insert(kept.begin(), alleles.paternal);
  const auto total = sum(graph, kept, *evidence.locus);
  if (!total.ok()) return total.error();
  if (result.one_copy) {
    result.value = total.value();
    return result;
  }
  for (int y = 0; y < result.alleles; ++y)
    for (int x = 0; x <= y; ++x) {
      const auto at = [&](int a, int b) {
        return total
            .value()[static_cast<std::size_t>(a) * static_cast<std::size_t>(result.alleles) +
                     static_cast<std::size_t>(b)];
      };
      result.value.push_back(x == y ? at(x, x) : at(x, y) + at(y, x));
    }
  return result;
}

}  // namespace confronta::genetics

#pragma once
// A pedigree question as a factor graph: one variable for every allele that a person received, one
// for every meiosis that may choose between two.

#include <optional>
#include <utility>
#include <vector>

#include "models/domain/result.h"
#include "models/stats/genetics/allele_classes.h"
#include "models/stats/genetics/coancestry.h"
#include "models/stats/genetics/evidence.h"
#include "models/stats/genetics/factor_graph.h"

namespace confronta::genetics {

/// The variables of a person's two alleles; -1 where there is none (a man's paternal X) or where
/// nothing depends on it.
struct AlleleVariables {
  int paternal = -1;
  int maternal = -1;
};

/// A meiosis of a person with two alleles. The selector's value 0 passes on the paternal one, 1 the
/// maternal one; -1: the meiosis always passes on the paternal one.
struct Meiosis {
  int child = 0;
  bool from_mother = false;
  int selector = -1;
};

/// The likelihood is constant * the sum over the graph, with the founders of every urn drawn from
/// it (theta > 0), or in the graph (theta = 0).
struct PedigreeGraph {
  FactorGraph graph;
  std::vector<Urn> urns;
  ScaledNumber constant{1.0};
  /// The choices of the meioses, and of every person with calls one of the two alleles: once they
  /// are known no founder's unknown allele is tied to another's. Nothing if two are tied directly,
  /// by an incomplete call of a founder.
  std::optional<std::vector<int>> parting{std::in_place};
};

/// What the graph of one locus is built from.
struct GraphSpec {
  const Pedigree& pedigree;
  const LocusEvidence& evidence;
  const AlleleClasses& classes;
  const Population& population;
  std::vector<bool> takes_part;  // by person; ancestors of one who does, do
  std::vector<bool> kept;        // by person: both variables are wanted, over all classes
  /// A founder's two alleles are alike until a child tells them apart: the first child gets the
  /// paternal one, which halves the sum and is exact. Not for the second of two linked loci.
  bool fix_phase = true;
  /// Whether each selector is given its own 1/2, 1/2.
  bool free_selectors = true;
  /// Whether every meiosis must have one: where it has not, both alleles are in one table.
  bool needs_selectors = false;
};

struct LocusGraph {
  std::vector<AlleleVariables> alleles;  // by person
  std::vector<Meiosis> meioses;
};

/// Adds a locus to the graph. Errors: "genetics.sex_needed" (X, and a person of unknown sex),
/// "genetics.male_heterozygous" (X, and a man with two alleles).
Result<LocusGraph> add_locus(PedigreeGraph& target, const GraphSpec& spec);

/// Who takes part: persons with an observation at one of the loci or kept, and all their ancestors.
/// Anybody else sums to 1, unless the frequencies do not (see Locus): then everybody takes part.
std::vector<bool> taking_part(const Pedigree& pedigree,
                              const std::vector<const LocusEvidence*>& loci,
                              const std::vector<bool>& kept);

}  // namespace confronta::genetics

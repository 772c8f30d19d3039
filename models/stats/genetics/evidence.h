#pragma once
// One question about a pedigree: what is known of its members at a locus, and what is assumed of
// the population.

#include <vector>

#include "models/stats/genetics/call.h"
#include "models/stats/genetics/locus.h"
#include "models/stats/genetics/mutation.h"
#include "models/stats/genetics/pedigree.h"

namespace confronta::genetics {

/// A person may have several, of several samples: all must hold.
struct Observation {
  int person = 0;
  Call call;
};

/// All that is known at one locus. The locus and the mutation outlive it.
struct LocusEvidence {
  const Locus* locus = nullptr;
  const Mutation* mutation = nullptr;  // null: alleles are passed on as they are
  std::vector<Observation> observations;
};

struct Population {
  /// Coancestry of the founders, all of them together (Balding & Nichols 1994), in [0, 1): with n
  /// alleles drawn, n_a of them a, P(next = a) = (n_a theta + (1 - theta) p_a) / (1 + (n - 1)
  /// theta)
  double theta = 0;
  /// Of founders, by person: P(aa) = F p + (1 - F) p^2. Empty: none. Not together with theta.
  std::vector<double> inbreeding;
};

/// `full`: every listed person takes part in transmission, also the untyped, and a parent who is
/// not listed beside one who is, as an untyped founder. `pruned`: an allele without a listed parent
/// comes straight from the population. With the pedigree made by Pedigree::pruned this is Familias'
/// convention.
enum class Definition { full, pruned };

}  // namespace confronta::genetics

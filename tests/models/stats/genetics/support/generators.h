#pragma once
// Random pedigrees, loci and observations for the property tests of the genetics: small, and with
// every feature on now and then.

#include <rapidcheck.h>

#include <optional>
#include <string>
#include <vector>

#include "models/stats/genetics/evidence.h"

namespace confronta::genetics::test {

inline Pedigree pedigree(const std::vector<PedigreeRow>& rows) {
  return Pedigree::make(rows).value();
}

inline Locus locus(Locus::Frequencies frequencies,
                   Inheritance inheritance = Inheritance::autosomal) {
  return Locus::make("L", std::move(frequencies), inheritance).value();
}

// high excluded; spread over the whole range from the first test on
inline int any(int low, int high) { return *rc::gen::resize(100, rc::gen::inRange(low, high)); }
inline double share(double most) { return any(0, 101) / 100.0 * most; }

inline Pedigree any_pedigree(int persons) {
  std::vector<PedigreeRow> rows;
  for (int k = 0; k < persons; ++k) {
    PedigreeRow row{std::to_string(k), "", "", any(0, 2) ? Sex::male : Sex::female};
    std::vector<std::string> men{""}, women{""};
    for (const PedigreeRow& other : rows)
      (other.sex == Sex::male ? men : women).push_back(other.id);
    if (any(0, 4) > 0)
      row.father = men[static_cast<std::size_t>(any(0, static_cast<int>(men.size())))];
    if (any(0, 4) > 0)
      row.mother = women[static_cast<std::size_t>(any(0, static_cast<int>(women.size())))];
    rows.push_back(row);
  }
  return pedigree(rows);
}

inline Locus any_locus(int alleles, Inheritance inheritance) {
  Locus::Frequencies frequencies;
  double left = 1;
  for (int k = 0; k < alleles; ++k) {
    const double p = k + 1 == alleles ? left : left * (0.2 + share(0.6));
    left -= p;
    frequencies.emplace_back(k == 1 ? "9.3" : std::to_string(8 + k), p);
  }
  Locus result = locus(frequencies, inheritance);
  if (any(0, 4) == 0) result = result.with_silent_allele(0.1).value();
  if (any(0, 6) == 0) result = result.with_rare_allele("12", 0.05).value();  // sums to more than 1
  return result;
}

inline std::optional<Mutation> any_mutation(const Locus& locus) {
  const int kind = any(0, 6);
  if (kind == 5) return std::nullopt;
  MutationSpec spec;
  spec.kind = kind == 0   ? MutationKind::equal
              : kind == 1 ? MutationKind::proportional
              : kind == 2 ? MutationKind::dawid
                          : MutationKind::stepwise;
  spec.rate = 0.01 + share(0.05);
  spec.rate2 = spec.kind == MutationKind::stepwise ? share(0.02) : 0;
  spec.range = 0.1 + share(0.5);
  if (kind == 4) spec.transform = Reversible::barker;
  MutationSpec male = spec;
  male.rate *= 1.5;
  const auto made = Mutation::make(locus, spec, male);
  RC_PRE(made.ok());
  return made.value();
}

inline Call any_call(const Locus& locus, bool one_copy) {
  const int named = static_cast<int>(locus.alleles().size());
  const int a = any(0, named), b = any(0, named);
  switch (any(0, 5)) {
    case 0: return GenotypeCall{a, not_called};
    case 1: {
      DetectedAlleles seen{{}, share(0.6), share(0.1)};
      if (any(0, 4) > 0) seen.alleles.push_back(a);
      if (any(0, 2) > 0 && a != b && !seen.alleles.empty()) seen.alleles.push_back(b);
      return seen;
    }
    default: return one_copy ? GenotypeCall{a, a} : GenotypeCall{a, b};
  }
}

inline std::vector<Observation> any_observations(const Pedigree& pedigree, const Locus& locus) {
  std::vector<Observation> list;
  for (int person = 0; person < pedigree.size(); ++person)
    for (int more = any(0, 5); more > 1; more -= 3) {  // none, one, or rarely two
      const bool one_copy =
          locus.inheritance() == Inheritance::x_linked && pedigree[person].sex == Sex::male;
      list.push_back({person, any_call(locus, one_copy)});
    }
  return list;
}

inline Population any_population(const Pedigree& pedigree) {
  Population population;
  if (any(0, 2)) population.theta = share(0.3);
  if (population.theta == 0 && any(0, 2))
    for (int k = 0; k < pedigree.size(); ++k) population.inbreeding.push_back(share(0.5));
  return population;
}

}  // namespace confronta::genetics::test

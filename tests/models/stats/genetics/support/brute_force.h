#pragma once
// The likelihood as its definition says, by going through all genotypes of all persons. Written
// apart from the engine, and for small pedigrees only.

#include <array>
#include <functional>
#include <vector>

#include "models/stats/genetics/evidence.h"

namespace confronta::genetics::test {

class BruteForce {
 public:
  /// One locus, or two linked ones.
  BruteForce(const Pedigree& pedigree, std::vector<LocusEvidence> loci, double rho,
             const Population& population)
      : pedigree_(pedigree), loci_(std::move(loci)), rho_(rho), population_(population) {
    genotypes_.resize(static_cast<std::size_t>(pedigree.size()));
  }

  double likelihood() {
    total_ = 0;
    descend(0, 1);
    return total_;
  }

 private:
  using Haplotype = std::array<int, 2>;  // an allele a locus
  struct Genotype {
    Haplotype paternal{}, maternal{};
  };

  bool x_linked() const { return loci_[0].locus->inheritance() == Inheritance::x_linked; }
  bool single(int person) const { return x_linked() && pedigree_[person].sex == Sex::male; }

  void descend(std::size_t place, double weight) {
    if (weight == 0) return;
    if (place == pedigree_.parents_first().size()) {
      total_ += weight * founders();
      return;
    }
    const int person = pedigree_.parents_first()[place];
    Genotype& own = genotypes_[static_cast<std::size_t>(person)];
    for_each_haplotype([&](const Haplotype& maternal) {
      own.maternal = maternal;
      if (single(person)) {
        own.paternal = maternal;
        descend(place + 1, weight * received(person, false) * calls(person));
        return;
      }
      for_each_haplotype([&](const Haplotype& paternal) {
        own.paternal = paternal;
        descend(place + 1, weight * received(person, true) * calls(person));
      });
    });
  }

  void for_each_haplotype(const std::function<void(const Haplotype&)>& visit) const {
    for (int a = 0; a < loci_[0].locus->size(); ++a) {
      if (loci_.size() == 1) visit({a, 0});
      if (loci_.size() == 1) continue;
      for (int b = 0; b < loci_[1].locus->size(); ++b) visit({a, b});
    }
  }

  // What the listed parents passed on.
  double received(int person, bool from_father_too) const {
    const Person& who = pedigree_[person];
    const Genotype& own = genotypes_[static_cast<std::size_t>(person)];
    double product = 1;
    if (who.mother != no_parent) product *= passed(who.mother, own.maternal, true);
    if (from_father_too && who.father != no_parent)
      product *= passed(who.father, own.paternal, false);
    return product;
  }

  double passed(int parent, const Haplotype& to, bool mother) const {
    const Genotype& from = genotypes_[static_cast<std::size_t>(parent)];
    double sum = 0;
    for (int first = 0; first < 2; ++first) {
      const double one = 0.5 * mutated(0, first ? from.maternal : from.paternal, to, mother);
      if (loci_.size() == 1) sum += one;
      if (loci_.size() == 1) continue;
      for (int second = 0; second < 2; ++second)
        sum += one * (first == second ? 1 - rho_ : rho_) *
               mutated(1, second ? from.maternal : from.paternal, to, mother);
    }
    return sum;
  }

  double mutated(std::size_t locus, const Haplotype& from, const Haplotype& to, bool mother) const {
    const Mutation* mutation = loci_[locus].mutation;
    if (mutation == nullptr) return from[locus] == to[locus] ? 1 : 0;
    return (mother ? mutation->female : mutation->male)(from[locus], to[locus]);
  }

  double calls(int person) const {
    const Genotype& own = genotypes_[static_cast<std::size_t>(person)];
    double product = 1;
    for (std::size_t k = 0; k < loci_.size(); ++k)
      for (const Observation& seen : loci_[k].observations)
        if (seen.person == person)
          product *=
              single(person)
                  ? call_probability_hemizygous(*loci_[k].locus, seen.call, own.maternal[k])
                  : call_probability(*loci_[k].locus, seen.call, own.paternal[k], own.maternal[k]);
    return product;
  }

  // All alleles that no listed parent passed on, in sequence.
  double founders() const {
    double product = 1;
    for (std::size_t k = 0; k < loci_.size(); ++k) {
      const Locus& locus = *loci_[k].locus;
      std::vector<int> drawn(static_cast<std::size_t>(locus.size()), 0);
      int n = 0;
      const auto draw = [&](int allele) {
        const double theta = population_.theta;
        product *= (drawn[static_cast<std::size_t>(allele)] * theta +
                    (1 - theta) * locus.frequency(allele)) /
                   (1 + (n - 1) * theta);
        ++drawn[static_cast<std::size_t>(allele)];
        ++n;
      };
      for (int person = 0; person < pedigree_.size(); ++person) {
        const Person& who = pedigree_[person];
        const Genotype& own = genotypes_[static_cast<std::size_t>(person)];
        const double f = population_.inbreeding.empty()
                             ? 0
                             : population_.inbreeding[static_cast<std::size_t>(person)];
        if (who.is_founder() && f > 0 && !single(person)) {
          const double p = locus.frequency(own.paternal[k]);
          const double q = locus.frequency(own.maternal[k]);
          product *= (1 - f) * p * q + (own.paternal[k] == own.maternal[k] ? f * p : 0);
          continue;
        }
        if (who.mother == no_parent) draw(own.maternal[k]);
        if (who.father == no_parent && !single(person)) draw(own.paternal[k]);
      }
    }
    return product;
  }

  const Pedigree& pedigree_;
  std::vector<LocusEvidence> loci_;
  double rho_;
  const Population& population_;
  std::vector<Genotype> genotypes_;
  double total_ = 0;
};

}  // namespace confronta::genetics::test

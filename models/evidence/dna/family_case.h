#pragma once
// What one family says of any profile: the person it looks for, or somebody else. The pedigree as
// stated, and the ways in which it is known to be wrong. docs/method/dna.md.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/domain/score.h"
#include "models/evidence/dna/coded_profiles.h"
#include "models/evidence/dna/family_tables.h"
#include "models/evidence/dna/match_population.h"
#include "models/stats/genetics/families.h"
#include "models/stats/genetics/family_scan.h"
#include "models/stats/genetics/family_table.h"

namespace confronta {

/// The small probabilities of a match (parameters genetics.*).
struct KinshipRates {
  double mistyping = 0;        // of a locus of the remains: the call says nothing
  double wrong = 0;            // a sample or a relationship that is not what it is said to be
  double false_paternity = 0;  // of one father

  explicit KinshipRates(const Parameters& parameters);
};

/// The relatives' genotypes at one locus, and N and D (FamilyTable) under every hypothesis.
struct CaseLocus {
  MatchLocus ladder;
  std::vector<std::string> seen;  // the family's alleles
  std::vector<genetics::Observation> observed;
  std::vector<genetics::FamilyTable> tables;  // by hypothesis
};

/// The pedigree without the tie between a person and the father.
genetics::Pedigree without_father(const genetics::Pedigree& pedigree, int person);

/// Immutable once made. The family and the population outlive it. The missing person's own samples
/// are not used: they are evidence of their own (direct).
class FamilyCase {
 public:
  /// Everything but the tables: a few microseconds. `known`, if any, remembers tables and outlives
  /// it.
  FamilyCase(const genetics::FamilyPlace& place, const MatchPopulation& population,
             const genetics::DropoutModel& dropout, const Parameters& parameters,
             FamilyTables* known = nullptr);
  FamilyCase(const FamilyCase&) = delete;  // tables point to their ladders
  FamilyCase& operator=(const FamilyCase&) = delete;
  FamilyCase(FamilyCase&&) = default;
  FamilyCase& operator=(FamilyCase&&) = default;
  /// Ladders and calls, without tables.
  void gather();
  /// The tables: some milliseconds where none is known. Loci whose tables cannot be had (the
  /// relatives contradict each other, or too much work) are left out and named.
  void weigh();

  const genetics::FamilyPlace& place() const { return place_; }
  const genetics::Pedigree& pedigree() const { return place_.family->pedigree; }
  /// Relatives with a call at a locus of the population, and how many calls in all: 0 says nothing.
  std::size_t typed_people() const { return typed_people_; }
  std::size_t typed_calls() const { return typed_calls_; }
  /// Whether founders of the pedigree as stated share ancestors (theta): not where many of them are
  /// untyped (parameter genetics.theta_most_founders), since the urn's partitions would take
  /// seconds. A pedigree without one of the fathers weighs a hundredth: it may have one fewer.
  bool with_theta() const { return theta_of(pedigree(), theta_most_founders_) > 0; }
  const MatchPopulation& population() const { return *population_; }

  // After gather() or weigh(); tables, ratios and scores after weigh() alone.
  const std::vector<CaseLocus>& loci() const { return loci_; }
  const CaseLocus* locus(std::string_view name) const;
  const std::vector<std::string>& left_out() const { return left_out_; }
  /// Loci on X that need the sex of somebody of whom the pedigree does not state it.
  const std::vector<std::string>& without_sex() const { return without_sex_; }
  const std::vector<Typing>& typings() const { return typings_; }  // by person
  std::size_t hypotheses() const { return weights_.size(); }
  /// The probability of the pedigree as stated, given the family's own profiles.
  double stated_weight() const { return weights_.front(); }

  /// LR of a call under one hypothesis: P(call | family, this person) / P(call | family, somebody
  /// else). Alleles that the ladder lacks are added for it. None where the call says nothing.
  std::optional<double> ratio(const CaseLocus& locus, std::size_t hypothesis, const LocusCall& call,
                              const genetics::SampleErrors& errors) const;

  /// The scores of every coded profile, under each hypothesis: (1 - m) LR + m a locus. On X only
  /// those of the missing person's sex have one: what the other sex means is not DNA's to say.
  Result<std::vector<genetics::FamilyScan>> scan(const CodedProfiles& profiles) const;
  /// Hypotheses together, by their probabilities given the family's own profiles:
  /// sum_h w_h LR_h + w, the last where relationship or sample are wrong and LR is 1.
  Score together(std::span<const Score> by_hypothesis) const;
  double mistyping() const { return rates_.mistyping; }

 private:
  struct Hypothesis {
    genetics::Pedigree pedigree;
    double prior = 0;
    double theta = 0;
  };
  std::vector<Hypothesis> stated_and_cut() const;
  bool tied(const genetics::Pedigree& pedigree) const;
  void weigh_hypotheses();
  double theta_of(const genetics::Pedigree& pedigree, double most_founders) const;
  genetics::Population founders(std::size_t hypothesis) const {
    return {hypotheses_[hypothesis].theta, {}};
  }
  std::optional<genetics::ScaledNumber> stated_likelihood(const CaseLocus& locus,
                                                          std::size_t hypothesis) const;
  Result<std::vector<genetics::FamilyTable>> tables_of(
      const MatchLocus& ladder, const std::vector<genetics::Observation>& observed) const;
  Result<std::vector<std::optional<Score>>> class_scores(const CodedProfiles& profiles,
                                                         std::size_t at, const CaseLocus& locus,
                                                         std::size_t hypothesis) const;
  Result<double> class_ratio(const CodedProfiles& profiles, std::size_t at, std::size_t code,
                             std::span<const int> own_allele, const CaseLocus& locus,
                             std::size_t hypothesis) const;

  genetics::FamilyPlace place_;
  const MatchPopulation* population_;
  FamilyTables* known_;
  KinshipRates rates_;
  std::vector<Typing> typings_;
  std::size_t typed_people_ = 0, typed_calls_ = 0;
  double theta_most_founders_ = 0;
  std::vector<Hypothesis> hypotheses_;
  std::vector<double> weights_;  // by hypothesis
  double weight_of_nothing_ = 0;
  std::vector<CaseLocus> loci_;  // sorted by name
  std::vector<std::string> left_out_, without_sex_;
};

/// Of several places of one report (two laboratories, say, with some of the same relatives) the one
/// with most calls, the first of equals: together they would be counted twice. None without a call.
std::optional<genetics::FamilyPlace> speaking_place(
    const std::vector<genetics::FamilyPlace>& places, const MatchPopulation& population,
    const genetics::DropoutModel& dropout, const Parameters& parameters);

}  // namespace confronta

#include "models/evidence/dna/kinship_notes.h"

#include <string>
#include <utility>

#include "models/evidence/dna/figures.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

// An LR from which on the missing person's own relatives are worth naming as alternatives.
constexpr double high_bans = 2;
// Full siblings, parents and children have kinship 1/4; beyond 1/8 a family decides little.
constexpr double close_kinship = 0.25;
// Below this probability of the pedigree as stated something else explains the family better.
constexpr double doubtful = 0.5;

class Notes {
 public:
  void add(std::string reason, std::vector<std::string> arguments = {}, double log10_lr = 0) {
    Finding note;
    note.reason = std::move(reason);
    note.score = Score::from_log10(log10_lr);
    note.arguments = std::move(arguments);
    notes_.push_back(std::move(note));
  }
  std::vector<Finding> made() { return std::move(notes_); }

 private:
  std::vector<Finding> notes_;
};

void add_reach(Notes& notes, const FamilyCase& family, const KinshipAccount& account,
               double log10_lr) {
  if (closest_kinship(family) < close_kinship && log10_lr > 0)
    notes.add("kinship.weak_relation", {three_figures(portable_pow(10, log10_lr))}, log10_lr);
  if (log10_lr >= high_bans) {
    if (account.against_sibling) notes.add("kinship.against_sibling", {}, *account.against_sibling);
    if (account.against_cousin) notes.add("kinship.against_cousin", {}, *account.against_cousin);
  }
  if (family.stated_weight() < doubtful)
    notes.add("kinship.doubtful_pedigree", {three_figures(family.stated_weight())});
}

std::string listed(const std::vector<std::string>& loci) {
  std::string all;
  for (const std::string& locus : loci) all += (all.empty() ? "" : ", ") + locus;
  return all;
}

void add_gaps(Notes& notes, const FamilyCase& family, const KinshipAccount& account) {
  if (account.linkage) notes.add("kinship.linked", {}, *account.linkage);
  for (const std::string& locus : family.left_out()) notes.add("kinship.locus_left_out", {locus});
  const auto add = [&](const char* reason, const std::vector<std::string>& loci) {
    if (!loci.empty()) notes.add(reason, {listed(loci)});
  };
  add("kinship.without_table", account.without_table);
  add("kinship.x_loci", account.on_x);
  add("kinship.x_linked", account.linked_on_x);
  add("kinship.x_of_unknown_sex", account.of_unknown_sex);
  add("kinship.x_sex_not_stated", family.without_sex());
}

void add_assumptions(Notes& notes, const FamilyCase& family, const KinshipAccount& account,
                     const Typing& remains) {
  const MatchPopulation& population = family.population();
  notes.add(
      "kinship.assumptions",
      {population.name(), three_figures(family.with_theta() ? population.founders().theta : 0.0),
       three_figures(population.female_rate()), three_figures(population.male_rate())});
  if (!family.with_theta()) notes.add("kinship.without_theta");
  for (const auto& [locus, allele] : account.rare)
    notes.add("kinship.rare_in_table",
              {locus, allele, three_figures(population.rare_frequency(locus))});
  if (remains.errors.dropout > 0)
    notes.add("kinship.losses",
              {three_figures(remains.errors.dropout), three_figures(remains.errors.dropin)});
}

}  // namespace

std::vector<Finding> gaps_of(const FamilyCase& family, const KinshipAccount& account) {
  Notes notes;
  add_gaps(notes, family, account);
  return notes.made();
}

std::vector<Finding> notes_on(const FamilyCase& family, const KinshipAccount& account,
                              const Typing& remains, double log10_lr) {
  Notes notes;
  notes.add("kinship.stated", {}, account.log10_stated);
  add_reach(notes, family, account, log10_lr);
  add_gaps(notes, family, account);
  add_assumptions(notes, family, account, remains);
  return notes.made();
}

}  // namespace confronta

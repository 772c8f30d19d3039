#include "models/evidence/dna/kinship_account.h"

#include <algorithm>
#include <set>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using genetics::LocusEvidence;
using genetics::Pedigree;
using genetics::PedigreeRow;
using genetics::Sex;

// Below this LR of a locus it is asked whether only a mutation explains it.
constexpr double suspicious = 0.1;

/// A pedigree that grows; persons are called by their number.
class Growing {
 public:
  explicit Growing(const Pedigree& pedigree) {
    for (int p = 0; p < pedigree.size(); ++p)
      rows_.push_back(
          {std::to_string(p), name(pedigree[p].father), name(pedigree[p].mother), pedigree[p].sex});
  }
  /// The parents of a person, added where they are not listed.
  void complete(int person) {
    const std::string father = rows_[at(person)].father, mother = rows_[at(person)].mother;
    if (father.empty()) rows_[at(person)].father = std::to_string(add("", "", Sex::male));
    if (mother.empty()) rows_[at(person)].mother = std::to_string(add("", "", Sex::female));
  }
  /// Of the person's own sex, as the remains are: on X they are compared as that.
  int sibling_of(int person) { return child_of_parents_of(person, rows_[at(person)].sex); }
  int cousin_of(int person) {
    complete(person);
    const int aunt = child_of_parents_of(std::stoi(rows_[at(person)].mother), Sex::female);
    const int outsider = add("", "", Sex::male);
    return add(std::to_string(outsider), std::to_string(aunt), rows_[at(person)].sex);
  }
  Pedigree made() const { return Pedigree::make(rows_).value(); }

 private:
  static std::size_t at(int person) { return static_cast<std::size_t>(person); }
  int child_of_parents_of(int person, Sex sex) {
    complete(person);
    return add(rows_[at(person)].father, rows_[at(person)].mother, sex);
  }
  static std::string name(int person) {
    return person == genetics::no_parent ? "" : std::to_string(person);
  }
  int add(std::string father, std::string mother, Sex sex) {
    const auto number = static_cast<int>(rows_.size());
    rows_.push_back({std::to_string(number), std::move(father), std::move(mother), sex});
    return number;
  }
  std::vector<PedigreeRow> rows_;
};

bool impossible_without_mutation(const FamilyCase& family, const CaseLocus& locus,
                                 const genetics::Call& call) {
  LocusEvidence evidence{&locus.ladder.locus, nullptr, locus.observed};
  const auto own = pedigree_likelihood(family.pedigree(), evidence);
  evidence.observations.push_back({family.place().person, call});
  const auto with = pedigree_likelihood(family.pedigree(), evidence);
  return own.ok() && with.ok() && !own.value().is_zero() && with.value().is_zero();
}

/// P(profile | the person) / P(profile | the other), over the loci that the family's ladders cover.
std::optional<double> log10_against(const FamilyCase& family, const Typing& remains,
                                    const Pedigree& pedigree, int other) {
  double sum = 0;
  for (const CaseLocus& locus : family.loci()) {
    const LocusCall* call = remains.at(locus.ladder.locus.name());
    const auto said =
        call ? reported_call(*call, locus.ladder.locus, remains.errors) : std::nullopt;
    if (!said) continue;
    LocusEvidence evidence{&locus.ladder.locus, &locus.ladder.mutation, locus.observed};
    evidence.observations.push_back({family.place().person, *said});
    const auto person = pedigree_likelihood(pedigree, evidence);
    evidence.observations.back().person = other;
    const auto instead = pedigree_likelihood(pedigree, evidence);
    if (!person || !instead || person.value().is_zero() || instead.value().is_zero())
      return std::nullopt;
    sum += (person.value() / instead.value()).log10();
  }
  return sum;
}

/// The relatives' calls at a locus and that of one more person.
std::optional<LocusEvidence> evidence_with(const CaseLocus* locus, const Typing& remains,
                                           int person) {
  if (locus == nullptr) return std::nullopt;
  const LocusCall* call = remains.at(locus->ladder.locus.name());
  const auto said = call ? reported_call(*call, locus->ladder.locus, remains.errors) : std::nullopt;
  if (!said) return std::nullopt;
  LocusEvidence evidence{&locus->ladder.locus, &locus->ladder.mutation, locus->observed};
  evidence.observations.push_back({person, *said});
  return evidence;
}

/// log10 of P(both loci) / (P(one) P(other)).
std::optional<double> log10_tied(const Pedigree& pedigree, const std::optional<LocusEvidence>& one,
                                 const std::optional<LocusEvidence>& other, double recombination) {
  if (!one || !other) return std::nullopt;
  const auto first = pedigree_likelihood(pedigree, *one);
  const auto second = pedigree_likelihood(pedigree, *other);
  const auto both = linked_likelihood(pedigree, *one, *other, recombination);
  if (!first || !second || !both || both.value().is_zero()) return std::nullopt;
  return (both.value() / (first.value() * second.value())).log10();
}

std::optional<double> linkage_of(const FamilyCase& family, const Typing& remains,
                                 double recombination) {
  const CaseLocus* one = family.locus("vWA");
  const CaseLocus* other = family.locus("D12S391");
  const int person = family.place().person, stranger = family.pedigree().size();
  const Pedigree beside = family.pedigree().with_unrelated(family.pedigree()[person].sex);
  const auto related = log10_tied(family.pedigree(), evidence_with(one, remains, person),
                                  evidence_with(other, remains, person), recombination);
  const auto apart = log10_tied(beside, evidence_with(one, remains, stranger),
                                evidence_with(other, remains, stranger), recombination);
  return related && apart ? std::optional<double>(*related - *apart) : std::nullopt;
}

std::vector<std::pair<std::string, std::string>> rare_alleles(const FamilyCase& family,
                                                              const Typing& remains) {
  std::vector<std::pair<std::string, std::string>> rare;
  for (const CaseLocus& locus : family.loci()) {
    const std::string& name = locus.ladder.locus.name();
    std::set<std::string> seen(locus.seen.begin(), locus.seen.end());
    if (const LocusCall* call = remains.at(name))
      seen.insert(call->alleles.begin(), call->alleles.end());
    for (const std::string& allele : seen)
      if (genetics::repeat_number(allele) && !family.population().has(name, allele))
        rare.emplace_back(name, allele);
  }
  return rare;
}

bool any_relative_has(const FamilyCase& family, std::string_view locus) {
  return std::any_of(family.typings().begin(), family.typings().end(), [&](const Typing& relative) {
    const LocusCall* own = relative.at(locus);
    return own && !own->alleles.empty();
  });
}

/// What is in both and is not weighed. Sex markers, whose alleles are no numbers, are no loci of
/// kinship.
void add_unused(const FamilyCase& family, const Typing& remains, const Typing& compared,
                KinshipAccount& account) {
  const MatchPopulation& population = family.population();
  for (const LocusCall& call : remains.profile.loci) {
    const bool counted = !call.alleles.empty() && genetics::repeat_number(call.alleles.front());
    if (!counted || !any_relative_has(family, call.locus)) continue;
    if (population.set_aside(call.locus))
      account.linked_on_x.push_back(call.locus);
    else if (!population.has(call.locus))
      account.without_table.push_back(call.locus);
    else if (compared.at(call.locus) == nullptr)
      account.of_unknown_sex.push_back(call.locus);
  }
}

}  // namespace

KinshipAccount account_of(const FamilyCase& family, const Typing& typing, double recombination) {
  KinshipAccount account;
  const Typing remains = compared_as(typing, family.pedigree()[family.place().person].sex);
  for (const CaseLocus& locus : family.loci()) {
    const LocusCall* call = remains.at(locus.ladder.locus.name());
    if (call == nullptr) continue;
    const auto ratio = family.ratio(locus, 0, *call, remains.errors);
    if (!ratio) continue;
    LocusAccount line{call->locus, *call, portable_log10(*ratio), false,
                      remains.errors.dropout > 0};
    const auto said = reported_call(*call, locus.ladder.locus, remains.errors);
    line.needs_mutation =
        *ratio < suspicious && said && impossible_without_mutation(family, locus, *said);
    account.log10_stated += line.log10_lr;
    if (family.population().on_x(line.locus)) account.on_x.push_back(line.locus);
    account.loci.push_back(std::move(line));
  }
  Growing with_sibling{family.pedigree()};
  const int sibling = with_sibling.sibling_of(family.place().person);
  account.against_sibling = log10_against(family, remains, with_sibling.made(), sibling);
  Growing with_cousin{family.pedigree()};
  const int cousin = with_cousin.cousin_of(family.place().person);
  account.against_cousin = log10_against(family, remains, with_cousin.made(), cousin);
  account.linkage = linkage_of(family, remains, recombination);
  account.rare = rare_alleles(family, remains);
  add_unused(family, typing, remains, account);
  return account;
}

double closest_kinship(const FamilyCase& family) {
  const Pedigree& pedigree = family.pedigree();
  const auto size = static_cast<std::size_t>(pedigree.size());
  std::vector<std::vector<double>> phi(size, std::vector<double>(size, 0));
  std::vector<int> done;
  for (const int person : pedigree.parents_first()) {
    const auto p = static_cast<std::size_t>(person);
    const auto with_parents = [&](std::size_t other) {
      double sum = 0;
      for (const int parent : {pedigree[person].father, pedigree[person].mother})
        if (parent != genetics::no_parent) sum += phi[static_cast<std::size_t>(parent)][other] / 2;
      return sum;
    };
    for (const int before : done) {
      const auto b = static_cast<std::size_t>(before);
      phi[p][b] = phi[b][p] = with_parents(b);
    }
    const int father = pedigree[person].father, mother = pedigree[person].mother;
    const bool both = father != genetics::no_parent && mother != genetics::no_parent;
    phi[p][p] = (1 + (both ? phi[static_cast<std::size_t>(father)][static_cast<std::size_t>(mother)]
                           : 0.0)) /
                2;
    done.push_back(person);
  }
  double closest = 0;
  const auto missing = static_cast<std::size_t>(family.place().person);
  for (std::size_t p = 0; p < size; ++p)
    if (p != missing && !family.typings()[p].profile.loci.empty())
      closest = std::max(closest, phi[missing][p]);
  return closest;
}

}  // namespace confronta

#include "models/evidence/dna/joint_family.h"

#include <algorithm>

#include "models/stats/genetics/likelihood.h"

namespace confronta {
namespace {

using genetics::LocusEvidence;
using genetics::Pedigree;
using genetics::ScaledNumber;

constexpr int nobody = -1;  // whose own samples FamilyCase would leave out

/// base^exponent for small exponents.
double power(double base, std::size_t exponent) {
  double product = 1;
  for (std::size_t k = 0; k < exponent; ++k) product *= base;
  return product;
}

/// The elements that a mask names, in order.
template <class T>
std::vector<T> chosen(const std::vector<T>& all, std::size_t mask) {
  std::vector<T> some;
  for (std::size_t k = 0; k < all.size(); ++k)
    if ((mask >> k & 1U) != 0) some.push_back(all[k]);
  return some;
}

LocusEvidence evidence_of(const CaseLocus& locus) {
  return {&locus.ladder.locus, &locus.ladder.mutation, locus.observed};
}

/// P(call) of somebody of whom nothing but the sex is known.
double frequency_of(const CaseLocus& locus, const genetics::Call& call, genetics::Sex sex) {
  const genetics::PedigreeRow row{"", "", "", sex};
  const auto one = Pedigree::make({&row, 1});
  const auto likelihood =
      pedigree_likelihood(one.value(), {&locus.ladder.locus, nullptr, {{0, call}}});
  return likelihood ? likelihood.value().value() : 0;
}

}  // namespace

JointFamily::JointFamily(const genetics::Family& family, std::span<const int> persons,
                         const MatchPopulation& population, const genetics::DropoutModel& dropout,
                         const Parameters& parameters)
    : family_({&family, nobody}, population, dropout, parameters), rates_(parameters) {
  family_.gather();
  calls_.resize(family_.loci().size());
  std::vector<int> cuts;
  const auto is_placed = [&](int person) {
    return std::find(persons.begin(), persons.end(), person) != persons.end();
  };
  for (int p = 0; p < family.pedigree.size(); ++p) {
    const int father = family.pedigree[p].father;
    if (father != genetics::no_parent && (is_placed(p) || is_placed(father))) cuts.push_back(p);
  }
  add_hypothesis(family.pedigree, 1 - rates_.false_paternity * static_cast<double>(cuts.size()));
  if (rates_.false_paternity > 0)
    for (const int person : cuts)
      add_hypothesis(without_father(family.pedigree, person), rates_.false_paternity);
  double sum = 0;
  for (const Hypothesis& h : hypotheses_) sum += h.weight;
  for (Hypothesis& h : hypotheses_) h.weight /= sum;
}

/// A cut that makes the family's own profiles much more probable is more probable itself.
void JointFamily::add_hypothesis(Pedigree pedigree, double prior) {
  Hypothesis hypothesis{std::move(pedigree), prior, {}};
  ScaledNumber fit(1.0);
  for (std::size_t l = 0; l < family_.loci().size(); ++l) {
    const auto alone = pedigree_likelihood(hypothesis.pedigree, evidence_of(family_.loci()[l]));
    hypothesis.alone.push_back(alone ? alone.value() : ScaledNumber());
    if (hypotheses_.empty() || hypotheses_.front().alone[l].is_zero()) continue;
    fit *= hypothesis.alone[l] / hypotheses_.front().alone[l];
  }
  hypothesis.weight *= fit.value();
  hypotheses_.push_back(std::move(hypothesis));
  ratios_.emplace_back(family_.loci().size());
}

std::vector<JointFamily::Calls> JointFamily::calls_of(const Placed& placed) {
  std::vector<Calls> by_locus(family_.loci().size());
  for (std::size_t l = 0; l < by_locus.size(); ++l) {
    const CaseLocus& locus = family_.loci()[l];
    const bool x = family_.population().on_x(locus.ladder.locus.name());
    for (const auto& [person, typing] : placed) {
      const genetics::Sex sex = x ? family_.pedigree()[person].sex : genetics::Sex::unknown;
      const LocusCall* told = typing->at(locus.ladder.locus.name());
      if (told == nullptr || (x && typing->sex != sex)) continue;
      const auto call = reported_call(*told, locus.ladder.locus, typing->errors);
      if (!call) continue;
      std::vector<DistinctCall>& known = calls_[l];
      std::size_t number = 0;
      while (number < known.size() && !(known[number].call == *call && known[number].sex == sex))
        ++number;
      if (number == known.size()) known.push_back({*call, sex, frequency_of(locus, *call, sex)});
      if (known[number].frequency > 0) by_locus[l].emplace_back(person, static_cast<int>(number));
    }
  }
  return by_locus;
}

double JointFamily::ratio(std::size_t hypothesis, std::size_t locus, const Calls& calls) {
  const Hypothesis& h = hypotheses_[hypothesis];
  if (calls.empty() || h.alone[locus].is_zero()) return 1;
  auto& known = ratios_[hypothesis][locus];
  if (const auto at = known.find(calls); at != known.end()) return at->second;
  LocusEvidence evidence = evidence_of(family_.loci()[locus]);
  double apart = 1;
  for (const auto& [person, number] : calls) {
    const DistinctCall& one = calls_[locus][static_cast<std::size_t>(number)];
    evidence.observations.push_back({person, one.call});
    apart *= one.frequency;
  }
  const auto together = pedigree_likelihood(h.pedigree, evidence);
  const double ratio = together ? (together.value() / h.alone[locus]).value() / apart : 1;
  known.emplace(calls, ratio);
  return ratio;
}

double JointFamily::with_mistyping(std::size_t hypothesis, std::size_t locus, const Calls& calls) {
  const double m = rates_.mistyping;
  double sum = 0;
  for (std::size_t mask = std::size_t{1} << calls.size(); mask-- > 0;) {
    const Calls right = chosen(calls, mask);
    const double weight = power(1 - m, right.size()) * power(m, calls.size() - right.size());
    if (weight > 0) sum += weight * ratio(hypothesis, locus, right);
  }
  return sum;
}

double JointFamily::log10_lr(const Placed& placed) {
  ScaledNumber total;
  for (std::size_t mask = std::size_t{1} << placed.size(); mask-- > 0;) {
    const Placed right = chosen(placed, mask);
    const double weight =
        power(1 - rates_.wrong, right.size()) * power(rates_.wrong, placed.size() - right.size());
    if (!(weight > 0)) continue;
    const std::vector<Calls> calls = calls_of(right);
    for (std::size_t h = 0; h < hypotheses_.size(); ++h) {
      ScaledNumber product(weight * hypotheses_[h].weight);
      for (std::size_t l = 0; l < calls.size() && !product.is_zero(); ++l)
        product *= ScaledNumber(with_mistyping(h, l, calls[l]));
      total += product;
    }
  }
  return total.log10();
}

}  // namespace confronta

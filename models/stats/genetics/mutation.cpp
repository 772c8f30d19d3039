#include "models/stats/genetics/mutation.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/domain/number_text.h"
#include "models/stats/genetics/mutation_transform.h"
#include "models/stats/portable_math.h"

namespace confronta::genetics {
namespace {

// The alleles that can mutate: those with a name, with frequencies that sum to what the table's do.
struct Visible {
  const Locus& locus;
  int size;
  std::vector<double> frequency;
};

Visible visible(const Locus& locus) {
  Visible alleles{locus, static_cast<int>(locus.alleles().size()), {}};
  for (int i = 0; i < alleles.size; ++i)
    alleles.frequency.push_back(locus.frequency(i) / (1 - locus.silent_frequency()));
  return alleles;
}

Error rate_error(const Visible& alleles, const MutationSpec& spec) {
  return {"genetics.mutation_rate",
          {alleles.locus.name(), number_text(spec.rate), number_text(spec.rate2)},
          {}};
}

TransitionMatrix equal(const Visible& alleles, double rate) {
  TransitionMatrix matrix(alleles.size);
  for (int i = 0; i < alleles.size; ++i)
    for (int j = 0; j < alleles.size; ++j)
      matrix(i, j) = i == j ? 1 - rate : rate / (alleles.size - 1);
  return matrix;
}

Result<TransitionMatrix> proportional(const Visible& alleles, const MutationSpec& spec) {
  double heterozygosity = 0;
  for (const double p : alleles.frequency) heterozygosity += p * (1 - p);
  const double a = spec.rate / heterozygosity;
  TransitionMatrix matrix(alleles.size);
  for (int i = 0; i < alleles.size; ++i) {
    const double p = alleles.frequency[static_cast<std::size_t>(i)];
    for (int j = 0; j < alleles.size; ++j)
      matrix(i, j) = i == j ? 1 - a + a * p : a * alleles.frequency[static_cast<std::size_t>(j)];
    if (!(matrix(i, i) >= 0)) return rate_error(alleles, spec);
  }
  return matrix;
}

// The alleles' repeat numbers; the name of the first that has none, or a part of one where only
// whole repeats will do.
Result<std::vector<double>> repeats(const Visible& alleles, bool whole_only) {
  std::vector<double> numbers;
  for (const std::string& name : alleles.locus.alleles()) {
    const auto number = repeat_number(name);
    if (!number || (whole_only && *number != std::floor(*number)))
      return Error{"genetics.mutation_names", {alleles.locus.name(), name}, {}};
    numbers.push_back(*number);
  }
  return numbers;
}

// Half to even, whatever the rounding mode.
double round_half_even(double x) {
  const double down = std::floor(x);
  const double rest = x - down;
  if (rest != 0.5) return rest < 0.5 ? down : down + 1;
  return std::fmod(down, 2) == 0 ? down : down + 1;
}

int microvariant_group(double repeats) {
  return static_cast<int>(round_half_even(10 * (repeats - round_half_even(repeats))));
}

TransitionMatrix stepwise(const std::vector<double>& x, const MutationSpec& spec) {
  const int n = static_cast<int>(x.size());
  TransitionMatrix matrix(n);
  const auto at = [&](int i) { return x[static_cast<std::size_t>(i)]; };
  const auto together = [&](int i, int j) {
    return microvariant_group(at(i)) == microvariant_group(at(j));
  };
  for (int i = 0; i < n; ++i) {
    int members = 0;
    double weights = 0;
    for (int j = 0; j < n; ++j)
      if (together(i, j)) {
        ++members;
        if (j != i) weights += matrix(i, j) = portable_pow(spec.range, std::abs(at(i) - at(j)));
      }
    const double within = members > 1 ? spec.rate : 0;
    const double beyond = members < n ? spec.rate2 : 0;
    for (int j = 0; j < n; ++j)
      if (!together(i, j))
        matrix(i, j) = beyond / (n - members);
      else if (j != i)
        matrix(i, j) *= within / weights;
    matrix(i, i) = 1 - within - beyond;
  }
  return matrix;
}

TransitionMatrix ranked(int n, const MutationSpec& spec) {
  TransitionMatrix matrix(n);
  for (int i = 0; i < n; ++i) {
    double weights = 0;
    for (int j = 0; j < n; ++j)
      if (j != i) weights += matrix(i, j) = portable_pow(spec.range, std::abs(i - j));
    for (int j = 0; j < n; ++j) matrix(i, j) *= spec.rate / weights;
    matrix(i, i) = 1 - spec.rate;
  }
  return matrix;
}

TransitionMatrix one_step(const std::vector<double>& x, double rate) {
  const int n = static_cast<int>(x.size());
  TransitionMatrix matrix(n);
  for (int i = 0; i < n; ++i) {
    std::vector<int> neighbours;
    for (int j = 0; j < n; ++j)
      if (std::abs(x[static_cast<std::size_t>(i)] - x[static_cast<std::size_t>(j)]) == 1)
        neighbours.push_back(j);
    for (const int j : neighbours) matrix(i, j) = rate / static_cast<double>(neighbours.size());
    matrix(i, i) = neighbours.empty() ? 1 : 1 - rate;
  }
  return matrix;
}

Result<TransitionMatrix> dawid(const Visible& alleles, const MutationSpec& spec) {
  const int n = alleles.size;
  const double r = spec.range;
  const double a = (1 - portable_pow(r, n)) / (1 - r);
  TransitionMatrix matrix(n);
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j)
      if (j != i)
        matrix(i, j) = spec.rate / alleles.frequency[static_cast<std::size_t>(i)] * (1 - r) *
                       portable_pow(r, std::abs(i - j)) / (2 * r * (n - a));
    matrix(i, i) = 1 - matrix.row_sum(i);
    if (!(matrix(i, i) >= 0)) return rate_error(alleles, spec);
  }
  return matrix;
}

Result<TransitionMatrix> among_visible(const Visible& alleles, const MutationSpec& spec) {
  const double rates = spec.rate + spec.rate2;
  if (!(spec.rate >= 0 && spec.rate2 >= 0 && rates <= 1)) return rate_error(alleles, spec);
  const bool ranged = spec.kind == MutationKind::stepwise || spec.kind == MutationKind::ranked ||
                      spec.kind == MutationKind::dawid;
  if (ranged && !(spec.range > 0 && spec.range < 1))
    return Error{"genetics.mutation_range", {alleles.locus.name(), number_text(spec.range)}, {}};
  if (alleles.size == 1) {  // nowhere to go
    TransitionMatrix fixed(1);
    fixed(0, 0) = 1;
    return fixed;
  }
  switch (spec.kind) {
    case MutationKind::equal: break;
    case MutationKind::proportional: return proportional(alleles, spec);
    case MutationKind::dawid: return dawid(alleles, spec);
    case MutationKind::ranked: return ranked(alleles.size, spec);
    case MutationKind::stepwise:
    case MutationKind::one_step: {
      const bool stepping = spec.kind == MutationKind::stepwise;
      const auto numbers = repeats(alleles, !stepping);
      if (!numbers.ok()) return numbers.error();
      if (stepping) return stepwise(numbers.value(), spec);
      return one_step(numbers.value(), spec.rate);
    }
  }
  return equal(alleles, spec.rate);
}

bool treats_unseen_alike(const MutationSpec& spec) {
  return spec.transform == Reversible::no &&
         (spec.kind == MutationKind::equal || spec.kind == MutationKind::proportional);
}

}  // namespace

double TransitionMatrix::row_sum(int from) const {
  double sum = 0;
  for (int to = 0; to < size_; ++to) sum += (*this)(from, to);
  return sum;
}

Result<TransitionMatrix> mutation_matrix(const Locus& locus, const MutationSpec& spec) {
  const Visible alleles = visible(locus);
  auto plain = among_visible(alleles, spec);
  if (!plain.ok()) return plain;
  const auto matrix = reversible(plain.value(), alleles.frequency, spec.transform);
  if (!matrix) return Error{"genetics.mutation_transform", {locus.name()}, {}};
  if (!locus.silent()) return *matrix;
  TransitionMatrix whole(locus.size());
  for (int i = 0; i < alleles.size; ++i)
    for (int j = 0; j < alleles.size; ++j) whole(i, j) = (*matrix)(i, j);
  whole(*locus.silent(), *locus.silent()) = 1;
  return whole;
}

Result<Mutation> Mutation::make(const Locus& locus, const MutationSpec& female,
                                const MutationSpec& male) {
  auto mothers = mutation_matrix(locus, female);
  if (!mothers.ok()) return mothers.error();
  auto fathers = mutation_matrix(locus, male);
  if (!fathers.ok()) return fathers.error();
  return Mutation{std::move(mothers).value(), std::move(fathers).value(),
                  treats_unseen_alike(female) && treats_unseen_alike(male)};
}

}  // namespace confronta::genetics

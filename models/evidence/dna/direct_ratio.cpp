#include "models/evidence/dna/direct_ratio.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

using genetics::ProfileClasses;

}  // namespace

DirectRatio::DirectRatio(const CodedProfiles& profiles, double theta, double mistyping)
    : profiles_(profiles),
      theta_(theta),
      mistyping_(mistyping),
      mistyped_(Score::from_log10(portable_log10(mistyping))) {
  const ProfileClasses& classes = profiles_.classes();
  for (std::size_t at = 0; at < classes.loci(); ++at) {
    auto& equal = equal_.emplace_back(1, Score{});
    for (std::size_t code = 1; code <= classes.calls(at).size(); ++code)
      equal.push_back(full(at, code) ? Score::from_log10(portable_log10(
                                           (1 - mistyping_) * locus(at, code, code) + mistyping_))
                                     : Score{});
  }
}

bool DirectRatio::full(std::size_t at, std::size_t code) const {
  const auto* exact = std::get_if<genetics::GenotypeCall>(&profiles_.classes().calls(at)[code - 1]);
  return exact != nullptr && exact->second != genetics::not_called;
}

/// P(x/y): two alleles from the urn.
double DirectRatio::genotype(std::size_t at, std::size_t g) const {
  const auto [x, y] = profiles_.genotypes(at)[g];
  const genetics::Locus& locus = profiles_.classes().locus(at);
  const double p = locus.frequency(x), q = (1 - theta_) * locus.frequency(y);
  return x == y ? p * (theta_ + q) : 2 * p * q;
}

/// P(g | another person is `given`): two more alleles from the urn.
double DirectRatio::beside(std::size_t at, std::size_t g, std::size_t given) const {
  const auto [x, y] = profiles_.genotypes(at)[g];
  const auto [a, b] = profiles_.genotypes(at)[given];
  const genetics::Locus& locus = profiles_.classes().locus(at);
  const auto weight = [&, a = a, b = b](int allele, int more) {  // clang 14 captures no bindings
    const int seen = (allele == a) + (allele == b) + more;
    return seen * theta_ + (1 - theta_) * locus.frequency(allele);
  };
  const double both = weight(x, 0) * weight(y, x == y ? 1 : 0) / ((1 + theta_) * (1 + 2 * theta_));
  return x == y ? both : 2 * both;
}

double DirectRatio::locus(std::size_t at, std::size_t one, std::size_t other) const {
  if (one == ProfileClasses::not_typed || other == ProfileClasses::not_typed) return 1;
  const ProfileClasses& classes = profiles_.classes();
  auto few = classes.fits(at, one), many = classes.fits(at, other);
  std::size_t many_class = other;
  if (few.size() > many.size()) {
    std::swap(few, many);
    many_class = one;
  }
  const genetics::Call& call = classes.calls(at)[many_class - 1];
  double same = 0;
  for (const auto& [g, probability] : few) {
    const auto [x, y] = profiles_.genotypes(at)[g];
    same += genotype(at, g) * probability * call_probability(classes.locus(at), call, x, y);
  }
  if (same == 0) return 0;
  double apart = 0;
  for (const auto& [g, probability] : few) {
    double rest = 0;
    for (const auto& [h, fit] : many) rest += fit * beside(at, h, g);
    apart += genotype(at, g) * probability * rest;
  }
  return same / apart;
}

Score DirectRatio::total(std::size_t profile, std::size_t other) const {
  const ProfileClasses& classes = profiles_.classes();
  Score total;
  for (std::size_t at = 0; at < classes.loci(); ++at) {
    const std::size_t a = classes.codes(at)[profile], b = classes.codes(at)[other];
    if (a == ProfileClasses::not_typed || b == ProfileClasses::not_typed) continue;
    if (full(at, a) && full(at, b))
      total += a == b ? equal_[at][a] : mistyped_;
    else
      total += Score::from_log10(portable_log10((1 - mistyping_) * locus(at, a, b) + mistyping_));
  }
  return total;
}

std::size_t DirectRatio::compared(std::size_t profile, std::size_t other) const {
  const ProfileClasses& classes = profiles_.classes();
  std::size_t both = 0;
  for (std::size_t at = 0; at < classes.loci(); ++at)
    both += classes.codes(at)[profile] != ProfileClasses::not_typed &&
            classes.codes(at)[other] != ProfileClasses::not_typed;
  return both;
}

Score unless_wrong(Score total, double wrong) {
  const double shift = std::max(total.log10(), 0.0);
  return Score::from_log10(shift +
                           portable_log10((1 - wrong) * portable_pow(10, total.log10() - shift) +
                                          wrong * portable_pow(10, -shift)));
}

}  // namespace confronta

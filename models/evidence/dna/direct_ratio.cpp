#include "models/evidence/dna/direct_ratio.h"

#include <algorithm>
#include <cstdint>
#include <utility>

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
    auto& others = beside_.emplace_back(1);
    for (std::size_t code = 1; code <= classes.calls(at).size(); ++code)
      others.push_back(beside(at, code));
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

DirectRatio::Beside DirectRatio::beside(std::size_t at, std::size_t code) const {
  const genetics::Locus& locus = profiles_.classes().locus(at);
  const auto alleles = static_cast<std::size_t>(locus.size());
  Beside parts{0, std::vector<double>(alleles, 0), std::vector<double>(alleles, 0)};
  const auto q = [&](int allele) { return (1 - theta_) * locus.frequency(allele); };
  if (profiles_.classes().one_copy(at)) {
    for (const auto& fit : profiles_.classes().fits(at, code)) {
      const int x = profiles_.genotypes(at)[fit.genotype].x;
      parts.same[static_cast<std::size_t>(x)] = fit.probability;
      parts.whole += fit.probability * q(x);
    }
    return parts;
  }
  for (const auto& fit : profiles_.classes().fits(at, code)) {
    const auto& [x, y] = profiles_.genotypes(at)[fit.genotype];
    const auto first = static_cast<std::size_t>(x), second = static_cast<std::size_t>(y);
    parts.pull[first] += 2 * theta_ * fit.probability * q(y);
    if (x == y) {
      parts.same[first] = fit.probability;
      parts.whole += fit.probability * q(x) * (q(x) + theta_);
    } else {
      parts.pull[second] += 2 * theta_ * fit.probability * q(x);
      parts.whole += 2 * fit.probability * q(x) * q(y);
    }
  }
  return parts;
}

double DirectRatio::locus(std::size_t at, std::size_t one, std::size_t other) const {
  if (one == ProfileClasses::not_typed || other == ProfileClasses::not_typed) return 1;
  const ProfileClasses& classes = profiles_.classes();
  if (classes.one_copy(at)) return one_copy(at, one, other);
  if (classes.fits(at, one).size() > classes.fits(at, other).size()) std::swap(one, other);
  const auto few = classes.fits(at, one), many = classes.fits(at, other);
  const Beside& others = beside_[at][other];
  double same = 0, apart = 0;
  auto from = many.begin();  // both in the order of the genotypes
  for (const auto& fit : few) {
    from = std::lower_bound(
        from, many.end(), fit.genotype,
        [](const ProfileClasses::Fit& f, std::uint32_t g) { return f.genotype < g; });
    const bool both = from != many.end() && from->genotype == fit.genotype;
    const double again = both ? from->probability : 0;
    const auto& [x, y] = profiles_.genotypes(at)[fit.genotype];
    const auto a = static_cast<std::size_t>(x), b = static_cast<std::size_t>(y);
    const double probability = genotype(at, fit.genotype) * fit.probability;
    same += probability * again;
    apart += probability * (others.whole + others.pull[a] + others.pull[b] +
                            2 * theta_ * theta_ * (others.same[a] + others.same[b] + again));
  }
  return same == 0 ? 0 : same * (1 + theta_) * (1 + 2 * theta_) / apart;
}

double DirectRatio::one_copy(std::size_t at, std::size_t one, std::size_t other) const {
  const Beside& others = beside_[at][other];
  double same = 0, apart = 0;
  for (const auto& fit : profiles_.classes().fits(at, one)) {
    const int x = profiles_.genotypes(at)[fit.genotype].x;
    const double again = others.same[static_cast<std::size_t>(x)];
    const double probability = profiles_.classes().locus(at).frequency(x) * fit.probability;
    same += probability * again;
    apart += probability * (others.whole + theta_ * again);
  }
  return same == 0 ? 0 : same / apart;
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

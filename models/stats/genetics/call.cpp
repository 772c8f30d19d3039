#include "models/stats/genetics/call.h"

#include <algorithm>
#include <array>
#include <span>

namespace confronta::genetics {
namespace {

// The set of alleles that the surviving copies show equals `seen` (distinct alleles).
double survivors_probability(const Locus& locus, std::span<const int> copies, double dropout,
                             std::span<const int> seen) {
  double sum = 0;
  for (unsigned alive = 0; alive < 1U << copies.size(); ++alive) {
    double probability = 1;
    std::array<int, 2> shown{};
    std::size_t count = 0;
    for (std::size_t k = 0; k < copies.size(); ++k) {
      const bool lives = (alive >> k & 1U) != 0;
      const double loss = locus.silent() == copies[k] ? 1.0 : dropout;
      probability *= lives ? 1 - loss : loss;
      if (lives && !(count == 1 && shown[0] == copies[k])) shown[count++] = copies[k];
    }
    const auto in_seen = [&](int allele) {
      return std::find(seen.begin(), seen.end(), allele) != seen.end();
    };
    if (count == seen.size() && std::all_of(shown.begin(), shown.begin() + count, in_seen))
      sum += probability;
  }
  return sum;
}

double detected_probability(const Locus& locus, const DetectedAlleles& call,
                            std::span<const int> copies) {
  const double visible = 1 - locus.silent_frequency();
  double foreign = 0;  // sum over a in E of p_a P(S = E without a)
  double seen_frequency = 0;
  for (std::size_t k = 0; k < call.alleles.size(); ++k) {
    const double frequency = locus.frequency(call.alleles[k]) / visible;
    seen_frequency += frequency;
    std::vector<int> rest = call.alleles;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(k));
    foreign += frequency * survivors_probability(locus, copies, call.dropout, rest);
  }
  return survivors_probability(locus, copies, call.dropout, call.alleles) *
             ((1 - call.dropin) + call.dropin * seen_frequency) +
         call.dropin * foreign;
}

// Whether x/y, in this order, is what a/b says.
bool fits(const Locus& locus, int a, int b, int x, int y) {
  if (a == not_called) return b == not_called || x == b || y == b;
  if (b == not_called) return x == a || y == a;
  if (a != b) return (x == a && y == b) || (x == b && y == a);
  const bool x_fits = x == a || locus.silent() == x;
  const bool y_fits = y == a || locus.silent() == y;
  return x_fits && y_fits && (x == a || y == a);
}

}  // namespace

double call_probability(const Locus& locus, const Call& call, int x, int y) {
  if (const auto* exact = std::get_if<GenotypeCall>(&call))
    return fits(locus, exact->first, exact->second, x, y) ? 1 : 0;
  const std::array<int, 2> copies{x, y};
  return detected_probability(locus, std::get<DetectedAlleles>(call), copies);
}

double call_probability_hemizygous(const Locus& locus, const Call& call, int x) {
  if (const auto* exact = std::get_if<GenotypeCall>(&call))
    return fits(locus, exact->first, exact->second, x, x) ? 1 : 0;
  const std::array<int, 1> copies{x};
  return detected_probability(locus, std::get<DetectedAlleles>(call), copies);
}

bool names_allele(const Call& call, int allele) {
  if (const auto* exact = std::get_if<GenotypeCall>(&call))
    return exact->first == allele || exact->second == allele;
  const std::vector<int>& seen = std::get<DetectedAlleles>(call).alleles;
  return std::find(seen.begin(), seen.end(), allele) != seen.end();
}

}  // namespace confronta::genetics

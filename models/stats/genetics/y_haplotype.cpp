#include "models/stats/genetics/y_haplotype.h"

#include <cmath>

#include "models/domain/number_text.h"

namespace confronta::genetics {
namespace {

double power(double base, int exponent) {
  double product = 1;
  for (int k = 0; k < exponent; ++k) product *= base;
  return product;
}

// k! / (up! down! (k - up - down)!): which meioses step up and which down.
double arrangements(int meioses, int up, int down) {
  double product = 1;
  int left = meioses;
  for (const int group : {up, down})
    for (int k = 1; k <= group; ++k) product = product * left-- / k;
  return product;
}

double walked(int distance, int meioses, double rate) {
  double sum = 0;
  for (int back = 0; 2 * back + distance <= meioses; ++back) {
    const int steps = 2 * back + distance;
    sum += arrangements(meioses, back + distance, back) * power(rate / 2, steps) *
           power(1 - rate, meioses - steps);
  }
  return sum;
}

}  // namespace

std::optional<double> y_step_probability(double difference, int meioses, double rate,
                                         YSteps steps) {
  constexpr double rounding = 1e-6;  // 18.2 - 17.2 is not quite 1
  const double whole = std::floor(std::abs(difference) + 0.5);
  const bool by_steps = std::abs(std::abs(difference) - whole) < rounding;
  if (steps == YSteps::walk)
    return by_steps && whole <= meioses ? walked(static_cast<int>(whole), meioses, rate) : 0.0;
  if (!by_steps || whole > 1) return std::nullopt;
  if (whole == 0) return power(1 - rate, meioses);
  return meioses == 0 ? 0 : meioses * (rate / 2) * power(1 - rate, meioses - 1);
}

Result<YMatch> y_match(const YHaplotype& one, const YHaplotype& other, int meioses,
                       const std::map<std::string, double, std::less<>>& rates, YSteps steps) {
  if (meioses < 0) return Error{"genetics.meioses", {std::to_string(meioses)}, {}};
  YMatch match{{}, 1.0};
  for (const auto& [locus, repeats] : one) {
    const auto theirs = other.find(locus);
    if (theirs == other.end()) continue;
    const auto rate = rates.find(locus);
    if (rate == rates.end()) return Error{"genetics.y_rate", {locus, "-"}, {}};
    if (!(rate->second >= 0 && rate->second <= 1))
      return Error{"genetics.y_rate", {locus, number_text(rate->second)}, {}};
    match.loci.push_back(locus);
    const auto step = y_step_probability(repeats - theirs->second, meioses, rate->second, steps);
    if (!step)
      match.probability.reset();
    else if (match.probability)
      *match.probability *= *step;
  }
  return match;
}

}  // namespace confronta::genetics

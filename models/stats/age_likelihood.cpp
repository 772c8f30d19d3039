#include "models/stats/age_likelihood.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double floor_share = 1e-3;  // any age at all: a year typed wrong, another person's age
constexpr int most_difference = 20;   // where "5 years and more" ends

struct Phase {
  double mean, sd, low, high;
};
using Phases = std::array<Phase, 6>;
constexpr Phases male_phases{{{18.5, 2.1, 15, 23},
                              {23.4, 3.6, 19, 34},
                              {28.7, 6.5, 21, 46},
                              {35.2, 9.4, 23, 57},
                              {45.6, 10.4, 27, 66},
                              {61.2, 12.2, 34, 86}}};
constexpr Phases female_phases{{{19.4, 2.6, 15, 24},
                                {25.0, 4.9, 19, 40},
                                {30.7, 8.1, 21, 53},
                                {38.2, 10.9, 26, 70},
                                {48.1, 14.6, 25, 83},
                                {60.0, 12.4, 42, 87}}};

double middle_of_year(int age) { return age + 0.5; }

}  // namespace

AgeLikelihood::AgeLikelihood(const Parameters& p)
    : same_(p["dates.age_same"]),
      plus_one_(p["dates.age_plus_one"]),
      minus_one_(p["dates.age_minus_one"]),
      two_(p["dates.age_two"]),
      three_four_(p["dates.age_three_four"]),
      older_(p["dates.age_older"]),
      younger_(p["dates.age_younger"]),
      birth_wrong_(p["dates.birth_date_wrong"]),
      outside_(p["dates.age_outside"]),
      outside_sd_(p["dates.age_outside_sd"]),
      sd_skeletal_(p["dates.age_sd_skeletal"]),
      sd_soft_tissue_(p["dates.age_sd_soft_tissue"]),
      sd_auricular_(p["dates.age_sd_auricular"]),
      sd_teeth_(p["dates.age_sd_teeth"]),
      grown_(p["dates.age_grown"]),
      edge_growth_(p["dates.age_edge_growth"]),
      mean_(p["dates.age_mean"]),
      sd_(p["dates.age_sd"]),
      any_age_(p["dates.age_any"]) {}

double AgeLikelihood::difference(int recorded_minus_true) const {
  const int apart = std::abs(recorded_minus_true);
  if (apart == 0) return same_;
  if (recorded_minus_true == 1) return plus_one_;
  if (recorded_minus_true == -1) return minus_one_;
  if (apart == 2) return two_ / 2;
  if (apart <= 4) return three_four_ / 4;
  if (apart > most_difference) return 0;
  return (recorded_minus_true > 0 ? older_ : younger_) / (most_difference - 4);
}

std::vector<double> AgeLikelihood::stated(double low, double high) const {
  const int first = std::clamp(static_cast<int>(std::floor(low)), 0, age_count - 1);
  const int last = std::clamp(static_cast<int>(std::floor(high)), first, age_count - 1);
  std::vector<double> likelihood(age_count, floor_share / age_count);
  for (int age = 0; age < age_count; ++age)
    for (int recorded = first; recorded <= last; ++recorded)
      likelihood[static_cast<std::size_t>(age)] +=
          difference(recorded - age) / static_cast<double>(last - first + 1);
  return likelihood;
}

std::vector<double> AgeLikelihood::born_between(double low, double high) const {
  const int first = std::clamp(static_cast<int>(low), 0, age_count - 1);
  const int last = std::clamp(static_cast<int>(high), first, age_count - 1);
  // A wrong birth date is as wrong as a recorded age may be, and rarely right by chance.
  auto likelihood = stated(first, last);
  for (double& l : likelihood) l *= birth_wrong_;
  for (int age = first; age <= last; ++age)
    likelihood[static_cast<std::size_t>(age)] +=
        (1 - birth_wrong_) / static_cast<double>(last - first + 1);
  return likelihood;
}

double AgeLikelihood::least_sd(std::string_view method, double middle) const {
  const double adult = method == "soft_tissue"         ? sd_soft_tissue_
                       : method == "auricular_surface" ? sd_auricular_
                       : method == "teeth"             ? sd_teeth_
                                                       : sd_skeletal_;
  const double growth = std::min(middle / grown_, 1.0);
  return adult * growth * growth;
}

std::vector<double> AgeLikelihood::opinion(std::string_view method, double low, double high) const {
  if (method == "stated" || method == "document") return stated(low, high);
  if (method == "pubic_symphysis")
    if (auto phase = suchey_brooks(low, high, outside_); !phase.empty()) return phase;
  const double end = high + 1;  // "35" lasts until the 36th birthday
  const double middle = (low + end) / 2;
  const double width = end - low;
  const double least = least_sd(method, middle);
  // Total variance about the middle: that of the flat range plus that of its edges.
  const double edge = std::max(1.0, edge_growth_ * middle);
  const double sd = std::sqrt(std::max(edge * edge, least * least - width * width / 12));
  std::vector<double> likelihood;
  for (int age = 0; age < age_count; ++age) {
    const double a = middle_of_year(age);
    const double inside = (normal_cdf(end, a, sd) - normal_cdf(low, a, sd)) / width;
    likelihood.push_back((1 - outside_) * inside +
                         outside_ * normal_density(a, middle, outside_sd_));
  }
  return likelihood;
}

std::vector<double> AgeLikelihood::fallback() const {
  std::vector<double> share;
  for (int age = 0; age < age_count; ++age)
    share.push_back((1 - any_age_) * normal_density(middle_of_year(age), mean_, sd_) +
                    any_age_ / age_count);
  normalise(share);
  return share;
}

std::vector<double> suchey_brooks(double low, double high, double outside) {
  for (const Phases& phases : {male_phases, female_phases})
    for (const Phase& phase : phases) {
      if (phase.low != low || phase.high != high) continue;
      std::vector<double> likelihood;
      for (int age = 0; age < age_count; ++age) {
        const double a = middle_of_year(age);
        double sample = 5e-4;  // keeps the quotient finite where the sample has nobody
        for (const Phase& other : phases) sample += normal_density(a, other.mean, other.sd) / 6;
        likelihood.push_back((1 - outside) * normal_density(a, phase.mean, phase.sd) / sample +
                             outside);
      }
      return likelihood;
    }
  return {};
}

}  // namespace confronta

#include "models/stats/time_since_death.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/domain/number_text.h"
#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr std::array<double, interval_cells + 1> edges{
    0,   1,   2,   3,   4,   5,    7,    10,   14,   21,   30,   45,   60,    90,    120,
    180, 270, 365, 540, 730, 1095, 1460, 1825, 2555, 3650, 5475, 7300, 10950, 14600, 36525};

constexpr std::array<std::string_view, 7> grades{"fleshed",
                                                 "decomposed",
                                                 "focal_skeletonization",
                                                 "mummified",
                                                 "skeletonized_articulated",
                                                 "skeletonized",
                                                 "degraded_bone"};

double log_days(double days) { return portable_log(1 + days); }
/// The middle of a cell on the logarithmic scale.
double log_middle(std::size_t cell) {
  return (log_days(edges[cell]) + log_days(edges[cell + 1])) / 2;
}

}  // namespace

std::span<const double> interval_edges() { return edges; }

std::vector<std::string> interval_names() {
  std::vector<std::string> names;
  for (std::size_t c = 0; c < interval_cells; ++c) names.push_back(fixed_text(edges[c], 0));
  return names;
}

double nearest_interval_edge(double days) {
  double best = edges[0];
  for (const double edge : edges)
    if (std::fabs(log_days(edge) - log_days(days)) < std::fabs(log_days(best) - log_days(days)))
      best = edge;
  return best;
}

IntervalLikelihood::IntervalLikelihood(const Parameters& p)
    : softness_(p["dates.interval_softness"]),
      misjudged_(p["dates.interval_misjudged"]),
      misjudged_softness_(p["dates.interval_misjudged_softness"]),
      spread_(p["dates.condition_spread"]),
      slip_(p["dates.interval_slip"]) {
  for (const auto grade : grades) typical_.push_back(p["dates.typical_" + std::string{grade}]);
  for (const char* range : {"day", "week", "month", "year", "five_years"})
    shares_.push_back(p[std::string{"dates.found_within_"} + range]);
  fallback_ = spread_over_cells();
}

std::vector<double> IntervalLikelihood::stated(double low_days, double high_days) const {
  const double low = log_days(low_days);
  const double high = log_days(std::max(high_days, low_days + 1));
  std::vector<double> likelihood;
  for (std::size_t c = 0; c < interval_cells; ++c) {
    const auto within = [&, x = log_middle(c)](double softness) {
      return normal_cdf(high, x, softness) - normal_cdf(low, x, softness);
    };
    likelihood.push_back((1 - misjudged_) * within(softness_) +
                         misjudged_ * within(misjudged_softness_ * softness_));
  }
  return with_slips(std::move(likelihood));
}

std::vector<double> IntervalLikelihood::condition(std::string_view word) const {
  std::vector<double> likelihood(interval_cells, 1.0);
  const auto grade = std::find(grades.begin(), grades.end(), word);
  if (grade == grades.end()) return likelihood;
  const auto wanted = static_cast<std::size_t>(grade - grades.begin());
  for (std::size_t c = 0; c < interval_cells; ++c) {
    double all = 0;
    double this_one = 0;
    for (std::size_t g = 0; g < grades.size(); ++g) {
      const double bell = normal_density(log_middle(c), log_days(typical_[g]), spread_) + 1e-12;
      all += bell;
      if (g == wanted) this_one = bell;
    }
    likelihood[c] = this_one / all;
  }
  return with_slips(std::move(likelihood));
}

std::vector<double> IntervalLikelihood::with_slips(std::vector<double> likelihood) const {
  const double as_of_another = dot(fallback_, likelihood);
  for (double& l : likelihood) l = (1 - slip_) * l / as_of_another + slip_;
  return likelihood;
}

std::vector<double> IntervalLikelihood::spread_over_cells() const {
  constexpr std::array<double, 6> ends{1, 7, 30, 365, 1825, 36525};
  std::vector<double> share;
  for (std::size_t c = 0; c < interval_cells; ++c) {
    std::size_t range = 0;
    while (edges[c] >= ends[range]) ++range;
    double within = 1;
    for (const double s : shares_) within -= range == shares_.size() ? s : 0;
    if (range < shares_.size()) within = shares_[range];
    const double start = range == 0 ? 0 : ends[range - 1];
    share.push_back(within * (log_days(edges[c + 1]) - log_days(edges[c])) /
                    (log_days(ends[range]) - log_days(start)));
  }
  normalise(share);
  return share;
}

}  // namespace confronta

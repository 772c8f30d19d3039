#include "engine/infer/identity_posteriors.h"

#include <algorithm>

#include "engine/infer/coupling.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double least_log = -700;  // portable_exp of less is not worth computing

/// All kept pairs as one matching problem, in which a lot's places are nodes of their own.
class Inference {
 public:
  Inference(const ScoredRelation& scored, const IdentityPrior& prior, const Parameters& parameters)
      : scored_(scored), prior_(prior) {
    limits_.whole = {static_cast<std::uint32_t>(parameters["inference.exact_width"]),
                     parameters["inference.exact_work"]};
    limits_.log_floor = portable_log(std::max(parameters["inference.edge_floor"], 1e-300));
    limits_.width = static_cast<std::uint32_t>(parameters["inference.core_width"]);
    result_.left.resize(prior.rho.size());
    result_.right.resize(prior.sigma.size());
    result_.posterior.assign(scored.pairs.size(), 0);
  }

  IdentityPosteriors run() {
    for (const ScoredPair& pair : scored_.pairs) {
      const double chance = prior_.pair(pair.left, pair.right);
      result_.pairwise.push_back(pairwise_posterior(chance / (1 - chance), pair.score));
    }
    if (prior_.kappa <= 0) return std::move(result_);
    add_rows();
    add_pairs();
    const Cores cores = find_cores(problem_, {}, limits_);
    const CoupledPosteriors solved = solve_coupled(problem_, {}, cores);
    for (std::size_t e = 0; e < pair_of_edge_.size(); ++e)
      result_.posterior[pair_of_edge_[e]] += solved.edges[e];
    share_rests(solved);
    name_treatments(cores);
    result_.components.rounds = solved.rounds;
    result_.components.converged = solved.converged;
    return std::move(result_);
  }

 private:
  /// A row weighs 1 + lambda x the LRs of its pairs that were not kept.
  void add_rows() {
    const auto unlisted = [&](const std::vector<double>& odds, const std::vector<double>& rest) {
      std::vector<double> share(odds.size());
      for (std::size_t row = 0; row < odds.size(); ++row)
        share[row] = odds[row] / prior_.kappa * rest[row];
      return share;
    };
    problem_.left_rest = unlisted(prior_.left_odds(), scored_.rest_of_left);
    const std::vector<double> right = unlisted(prior_.right_odds(), scored_.rest_of_right);
    for (std::size_t row = 0; row < right.size(); ++row) {
      first_place_.push_back(static_cast<std::uint32_t>(problem_.right_rest.size()));
      problem_.right_rest.insert(problem_.right_rest.end(), prior_.places[row], right[row]);
    }
  }

  void add_pairs() {
    for (std::uint32_t p = 0; p < scored_.pairs.size(); ++p) {
      const auto [left, right, score] = scored_.pairs[p];
      const double lambda = prior_.lambda(left, right);
      if (!(lambda > 0)) continue;
      const double log_phi = portable_log(lambda) + score.log10() * log_of_ten;
      if (log_phi < least_log) continue;
      for (std::uint32_t place = 0; place < prior_.places[right]; ++place) {
        problem_.edges.push_back({left, first_place_[right] + place, log_phi});
        pair_of_edge_.push_back(p);
      }
    }
  }

  /// What the pairs leave of each row goes to "none" and "unlisted".
  void share_rests(const CoupledPosteriors& solved) {
    const auto share = [](Remainder& row, double free, double rest) {
      row.none = free / (1 + rest);
      row.unlisted = row.none * rest;
    };
    for (std::size_t row = 0; row < result_.left.size(); ++row)
      share(result_.left[row], solved.left_free[row], problem_.left_rest[row]);
    for (std::size_t row = 0; row < result_.right.size(); ++row) {
      double free = 0;
      for (std::uint32_t place = 0; place < prior_.places[row]; ++place)
        free += solved.right_free[first_place_[row] + place];
      share(result_.right[row], free / prior_.places[row], problem_.right_rest[first_place_[row]]);
    }
  }

  void name_treatments(const Cores& cores) {
    const auto name = [&](Remainder& row, std::size_t node) {
      row.treatment = cores.whole[node]                      ? Treatment::exact
                      : cores.of[node] != Cores::alone ? Treatment::exact_core
                                                       : Treatment::propagation;
    };
    for (std::size_t row = 0; row < result_.left.size(); ++row) name(result_.left[row], row);
    for (std::size_t row = 0; row < result_.right.size(); ++row)
      name(result_.right[row], result_.left.size() + first_place_[row]);
    for (const Core& core : cores.cores)
      ++(core.whole ? result_.components.exact : result_.components.cores);
    result_.components.largest = cores.largest;
  }

  const ScoredRelation& scored_;
  const IdentityPrior& prior_;
  CoreLimits limits_;
  MatchingProblem problem_;
  std::vector<std::uint32_t> first_place_;   // of each right row
  std::vector<std::uint32_t> pair_of_edge_;
  IdentityPosteriors result_;
};

}  // namespace

std::string_view treatment_name(Treatment treatment) {
  switch (treatment) {
    case Treatment::exact: return "exact";
    case Treatment::exact_core: return "exact_core";
    case Treatment::propagation: break;
  }
  return "propagation";
}

double pairwise_posterior(double odds, Score score) {
  if (!(odds > 0)) return 0;
  const double log_odds = portable_log(odds) + score.log10() * log_of_ten;
  if (log_odds < least_log) return 0;
  return 1 / (1 + portable_exp(-log_odds));
}

IdentityPosteriors infer_identity(const ScoredRelation& scored, const IdentityPrior& prior,
                                  const Parameters& parameters) {
  return Inference{scored, prior, parameters}.run();
}

}  // namespace confronta

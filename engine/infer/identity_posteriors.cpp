#include "engine/infer/identity_posteriors.h"

#include <algorithm>

#include "engine/infer/disjoint_sets.h"
#include "engine/infer/matching.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double least_log = -700;  // portable_exp of less is not worth computing

/// Strong pairs (phi at or over the edge floor) are solved component by component. Weak ones stay
/// outside: each adds its phi to the rest of both rows, and gets phi x P(both rows free).
class Inference {
 public:
  Inference(const ScoredRelation& scored, const IdentityPrior& prior, const Parameters& parameters)
      : scored_(scored),
        prior_(prior),
        log_floor_(portable_log(std::max(parameters["inference.edge_floor"], 1e-300))),
        limits_{static_cast<std::uint32_t>(parameters["inference.exact_width"]),
                parameters["inference.exact_work"]} {
    result_.left.resize(prior.rho.size());
    result_.right.resize(prior.sigma.size());
    result_.posterior.assign(scored.pairs.size(), 0);
  }

  IdentityPosteriors run() {
    weigh();
    if (prior_.kappa <= 0) return std::move(result_);
    for (const std::vector<std::uint32_t>& pairs : components()) solve_component(pairs);
    share_rest();
    return std::move(result_);
  }

 private:
  bool strong(std::size_t pair) const { return log_phi_[pair] >= log_floor_; }
  double phi(std::size_t pair) const {
    return log_phi_[pair] > least_log ? portable_exp(log_phi_[pair]) : 0;
  }

  /// phi of every pair, and what every row has to weigh beside its strong pairs.
  void weigh() {
    const std::vector<double> left_odds = prior_.left_odds();
    const std::vector<double> right_odds = prior_.right_odds();
    const auto unlisted = [&](const std::vector<double>& odds, const std::vector<double>& rest) {
      std::vector<double> share(odds.size(), 0);
      for (std::size_t row = 0; row < odds.size() && prior_.kappa > 0; ++row)
        share[row] = odds[row] / prior_.kappa * rest[row];
      return share;
    };
    unlisted_left_ = unlisted(left_odds, scored_.rest_of_left);
    unlisted_right_ = unlisted(right_odds, scored_.rest_of_right);
    rest_left_ = unlisted_left_;
    rest_right_ = unlisted_right_;
    for (const ScoredPair& pair : scored_.pairs) {
      const double chance = prior_.pair(pair.left, pair.right);
      result_.pairwise.push_back(pairwise_posterior(chance / (1 - chance), pair.score));
      const double lambda = prior_.lambda(pair.left, pair.right);
      log_phi_.push_back(lambda > 0 ? portable_log(lambda) + pair.score.log10() * log_of_ten
                                    : 2 * least_log);
    }
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      if (strong(p)) continue;
      const ScoredPair& pair = scored_.pairs[p];
      rest_left_[pair.left] += phi(p) * prior_.places[pair.right];
      rest_right_[pair.right] += phi(p);
    }
  }

  /// The strong pairs of each component, by its first pair.
  std::vector<std::vector<std::uint32_t>> components() const {
    const auto lefts = static_cast<std::uint32_t>(prior_.rho.size());
    DisjointSets sets{prior_.rho.size() + prior_.sigma.size()};
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p)
      if (strong(p)) sets.join(scored_.pairs[p].left, lefts + scored_.pairs[p].right);
    std::vector<std::vector<std::uint32_t>> components;
    constexpr std::uint32_t none = ~std::uint32_t{0};
    std::vector<std::uint32_t> number(prior_.rho.size() + prior_.sigma.size(), none);
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      if (!strong(p)) continue;
      std::uint32_t& n = number[sets.find(scored_.pairs[p].left)];
      if (n == none) {
        n = static_cast<std::uint32_t>(components.size());
        components.emplace_back();
      }
      components[n].push_back(static_cast<std::uint32_t>(p));
    }
    return components;
  }

  void solve_component(const std::vector<std::uint32_t>& pairs) {
    std::vector<RowId> lefts, rights;
    for (const std::uint32_t p : pairs) {
      lefts.push_back(scored_.pairs[p].left);
      rights.push_back(scored_.pairs[p].right);
    }
    for (std::vector<RowId>* rows : {&lefts, &rights}) {
      std::sort(rows->begin(), rows->end());
      rows->erase(std::unique(rows->begin(), rows->end()), rows->end());
    }
    MatchingProblem problem;
    for (const RowId row : lefts) problem.left_rest.push_back(rest_left_[row]);
    std::vector<std::uint32_t> first_place;
    for (const RowId row : rights) {
      first_place.push_back(static_cast<std::uint32_t>(problem.right_rest.size()));
      problem.right_rest.insert(problem.right_rest.end(), prior_.places[row], rest_right_[row]);
    }
    const auto index = [](const std::vector<RowId>& rows, RowId row) {
      return static_cast<std::uint32_t>(std::lower_bound(rows.begin(), rows.end(), row) -
                                        rows.begin());
    };
    std::vector<std::uint32_t> pair_of_edge;
    for (const std::uint32_t p : pairs) {
      const ScoredPair& pair = scored_.pairs[p];
      for (std::uint32_t place = 0; place < prior_.places[pair.right]; ++place) {
        problem.edges.push_back(
            {index(lefts, pair.left), first_place[index(rights, pair.right)] + place, log_phi_[p]});
        pair_of_edge.push_back(p);
      }
    }
    const MatchingPosteriors solved = solve(problem, limits_);
    for (std::size_t e = 0; e < pair_of_edge.size(); ++e)
      result_.posterior[pair_of_edge[e]] += solved.edges[e];
    for (const RowId row : lefts) result_.left[row].exact = solved.exact;
    for (const RowId row : rights) result_.right[row].exact = solved.exact;
    ++(solved.exact ? result_.components.exact : result_.components.propagated);
    result_.components.unconverged += !solved.converged;
    result_.components.largest =
        std::max<std::uint64_t>(result_.components.largest, lefts.size() + rights.size());
  }

  /// What the strong pairs leave of each row goes to "none", "unlisted" and the weak pairs.
  void share_rest() {
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      const ScoredPair& pair = scored_.pairs[p];
      result_.left[pair.left].none -= result_.posterior[p];
      result_.right[pair.right].none -= result_.posterior[p] / prior_.places[pair.right];
    }
    const auto shared = [](std::vector<Remainder>& rows, const std::vector<double>& rest,
                           const std::vector<double>& unlisted) {
      std::vector<double> free(rows.size());
      for (std::size_t row = 0; row < rows.size(); ++row) {
        rows[row].none = std::clamp(rows[row].none, 0.0, 1.0);
        free[row] = rows[row].none / (1 + rest[row]);
        rows[row].unlisted = unlisted[row] * free[row];
        rows[row].none -= rows[row].unlisted;
      }
      return free;
    };
    const std::vector<double> left_free = shared(result_.left, rest_left_, unlisted_left_);
    const std::vector<double> right_free = shared(result_.right, rest_right_, unlisted_right_);
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      if (strong(p)) continue;
      const ScoredPair& pair = scored_.pairs[p];
      const double on_place = phi(p) * left_free[pair.left] * right_free[pair.right];
      result_.posterior[p] = on_place * prior_.places[pair.right];
      result_.left[pair.left].none -= result_.posterior[p];
      result_.right[pair.right].none -= on_place;
    }
    for (std::vector<Remainder>* rows : {&result_.left, &result_.right})
      for (Remainder& row : *rows) row.none = std::max(0.0, row.none);
  }

  const ScoredRelation& scored_;
  const IdentityPrior& prior_;
  double log_floor_;
  MatchingLimits limits_;
  std::vector<double> log_phi_;  // ln (lambda LR), of each pair, for one place
  std::vector<double> unlisted_left_, unlisted_right_;  // lambda x LR of pairs not kept
  std::vector<double> rest_left_, rest_right_;          // and of the weak pairs
  IdentityPosteriors result_;
};

}  // namespace

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

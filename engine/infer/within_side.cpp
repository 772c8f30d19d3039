#include "engine/infer/within_side.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "engine/infer/disjoint_sets.h"
#include "engine/infer/identity_posteriors.h"
#include "engine/infer/partition.h"
#include "engine/score/totals.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double certain = 1000;    // ln phi of a must-link; solve() caps it
constexpr double least_log = -700;  // portable_exp of less is not worth computing

bool by_rows(const ScoredPair& a, const ScoredPair& b) {
  return a.left != b.left ? a.left < b.left : a.right < b.right;
}

class Inference {
 public:
  Inference(const PreparedRelation& relation, ScoredRelation scored, const WithinSidePrior& prior,
            const LinkRules* rules, const Parameters& parameters)
      : relation_(relation),
        scored_(std::move(scored)),
        prior_(prior),
        rules_(rules),
        log_floor_(portable_log(std::max(parameters["inference.link_floor"], 1e-300))),
        log_decision_(parameters["inference.decision_bans"] * log_of_ten),
        sets_(scored_.rest_of_left.size()),
        rest_(scored_.rest_of_left) {
    for (RowId row = 0; row < rest_.size(); ++row) rest_[row] *= prior.mean_odds(row);
  }

  WithinSidePosteriors run() {
    add_linked_pairs();
    for (const ScoredPair& pair : scored_.pairs) {
      log_phi_.push_back(log_phi(pair));
      result_.pairwise.push_back(
          pairwise_posterior(prior_.odds(pair.left, pair.right), pair.score));
    }
    join_pieces();
    add_rests();
    result_.posterior.assign(scored_.pairs.size(), 0);
    free_.resize(rest_.size());
    for (std::size_t row = 0; row < rest_.size(); ++row) free_[row] = 1 / (1 + rest_[row]);
    solve_pieces();
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      const ScoredPair& pair = scored_.pairs[p];
      if (!together(pair) && !apart(pair.left, pair.right))
        result_.posterior[p] = phi(p) * free_[pair.left] * free_[pair.right];
    }
    result_.pairs = std::move(scored_.pairs);
    return std::move(result_);
  }

 private:
  bool must(RowId a, RowId b) const { return rules_ && rules_->must(relation_.relation, a, b); }
  bool apart(RowId a, RowId b) const { return rules_ && rules_->cannot(relation_.relation, a, b); }
  bool together(const ScoredPair& pair) { return sets_.find(pair.left) == sets_.find(pair.right); }
  double phi(std::size_t p) const {
    return log_phi_[p] > least_log ? portable_exp(std::min(log_phi_[p], -least_log)) : 0;
  }
  double log_phi(const ScoredPair& pair) const {
    if (must(pair.left, pair.right)) return certain;
    const double odds = prior_.odds(pair.left, pair.right);
    if (!(odds > 0)) return 2 * least_log;
    const bool agreed = rules_ && rules_->decided().of(relation_.relation, pair.left, pair.right) ==
                                      Decided::weighted;
    return portable_log(odds) + pair.score.log10() * log_of_ten + (agreed ? log_decision_ : 0);
  }

  /// A must-link, and a pair that was decided, is published even where its evidence is weak.
  void add_linked_pairs() {
    if (!rules_) return;
    std::set<std::pair<RowId, RowId>> linked;
    for (const auto& rows : rules_->must(relation_.relation)) linked.insert(rows);
    for (const auto& [key, how] : rules_->decided().pairs())
      if (std::get<0>(key) == relation_.relation)
        linked.emplace(std::get<1>(key), std::get<2>(key));
    std::vector<ScoredPair> missing;
    for (const auto& [a, b] : linked) {
      const ScoredPair pair{a, b, total_of(relation_, a, b)};
      if (!std::binary_search(scored_.pairs.begin(), scored_.pairs.end(), pair, by_rows))
        missing.push_back(pair);
    }
    scored_.pairs.insert(scored_.pairs.end(), missing.begin(), missing.end());
    std::sort(scored_.pairs.begin(), scored_.pairs.end(), by_rows);
  }

  void join_pieces() {
    std::vector<std::uint32_t> strong;
    for (std::uint32_t p = 0; p < scored_.pairs.size(); ++p)
      if (log_phi_[p] >= log_floor_ && !apart(scored_.pairs[p].left, scored_.pairs[p].right))
        strong.push_back(p);
    std::stable_sort(strong.begin(), strong.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return log_phi_[a] > log_phi_[b]; });
    for (const std::uint32_t p : strong) {
      const auto [left, right, score] = scored_.pairs[p];
      if (sets_.find(left) == sets_.find(right)) continue;
      if (sets_.size(left) + sets_.size(right) <= PartitionProblem::most_records)
        sets_.join(left, right);
      else
        ++result_.cut;
    }
  }

  /// Pairs across pieces are what each of their records has to weigh beside its piece.
  void add_rests() {
    for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
      const ScoredPair& pair = scored_.pairs[p];
      if (together(pair) || apart(pair.left, pair.right)) continue;
      rest_[pair.left] += phi(p);
      rest_[pair.right] += phi(p);
    }
  }

  void solve_pieces() {
    std::vector<std::vector<RowId>> members(rest_.size());
    for (RowId row = 0; row < rest_.size(); ++row)
      if (sets_.size(row) > 1) members[sets_.find(row)].push_back(row);
    for (const std::vector<RowId>& rows : members)
      if (!rows.empty()) solve_piece(rows);
  }

  void solve_piece(const std::vector<RowId>& rows) {
    ++result_.pieces;
    const auto n = static_cast<std::uint32_t>(rows.size());
    PartitionProblem problem{n};
    for (std::uint32_t a = 0; a < n; ++a) {
      problem.rest[a] = rest_[rows[a]];
      for (std::uint32_t b = a + 1; b < n; ++b) {
        const std::size_t kept = index_of(rows[a], rows[b]);
        const double weight =
            kept < scored_.pairs.size()
                ? log_phi_[kept]
                : log_phi({rows[a], rows[b], total_of(relation_, rows[a], rows[b])});
        problem.log_phi[a * n + b] = problem.log_phi[b * n + a] = weight;
        problem.apart[a * n + b] = problem.apart[b * n + a] = apart(rows[a], rows[b]);
      }
    }
    const PartitionPosteriors solved = solve(problem);
    for (std::uint32_t a = 0; a < n; ++a) {
      free_[rows[a]] = solved.alone[a] / (1 + rest_[rows[a]]);
      for (std::uint32_t b = a + 1; b < n; ++b)
        if (const std::size_t kept = index_of(rows[a], rows[b]); kept < scored_.pairs.size())
          result_.posterior[kept] = solved.together[a * n + b];
    }
  }

  std::size_t index_of(RowId left, RowId right) const {
    const ScoredPair wanted{left, right, {}};
    const auto at = std::lower_bound(scored_.pairs.begin(), scored_.pairs.end(), wanted, by_rows);
    const bool found = at != scored_.pairs.end() && at->left == left && at->right == right;
    return found ? static_cast<std::size_t>(at - scored_.pairs.begin()) : scored_.pairs.size();
  }

  const PreparedRelation& relation_;
  ScoredRelation scored_;
  const WithinSidePrior& prior_;
  const LinkRules* rules_;
  double log_floor_;
  double log_decision_;
  DisjointSets sets_;         // the pieces
  std::vector<double> rest_;  // of each row: phi of pairs that its piece does not hold
  std::vector<double> free_;  // of each row: P(no partner at all)
  std::vector<double> log_phi_;
  WithinSidePosteriors result_;
};

}  // namespace

WithinSidePosteriors infer_within_side(const PreparedRelation& relation, ScoredRelation scored,
                                       const WithinSidePrior& prior, const LinkRules* rules,
                                       const Parameters& parameters) {
  return Inference{relation, std::move(scored), prior, rules, parameters}.run();
}

}  // namespace confronta

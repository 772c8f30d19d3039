#include "engine/infer/identity_posteriors.h"

#include <algorithm>

#include "engine/infer/coupling.h"
#include "engine/infer/identity_side.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr double least_log = -700;  // portable_exp of less is not worth computing

/// All kept pairs as one matching problem.
class Inference {
 public:
  Inference(const ScoredRelation& scored, const IdentityPrior& prior, const Parameters& parameters,
            const Doubts& doubts, const DecidedRows& decided,
            std::span<const GroupEvidence* const> evidence)
      : scored_(scored),
        prior_(prior),
        doubts_(doubts),
        decided_(decided),
        evidence_(evidence),
        joint_limits_(parameters),
        log_decision_(parameters["inference.decision_bans"] * log_of_ten),
        left_(prior.rho, prior.left_odds(), {}, scored.rest_of_left, prior.kappa, doubts.reports),
        right_(prior.sigma, prior.right_odds(), prior.places, scored.rest_of_right, prior.kappa,
               doubts.remains) {
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
    problem_.left_rest = left_.node_rests();
    problem_.right_rest = right_.node_rests();
    for (const ScoredPair& pair : scored_.pairs) add_pair(pair);
    for (const ScoredPair& pair : doubts_.pairs) add_pair(pair);
    std::vector<Twins> twins;
    left_.add_twins(true, twins);
    right_.add_twins(false, twins);
    const std::vector<JointGroup> groups = joint_groups(twins);
    const Cores cores = find_cores(problem_, twins, limits_, groups);
    const CoupledPosteriors solved = solve_coupled(problem_, twins, cores, groups);
    share_rests(left_, solved.left_free, result_.left);
    share_rests(right_, solved.right_free, result_.right);
    for (std::size_t e = 0; e < solved.edges.size(); ++e)
      add_posterior(*pair_of_edge_[e], solved.edges[e]);
    name_treatments(cores);
    result_.components.rounds = solved.rounds;
    result_.components.strong_between = solved.strong_between;
    result_.components.converged = solved.converged;
    return std::move(result_);
  }

 private:
  void add_pair(const ScoredPair& pair) {
    const Decided decided = decided_of(pair);
    if (decided == Decided::excluded) return;
    double log_phi = greatest_log_weight;
    if (decided != Decided::certain) {
      const double lambda = left_.odds[pair.left] * right_.odds[pair.right] / prior_.kappa;
      if (!(lambda > 0)) return;
      log_phi = portable_log(lambda) + pair.score.log10() * log_of_ten;
      if (decided == Decided::weighted) log_phi += log_decision_;
      if (log_phi < least_log) return;
    }
    for (std::uint32_t place = 0; place < right_.places[pair.right]; ++place) {
      problem_.edges.push_back({pair.left, right_.first_node[pair.right] + place, log_phi});
      pair_of_edge_.push_back(&pair);
    }
  }

  /// What the evidence says of several reports together, as far as cores have room for it. A lot
  /// and what two rows would be as one take no part.
  std::vector<JointGroup> joint_groups(const std::vector<Twins>& twins) {
    std::vector<std::optional<RowId>> row_of_node(problem_.right_rest.size());
    for (RowId row = 0; row < right_.rows; ++row)
      if (right_.places[row] == 1) row_of_node[right_.first_node[row]] = row;
    std::vector<JointGroup> groups;
    for (const GroupEvidence* evidence : evidence_)
      for (JointGroup& group : weigh_jointly(*evidence, problem_, joint_limits_,
                                             [&](std::uint32_t node) { return row_of_node[node]; }))
        groups.push_back(std::move(group));
    const std::size_t all = groups.size();
    groups = fitting(std::move(groups), problem_, twins, limits_);
    result_.components.joint = groups.size();
    result_.components.joint_left_out = all - groups.size();
    return groups;
  }

  /// How decisions bear on the pair, or on any pair that it stands for. What would stand in the way
  /// of a certain pair is excluded with it.
  Decided decided_of(const ScoredPair& pair) const {
    if (decided_.empty()) return Decided::no;
    Decided strongest = Decided::no;
    for (const RowId left : left_.stands_for(pair.left))
      for (const RowId right : right_.stands_for(pair.right)) {
        const Decided own = decided_.of(left, right);
        if (own == Decided::excluded) return own;
        const bool taken = decided_.left_is_certain(left) ||
                           (decided_.right_is_certain(right) && right_.places[right] == 1);
        if (taken && own != Decided::certain) return Decided::excluded;
        if (own != Decided::no && strongest != Decided::certain) strongest = own;
      }
    return strongest;
  }

  /// What the pairs leave of each row, by itself or as one with its twin, goes to "none" and
  /// "unlisted".
  static void share_rests(const IdentitySide& side, const std::vector<double>& free,
                          std::vector<Remainder>& rows) {
    for (Remainder& row : rows) row.none = 0;
    for (RowId r = 0; r < side.places.size(); ++r) {
      double none = 0;
      for (std::uint32_t place = 0; place < side.places[r]; ++place)
        none += free[side.first_node[r] + place] / (1 + side.rest[r]) / side.places[r];
      for (const RowId row : side.stands_for(r)) {
        rows[row].none += none;
        rows[row].unlisted += none * side.rest[r];
      }
    }
  }

  /// To every kept pair of the rows that the pair stands for; a row of which none of those was kept
  /// has it from an unlisted record.
  void add_posterior(const ScoredPair& pair, double posterior) {
    if (pair.left < left_.rows && pair.right < right_.rows) {
      result_.posterior[static_cast<std::size_t>(&pair - scored_.pairs.data())] += posterior;
      return;
    }
    const std::vector<RowId> lefts = left_.stands_for(pair.left);
    const std::vector<RowId> rights = right_.stands_for(pair.right);
    std::vector<char> left_told(lefts.size(), 0), right_told(rights.size(), 0);
    for (std::size_t l = 0; l < lefts.size(); ++l)
      for (std::size_t r = 0; r < rights.size(); ++r)
        if (const std::size_t kept = index_of(lefts[l], rights[r]); kept < scored_.pairs.size()) {
          result_.posterior[kept] += posterior;
          left_told[l] = right_told[r] = 1;
        }
    for (std::size_t l = 0; l < lefts.size(); ++l)
      if (!left_told[l]) result_.left[lefts[l]].unlisted += posterior;
    for (std::size_t r = 0; r < rights.size(); ++r)
      if (!right_told[r]) result_.right[rights[r]].unlisted += posterior / right_.places[rights[r]];
  }

  std::size_t index_of(RowId left, RowId right) const {
    const auto at = std::lower_bound(scored_.pairs.begin(), scored_.pairs.end(),
                                     std::pair{left, right}, [](const ScoredPair& p, auto wanted) {
                                       return std::pair{p.left, p.right} < wanted;
                                     });
    const bool found = at != scored_.pairs.end() && at->left == left && at->right == right;
    return found ? static_cast<std::size_t>(at - scored_.pairs.begin()) : scored_.pairs.size();
  }

  void name_treatments(const Cores& cores) {
    const auto name = [&](Remainder& row, std::size_t node) {
      row.treatment = cores.whole[node]                ? Treatment::exact
                      : cores.of[node] != Cores::alone ? Treatment::exact_core
                                                       : Treatment::propagation;
    };
    for (RowId row = 0; row < left_.rows; ++row) name(result_.left[row], row);
    for (RowId row = 0; row < right_.rows; ++row)
      name(result_.right[row], problem_.left_rest.size() + right_.first_node[row]);
    for (const Core& core : cores.cores)
      ++(core.whole ? result_.components.exact : result_.components.cores);
    result_.components.largest = cores.largest;
  }

  const ScoredRelation& scored_;
  const IdentityPrior& prior_;
  const Doubts& doubts_;
  const DecidedRows& decided_;
  std::span<const GroupEvidence* const> evidence_;
  JointLimits joint_limits_;
  double log_decision_;  // ln of what agreement on other evidence weighs
  IdentitySide left_, right_;
  CoreLimits limits_;
  MatchingProblem problem_;
  std::vector<const ScoredPair*> pair_of_edge_;
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
                                  const Parameters& parameters, const Doubts& doubts,
                                  const DecidedRows& decided,
                                  std::span<const GroupEvidence* const> groups) {
  if (prior.kappa > 0) return Inference{scored, prior, parameters, doubts, decided, groups}.run();
  IdentityPosteriors nothing;
  nothing.pairwise.assign(scored.pairs.size(), 0);
  nothing.posterior.assign(scored.pairs.size(), 0);
  nothing.left.resize(prior.rho.size());
  nothing.right.resize(prior.sigma.size());
  return nothing;
}

}  // namespace confronta

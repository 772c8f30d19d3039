#include "engine/dvi/joint.h"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <utility>

#include "engine/dvi/family_assignments.h"
#include "engine/dvi/family_likelihood.h"

namespace confronta::dvi {
namespace {

using genetics::ScaledNumber;
using VictimSet = std::uint64_t;

// A weight for every set of taken victims that still matter, in the order in which they were met.
class Weights {
 public:
  explicit Weights(ScaledNumber of_the_empty_set) { (*this)[0] = of_the_empty_set; }
  Weights() = default;

  ScaledNumber& operator[](VictimSet taken) {
    const auto [place, is_new] = place_.emplace(taken, list_.size());
    if (is_new) list_.emplace_back(taken, ScaledNumber());
    return list_[place->second].second;
  }
  const ScaledNumber& at(VictimSet taken) const { return list_[place_.at(taken)].second; }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }

 private:
  std::vector<std::pair<VictimSet, ScaledNumber>> list_;
  std::unordered_map<VictimSet, std::size_t> place_;
};

class JointSum {
 public:
  JointSum(const Problem& problem, const std::vector<std::vector<FamilyAssignment>>& families)
      : problem_(problem), families_(families), wanted_later_(families_.size(), 0) {
    for (std::size_t f = families_.size(); f-- > 1;) {
      wanted_later_[f - 1] = wanted_later_[f];
      for (const FamilyAssignment& assignment : families_[f])
        wanted_later_[f - 1] |= assignment.victims;
    }
    forwards();
    backwards();
  }

  ScaledNumber total() const { return after_.front().begin()->second; }

  // All marginals as sums of what they are made of: 1 minus the others would have no digits left
  // where one is small.
  void add_marginals(JointPosterior& posterior) const {
    for (std::size_t f = 0; f < families_.size(); ++f) {
      const std::vector<std::size_t> decided = last_wanted_by(f);
      for (const FamilyAssignment& assignment : families_[f]) {
        ScaledNumber mass;
        std::vector<ScaledNumber> mass_without(decided.size());
        for (const auto& [taken, weight] : before_[f]) {
          if ((taken & assignment.victims) != 0) continue;
          const ScaledNumber product = weight * after_[f + 1].at(next(f, taken, assignment));
          mass += product;
          for (std::size_t k = 0; k < decided.size(); ++k)
            if (((taken | assignment.victims) >> decided[k] & 1U) == 0) mass_without[k] += product;
        }
        const ScaledNumber scale = assignment.ratio / total();
        for (std::size_t k = 0; k < decided.size(); ++k)
          posterior.victim_is_nobody[decided[k]] += (mass_without[k] * scale).value();
        add_family(posterior, f, assignment, (mass * scale).value());
      }
    }
  }

  std::vector<Assignment> best(std::size_t listed, double log_of_nobody) const {
    std::priority_queue<Node> open;
    std::size_t made = 0;
    open.push({best_after_.front().begin()->second, ScaledNumber(1.0), 0, 0, made++, {}});
    std::vector<Assignment> found;
    while (!open.empty() && found.size() < listed) {
      const Node node = open.top();
      open.pop();
      if (node.family == families_.size()) {
        found.push_back(
            {node.missing, log_of_nobody + node.weight.log(), (node.weight / total()).value()});
        found.back().missing.resize(problem_.victims.size(), nobody);
        continue;
      }
      for (const FamilyAssignment& assignment : families_[node.family]) {
        if ((node.taken & assignment.victims) != 0) continue;
        Node more = node;
        more.weight *= assignment.ratio;
        more.taken = next(node.family, node.taken, assignment);
        ++more.family;
        more.reach = more.weight * best_after_[more.family].at(more.taken);
        more.made = made++;
        more.missing.resize(problem_.victims.size(), nobody);
        for (const auto& [victim, missing] : assignment.placements)
          more.missing[static_cast<std::size_t>(victim)] = missing;
        open.push(std::move(more));
      }
    }
    return found;
  }

 private:
  // A choice for the first families, and the most that the rest can add to it.
  struct Node {
    ScaledNumber reach, weight;
    std::size_t family;
    VictimSet taken;
    std::size_t made;
    std::vector<int> missing;

    bool operator<(const Node& other) const {  // the greatest is next; of equals the first made
      if (reach < other.reach) return true;
      if (other.reach < reach) return false;
      return made > other.made;
    }
  };

  // Victims that this family could take and no later one: whether they are anybody is known after
  // it.
  std::vector<std::size_t> last_wanted_by(std::size_t f) const {
    VictimSet here = 0;
    for (const FamilyAssignment& assignment : families_[f]) here |= assignment.victims;
    std::vector<std::size_t> victims;
    for (std::size_t victim = 0; victim < problem_.victims.size(); ++victim)
      if (((here & ~wanted_later_[f]) >> victim & 1U) != 0) victims.push_back(victim);
    return victims;
  }

  void add_family(JointPosterior& posterior, std::size_t f, const FamilyAssignment& assignment,
                  double share) const {
    std::vector<bool> is_somebody(problem_.missing.size(), false);
    for (const auto& [victim, missing] : assignment.placements) {
      posterior.pair[static_cast<std::size_t>(victim)][static_cast<std::size_t>(missing)] += share;
      is_somebody[static_cast<std::size_t>(missing)] = true;
    }
    for (std::size_t m = 0; m < problem_.missing.size(); ++m)
      if (problem_.missing[m].family == static_cast<int>(f) && !is_somebody[m])
        posterior.missing_is_nobody[m] += share;
  }

  VictimSet next(std::size_t f, VictimSet taken, const FamilyAssignment& assignment) const {
    return (taken | assignment.victims) & wanted_later_[f];
  }

  void forwards() {
    before_.emplace_back(ScaledNumber(1.0));
    for (std::size_t f = 0; f < families_.size(); ++f) {
      Weights after;
      for (const auto& [taken, weight] : before_[f])
        for (const FamilyAssignment& assignment : families_[f])
          if ((taken & assignment.victims) == 0)
            after[next(f, taken, assignment)] += weight * assignment.ratio;
      before_.push_back(std::move(after));
    }
  }

  // For every set that the forward pass met: the sum, and the best, of what is still to come.
  void backwards() {
    after_.resize(families_.size() + 1);
    best_after_.resize(families_.size() + 1);
    after_.back() = best_after_.back() = Weights(ScaledNumber(1.0));
    for (std::size_t f = families_.size(); f-- > 0;)
      for (const auto& [taken, weight] : before_[f]) {
        ScaledNumber sum, most;
        for (const FamilyAssignment& assignment : families_[f]) {
          if ((taken & assignment.victims) != 0) continue;
          const VictimSet then = next(f, taken, assignment);
          sum += assignment.ratio * after_[f + 1].at(then);
          const ScaledNumber reach = assignment.ratio * best_after_[f + 1].at(then);
          if (most < reach) most = reach;
        }
        after_[f][taken] = sum;
        best_after_[f][taken] = most;
      }
  }

  const Problem& problem_;
  const std::vector<std::vector<FamilyAssignment>>& families_;
  std::vector<VictimSet> wanted_later_;  // victims that a family after this one could take
  std::vector<Weights> before_, after_, best_after_;
};

// log L of "nobody is anybody": the families alone and every victim's genotype.
Result<double> log_of_nobody(const Problem& problem) {
  ScaledNumber product(1.0);
  for (std::size_t marker = 0; marker < problem.markers.size(); ++marker) {
    for (std::size_t f = 0; f < problem.families.size(); ++f) {
      const auto alone = FamilyLikelihood(problem, static_cast<int>(f), true).at(marker, {});
      if (!alone.ok()) return alone.error();
      product *= alone.value();
    }
    for (std::size_t victim = 0; victim < problem.victims.size(); ++victim) {
      const auto frequency = genotype_frequency(problem, static_cast<int>(victim), marker);
      if (!frequency.ok()) return frequency.error();
      product *= frequency.value();
    }
  }
  return product.log();
}

}  // namespace

Result<JointPosterior> joint_posterior(const Problem& problem, std::size_t listed) {
  if (problem.victims.size() > most_victims)
    return Error{"dvi.too_many_victims",
                 {std::to_string(problem.victims.size()), std::to_string(most_victims)},
                 {}};
  std::vector<std::vector<FamilyAssignment>> families;
  for (std::size_t f = 0; f < problem.families.size(); ++f) {
    auto list = family_assignments(problem, static_cast<int>(f));
    if (!list.ok()) return list.error();
    families.push_back(std::move(list).value());
  }
  const auto of_nobody = log_of_nobody(problem);
  if (!of_nobody.ok()) return of_nobody.error();

  const JointSum sum(problem, families);
  JointPosterior posterior;
  posterior.log_likelihood_of_nobody = of_nobody.value();
  posterior.log_evidence = of_nobody.value() + sum.total().log();
  posterior.pair.assign(problem.victims.size(), std::vector<double>(problem.missing.size(), 0));
  posterior.missing_is_nobody.assign(problem.missing.size(), 0);
  posterior.victim_is_nobody.assign(problem.victims.size(), 0);
  sum.add_marginals(posterior);
  VictimSet wanted = 0;
  for (const auto& list : families)
    for (const FamilyAssignment& assignment : list) wanted |= assignment.victims;
  for (std::size_t victim = 0; victim < problem.victims.size(); ++victim)
    if ((wanted >> victim & 1U) == 0) posterior.victim_is_nobody[victim] = 1;
  posterior.best = sum.best(listed, of_nobody.value());
  return posterior;
}

}  // namespace confronta::dvi

#include "models/stats/genetics/coancestry.h"

#include <algorithm>
#include <numeric>

#include "models/stats/genetics/urn_conditioning.h"

namespace confronta::genetics {
namespace {

// Number of set partitions of n things (Bell numbers), by Aitken's triangle.
double partitions(std::size_t n) {
  std::vector<double> row{1};
  for (std::size_t k = 0; k < n; ++k) {
    std::vector<double> next{row.back()};
    for (const double value : row) next.push_back(next.back() + value);
    row = std::move(next);
  }
  return row.front();
}

// Enumerates the partitions of all urns together and adds up the graph under each.
class PartitionSum {
 public:
  PartitionSum(const FactorGraph& graph, std::span<const Urn> urns, std::span<const int> kept)
      : graph_(graph),
        urns_(urns),
        kept_(kept),
        representative_(static_cast<std::size_t>(graph.size())) {
    std::iota(representative_.begin(), representative_.end(), 0);
    std::size_t entries = 1;
    for (const int variable : kept) entries *= static_cast<std::size_t>(graph.states(variable));
    total_.resize(entries);
  }

  ScaledTable run() {
    ScaledNumber idle(1.0);
    for (const Urn& urn : urns_) idle *= ScaledNumber(urn.idle_probability());
    place(0, 0, idle);
    return std::move(total_);
  }

 private:
  // Puts the unknown allele `next` of an urn into a block: with those it copies, or into a new one.
  void place(std::size_t urn, std::size_t next, const ScaledNumber& weight) {
    if (urn == urns_.size()) return add(weight);
    const Urn& drawn = urns_[urn];
    if (next == drawn.unknown().size()) return place(urn + 1, 0, weight);
    const int variable = drawn.unknown()[next];
    const double denominator = drawn.denominator(drawn.drawn() + static_cast<int>(next));
    const std::size_t first = blocks_.size();
    for (std::size_t block = block_begin(urn); block < first; ++block) {
      representative_[static_cast<std::size_t>(variable)] = blocks_[block].variable;
      const double copies = static_cast<double>(blocks_[block].members++);
      place(urn, next + 1, weight * ScaledNumber(copies * drawn.theta() / denominator));
      --blocks_[block].members;
    }
    representative_[static_cast<std::size_t>(variable)] = variable;
    blocks_.push_back({urn, variable, 1});
    place(urn, next + 1, weight * ScaledNumber(1 / denominator));
    blocks_.pop_back();
  }

  // Blocks of one urn stand together, the current urn's last.
  std::size_t block_begin(std::size_t urn) const {
    std::size_t begin = blocks_.size();
    while (begin > 0 && blocks_[begin - 1].urn == urn) --begin;
    return begin;
  }

  void add(const ScaledNumber& weight) {
    FactorGraph merged = graph_.unified(representative_);
    for (const Block& block : blocks_) merged.add_factor({block.variable}, urns_[block.urn].base());
    std::vector<int>
        wanted;  // kept variables that are still themselves, in the order of their first
    for (const int variable : kept_) {
      const int one = representative_[static_cast<std::size_t>(variable)];
      if (std::find(wanted.begin(), wanted.end(), one) == wanted.end()) wanted.push_back(one);
    }
    scatter(eliminate(merged, wanted, plan_elimination(merged, wanted).order), wanted, weight);
  }

  // Adds the table over the merged variables at the places where merged ones agree.
  void scatter(const Marginal& sum, const std::vector<int>& wanted, const ScaledNumber& weight) {
    std::vector<int> value(wanted.size(), 0);
    for (const double entry : sum.values) {
      std::size_t place = 0;
      for (const int variable : kept_) {
        const auto one = std::find(wanted.begin(), wanted.end(),
                                   representative_[static_cast<std::size_t>(variable)]);
        place = place * static_cast<std::size_t>(graph_.states(variable)) +
                static_cast<std::size_t>(value[static_cast<std::size_t>(one - wanted.begin())]);
      }
      total_[place] += ScaledNumber(entry, sum.exponent) * weight;
      for (std::size_t k = value.size(); k-- > 0;) {
        if (++value[k] < graph_.states(wanted[k])) break;
        value[k] = 0;
      }
    }
  }

  struct Block {
    std::size_t urn;
    int variable;
    int members;
  };

  const FactorGraph& graph_;
  std::span<const Urn> urns_;
  std::span<const int> kept_;
  std::vector<int> representative_;
  std::vector<Block> blocks_;
  ScaledTable total_;
};

}  // namespace

Urn::Urn(double theta, std::vector<double> frequencies)
    : theta_(theta), base_(std::move(frequencies)) {
  for (double& weight : base_) weight *= 1 - theta_;
  new_weight_ = std::accumulate(base_.begin(), base_.end(), 0.0);
}

double Urn::draw(int allele_class) {
  double& weight = base_[static_cast<std::size_t>(allele_class)];
  const double probability = weight / denominator(drawn_);
  weight += theta_;
  ++drawn_;
  return probability;
}

double Urn::idle_probability() const {
  double product = 1;
  const int before = drawn_ + static_cast<int>(unknown_.size());
  for (int n = before; n < before + idle_; ++n)
    product *= (n * theta_ + new_weight_) / denominator(n);
  return product;
}

std::optional<ScaledTable> sum_over_urns(const FactorGraph& graph, std::span<const Urn> urns,
                                         std::span<const int> kept,
                                         const std::optional<std::vector<int>>& parting,
                                         double most_work) {
  constexpr double overhead = 10000;  // of one partition's graph, in products
  double work = plan_elimination(graph, kept).work;
  if (!urns.empty()) work += overhead;
  for (const Urn& urn : urns) work *= partitions(urn.unknown().size());
  if (!urns.empty() && kept.empty() && parting) {
    const ConditionedSum conditioned(graph, urns, *parting);
    if (conditioned.work() < work && conditioned.work() <= most_work)
      return ScaledTable{conditioned.run()};
  }
  if (!(work <= most_work)) return std::nullopt;
  return PartitionSum(graph, urns, kept).run();
}

}  // namespace confronta::genetics

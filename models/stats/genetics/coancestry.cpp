#include "models/stats/genetics/coancestry.h"

#include <algorithm>
#include <cstdint>
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

// Sums of tables that carry powers of two of their own, under the greatest of them. What is 10^-300
// of another entry is lost, as within a table.
class TableSum {
 public:
  explicit TableSum(std::size_t entries) : values_(entries, 0) {}

  // What numbers of this weight, which is not 0, are to be multiplied with before they are added.
  double unit(const ScaledNumber& weight) {
    if (empty_ || weight.exponent() > exponent_) {
      const double shrink = empty_ ? 1 : ScaledNumber(1.0, exponent_ - weight.exponent()).value();
      for (double& value : values_) value *= shrink;
      exponent_ = weight.exponent();
      empty_ = false;
    }
    return ScaledNumber(weight.mantissa(), weight.exponent() - exponent_).value();
  }
  double& operator[](std::size_t at) { return values_[at]; }

  ScaledTable table() const {
    ScaledTable result;
    for (const double value : values_) result.emplace_back(value, exponent_);
    return result;
  }

 private:
  std::vector<double> values_;
  std::int64_t exponent_ = 0;
  bool empty_ = true;
};

// An impossible case: it has no weight, and its exponent says nothing.
bool is_zero(const Marginal& sum) {
  return std::all_of(sum.values.begin(), sum.values.end(), [](double v) { return v == 0; });
}

// Whether the wanted variables are drawn from the one urn and tied to nothing: somebody unrelated.
bool are_loose(const FactorGraph& graph, std::span<const Urn> urns, std::span<const int> kept) {
  if (urns.size() != 1 || kept.empty() || kept.size() > 2) return false;
  const auto unknown = urns.front().unknown();
  return std::all_of(kept.begin(), kept.end(), [&](int variable) {
    if (std::find(unknown.begin(), unknown.end(), variable) == unknown.end()) return false;
    return std::none_of(graph.factors().begin(), graph.factors().end(), [&](const Factor& factor) {
      return std::find(factor.variables.begin(), factor.variables.end(), variable) !=
             factor.variables.end();
    });
  });
}

// Enumerates the partitions of all urns together and adds up the graph under each.
//
// Loose variables are drawn after all others and are not enumerated with them: each is new, or a
// copy of a block's allele, so that only the distributions of the blocks and of their pairs are
// asked of the graph. Of two loose alleles a and b, beside blocks with the alleles x_1, x_2, ...,
//   base_a base_b + [a = b] theta base_a
//   + sum_j theta |j| ([a = x_j] base_b + [b = x_j] base_a + [a = b = x_j] theta (|j| + 1))
//   + sum_{j != k} theta^2 |j| |k| [a = x_j] [b = x_k].
class PartitionSum {
 public:
  PartitionSum(const FactorGraph& graph, std::span<const Urn> urns, std::span<const int> kept)
      : graph_(graph),
        urns_(urns),
        kept_(kept),
        loose_(are_loose(graph, urns, kept)),
        representative_(static_cast<std::size_t>(graph.size())),
        total_(entries(graph, kept)) {
    std::iota(representative_.begin(), representative_.end(), 0);
    for (const Urn& urn : urns) {
      auto& asked = asked_.emplace_back(urn.unknown().begin(), urn.unknown().end());
      if (loose_) std::erase_if(asked, [&](int variable) { return is_kept(variable); });
    }
  }

  ScaledTable run() {
    ScaledNumber idle(1.0);
    for (const Urn& urn : urns_) idle *= ScaledNumber(urn.idle_probability());
    place(0, 0, idle);
    return total_.table();
  }

 private:
  struct Block {
    std::size_t urn;
    int variable;
    int members;
  };

  static std::size_t entries(const FactorGraph& graph, std::span<const int> kept) {
    std::size_t product = 1;
    for (const int variable : kept) product *= static_cast<std::size_t>(graph.states(variable));
    return product;
  }
  bool is_kept(int variable) const {
    return std::find(kept_.begin(), kept_.end(), variable) != kept_.end();
  }

  // Puts the unknown allele `next` of an urn into a block: with those it copies, or into a new one.
  void place(std::size_t urn, std::size_t next, const ScaledNumber& weight) {
    if (urn == urns_.size()) return add(weight);
    const Urn& drawn = urns_[urn];
    if (next == asked_[urn].size()) return place(urn + 1, 0, weight);
    const int variable = asked_[urn][next];
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
    if (loose_) return add_loose(merged, weight);
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
    if (is_zero(sum)) return;
    const double unit = total_.unit(weight * ScaledNumber(1.0, sum.exponent));
    std::vector<int> value(wanted.size(), 0);
    for (const double entry : sum.values) {
      std::size_t place = 0;
      for (const int variable : kept_) {
        const auto one = std::find(wanted.begin(), wanted.end(),
                                   representative_[static_cast<std::size_t>(variable)]);
        place = place * static_cast<std::size_t>(graph_.states(variable)) +
                static_cast<std::size_t>(value[static_cast<std::size_t>(one - wanted.begin())]);
      }
      total_[place] += entry * unit;
      for (std::size_t k = value.size(); k-- > 0;) {
        if (++value[k] < graph_.states(wanted[k])) break;
        value[k] = 0;
      }
    }
  }

  // The graph summed over all but the variables of some blocks.
  Marginal blocks_in(const FactorGraph& merged, const std::vector<int>& wanted) const {
    std::vector<int> open(wanted);
    open.insert(open.end(), kept_.begin(), kept_.end());  // in no table: nothing to sum over
    return eliminate(merged, wanted, plan_elimination(merged, open).order);
  }

  void add_loose(const FactorGraph& merged, const ScaledNumber& weight) {
    const Urn& urn = urns_.front();
    ScaledNumber each = weight;
    int draws = urn.drawn() + static_cast<int>(asked_.front().size());
    for (std::size_t k = 0; k < kept_.size(); ++k)
      each *= ScaledNumber(1 / urn.denominator(draws++));
    const auto unit_of = [&](const Marginal& sum) {
      return total_.unit(each * ScaledNumber(1.0, sum.exponent));
    };
    if (blocks_.empty()) {
      const Marginal whole = blocks_in(merged, {});
      if (is_zero(whole)) return;
      add_new(whole.values.front() * unit_of(whole));
      return;
    }
    if (blocks_.size() == 1 || kept_.size() == 1) {
      for (std::size_t j = 0; j < blocks_.size(); ++j) {
        const Marginal one = blocks_in(merged, {blocks_[j].variable});
        if (is_zero(one)) return;
        const double unit = unit_of(one);
        if (j == 0) add_new(sum_of(one.values) * unit);
        add_copies(blocks_[j], one.values, unit);
      }
      return;
    }
    for (std::size_t j = 0; j < blocks_.size(); ++j)
      for (std::size_t k = j + 1; k < blocks_.size(); ++k) {
        const Marginal both = blocks_in(merged, {blocks_[j].variable, blocks_[k].variable});
        if (is_zero(both)) return;
        const double unit = unit_of(both);
        add_both(blocks_[j], blocks_[k], both.values, unit);
        if (j > 0) continue;
        if (k == 1) {
          add_new(sum_of(both.values) * unit);
          add_copies(blocks_[0], of_first(both.values), unit);
        }
        add_copies(blocks_[k], of_second(both.values), unit);
      }
  }

  // No loose allele is a copy of a block's; `weight` is of all the blocks can be.
  void add_new(double weight) {
    const std::vector<double>& base = urns_.front().base();
    for (std::size_t a = 0; a < base.size(); ++a) {
      if (kept_.size() == 1) {
        total_[a] += weight * base[a];
        continue;
      }
      for (std::size_t b = 0; b < base.size(); ++b)
        total_[a * base.size() + b] += weight * base[a] * base[b];
      total_[a * base.size() + a] += weight * base[a] * urns_.front().theta();
    }
  }

  // One loose allele is a copy of the block's and the other is new, or both are copies.
  void add_copies(const Block& block, const std::vector<double>& alleles, double unit) {
    const std::vector<double>& base = urns_.front().base();
    const double theta = urns_.front().theta();
    for (std::size_t a = 0; a < base.size(); ++a) {
      const double copy = unit * theta * block.members * alleles[a];
      if (kept_.size() == 1) {
        total_[a] += copy;
        continue;
      }
      for (std::size_t b = 0; b < base.size(); ++b) {
        total_[a * base.size() + b] += copy * base[b];
        total_[b * base.size() + a] += copy * base[b];
      }
      total_[a * base.size() + a] += copy * theta * (block.members + 1);
    }
  }

  // Each loose allele is a copy of another block's; `alleles` by those of j, then of k.
  void add_both(const Block& j, const Block& k, const std::vector<double>& alleles, double unit) {
    const double theta = urns_.front().theta();
    const double copies = unit * theta * theta * j.members * k.members;
    const std::size_t classes = urns_.front().base().size();
    for (std::size_t a = 0; a < classes; ++a)
      for (std::size_t b = 0; b < classes; ++b) {
        const double copy = copies * alleles[a * classes + b];
        total_[a * classes + b] += copy;
        total_[b * classes + a] += copy;
      }
  }

  static double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
  }
  std::vector<double> of_first(const std::vector<double>& both) const {
    const std::size_t classes = urns_.front().base().size();
    std::vector<double> sums(classes, 0);
    for (std::size_t at = 0; at < both.size(); ++at) sums[at / classes] += both[at];
    return sums;
  }
  std::vector<double> of_second(const std::vector<double>& both) const {
    const std::size_t classes = urns_.front().base().size();
    std::vector<double> sums(classes, 0);
    for (std::size_t at = 0; at < both.size(); ++at) sums[at % classes] += both[at];
    return sums;
  }

  const FactorGraph& graph_;
  std::span<const Urn> urns_;
  std::span<const int> kept_;
  bool loose_;
  std::vector<int> representative_;
  std::vector<std::vector<int>> asked_;  // of each urn: the unknown alleles to part into blocks
  std::vector<Block> blocks_;
  TableSum total_;
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
  const std::size_t loose = are_loose(graph, urns, kept) ? kept.size() : 0;
  for (const Urn& urn : urns) {
    const std::size_t asked = urn.unknown().size() - loose;
    work *= partitions(asked);
    if (loose == 2 && asked > 2) work *= static_cast<double>(asked * (asked - 1)) / 2;  // pairs
  }
  if (!urns.empty() && kept.empty() && parting) {
    const ConditionedSum conditioned(graph, urns, *parting);
    if (conditioned.work() < work && conditioned.work() <= most_work)
      return ScaledTable{conditioned.run()};
  }
  if (!(work <= most_work)) return std::nullopt;
  return PartitionSum(graph, urns, kept).run();
}

}  // namespace confronta::genetics

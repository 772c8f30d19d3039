#include "models/stats/genetics/urn_conditioning.h"

#include <algorithm>
#include <bit>

namespace confronta::genetics {
namespace {

// Z of all unknown alleles of an urn, for their functions h; see the header.
double urn_sum(const Urn& urn, std::span<const std::vector<double>> h) {
  const std::size_t classes = urn.base().size();
  const std::size_t all = std::size_t{1} << h.size();
  std::vector<double> products(all * classes);  // base times the h of a subset
  std::copy(urn.base().begin(), urn.base().end(), products.begin());
  std::vector<double> block(all), z(all);
  for (std::size_t set = 1; set < all; ++set) {
    const std::size_t rest = (set & (set - 1)) * classes;
    const std::vector<double>& first = h[static_cast<std::size_t>(std::countr_zero(set))];
    double sum = 0;
    for (std::size_t a = 0; a < classes; ++a)
      sum += products[set * classes + a] = products[rest + a] * first[a];
    double weight = 1;
    for (int members = 1; members < std::popcount(set); ++members) weight *= members * urn.theta();
    block[set] = weight * sum;
  }
  z[0] = 1;
  for (std::size_t set = 1; set < all; ++set) {
    const std::size_t others = set & (set - 1);
    const std::size_t first = set ^ others;
    for (std::size_t more = others;; more = (more - 1) & others) {
      z[set] += block[first | more] * z[others ^ more];
      if (more == 0) break;
    }
  }
  double denominator = 1;
  for (int k = 0; k < static_cast<int>(h.size()); ++k)
    denominator *= urn.denominator(urn.drawn() + k);
  return z[all - 1] / denominator * urn.idle_probability();
}

// What is left of a table when some variables are known (value >= 0), the others in their order.
Factor slice(const FactorGraph& graph, const Factor& factor, std::span<const int> value) {
  Factor result;
  std::vector<std::size_t> places{0};
  for (const int variable : factor.variables) {
    const auto states = static_cast<std::size_t>(graph.states(variable));
    const int known = value[static_cast<std::size_t>(variable)];
    if (known < 0) result.variables.push_back(variable);
    std::vector<std::size_t> next;
    for (const std::size_t place : places)
      for (std::size_t s = 0; s < states; ++s)
        if (known < 0 || s == static_cast<std::size_t>(known)) next.push_back(place * states + s);
    places = std::move(next);
  }
  for (const std::size_t place : places) result.values.push_back(factor.values[place]);
  return result;
}

bool is_constant(const Factor& factor) {
  return std::all_of(factor.values.begin(), factor.values.end(),
                     [&](double value) { return value == factor.values.front(); });
}

}  // namespace

ConditionedSum::ConditionedSum(const FactorGraph& graph, std::span<const Urn> urns,
                               std::span<const int> conditioned)
    : graph_(graph), urns_(urns), conditioned_(conditioned) {
  for (const Urn& urn : urns)
    unknown_.insert(unknown_.end(), urn.unknown().begin(), urn.unknown().end());
}

double ConditionedSum::work() const {
  constexpr double overhead = 500;  // of one table, in products
  double cases = 1, each = 0;
  for (const int variable : conditioned_) cases *= graph_.states(variable);
  for (const Factor& factor : graph_.factors())
    each += overhead + static_cast<double>(factor.values.size());
  for (const Urn& urn : urns_) {
    double subsets = 1, pairs = 1;
    for (std::size_t k = 0; k < urn.unknown().size(); ++k, subsets *= 2) pairs *= 3;
    each += subsets * static_cast<double>(urn.base().size()) + pairs;
  }
  return cases * each;
}

ScaledNumber ConditionedSum::one_case(std::span<const int> value) const {
  FactorGraph rest;
  for (int variable = 0; variable < graph_.size(); ++variable)
    rest.add_variable(value[static_cast<std::size_t>(variable)] < 0 ? graph_.states(variable) : 1);
  ScaledNumber product(1.0);
  for (const Factor& factor : graph_.factors()) {
    Factor left = slice(graph_, factor, value);
    if (!is_constant(left)) {
      rest.add_factor(std::move(left.variables), std::move(left.values));
      continue;
    }
    // a choice that was made otherwise: the table ties nothing any more
    product *= ScaledNumber(left.values.front());
    if (product.is_zero()) return product;
  }
  const Reduced reduced = reduce(rest, plan_elimination(rest, unknown_).order);
  product *= reduced.constant;
  std::vector<std::vector<double>> h;
  for (const int variable : unknown_) {
    auto& own = h.emplace_back(static_cast<std::size_t>(graph_.states(variable)), 1.0);
    for (const Factor& factor : reduced.factors) {
      if (factor.variables.front() != variable) continue;
      for (std::size_t a = 0; a < own.size(); ++a) own[a] *= factor.values[a];
    }
  }
  std::span<const std::vector<double>> left(h);
  for (const Urn& urn : urns_) {
    product *= ScaledNumber(urn_sum(urn, left.first(urn.unknown().size())));
    left = left.subspan(urn.unknown().size());
  }
  return product;
}

ScaledNumber ConditionedSum::run() const {
  ScaledNumber total;
  std::vector<int> value(static_cast<std::size_t>(graph_.size()), -1);
  for (const int variable : conditioned_) value[static_cast<std::size_t>(variable)] = 0;
  for (;;) {
    total += one_case(value);
    std::size_t k = conditioned_.size();
    for (; k > 0; --k) {
      int& state = value[static_cast<std::size_t>(conditioned_[k - 1])];
      if (++state < graph_.states(conditioned_[k - 1])) break;
      state = 0;
    }
    if (k == 0) return total;
  }
}

}  // namespace confronta::genetics

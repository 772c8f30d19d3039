#include "models/stats/genetics/factor_graph.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace confronta::genetics {
namespace {

// A walk over all values of some variables, the last fastest, that keeps for each of several tables
// the offset of the entry in question.
class Walk {
 public:
  Walk(const FactorGraph& graph, const std::vector<int>& scope,
       const std::vector<const Factor*>& tables)
      : value_(scope.size(), 0),
        strides_(tables.size() * scope.size(), 0),
        offset_(tables.size(), 0) {
    for (const int variable : scope) states_.push_back(graph.states(variable));
    for (std::size_t t = 0; t < tables.size(); ++t)
      for (std::size_t k = 0; k < scope.size(); ++k)
        strides_[t * scope.size() + k] = stride(graph, *tables[t], scope[k]);
  }

  // How far apart two entries are that differ by one in the variable; 0 where it has no part.
  static std::size_t stride(const FactorGraph& graph, const Factor& factor, int variable) {
    std::size_t step = 1;
    for (std::size_t k = factor.variables.size(); k-- > 0;) {
      if (factor.variables[k] == variable) return step;
      step *= static_cast<std::size_t>(graph.states(factor.variables[k]));
    }
    return 0;
  }

  const std::vector<std::size_t>& offsets() const { return offset_; }

  void next() {
    for (std::size_t k = value_.size(); k-- > 0;) {
      const bool carry = ++value_[k] == states_[k];
      for (std::size_t t = 0; t < offset_.size(); ++t) {
        const std::size_t step = strides_[t * value_.size() + k];
        offset_[t] += step;
        if (carry) offset_[t] -= step * static_cast<std::size_t>(states_[k]);
      }
      if (!carry) return;
      value_[k] = 0;
    }
  }

 private:
  std::vector<int> states_, value_;
  std::vector<std::size_t> strides_, offset_;
};

std::size_t entries(const FactorGraph& graph, const std::vector<int>& scope) {
  std::size_t product = 1;
  for (const int variable : scope) product *= static_cast<std::size_t>(graph.states(variable));
  return product;
}

// The product of the tables over `scope`, summed over the variable (none: -1) that they share.
Factor product(const FactorGraph& graph, const std::vector<const Factor*>& tables,
               std::vector<int> scope, int summed) {
  Factor result{std::move(scope), {}};
  result.values.resize(entries(graph, result.variables));
  Walk walk(graph, result.variables, tables);
  const int inner = summed < 0 ? 1 : graph.states(summed);
  std::vector<std::size_t> inner_stride;
  for (const Factor* table : tables)
    inner_stride.push_back(summed < 0 ? 0 : Walk::stride(graph, *table, summed));
  for (double& entry : result.values) {
    const auto& offset = walk.offsets();
    double sum = 0;
    for (int state = 0; state < inner; ++state) {
      double term = 1;
      for (std::size_t t = 0; t < tables.size(); ++t)
        term *= tables[t]->values[offset[t] + inner_stride[t] * static_cast<std::size_t>(state)];
      sum += term;
    }
    entry = sum;
    walk.next();
  }
  return result;
}

std::vector<int> union_of_scopes(const std::vector<const Factor*>& tables, int without) {
  std::vector<int> scope;
  for (const Factor* table : tables)
    scope.insert(scope.end(), table->variables.begin(), table->variables.end());
  std::sort(scope.begin(), scope.end());
  scope.erase(std::unique(scope.begin(), scope.end()), scope.end());
  scope.erase(std::remove(scope.begin(), scope.end(), without), scope.end());
  return scope;
}

// Divides by the power of two of the greatest entry and returns its exponent.
std::int64_t rescale(std::vector<double>& values) {
  double greatest = 0;
  for (const double value : values) greatest = std::max(greatest, value);
  int exponent = 0;
  std::frexp(greatest, &exponent);
  if (exponent == 0) return 0;
  for (double& value : values) value = std::ldexp(value, -exponent);
  return exponent;
}

// The same for any number of tables: a few at a time, scaled in between, so that a parent of
// hundreds does not underflow.
Factor product_of_many(const FactorGraph& graph, std::vector<const Factor*> tables, int summed,
                       std::int64_t& exponent) {
  constexpr std::size_t at_once = 8;
  Factor some;
  while (tables.size() > at_once) {
    const std::vector<const Factor*> first(tables.begin(), tables.begin() + at_once);
    Factor next = product(graph, first, union_of_scopes(first, -1), -1);
    exponent += rescale(next.values);
    some = std::move(next);
    tables.erase(tables.begin() + 1, tables.begin() + at_once);
    tables.front() = &some;
  }
  Factor result = product(graph, tables, union_of_scopes(tables, summed), summed);
  exponent += rescale(result.values);
  return result;
}

}  // namespace

int FactorGraph::add_variable(int states) {
  states_.push_back(states);
  return size() - 1;
}

void FactorGraph::add_factor(std::vector<int> variables, std::vector<double> values) {
  factors_.push_back({std::move(variables), std::move(values)});
}

FactorGraph FactorGraph::unified(std::span<const int> representative) const {
  FactorGraph result;
  result.states_ = states_;
  for (int v = 0; v < size(); ++v)
    if (representative[static_cast<std::size_t>(v)] != v)
      result.states_[static_cast<std::size_t>(v)] = 1;
  for (const Factor& factor : factors_) {
    Factor renamed = factor;
    for (int& variable : renamed.variables)
      variable = representative[static_cast<std::size_t>(variable)];
    std::vector<int> scope = union_of_scopes({&renamed}, -1);
    if (scope.size() == factor.variables.size()) {
      result.factors_.push_back(std::move(renamed));
      continue;
    }
    // the stride of a variable named twice is the sum of its strides: the walk runs the diagonal
    Factor diagonal{scope, std::vector<double>(entries(result, scope))};
    std::vector<std::size_t> value(scope.size(), 0);
    for (double& entry : diagonal.values) {
      std::size_t place = 0;
      for (std::size_t k = 0; k < factor.variables.size(); ++k) {
        const auto in_scope = std::lower_bound(scope.begin(), scope.end(), renamed.variables[k]);
        place = place * static_cast<std::size_t>(states(factor.variables[k])) +
                value[static_cast<std::size_t>(in_scope - scope.begin())];
      }
      entry = factor.values[place];
      for (std::size_t k = scope.size(); k-- > 0;) {
        if (++value[k] < static_cast<std::size_t>(result.states(scope[k]))) break;
        value[k] = 0;
      }
    }
    result.factors_.push_back(std::move(diagonal));
  }
  return result;
}

Reduced reduce(const FactorGraph& graph, std::span<const int> order) {
  std::vector<Factor> made;  // tables that replaced others
  made.reserve(order.size());
  std::vector<const Factor*> open;
  for (const Factor& factor : graph.factors()) open.push_back(&factor);
  std::int64_t exponent = 0;
  for (const int variable : order) {
    const auto with = std::stable_partition(open.begin(), open.end(), [&](const Factor* table) {
      return std::find(table->variables.begin(), table->variables.end(), variable) ==
             table->variables.end();
    });
    const std::vector<const Factor*> tables(with, open.end());
    open.erase(with, open.end());
    made.push_back(product_of_many(graph, tables, variable, exponent));
    open.push_back(&made.back());
  }
  Reduced reduced{{}, ScaledNumber(1.0, exponent)};
  for (const Factor* table : open) {
    if (table->variables.empty())
      reduced.constant *= ScaledNumber(table->values.front());
    else
      reduced.factors.push_back(*table);
  }
  return reduced;
}

Marginal eliminate(const FactorGraph& graph, std::span<const int> kept,
                   std::span<const int> order) {
  const Reduced reduced = reduce(graph, order);
  std::vector<const Factor*> tables;
  for (const Factor& factor : reduced.factors) tables.push_back(&factor);
  Factor rest = product(graph, tables, {kept.begin(), kept.end()}, -1);
  for (double& value : rest.values) value *= reduced.constant.mantissa();
  return {std::move(rest.values), reduced.constant.exponent()};
}

}  // namespace confronta::genetics

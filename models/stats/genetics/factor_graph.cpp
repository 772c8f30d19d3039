#include "models/stats/genetics/factor_graph.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace confronta::genetics {
namespace {

constexpr std::size_t most_tables = 8;      // multiplied at once
constexpr std::size_t most_variables = 48;  // of a table: each has two states at least

// How far apart two entries are that differ by one in the variable; 0 where it has no part.
std::size_t stride(const FactorGraph& graph, const Factor& factor, int variable) {
  std::size_t step = 1;
  for (std::size_t k = factor.variables.size(); k-- > 0;) {
    if (factor.variables[k] == variable) return step;
    step *= static_cast<std::size_t>(graph.states(factor.variables[k]));
  }
  return 0;
}

// A walk over all values of some variables, the last fastest, that keeps for each of several tables
// the offset of the entry in question.
class Walk {
 public:
  Walk(const FactorGraph& graph, std::span<const int> scope, std::span<const Factor* const> tables)
      : scope_(scope.size()), tables_(tables.size()) {
    for (std::size_t k = 0; k < scope.size(); ++k) {
      value_[k] = 0;
      states_[k] = static_cast<std::size_t>(graph.states(scope[k]));
      for (std::size_t t = 0; t < tables.size(); ++t)
        strides_[k][t] = stride(graph, *tables[t], scope[k]);
    }
    for (std::size_t t = 0; t < tables.size(); ++t) offset_[t] = 0;
  }

  std::size_t offset(std::size_t table) const { return offset_[table]; }

  void next() {
    for (std::size_t k = scope_; k-- > 0;) {
      const bool carry = ++value_[k] == states_[k];
      for (std::size_t t = 0; t < tables_; ++t) {
        offset_[t] += strides_[k][t];
        if (carry) offset_[t] -= strides_[k][t] * states_[k];
      }
      if (!carry) return;
      value_[k] = 0;
    }
  }

 private:
  std::size_t scope_, tables_;
  std::array<std::size_t, most_variables> value_, states_;
  std::array<std::array<std::size_t, most_tables>, most_variables> strides_;
  std::array<std::size_t, most_tables> offset_;
};

std::size_t entries(const FactorGraph& graph, const std::vector<int>& scope) {
  std::size_t product = 1;
  for (const int variable : scope) product *= static_cast<std::size_t>(graph.states(variable));
  return product;
}

// A table's entries along two directions: from one entry of a row to the next, and from one value
// of the summed variable to the next.
struct Steps {
  std::array<const double*, most_tables> first;
  std::array<std::size_t, most_tables> along, summed;
};

// The products of `count` tables over one row, each summed over `states` values. The number of
// tables is known to the compiler: nearly all work on pedigrees is in this loop.
template <std::size_t count>
void sum_row(const Steps& steps, std::size_t states, std::span<double> row) {
  for (std::size_t k = 0; k < row.size(); ++k) {
    double sum = 0;
    for (std::size_t state = 0; state < states; ++state) {
      double term = 1;
      for (std::size_t t = 0; t < count; ++t)
        term *= steps.first[t][steps.along[t] * k + steps.summed[t] * state];
      sum += term;
    }
    row[k] = sum;
  }
}

constexpr std::array sum_row_of{sum_row<0>, sum_row<1>, sum_row<2>, sum_row<3>, sum_row<4>,
                                sum_row<5>, sum_row<6>, sum_row<7>, sum_row<8>};
static_assert(sum_row_of.size() == most_tables + 1);

// The product of most_tables tables at most over `scope`, summed over the variable (none: -1).
Factor product(const FactorGraph& graph, std::span<const Factor* const> tables,
               std::vector<int> scope, int summed) {
  Factor result{std::move(scope), {}};
  const std::vector<int>& variables = result.variables;
  result.values.resize(entries(graph, variables));
  const auto states_of = [&](int variable) {
    return variable < 0 ? std::size_t{1} : static_cast<std::size_t>(graph.states(variable));
  };
  const int last = variables.empty() ? -1 : variables.back();
  const std::span<const int> outer(variables.data(), variables.size() - (last < 0 ? 0 : 1));
  Steps steps{};
  for (std::size_t t = 0; t < tables.size(); ++t) {
    steps.along[t] = last < 0 ? 0 : stride(graph, *tables[t], last);
    steps.summed[t] = summed < 0 ? 0 : stride(graph, *tables[t], summed);
  }
  Walk walk(graph, outer, tables);
  const std::size_t row = states_of(last);
  for (std::size_t at = 0; at < result.values.size(); at += row) {
    for (std::size_t t = 0; t < tables.size(); ++t)
      steps.first[t] = tables[t]->values.data() + walk.offset(t);
    sum_row_of[tables.size()](steps, states_of(summed), std::span(result.values).subspan(at, row));
    walk.next();
  }
  return result;
}

std::vector<int> union_of_scopes(std::span<const Factor* const> tables, int without) {
  std::vector<int> scope;
  for (const Factor* table : tables)
    scope.insert(scope.end(), table->variables.begin(), table->variables.end());
  std::sort(scope.begin(), scope.end());
  scope.erase(std::unique(scope.begin(), scope.end()), scope.end());
  scope.erase(std::remove(scope.begin(), scope.end(), without), scope.end());
  return scope;
}

std::vector<int> scope_of(const Factor& factor) {
  const Factor* one = &factor;
  return union_of_scopes({&one, 1}, -1);
}

// Divides by the power of two of the greatest entry and returns its exponent.
std::int64_t rescale(std::vector<double>& values) {
  double greatest = 0;
  for (const double value : values) greatest = std::max(greatest, value);
  int exponent = 0;
  std::frexp(greatest, &exponent);
  if (exponent == 0) return 0;
  const double scale = std::ldexp(1, std::min(-exponent, 1000));  // exact: a power of two
  for (double& value : values) value *= scale;
  if (exponent < -1000) return -1000;  // so small that one step is not enough
  return exponent;
}

// Multiplies the first tables until few enough are left, and scales in between, so that a parent of
// hundreds does not underflow. `made` holds what comes of it.
std::int64_t make_few(const FactorGraph& graph, std::vector<const Factor*>& tables, Factor& made) {
  std::int64_t exponent = 0;
  while (tables.size() > most_tables) {
    const std::span<const Factor* const> first(tables.data(), most_tables);
    Factor next = product(graph, first, union_of_scopes(first, -1), -1);
    exponent += rescale(next.values);
    made = std::move(next);
    tables.erase(tables.begin() + 1, tables.begin() + most_tables);
    tables.front() = &made;
  }
  return exponent;
}

}  // namespace

int FactorGraph::add_variable(int states) {
  states_.push_back(states);
  return size() - 1;
}

void FactorGraph::add_factor(std::vector<int> variables, std::vector<double> values) {
  const auto fixed = [&](int variable) { return states(variable) == 1; };
  variables.erase(std::remove_if(variables.begin(), variables.end(), fixed), variables.end());
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
    std::vector<int> scope = scope_of(renamed);
    if (scope.size() == factor.variables.size()) {
      result.add_factor(std::move(renamed.variables), std::move(renamed.values));
      continue;
    }
    // a variable named twice has the same value in both places
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
    result.add_factor(std::move(diagonal.variables), std::move(diagonal.values));
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
    std::vector<const Factor*> tables, others;
    for (const Factor* table : open) {
      const bool with = std::find(table->variables.begin(), table->variables.end(), variable) !=
                        table->variables.end();
      (with ? tables : others).push_back(table);
    }
    open.swap(others);
    Factor some;
    exponent += make_few(graph, tables, some);
    made.push_back(product(graph, tables, union_of_scopes(tables, variable), variable));
    exponent += rescale(made.back().values);
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
  Factor some;
  const ScaledNumber constant = reduced.constant * ScaledNumber(1.0, make_few(graph, tables, some));
  Factor rest = product(graph, tables, {kept.begin(), kept.end()}, -1);
  for (double& value : rest.values) value *= constant.mantissa();
  return {std::move(rest.values), constant.exponent()};
}

}  // namespace confronta::genetics

#pragma once
// The sum test of METHOD for models of lists (garments, implants): over all lists of a length.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/models/support/tables.h"

namespace confronta::test {

/// Every list of one of the things, and every list of two, weighed by their shares: the mean
/// likelihood ratio of each left row is 1 over both, but for smoothing and the rounding of scores.
template <class Thing>
void expect_lists_sum_to_one(std::string_view model, Trait trait,
                             const std::vector<std::pair<Thing, double>>& shares,
                             const TraitTable& left, const ReferenceSet& reference) {
  std::vector<TraitTable::Row> rows;
  std::vector<double> weights;
  const auto next = [&] { return remains("B:" + std::to_string(10000 + rows.size())); };
  for (const auto& [thing, share] : shares) {
    rows.push_back(next().value(trait, thing));
    weights.push_back(share);
  }
  const std::size_t single = rows.size();
  for (const auto& [first, first_share] : shares)
    for (const auto& [second, second_share] : shares) {
      rows.push_back(next().value(trait, first).value(trait, second));
      weights.push_back(first_share * second_share);
    }
  const TraitTable right{rows};
  const auto prepared = prepare_with(model, Relation::identity, left, right, reference);
  for (RowId l = 0; l < left.size(); ++l) {
    double one = 0;
    double two = 0;
    for (RowId r = 0; r < right.size(); ++r)
      (r < single ? one : two) += weights[r] * lr_of(*prepared.evidence, l, r);
    EXPECT_NEAR(one, 1, 0.001) << left.id(l);
    EXPECT_NEAR(two, 1, 0.001) << left.id(l);
  }
}

}  // namespace confronta::test

#pragma once
// Rows, tables and scores for the tests of the models that compare lists.

#include <string>
#include <utility>
#include <vector>

#include "models/registry.h"

namespace confronta::test {

inline TraitTable::Row row_of(std::string id, SubjectKind kind, Trait trait,
                              std::vector<Value> values) {
  TraitTable::Row row;
  row.id = std::move(id);
  row.kind = kind;
  for (Value& value : values)
    row.observations.push_back({trait, ObservationState::observed, std::move(value), {}});
  return row;
}

inline void put(TraitTable::Row& row, Trait trait, Value value) {
  row.observations.push_back({trait, ObservationState::observed, std::move(value), {}});
}

inline void put_state(TraitTable::Row& row, Trait trait, ObservationState state) {
  row.observations.push_back({trait, state, {}, {}});
}

/// An id that sorts by number.
inline std::string numbered(std::string_view prefix, std::size_t i) {
  std::string digits = std::to_string(i);
  return std::string{prefix} + std::string(7 - digits.size(), '0') + digits;
}

/// The scores of one left row against all right rows.
inline std::vector<Score> scores(const Evidence& evidence, RowId left, RowId right_rows) {
  std::vector<RowId> all(right_rows);
  for (RowId i = 0; i < right_rows; ++i) all[i] = i;
  std::vector<Score> sum(right_rows);
  evidence.add(left, all, sum);
  return sum;
}

/// The score of one pair by itself, which a model may compute by another way than a whole row.
inline Score score(const Evidence& evidence, RowId left, RowId right) {
  std::vector<Score> sum(1);
  const std::vector<RowId> one{right};
  evidence.add(left, one, sum);
  return sum[0];
}

}  // namespace confronta::test

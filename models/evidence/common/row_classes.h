#pragma once
// Rows of one side grouped by what a model reads of them, so that a likelihood ratio is computed
// once for each pair of groups.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "models/domain/trait_table.h"

namespace confronta {

/// Class 0 holds the rows of which the model knows nothing (an empty key). The others are numbered
/// by their key in bytewise order, so that a number does not depend on the order of rows.
class RowClasses {
 public:
  using Key = std::function<std::string(RowId)>;
  RowClasses(const TraitTable& table, const Key& key);

  std::uint32_t count() const { return static_cast<std::uint32_t>(examples_.size()); }
  std::uint32_t of(RowId row) const { return of_row_[row]; }
  std::span<const std::uint32_t> of_rows() const { return of_row_; }
  /// A row of the class; meaningless for an empty class 0.
  RowId example(std::uint32_t c) const { return examples_[c]; }
  /// How many rows the class holds.
  std::uint32_t size(std::uint32_t c) const { return sizes_[c]; }

 private:
  std::vector<std::uint32_t> of_row_;
  std::vector<RowId> examples_;
  std::vector<std::uint32_t> sizes_;
};

}  // namespace confronta

#pragma once
// The id of a row within its source.

#include <cstdint>
#include <string>
#include <unordered_map>

#include "importers/mapping/binding.h"

namespace confronta::importers {

/// Makes ids by a mapping's rule. A hash is the first 64 bits of BLAKE2b over the cells, so that
/// the same cells give the same id in every file; rows whose cells are all equal are told apart by
/// "#2", "#3" in the order of the file, since a file without ids may well list two bodies with the
/// same few facts. Not thread-safe.
class RowIds {
 public:
  RowIds(const Mapping& mapping, std::string source)
      : rule_(mapping.id), source_(std::move(source)) {}

  /// "SOURCE:ID", or "" when the row has none.
  std::string id_of(const Binding& cells, std::uint64_t row);

 private:
  std::string joined_columns(const Binding& cells) const;
  std::string hash_of(const Binding& cells);

  IdRule rule_;
  std::string source_;
  std::unordered_map<std::string, std::uint32_t> times_;  // of each hash in this file
};

}  // namespace confronta::importers

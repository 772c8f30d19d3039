#pragma once
// The columns that a mapping names, while it is being read.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/mapping/mapping.h"

namespace confronta::importers {

/// Gives every column a slot, with all names that it may have in a file.
class ColumnTable {
 public:
  /// `subjects`: the mapping's list of subjects; "" = none. A column "SUBJECTS[].X" may then also
  /// be called "X", in a file whose rows are the subjects themselves.
  explicit ColumnTable(std::string subjects);

  void add_alias(std::string_view name, std::vector<std::string> aliases);
  /// A column by the names that it may have, their aliases included.
  ColumnNames named(const std::vector<std::string>& names) const;
  /// Notes that a file may have the column.
  void expect(std::string name);
  /// The slot of a column within a set.
  std::int16_t slot(std::size_t set, const std::vector<std::string>& names);
  /// The set of the columns of a nested list that has one of these paths.
  std::size_t set(const std::vector<std::string>& paths);

  const std::vector<ColumnSet>& sets() const { return sets_; }
  /// Every column named so far, by its first name.
  const std::vector<std::string>& expected() const { return expected_; }

 private:
  std::string_view without_subjects(std::string_view name) const;

  std::string subjects_;
  std::map<std::string, std::vector<std::string>, std::less<>> aliases_;
  std::vector<ColumnSet> sets_;  // [0] are the row's own
  std::vector<std::string> expected_;
};

}  // namespace confronta::importers

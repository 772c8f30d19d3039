#pragma once
// The cells that one rule reads in one row.

#include <string>
#include <string_view>

#include "importers/mapping/binding.h"
#include "importers/mapping/mapping.h"

namespace confronta::importers {

/// What rules need to know of the file.
struct RuleContext {
  std::string source;
  bool excel_serial = false;
};

/// A view of a bound row by the parts of a rule, value maps applied. Cheap to make; valid as long
/// as the row and the rule.
class RuleCells {
 public:
  /// `prefix` goes before the column names of a nested list ("senas[2]").
  RuleCells(const Rule& rule, const Binding& binding, std::string_view prefix)
      : rule_(rule), binding_(binding), prefix_(prefix) {}

  /// Whether the file has one of the rule's columns, or the rule is a constant.
  bool applies() const;
  /// Whether all of its columns are empty here.
  bool empty() const;
  /// The cell of a part as the value map means it, else the rule's constant, else "".
  std::string_view text(Part part) const;
  bool has(Part part) const { return !text(part).empty(); }
  /// The cell word for word; several columns are joined by blanks.
  std::string raw() const;
  /// The column's name; of several those that are filled, "A + B".
  std::string column() const;

 private:
  int slot(Part part) const { return rule_.slot[static_cast<std::size_t>(part)]; }

  const Rule& rule_;
  const Binding& binding_;
  std::string_view prefix_;
};

}  // namespace confronta::importers

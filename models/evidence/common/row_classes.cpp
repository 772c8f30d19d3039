#include "models/evidence/common/row_classes.h"

#include <map>

namespace confronta {

RowClasses::RowClasses(const TraitTable& table, const Key& key) : of_row_(table.size()) {
  std::map<std::string, std::vector<RowId>> groups{{std::string{}, {}}};
  for (RowId row = 0; row < table.size(); ++row) groups[key(row)].push_back(row);
  for (const auto& [text, rows] : groups) {
    const auto number = count();
    for (RowId row : rows) of_row_[row] = number;
    examples_.push_back(rows.empty() ? 0 : rows.front());
    sizes_.push_back(static_cast<std::uint32_t>(rows.size()));
  }
}

}  // namespace confronta

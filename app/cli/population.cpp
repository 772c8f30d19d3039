#include "app/cli/population.h"

namespace confronta::app {

Result<const AlleleTable*> population_table(const std::string& name) {
  if (name.empty()) return nullptr;
  if (const AlleleTable* table = find_allele_table(name)) return table;
  std::string all;
  for (const AlleleTable& table : allele_tables())
    all += (all.empty() ? "" : ", ") + std::string{table.name};
  return Error{"genetics.table_unknown", {name, all}, {}};
}

}  // namespace confronta::app

#include "app/allele_tables.h"

#include <filesystem>

#include "app/cli/population.h"
#include "importers/genetics/allele_table_file.h"

namespace confronta::app {
namespace {

Result<genetics::FrequencyTable> allele_table_of(const std::string& name) {
  if (const AlleleTable* table = find_allele_table(name)) return genetics::shipped_table(*table);
  std::error_code ignored;
  if (!std::filesystem::exists(name, ignored)) return population_table(name).error();
  return importers::read_allele_table(name);
}

}  // namespace

Result<std::vector<genetics::FrequencyTable>> allele_tables_of(
    const std::vector<std::string>& names) {
  std::vector<genetics::FrequencyTable> tables;
  for (const std::string& name : names) {
    auto table = allele_table_of(name);
    if (!table) return table.error();
    tables.push_back(std::move(table).value());
  }
  return tables;
}

}  // namespace confronta::app

#include "models/evidence/dna/frozen_alleles.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "models/domain/number_text.h"
#include "models/stats/genetics/x_loci.h"

namespace confronta {
namespace {

using genetics::FrequencyTable;
using genetics::Inheritance;
using genetics::TableLocus;

constexpr std::string_view prefix = "dna/alleles.";
constexpr std::string_view groups = "dna/x_linkage_groups";
constexpr std::string_view parameter = "genetics.allele_table";

bool is_frozen_here(std::string_view name) {
  return name.substr(0, prefix.size()) == prefix || name == groups;
}

void freeze(ReferenceSet& reference, const TableLocus& locus, const std::string& origin) {
  ReferenceTable& table = reference.table(std::string{prefix} + locus.name);
  table.numbers = {locus.frequencies.begin(), locus.frequencies.end()};
  table.count = locus.chromosomes;
  table.origin = printable(origin);
  if (locus.linkage_group > 0)
    reference.table(std::string{groups}).numbers[locus.name] = locus.linkage_group;
}

SourcedLocus frozen(std::string_view name, const ReferenceTable& table,
                    const ReferenceSet& reference) {
  TableLocus locus;
  locus.name = name.substr(prefix.size());
  if (genetics::on_x(locus.name)) locus.inheritance = Inheritance::x_linked;
  locus.frequencies = {table.numbers.begin(), table.numbers.end()};
  locus.chromosomes = table.count;
  locus.linkage_group = static_cast<int>(reference.find(groups).at(locus.name));
  return {std::move(locus), table.origin};
}

FrequencyTable table_of(const Parameters& parameters) {
  const auto tables = allele_tables();
  const auto last = static_cast<double>(tables.size() - 1);
  return genetics::shipped_table(
      tables[static_cast<std::size_t>(std::clamp(parameters[parameter], 0.0, last))]);
}

}  // namespace

void freeze_alleles(ReferenceSet& reference, std::span<const FrequencyTable> tables) {
  ReferenceSet others;
  for (const auto& [name, table] : reference.tables())
    if (!is_frozen_here(name)) others.table(name) = table;
  reference = std::move(others);
  for (const FrequencyTable& table : tables)
    for (const TableLocus& locus : table.loci)
      if (reference.find(std::string{prefix} + locus.name).numbers.empty())
        freeze(reference, locus, table.name);
}

void keep_alleles(ReferenceSet& reference, const ReferenceSet& before) {
  for (const auto& [name, table] : before.tables())
    if (is_frozen_here(name)) reference.table(name) = table;
}

bool has_alleles(const ReferenceSet& reference) {
  const auto& tables = reference.tables();
  const auto first = tables.lower_bound(prefix);
  return first != tables.end() && is_frozen_here(first->first);
}

std::vector<SourcedLocus> loci_in_force(const Parameters& parameters,
                                        const ReferenceSet& reference) {
  const bool set = parameters.overrides().count(parameter) != 0;
  std::vector<SourcedLocus> loci;
  bool shipped = true;
  for (const auto& [name, table] : reference.tables()) {
    if (name.substr(0, prefix.size()) != prefix) continue;
    SourcedLocus locus = frozen(name, table, reference);
    const bool autosomal = locus.locus.inheritance == Inheritance::autosomal;
    if (autosomal && set) continue;
    if (autosomal) shipped = false;
    loci.push_back(std::move(locus));
  }
  if (shipped) {
    FrequencyTable table = table_of(parameters);
    for (TableLocus& locus : table.loci) loci.push_back({std::move(locus), table.name});
  }
  std::sort(loci.begin(), loci.end(), [](const SourcedLocus& a, const SourcedLocus& b) {
    return a.locus.name < b.locus.name;
  });
  return loci;
}

std::string tables_text(std::span<const SourcedLocus> loci) {
  std::map<std::string_view, std::pair<double, double>> counted;
  for (const SourcedLocus& one : loci) {
    const double count = one.locus.chromosomes;
    const auto [at, added] = counted.emplace(one.table, std::pair{count, count});
    at->second.first = std::min(at->second.first, count);
    at->second.second = std::max(at->second.second, count);
  }
  const auto number = [](double count) { return count > 0 ? fixed_text(count, 0) : "?"; };
  std::string text;
  for (const auto& [table, count] : counted) {
    text += (text.empty() ? "" : ", ") + std::string{table} + " (2N " + number(count.first);
    if (count.second != count.first) text += "-" + number(count.second);
    text += ")";
  }
  return text;
}

}  // namespace confronta

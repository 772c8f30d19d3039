#include "models/data/allele_tables.h"

#include <algorithm>
#include <array>

namespace confronta {
namespace {

template <std::size_t Populations>
struct AlleleRow {
  std::string_view locus;
  std::string_view allele;
  std::array<int, Populations> copies;
};

constexpr AlleleRow<12> fbi_2015[] = {
#include "models/data/alleles_fbi2015.inc"
};
constexpr AlleleRow<4> nist_1036[] = {
#include "models/data/alleles_nist1036.inc"
};

constexpr std::string_view fbi = "FBI 2015 (Moretti et al. 2016)";
constexpr std::string_view nist = "NIST 1036 (Hill et al. 2013, Steffen et al. 2017)";

constexpr AlleleTable tables[] = {
    {"FBI2015_SW_Hispanic", fbi, 0},  {"FBI2015_African_American", fbi, 1},
    {"FBI2015_Apache", fbi, 2},       {"FBI2015_Bahamian", fbi, 3},
    {"FBI2015_Caucasian", fbi, 4},    {"FBI2015_Chamorro", fbi, 5},
    {"FBI2015_Filipino", fbi, 6},     {"FBI2015_Jamaican", fbi, 7},
    {"FBI2015_Navajo", fbi, 8},       {"FBI2015_SE_Hispanic", fbi, 9},
    {"FBI2015_Trinidadian", fbi, 10}, {"FBI2015_African_Amer_Bahamian_Jamaican", fbi, 11},
    {"NIST1036_Hisp", nist, 0},       {"NIST1036_AfAm", nist, 1},
    {"NIST1036_Asian", nist, 2},      {"NIST1036_Cauc", nist, 3},
};

/// Calls `take(locus, allele, copies)` for every row of the table, the alleles of a locus together.
template <class Take>
void each_row(const AlleleTable& table, Take take) {
  const auto population = static_cast<std::size_t>(table.population);
  if (table.source == fbi) {
    for (const auto& row : fbi_2015) take(row.locus, row.allele, row.copies[population]);
  } else {
    for (const auto& row : nist_1036) take(row.locus, row.allele, row.copies[population]);
  }
}

}  // namespace

std::span<const AlleleTable> allele_tables() { return tables; }

const AlleleTable* find_allele_table(std::string_view name) {
  const auto found = std::find_if(std::begin(tables), std::end(tables),
                                  [&](const AlleleTable& table) { return table.name == name; });
  return found == std::end(tables) ? nullptr : found;
}

std::vector<std::string_view> loci_of(const AlleleTable& table) {
  std::vector<std::string_view> loci;
  each_row(table, [&](std::string_view locus, std::string_view, int copies) {
    if (copies > 0 && (loci.empty() || loci.back() != locus)) loci.push_back(locus);
  });
  std::sort(loci.begin(), loci.end());
  return loci;
}

std::optional<LocusCounts> counts_of(const AlleleTable& table, std::string_view locus) {
  LocusCounts counts{locus, 0, {}};
  each_row(table, [&](std::string_view of, std::string_view allele, int copies) {
    if (of != locus || copies == 0) return;
    counts.locus = of;
    counts.chromosomes += copies;
    counts.alleles.push_back({allele, copies});
  });
  if (counts.alleles.empty()) return std::nullopt;
  return counts;
}

}  // namespace confronta

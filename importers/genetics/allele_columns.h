#pragma once
// What a table of alleles says of one locus, and whether it can be so.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/stats/genetics/table_locus.h"

namespace confronta::importers {

/// A cell's figure and its row.
struct AlleleFigure {
  std::string allele;  // "9.3"
  double number = 0;   // above 0
  std::uint64_t row = 0;
};

/// One column. `where` is that of its name.
struct AlleleColumn {
  std::string locus;  // canonical
  Location where;
  std::vector<AlleleFigure> figures;
  std::optional<double> persons, chromosomes;
  int linkage_group = 0;  // 0: not said

  bool said_nothing() const { return figures.empty(); }
};

/// Copies counted become frequencies and a number of chromosomes. Persons are two chromosomes each,
/// on X one at least. Errors, with their place: "allele_table.above_one", "allele_table.counts"
/// (locus, their sum, what the table says), those of Locus.
Result<genetics::TableLocus> locus_of(const AlleleColumn& column);

/// A number at 0 or above with a decimal point or comma, "12.5 %" as .125. Nothing for what is
/// none.
std::optional<double> figure_of(std::string_view text);

}  // namespace confronta::importers

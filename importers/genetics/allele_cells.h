#pragma once
// What a laboratory wrote into the cells of one locus.

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace confronta::importers {

/// The cells of one locus of one sample. `alleles` as they are kept: "9.3", "15", "X", "OL".
/// `marked`: a copy is said not to have been called ("-", "?", "ND"), or all alleles are.
struct LocusCells {
  std::vector<std::string> alleles;
  bool marked = false;

  bool blank() const { return alleles.empty() && !marked; }
};

/// Reads one cell into `cells`. Several alleles are parted by "/", ";" or "|", beside which a comma
/// belongs to its number (9,3 is 9.3); without these, in a cell of one allele (`single`) too;
/// elsewhere by commas ("15,16"), else by blanks. Repeats are numbers above 0 and below
/// 200 with at most one decimal; "15.0" is 15. Off the ladder: "OL", "OL?", "<9", ">20", "R".
/// Not called: "-", "?", "*", "0", "ND", "NR", "INC", "N/A", "SIN DATO" and the like. Letters: X
/// and Y, and the bases A, C, G, T. Error "dna.allele" (the text).
Status read_allele_cell(std::string_view text, bool single, LocusCells& cells);

}  // namespace confronta::importers

#pragma once
// Where the rows of reports stand in pedigrees.

#include <vector>

#include "models/domain/trait_table.h"
#include "models/stats/genetics/families.h"
#include "models/stats/genetics/lineage.h"

namespace confronta {

/// All places of a row's reports, in the order of its members and of the families.
std::vector<genetics::FamilyPlace> places_of(const genetics::Families& families,
                                             const TraitTable& table, RowId row);

/// A relative on the missing person's line.
struct LineKin {
  int meioses = 0;
  const genetics::FamilyMember* member = nullptr;
};

/// Who of the family shares the line, nearest first, then in the pedigree's order; the missing
/// person, whose samples are the report's own, is not among them.
std::vector<LineKin> kin_on_line(const genetics::FamilyPlace& place, genetics::Line line);

}  // namespace confronta

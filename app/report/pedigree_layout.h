#pragma once
// Where the people of a pedigree stand on paper.

#include <vector>

#include "app/dna_view.h"

namespace confronta::app {

/// Column and generation of each person, in the view's order: parents above children, couples side
/// by side, siblings together. Loops are drawn as they fall; nobody stands where another does.
struct PedigreeSpot {
  int column = 0;
  int generation = 0;
};
std::vector<PedigreeSpot> layout_of(const std::vector<DnaView::Person>& people);

}  // namespace confronta::app

#pragma once
// Who carries whose line.

#include <optional>

#include "models/stats/genetics/pedigree.h"

namespace confronta::genetics {

enum class Line { maternal, paternal };

/// The number of meioses between two persons along one line (mothers, or fathers): brothers 2, a
/// mother and her son 1, a person and itself 0. Nothing if they do not share the line, as far as
/// the pedigree lists it; the paternal line is carried by men only.
std::optional<int> meioses_between(const Pedigree& pedigree, int one, int other, Line line);

}  // namespace confronta::genetics

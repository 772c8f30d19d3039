#pragma once
// The numbers of a family's table as bytes, to be kept.

#include <optional>
#include <string>
#include <string_view>

#include "models/stats/genetics/family_table.h"

namespace confronta::genetics {

/// Sixteen bytes a genotype (N and D; the ratios follow from them) and 24 before. Nothing for a
/// table that would not come back bit by bit: ratios beyond what a double can hold.
std::optional<std::string> bytes_of(const FamilyTable::Numbers& numbers);

/// What bytes_of gave, of a locus with so many alleles. Nothing for bytes that cannot be such a
/// table: of another length, or with a number that no table has.
std::optional<FamilyTable::Numbers> numbers_of(std::string_view bytes, int alleles);

}  // namespace confronta::genetics

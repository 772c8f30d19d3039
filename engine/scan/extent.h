#pragma once
// How much of a body a remains record is.

#include "models/domain/trait_table.h"

namespace confronta {

/// What a record may be, as bits. A record that does not say what it is may be either: many
/// registers have no such column.
enum Extent : unsigned { whole = 1, part = 2, either = whole | part };

/// A lot may be either as well.
Extent extent_of(const TraitTable& remains, RowId row);

}  // namespace confronta

#pragma once
// Children whose body follows their age.

#include "models/domain/trait_table.h"

namespace confronta {

/// Whether a row says that the person had not yet turned 16: by every age that it gives, else by
/// birth date and the date of the event or the finding. The stature and weight of a growing child
/// are its age once more, and the age is counted with the dates. Unknown age: false.
bool is_growing(const TraitTable& table, RowId row);

}  // namespace confronta

#include "models/evidence/common/growing.h"

#include <algorithm>

#include "models/evidence/common/observed.h"

namespace confronta {
namespace {

constexpr double grown = 16;  // years

}  // namespace

bool is_growing(const TraitTable& table, RowId row) {
  double oldest = -1;
  for (const Trait trait : {Trait::age, Trait::age_at_report})
    for (const Interval* age : observed_values<Interval>(table, row, trait))
      oldest = std::max(oldest, age->high);
  if (oldest >= 0) return oldest < grown;
  const auto* birth = table.value<DateInterval>(row, Trait::birth_date);
  const bool remains = table.row(row).kind == SubjectKind::remains;
  const auto* then =
      table.value<DateInterval>(row, remains ? Trait::found_date : Trait::event_date);
  return birth && then && (then->to - birth->from) / days_per_year < grown;
}

}  // namespace confronta

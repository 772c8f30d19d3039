#pragma once
// Dates as people write them.

#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/date.h"

namespace confronta::importers {

enum class DateOrder { day_first, month_first, year_first };

/// "2019-03-05", "05/03/2019", "5-mar-19", "marzo de 2019", "2019", "05/03/2019 00:00:00",
/// "2019-03-05T10:00:00Z", "entre marzo y junio de 2019", "principios de 2019", Excel serial
/// numbers where `excel_serial` (a number that can be a year is one). Partial and vague dates
/// become intervals. ISO is read whatever the order; two-digit years lie within 1930..2029. Error
/// "value.bad_date" (31/02/2019, 0000-00-00 is unknown).
Reading<DateInterval> read_date(std::string_view text, DateOrder order, bool excel_serial = false);

}  // namespace confronta::importers

#pragma once
// Ages, statures, weights, intervals since death.

#include <string_view>

#include "importers/normalise/cell.h"
#include "models/domain/value.h"

namespace confronta::importers {

/// Years. "34", "31-35 años", "18 a 20 años", "mayor de 60", "menor de edad", "8 meses", "adulto
/// joven" (an interval), "60+". A number n of completed years is [n, n+1) read as low n, high n;
/// a band 31-35 as low 31, high 35. Errors "value.bad_age" (also over 120: "value.age_range").
Reading<Interval> read_age(std::string_view text);
/// Centimetres. "1.70", "1,70 m", "170", "170 cm", "1.65-1.70", "5'7\"", "5 ft 7 in"; `unit` is m,
/// cm, in, or "" to tell by the size of the number (0.3-2.5 m, 30-250 cm; inches only when asked).
Reading<Interval> read_stature(std::string_view text, std::string_view unit);
/// Kilograms. `unit` is kg, lb or "".
Reading<Interval> read_weight(std::string_view text, std::string_view unit);
/// Days since death at the time of finding: "< 3 weeks", "3 a 6 meses", "48 horas", "> 6-8 months".
Reading<Interval> read_post_mortem_interval(std::string_view text);

}  // namespace confronta::importers

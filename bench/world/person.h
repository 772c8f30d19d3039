#pragma once
// People and what happens to them.

#include <span>

#include "bench/world/geography.h"
#include "bench/world/notes.h"
#include "bench/world/random.h"
#include "bench/world/rates.h"

namespace confronta::world {

/// A person who goes missing on a day and at a place; `male` is the share of men among such people.
Person draw_person(Random& random, const Geography& geography, double male);
/// Death and finding of a person who went missing. False if they would be found after the cut-off.
bool draw_fate(Random& random, Geography& geography, const Person& person, Fate& fate);
/// Death and finding of somebody who died where they were, soon found: no report, a body.
bool draw_unreported_fate(Random& random, const Person& person, Fate& fate);
/// Days of a mixture of exponentials.
Day draw_delay(Random& random, std::span<const rates::Delay> mixture);
/// The mouth some years later.
Mouth age_mouth(Random& random, const Mouth& mouth, double years);
/// A day with a clerk's error.
Day with_day_error(Random& random, Day day, std::span<const rates::DayError> errors);

}  // namespace confronta::world

#pragma once
// Who, when and where: marginals of age, sex, year and state. Age groups are the world's own:
// 0-4, 5-9, 10-14, 15-19, 20-29, 30-39, 40-49, 50-59, 60 and over.

#include <array>
#include <span>
#include <string_view>

#include "bench/world/random.h"
#include "models/domain/date.h"

namespace confronta::world {

inline constexpr int age_group_count = 9;
inline constexpr int oldest = 94;  // in completed years

int age_group(int age);
/// P(age in completed years | sex) at the event, 0..oldest. sex: 0 male, 1 female.
const std::array<double, oldest + 1>& age_probabilities(int sex);
int draw_age(Random& random, int sex);
/// P(event on a day), by years; uniform within a year.
double event_day_probability(Day day);
Day draw_event_day(Random& random);

/// A state that files records, in the order in which options.states takes them.
struct FilingState {
  int code;               // INEGI, 1..32
  std::string_view slug;  // "sinaloa": source names are "sinaloa-am", "sinaloa-pm"
  double weight;          // reports per thousand in the country
};
/// The first `count` (1..32) of the filing states.
std::span<const FilingState> filing_states(int count);

}  // namespace confronta::world

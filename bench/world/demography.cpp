#include "bench/world/demography.h"

#include "bench/world/rates.h"

namespace confronta::world {
namespace {

// CENAPI 1968-2018, persons still missing, per mille by five years of age (85 and over: last).
constexpr std::array<std::array<double, 18>, 2> five_years{
    {{12, 10, 27, 104, 147, 154, 140, 120, 94, 63, 43, 30, 18, 11, 11, 7, 5, 3},
     {32, 29, 134, 321, 126, 108, 72, 57, 39, 27, 15, 13, 6, 6, 4, 4, 3, 3}}};

// Events by year, 2010 to 2026 (half): CENAPI to 2017; then an assumption that rises to the 12,619
// of 2024 in RNPDNO's public counts.
constexpr std::array<double, 17> years{3230, 4119, 3295, 3653, 3793, 3278,  4547,  5521, 6000,
                                       6500, 6500, 7000, 8000, 9000, 12619, 11000, 4500};

// RNPDNO's public counts of disappeared persons, events of 2024 and undated ones, per mille.
constexpr std::array<FilingState, 32> filing{{{14, "jalisco", 40},
                                              {9, "cdmx", 58},
                                              {30, "veracruz", 39},
                                              {15, "edomex", 253},
                                              {25, "sinaloa", 36},
                                              {28, "tamaulipas", 79},
                                              {11, "guanajuato", 31},
                                              {16, "michoacan", 42},
                                              {26, "sonora", 43},
                                              {12, "guerrero", 17},
                                              {19, "nuevo-leon", 29},
                                              {8, "chihuahua", 13},
                                              {21, "puebla", 32},
                                              {2, "baja-california", 63},
                                              {32, "zacatecas", 26},
                                              {17, "morelos", 11},
                                              {13, "hidalgo", 13},
                                              {7, "chiapas", 23},
                                              {18, "nayarit", 20},
                                              {6, "colima", 19},
                                              {23, "quintana-roo", 19},
                                              {5, "coahuila", 12},
                                              {27, "tabasco", 15},
                                              {24, "san-luis-potosi", 11},
                                              {3, "baja-california-sur", 10},
                                              {10, "durango", 6},
                                              {20, "oaxaca", 6},
                                              {22, "queretaro", 4},
                                              {1, "aguascalientes", 4},
                                              {4, "campeche", 1},
                                              {29, "tlaxcala", 1},
                                              {31, "yucatan", 1}}};

std::array<double, oldest + 1> ages_of(int sex) {
  std::array<double, oldest + 1> p{};
  double total = 0;
  for (int age = 0; age <= oldest; ++age) {
    const int band = age / 5 < 17 ? age / 5 : 17;
    p[age] = five_years[sex][band] / (band == 17 ? oldest - 84 : 5);
    total += p[age];
  }
  for (double& x : p) x /= total;
  return p;
}

}  // namespace

int age_group(int age) {
  if (age < 20) return age < 0 ? 0 : age / 5;
  return age < 60 ? 4 + (age - 20) / 10 : 8;
}

const std::array<double, oldest + 1>& age_probabilities(int sex) {
  static const std::array<std::array<double, oldest + 1>, 2> tables{ages_of(0), ages_of(1)};
  return tables[sex];
}

int draw_age(Random& random, int sex) {
  return static_cast<int>(random.pick(age_probabilities(sex)));
}

double event_day_probability(Day day) {
  if (day < rates::first_event || day > rates::cut_off) return 0;
  double total = 0;
  for (double y : years) total += y;
  const int year = year_of(day);
  const Day from = *day_of(year, 1, 1);
  const Day to = year == 2026 ? rates::cut_off + 1 : *day_of(year + 1, 1, 1);
  return years[year - 2010] / total / (to - from);
}

Day draw_event_day(Random& random) {
  const int year = 2010 + static_cast<int>(random.pick(years));
  const Day from = *day_of(year, 1, 1);
  const Day to = year == 2026 ? rates::cut_off + 1 : *day_of(year + 1, 1, 1);
  return from + static_cast<Day>(random.below(to - from));
}

std::span<const FilingState> filing_states(int count) { return std::span(filing).first(count); }

}  // namespace confronta::world

#include "bench/world/trait_model.h"

#include <algorithm>
#include <cmath>

#include "bench/world/demography.h"
#include "bench/world/rates.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

constexpr std::array<double, build_count> build_habits{0.30, 0.50, 0.05, 0.12, 0.03};
constexpr std::array<double, skin_count> skin_habits{0.08, 0.25, 0.57, 0.08, 0.02};
constexpr std::array<double, hair_count> hair_habits{0.62, 0.24, 0.04, 0.01, 0.005,
                                                     0.03, 0.02, 0.03, 0.005};
constexpr std::array<double, eye_count> eye_habits{0.15, 0.64, 0.15, 0.03, 0.02, 0.01};

// Per class of tooth at age group 40-49 and middling care: caries, filled, crown, lost.
constexpr std::array<std::array<double, 4>, 4> tooth_base{{{0.03, 0.05, 0.02, 0.02},
                                                           {0.08, 0.12, 0.03, 0.06},
                                                           {0.14, 0.28, 0.05, 0.15},
                                                           {0.05, 0.06, 0.00, 0.40}}};
constexpr std::array<double, age_group_count> tooth_age{0.02, 0.05, 0.15, 0.35, 0.6,
                                                        0.8,  1.0,  1.3,  1.6};
constexpr std::array<double, 3> tooth_care{0.45, 1.0, 1.6};

double with_habit(double share, double habit, double error) {
  return (1 - error) * share + error * habit;
}

std::array<std::array<double, 19>, mark_type_count> region_table() {
  std::array<std::array<double, 19>, mark_type_count> table{};
  for (int type = 0; type < mark_type_count; ++type) {
    double total = 0;
    for (std::size_t i = 0; i < regions().size(); ++i) {
      const Region& r = regions()[i];
      const double weight[] = {r.tattoo, r.scar, r.mole, r.piercing};
      table[type][i] = weight[type];
      total += weight[type];
    }
    for (double& p : table[type]) p /= total;
  }
  return table;
}

}  // namespace

double one_written(std::span<const double> p, std::span<const double> habit, double error, int w) {
  return with_habit(p[w], habit[w], error);
}

double both_written(std::span<const double> p, std::span<const double> habit, double error_1,
                    double error_2, int w1, int w2) {
  const double true_1 = (1 - error_1) * p[w1] * error_2 * habit[w2];
  const double true_2 = error_1 * habit[w1] * (1 - error_2) * p[w2];
  const double neither = error_1 * habit[w1] * error_2 * habit[w2];
  return (w1 == w2 ? (1 - error_1) * (1 - error_2) * p[w1] : 0) + true_1 + true_2 + neither;
}

std::array<double, build_count> build_probabilities(int sex, int group) {
  if (group < 3) return {0.45, 0.45, 0.0, 0.07, 0.03};
  if (group == 3) return {0.38, 0.45, sex == 0 ? 0.08 : 0.03, 0.09 + (sex == 0 ? 0 : 0.05), 0.0};
  if (group == 4) return {0.28, 0.46, sex == 0 ? 0.10 : 0.03, 0.12 + (sex == 0 ? 0 : 0.07), 0.04};
  return {0.20, 0.44, sex == 0 ? 0.06 : 0.02, 0.22 + (sex == 0 ? 0 : 0.04), 0.08};
}

std::array<double, skin_count> skin_probabilities() { return {0.10, 0.30, 0.49, 0.09, 0.02}; }

std::array<double, hair_count> hair_probabilities(int skin, int sex, int group) {
  const double light = skin == 0 ? 1.0 : skin == 1 ? 0.45 : 0.1;
  std::array<double, hair_count> p{0.74 - 0.40 * light, 0.24 + 0.12 * light, 0.015 + 0.18 * light,
                                   0.002 + 0.08 * light, 0.003 + 0.02 * light};
  constexpr std::array<double, age_group_count> grey{0, 0, 0, 0, 0.01, 0.06, 0.20, 0.42, 0.70};
  constexpr std::array<double, age_group_count> bald{0, 0, 0, 0, 0.01, 0.03, 0.05, 0.06, 0.06};
  const double dyed = sex == 1 && group >= 3 ? 0.18 : group >= 3 ? 0.02 : 0;
  const double no_hair = sex == 0 ? bald[group] : 0;
  const double natural = 1 - grey[group] - no_hair - dyed * (1 - grey[group]);
  double total = 0;
  for (int i = 0; i < 5; ++i) total += p[i];
  for (int i = 0; i < 5; ++i) p[i] *= natural / total;
  p[5] = grey[group] * (group == 8 ? 0.6 : 0.3);
  p[6] = grey[group] - p[5];
  p[7] = dyed * (1 - grey[group]);
  p[8] = no_hair;
  return p;
}

std::array<double, eye_count> eye_probabilities(int skin) {
  if (skin == 0) return {0.04, 0.42, 0.28, 0.12, 0.08, 0.06};
  if (skin == 1) return {0.08, 0.60, 0.24, 0.05, 0.025, 0.005};
  return {0.20, 0.69, 0.095, 0.01, 0.004, 0.001};
}

std::span<const double> build_habit() { return build_habits; }
std::span<const double> skin_habit() { return skin_habits; }
std::span<const double> hair_habit() { return hair_habits; }
std::span<const double> eye_habit() { return eye_habits; }

std::pair<double, double> stature_distribution(int sex, int group) {
  constexpr std::array<double, 3> child_mean{95, 125, 150};
  constexpr std::array<double, 3> child_sd{14, 9, 10};
  if (group < 3) return {child_mean[group], child_sd[group]};
  const double younger = group == 3 ? (sex == 0 ? -1.5 : -0.5) : 0;
  return {rates::stature_mean[sex] + younger, rates::stature_sd[sex]};
}

double body_mass_index(int build, int group) {
  constexpr std::array<double, build_count> adult{19.5, 23.5, 25, 28.5, 34};
  return group < 3 ? adult[build] - 5.5 : adult[build];
}

double expected_marks(int type, int sex, int group) {
  switch (type) {
    case tattoo: return rates::tattoos[sex][group];
    case scar: return rates::scars * (group < 3 ? 0.6 : 1);
    case mole: return rates::moles;
    default: return group < 2 && sex == 0 ? 0.005 : rates::piercings[sex];
  }
}

std::span<const double> region_probabilities(int type) {
  static const auto table = region_table();
  return table[type];
}

int tooth_class(int position) {
  const int in_quadrant = position % 8;
  const int number = position / 8 % 2 == 0 ? 8 - in_quadrant : in_quadrant + 1;
  return number <= 3 ? 0 : number <= 5 ? 1 : number <= 7 ? 2 : 3;
}

std::array<double, tooth_states> tooth_probabilities(int position, int group, int care) {
  const auto& base = tooth_base[tooth_class(position)];
  double factor = tooth_age[group] * tooth_care[care];
  double affected = 0;
  for (double b : base) affected += b;
  factor = std::min(factor, 0.95 / affected);
  return {1 - factor * affected, factor * base[0], factor * base[1], factor * base[2],
          factor * base[3]};
}

double tooth_transition(int from, int to, double years) {
  // Where a changed tooth goes: rows sound, caries, filled, crown, lost.
  static constexpr double goes[5][5] = {{0, 0.4, 0.4, 0, 0.2},
                                        {0, 0, 0.6, 0, 0.4},
                                        {0, 0, 0, 0.4, 0.6},
                                        {0, 0, 0, 0, 1},
                                        {0, 0, 0, 0, 1}};
  if (from == static_cast<int>(Tooth::lost)) return to == from ? 1 : 0;
  const double change = std::clamp(rates::tooth_change_per_year * years, 0.0, 0.4);
  return to == from ? 1 - change : change * goes[from][to];
}

double band_probability(int band, int width, double age, double sd) {
  const int last = oldest / width;
  const double low = width * band + 1;
  const double high = width * (band + 1) + 1;
  const double below = band == 0 ? 0 : normal_cdf(low, age + 0.5, sd);
  const double above = band >= last ? 1 : normal_cdf(high, age + 0.5, sd);
  return above - below;
}

double word_error(int condition) {
  return condition == 0 ? rates::remains_word_error : rates::decomposed_word_error;
}

bool is_bone(int condition) { return condition >= 4 && condition <= 6; }
bool soft_tissue_left(int condition) { return condition <= 3 || condition == 8; }

}  // namespace confronta::world

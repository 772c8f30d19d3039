#pragma once
// How traits are distributed among people of the world and how examiners and clerks alter them:
// the conditional probabilities from which simulate() draws and which the oracle sums.

#include <array>
#include <span>
#include <utility>

#include "bench/world/notes.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {

/// Written word = the true one with probability 1 - error, else one of an office's habitual words:
/// P(w | t) = (1 - error) [w = t] + error habit(w).
inline double written_probability(double error, bool same, double habit) {
  return (same ? 1 - error : 0) + error * habit;
}
/// P(w1, w2) for two such writings of one truth with distribution p:
/// sum_t p(t) P(w1 | t) P(w2 | t), in closed form.
double both_written(std::span<const double> p, std::span<const double> habit, double error_1,
                    double error_2, int w1, int w2);
/// P(w) = sum_t p(t) P(w | t).
double one_written(std::span<const double> p, std::span<const double> habit, double error, int w);

std::array<double, build_count> build_probabilities(int sex, int group);
std::array<double, skin_count> skin_probabilities();
std::array<double, hair_count> hair_probabilities(int skin, int sex, int group);
std::array<double, eye_count> eye_probabilities(int skin);
std::span<const double> build_habit();
std::span<const double> skin_habit();
std::span<const double> hair_habit();
std::span<const double> eye_habit();
/// ABO and rhesus (negative second) in Mexico: textbook shares, an assumption.
inline constexpr std::array<double, 4> blood_probabilities{0.26, 0.085, 0.015, 0.64};
inline constexpr std::array<double, 2> rhesus_probabilities{0.955, 0.045};

/// Normal distribution of stature in cm, and of weight in kg given the build.
std::pair<double, double> stature_distribution(int sex, int group);  // mean, SD
double body_mass_index(int build, int group);
inline constexpr double body_mass_index_sd = 1.5;

/// Expected number of marks of a type.
double expected_marks(int type, int sex, int group);
/// P(region | type), over regions().
std::span<const double> region_probabilities(int type);

/// P(state) of a tooth, by position, age group and the mouth's care (0 good, 1, 2 poor).
inline constexpr std::array<double, 3> care_probabilities{0.35, 0.45, 0.20};
inline constexpr int tooth_states = static_cast<int>(Tooth::count);
std::array<double, tooth_states> tooth_probabilities(int position, int group, int care);
/// P(later state | earlier state) after `years`.
double tooth_transition(int from, int to, double years);
/// 0 incisors and canines, 1 premolars, 2 molars, 3 wisdom teeth.
int tooth_class(int position);

/// P(band | age) of an examiner whose error has this SD; `band` counts from 0: years
/// [width * band + 1, width * (band + 1)], the first also below, the last (oldest) also above.
double band_probability(int band, int width, double age, double sd);

/// Error and words of an examiner at a condition.
double word_error(int condition);
bool is_bone(int condition);
/// Whether weight, build, hair or eyes can still be written at a condition.
bool soft_tissue_left(int condition);

}  // namespace confronta::world

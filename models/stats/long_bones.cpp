#include "models/stats/long_bones.h"

#include <array>
#include <cmath>

namespace confronta {
namespace {

struct Equation {
  double intercept;
  double slope;  // cm of stature per cm of bone
  double standard_error;
};
struct Bone {
  std::string_view name;
  Equation male;
  Equation female;
};
constexpr std::array<Bone, 6> bones{{
    {"femur", {63.89, 2.262, 3.417}, {47.25, 2.588, 3.816}},
    {"tibia", {91.26, 1.958, 2.812}, {61.29, 2.720, 3.513}},
    {"fibula", {94.09, 1.919, 4.0}, {54.55, 2.988, 4.5}},
    {"humerus", {83.52, 2.505, 4.0}, {32.35, 4.160, 4.5}},
    {"ulna", {94.80, 2.615, 4.0}, {58.72, 3.991, 4.5}},
    {"radius", {98.22, 2.668, 4.0}, {66.88, 3.926, 4.5}},
}};

// Outside these statures the bone is a child's or no maximum length.
constexpr double least_adult = 130;
constexpr double most_adult = 205;
constexpr double grid_mm = 3;

bool is_adult(std::string_view bone, double millimetres) {
  const auto male = stature_from_bone(bone, millimetres, true);
  const auto female = stature_from_bone(bone, millimetres, false);
  return male && male->centimetres <= most_adult && female->centimetres >= least_adult;
}

}  // namespace

std::optional<StatureEstimate> stature_from_bone(std::string_view bone, double millimetres,
                                                 bool male) {
  for (const Bone& known : bones) {
    if (known.name != bone) continue;
    const Equation& equation = male ? known.male : known.female;
    return StatureEstimate{equation.intercept + equation.slope * millimetres / 10,
                           equation.standard_error};
  }
  return std::nullopt;
}

std::optional<LongBone> best_long_bone(std::span<const BoneMeasure* const> measures) {
  for (const Bone& known : bones) {
    double sum = 0;
    int count = 0;
    for (const BoneMeasure* measure : measures)
      if (measure->bone == known.name && measure->measure == "max_length" &&
          is_adult(measure->bone, measure->millimetres)) {
        sum += measure->millimetres;
        ++count;
      }
    if (count > 0) return LongBone{known.name, std::nearbyint(sum / count / grid_mm) * grid_mm};
  }
  return std::nullopt;
}

}  // namespace confronta

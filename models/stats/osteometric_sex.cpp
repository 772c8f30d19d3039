#include "models/stats/osteometric_sex.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

struct Term {
  std::string_view measure;
  double weight;  // per mm
};
struct Function {
  std::string_view bone;
  std::array<Term, 3> terms;  // an empty name ends the list
  double constant;
};
// Scapula 95.6 % and fibula 80.4 % are the two rates that the notes name; between them, functions
// of joint breadths go before those of lengths (assumption).
constexpr std::array<Function, 9> functions{{
    {"scapula", {{{"height", .233}, {"breadth", .322}, {}}}, -64.974},
    {"humerus",
     {{{"epicondylar_breadth", .306}, {"head_diameter", .385}, {"min_midshaft_diameter", .534}}},
     -41.584},
    {"femur",
     {{{"epicondylar_breadth", .153}, {"head_diameter", .589}, {"ml_midshaft_diameter", .355}}},
     -44.912},
    {"tibia", {{{"distal_epiphyseal_breadth", .612}, {"ap_nutrient_diameter", .506}, {}}}, -45.420},
    {"clavicle", {{{"max_length", .214}, {"ap_midshaft_diameter", .586}, {}}}, -36.980},
    {"calcaneus", {{{"max_length", .323}, {"middle_breadth", .349}, {}}}, -37.484},
    {"radius", {{{"max_length", .070}, {"ap_midshaft_diameter", 1.466}, {}}}, -31.026},
    {"ulna", {{{"max_length", .104}, {"dv_midshaft_diameter", .310}, {}}}, -29.136},
    {"fibula", {{{"max_length", .067}, {}, {}}}, -22.302},
}};

std::optional<double> mean_of(std::span<const BoneMeasure* const> measures, std::string_view bone,
                              std::string_view name) {
  double sum = 0;
  int count = 0;
  for (const BoneMeasure* measure : measures)
    if (measure->bone == bone && measure->measure == name) {
      sum += measure->millimetres;
      ++count;
    }
  if (count == 0) return std::nullopt;
  return sum / count;
}

std::optional<double> score_of(const Function& function,
                               std::span<const BoneMeasure* const> measures) {
  double score = function.constant;
  for (const Term& term : function.terms) {
    if (term.measure.empty()) break;
    const auto length = mean_of(measures, function.bone, term.measure);
    if (!length) return std::nullopt;
    score += term.weight * *length;
  }
  return score;
}

}  // namespace

std::optional<OsteometricSex> osteometric_sex(std::span<const BoneMeasure* const> measures) {
  for (const Function& function : functions)
    if (const auto score = score_of(function, measures))
      return OsteometricSex{function.bone, std::clamp(std::nearbyint(*score * 2) / 2, -6.0, 6.0)};
  return std::nullopt;
}

double male_probability(double score, double error) {
  const double male = 1 / (1 + portable_exp(-score));
  return (1 - error) * male + error * (1 - male);
}

}  // namespace confronta

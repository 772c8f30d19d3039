#include "models/evidence/common/tooth_changes.h"

#include <algorithm>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

struct Change {
  Truth before;
  Truth after;
};
// What can follow what; how often is in the parameters teeth.change.BEFORE.AFTER, which sum to 1
// for each state before. A denture may be left off, so that a pontic can be charted as missing.
constexpr std::array<Change, 24> changes{{
    {truth_sound, truth_caries},       {truth_sound, truth_filled},
    {truth_sound, truth_crown},        {truth_sound, truth_root_canal},
    {truth_sound, truth_missing},      {truth_caries, truth_filled},
    {truth_caries, truth_crown},       {truth_caries, truth_root_canal},
    {truth_caries, truth_missing},     {truth_filled, truth_caries},
    {truth_filled, truth_crown},       {truth_filled, truth_root_canal},
    {truth_filled, truth_missing},     {truth_crown, truth_root_canal},
    {truth_crown, truth_missing},      {truth_root_canal, truth_crown},
    {truth_root_canal, truth_missing}, {truth_implant, truth_missing},
    {truth_pontic, truth_missing},     {truth_missing, truth_pontic},
    {truth_missing, truth_implant},    {truth_unerupted, truth_sound},
    {truth_unerupted, truth_caries},   {truth_unerupted, truth_missing},
}};

}  // namespace

ToothChanges tooth_changes(double years, bool third, const Parameters& parameters) {
  ToothChanges p{};
  std::array<double, truth_count> stays{};
  for (std::size_t before = 0; before < truth_count; ++before) {
    std::string rate = "teeth.rate." + std::string{tooth_truths[before]};
    if (before == truth_unerupted && third) rate += "_third";
    stays[before] = portable_exp(-parameters[rate] * years);
    p[before][before] = stays[before];
  }
  for (const Change& change : changes)
    p[change.before][change.after] =
        (1 - stays[change.before]) *
        parameters["teeth.change." + std::string{tooth_truths[change.before]} + '.' +
                   std::string{tooth_truths[change.after]}];
  return p;
}

bool is_explainable(std::size_t before, std::size_t after) {
  return before == after || std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
           return change.before == before && change.after == after;
         });
}

}  // namespace confronta

#include "bench/world/oracle/clothes.h"

#include <algorithm>

#include "bench/world/rates.h"
#include "bench/world/trait_model.h"

namespace confronta::world {
namespace {

bool shows(int slot, int portion) {
  const bool lower = slot == 1 || slot == 2 || slot == 5;
  return portion != (lower ? upper_half : lower_half);
}

// P(both) / (P(one) P(other)) of one attribute with uniform errors over its words.
double attribute(double p_1, double p_2, bool same, double count, double error_1, double error_2) {
  const double habit = 1 / count;
  const double one = (1 - error_1) * p_1 + error_1 * habit;
  const double other = (1 - error_2) * p_2 + error_2 * habit;
  const double both = (same ? (1 - error_1) * (1 - error_2) * p_1 : 0) +
                      (1 - error_1) * p_1 * error_2 * habit +
                      error_1 * habit * (1 - error_2) * p_2 + error_1 * error_2 * habit * habit;
  return both / (one * other);
}

double item_probability(int slot, int sex, int item) {
  const Slot& s = slots()[slot];
  const double habit = 1.0 / static_cast<double>(s.items.size());
  return (1 - rates::item_error) * s.item_weight[sex][item] + rates::item_error * habit;
}

double total(std::span<const Word> words) {
  double sum = 0;
  for (const Word& w : words) sum += w.weight;
  return sum;
}

double garment_likeness(int slot, int sex, const GarmentNote& r, const GarmentNote& m) {
  const Slot& s = slots()[slot];
  double ratio =
      attribute(s.item_weight[sex][r.item], s.item_weight[sex][m.item], r.item == m.item,
                static_cast<double>(s.items.size()), rates::item_error, rates::item_error);
  const auto compare = [&](std::span<const Word> list, int a, int b, double e_1, double e_2) {
    if (a == none || b == none) return;
    const double all = total(list);
    ratio *= attribute(list[a].weight / all, list[b].weight / all, a == b,
                       static_cast<double>(list.size()), e_1, e_2);
  };
  compare(colours(), r.colour, m.colour, rates::colour_error, rates::colour_error);
  compare(brands(), r.brand, m.brand, rates::brand_error, 0);
  compare(s.sizes, r.size, m.size, rates::size_error, 0);
  return ratio;
}

}  // namespace

ClothesOracle::ClothesOracle(const OracleRecords& records, const DateOracle& dates) {
  const auto dress = [](Side& side, const std::vector<GarmentNote>& clothes) {
    for (const auto& garment : clothes) side.worn[garment.slot] = garment;
  };
  for (const auto& note : records.reports) {
    Side& side = reports_.emplace_back();
    side.told = note.clothes_told;
    dress(side, note.clothes);
  }
  for (std::size_t i = 0; i < records.remains.size(); ++i) {
    Side& side = remains_.emplace_back();
    side.told = records.remains[i].clothes_told;
    side.portion = records.remains[i].portion;
    for (int c = 0; c < 9; ++c) side.left += dates.condition(i)[c] * rates::cloth_left[c];
    dress(side, records.remains[i].clothes);
  }
}

void ClothesOracle::emit(const Side& side, double seen, PerGroup& p) const {
  if (!side.told) return;
  for (int sex = 0; sex < 2; ++sex) {
    double probability = 1;
    for (int s = 0; s < slot_count; ++s) {
      if (!shows(s, side.portion)) continue;
      const double worn = slots()[s].worn[sex] * seen;
      const int item = side.worn[s].item;
      probability *= item == none ? 1 - worn : worn * item_probability(s, sex, item);
    }
    for (int g = 0; g < age_group_count; ++g) p[group_state(sex, g)] *= probability;
  }
}

void ClothesOracle::report_emission(std::size_t report, PerGroup& p) const {
  emit(reports_[report], rates::garment_reported, p);
}

void ClothesOracle::remains_emission(std::size_t remains, PerGroup& p) const {
  emit(remains_[remains], remains_[remains].left, p);
}

double ClothesOracle::couple_slot(int slot, int sex, const Side& report,
                                  const Side& remains) const {
  if (!shows(slot, remains.portion)) return 1;
  const double worn = slots()[slot].worn[sex], told = rates::garment_reported, left = remains.left;
  const GarmentNote &r = report.worn[slot], &m = remains.worn[slot];
  if (r.item != none && m.item != none) return garment_likeness(slot, sex, r, m) / worn;
  if (r.item != none) return (1 - left) / (1 - worn * left);
  if (m.item != none) return (1 - told) / (1 - worn * told);
  return (1 - worn + worn * (1 - told) * (1 - left)) / ((1 - worn * told) * (1 - worn * left));
}

void ClothesOracle::couple(std::size_t report, std::size_t remains, PerGroup& c) const {
  const Side& left = reports_[report];
  const Side& right = remains_[remains];
  if (!left.told || !right.told) return;
  for (int sex = 0; sex < 2; ++sex) {
    double same = 1;
    for (int s = 0; s < slot_count; ++s) same *= couple_slot(s, sex, left, right);
    const double ratio = rates::same_outfit * same + (1 - rates::same_outfit);
    for (int g = 0; g < age_group_count; ++g) c[group_state(sex, g)] *= ratio;
  }
}

double couple_histories(const ReportNote& report, const RemainsNote& remains,
                        const std::array<double, 9>& condition) {
  if (!report.histories_told || !remains.histories_told) return 1;
  double seen = 0;
  for (int c = 0; c < 9; ++c)
    seen += condition[c] * (is_bone(c) ? rates::history_seen_on_bone : rates::history_seen_on_body);
  double ratio = 1;
  for (int h = 0; h < static_cast<int>(history_words().size()); ++h) {
    const auto has = [h](const std::vector<int>& list) {
      return std::find(list.begin(), list.end(), h) != list.end();
    };
    const bool r = has(report.histories), m = has(remains.histories);
    const double p = history_words()[h].weight;
    const auto chance = [](bool happens, double probability) {
      return happens ? probability : 1 - probability;
    };
    const double r_if = chance(r, rates::history_reported), m_if = chance(m, seen);
    const double r_not = chance(r, rates::history_invented), m_not = chance(m, 0);
    ratio *= (p * r_if * m_if + (1 - p) * r_not * m_not) /
             ((p * r_if + (1 - p) * r_not) * (p * m_if + (1 - p) * m_not));
  }
  return ratio;
}

double couple_blood(const ReportNote& report, const RemainsNote& remains) {
  double ratio = 1;
  const auto compare = [&](std::span<const double> p, int r, int m) {
    if (r == none || m == none) return;
    ratio *= both_written(p, p, rates::blood_report_error, rates::blood_remains_error, r, m) /
             (p[r] * p[m]);
  };
  compare(blood_probabilities, report.blood, remains.blood);
  compare(rhesus_probabilities, report.rhesus, remains.rhesus);
  return ratio;
}

}  // namespace confronta::world

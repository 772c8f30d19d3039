#include "bench/world/oracle/body.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "bench/world/rates.h"
#include "bench/world/trait_model.h"
#include "models/stats/portable_math.h"

namespace confronta::world {
namespace {

using Key = std::array<int, 4>;

// Numbers the distinct keys; the empty key (all none) is class none.
class Classes {
 public:
  int operator()(const Key& key, bool empty) {
    if (empty) return none;
    const auto [at, fresh] = known_.emplace(key, static_cast<int>(keys_.size()));
    if (fresh) keys_.push_back(key);
    return at->second;
  }
  const std::vector<Key>& keys() const { return keys_; }

 private:
  std::map<Key, int> known_;
  std::vector<Key> keys_;
};

double examiner_error(int condition) {
  return condition == none ? (rates::remains_word_error + rates::decomposed_word_error) / 2
                           : word_error(condition);
}

// Density of two normals with means, variances and covariance; nothing for a side not given.
struct TwoNormals {
  double mean_1, variance_1, mean_2, variance_2, covariance;

  double density(bool has_1, double x, bool has_2, double y) const {
    if (has_1 && !has_2) return normal_density(x, mean_1, std::sqrt(variance_1));
    if (has_2 && !has_1) return normal_density(y, mean_2, std::sqrt(variance_2));
    if (!has_1) return 1;
    const double slope = covariance / variance_1;
    return normal_density(x, mean_1, std::sqrt(variance_1)) *
           normal_density(y, mean_2 + slope * (x - mean_1),
                          std::sqrt(variance_2 - slope * covariance));
  }
};

// The word of one side, of both, or of neither.
double words(std::span<const double> p, std::span<const double> habit, double error_1, int w1,
             double error_2, int w2) {
  if (w1 != none && w2 != none) return both_written(p, habit, error_1, error_2, w1, w2);
  if (w1 != none) return one_written(p, habit, error_1, w1);
  return w2 == none ? 1 : one_written(p, habit, error_2, w2);
}

constexpr Key nothing_written{none, none, none, none};

}  // namespace

// `joint(report key, remains key, sex, group)`; a side that is nothing_written drops out.
template <class K, class Joint>
void BodyOracle::fill(Table& table, const std::vector<K>& lefts, const std::vector<K>& rights,
                      Joint joint) {
  const auto emissions = [&](const std::vector<K>& keys, bool left) {
    std::vector<PerGroup> result;
    for (const K& key : keys) {
      PerGroup p;
      for (int sex = 0; sex < 2; ++sex)
        for (int group = 0; group < age_group_count; ++group)
          p[group_state(sex, group)] =
              std::max(1e-30, left ? joint(key, nothing_written, sex, group)
                                   : joint(nothing_written, key, sex, group));
      result.push_back(p);
    }
    return result;
  };
  table.report_emission = emissions(lefts, true);
  table.remains_emission = emissions(rights, false);
  table.columns = rights.size();
  table.coupling.resize(lefts.size() * rights.size());
  for (std::size_t i = 0; i < lefts.size(); ++i)
    for (std::size_t j = 0; j < rights.size(); ++j)
      for (int state = 0; state < group_states; ++state)
        table.coupling[i * rights.size() + j][state] = static_cast<float>(
            joint(lefts[i], rights[j], state / age_group_count, state % age_group_count) /
            (table.report_emission[i][state] * table.remains_emission[j][state]));
}

BodyOracle::BodyOracle(const OracleRecords& records) {
  build_stature(records);
  build_weight(records);
  build_colours(records);
}

void BodyOracle::build_stature(const OracleRecords& records) {
  Classes left, right;
  for (const auto& n : records.reports)
    tables_[0].report_class.push_back(left({n.stature, 0, 0, 0}, n.stature == none));
  for (const auto& n : records.remains)
    tables_[0].remains_class.push_back(
        right({n.stature, n.stature_method, 0, 0}, n.stature == none));
  fill(tables_[0], left.keys(), right.keys(), [](const Key& r, const Key& m, int sex, int group) {
    const auto [mean, sd] = stature_distribution(sex, group);
    const double rounding = rates::stature_rounded * 25 / 12 + (1 - rates::stature_rounded) / 12;
    const double examined = m[1] == 0 ? rates::stature_measured_sd : rates::stature_bones_sd;
    const TwoNormals two{mean + rates::stature_bias[sex],
                         sd * sd + rates::stature_report_sd * rates::stature_report_sd + rounding,
                         mean, sd * sd + examined * examined, sd * sd};
    return two.density(r[0] != none, r[0], m[0] != none, m[0]);
  });
}

void BodyOracle::build_weight(const OracleRecords& records) {
  Classes left, right;
  const auto to_five = [](int kg) { return kg == none ? none : (kg + 2) / 5 * 5; };
  for (const auto& n : records.reports)
    tables_[1].report_class.push_back(
        left({n.build, n.weight, 0, 0}, n.build == none && n.weight == none));
  for (const auto& n : records.remains)
    tables_[1].remains_class.push_back(
        right({n.build, to_five(n.weight), n.condition, 0}, n.build == none && n.weight == none));
  fill(tables_[1], left.keys(), right.keys(), [](const Key& r, const Key& m, int sex, int group) {
    const auto builds = build_probabilities(sex, group);
    const auto [mean, sd] = stature_distribution(sex, group);
    const double square = (mean * mean + sd * sd) / 10000;
    double sum = 0;
    for (int b = 0; b < build_count; ++b) {
      // A build that is certain: its word and its weights.
      std::array<double, build_count> certain{};
      certain[b] = 1;
      const double index = body_mass_index(b, group);
      const double from_index = square * body_mass_index_sd,
                   from_stature = index * 2 * mean * sd / 10000;
      const double variance = from_index * from_index + from_stature * from_stature;
      const double lost = m[2] == 0 ? 0 : rates::weight_lost;
      const TwoNormals two{
          index * square, variance + rates::weight_report_sd * rates::weight_report_sd + 25.0 / 12,
          index * square - lost,
          variance + rates::weight_remains_sd * rates::weight_remains_sd + 25.0 / 12, variance};
      sum += builds[b] *
             words(certain, build_habit(), rates::report_word_error, r[0], examiner_error(m[2]),
                   m[0]) *
             two.density(r[1] != none, r[1], m[1] != none, m[1]);
    }
    return sum;
  });
}

void BodyOracle::build_colours(const OracleRecords& records) {
  Classes left, right;
  const auto empty = [](const auto& n) {
    return n.skin == none && n.hair == none && n.eyes == none;
  };
  for (const auto& n : records.reports)
    tables_[2].report_class.push_back(left({n.skin, n.hair, n.eyes, 0}, empty(n)));
  for (const auto& n : records.remains)
    tables_[2].remains_class.push_back(right({n.skin, n.hair, n.eyes, n.condition}, empty(n)));
  fill(tables_[2], left.keys(), right.keys(), [](const Key& r, const Key& m, int sex, int group) {
    const double error = examiner_error(m[3]);
    const auto skins = skin_probabilities();
    double sum = 0;
    for (int skin = 0; skin < skin_count; ++skin) {
      std::array<double, skin_count> certain{};
      certain[skin] = 1;
      sum +=
          skins[skin] * words(certain, skin_habit(), rates::report_word_error, r[0], error, m[0]) *
          words(hair_probabilities(skin, sex, group), hair_habit(), rates::report_word_error, r[1],
                error, m[1]) *
          words(eye_probabilities(skin), eye_habit(), rates::report_word_error, r[2], error, m[2]);
    }
    return sum;
  });
}

void BodyOracle::report_emission(std::size_t report, PerGroup& p) const {
  for (const Table& table : tables_)
    if (const int c = table.report_class[report]; c != none)
      for (int i = 0; i < group_states; ++i) p[i] *= table.report_emission[c][i];
}

void BodyOracle::remains_emission(std::size_t remains, PerGroup& p) const {
  for (const Table& table : tables_)
    if (const int c = table.remains_class[remains]; c != none)
      for (int i = 0; i < group_states; ++i) p[i] *= table.remains_emission[c][i];
}

void BodyOracle::couple(std::size_t report, std::size_t remains, PerGroup& c) const {
  for (const Table& table : tables_) {
    const int left = table.report_class[report], right = table.remains_class[remains];
    if (left == none || right == none) continue;
    const auto& coupling = table.coupling[left * table.columns + right];
    for (int i = 0; i < group_states; ++i) c[i] *= coupling[i];
  }
}

}  // namespace confronta::world

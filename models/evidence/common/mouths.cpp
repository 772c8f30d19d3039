#include "models/evidence/common/mouths.h"

#include <algorithm>

namespace confronta {
namespace {

constexpr int rounds = 20;

constexpr std::uint32_t bit(Truth truth) { return 1U << truth; }
constexpr std::uint32_t natural = bit(truth_sound) | bit(truth_caries) | bit(truth_filled) |
                                  bit(truth_crown) | bit(truth_root_canal);
constexpr std::uint32_t any_truth = (1U << truth_count) - 1;

std::string state_key(std::size_t mouth, std::size_t kind, std::size_t truth) {
  return std::string{mouth_kinds[mouth]} + '.' + std::string{tooth_kinds[kind]} + '.' +
         std::string{tooth_truths[truth]};
}

}  // namespace

std::uint32_t truths_of(ToothState state) {
  switch (state) {
    case ToothState::present:
    case ToothState::missing_post_mortem: return natural;
    case ToothState::sound: return bit(truth_sound);
    case ToothState::caries: return bit(truth_caries);
    case ToothState::filled: return bit(truth_filled);
    case ToothState::crown: return bit(truth_crown);
    case ToothState::root_canal: return bit(truth_root_canal);
    case ToothState::implant: return bit(truth_implant);
    case ToothState::pontic: return bit(truth_pontic);
    case ToothState::missing_ante_mortem: return bit(truth_missing);
    case ToothState::unerupted: return bit(truth_unerupted);
    case ToothState::no_information:
    case ToothState::count: break;
  }
  return any_truth;
}

std::size_t tooth_kind(std::size_t position, AgeBand age) {
  const int number = fdi_number(static_cast<int>(position)) % 10;
  if (number <= 2) return 0;
  if (number == 3) return 1;
  if (number <= 5) return 2;
  if (number <= 7) return 3;
  return 4 + static_cast<std::size_t>(age);
}

double share_of(const TruthShares& truths, std::uint32_t set) {
  double sum = 0;
  for (std::size_t t = 0; t < truth_count; ++t)
    if (set >> t & 1U) sum += truths[t];
  return sum;
}

Mouths::Mouths(const Parameters& parameters) {
  for (std::size_t m = 0; m < mouth_kinds.size(); ++m) {
    const std::string mouth{mouth_kinds[m]};
    mouth_share_[m] = parameters["teeth.mouths." + mouth];
    for (std::size_t k = 0; k < tooth_kinds.size(); ++k) {
      const std::string kind{tooth_kinds[k]};
      const double unerupted = parameters["teeth.unerupted." + kind];
      const double affected = std::min(
          0.9, parameters["teeth.affected." + mouth] * parameters["teeth.proneness." + kind]);
      double rest = 1;
      for (std::size_t t = truth_caries; t <= truth_missing; ++t) {
        const double share =
            t == truth_missing ? rest : parameters["teeth.form." + std::string{tooth_truths[t]}];
        rest -= share;
        truths_[m][k][t] = (1 - unerupted) * affected * share;
      }
      truths_[m][k][truth_sound] = (1 - unerupted) * (1 - affected);
      truths_[m][k][truth_unerupted] = unerupted;
    }
  }
}

Mouths::Mouths(const ReferenceTable& mouths, const ReferenceTable& states,
               const Parameters& parameters)
    : Mouths(parameters) {
  for (std::size_t m = 0; m < mouth_kinds.size(); ++m) {
    mouth_share_[m] = mouths.at(mouth_kinds[m], mouth_share_[m]);
    for (std::size_t k = 0; k < tooth_kinds.size(); ++k)
      for (std::size_t t = 0; t < truth_count; ++t)
        truths_[m][k][t] = states.at(state_key(m, k, t), truths_[m][k][t]);
  }
}

double Mouths::probability(const Charted& charted, std::size_t mouth) const {
  double p = 1;
  for (std::size_t i = 0; i < charted.chart->state.size(); ++i) {
    const std::uint32_t set = truths_of(charted.chart->state[i]);
    if (set != any_truth) p *= share_of(truths_[mouth][tooth_kind(i, charted.age)], set);
  }
  return p;
}

void Mouths::fit(std::span<const Charted> charts, const Parameters& parameters) {
  const Mouths prior = *this;
  const double pseudo_teeth = parameters["teeth.pseudo_teeth"];
  const double pseudo_mouths = parameters["teeth.pseudo_mouths"];
  for (int round = 0; round < rounds; ++round) {
    const Mouths old = *this;
    for (std::size_t m = 0; m < mouth_kinds.size(); ++m) {
      mouth_share_[m] = pseudo_mouths * prior.mouth_share_[m];
      for (std::size_t k = 0; k < tooth_kinds.size(); ++k)
        for (std::size_t t = 0; t < truth_count; ++t)
          truths_[m][k][t] = pseudo_teeth * prior.truths_[m][k][t];
    }
    for (const Charted& charted : charts) {
      std::array<double, mouth_kinds.size()> belongs{};
      double all = 0;
      for (std::size_t m = 0; m < belongs.size(); ++m)
        all += belongs[m] = old.mouth_share_[m] * old.probability(charted, m);
      for (std::size_t m = 0; m < belongs.size(); ++m) {
        const double weight = belongs[m] / all;
        mouth_share_[m] += weight;
        for (std::size_t i = 0; i < charted.chart->state.size(); ++i) {
          const std::uint32_t set = truths_of(charted.chart->state[i]);
          if (set == any_truth) continue;
          const std::size_t kind = tooth_kind(i, charted.age);
          const TruthShares& shares = old.truths_[m][kind];
          const double in_set = share_of(shares, set);
          for (std::size_t t = 0; t < truth_count; ++t)
            if (set >> t & 1U) truths_[m][kind][t] += weight * shares[t] / in_set;
        }
      }
    }
    for (std::size_t m = 0; m < mouth_kinds.size(); ++m) {
      mouth_share_[m] /= pseudo_mouths + static_cast<double>(charts.size());
      for (TruthShares& shares : truths_[m]) {
        const double all = share_of(shares, any_truth);
        for (double& share : shares) share /= all;
      }
    }
  }
}

void Mouths::write(ReferenceTable& mouths, ReferenceTable& states) const {
  for (std::size_t m = 0; m < mouth_kinds.size(); ++m) {
    mouths.numbers[std::string{mouth_kinds[m]}] = mouth_share_[m];
    for (std::size_t k = 0; k < tooth_kinds.size(); ++k)
      for (std::size_t t = 0; t < truth_count; ++t)
        states.numbers[state_key(m, k, t)] = truths_[m][k][t];
  }
}

}  // namespace confronta

#pragma once
// How teeth are in the mouths of a population. Teeth of one mouth go together: whoever has many
// fillings has them on both sides. A mouth is therefore one of a few kinds (few, some, many teeth
// affected), and given its kind its teeth are independent.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "models/domain/reference_set.h"
#include "models/domain/value.h"
#include "models/parameters.h"

namespace confronta {

/// The true state of a tooth, of which a chart tells.
inline constexpr std::array<std::string_view, 9> tooth_truths{"sound",  "caries",     "filled",
                                                              "crown",  "root_canal", "implant",
                                                              "pontic", "missing",    "unerupted"};
inline constexpr std::size_t truth_count = tooth_truths.size();
enum Truth : std::size_t {
  truth_sound,
  truth_caries,
  truth_filled,
  truth_crown,
  truth_root_canal,
  truth_implant,
  truth_pontic,
  truth_missing,
  truth_unerupted
};

/// The truths that a charted state leaves open, as bits. "present" and "missing_post_mortem" both
/// say that the natural tooth was there at death, and no more. "no_information" leaves all open.
std::uint32_t truths_of(ToothState state);

inline constexpr std::array<std::string_view, 3> mouth_kinds{"few", "some", "many"};
/// Third molars are apart, by age at death: they come through between 17 and 25, or never.
inline constexpr std::array<std::string_view, 7> tooth_kinds{
    "incisor", "canine", "premolar", "molar", "third_young", "third_adult", "third_unknown"};
enum class AgeBand : std::uint8_t { young, adult, unknown, count };
inline constexpr std::size_t age_band_count = static_cast<std::size_t>(AgeBand::count);
/// The kind of the tooth at a chart position (0..31).
std::size_t tooth_kind(std::size_t position, AgeBand age);

using TruthShares = std::array<double, truth_count>;

class Mouths {
 public:
  /// P(truth | kind of mouth, kind of tooth) and P(kind of mouth) as a formula of parameters, for
  /// want of charts.
  explicit Mouths(const Parameters& parameters);
  /// From the tables "teeth.mouths" and "teeth.states"; what they lack is the formula's.
  Mouths(const ReferenceTable& mouths, const ReferenceTable& states, const Parameters& parameters);

  struct Charted {
    const ToothChart* chart;
    AgeBand age;
  };
  /// Fits both to charts by expectation and maximisation, a fixed number of rounds from the
  /// formula, which stays in as a prior of teeth.pseudo_teeth teeth and teeth.pseudo_mouths mouths.
  void fit(std::span<const Charted> charts, const Parameters& parameters);
  void write(ReferenceTable& mouths, ReferenceTable& states) const;

  double share(std::size_t mouth) const { return mouth_share_[mouth]; }
  const TruthShares& truths(std::size_t mouth, std::size_t kind) const {
    return truths_[mouth][kind];
  }
  /// P(the charted states | kind of mouth), of the teeth with information.
  double probability(const Charted& charted, std::size_t mouth) const;

 private:
  std::array<double, mouth_kinds.size()> mouth_share_{};
  std::array<std::array<TruthShares, tooth_kinds.size()>, mouth_kinds.size()> truths_{};
};

/// The share of `truths` among the bits of `set`.
double share_of(const TruthShares& truths, std::uint32_t set);

}  // namespace confronta

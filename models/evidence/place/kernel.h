#pragma once
// How far from where a person was lost their remains are found; how far apart two registers put
// the same thing.

#include <array>

#include "models/evidence/place/geography.h"

namespace confronta {

/// The parts of a kernel, in this order wherever they are listed.
inline constexpr std::size_t place_parts = 4;
inline constexpr std::array<std::string_view, place_parts> place_part_names{
    "same_place", "same_state", "near", "anywhere"};

/// P(m | l) = w(m) sum_c s_c k_c(l, m) / max(W_c(l), least_c), with k_c: 1 in the same
/// municipality, 1 in the same state, exp(-d / range_km), 1 anywhere; W_c(l) = sum_m w(m) k_c(l,
/// m). The s_c are shares of what is found, of people lost or of records of one thing, and add up
/// to 1.
struct PlaceKernel {
  std::array<double, place_parts> shares{};
  double range_km = 0;
  /// A municipality, and a state or what lies near, that holds less than this share of the
  /// reference is not believed to hold its whole s_c: a village where nothing was found is no
  /// fingerprint, and a state that the store does not cover holds nobody.
  double least_place = 0;
  double least_region = 0;
  /// Whether what is then missing goes to the other parts in proportion, so that P(m | l) adds up
  /// to 1; else it is lost, and the sum stays below 1.
  bool rescaled = false;
  /// Where rescaled: the parts that the reference can hold are taken to make up at least this
  /// share. Below it the store hardly covers where the report's remains would lie, and P(m | l)
  /// adds up to less than 1: they are then less likely to be in the store at all, and a find far
  /// away is no more expected than elsewhere.
  double least_covered = 0;
};

/// A kernel fixed at one place l: LR(l, m) = at(m), and sum_m w(m) LR(l, m) = 1 where rescaled
/// and covered. A
/// square of the grid lies in no state: what a kernel says of the state is said of what is near.
class LocalKernel {
 public:
  LocalKernel(const PlaceKernel& kernel, const Site& here, std::span<const Site> sites);
  double at(const Site& there) const;
  /// The parts that at() is the sum of.
  std::array<double, place_parts> parts_at(const Site& there) const;

 private:
  const Site* here_;
  double range_km_;
  std::array<double, place_parts> weights_;
};

}  // namespace confronta

#pragma once
// How far a frozen reference set has moved away from the store that it is used on.

#include <optional>
#include <string>
#include <vector>

#include "models/domain/reference_set.h"

namespace confronta {

/// One kind of evidence of a relation, by the table of it that changed most. `bans` is the mean
/// change of log10 share over what is seen today, sum_k s_k |log10(s_k / s'_k)| with s the shares
/// of the table today and s' the frozen ones: by so much the weight of an agreement is off, on
/// average. A key that was never seen before counts as half a record then. Nothing where the frozen
/// table is empty: what the model falls back on is its own.
struct ReferenceChange {
  std::string evidence;  // "marks"
  std::string table;     // "identity/marks.content.tattoo"
  double records_then = 0, records_now = 0;
  std::optional<double> bans;
};

/// A change below this says little: a tenth of a ban is a factor of 1.26 (a choice, for display).
inline constexpr double least_drift_bans = 0.1;
inline constexpr double least_drift_records = 30;

/// The kinds of evidence of identity that changed by least_drift_bans or more, or have records
/// where they had none; those without bans first, then the greatest, ties by name. Tables with
/// fewer than least_drift_records today are left out, since chance moves them, and those of one set
/// alone, such as allele tables that were given.
std::vector<ReferenceChange> reference_drift(const ReferenceSet& frozen, const ReferenceSet& today);

}  // namespace confronta

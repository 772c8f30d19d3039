#pragma once
// One family against every profile: the log10 LR of each as a sum of integers.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/domain/score.h"
#include "models/stats/genetics/family_table.h"
#include "models/stats/genetics/profile_classes.h"

namespace confronta::genetics {

/// For each locus the family says of every class how far its log10 LR, rounded to a Score, lies
/// below the best class of the locus. These deficits are never negative, so that a sum of them only
/// grows, and one that is impossible (LR 0) can be a number that no possible profile reaches. A
/// profile costs a look-up and an addition a locus, in whole numbers: the same on every machine.
/// Immutable; safe to share between threads. The profiles outlive it, and must not be added to
/// while it reads them.
class FamilyScan {
 public:
  /// The total of a profile that is impossible at one locus or more: below that of any other.
  static constexpr Score impossible{-(1 << 28)};

  /// One table a locus, in the profiles' order, each of the profiles' own locus. A class that is
  /// not typed says nothing: LR 1.
  /// Errors: "genetics.scan_range" (between the least and the greatest possible LR lie more than
  /// 4096 bans), "genetics.call_impossible" (so rare that it cannot be told from 0).
  static Result<FamilyScan> make(const ProfileClasses& profiles,
                                 std::span<const FamilyTable> tables);

  /// The same of scores that were worked out elsewhere: by locus and class, class 0 (not typed)
  /// among them; none where the LR is 0. Error: "genetics.scan_range".
  static Result<FamilyScan> of_scores(const ProfileClasses& profiles,
                                      std::span<const std::vector<std::optional<Score>>> by_locus);

  /// The profiles that there were when the scan was made.
  std::size_t size() const { return size_; }

  /// The totals of profiles `first`, `first` + 1, ... as many as `totals` has room for; none may be
  /// beyond size(). Each is the sum over the loci of Score::from_log10(log10 LR), or `impossible`.
  void totals(std::size_t first, std::span<Score> totals) const;

 private:
  const ProfileClasses* profiles_ = nullptr;
  std::size_t size_ = 0;
  std::int32_t best_ = 0;                // units: a sum over the loci
  std::vector<std::uint32_t> deficits_;  // units, by locus and class
  std::vector<std::size_t> rows_;        // by locus: where its deficits begin
};

}  // namespace confronta::genetics

#pragma once
// The interface between those who model evidence and the machine that scores pairs.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/domain/observation.h"
#include "models/domain/relation.h"
#include "models/domain/score.h"
#include "models/domain/trait_table.h"

namespace confronta {

/// Why a pair got its score from one model: codes and arguments, no prose. `reason` is a key of the
/// message catalogue; its {n} are `arguments`. `left` and `right` are the observations that were
/// compared (owned by the tables). Where the model computes them, p_h1 and p_h2 are the
/// probabilities (or densities) of the right side under both propositions. `details` hold the parts
/// of a composite model (each mark, each tooth, sex inside the biological profile); their scores
/// need not add up to the whole.
struct Finding {
  Score score;
  ObservationState state = ObservationState::observed;  // of the less known side
  std::string reason;
  std::vector<std::string> arguments;
  std::vector<const Observation*> left;
  std::vector<const Observation*> right;
  std::optional<double> p_h1;
  std::optional<double> p_h2;
  std::vector<Finding> details;
};

/// A compact form of a model for the bounded scan: right-hand rows fall into at most 256 classes.
class ClassTable {
 public:
  virtual ~ClassTable() = default;
  /// The class of each right-hand row; 255 = "other".
  virtual std::span<const std::uint8_t> codes() const = 0;
  /// For one left row: per class, a bound >= the exact score of any right row of that class.
  virtual void bounds(RowId left, std::span<Score, 256> row) const = 0;
};

/// Who of the right-hand rows a group's members are said to be: by member; none: not here.
using GroupAssignment = std::vector<std::optional<RowId>>;

/// One family with several missing persons: joint, not pairwise; consumed by engine/infer.
/// Immutable and shared by threads.
class GroupEvidence {
 public:
  virtual ~GroupEvidence() = default;
  virtual std::uint32_t groups() const = 0;
  /// Left rows, two at least. No row is in two groups.
  virtual std::span<const RowId> members(std::uint32_t group) const = 0;
  /// Of each assignment log10 of its LR against "none of them is here"; minus infinity: impossible.
  /// All right rows are distinct. Many at once, since they share most of the work. Only what an
  /// assignment exceeds the sum of its pairs by is used, each pair as this function gives it alone:
  /// it need not be the score of the pair to the last digit, but must err as the joint LR does.
  virtual std::vector<double> log10_joint(std::uint32_t group,
                                          std::span<const GroupAssignment> assignments) const = 0;
};

/// One model, prepared for one run and relation. Immutable after construction and shared by
/// threads. Denominators come from the ReferenceSet alone, never from the tables, so that one pair
/// gets the same score in a run of millions and in a run of two rows.
class Evidence {
 public:
  virtual ~Evidence() = default;
  /// Adds this model's score of (left, right[k]) to sum[k]. `right` is strictly increasing. Missing
  /// data adds 0. Does not allocate per pair.
  virtual void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const = 0;
  /// The same score as add, with its reasons.
  virtual Finding explain(RowId left, RowId right) const = 0;

  /// What the model says of several left rows together, beyond its pairs; nullptr: nothing.
  virtual const GroupEvidence* groups() const { return nullptr; }

  /// For the bounded scan; a model without class tables bounds itself by sparse_ceiling.
  virtual std::span<const ClassTable* const> tables() const { return {}; }
  /// A bound on the score of (left, any right that shares no posted key with it).
  virtual Score sparse_ceiling(RowId /*left*/) const {
    return Score::from_log10(Score::limit_bans);
  }
  /// Appends the right rows that share a posted key with left (sorted, without repeats).
  virtual void positives(RowId /*left*/, std::vector<RowId>& /*right*/) const {}
};

}  // namespace confronta

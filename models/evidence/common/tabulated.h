#pragma once
// Evidence whose score depends on few distinct things of either side: a table of class x class.

#include <span>
#include <vector>

#include "models/domain/evidence.h"
#include "models/evidence/common/row_classes.h"

namespace confronta {

/// A model derives from this, gives log10_lr for two rows, and calls tabulate() at the end of its
/// constructor. Class 0 on either side scores 0. The table takes 4 bytes a cell: keys must be
/// coarse enough for left classes x right classes to stay in the tens of millions.
class TabulatedEvidence : public Evidence {
 public:
  void add(RowId left, std::span<const RowId> right, std::span<Score> sum) const final;

 protected:
  TabulatedEvidence(RowClasses left, RowClasses right);
  /// log10 LR of two rows whose classes are not 0. A function of the two classes alone.
  virtual double log10_lr(RowId left, RowId right) const = 0;
  void tabulate();
  Score score(RowId left, RowId right) const;
  const RowClasses& left_classes() const { return left_; }
  const RowClasses& right_classes() const { return right_; }

 private:
  RowClasses left_;
  RowClasses right_;
  std::vector<Score> table_;  // left_.count() x right_.count(), row-major
};

}  // namespace confronta

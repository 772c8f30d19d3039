#pragma once
// The comparison of two lists of things (marks, garments, implants) that may be the same things:
//   LR = sum over matchings of w(size) * product over matched (a, p) of d_a f(p|a) / ((1-d_a)
//   u(p)),
// with d_a the probability that a is found again, f(p|a) how it is then described, u(p) how often
// such a thing is described anyway, and w what the numbers of things say. A model gives d, f/u and
// w; this file keeps the lists, shares work among the pairs of a left row, and sums.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/domain/trait_table.h"
#include "models/stats/matching_sum.h"

namespace confronta {

/// The lists of one side. Things are numbered by class: all that a model reads of them.
class ItemSide {
 public:
  /// Appends the next row. `says`: the record says something of such things, if only "none".
  /// `items` beyond most_listed are dropped: order them by what they tell.
  void add_row(bool says, std::span<const std::uint32_t> items, std::uint32_t view);

  bool says(RowId row) const { return rows_[row].says; }
  int count(RowId row) const { return rows_[row].count; }
  std::uint32_t view(RowId row) const { return rows_[row].view; }
  /// One more than the greatest class, and than the greatest view.
  std::uint32_t classes() const { return classes_; }
  std::uint32_t views() const { return views_; }
  std::span<const std::uint32_t> items(RowId row) const {
    return {items_.data() + rows_[row].offset, static_cast<std::size_t>(rows_[row].count)};
  }

 private:
  struct Row {
    std::uint32_t offset;
    std::uint32_t view;
    std::uint8_t count;
    bool says;
  };
  std::vector<Row> rows_;
  std::vector<std::uint32_t> items_;
  std::uint32_t classes_ = 0;
  std::uint32_t views_ = 0;
};

/// What a kind of things means. Views number the ways in which right rows can be looked at.
class ItemModel {
 public:
  virtual ~ItemModel() = default;
  /// d: P(the left thing is found and listed on remains of the view), below 1.
  virtual double found(std::uint32_t left, std::uint32_t view) const = 0;
  /// f(right | left) / u(right).
  virtual float ratio(std::uint32_t left, std::uint32_t right) const = 0;
  /// The same for all right classes at once, to the bit.
  virtual void ratios(std::uint32_t left, std::span<float> row) const = 0;
  /// w(r) for r = 0..min(found.size(), count), product of (1 - d) included.
  virtual void size_weights(std::span<const double> found, std::uint32_t view, int count,
                            double* weights) const = 0;
};

class ItemComparison {
 public:
  ItemComparison(ItemSide left, ItemSide right);

  const ItemSide& left() const { return left_; }
  const ItemSide& right() const { return right_; }

  /// What is worked out once for a left row. One per thread and comparison in use; reused from row
  /// to row, so that a pair allocates nothing.
  class Scratch {
    friend class ItemComparison;
    struct View {
      std::uint64_t turn = 0;
      std::array<double, most_listed> odds;  // d / (1 - d)
      std::array<double, most_listed> found;
      std::array<std::uint64_t, most_listed + 1> weighed{};
      std::array<std::array<double, most_listed + 1>, most_listed + 1> weights;
    };
    std::uint64_t turn_ = 0;
    RowId row_ = 0;
    bool tabulated_ = false;
    std::vector<float> ratios_;
    std::vector<View> views_;
  };
  /// Makes ready for `pairs` pairs of a left row that says something.
  void begin(const ItemModel& model, RowId left, std::size_t pairs, Scratch& scratch) const;
  /// The likelihood ratio of the row that was begun and a right row; 1 if that says nothing.
  double lr(const ItemModel& model, RowId right, Scratch& scratch) const;
  /// The matching that contributes most, for drawing: the right index of each left thing, or -1.
  std::array<int, most_listed> best(const ItemModel& model, RowId right, Scratch& scratch) const;

 private:
  struct Terms {
    std::array<double, static_cast<std::size_t>(most_listed) * most_listed> odds;
    int left;
    int right;
    const double* weights;
  };
  void gather(const ItemModel& model, RowId right, Scratch& scratch, Terms& terms) const;

  ItemSide left_;
  ItemSide right_;
};

}  // namespace confronta

#include "models/evidence/common/item_lists.h"

#include <algorithm>

namespace confronta {

void ItemSide::add_row(bool says, std::span<const std::uint32_t> items, std::uint32_t view) {
  const std::size_t count = std::min<std::size_t>(items.size(), most_listed);
  rows_.push_back(
      {static_cast<std::uint32_t>(items_.size()), view, static_cast<std::uint8_t>(count), says});
  for (std::uint32_t item : items) classes_ = std::max(classes_, item + 1);
  views_ = std::max(views_, view + 1);
  items_.insert(items_.end(), items.begin(), items.begin() + static_cast<std::ptrdiff_t>(count));
}

ItemComparison::ItemComparison(ItemSide left, ItemSide right)
    : left_(std::move(left)), right_(std::move(right)) {}

void ItemComparison::begin(const ItemModel& model, RowId left, std::size_t pairs,
                           Scratch& scratch) const {
  ++scratch.turn_;
  scratch.row_ = left;
  if (scratch.views_.size() < right_.views()) scratch.views_.resize(right_.views());
  const auto items = left_.items(left);
  const std::size_t classes = right_.classes();
  scratch.tabulated_ = pairs >= classes;  // else most of the table would go unread
  if (!scratch.tabulated_) return;
  if (scratch.ratios_.size() < items.size() * classes)
    scratch.ratios_.resize(items.size() * classes);
  for (std::size_t a = 0; a < items.size(); ++a)
    model.ratios(items[a], {scratch.ratios_.data() + a * classes, classes});
}

void ItemComparison::gather(const ItemModel& model, RowId right, Scratch& scratch,
                            Terms& terms) const {
  const auto as = left_.items(scratch.row_);
  const auto ps = right_.items(right);
  Scratch::View& view = scratch.views_[right_.view(right)];
  if (view.turn != scratch.turn_) {
    view.turn = scratch.turn_;
    for (std::size_t a = 0; a < as.size(); ++a) {
      view.found[a] = model.found(as[a], right_.view(right));
      view.odds[a] = view.found[a] / (1 - view.found[a]);
    }
  }
  if (view.weighed[ps.size()] != scratch.turn_) {
    view.weighed[ps.size()] = scratch.turn_;
    model.size_weights({view.found.data(), as.size()}, right_.view(right),
                       static_cast<int>(ps.size()), view.weights[ps.size()].data());
  }
  terms.left = static_cast<int>(as.size());
  terms.right = static_cast<int>(ps.size());
  terms.weights = view.weights[ps.size()].data();
  double* next = terms.odds.data();
  for (std::size_t a = 0; a < as.size(); ++a)
    for (std::uint32_t p : ps)
      *next++ = view.odds[a] * static_cast<double>(scratch.tabulated_
                                                       ? scratch.ratios_[a * right_.classes() + p]
                                                       : model.ratio(as[a], p));
}

double ItemComparison::lr(const ItemModel& model, RowId right, Scratch& scratch) const {
  if (!right_.says(right)) return 1;
  Terms terms;
  gather(model, right, scratch, terms);
  return matching_sum(terms.odds.data(), terms.left, terms.right, terms.weights);
}

std::array<int, most_listed> ItemComparison::best(const ItemModel& model, RowId right,
                                                  Scratch& scratch) const {
  Terms terms;
  gather(model, right, scratch, terms);
  return best_matching(terms.odds.data(), terms.left, terms.right, terms.weights);
}

}  // namespace confronta

#include "models/evidence/common/tabulated.h"

namespace confronta {

TabulatedEvidence::TabulatedEvidence(RowClasses left, RowClasses right)
    : left_(std::move(left)), right_(std::move(right)) {}

void TabulatedEvidence::tabulate() {
  const std::size_t width = right_.count();
  table_.assign(left_.count() * width, Score{});
  for (std::uint32_t l = 1; l < left_.count(); ++l)
    for (std::uint32_t r = 1; r < width; ++r)
      table_[l * width + r] = Score::from_log10(log10_lr(left_.example(l), right_.example(r)));
}

Score TabulatedEvidence::score(RowId left, RowId right) const {
  return table_[std::size_t{left_.of(left)} * right_.count() + right_.of(right)];
}

void TabulatedEvidence::add(RowId left, std::span<const RowId> right, std::span<Score> sum) const {
  if (left_.of(left) == 0) return;
  const Score* row = table_.data() + std::size_t{left_.of(left)} * right_.count();
  const std::uint32_t* codes = right_.of_rows().data();
  for (std::size_t k = 0; k < right.size(); ++k) sum[k] += row[codes[right[k]]];
}

}  // namespace confronta

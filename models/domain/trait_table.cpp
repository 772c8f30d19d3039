#include "models/domain/trait_table.h"

#include <algorithm>

namespace confronta {

TraitTable::TraitTable(std::vector<Row> rows) : rows_(std::move(rows)) {
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  offsets_.resize(rows_.size());
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (row.members.empty()) row.members.push_back(row.id);
    std::stable_sort(row.observations.begin(), row.observations.end(),
                     [](const Observation& a, const Observation& b) { return a.trait < b.trait; });
    std::size_t next = 0;
    for (std::size_t trait = 0; trait <= trait_count; ++trait) {
      while (next < row.observations.size() &&
             static_cast<std::size_t>(row.observations[next].trait) < trait)
        ++next;
      offsets_[i][trait] = static_cast<std::uint16_t>(next);
    }
  }
}

std::optional<RowId> TraitTable::find(std::string_view id) const {
  const auto at = std::lower_bound(
      rows_.begin(), rows_.end(), id,
      [](const Row& row, std::string_view wanted) { return std::string_view{row.id} < wanted; });
  if (at == rows_.end() || at->id != id) return std::nullopt;
  return static_cast<RowId>(at - rows_.begin());
}

std::span<const Observation> TraitTable::observations(RowId row, Trait trait) const noexcept {
  const auto& offsets = offsets_[row];
  const auto index = static_cast<std::size_t>(trait);
  return {rows_[row].observations.data() + offsets[index],
          static_cast<std::size_t>(offsets[index + 1] - offsets[index])};
}

std::string_view TraitTable::code(RowId row, Trait trait) const noexcept {
  const Code* code = value<Code>(row, trait);
  return code ? std::string_view{code->word} : std::string_view{};
}

ObservationState TraitTable::state(RowId row, Trait trait) const noexcept {
  const auto all = observations(row, trait);
  if (all.empty()) return ObservationState::not_recorded;
  ObservationState best = all.front().state;
  for (const Observation& o : all) best = std::min(best, o.state);
  return best;
}

}  // namespace confronta

#include "importers/mapping/binding.h"

#include <algorithm>
#include <limits>

#include "importers/normalise/text.h"

namespace confronta::importers {

Binding::Binding(const ColumnSet& set) : set_(set) {}

const std::vector<Binding::Target>& Binding::targets(const std::string& name) {
  const auto [at, is_new] = by_name_.try_emplace(name);
  if (!is_new) return at->second;
  const std::string folded = fold_words(name);
  for (std::size_t slot = 0; slot < set_.columns.size(); ++slot) {
    const auto& names = set_.columns[slot].names;
    const auto found = std::find(names.begin(), names.end(), folded);
    if (found != names.end())
      at->second.push_back({slot, static_cast<std::uint32_t>(found - names.begin())});
  }
  return at->second;
}

void Binding::bind(const SourceRow& row) {
  cells_.assign(set_.columns.size(), nullptr);
  ranks_.assign(set_.columns.size(), std::numeric_limits<std::uint32_t>::max());
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const Field& field = row.fields[i];
    if (i >= last_.size()) last_.emplace_back(field.name, &targets(field.name));
    if (last_[i].first != field.name) last_[i] = {field.name, &targets(field.name)};
    for (const Target& target : *last_[i].second) {
      if (target.rank >= ranks_[target.slot]) continue;
      ranks_[target.slot] = target.rank;
      cells_[target.slot] = &field;
    }
  }
}

}  // namespace confronta::importers

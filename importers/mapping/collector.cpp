#include "importers/mapping/collector.h"

#include <algorithm>
#include <array>

namespace confronta::importers {

void Collector::clear() {
  observations_.clear();
  empty_.clear();
  rejection_.reset();
}

void Collector::at(const std::string& sheet, std::uint64_t row) {
  sheet_ = sheet;
  row_ = static_cast<std::uint32_t>(row);
}

Provenance Collector::provenance(const std::string& column) const {
  return {0, row_, sheet_, column};
}

void Collector::add(Trait trait, Value value, const std::string& column) {
  Provenance from = provenance(column);
  for (const Observation& o : observations_)
    if (o.trait == trait && o.state == ObservationState::observed && o.value == value &&
        o.from != from)
      return;
  observations_.push_back({trait, ObservationState::observed, std::move(value), std::move(from)});
}

void Collector::add_state(Trait trait, ObservationState state, const std::string& column) {
  if (state == ObservationState::not_recorded) return add_empty(trait, column);
  for (const Observation& o : observations_)
    if (o.trait == trait && o.state == state) return;
  observations_.push_back({trait, state, {}, provenance(column)});
}

void Collector::add_empty(Trait trait, const std::string& column) {
  if (trait == Trait::note) return;  // that nobody remarked anything says nothing
  for (const auto& [known, from] : empty_)
    if (known == trait) return;
  empty_.emplace_back(trait, provenance(column));
}

void Collector::add_unreadable(const Rule& rule, const std::string& column, std::string_view text,
                               const Error& error) {
  if (rule.optional) return;
  notes_.warn(error.code, column, text);
  if (rule.required) {
    Error reason = error;
    reason.where.sheet = sheet_;
    reason.where.row = row_;
    reason.where.column = column;
    reject({std::move(reason), std::string{text}, "hint.correct_cell"});
  }
  add_state(rule.trait, ObservationState::unknown, column);
  add(Trait::note, Text{column + ": " + std::string{text}}, column);
}

bool Collector::has_value(Trait trait) const {
  return std::any_of(observations_.begin(), observations_.end(), [&](const Observation& o) {
    return o.trait == trait && o.state == ObservationState::observed;
  });
}

void Collector::withdraw(std::size_t index, std::string_view text, const std::string& code) {
  Observation& impossible = observations_[index];
  const std::string column = impossible.from.column;
  notes_.warn(code, column, text);
  impossible.state = ObservationState::unknown;
  impossible.value = {};
  observations_.push_back({Trait::note, ObservationState::observed,
                           Text{column + ": " + std::string{text}}, impossible.from});
}

void Collector::reject(Rejection rejection) {
  if (!rejection_) rejection_ = std::move(rejection);
}

std::vector<Observation> Collector::finish(ObservationState (*empty_state)(Trait,
                                                                           const Collector&)) {
  std::vector<Observation> empty;
  std::array<bool, trait_count> known{};
  for (const Observation& o : observations_) known[static_cast<std::size_t>(o.trait)] = true;
  for (auto& [trait, from] : empty_) {
    if (!known[static_cast<std::size_t>(trait)])
      empty.push_back({trait, empty_state(trait, *this), {}, std::move(from)});
  }
  for (Observation& o : empty) observations_.push_back(std::move(o));
  // In the order of the traits, else as read. Observations are large: each moves once.
  std::vector<std::pair<Trait, std::size_t>> order;
  order.reserve(observations_.size());
  for (std::size_t i = 0; i < observations_.size(); ++i)
    order.emplace_back(observations_[i].trait, i);
  std::sort(order.begin(), order.end());
  std::vector<Observation> sorted;
  sorted.reserve(order.size());
  for (const auto& [trait, i] : order) sorted.push_back(std::move(observations_[i]));
  observations_.clear();
  return sorted;
}

}  // namespace confronta::importers

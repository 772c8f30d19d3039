#pragma once
// One side of a run: its subjects as rows, their observations by trait.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/observation.h"
#include "models/domain/record.h"

namespace confronta {

using RowId = std::uint32_t;

/// Immutable after construction and safe to share between threads. Rows are sorted bytewise by id,
/// so that a RowId does not depend on the order of import.
class TraitTable {
 public:
  /// `members` are the ids of the subjects that a merged row stands for (its own id among them,
  /// sorted); Provenance::record is an index into them.
  struct Row {
    std::string id;
    SubjectKind kind = SubjectKind::report;
    std::vector<std::string> members;
    std::vector<Observation> observations;
  };

  TraitTable() = default;
  explicit TraitTable(std::vector<Row> rows);

  RowId size() const noexcept { return static_cast<RowId>(rows_.size()); }
  const Row& row(RowId id) const noexcept { return rows_[id]; }
  const std::string& id(RowId row) const noexcept { return rows_[row].id; }
  std::optional<RowId> find(std::string_view id) const;

  /// All observations of a trait, in the order of the record; empty if there is none.
  std::span<const Observation> observations(RowId row, Trait trait) const noexcept;

  /// The first observed value of a trait, or nullptr. T is the alternative of the trait's kind.
  template <class T>
  const T* value(RowId row, Trait trait) const noexcept {
    for (const Observation& o : observations(row, trait))
      if (o.state == ObservationState::observed)
        if (const T* v = std::get_if<T>(&o.value)) return v;
    return nullptr;
  }
  /// The word of a code trait, or "" where it is not observed.
  std::string_view code(RowId row, Trait trait) const noexcept;
  /// The best known state among the trait's observations; not_recorded if there is none.
  ObservationState state(RowId row, Trait trait) const noexcept;

 private:
  std::vector<Row> rows_;
  // begin of each trait's observations in a row, and the end: trait_count + 1 offsets per row
  std::vector<std::array<std::uint16_t, trait_count + 1>> offsets_;
};

}  // namespace confronta

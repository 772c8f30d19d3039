#pragma once
// The observations of one record while they are being gathered, with where each came from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/importer.h"
#include "importers/mapping/mapping.h"
#include "importers/normalise/cell.h"
#include "models/domain/observation.h"
#include "models/domain/record.h"

namespace confronta::importers {

/// Why a row cannot be used, and the cell that it is about.
struct Rejection {
  Error reason;
  std::string value;
  std::string hint;
};

/// Gathers the observations of one record. Equal values of a trait from different cells are kept
/// once, with the provenance of the first; from one cell they are several (two right femurs). A
/// cell that cannot be read is never lost: the trait gets the state unknown and the text becomes a
/// note "COLUMN: TEXT" with the cell's provenance.
class Collector {
 public:
  explicit Collector(ReadingNotes& notes) : notes_(notes) {}

  void clear();
  /// The row that the next observations come from.
  void at(const std::string& sheet, std::uint64_t row);

  void add(Trait trait, Value value, const std::string& column);
  void add_state(Trait trait, ObservationState state, const std::string& column);
  /// The column is there, and its cell is empty.
  void add_empty(Trait trait, const std::string& column);
  /// A cell that says something we cannot read.
  void add_unreadable(const Rule& rule, const std::string& column, std::string_view text,
                      const Error& error);

  /// Takes what a reader of normalise/ returned; true if it was a value.
  template <class T>
  bool take(const Rule& rule, Reading<T> reading, const std::string& column,
            std::string_view text) {
    if (!reading.ok()) {
      add_unreadable(rule, column, text, reading.error());
      return false;
    }
    if (reading.value().state != ObservationState::observed) {
      add_state(rule.trait, reading.value().state, column);
      return false;
    }
    add(rule.trait, std::move(reading.value().value), column);
    return true;
  }

  bool has_value(Trait trait) const;
  const std::vector<Observation>& observations() const { return observations_; }
  std::vector<Observation>& observations() { return observations_; }
  /// Takes an impossible value out again: unknown, with the cell's text as a note and a warning.
  void withdraw(std::size_t index, std::string_view text, const std::string& code);
  /// What cells of `required` columns were missing or wrong, the first of them.
  const std::optional<Rejection>& rejection() const { return rejection_; }
  void reject(Rejection rejection);

  /// The observations in the order of the dictionary, with a "not recorded" (or `empty_state`'s
  /// choice) for each trait whose columns were all empty.
  std::vector<Observation> finish(ObservationState (*empty_state)(Trait, const Collector&));

 private:
  Provenance provenance(const std::string& column) const;

  ReadingNotes& notes_;
  std::vector<Observation> observations_;
  std::vector<std::pair<Trait, Provenance>> empty_;
  std::optional<Rejection> rejection_;
  std::string sheet_;
  std::uint32_t row_ = 0;
};

}  // namespace confronta::importers

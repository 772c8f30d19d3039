#pragma once
// One thing that one cell of one file says of a subject.

#include <cstdint>
#include <string>
#include <string_view>

#include "models/domain/trait.h"
#include "models/domain/value.h"

namespace confronta {

/// What is known of a trait. The order is from best known to least: the greater of two states is
/// the less known one.
enum class ObservationState : std::uint8_t {
  observed,        // the value is there
  unknown,         // asked, and the answer is "not known" (SIN DATO, INDETERMINADO)
  not_recorded,    // the source does not say
  not_observable,  // cannot be seen on these remains ("no tattoo" on a skeleton)
  redacted,        // withheld (CONFIDENCIAL)
  count
};
std::string_view state_name(ObservationState state);

/// Where a value comes from. `record` is the index of the row's record (TraitTable::Row::members),
/// 0 before records are merged. `row` is 1-based; `column` the header, else the column's letter.
struct Provenance {
  std::uint32_t record = 0;
  std::uint32_t row = 0;
  std::string sheet;
  std::string column;
  bool operator==(const Provenance&) const = default;
};

struct Observation {
  Trait trait = Trait::note;
  ObservationState state = ObservationState::observed;
  Value value;  // monostate unless observed
  Provenance from;
  bool operator==(const Observation&) const = default;
};

}  // namespace confronta

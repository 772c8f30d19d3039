#pragma once
// What one cell says once it is read.

#include "models/domain/observation.h"
#include "models/domain/result.h"

namespace confronta::importers {

/// A value, or the state in which there is none ("SIN DATO" -> unknown).
template <class T>
struct Cell {
  ObservationState state = ObservationState::observed;
  T value{};
};

/// A Cell, or an Error (code "value.*", argument 0 the text) where the text is neither a value nor
/// a known way to say that there is none. An empty text is always not_recorded.
template <class T>
using Reading = Result<Cell<T>>;

}  // namespace confronta::importers

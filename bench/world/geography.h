#pragma once
// Where people go missing and where they are found.

#include <vector>

#include "bench/world/random.h"

namespace confronta::world {

/// The country as far as the world's states reach. Municipalities are indices into
/// municipalities(). Not safe to share between threads (rows are computed when first asked for).
class Geography {
 public:
  /// `states`: how many filing states the world has, 1..32.
  explicit Geography(int states);

  /// A municipality where somebody goes missing: states by their reports, then by population.
  int draw_event(Random& random) const;
  double event_probability(int municipality) const;
  /// Where somebody who went missing in `from` is found: at home, in the state with decay over
  /// distance, or in another filing state with slower decay; migrants far.
  int draw_found(Random& random, int from, bool migrant);
  double found_probability(int found, int from, bool migrant);
  /// Municipalities of the filing states, ascending.
  const std::vector<int>& places() const { return places_; }

 private:
  const std::vector<double>& row(int from, bool migrant);

  std::vector<int> places_;
  std::vector<int> slot_;                     // of a municipality in places_, or -1
  std::vector<double> event_;                 // by slot
  std::vector<std::vector<double>> rows_[2];  // by slot, filled on demand
};

/// INEGI number (1..32) of a municipality's state.
int state_of(int municipality);

}  // namespace confronta::world

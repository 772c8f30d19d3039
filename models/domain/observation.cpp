#include "models/domain/observation.h"

#include <array>

namespace confronta {

std::string_view state_name(ObservationState state) {
  static constexpr std::array<std::string_view, 5> names{"observed", "unknown", "not_recorded",
                                                         "not_observable", "redacted"};
  return names[static_cast<std::size_t>(state)];
}

}  // namespace confronta

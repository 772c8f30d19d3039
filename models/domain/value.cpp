#include "models/domain/value.h"

namespace confronta {

std::string_view tooth_state_name(ToothState state) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(ToothState::count)> names{
      "no_information",
      "present",
      "sound",
      "caries",
      "filled",
      "crown",
      "root_canal",
      "implant",
      "pontic",
      "missing_ante_mortem",
      "missing_post_mortem",
      "unerupted"};
  return names[static_cast<std::size_t>(state)];
}

int fdi_number(int position) {
  if (position < 0 || position >= 32) return -1;
  const int quadrant = position / 8;  // upper right, upper left, lower left, lower right
  const int step = position % 8;
  const bool towards_midline = quadrant == 0 || quadrant == 2;
  return (quadrant + 1) * 10 + (towards_midline ? 8 - step : step + 1);
}

int fdi_position(int number) {
  for (int position = 0; position < 32; ++position)
    if (fdi_number(position) == number) return position;
  return -1;
}

}  // namespace confronta

#include "models/domain/value.h"

namespace confronta {

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

#include "engine/score/likelihood_ratio.h"

#include "models/stats/portable_math.h"

namespace confronta {

LikelihoodRatios::LikelihoodRatios() {
  for (std::int32_t units = lowest; units <= highest; units += 256)
    coarse_.push_back(portable_pow(10, Score{units}.log10()));
  for (std::int32_t units = 0; units < 256; ++units)
    fine_.push_back(portable_pow(10, Score{units}.log10()));
}

}  // namespace confronta

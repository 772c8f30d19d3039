#pragma once
// How far the outside of a body can still be seen. Colours and build fade together with it.

#include <string>

#include "models/domain/trait_table.h"
#include "models/parameters.h"

namespace confronta {

/// Where a row stands. `weight` is the probability that what was written down still is the person's
/// own colour or build: 1 for a report, 0 beyond "decomposed" and for bones. `code` is the word
/// that decided it ("@condition.mummified"), "" where neither condition nor kind is known.
struct SoftTissue {
  double weight = 1;
  std::string code;
};

class SoftTissueScale {
 public:
  explicit SoftTissueScale(const Parameters& parameters);
  SoftTissue of(const TraitTable& table, RowId row) const;

 private:
  double fleshed_;
  double decomposed_;
  double unstated_;
};

}  // namespace confronta

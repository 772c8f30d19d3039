#pragma once
// The simulator of test datasets with known truth. Uses models/domain and models/data, never
// evidence.

#include <cstdint>
#include <string>
#include <vector>

#include "models/domain/result.h"

namespace confronta::world {

struct WorldOptions {
  int states = 3;
  std::uint32_t reports = 5000;
  std::uint32_t remains = 3000;
  std::uint64_t seed = 1;
  bool names_on_bodies = true;  // false: no body carries a probable name, a document or a folio
};

/// A file that was written, and how to import it.
struct WrittenFile {
  std::string path;
  std::string source;   // for --source; "" = the mapping's own
  std::string mapping;  // the shipped mapping that fits
};

/// Writes each state's files in that state's own layout, truth.csv (relation,left,right) and
/// oracle data beside them. The same options give the same bytes. Error "simulate.io".
Result<std::vector<WrittenFile>> simulate(const WorldOptions& options,
                                          const std::string& directory);

}  // namespace confronta::world

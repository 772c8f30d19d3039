#pragma once
// The simulator of test datasets with known truth. Uses models/domain and models/data, never
// evidence: its error processes are its own (rates.h), or the truth would prove nothing.

#include <cstdint>
#include <string>
#include <vector>

#include "models/domain/result.h"

namespace confronta::world {

struct WorldOptions {
  int states = 3;                // 1..32, in the order of demography.h's filing states
  std::uint32_t reports = 5000;  // records in all files together, exactly
  std::uint32_t remains = 3000;
  std::uint64_t seed = 1;
  bool dna = false;             // also the laboratory's two files
  bool names_on_bodies = true;  // false: no body carries a probable name, a document or a folio
};

/// A file that was written, and how to import it.
struct WrittenFile {
  std::string path;
  std::string source;   // for --source; "" = the mapping's own
  std::string mapping;  // the shipped mapping that fits
};

/// Writes into `directory` (made if need be) each state's files in that state's own layout, and
/// beside them
///   truth.csv   relation,left,right        every true pair of records, spoilt rows included
///   strata.csv  id,kind,sex,condition,migrant,state    as they truly are
///   files.csv   file,source,mapping        what is returned
/// With `dna` also adn_genealogias.csv and adn_perfiles.csv, and in strata.csv the columns `dna`
/// (remains: none, profile, family; a report that a sampled family names: family) and `missing`
/// (remains with profile and family: how many of the family's missing people have such remains);
/// files.csv lists them, and all other files are those without it.
///   oracle.csv  what was written, as codes, for OracleScorer (oracle.h)
/// The same options give the same bytes. Errors "simulate.io" (argument: path), "simulate.states".
Result<std::vector<WrittenFile>> simulate(const WorldOptions& options,
                                          const std::string& directory);

}  // namespace confronta::world

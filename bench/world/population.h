#pragma once
// The whole world: people, their reports, the bodies, and which belong together.

#include <string>
#include <vector>

#include "bench/world/notes.h"
#include "bench/world/world.h"

namespace confronta::world {

/// A true pair: `relation` by name, full ids "SOURCE:ID".
struct TruePair {
  std::string relation;
  std::string left;
  std::string right;
  bool operator==(const TruePair&) const = default;
};

/// What strata need of a person.
struct PersonFacts {
  int sex = 0;
  bool migrant = false;
};

/// Records in the order of the files: shuffled, with ids in that order, so that neither an id nor
/// a place in a file says anything. People and bodies are numbered in the notes.
struct Population {
  std::vector<ReportNote> reports;
  std::vector<RemainsNote> remains;
  std::vector<PersonFacts> people;  // by number
};

/// Exactly options.reports reports and options.remains remains records, where a share
/// rates::remains_with_report of the records of remains belongs to people who are reported.
Population populate(const WorldOptions& options);

/// All true pairs of a population: identity (report, remains), duplicate, same_body, part.
std::vector<TruePair> truth_of(const Population& population);

}  // namespace confronta::world

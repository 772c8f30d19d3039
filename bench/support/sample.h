#pragma once
// A simulated snapshot for the benchmarks, made once a process.

#include <string>

#include "bench/world/world.h"
#include "engine/store/subjects.h"

namespace confronta::bench {

/// Files of a world, in a folder of their own below the system's temporary one.
struct SampleFiles {
  std::string folder;
  std::vector<world::WrittenFile> files;
};
const SampleFiles& sample_files();

/// The same files as records, sorted by id; aborts if one cannot be read.
const Snapshot& sample_snapshot();

}  // namespace confronta::bench

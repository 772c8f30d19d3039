#pragma once
// Parts of a published run, each read by itself: what a review asks for without loading the run.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/review/log.h"
#include "engine/store/runs.h"
#include "models/domain/record.h"

namespace confronta {

/// A run without pairs, remainders and clusters.
struct RunOutline {
  RunHeading heading;
  std::map<std::string, std::string> manifest;
  std::vector<RunGroup> groups;
};
/// Of a published run, or the newest (0). Errors "run.none", "run.unknown".
Result<RunOutline> read_run_outline(Store& store, std::int64_t number);
/// What changes when a run is published or a file imported: the newest run (0 = none), the last
/// record, the last word on which subjects a full list no longer has.
struct StoreMark {
  std::int64_t run = 0;
  std::int64_t record = 0;
  std::int64_t presence = 0;
  bool operator==(const StoreMark&) const = default;
};
Result<StoreMark> read_store_mark(Store& store);

/// One pair by the ids of its rows; nothing if the run did not keep it.
Result<std::optional<RunPair>> read_run_pair(Store& store, std::int64_t run,
                                             const ReviewPair& pair);
/// The pairs of one row on either side, best first: all, or the first `most`.
Result<std::vector<RunPair>> read_pairs_of(Store& store, std::int64_t run, Relation relation,
                                           const std::string& row,
                                           std::size_t most = std::size_t(-1));
/// A relation's pairs, best first, of those that `wanted` takes: so many from `offset` on, none
/// below `least` posterior.
Result<std::vector<RunPair>> read_best_pairs(Store& store, std::int64_t run, Relation relation,
                                             std::uint64_t offset, std::uint64_t limit,
                                             double least,
                                             const std::function<bool(const RunPair&)>& wanted);
Result<std::optional<RunRemainder>> read_remainder(Store& store, std::int64_t run,
                                                   const std::string& row);

/// A cluster with its pairs themselves. `linked` and `claimed` are inference.cluster_posterior and
/// inference.claim_posterior of the run: from them on a pair is one of the cluster's.
struct ClusterPage {
  RunCluster cluster;  // `pairs` are 0, 1, ...: into the list below
  std::vector<RunPair> pairs;
};
/// Errors "cluster.unknown".
Result<ClusterPage> read_cluster(Store& store, std::int64_t run, std::uint32_t number,
                                 double linked, double claimed);

/// Who belongs to which cluster of a run, by the subjects' ids: all members of merged rows.
struct ClusterMember {
  std::uint32_t cluster = 0;
  SubjectKind kind = SubjectKind::report;
};
Result<std::map<std::string, ClusterMember>> read_cluster_members(Store& store, std::int64_t run);

/// How many there are of what.
struct StoreCounts {
  std::uint64_t reports = 0, remains = 0, relatives = 0, samples = 0, quarantined = 0;
  struct Source {
    std::string name;
    std::uint64_t reports = 0, remains = 0, relatives = 0, samples = 0, withdrawn = 0;
  };
  std::vector<Source> sources;
};
Result<StoreCounts> read_store_counts(Store& store);

/// The ids of all relatives and samples: whose DNA may bear on any pair.
Result<std::vector<std::string>> read_dna_subjects(Store& store);

/// Imports and runs since an instant, newest first: {"import", source} or {"run", its number}.
struct StoreEvent {
  std::string instant, action, detail;
};
Result<std::vector<StoreEvent>> read_store_events(Store& store, const std::string& since,
                                                  std::uint32_t most);

/// The newest version of every subject, sorted by id.
Result<std::vector<RecordVersion>> read_record_versions(Store& store);

}  // namespace confronta

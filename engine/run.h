#pragma once
// What a run publishes. Plain values, the same in memory and in the store.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/relation.h"
#include "models/domain/score.h"

namespace confronta {

/// Subjects that a run treats as one: duplicate reports, records of one body, parts of one body.
/// `id` is the first of its members, sorted. Subjects that stand alone have no group.
struct RunGroup {
  std::string id;
  Relation relation = Relation::duplicate;  // duplicate, same_body or part
  double posterior = 0;                     // of the weakest link that holds it together
  std::vector<std::string> members;
};

/// How decisions of people that the run took in bear on a pair.
enum class Decided : std::uint8_t {
  no,        // nobody decided, or nothing that a run takes in
  certain,   // agreed on a primary identifier: the posterior is taken as certain
  weighted,  // agreed on other evidence: the posterior counts it with a stated weight
  excluded,  // the pair stays out: its posterior is 0
};
std::string_view decided_name(Decided decided);

/// A pair that the run kept. `left` and `right` are ids of groups or of single subjects.
struct RunPair {
  Relation relation = Relation::identity;
  std::string left;
  std::string right;
  Score score;
  double pairwise_posterior = 0;    // from the prior and this LR alone
  double posterior = 0;             // one-to-one, "none of these" and "an unlisted record" included
  std::uint32_t rank_of_left = 0;   // 1 = the best left for this right
  std::uint32_t rank_of_right = 0;  // 1 = the best right for this left
  Decided decided = Decided::no;    // the LR never knows of it
};

/// What is left over for one row: "none of these" (no partner in the store) and "unlisted" (a pair
/// that was not kept). With the posteriors of its pairs they add up to 1. For a lot that takes
/// several people they are those of one place: none + unlisted + posteriors / places = 1. Partners
/// that may be one record, and were not merged, count once as far as they are.
struct RunRemainder {
  std::string id;
  double none = 0;
  double unlisted = 0;
  std::string method;  // exact, exact_core, propagation
};

/// A conflict that a person must look at. `code`: one_body_two_people, one_person_two_bodies,
/// located_alive, already_identified, cannot_link.
struct RunConflict {
  std::string code;
  std::vector<std::string> ids;
};

struct RunCluster {
  std::uint32_t number = 0;                   // 1 = the strongest
  std::vector<std::string> reports, remains;  // subject ids, members of groups one by one
  std::uint32_t people = 0, bodies = 0, parts = 0, duplicate_reports = 0;
  std::vector<std::uint32_t> pairs;  // indices into Run::pairs, strongest first
  std::vector<RunConflict> conflicts;
};

struct Run {
  std::string identity;                         // digest of what went in
  std::string digest;                           // digest of the canonical export of what came out
  std::map<std::string, std::string> manifest;  // snapshot, reference, models, parameters, priors
  std::uint64_t pairs_compared = 0;
  std::vector<RunGroup> groups;
  std::vector<RunPair> pairs;  // by relation, then left, then right
  std::vector<RunRemainder> remainders;
  std::vector<RunCluster> clusters;
};

/// What came out, line by line, fields separated by tabs, doubles in 17 digits: groups, pairs,
/// remainders, clusters. Large: for tests and for export.
std::string canonical_text(const Run& run);
/// The BLAKE2b of that text, without building it.
std::string digest_of(const Run& run);

}  // namespace confronta

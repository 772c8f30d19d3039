#pragma once
// How every pair stands that somebody wrote of: what the queue, the counts and the drawings of
// clusters look up.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/run.h"
#include "engine/store/reviews.h"

namespace confronta::app::review {

struct BoardEntry {
  ReviewPair pair;                 // identity: by the rows of the run
  ReviewLog log;                   // of all pairs of their members
  NewestVersions newest;           // of the records that an exclusion rests on
  std::optional<RunPair> numbers;  // of the run, where it kept the pair and somebody asked for them
  ReviewState state = ReviewState::open;
  std::string holder;
  std::string changed;      // instant of the newest entry that is not a claim
  bool handed_out = false;  // nothing is known of it but that the program handed it out as unlikely
};

/// How often a first opinion, given without a score, was changed by the one who gave it: opinions
/// that are followed by a decision of the same person on the same pair. Decoys do not count.
struct Influence {
  std::uint64_t compared = 0;
  std::uint64_t changed = 0;
};
Influence influence_of(const ReviewLog& log);

/// Immutable, shared by threads.
class Board {
 public:
  /// `row_of` gives the row of a subject in the run, or its own id.
  using RowOf = std::function<std::string(const std::string& subject)>;
  /// `numbers_of` gives a pair's numbers in the run; without it no entry has any.
  /// `dna_of` names the DNA that bears on a pair today; without it new DNA reopens nothing here.
  using DnaOf = std::function<std::vector<std::string>(const ReviewPair& pair)>;
  using NumbersOf = std::function<Result<std::optional<RunPair>>(const ReviewPair& pair)>;
  static Result<std::shared_ptr<const Board>> read(Store& store, const RowOf& row_of,
                                                   const NumbersOf& numbers_of = {},
                                                   const DnaOf& dna_of = {});

  /// nullptr where nobody wrote anything. Of identity the pair is of rows of the run, of the other
  /// relations of single subjects.
  const BoardEntry* find(const ReviewPair& pair) const;
  ReviewState state(const ReviewPair& pair) const;
  const std::map<ReviewPair, BoardEntry>& entries() const { return entries_; }
  /// A relation's pairs in each state, those without anything written (open) left out, and decoys.
  std::map<ReviewState, std::uint64_t> counts(Relation relation) const;
  Influence influence() const;

 private:
  std::map<ReviewPair, BoardEntry> entries_;
};

}  // namespace confronta::app::review

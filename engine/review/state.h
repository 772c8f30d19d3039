#pragma once
// How a pair stands: a pure function of its log. And who may write what next.

#include <map>
#include <string>

#include "engine/review/log.h"
#include "models/domain/result.h"

namespace confronta {

/// `open`: nothing decided. `reopened`: excluded, and a record of either side has a newer version
/// than the one that the exclusion was made on. The others are named by the decision they rest on.
enum class ReviewState : std::uint8_t {
  open,
  possible,
  proposed,
  agreed,
  disputed,
  final,
  excluded,
  insufficient,
  reopened,
};
inline constexpr int review_states = 9;
std::string_view state_name(ReviewState state);
std::optional<ReviewState> parse_review_state(std::string_view word);

/// The number of the newest version of subjects; one that is not in it has nothing newer.
using NewestVersions = std::map<std::string, std::uint32_t, std::less<>>;

/// Says in `newest` that a side of an exclusion has DNA that it was not decided on: `now` are the
/// names of all that bears on either side today.
void note_new_dna(const ReviewLog& log, const std::vector<std::string>& now,
                  NewestVersions& newest);

struct Standing {
  ReviewState state = ReviewState::open;
  std::int64_t newest = 0;             // id of the newest entry among the decisions, undo included
  const Decision* rests_on = nullptr;  // into the log; nullptr when open
  const Decision* proposal = nullptr;  // that the second opinion was, or will be, about
  const Decision* second = nullptr;    // agreed or disputed
  std::string holder;                  // who claims the pair now, "" = nobody
  bool on_primary = false;  // agreed or final, and both people named one primary identifier
};

/// The log must outlive what is returned.
Standing standing_of(const ReviewLog& log, const NewestVersions& newest = {});

/// Whether a record that the decision was made on has a newer version.
bool has_newer_records(const Decision& decision, const NewestVersions& newest);

/// Whether the person has given a first opinion on the pair.
bool has_opinion(const ReviewLog& log, std::string_view who);
/// Whether the person must not see yet what others wrote of the pair: a proposal waits for its
/// second opinion, and the person is not the one who proposed.
bool is_blind_to_others(const Standing& standing, std::string_view who, Authority authority);

/// Whether the decision may be appended to the log. Errors: "review.opinion_first",
/// "review.conflict" (it is not based on the newest decision),
/// "review.nothing_proposed", "review.own_proposal", "review.second_needed", "review.not_agreed",
/// "review.coordinator_only", "review.closed", "review.reason_needed", "review.bad_reason",
/// "review.needed_missing", "review.bad_line", "review.no_undo", "review.words_too_long".
Status may_decide(const ReviewLog& log, const Decision& decision, Authority authority,
                  const NewestVersions& newest = {});
/// Error "review.claimed" (argument: the holder).
Status may_claim(const ReviewLog& log, std::string_view who);
/// Errors "review.bad_opinion", "review.opinion_given", "review.words_too_long".
Status may_opine(const ReviewLog& log, const Opinion& opinion);

/// Words of a person, in bytes: a page of text is ample, and no entry can fill the store.
inline constexpr std::size_t longest_words = 10'000;

}  // namespace confronta

#include "app/review/api/decoy.h"

#include <optional>

#include "engine/digest.h"
#include "engine/score/totals.h"

namespace confronta::app::review {
namespace {

// Between these a pair is not absurd at the first glance, and still most unlikely to be one.
constexpr double least_bans = -4;
constexpr double most_bans = -0.7;
constexpr int tries = 64;

/// An element from so many digits of a digest.
template <class List>
const auto& drawn(const std::string& digest, std::size_t at, const List& list) {
  return list[std::stoull(digest.substr(at, 12), nullptr, 16) % list.size()];
}

/// Two records that may be compared so, drawn by the digest; nothing where one was drawn twice.
std::optional<ReviewedRows> drawn_rows(const ReviewedRun& run, Relation relation,
                                       const std::string& digest) {
  const auto& lefts = relation == Relation::identity || relation == Relation::duplicate
                          ? run.snapshot().reports
                          : run.snapshot().remains;
  const auto& rights =
      relation == Relation::duplicate ? run.snapshot().reports : run.snapshot().remains;
  if (lefts.empty() || rights.empty()) return std::nullopt;
  return run.rows_of(relation, drawn(digest, 0, lefts).id, drawn(digest, 12, rights).id);
}

}  // namespace

void hand_out_decoy(Store& store, const Asked& asked, Relation relation, const std::string& who,
                    const std::string& instant) {
  const auto claims = count_claims(store, who);
  if (!claims || claims.value() % claims_per_decoy != claims_per_decoy / 2) return;
  const std::string seed =
      who + '\n' + asked.run->heading().digest + '\n' + std::to_string(claims.value()) + '\n';
  for (int i = 0; i < tries; ++i) {
    const auto rows = drawn_rows(*asked.run, relation, digest_of(seed + std::to_string(i)));
    if (!rows || asked.board->find(rows->pair)) continue;
    const ComparedPair pair = asked.run->compared(rows->pair);
    const double bans = total_of(*pair.relation, pair.left, pair.right).log10();
    if (bans < least_bans || bans > most_bans) continue;
    static_cast<void>(append_claim(store, *rows, {0, rows->pair, who, instant, false, true}));
    return;
  }
}

}  // namespace confronta::app::review

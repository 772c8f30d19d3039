#include "app/review/api/decoy.h"

#include "engine/digest.h"
#include "engine/score/totals.h"

namespace confronta::app::review {
namespace {

// Between these a pair is not absurd at the first glance, and still most unlikely to be one.
constexpr double least_bans = -4;
constexpr double most_bans = -0.7;
constexpr int tries = 64;

/// A number below `size` from so many digits of a digest.
RowId row_from(const std::string& digest, std::size_t at, RowId size) {
  return static_cast<RowId>(std::stoull(digest.substr(at, 12), nullptr, 16) % size);
}

}  // namespace

void hand_out_decoy(Store& store, const Asked& asked, const std::string& who,
                    const std::string& instant) {
  const auto claims = count_claims(store, who);
  if (!claims || claims.value() % claims_per_decoy != claims_per_decoy / 2) return;
  const PreparedRelation& identity = asked.run->identity();
  if (identity.left->size() == 0 || identity.right->size() == 0) return;
  const std::string seed =
      who + '\n' + asked.run->heading().digest + '\n' + std::to_string(claims.value()) + '\n';
  for (int i = 0; i < tries; ++i) {
    const std::string digest = digest_of(seed + std::to_string(i));
    const RowId left = row_from(digest, 0, identity.left->size());
    const RowId right = row_from(digest, 12, identity.right->size());
    const double bans = total_of(identity, left, right).log10();
    if (bans < least_bans || bans > most_bans) continue;
    const auto rows =
        asked.run->rows_of(Relation::identity, identity.left->id(left), identity.right->id(right));
    if (!rows || asked.board->find(rows->pair)) continue;
    static_cast<void>(append_claim(store, *rows, {0, rows->pair, who, instant, false, true}));
    return;
  }
}

}  // namespace confronta::app::review

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/store/guarded.h"
#include "engine/store/kept_statement.h"
#include "engine/store/run_pair_rows.h"
#include "engine/store/run_queries.h"

namespace confronta {
namespace {

std::int64_t subject_id(Store& store, const std::string& name) {
  const KeptStatement find{store, "SELECT id FROM subject WHERE name = ?"};
  find->bind(1, name);
  return find->executeStep() ? find->getColumn(0).getInt64() : 0;
}

/// A pair of a row as it is ranked by; its names, which break ties, are looked up for few.
struct RankedPair {
  std::int64_t left = 0, right = 0;
  double posterior = 0;
  Score score;
};

bool better(const RankedPair& a, const RankedPair& b) {
  return std::tie(b.posterior, b.score) < std::tie(a.posterior, a.score);
}

/// All pairs of a row, on either side, in no order.
std::vector<RankedPair> ranked_pairs_of(Store& store, std::int64_t run, Relation relation,
                                        std::int64_t row) {
  // The index of the best pairs holds all columns, so that SQLite would rather read through it.
  static const std::string select = "SELECT left_id, right_id, posterior, score FROM run_pair ";
  static const std::string where = "WHERE run_id = ? AND relation = ? AND ";
  static const std::string sides[] = {
      select + where + "left_id = ?",
      select + "INDEXED BY run_pair_by_right " + where + "right_id = ?"};
  std::vector<RankedPair> pairs;
  for (const std::string& side : sides) {
    const KeptStatement rows{store, side};
    rows->bind(1, run);
    rows->bind(2, static_cast<int>(relation));
    rows->bind(3, row);
    while (rows->executeStep())
      pairs.push_back({rows->getColumn(0).getInt64(), rows->getColumn(1).getInt64(),
                       rows->getColumn(2).getDouble(), Score{rows->getColumn(3).getInt()}});
  }
  return pairs;
}

/// Leaves the best `most` and whatever is as good as the last of them.
void keep_best(std::vector<RankedPair>& pairs, std::size_t most) {
  if (pairs.size() <= most) return;
  const auto end = pairs.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(pairs.begin(), end, pairs.end(), better);
  const RankedPair last = *std::max_element(pairs.begin(), end, better);
  pairs.erase(
      std::remove_if(end, pairs.end(), [&](const RankedPair& one) { return better(last, one); }),
      pairs.end());
}

std::optional<RunPair> pair_by_ids(Store& store, std::int64_t run, Relation relation,
                                   std::int64_t left, std::int64_t right) {
  static const std::string by_key =
      named_pairs() + "WHERE p.run_id = ? AND p.relation = ? AND p.left_id = ? AND p.right_id = ?";
  const KeptStatement find{store, by_key};
  find->bind(1, run);
  find->bind(2, static_cast<int>(relation));
  find->bind(3, left);
  find->bind(4, right);
  return find->executeStep() ? std::optional{named_pair(*find)} : std::nullopt;
}

}  // namespace

std::string named_pairs() {
  // CROSS: what is on its left comes first.
  return "SELECT p.relation, l.name, r.name, p.score, p.pairwise_posterior, p.posterior, "
         "p.rank_of_left, p.rank_of_right, p.decided FROM run_pair p CROSS JOIN subject l ON l.id "
         "= p.left_id CROSS JOIN subject r ON r.id = p.right_id ";
}

RunPair named_pair(SQLite::Statement& row) {
  const auto number = [&](int column) {
    return static_cast<std::uint32_t>(row.getColumn(column).getInt64());
  };
  return {static_cast<Relation>(row.getColumn(0).getInt()),
          row.getColumn(1).getString(),
          row.getColumn(2).getString(),
          Score{row.getColumn(3).getInt()},
          row.getColumn(4).getDouble(),
          row.getColumn(5).getDouble(),
          number(6),
          number(7),
          static_cast<Decided>(row.getColumn(8).getInt())};
}

Result<std::optional<RunPair>> read_run_pair(Store& store, std::int64_t run,
                                             const ReviewPair& pair) {
  return guarded([&]() -> Result<std::optional<RunPair>> {
    return pair_by_ids(store, run, pair.relation, subject_id(store, pair.left),
                       subject_id(store, pair.right));
  });
}

Result<std::vector<RunPair>> read_pairs_of(Store& store, std::int64_t run, Relation relation,
                                           const std::string& row, std::size_t most) {
  return guarded([&]() -> Result<std::vector<RunPair>> {
    if (most == 0) return std::vector<RunPair>{};
    auto ranked = ranked_pairs_of(store, run, relation, subject_id(store, row));
    keep_best(ranked, most);
    std::vector<RunPair> pairs;
    for (const RankedPair& one : ranked)
      if (auto pair = pair_by_ids(store, run, relation, one.left, one.right))
        pairs.push_back(std::move(*pair));
    std::sort(pairs.begin(), pairs.end(), [](const RunPair& a, const RunPair& b) {
      return std::tie(b.posterior, b.score, a.left, a.right) <
             std::tie(a.posterior, a.score, b.left, b.right);
    });
    if (pairs.size() > most) pairs.resize(most);
    return pairs;
  });
}

Result<std::vector<RunPair>> read_best_pairs(Store& store, std::int64_t run, Relation relation,
                                             std::uint64_t offset, std::uint64_t limit,
                                             double least,
                                             const std::function<bool(const RunPair&)>& wanted) {
  return guarded([&]() -> Result<std::vector<RunPair>> {
    SQLite::Statement rows{store.database(),
                           named_pairs() +
                               "WHERE p.run_id = ? AND p.relation = ? AND p.posterior >= ? ORDER "
                               "BY p.posterior DESC, p.score DESC, p.left_id, p.right_id"};
    rows.bind(1, run);
    rows.bind(2, static_cast<int>(relation));
    rows.bind(3, least);
    std::vector<RunPair> pairs;
    std::uint64_t passed = 0;
    while (pairs.size() < limit && rows.executeStep()) {
      RunPair pair = named_pair(rows);
      if (wanted(pair) && passed++ >= offset) pairs.push_back(std::move(pair));
    }
    return pairs;
  });
}

}  // namespace confronta

#include "engine/infer/decided_links.h"

#include <algorithm>

#include "engine/infer/decided_rows.h"

namespace confronta {

DecidedLinks::DecidedLinks(const std::vector<DecidedPair>& pairs, const TraitTable& table,
                           const genetics::Families& families) {
  for (const DecidedPair& pair : pairs) {
    if (!is_symmetric(pair.pair.relation)) continue;
    const auto left = table.find(pair.pair.left);
    const auto right = table.find(pair.pair.right);
    if (!left || !right || *left == *right) continue;
    if (pair.decided == Decided::excluded && !(was_seen(table.row(*left), pair.seen, families) &&
                                               was_seen(table.row(*right), pair.seen, families))) {
      ++outgrown;
      continue;
    }
    pairs_.emplace(Key{pair.pair.relation, std::min(*left, *right), std::max(*left, *right)},
                   pair.decided);
  }
}

Decided DecidedLinks::of(Relation relation, RowId a, RowId b) const {
  const auto at = pairs_.find(Key{relation, std::min(a, b), std::max(a, b)});
  return at == pairs_.end() ? Decided::no : at->second;
}

}  // namespace confronta

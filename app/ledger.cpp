#include "app/ledger.h"

namespace confronta::app {

Ledger ledger_of(const PreparedRelation& relation, RowId left, RowId right) {
  Ledger ledger;
  ledger.relation = relation.relation;
  ledger.left = relation.left->id(left);
  ledger.right = relation.right->id(right);
  ledger.left_members = relation.left->row(left).members;
  ledger.right_members = relation.right->row(right).members;
  for (std::size_t i = 0; i < relation.models.size(); ++i) {
    ledger.lines.push_back({relation.names[i], relation.models[i]->explain(left, right)});
    ledger.total += ledger.lines.back().finding.score;
  }
  return ledger;
}

}  // namespace confronta::app

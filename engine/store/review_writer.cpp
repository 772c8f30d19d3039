#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/digest.h"
#include "engine/store/audit.h"
#include "engine/store/guarded.h"
#include "engine/store/review_rows.h"
#include "engine/store/text_list.h"

namespace confronta {
namespace {

/// One entry: the transaction, the log as it stands in it, and the pair's row.
class Appending {
 public:
  Appending(Store& store, const ReviewedRows& rows)
      : store_(store),
        database_(store.database()),
        transaction_(database_, SQLite::TransactionBehavior::IMMEDIATE),
        rows_(rows),
        log_(read_log_of_rows(store, rows)) {}

  Store& store() { return store_; }
  SQLite::Database& database() { return database_; }
  const ReviewLog& log() const { return log_; }

  /// The row of review_pair, made where there is none; 0 where a subject is not in the store.
  std::int64_t pair_id() {
    const std::int64_t left = subject(rows_.pair.left);
    const std::int64_t right = subject(rows_.pair.right);
    if (left == 0 || right == 0) return 0;
    for (const char* query :
         {"INSERT OR IGNORE INTO review_pair (relation, left_id, right_id) VALUES (?, ?, ?)",
          "SELECT id FROM review_pair WHERE relation = ? AND left_id = ? AND right_id = ?"}) {
      SQLite::Statement statement{database_, query};
      statement.bind(1, static_cast<int>(rows_.pair.relation));
      statement.bind(2, left);
      statement.bind(3, right);
      if (statement.executeStep()) return statement.getColumn(0).getInt64();
    }
    return 0;
  }

  std::int64_t finish(const std::string& instant, std::string_view action,
                      const std::string& detail) {
    const std::int64_t id = database_.getLastInsertRowid();
    append_audit(
        database_, instant, action,
        std::to_string(id) + '\n' + rows_.pair.left + '\n' + rows_.pair.right + '\n' + detail);
    transaction_.commit();
    return id;
  }

 private:
  std::int64_t subject(const std::string& name) {
    SQLite::Statement find{database_, "SELECT id FROM subject WHERE name = ?"};
    find.bind(1, name);
    return find.executeStep() ? find.getColumn(0).getInt64() : 0;
  }

  Store& store_;
  SQLite::Database& database_;
  SQLite::Transaction transaction_;
  const ReviewedRows& rows_;
  ReviewLog log_;
};

Error unknown(const ReviewedRows& rows) {
  return Error{"subject.unknown", {rows.pair.left + ", " + rows.pair.right}, {}};
}

bool was_handed_out(const ReviewLog& log, const std::string& who) {
  for (const Claim& claim : log.claims)
    if (claim.decoy && claim.who == who) return true;
  return false;
}

}  // namespace

Result<std::int64_t> append_claim(Store& store, const ReviewedRows& rows, const Claim& claim) {
  return guarded([&]() -> Result<std::int64_t> {
    Appending entry{store, rows};
    if (auto may = may_claim(entry.log(), claim.who); !may) return may.error();
    const bool has = standing_of(entry.log()).holder == claim.who;
    if (has != claim.released) return std::int64_t{0};
    const std::int64_t pair = entry.pair_id();
    if (pair == 0) return unknown(rows);
    SQLite::Statement insert{entry.database(),
                             "INSERT INTO claim (pair_id, who, instant, released, decoy) VALUES "
                             "(?, ?, ?, ?, ?)"};
    insert.bind(1, pair);
    insert.bind(2, claim.who);
    insert.bind(3, claim.instant);
    insert.bind(4, claim.released ? 1 : 0);
    insert.bind(5, claim.decoy ? 1 : 0);
    insert.exec();
    return entry.finish(claim.instant, claim.released ? "release" : "claim",
                        claim.who + (claim.decoy ? "\ndecoy" : ""));
  });
}

Result<std::int64_t> append_opinion(Store& store, const ReviewedRows& rows, Opinion opinion) {
  return guarded([&]() -> Result<std::int64_t> {
    Appending entry{store, rows};
    if (auto may = may_opine(entry.log(), opinion); !may) return may.error();
    const std::int64_t pair = entry.pair_id();
    if (pair == 0) return unknown(rows);
    opinion.decoy = was_handed_out(entry.log(), opinion.who);
    SQLite::Statement insert{entry.database(),
                             "INSERT INTO opinion (pair_id, who, instant, opinion, words, decoy) "
                             "VALUES (?, ?, ?, ?, ?, ?)"};
    insert.bind(1, pair);
    insert.bind(2, opinion.who);
    insert.bind(3, opinion.instant);
    insert.bind(4, opinion.opinion);
    insert.bind(5, opinion.words);
    insert.bind(6, opinion.decoy ? 1 : 0);
    insert.exec();
    return entry.finish(opinion.instant, "opinion",
                        opinion.who + '\n' + opinion.opinion + '\n' + digest_of(opinion.words) +
                            (opinion.decoy ? "\ndecoy" : ""));
  });
}

Result<std::int64_t> append_decision(Store& store, const ReviewedRows& rows, Decision decision,
                                     Authority authority) {
  return guarded([&]() -> Result<std::int64_t> {
    decision.pair = rows.pair;
    Appending entry{store, rows};
    const NewestVersions newest = newest_versions_of(entry.store(), entry.log());
    if (auto may = may_decide(entry.log(), decision, authority, newest); !may) return may.error();
    const std::int64_t pair = entry.pair_id();
    if (pair == 0) return unknown(rows);
    SQLite::Statement insert{
        entry.database(),
        "INSERT INTO decision (pair_id, who, instant, kind, based_on, undoes, reasons, words, "
        "lines, needed, run_id, run_digest, records, models, program) VALUES (?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    insert.bind(1, pair);
    insert.bind(2, decision.who);
    insert.bind(3, decision.instant);
    insert.bind(4, std::string{decision_name(decision.kind)});
    insert.bind(5, decision.based_on);
    insert.bind(6, decision.undoes);
    insert.bind(7, join_list(decision.reasons));
    insert.bind(8, decision.words);
    insert.bind(9, lines_text(decision.lines));
    insert.bind(10, join_list(decision.needed));
    insert.bind(11, decision.pins.run);
    insert.bind(12, decision.pins.run_digest);
    insert.bind(13, records_text(decision.pins.records));
    insert.bind(14, join_list(decision.pins.models));
    insert.bind(15, decision.pins.program);
    insert.exec();
    return entry.finish(decision.instant, "decision",
                        decision.who + '\n' + std::string{decision_name(decision.kind)} + '\n' +
                            digest_of(canonical_text(decision)));
  });
}

}  // namespace confronta

#include <SQLiteCpp/SQLiteCpp.h>

#include <unordered_map>

#include "engine/store/audit.h"
#include "engine/store/file_lock.h"
#include "engine/store/guarded.h"
#include "engine/store/runs.h"
#include "engine/store/text_list.h"

namespace confronta {
namespace {

constexpr std::size_t rows_per_transaction = 20'000;  // readers and other writers get their turn

/// Writes the parts of one run that is being built.
class RunWriter {
 public:
  RunWriter(SQLite::Database& database, std::int64_t run) : database_(database), run_(run) {
    SQLite::Statement all{database, "SELECT name, id FROM subject"};
    while (all.executeStep())
      subjects_.emplace(all.getColumn(0).getString(), all.getColumn(1).getInt64());
  }

  void write(const Run& run) {
    manifest(run);
    groups(run);
    pairs(run);
    remainders(run);
    for (const RunCluster& c : run.clusters) cluster(c);
    finish_batch();
  }

 private:
  std::int64_t subject(const std::string& id) const {
    const auto at = subjects_.find(id);
    if (at == subjects_.end()) throw SQLite::Exception("no subject " + id);
    return at->second;
  }

  /// Runs one prepared insert; every so many rows are made durable together.
  void insert(SQLite::Statement& statement) {
    if (!batch_) batch_.emplace(database_, SQLite::TransactionBehavior::IMMEDIATE);
    statement.exec();
    statement.reset();
    if (++in_batch_ == rows_per_transaction) finish_batch();
  }

  void finish_batch() {
    if (batch_) batch_->commit();
    batch_.reset();
    in_batch_ = 0;
  }

  void manifest(const Run& run) {
    SQLite::Statement add{database_, "INSERT INTO run_manifest VALUES (?, ?, ?)"};
    for (const auto& [name, value] : run.manifest) {
      add.bind(1, run_);
      add.bind(2, name);
      add.bind(3, value);
      insert(add);
    }
  }

  void groups(const Run& run) {
    SQLite::Statement add{database_, "INSERT INTO run_group VALUES (?, ?, ?, ?, ?)"};
    for (const RunGroup& group : run.groups)
      for (const std::string& member : group.members) {
        add.bind(1, run_);
        add.bind(2, static_cast<int>(group.relation));
        add.bind(3, subject(group.id));
        add.bind(4, subject(member));
        add.bind(5, group.posterior);
        insert(add);
      }
  }

  void pairs(const Run& run) {
    SQLite::Statement add{database_, "INSERT INTO run_pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (const RunPair& pair : run.pairs) {
      add.bind(1, run_);
      add.bind(2, static_cast<int>(pair.relation));
      add.bind(3, subject(pair.left));
      add.bind(4, subject(pair.right));
      add.bind(5, pair.score.units);
      add.bind(6, pair.pairwise_posterior);
      add.bind(7, pair.posterior);
      add.bind(8, pair.rank_of_left);
      add.bind(9, pair.rank_of_right);
      add.bind(10, static_cast<int>(pair.decided));
      insert(add);
    }
  }

  void remainders(const Run& run) {
    SQLite::Statement add{database_, "INSERT INTO run_remainder VALUES (?, ?, ?, ?, ?)"};
    for (const RunRemainder& rest : run.remainders) {
      add.bind(1, run_);
      add.bind(2, subject(rest.id));
      add.bind(3, rest.none);
      add.bind(4, rest.unlisted);
      add.bind(5, rest.method);
      insert(add);
    }
  }

  void cluster(const RunCluster& c) {
    SQLite::Statement add{database_, "INSERT INTO run_cluster VALUES (?, ?, ?, ?, ?, ?)"};
    add.bind(1, run_);
    int position = 2;
    for (const std::uint32_t number : {c.number, c.people, c.bodies, c.parts, c.duplicate_reports})
      add.bind(position++, number);
    insert(add);
    members(c.number, 0, c.reports);
    members(c.number, 1, c.remains);
    SQLite::Statement pair{database_, "INSERT INTO run_cluster_pair VALUES (?, ?, ?, ?)"};
    for (std::size_t i = 0; i < c.pairs.size(); ++i) {
      pair.bind(1, run_);
      pair.bind(2, c.number);
      pair.bind(3, static_cast<std::int64_t>(i));
      pair.bind(4, c.pairs[i]);
      insert(pair);
    }
    SQLite::Statement conflict{database_, "INSERT INTO run_conflict VALUES (?, ?, ?, ?, ?)"};
    for (std::size_t i = 0; i < c.conflicts.size(); ++i) {
      conflict.bind(1, run_);
      conflict.bind(2, c.number);
      conflict.bind(3, static_cast<std::int64_t>(i));
      conflict.bind(4, c.conflicts[i].code);
      conflict.bind(5, join_list(c.conflicts[i].ids));
      insert(conflict);
    }
  }

  void members(std::uint32_t number, int kind, const std::vector<std::string>& ids) {
    SQLite::Statement add{database_, "INSERT INTO run_cluster_member VALUES (?, ?, ?, ?, ?)"};
    for (std::size_t i = 0; i < ids.size(); ++i) {
      add.bind(1, run_);
      add.bind(2, number);
      add.bind(3, kind);
      add.bind(4, static_cast<std::int64_t>(i));
      add.bind(5, subject(ids[i]));
      insert(add);
    }
  }

  SQLite::Database& database_;
  std::int64_t run_;
  std::unordered_map<std::string, std::int64_t> subjects_;
  std::optional<SQLite::Transaction> batch_;
  std::size_t in_batch_ = 0;
};

std::int64_t begin_building(SQLite::Database& database, const Run& run, const std::string& instant,
                            double seconds) {
  SQLite::Statement insert{
      database,
      "INSERT INTO run (state, identity, digest, instant, seconds, pairs_compared, pairs_kept, "
      "clusters) VALUES ('building', ?, ?, ?, ?, ?, ?, ?)"};
  insert.bind(1, run.identity);
  insert.bind(2, run.digest);
  insert.bind(3, instant);
  insert.bind(4, seconds);
  insert.bind(5, static_cast<std::int64_t>(run.pairs_compared));
  insert.bind(6, static_cast<std::int64_t>(run.pairs.size()));
  insert.bind(7, static_cast<std::int64_t>(run.clusters.size()));
  insert.exec();
  return database.getLastInsertRowid();
}

/// Runs that a process left unfinished when it died: their rows would never be read.
void clear_unfinished(SQLite::Database& database) {
  SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
  for (const char* table :
       {"run_manifest", "run_group", "run_pair", "run_remainder", "run_cluster_member",
        "run_cluster_pair", "run_conflict", "run_cluster"})
    database.exec(std::string{"DELETE FROM "} + table +
                  " WHERE run_id IN (SELECT id FROM run WHERE state = 'building')");
  database.exec("DELETE FROM run WHERE state = 'building'");
  all.commit();
}

}  // namespace

Result<std::int64_t> publish_run(Store& store, const Run& run, const std::string& instant,
                                 double seconds) {
  return guarded([&]() -> Result<std::int64_t> {
    SQLite::Database& database = store.database();
    SQLite::Statement same{database,
                           "SELECT id FROM run WHERE state = 'published' AND identity = ? AND "
                           "digest = ? ORDER BY id DESC LIMIT 1"};
    same.bind(1, run.identity);
    same.bind(2, run.digest);
    if (same.executeStep()) return same.getColumn(0).getInt64();
    const FileLock lock{store.path() + ".lock"};
    if (!lock.held()) return Error{"run.busy", {store.path()}, {}};
    clear_unfinished(database);
    const std::int64_t number = begin_building(database, run, instant, seconds);
    RunWriter{database, number}.write(run);
    SQLite::Transaction last{database, SQLite::TransactionBehavior::IMMEDIATE};
    SQLite::Statement publish{database, "UPDATE run SET state = 'published' WHERE id = ?"};
    publish.bind(1, number);
    publish.exec();
    append_audit(database, instant, "run",
                 std::to_string(number) + '\n' + run.identity + '\n' + run.digest);
    last.commit();
    return number;
  });
}

}  // namespace confronta

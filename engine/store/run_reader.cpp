#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/store/guarded.h"
#include "engine/store/runs.h"
#include "engine/store/text_list.h"

namespace confronta {
namespace {

/// Reads the parts of one published run.
class RunReader {
 public:
  RunReader(SQLite::Database& database, std::int64_t run) : database_(database), run_(run) {}

  Run read() {
    Run run;
    heading(run);
    each("SELECT name, value FROM run_manifest WHERE run_id = ? ORDER BY name",
         [&](SQLite::Statement& row) { run.manifest[text(row, 0)] = text(row, 1); });
    groups(run);
    pairs(run);
    each(
        "SELECT s.name, none, unlisted, method FROM run_remainder r JOIN subject s ON s.id = "
        "r.subject_id WHERE run_id = ? ORDER BY s.name",
        [&](SQLite::Statement& row) {
          run.remainders.push_back({text(row, 0), row.getColumn(1).getDouble(),
                                    row.getColumn(2).getDouble(), text(row, 3)});
        });
    clusters(run);
    return run;
  }

 private:
  static std::string text(SQLite::Statement& row, int column) {
    return row.getColumn(column).getString();
  }
  static std::uint32_t number(SQLite::Statement& row, int column) {
    return static_cast<std::uint32_t>(row.getColumn(column).getInt64());
  }

  template <class Use>
  void each(const std::string& query, Use use) {
    SQLite::Statement rows{database_, query};
    rows.bind(1, run_);
    while (rows.executeStep()) use(rows);
  }

  void heading(Run& run) {
    each("SELECT identity, digest, pairs_compared FROM run WHERE id = ?",
         [&](SQLite::Statement& row) {
           run.identity = text(row, 0);
           run.digest = text(row, 1);
           run.pairs_compared = static_cast<std::uint64_t>(row.getColumn(2).getInt64());
         });
  }

  void groups(Run& run) {
    each(
        "SELECT g.name, m.name, r.relation, r.posterior FROM run_group r JOIN subject g ON g.id = "
        "r.group_id JOIN subject m ON m.id = r.member_id WHERE run_id = ? ORDER BY r.relation, "
        "g.name, m.name",
        [&](SQLite::Statement& row) {
          const std::string id = text(row, 0);
          if (run.groups.empty() || run.groups.back().id != id)
            run.groups.push_back({id,
                                  static_cast<Relation>(row.getColumn(2).getInt()),
                                  row.getColumn(3).getDouble(),
                                  {}});
          run.groups.back().members.push_back(text(row, 1));
        });
  }

  void pairs(Run& run) {
    each(
        "SELECT relation, l.name, r.name, score, pairwise_posterior, posterior, rank_of_left, "
        "rank_of_right, decided FROM run_pair p JOIN subject l ON l.id = p.left_id JOIN subject r "
        "ON r.id "
        "= p.right_id WHERE run_id = ? ORDER BY relation, l.name, r.name",
        [&](SQLite::Statement& row) {
          RunPair pair;
          pair.relation = static_cast<Relation>(row.getColumn(0).getInt());
          pair.left = text(row, 1);
          pair.right = text(row, 2);
          pair.score = Score{row.getColumn(3).getInt()};
          pair.pairwise_posterior = row.getColumn(4).getDouble();
          pair.posterior = row.getColumn(5).getDouble();
          pair.rank_of_left = number(row, 6);
          pair.rank_of_right = number(row, 7);
          pair.decided = static_cast<Decided>(row.getColumn(8).getInt());
          run.pairs.push_back(std::move(pair));
        });
  }

  void clusters(Run& run) {
    each(
        "SELECT number, people, bodies, parts, duplicate_reports FROM run_cluster WHERE run_id = "
        "? ORDER BY number",
        [&](SQLite::Statement& row) {
          RunCluster cluster;
          cluster.number = number(row, 0);
          cluster.people = number(row, 1);
          cluster.bodies = number(row, 2);
          cluster.parts = number(row, 3);
          cluster.duplicate_reports = number(row, 4);
          run.clusters.push_back(std::move(cluster));
        });
    // Clusters are numbered 1, 2, ... without gaps.
    each(
        "SELECT m.number, m.kind, s.name FROM run_cluster_member m JOIN subject s ON s.id = "
        "m.subject_id WHERE run_id = ? ORDER BY m.number, m.kind, m.position",
        [&](SQLite::Statement& row) {
          RunCluster& cluster = run.clusters.at(number(row, 0) - 1);
          (number(row, 1) == 0 ? cluster.reports : cluster.remains).push_back(text(row, 2));
        });
    each("SELECT number, pair FROM run_cluster_pair WHERE run_id = ? ORDER BY number, position",
         [&](SQLite::Statement& row) {
           run.clusters.at(number(row, 0) - 1).pairs.push_back(number(row, 1));
         });
    each("SELECT number, code, ids FROM run_conflict WHERE run_id = ? ORDER BY number, position",
         [&](SQLite::Statement& row) {
           run.clusters.at(number(row, 0) - 1)
               .conflicts.push_back({text(row, 1), split_list(text(row, 2))});
         });
  }

  SQLite::Database& database_;
  std::int64_t run_;
};

}  // namespace

Result<std::vector<RunHeading>> list_runs(Store& store) {
  return guarded([&]() -> Result<std::vector<RunHeading>> {
    SQLite::Statement all{store.database(),
                          "SELECT id, digest, instant, pairs_compared, pairs_kept, clusters, "
                          "seconds FROM run WHERE state = 'published' ORDER BY id"};
    std::vector<RunHeading> runs;
    while (all.executeStep()) {
      RunHeading run;
      run.number = all.getColumn(0).getInt64();
      run.digest = all.getColumn(1).getString();
      run.instant = all.getColumn(2).getString();
      run.pairs_compared = static_cast<std::uint64_t>(all.getColumn(3).getInt64());
      run.pairs_kept = static_cast<std::uint64_t>(all.getColumn(4).getInt64());
      run.clusters = static_cast<std::uint64_t>(all.getColumn(5).getInt64());
      run.seconds = all.getColumn(6).getDouble();
      runs.push_back(std::move(run));
    }
    return runs;
  });
}

Result<Run> read_run(Store& store, std::int64_t number) {
  return guarded([&]() -> Result<Run> {
    SQLite::Statement find{store.database(),
                           "SELECT id FROM run WHERE state = 'published' AND (id = ?1 OR ?1 = 0) "
                           "ORDER BY id DESC LIMIT 1"};
    find.bind(1, number);
    if (!find.executeStep())
      return Error{number == 0 ? "run.none" : "run.unknown", {std::to_string(number)}, {}};
    return RunReader{store.database(), find.getColumn(0).getInt64()}.read();
  });
}

}  // namespace confronta

#include "engine/store/run_queries.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include "engine/store/guarded.h"
#include "engine/store/kept_statement.h"
#include "engine/store/run_pair_rows.h"
#include "engine/store/text_list.h"
#include "models/domain/record.h"

namespace confronta {
namespace {

std::uint32_t number(SQLite::Statement& row, int column) {
  return static_cast<std::uint32_t>(row.getColumn(column).getInt64());
}

RunHeading heading_of(SQLite::Statement& row) {
  RunHeading run;
  run.number = row.getColumn(0).getInt64();
  run.digest = row.getColumn(1).getString();
  run.instant = row.getColumn(2).getString();
  run.pairs_compared = static_cast<std::uint64_t>(row.getColumn(3).getInt64());
  run.pairs_kept = static_cast<std::uint64_t>(row.getColumn(4).getInt64());
  run.clusters = static_cast<std::uint64_t>(row.getColumn(5).getInt64());
  run.seconds = row.getColumn(6).getDouble();
  return run;
}

void read_members(SQLite::Database& database, std::int64_t run, RunCluster& cluster) {
  SQLite::Statement members{database,
                            "SELECT m.kind, s.name FROM run_cluster_member m JOIN subject s ON "
                            "s.id = m.subject_id WHERE run_id = ? AND number = ? ORDER BY m.kind, "
                            "m.position"};
  members.bind(1, run);
  members.bind(2, cluster.number);
  while (members.executeStep())
    (members.getColumn(0).getInt() == 0 ? cluster.reports : cluster.remains)
        .push_back(members.getColumn(1).getString());
  SQLite::Statement conflicts{database,
                              "SELECT code, ids FROM run_conflict WHERE run_id = ? AND number = ? "
                              "ORDER BY position"};
  conflicts.bind(1, run);
  conflicts.bind(2, cluster.number);
  while (conflicts.executeStep())
    cluster.conflicts.push_back(
        {conflicts.getColumn(0).getString(), split_list(conflicts.getColumn(1).getString())});
}

void read_cluster_pairs(SQLite::Database& database, std::int64_t run, std::uint32_t cluster,
                        double linked, double claimed, std::vector<RunPair>& pairs) {
  SQLite::Statement rows{
      database, named_pairs() +
                    "WHERE p.run_id = ?1 AND p.relation IN (0, 1, 2, 3) AND p.left_id IN (SELECT "
                    "subject_id FROM "
                    "run_cluster_member WHERE run_id = ?1 AND number = ?2) AND p.right_id IN "
                    "(SELECT subject_id FROM run_cluster_member WHERE run_id = ?1 AND number = ?2) "
                    "AND (p.posterior >= ?3 OR p.pairwise_posterior >= ?4) AND p.decided <> 3 "
                    "ORDER BY p.posterior "
                    "DESC, p.score DESC, p.relation, l.name, r.name"};
  rows.bind(1, run);
  rows.bind(2, cluster);
  rows.bind(3, linked);
  rows.bind(4, claimed);
  while (rows.executeStep()) pairs.push_back(named_pair(rows));
}

std::string hex_of(const SQLite::Column& key) {
  std::string text(static_cast<std::size_t>(key.getBytes()) * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), static_cast<const unsigned char*>(key.getBlob()),
                 static_cast<std::size_t>(key.getBytes()));
  text.pop_back();
  return text;
}

}  // namespace

Result<RunOutline> read_run_outline(Store& store, std::int64_t wanted) {
  return guarded([&]() -> Result<RunOutline> {
    SQLite::Database& database = store.database();
    SQLite::Statement find{database,
                           "SELECT id, digest, instant, pairs_compared, pairs_kept, clusters, "
                           "seconds FROM run WHERE state = 'published' AND (id = ?1 OR ?1 = 0) "
                           "ORDER BY id DESC LIMIT 1"};
    find.bind(1, wanted);
    if (!find.executeStep())
      return Error{wanted == 0 ? "run.none" : "run.unknown", {std::to_string(wanted)}, {}};
    RunOutline run;
    run.heading = heading_of(find);
    SQLite::Statement manifest{database, "SELECT name, value FROM run_manifest WHERE run_id = ?"};
    manifest.bind(1, run.heading.number);
    while (manifest.executeStep())
      run.manifest[manifest.getColumn(0).getString()] = manifest.getColumn(1).getString();
    SQLite::Statement groups{
        database,
        "SELECT g.name, m.name, r.relation, r.posterior FROM run_group r JOIN subject g ON g.id = "
        "r.group_id JOIN subject m ON m.id = r.member_id WHERE run_id = ? ORDER BY g.name, m.name"};
    groups.bind(1, run.heading.number);
    while (groups.executeStep()) {
      const std::string id = groups.getColumn(0).getString();
      if (run.groups.empty() || run.groups.back().id != id)
        run.groups.push_back({id,
                              static_cast<Relation>(groups.getColumn(2).getInt()),
                              groups.getColumn(3).getDouble(),
                              {}});
      run.groups.back().members.push_back(groups.getColumn(1).getString());
    }
    return run;
  });
}

Result<StoreMark> read_store_mark(Store& store) {
  return guarded([&]() -> Result<StoreMark> {
    const KeptStatement mark{store,
                             "SELECT (SELECT coalesce(max(id), 0) FROM run WHERE state = "
                             "'published'), (SELECT coalesce(max(id), 0) FROM record), (SELECT "
                             "coalesce(max(id), 0) FROM presence)"};
    mark->executeStep();
    return StoreMark{mark->getColumn(0).getInt64(), mark->getColumn(1).getInt64(),
                     mark->getColumn(2).getInt64()};
  });
}

Result<std::optional<RunRemainder>> read_remainder(Store& store, std::int64_t run,
                                                   const std::string& row) {
  return guarded([&]() -> Result<std::optional<RunRemainder>> {
    const KeptStatement find{store,
                             "SELECT none, unlisted, method FROM run_remainder WHERE run_id = ? "
                             "AND subject_id = (SELECT id FROM subject WHERE name = ?)"};
    find->bind(1, run);
    find->bind(2, row);
    if (!find->executeStep()) return std::optional<RunRemainder>{};
    return std::optional{RunRemainder{row, find->getColumn(0).getDouble(),
                                      find->getColumn(1).getDouble(),
                                      find->getColumn(2).getString()}};
  });
}

Result<ClusterPage> read_cluster(Store& store, std::int64_t run, std::uint32_t wanted,
                                 double linked, double claimed) {
  return guarded([&]() -> Result<ClusterPage> {
    SQLite::Database& database = store.database();
    SQLite::Statement find{database,
                           "SELECT number, people, bodies, parts, duplicate_reports FROM "
                           "run_cluster WHERE run_id = ? AND number = ?"};
    find.bind(1, run);
    find.bind(2, wanted);
    if (!find.executeStep()) return Error{"cluster.unknown", {std::to_string(wanted)}, {}};
    ClusterPage page;
    page.cluster.number = number(find, 0);
    page.cluster.people = number(find, 1);
    page.cluster.bodies = number(find, 2);
    page.cluster.parts = number(find, 3);
    page.cluster.duplicate_reports = number(find, 4);
    read_members(database, run, page.cluster);
    read_cluster_pairs(database, run, wanted, linked, claimed, page.pairs);
    for (std::uint32_t i = 0; i < page.pairs.size(); ++i) page.cluster.pairs.push_back(i);
    return page;
  });
}

Result<std::map<std::string, ClusterMember>> read_cluster_members(Store& store, std::int64_t run) {
  return guarded([&]() -> Result<std::map<std::string, ClusterMember>> {
    SQLite::Statement rows{store.database(),
                           "SELECT s.name, m.number, m.kind FROM run_cluster_member m JOIN subject "
                           "s ON s.id = m.subject_id WHERE m.run_id = ?"};
    rows.bind(1, run);
    std::map<std::string, ClusterMember> members;
    while (rows.executeStep())
      members[rows.getColumn(0).getString()] = {number(rows, 1), rows.getColumn(2).getInt() == 0
                                                                     ? SubjectKind::report
                                                                     : SubjectKind::remains};
    return members;
  });
}

Result<StoreCounts> read_store_counts(Store& store) {
  return guarded([&]() -> Result<StoreCounts> {
    SQLite::Database& database = store.database();
    SQLite::Statement sources{
        database,
        "SELECT o.name, sum(s.kind = 0), sum(s.kind = 1), sum(s.kind = 2), sum(s.kind = 3), "
        "(SELECT count(*) FROM "
        "presence p JOIN subject w ON w.id = p.subject_id WHERE w.source_id = o.id AND p.withdrawn "
        "= 1 AND p.id = (SELECT max(id) FROM presence WHERE subject_id = p.subject_id)) FROM "
        "source o JOIN subject s ON s.source_id = o.id GROUP BY o.id ORDER BY o.name"};
    StoreCounts counts;
    while (sources.executeStep()) {
      const auto at = [&](int column) {
        return static_cast<std::uint64_t>(sources.getColumn(column).getInt64());
      };
      counts.sources.push_back(
          {sources.getColumn(0).getString(), at(1), at(2), at(3), at(4), at(5)});
      counts.reports += at(1);
      counts.remains += at(2);
      counts.relatives += at(3);
      counts.samples += at(4);
    }
    counts.quarantined = static_cast<std::uint64_t>(
        database
            .execAndGet("SELECT coalesce(sum(rows), 0) FROM quarantine WHERE id NOT IN (SELECT "
                        "quarantine_id FROM resolution)")
            .getInt64());
    return counts;
  });
}

Result<std::vector<std::string>> read_dna_subjects(Store& store) {
  return guarded([&]() -> Result<std::vector<std::string>> {
    SQLite::Statement rows{store.database(), "SELECT name FROM subject WHERE kind IN (?, ?)"};
    rows.bind(1, static_cast<int>(SubjectKind::relative));
    rows.bind(2, static_cast<int>(SubjectKind::sample));
    std::vector<std::string> ids;
    while (rows.executeStep()) ids.push_back(rows.getColumn(0).getString());
    return ids;
  });
}

Result<std::vector<StoreEvent>> read_store_events(Store& store, const std::string& since,
                                                  std::uint32_t most) {
  return guarded([&]() -> Result<std::vector<StoreEvent>> {
    SQLite::Statement rows{store.database(),
                           "SELECT instant, action, detail FROM audit WHERE instant > ? AND action "
                           "IN ('import', 'run') ORDER BY id DESC LIMIT ?"};
    rows.bind(1, since);
    rows.bind(2, most);
    std::vector<StoreEvent> events;
    while (rows.executeStep()) {
      const std::string detail = rows.getColumn(2).getString();
      events.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                        detail.substr(0, detail.find('\n'))});
    }
    return events;
  });
}

Result<std::vector<RecordVersion>> read_record_versions(Store& store) {
  return guarded([&]() -> Result<std::vector<RecordVersion>> {
    SQLite::Statement newest{store.database(),
                             "SELECT s.name, r.number, r.key FROM subject s JOIN record r ON "
                             "r.subject_id = s.id AND r.number = (SELECT max(number) FROM record "
                             "WHERE subject_id = s.id) ORDER BY s.name"};
    std::vector<RecordVersion> versions;
    while (newest.executeStep())
      versions.push_back(
          {newest.getColumn(0).getString(), number(newest, 1), hex_of(newest.getColumn(2))});
    return versions;
  });
}

}  // namespace confronta

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <unordered_map>

#include "engine/store/guarded.h"
#include "engine/store/kept_statement.h"
#include "engine/store/review_rows.h"
#include "engine/store/text_list.h"

namespace confronta {
namespace {

std::string text(SQLite::Statement& row, int column) { return row.getColumn(column).getString(); }

/// Items of three as "subject, number, key".
std::vector<RecordVersion> records_of(const std::string& column) {
  const std::vector<std::string> items = split_list(column);
  std::vector<RecordVersion> records;
  for (std::size_t i = 0; i + 2 < items.size(); i += 3)
    records.push_back(
        {items[i], static_cast<std::uint32_t>(std::stoul(items[i + 1])), items[i + 2]});
  return records;
}

std::map<std::string, std::string> lines_of(const std::string& column) {
  const std::vector<std::string> items = split_list(column);
  std::map<std::string, std::string> lines;
  for (std::size_t i = 0; i + 1 < items.size(); i += 2) lines[items[i]] = items[i + 1];
  return lines;
}

Decision decision_of(SQLite::Statement& row, const ReviewPair& pair) {
  Decision d;
  d.id = row.getColumn(1).getInt64();
  d.pair = pair;
  d.who = text(row, 2);
  d.instant = text(row, 3);
  const auto kind = parse_decision(text(row, 4));
  if (!kind) throw SQLite::Exception("decision " + text(row, 4));
  d.kind = *kind;
  d.based_on = row.getColumn(5).getInt64();
  d.undoes = row.getColumn(6).getInt64();
  d.reasons = split_list(text(row, 7));
  d.words = text(row, 8);
  d.lines = lines_of(text(row, 9));
  d.needed = split_list(text(row, 10));
  d.pins.run = row.getColumn(11).getInt64();
  d.pins.run_digest = text(row, 12);
  d.pins.records = records_of(text(row, 13));
  d.pins.models = split_list(text(row, 14));
  d.pins.program = text(row, 15);
  return d;
}

template <class Entry>
void drop_decoys(std::vector<Entry>& entries) {
  entries.erase(std::remove_if(entries.begin(), entries.end(),
                               [](const Entry& entry) { return entry.decoy; }),
                entries.end());
}

}  // namespace

void read_entries(Store& store, std::int64_t pair_id, const LogOf& log_of) {
  const auto each = [&](const std::string& columns, auto use) {
    const KeptStatement rows{
        store, "SELECT pair_id, " + columns +
                   (pair_id == 0 ? " ORDER BY id" : " WHERE pair_id = ? ORDER BY id")};
    if (pair_id != 0) rows->bind(1, pair_id);
    while (rows->executeStep()) {
      const auto [pair, log] = log_of(rows->getColumn(0).getInt64());
      use(*rows, *pair, *log);
    }
  };
  each("id, who, instant, released, decoy FROM claim",
       [](SQLite::Statement& row, const ReviewPair& pair, ReviewLog& log) {
         log.claims.push_back({row.getColumn(1).getInt64(), pair, text(row, 2), text(row, 3),
                               row.getColumn(4).getInt() != 0, row.getColumn(5).getInt() != 0});
       });
  each("id, who, instant, opinion, words, decoy FROM opinion",
       [](SQLite::Statement& row, const ReviewPair& pair, ReviewLog& log) {
         log.opinions.push_back({row.getColumn(1).getInt64(), pair, text(row, 2), text(row, 3),
                                 text(row, 4), text(row, 5), row.getColumn(6).getInt() != 0});
       });
  each(
      "id, who, instant, kind, based_on, undoes, reasons, words, lines, needed, run_id, "
      "run_digest, records, models, program FROM decision",
      [](SQLite::Statement& row, const ReviewPair& pair, ReviewLog& log) {
        log.decisions.push_back(decision_of(row, pair));
      });
}

ReviewLog read_log_of_rows(Store& store, const ReviewedRows& rows) {
  const KeptStatement find{store,
                           "SELECT p.id FROM review_pair p JOIN subject l ON l.id = p.left_id JOIN "
                           "subject r ON r.id = p.right_id WHERE p.relation = ? AND l.name = ? AND "
                           "r.name = ?"};
  ReviewLog log;
  for (const std::string& left : rows.lefts)
    for (const std::string& right : rows.rights) {
      find->reset();
      find->bind(1, static_cast<int>(rows.pair.relation));
      find->bind(2, left);
      find->bind(3, right);
      if (!find->executeStep()) continue;
      const ReviewPair pair{rows.pair.relation, left, right};
      read_entries(store, find->getColumn(0).getInt64(), [&](std::int64_t) {
        return std::pair{&pair, &log};
      });
    }
  sort_entries(log);
  return log;
}

NewestVersions newest_versions_of(Store& store, const ReviewLog& log) {
  const KeptStatement find{store,
                           "SELECT max(r.number) FROM record r JOIN subject s ON s.id = "
                           "r.subject_id WHERE s.name = ?"};
  NewestVersions newest;
  for (const Decision& decision : log.decisions)
    for (const RecordVersion& record : decision.pins.records) {
      if (record.number == 0 || newest.count(record.subject) > 0) continue;
      find->reset();
      find->bind(1, record.subject);
      if (find->executeStep())
        newest[record.subject] = static_cast<std::uint32_t>(find->getColumn(0).getInt64());
    }
  return newest;
}

std::string records_text(const std::vector<RecordVersion>& records) {
  std::vector<std::string> items;
  for (const RecordVersion& record : records) {
    items.push_back(record.subject);
    items.push_back(std::to_string(record.number));
    items.push_back(record.key);
  }
  return join_list(items);
}

std::string lines_text(const std::map<std::string, std::string>& lines) {
  std::vector<std::string> items;
  for (const auto& [evidence, verdict] : lines) {
    items.push_back(evidence);
    items.push_back(verdict);
  }
  return join_list(items);
}

Result<ReviewLog> read_review_log(Store& store, const ReviewedRows& rows) {
  return guarded([&]() -> Result<ReviewLog> { return read_log_of_rows(store, rows); });
}

Result<std::map<ReviewPair, ReviewLog>> read_review_logs(Store& store, bool decoys_too) {
  return guarded([&]() -> Result<std::map<ReviewPair, ReviewLog>> {
    const SQLite::Transaction one_moment{store.database()};
    SQLite::Statement pairs{store.database(),
                            "SELECT p.id, p.relation, l.name, r.name FROM review_pair p JOIN "
                            "subject l ON l.id = p.left_id JOIN subject r ON r.id = p.right_id "
                            "ORDER BY p.id"};
    std::map<ReviewPair, ReviewLog> logs;
    std::unordered_map<std::int64_t, std::pair<const ReviewPair*, ReviewLog*>> by_id;
    while (pairs.executeStep()) {
      auto& [pair, log] = *logs.try_emplace({static_cast<Relation>(pairs.getColumn(1).getInt()),
                                             text(pairs, 2), text(pairs, 3)})
                               .first;
      by_id[pairs.getColumn(0).getInt64()] = {&pair, &log};
    }
    read_entries(store, 0, [&](std::int64_t id) { return by_id.at(id); });
    if (decoys_too) return logs;
    for (auto at = logs.begin(); at != logs.end();) {
      ReviewLog& log = at->second;
      drop_decoys(log.claims);
      drop_decoys(log.opinions);
      const bool nothing = log.claims.empty() && log.opinions.empty() && log.decisions.empty();
      at = nothing ? logs.erase(at) : std::next(at);
    }
    return logs;
  });
}

Result<NewestVersions> read_newest_versions(Store& store, const ReviewLog& log) {
  return guarded([&]() -> Result<NewestVersions> { return newest_versions_of(store, log); });
}

Result<DecisionsIn> read_decisions_in(Store& store) {
  auto logs = read_review_logs(store, false);
  if (!logs) return logs.error();
  return guarded([&]() -> Result<DecisionsIn> {
    NewestVersions newest;
    for (const auto& [pair, log] : logs.value()) newest.merge(newest_versions_of(store, log));
    return decisions_in(logs.value(), newest);
  });
}

Result<std::int64_t> count_claims(Store& store, const std::string& who) {
  return guarded([&]() -> Result<std::int64_t> {
    SQLite::Statement count{store.database(),
                            "SELECT count(*) FROM claim WHERE who = ? AND released = 0 AND decoy = "
                            "0"};
    count.bind(1, who);
    count.executeStep();
    return std::int64_t{count.getColumn(0).getInt64()};
  });
}

Result<ReviewMark> read_review_mark(Store& store) {
  return guarded([&]() -> Result<ReviewMark> {
    const KeptStatement marks{store,
                              "SELECT (SELECT coalesce(max(id), 0) FROM claim), (SELECT "
                              "coalesce(max(id), 0) FROM opinion), (SELECT coalesce(max(id), 0) "
                              "FROM decision)"};
    marks->executeStep();
    return ReviewMark{marks->getColumn(0).getInt64(), marks->getColumn(1).getInt64(),
                      marks->getColumn(2).getInt64()};
  });
}

}  // namespace confronta

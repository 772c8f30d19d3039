#include "engine/store/open_quarantine.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "engine/store/text_list.h"

namespace confronta {

OpenQuarantine::OpenQuarantine(SQLite::Database& database, std::int64_t source_id)
    : database_(database) {
  SQLite::Statement open{
      database_,
      "SELECT q.id, q.row, q.rule, q.raw FROM quarantine q JOIN import i ON i.id = q.import_id "
      "WHERE i.source_id = ? AND q.id NOT IN (SELECT quarantine_id FROM resolution) ORDER BY q.id"};
  open.bind(1, source_id);
  while (open.executeStep()) {
    Entry entry;
    entry.id = open.getColumn(0).getInt64();
    entry.row = static_cast<std::uint64_t>(open.getColumn(1).getInt64());
    entry.rule = open.getColumn(2).getString();
    by_raw_[open.getColumn(3).getString()].push_back(std::move(entry));
  }
}

bool OpenQuarantine::known(const RejectedRow& row) {
  const auto at = by_raw_.find(row.raw);
  if (at == by_raw_.end()) return false;
  Entry* match = nullptr;  // the same row of the file, else the first that is not taken yet
  for (Entry& entry : at->second) {
    if (entry.found || entry.resolved || entry.rule != row.reason.code) continue;
    if (!match || entry.row == row.reason.where.row) match = &entry;
  }
  if (match) match->found = true;
  return match != nullptr;
}

void OpenQuarantine::add(const RejectedRow& row, std::int64_t import_id) {
  use(row.raw);  // an older entry with another reason is replaced by this one
  SQLite::Statement insert{
      database_,
      "INSERT INTO quarantine (import_id, sheet, row, column, rule, arguments, value, hint, raw, "
      "rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  insert.bind(1, import_id);
  insert.bind(2, row.reason.where.sheet);
  insert.bind(3, static_cast<std::int64_t>(row.reason.where.row));
  insert.bind(4, row.reason.where.column);
  insert.bind(5, row.reason.code);
  insert.bind(6, join_list(row.reason.arguments));
  insert.bind(7, row.value);
  insert.bind(8, row.hint);
  insert.bind(9, row.raw);
  insert.bind(10, row.rows);
  insert.exec();
}

void OpenQuarantine::use(const std::string& raw) {
  if (by_raw_.empty()) return;
  const auto at = by_raw_.find(raw);
  if (at == by_raw_.end()) return;
  const auto waiting = std::find_if(at->second.begin(), at->second.end(), [](const Entry& entry) {
    return !entry.found && !entry.resolved;
  });
  if (waiting != at->second.end()) waiting->resolved = true;
}

void OpenQuarantine::resolve_used(std::int64_t import_id) {
  SQLite::Statement resolve{database_,
                            "INSERT INTO resolution (quarantine_id, import_id) VALUES (?, ?)"};
  for (const auto& [raw, entries] : by_raw_)
    for (const Entry& entry : entries) {
      if (!entry.resolved) continue;
      resolve.reset();
      resolve.bind(1, entry.id);
      resolve.bind(2, import_id);
      resolve.exec();
    }
}

}  // namespace confronta

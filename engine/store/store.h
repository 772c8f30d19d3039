#pragma once
// The store: one SQLite file that only grows. Sources, records and their versions, quarantine,
// runs, decisions, audit log.

#include <memory>
#include <string>
#include <unordered_map>

#include "models/domain/result.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace confronta {

enum class Access { read, write };

/// One connection. Not thread-safe: one Store a thread; several processes may read while one writes
/// (WAL). Opening for writing creates the file, and migrates an older schema forward after a backup
/// beside it. Errors: "store.not_found", "store.not_a_store", "store.newer_schema", "store.busy",
/// "store.corrupt", "store.io" (argument: SQLite's words).
class Store {
 public:
  static Result<std::unique_ptr<Store>> open(const std::string& path, Access access);
  ~Store();

  const std::string& path() const { return path_; }
  SQLite::Database& database() { return *database_; }
  /// Of engine/store/kept_statement.h.
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>>& kept_statements() {
    return kept_statements_;
  }
  /// PRAGMA integrity_check, foreign keys, the hash chain of the audit log; error "store.corrupt".
  Status check();

 private:
  Store(std::string path, std::unique_ptr<SQLite::Database> database);
  std::string path_;
  std::unique_ptr<SQLite::Database> database_;
  std::unordered_map<std::string, std::unique_ptr<SQLite::Statement>> kept_statements_;
};

}  // namespace confronta

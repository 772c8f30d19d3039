#include "engine/store/store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

#include "engine/store/audit.h"
#include "engine/store/guarded.h"
#include "engine/store/schema.h"

namespace confronta {
namespace {

constexpr int busy_timeout_ms = 10'000;

int pragma_number(SQLite::Database& database, const char* name) {
  return database.execAndGet(std::string{"PRAGMA "} + name).getInt();
}

bool has_tables(SQLite::Database& database) {
  return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() > 0;
}

/// A whole copy beside the store, before its tables change.
void back_up(SQLite::Database& database, const std::string& path, int version) {
  const std::string copy = path + ".schema" + std::to_string(version) + ".backup";
  std::error_code ignored;
  std::filesystem::remove(copy, ignored);
  SQLite::Statement vacuum{database, "VACUUM INTO ?"};
  vacuum.bind(1, copy);
  vacuum.exec();
}

void migrate(SQLite::Database& database, const std::string& path) {
  const int before = pragma_number(database, "user_version");
  const auto steps = migrations();
  if (before == static_cast<int>(steps.size())) return;
  if (before > 0) back_up(database, path, before);
  SQLite::Transaction all{database, SQLite::TransactionBehavior::IMMEDIATE};
  // Another process may have migrated while we waited for the lock.
  for (auto v = static_cast<std::size_t>(pragma_number(database, "user_version")); v < steps.size();
       ++v)
    database.exec(std::string{steps[v]});
  database.exec("PRAGMA application_id = " + std::to_string(store_application_id));
  database.exec("PRAGMA user_version = " + std::to_string(steps.size()));
  all.commit();
}

}  // namespace

Store::Store(std::string path, std::unique_ptr<SQLite::Database> database)
    : path_(std::move(path)), database_(std::move(database)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string& path, Access access) {
  std::error_code ignored;
  const bool there = std::filesystem::exists(path, ignored);
  if (access == Access::read && !there) return Error{"store.not_found", {path}, {}};
  return guarded([&]() -> Result<std::unique_ptr<Store>> {
    // A reader opens for writing too: WAL needs its shared-memory file.
    auto database = std::make_unique<SQLite::Database>(
        path, SQLite::OPEN_READWRITE | (access == Access::write ? SQLite::OPEN_CREATE : 0),
        busy_timeout_ms);
    const bool ours = pragma_number(*database, "application_id") == store_application_id;
    if (!ours && has_tables(*database)) return Error{"store.not_a_store", {path}, {}};
    if (!ours && access == Access::read) return Error{"store.not_a_store", {path}, {}};
    const int version = pragma_number(*database, "user_version");
    if (version > static_cast<int>(migrations().size()))
      return Error{"store.newer_schema", {path, std::to_string(version)}, {}};
    // Of a new store: a record takes 3 to 4 KiB, of which a page of 4 would hold just one.
    database->exec("PRAGMA page_size = 16384");
    database->exec("PRAGMA journal_mode = WAL");
    database->exec("PRAGMA synchronous = FULL");  // a commit that was acknowledged is on the disk
    database->exec("PRAGMA foreign_keys = ON");
    database->exec("PRAGMA cache_size = -65536");  // KiB
    migrate(*database, path);
    return std::unique_ptr<Store>{new Store{path, std::move(database)}};
  });
}

Status Store::check() {
  auto tables = guarded([&]() -> Status {
    const std::string words = database_->execAndGet("PRAGMA integrity_check").getString();
    if (words != "ok") return Error{"store.corrupt", {words}, {}};
    SQLite::Statement dangling{*database_, "PRAGMA foreign_key_check"};
    if (dangling.executeStep())
      return Error{"store.corrupt", {dangling.getColumn(0).getString()}, {}};
    return success();
  });
  return tables ? check_audit(*database_) : tables;
}

}  // namespace confronta

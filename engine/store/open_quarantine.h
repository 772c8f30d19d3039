#pragma once
// The rows of one source that wait in quarantine while a file of it is imported.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "models/domain/record.h"

namespace SQLite {
class Database;
}

namespace confronta {

/// Within the transaction of an import. Throws SQLite::Exception.
class OpenQuarantine {
 public:
  OpenQuarantine(SQLite::Database& database, std::int64_t source_id);

  /// Whether the row already waits for the same reason: it is not written twice.
  bool known(const RejectedRow& row);
  void add(const RejectedRow& row, std::int64_t import_id);
  /// A record was made of this raw row.
  void use(const std::string& raw);
  /// Marks what was used, or waits again for another reason, as resolved by the import.
  void resolve_used(std::int64_t import_id);

 private:
  struct Entry {
    std::int64_t id = 0;
    std::uint64_t row = 0;
    std::string rule;
    bool found = false;  // seen again in this import, still rejected for the same reason
    bool resolved = false;
  };
  SQLite::Database& database_;
  std::unordered_map<std::string, std::vector<Entry>> by_raw_;
};

}  // namespace confronta

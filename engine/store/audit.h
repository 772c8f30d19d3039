#pragma once
// The audit log: who did what, each entry hashed with the one before it.

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace SQLite {
class Database;
}

namespace confronta {

/// Appends an entry, inside the transaction of what it tells of. Throws SQLite::Exception.
void append_audit(SQLite::Database& database, const std::string& instant, std::string_view action,
                  std::string_view detail);
/// Walks the chain; error "store.audit_broken" with the number of the first entry that does not
/// fit.
Status check_audit(SQLite::Database& database);

}  // namespace confronta

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/digest.h"
#include "engine/store/audit.h"
#include "engine/store/guarded.h"
#include "engine/store/runs.h"

namespace confronta {

Status save_reference(Store& store, const ReferenceSet& reference, const std::string& instant) {
  return guarded([&]() -> Status {
    const std::string text = reference.canonical_text();
    const std::string digest = digest_of(text);
    SQLite::Transaction all{store.database(), SQLite::TransactionBehavior::IMMEDIATE};
    SQLite::Statement insert{store.database(),
                             "INSERT INTO reference_set (digest, text, instant) VALUES (?, ?, ?)"};
    insert.bind(1, digest);
    insert.bind(2, text);
    insert.bind(3, instant);
    insert.exec();
    append_audit(store.database(), instant, "reference", digest);
    all.commit();
    return success();
  });
}

Result<std::optional<ReferenceSet>> read_reference(Store& store, const std::string& digest) {
  return guarded([&]() -> Result<std::optional<ReferenceSet>> {
    SQLite::Statement newest{store.database(),
                             "SELECT text FROM reference_set WHERE ?1 = '' OR digest = ?1 ORDER BY "
                             "id DESC LIMIT 1"};
    newest.bind(1, digest);
    if (!newest.executeStep()) return std::optional<ReferenceSet>{};
    auto set = ReferenceSet::parse(newest.getColumn(0).getString());
    if (!set) return set.error();
    return std::optional<ReferenceSet>{std::move(set).value()};
  });
}

}  // namespace confronta

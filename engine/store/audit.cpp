#include "engine/store/audit.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/digest.h"
#include "engine/store/guarded.h"

namespace confronta {
namespace {

std::string chain_hash(const std::string& before, std::string_view instant, std::string_view action,
                       std::string_view detail) {
  std::string text = before;
  for (const std::string_view part : {instant, action, detail}) {
    text += '\n';
    text += std::to_string(part.size()) + ' ';
    text += part;
  }
  return digest_of(text);
}

}  // namespace

void append_audit(SQLite::Database& database, const std::string& instant, std::string_view action,
                  std::string_view detail) {
  std::string before;
  SQLite::Statement last{database, "SELECT hash FROM audit ORDER BY id DESC LIMIT 1"};
  if (last.executeStep()) before = last.getColumn(0).getString();
  SQLite::Statement insert{database,
                           "INSERT INTO audit (instant, action, detail, hash) VALUES (?, ?, ?, ?)"};
  insert.bind(1, instant);
  insert.bind(2, std::string{action});
  insert.bind(3, std::string{detail});
  insert.bind(4, chain_hash(before, instant, action, detail));
  insert.exec();
}

Status check_audit(SQLite::Database& database) {
  return guarded([&]() -> Status {
    std::string before;
    SQLite::Statement all{database,
                          "SELECT id, instant, action, detail, hash FROM audit ORDER BY id"};
    std::int64_t expected = 1;
    while (all.executeStep()) {
      const auto number = all.getColumn(0).getInt64();
      const std::string hash = all.getColumn(4).getString();
      if (number != expected++ ||
          hash != chain_hash(before, all.getColumn(1).getString(), all.getColumn(2).getString(),
                             all.getColumn(3).getString()))
        return Error{"store.audit_broken", {std::to_string(number)}, {}};
      before = hash;
    }
    return success();
  });
}

}  // namespace confronta

#include "engine/store/subjects.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/store/guarded.h"
#include "engine/store/kept_statement.h"
#include "models/domain/value_codec.h"

namespace confronta {
namespace {

/// Ids that share the beginning or the end of the one asked for.
std::vector<std::string> near_ids(SQLite::Database& database, const std::string& id) {
  std::vector<std::string> near;
  const auto colon = id.find(':');
  const std::string tail = colon == std::string::npos ? id : id.substr(colon + 1);
  SQLite::Statement find{database,
                         "SELECT name FROM subject WHERE substr(name, 1, length(?1)) = ?1 OR "
                         "substr(name, -length(?2)) = ?2 ORDER BY name LIMIT 3"};
  find.bind(1, id);
  find.bind(2, tail);
  while (find.executeStep()) near.push_back(find.getColumn(0).getString());
  return near;
}

Error unknown_subject(SQLite::Database& database, const std::string& id) {
  std::string near;
  for (const std::string& name : near_ids(database, id)) near += (near.empty() ? "" : ", ") + name;
  return Error{near.empty() ? "subject.unknown" : "subject.unknown_near", {id, near}, {}};
}

}  // namespace

Result<SubjectPage> read_subject(Store& store, const std::string& id) {
  return guarded([&]() -> Result<SubjectPage> {
    SQLite::Database& database = store.database();
    SQLite::Statement subject{
        database,
        "SELECT s.id, s.kind, o.name, coalesce((SELECT withdrawn FROM presence p WHERE "
        "p.subject_id = s.id ORDER BY p.id DESC LIMIT 1), 0) FROM subject s JOIN source o ON o.id "
        "= s.source_id WHERE s.name = ?"};
    subject.bind(1, id);
    if (!subject.executeStep()) return unknown_subject(database, id);
    SubjectPage page;
    page.id = id;
    page.kind = static_cast<SubjectKind>(subject.getColumn(1).getInt());
    page.source = subject.getColumn(2).getString();
    page.withdrawn = subject.getColumn(3).getInt() != 0;

    SQLite::Statement records{
        database,
        "SELECT r.number, i.instant, m.name, i.path, r.first_row, r.raw, r.observations FROM "
        "record r JOIN import i ON i.id = r.import_id JOIN mapping m ON m.id = i.mapping_id WHERE "
        "r.subject_id = ? ORDER BY r.number"};
    records.bind(1, subject.getColumn(0).getInt64());
    while (records.executeStep()) {
      SubjectVersion version;
      version.number = static_cast<std::uint32_t>(records.getColumn(0).getInt());
      version.instant = records.getColumn(1).getString();
      version.mapping = records.getColumn(2).getString();
      version.file = records.getColumn(3).getString();
      version.first_row = static_cast<std::uint64_t>(records.getColumn(4).getInt64());
      version.raw = records.getColumn(5).getString();
      auto observations = decode_observations(records.getColumn(6).getString());
      if (!observations) return observations.error();
      version.observations = std::move(observations).value();
      page.versions.push_back(std::move(version));
    }
    return page;
  });
}

Result<std::string> read_version_file(Store& store, const std::string& id, std::uint32_t number) {
  return guarded([&]() -> Result<std::string> {
    const KeptStatement find{store,
                             "SELECT i.path FROM subject s JOIN record r ON r.subject_id = s.id "
                             "JOIN import i ON i.id = r.import_id WHERE s.name = ? AND r.number = "
                             "?"};
    find->bind(1, id);
    find->bind(2, number);
    return find->executeStep() ? find->getColumn(0).getString() : std::string{};
  });
}

}  // namespace confronta

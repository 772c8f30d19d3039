#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include <array>
#include <set>

#include "engine/store/guarded.h"
#include "engine/store/subjects.h"
#include "models/domain/value_codec.h"

namespace confronta {
namespace {

/// BLAKE2b over lines that come one by one.
class LineDigest {
 public:
  LineDigest() { crypto_generichash_init(&state_, nullptr, 0, 32); }
  void add(std::string_view text) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(text.data()),
                              text.size());
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>("\n"), 1);
  }
  std::string hex() {
    std::array<unsigned char, 32> hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    std::array<char, 65> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return std::string{text.data(), 64};
  }

 private:
  crypto_generichash_state state_;
};

std::vector<TraitTable::Row>& side_of(Snapshot& snapshot, SubjectKind kind) {
  switch (kind) {
    case SubjectKind::report: return snapshot.reports;
    case SubjectKind::remains: return snapshot.remains;
    case SubjectKind::relative: return snapshot.relatives;
    case SubjectKind::sample: break;
  }
  return snapshot.samples;
}

}  // namespace

Result<Snapshot> read_snapshot(Store& store) {
  return guarded([&]() -> Result<Snapshot> {
    SQLite::Statement newest{
        store.database(),
        "SELECT s.name, s.kind, r.key, r.observations, coalesce((SELECT withdrawn FROM presence p "
        "WHERE p.subject_id = s.id ORDER BY p.id DESC LIMIT 1), 0) FROM subject s JOIN record r ON "
        "r.subject_id = s.id AND r.number = (SELECT max(number) FROM record WHERE subject_id = "
        "s.id) ORDER BY s.name"};
    Snapshot snapshot;
    LineDigest digest;
    while (newest.executeStep()) {
      TraitTable::Row row;
      row.id = newest.getColumn(0).getString();
      row.kind = static_cast<SubjectKind>(newest.getColumn(1).getInt());
      auto observations = decode_observations(newest.getColumn(3).getString());
      if (!observations) return observations.error();
      row.observations = std::move(observations).value();
      const bool withdrawn = newest.getColumn(4).getInt() != 0;
      digest.add(row.id);
      digest.add(newest.getColumn(2).getString());
      digest.add(withdrawn ? "withdrawn" : "listed");
      if (withdrawn) snapshot.withdrawn.push_back(row.id);
      side_of(snapshot, row.kind).push_back(std::move(row));
    }
    snapshot.digest = digest.hex();
    snapshot.dna =
        link_dna(snapshot.reports, snapshot.remains, snapshot.relatives, snapshot.samples);
    return snapshot;
  });
}

Result<std::vector<TraitTable::Row>> read_rows_as_of(Store& store,
                                                     const std::vector<std::string>& ids,
                                                     const std::string& instant) {
  return guarded([&]() -> Result<std::vector<TraitTable::Row>> {
    SQLite::Statement newest{
        store.database(),
        "SELECT s.kind, r.observations FROM subject s JOIN record r ON r.subject_id = s.id JOIN "
        "import i ON i.id = r.import_id WHERE s.name = ? AND i.instant <= ? ORDER BY r.number DESC "
        "LIMIT 1"};
    const std::set<std::string> sorted{ids.begin(), ids.end()};
    std::vector<TraitTable::Row> rows;
    for (const std::string& id : sorted) {
      newest.reset();
      newest.bind(1, id);
      newest.bind(2, instant);
      if (!newest.executeStep()) continue;
      auto observations = decode_observations(newest.getColumn(1).getString());
      if (!observations) return observations.error();
      rows.push_back({id,
                      static_cast<SubjectKind>(newest.getColumn(0).getInt()),
                      {},
                      std::move(observations).value()});
    }
    return rows;
  });
}

}  // namespace confronta

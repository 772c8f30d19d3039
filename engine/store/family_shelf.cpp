#include "engine/store/family_shelf.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <mutex>
#include <unordered_set>
#include <vector>

#include "engine/digest.h"
#include "engine/store/guarded.h"
#include "models/registry.h"

namespace confronta {
namespace {

constexpr std::int64_t most_rows = std::int64_t{1} << 19;
constexpr std::size_t batch_bytes = std::size_t{4} << 20;  // some 2,500 rows
constexpr std::size_t rows_per_transaction = 10'000;       // of keys that go
constexpr int patience_ms = 200;  // beside another writer; then the rows are forgotten

/// Changes when the bytes of a content or of a table change.
constexpr std::string_view format = "family table 1";

std::string version_text() {
  for (const RegisteredModel& model : evidence_models())
    if (model.name == "kinship") return std::to_string(model.version);
  return {};
}

std::string seal_of(const std::string& key, std::string_view bytes) {
  Digest digest;
  digest.add(key);
  digest.add(bytes);
  return digest.hex();
}

struct Reader {
  explicit Reader(const std::string& path)
      : database(path, SQLite::OPEN_READWRITE, patience_ms),
        find(database, "SELECT seal, numbers FROM family_table WHERE content = ?") {}
  SQLite::Database database;
  SQLite::Statement find;
};

struct Row {
  std::string key, bytes;
};

}  // namespace

struct FamilyShelf::Impl {
  std::string path;
  std::string prefix = std::string{format} + '\n' + version_text() + '\n';
  std::mutex mutex;  // of all below but `writer` and `room`
  std::vector<std::unique_ptr<Reader>> idle;
  std::unordered_set<std::string> used;
  std::vector<Row> waiting;
  std::size_t waiting_bytes = 0;
  std::mutex writing;
  std::unique_ptr<SQLite::Database> writer;
  std::int64_t room = 0;  // rows that may still be added

  std::string key_of(std::string_view content) const {
    Digest digest;
    digest.add(prefix);
    digest.add(content);
    return digest.hex();
  }

  std::unique_ptr<Reader> reader() {
    {
      const std::lock_guard lock{mutex};
      if (!idle.empty()) {
        auto taken = std::move(idle.back());
        idle.pop_back();
        return taken;
      }
    }
    return std::make_unique<Reader>(path);
  }

  Result<std::optional<std::string>> read(const std::string& key) {
    return guarded([&]() -> Result<std::optional<std::string>> {
      auto one = reader();
      std::optional<std::string> bytes;
      one->find.bind(1, key);
      if (one->find.executeStep()) {
        const std::string seal = one->find.getColumn(0).getString();
        bytes = one->find.getColumn(1).getString();
        if (seal_of(key, *bytes) != seal) bytes.reset();
      }
      one->find.reset();  // ends the read: a checkpoint waits for nobody
      const std::lock_guard lock{mutex};
      if (bytes) used.insert(key);
      idle.push_back(std::move(one));
      return bytes;
    });
  }

  void open_writer() {
    if (writer) return;
    writer = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE, patience_ms);
    writer->exec("PRAGMA synchronous = NORMAL");  // a row that a power cut takes is made again
    room = most_rows - writer->execAndGet("SELECT count(*) FROM family_table").getInt64();
  }

  /// One batch, whole or not at all.
  void write(const std::vector<Row>& rows) {
    const std::lock_guard lock{writing};
    (void)guarded([&]() -> Status {
      open_writer();
      SQLite::Transaction all{*writer, SQLite::TransactionBehavior::IMMEDIATE};
      SQLite::Statement add{*writer, "INSERT OR REPLACE INTO family_table VALUES (?, ?, ?)"};
      for (const Row& row : rows) {
        if (room <= 0) break;
        add.bind(1, row.key);
        add.bind(2, seal_of(row.key, row.bytes));
        add.bind(3, row.bytes.data(), static_cast<int>(row.bytes.size()));
        add.exec();
        add.reset();
        --room;
      }
      all.commit();
      return success();
    });
  }

  void write_waiting() {
    std::vector<Row> rows;
    {
      const std::lock_guard lock{mutex};
      rows.swap(waiting);
      waiting_bytes = 0;
    }
    if (!rows.empty()) write(rows);
  }

  std::vector<std::string> unused() {
    std::vector<std::string> keys;
    SQLite::Statement all{*writer, "SELECT content FROM family_table"};
    while (all.executeStep()) {
      std::string key = all.getColumn(0).getString();
      if (used.count(key) == 0) keys.push_back(std::move(key));
    }
    return keys;
  }

  void remove(const std::vector<std::string>& keys) {
    for (std::size_t begin = 0; begin < keys.size(); begin += rows_per_transaction) {
      SQLite::Transaction some{*writer, SQLite::TransactionBehavior::IMMEDIATE};
      SQLite::Statement drop{*writer, "DELETE FROM family_table WHERE content = ?"};
      for (std::size_t k = begin; k < std::min(begin + rows_per_transaction, keys.size()); ++k) {
        drop.bind(1, keys[k]);
        drop.exec();
        drop.reset();
      }
      some.commit();
    }
  }
};

FamilyShelf::FamilyShelf(const Store& store) : impl_(std::make_unique<Impl>()) {
  impl_->path = store.path();
}

FamilyShelf::~FamilyShelf() { impl_->write_waiting(); }

std::optional<std::string> FamilyShelf::find(std::string_view content) {
  auto found = impl_->read(impl_->key_of(content));
  return found ? std::move(found).value() : std::nullopt;
}

void FamilyShelf::keep(std::string_view content, std::string_view bytes) {
  Row row{impl_->key_of(content), std::string{bytes}};
  bool enough = false;
  {
    const std::lock_guard lock{impl_->mutex};
    impl_->used.insert(row.key);
    impl_->waiting_bytes += row.key.size() + row.bytes.size();
    impl_->waiting.push_back(std::move(row));
    enough = impl_->waiting_bytes >= batch_bytes;
  }
  if (enough) impl_->write_waiting();
}

void FamilyShelf::tidy() {
  impl_->write_waiting();
  if (impl_->used.empty()) return;
  (void)guarded([&]() -> Status {
    impl_->open_writer();
    impl_->remove(impl_->unused());
    return success();
  });
}

}  // namespace confronta

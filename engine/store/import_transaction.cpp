#include "engine/store/import_transaction.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/digest.h"
#include "engine/store/audit.h"
#include "engine/store/guarded.h"
#include "engine/store/open_quarantine.h"
#include "engine/store/text_list.h"
#include "models/domain/number_text.h"

namespace confronta {
namespace {

using Hash = std::array<unsigned char, 16>;

Hash hash_of(std::string_view text) {
  Hash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  return hash;
}

std::int64_t id_by_name(SQLite::Database& database, const std::string& table,
                        const std::string& name) {
  SQLite::Statement insert{database, "INSERT OR IGNORE INTO " + table + " (name) VALUES (?)"};
  insert.bind(1, name);
  insert.exec();
  SQLite::Statement find{database, "SELECT id FROM " + table + " WHERE name = ?"};
  find.bind(1, name);
  find.executeStep();
  return find.getColumn(0).getInt64();
}

std::int64_t mapping_id(SQLite::Database& database, const ImportHeader& header,
                        const std::string& digest) {
  SQLite::Statement insert{database,
                           "INSERT OR IGNORE INTO mapping (name, digest, text) VALUES (?, ?, ?)"};
  insert.bind(1, header.mapping);
  insert.bind(2, digest);
  insert.bind(3, header.mapping_text);
  insert.exec();
  SQLite::Statement find{database, "SELECT id FROM mapping WHERE digest = ?"};
  find.bind(1, digest);
  find.executeStep();
  return find.getColumn(0).getInt64();
}

std::int64_t next_import_id(SQLite::Database& database) {
  return database.execAndGet("SELECT coalesce(max(id), 0) + 1 FROM import").getInt64();
}

class Transaction final : public ImportTransaction {
 public:
  Transaction(Store& store, ImportHeader header)
      : database_(store.database()),
        transaction_(database_, SQLite::TransactionBehavior::IMMEDIATE),
        header_(std::move(header)),
        mapping_digest_(digest_of(header_.mapping + '\n' + header_.mapping_text)),
        source_id_(id_by_name(database_, "source", header_.source)),
        mapping_id_(mapping_id(database_, header_, mapping_digest_)),
        import_id_(next_import_id(database_)),
        find_(database_,
              "SELECT s.id, s.kind, r.number, r.key FROM subject s JOIN record r ON r.subject_id = "
              "s.id WHERE s.name = ? ORDER BY r.number DESC LIMIT 1"),
        add_subject_(database_, "INSERT INTO subject (name, kind, source_id) VALUES (?, ?, ?)"),
        add_record_(database_,
                    "INSERT INTO record (subject_id, number, import_id, first_row, key, raw, "
                    "observations) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        presence_(database_,
                  "SELECT withdrawn FROM presence WHERE subject_id = ? ORDER BY id DESC LIMIT 1"),
        add_presence_(database_,
                      "INSERT INTO presence (subject_id, import_id, withdrawn) VALUES (?, ?, ?)"),
        quarantine_(database_, source_id_) {}

  Status add(const EncodedRecord& record) override {
    return guarded([&]() -> Status {
      const Hash raw = hash_of(record.raw);
      std::vector<Hash>& earlier = seen_[record.id];
      for (const Hash& hash : earlier)
        if (hash == raw) {
          counts_.unchanged += record.rows;
          return success();
        }
      earlier.push_back(raw);
      const std::string id =
          earlier.size() == 1 ? record.id : record.id + '#' + std::to_string(earlier.size());
      return put(id, record, raw);
    });
  }

  Status reject(const RejectedRow& row) override {
    return guarded([&]() -> Status {
      counts_.quarantined += row.rows;
      rejected_.push_back(row.raw);
      if (!quarantine_.known(row)) quarantine_.add(row, import_id_);
      return success();
    });
  }

  void set_columns(const std::vector<std::string>& columns) override { columns_ = columns; }

  Result<ImportCounts> finish(std::uint64_t rows_read, bool dry_run) override {
    return guarded([&]() -> Result<ImportCounts> {
      counts_.rows = rows_read;
      const auto accounted =
          counts_.imported + counts_.new_versions + counts_.unchanged + counts_.quarantined;
      if (accounted != rows_read)
        return Error{"import.lost_rows",
                     {std::to_string(rows_read), std::to_string(accounted)},
                     {header_.path, "", 0, ""}};
      if (header_.full_list && !header_.retry) withdraw_missing();
      if (dry_run) return counts_;  // the destructor rolls back
      quarantine_.resolve_used(import_id_);
      write_import();
      if (header_.mends > 0) resolve_mended();
      append_audit(database_, header_.instant, header_.retry ? "retry" : "import",
                   header_.source + '\n' + header_.path + '\n' + header_.file_digest + '\n' +
                       mapping_digest_ + '\n' + std::to_string(rows_read) + author());
      transaction_.commit();
      return counts_;
    });
  }

 private:
  Status put(const std::string& id, const EncodedRecord& record, const Hash& raw) {
    quarantine_.use(record.raw);
    const Hash key = hash_of(std::string(raw.begin(), raw.end()) + mapping_digest_ + '\n' +
                             std::to_string(header_.normaliser_version));
    find_.reset();
    find_.bind(1, id);
    std::int64_t subject = 0;
    std::int64_t number = 1;
    if (find_.executeStep()) {
      subject = find_.getColumn(0).getInt64();
      if (find_.getColumn(1).getInt() != static_cast<int>(record.kind))
        return Error{"import.kind_changed", {id}, {header_.path, "", record.first_row, ""}};
      const auto stored = find_.getColumn(3);
      if (std::string_view(static_cast<const char*>(stored.getBlob()),
                           static_cast<std::size_t>(stored.getBytes())) ==
          std::string_view(reinterpret_cast<const char*>(key.data()), key.size())) {
        counts_.unchanged += record.rows;
        return note_present(subject);
      }
      number = find_.getColumn(2).getInt64() + 1;
      counts_.new_versions += record.rows;
    } else {
      add_subject_.reset();
      add_subject_.bind(1, id);
      add_subject_.bind(2, static_cast<int>(record.kind));
      add_subject_.bind(3, source_id_);
      add_subject_.exec();
      subject = database_.getLastInsertRowid();
      counts_.imported += record.rows;
    }
    add_record_.reset();
    add_record_.bind(1, subject);
    add_record_.bind(2, number);
    add_record_.bind(3, import_id_);
    add_record_.bind(4, static_cast<std::int64_t>(record.first_row));
    add_record_.bind(5, key.data(), static_cast<int>(key.size()));
    add_record_.bindNoCopy(6, record.raw);
    add_record_.bindNoCopy(7, record.observations);
    add_record_.exec();
    return number > 1 ? note_present(subject) : success();
  }

  /// The original row stays in the quarantine's table, marked as resolved by this import.
  void resolve_mended() {
    SQLite::Statement resolve{
        database_, "INSERT OR IGNORE INTO resolution (quarantine_id, import_id) VALUES (?, ?)"};
    resolve.bind(1, header_.mends);
    resolve.bind(2, import_id_);
    resolve.exec();
  }

  /// What the audit entry says of who did it.
  std::string author() const {
    std::string text = header_.by.empty() ? "" : "\nby " + header_.by;
    if (header_.mends > 0) text += "\nmends " + std::to_string(header_.mends);
    return text;
  }

  /// A subject that had been withdrawn and is listed again.
  Status note_present(std::int64_t subject) {
    if (is_withdrawn(subject)) add_presence(subject, false);
    return success();
  }

  bool is_withdrawn(std::int64_t subject) {
    presence_.reset();
    presence_.bind(1, subject);
    return presence_.executeStep() && presence_.getColumn(0).getInt() != 0;
  }

  void add_presence(std::int64_t subject, bool withdrawn) {
    add_presence_.reset();
    add_presence_.bind(1, subject);
    add_presence_.bind(2, import_id_);
    add_presence_.bind(3, withdrawn ? 1 : 0);
    add_presence_.exec();
  }

  /// Subjects of the source that this full list does not have, and that were not withdrawn before.
  void withdraw_missing() {
    std::vector<std::int64_t> missing;
    SQLite::Statement all{database_,
                          "SELECT id, name FROM subject WHERE source_id = ? ORDER BY id"};
    all.bind(1, source_id_);
    while (all.executeStep()) {
      const std::string id = all.getColumn(1).getString();
      if (listed(id) || in_quarantine(id)) continue;
      const std::int64_t subject = all.getColumn(0).getInt64();
      if (!is_withdrawn(subject)) missing.push_back(subject);
    }
    for (const std::int64_t subject : missing) add_presence(subject, true);
    counts_.withdrawn = missing.size();
  }

  /// Whether a rejected row of this file may be the subject's: the list still has it.
  bool in_quarantine(const std::string& id) const {
    const std::string_view in_the_file =
        std::string_view{id}.substr(std::min(id.size(), header_.source.size() + 1));
    return std::any_of(rejected_.begin(), rejected_.end(), [&](const std::string& raw) {
      return raw.find(in_the_file) != std::string::npos;
    });
  }

  bool listed(const std::string& id) const {
    if (seen_.count(id) > 0) return true;
    const auto at = id.rfind('#');  // a later record of a repeated id
    if (at == std::string::npos) return false;
    const auto base = seen_.find(id.substr(0, at));
    const auto number = parse_number(std::string_view{id}.substr(at + 1));
    return base != seen_.end() && number && *number <= static_cast<double>(base->second.size());
  }

  void write_import() {
    SQLite::Statement insert{
        database_,
        "INSERT INTO import (id, source_id, mapping_id, path, file_digest, format, columns, "
        "full_list, retry, normaliser_version, instant, rows, imported, unchanged, new_versions, "
        "quarantined, withdrawn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    insert.bind(1, import_id_);
    insert.bind(2, source_id_);
    insert.bind(3, mapping_id_);
    insert.bind(4, header_.path);
    insert.bind(5, header_.file_digest);
    insert.bind(6, header_.format);
    insert.bind(7, join_list(columns_));
    insert.bind(8, header_.full_list ? 1 : 0);
    insert.bind(9, header_.retry ? 1 : 0);
    insert.bind(10, header_.normaliser_version);
    insert.bind(11, header_.instant);
    int position = 12;
    for (const std::uint64_t count : {counts_.rows, counts_.imported, counts_.unchanged,
                                      counts_.new_versions, counts_.quarantined, counts_.withdrawn})
      insert.bind(position++, static_cast<std::int64_t>(count));
    insert.exec();
  }

  SQLite::Database& database_;
  SQLite::Transaction transaction_;
  ImportHeader header_;
  std::string mapping_digest_;
  std::int64_t source_id_;
  std::int64_t mapping_id_;
  std::int64_t import_id_;
  SQLite::Statement find_;
  SQLite::Statement add_subject_;
  SQLite::Statement add_record_;
  SQLite::Statement presence_;
  SQLite::Statement add_presence_;
  OpenQuarantine quarantine_;
  std::vector<std::string> columns_;
  // The raw hashes of the records that each id had in this file: memory grows with the number of
  // ids, about 100 bytes each.
  std::unordered_map<std::string, std::vector<Hash>> seen_;
  std::vector<std::string> rejected_;  // raw rows of this file that went to quarantine
  ImportCounts counts_;
};

}  // namespace

Result<std::unique_ptr<ImportTransaction>> ImportTransaction::begin(Store& store,
                                                                    const ImportHeader& header) {
  return guarded([&]() -> Result<std::unique_ptr<ImportTransaction>> {
    return std::unique_ptr<ImportTransaction>{std::make_unique<Transaction>(store, header)};
  });
}

}  // namespace confronta

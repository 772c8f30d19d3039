#pragma once
// One file into the store: all of it or nothing.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "engine/store/store.h"
#include "models/domain/encoded_record.h"
#include "models/domain/result.h"

namespace confronta {

struct ImportHeader {
  std::string path;
  std::string file_digest;
  std::string source;
  std::string mapping;
  std::string mapping_text;
  std::string format;
  bool full_list = false;
  int normaliser_version = 0;
  std::string instant;     // UTC, "2026-11-24T18:00:00Z", from app's clock
  bool retry = false;      // rows of the quarantine tried again: nothing is withdrawn
  std::int64_t mends = 0;  // the quarantined row whose mended text this is; it counts as resolved
  std::string by;          // who did it, for the audit log; "" = whoever runs the program
};

/// Rows of the file. imported + new_versions + unchanged + quarantined == rows; withdrawn counts
/// subjects that a full list no longer has.
struct ImportCounts {
  std::uint64_t rows = 0;
  std::uint64_t imported = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t new_versions = 0;
  std::uint64_t quarantined = 0;
  std::uint64_t withdrawn = 0;
};

/// A transaction; the destructor rolls back what was not committed. A record is keyed by (subject,
/// raw hash, mapping hash, normaliser version): the same key again is "unchanged". A second record
/// with an id that this file already had becomes ID#2, ID#3 in the order of the file, unless its
/// raw row is the same to the letter, which counts as unchanged.
class ImportTransaction {
 public:
  static Result<std::unique_ptr<ImportTransaction>> begin(Store& store, const ImportHeader& header);
  virtual ~ImportTransaction() = default;
  virtual Status add(const EncodedRecord& record) = 0;
  Status add(Record record) { return add(encode_record(std::move(record))); }
  virtual Status reject(const RejectedRow& row) = 0;
  /// The columns of the file, kept to read a raw row again.
  virtual void set_columns(const std::vector<std::string>& columns) = 0;
  /// Checks the sum against rows_read (error "import.lost_rows"), and makes it all durable; or, for
  /// a dry run, counts and rolls back.
  virtual Result<ImportCounts> finish(std::uint64_t rows_read, bool dry_run) = 0;
};

}  // namespace confronta

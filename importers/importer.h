#pragma once
// A file -> records and rejected rows: formats, mapping and normalisation put together.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "models/domain/record.h"
#include "models/domain/result.h"

namespace confronta::importers {

/// Bumped whenever normalisation would read a row differently; part of a record's key.
inline constexpr int normaliser_version = 3;

struct ImportOptions {
  std::string path;
  std::string source;   // overrides the mapping's `source` key; "" = the mapping's
  std::string mapping;  // a mapping file, or the name of a shipped one; "" = by the file's layout
};

/// What the reader found out on opening.
struct FileFacts {
  std::string path;
  std::string mapping;       // name of the mapping
  std::string mapping_text;  // its TOML, for the mapping digest
  std::string source;
  bool full_list = false;   // rows that the list no longer has are withdrawn
  std::string format;       // csv, xlsx, ...
  std::string file_digest;  // BLAKE2b-256 of the bytes, hexadecimal
};

/// Rows of one file that were rejected, as the store kept them; to be tried again.
struct RetryRow {
  std::string raw;
  std::string sheet;
  std::uint64_t row = 0;
};
struct RetryBatch {
  FileFacts facts;                   // as they were; `mapping` may name a newer one
  std::vector<std::string> columns;  // of the file (RecordReader::columns)
  std::vector<RetryRow> rows;
};

/// What a clerk should know of a file beside its records: columns that no rule read, and cells that
/// were kept as notes because they could not be read.
struct ReadingNotes {
  struct Warning {
    std::string code;  // of the message catalogue: "value.bad_date"
    std::string column;
    std::uint64_t count = 0;
    std::string example;  // the first such text
  };
  std::vector<std::string> unmapped_columns;
  std::vector<Warning> warnings;  // one a code and column, in the order of their first cell
  std::vector<Error> remarks;  // what else was read otherwise than it stands, each with its place

  void warn(std::string_view code, std::string_view column, std::string_view text);
  /// Adds what was noticed in later rows.
  void append(ReadingNotes later);
};

/// Rows of a file that have been read and not yet mapped.
class RowBlock {
 public:
  virtual ~RowBlock() = default;
  /// Maps them, once, in the order of the file; `notes` takes what was noticed in them. Several
  /// threads may each map a block of one reader while it reads on; the reader outlives its blocks.
  virtual std::vector<std::variant<Record, RejectedRow>> map(ReadingNotes& notes) = 0;
};

/// Streams one file, one by one or in blocks. Not thread-safe.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  virtual const FileFacts& facts() const = 0;
  /// The columns of the sheet being read, needed to read a raw row again.
  virtual const std::vector<std::string>& columns() const = 0;
  /// The next record or rejected row; nothing at the end. An Error means that the file is damaged
  /// and nothing of it may be kept.
  virtual Result<std::optional<std::variant<Record, RejectedRow>>> next() = 0;
  /// The next records and rejected rows, at most `size` (over 0) of them, to be mapped by any
  /// thread; null at the end. What mapping notices is the block's, not in notes(). Errors are those
  /// of next(). Unless a reader does better, its rows are mapped as they are read.
  virtual Result<std::unique_ptr<RowBlock>> read_block(std::size_t size);
  /// Rows of the file read so far (data rows: titles, headers and blank lines do not count). At the
  /// end it equals the sum of `rows` over all records and rejected rows.
  virtual std::uint64_t rows_read() const = 0;
  /// What was noticed so far.
  virtual const ReadingNotes& notes() const = 0;
  /// Bytes read so far and in all, for progress.
  virtual std::pair<std::uint64_t, std::uint64_t> progress() const = 0;
};

/// Errors: those of open_rows, "mapping.unknown", "mapping.bad", "mapping.no_layout" (with the
/// columns found and the nearest shipped mapping).
Result<std::unique_ptr<RecordReader>> open_records(const ImportOptions& options);
/// Reads rejected rows again, with the mapping in force now. Rows keep their places in the file.
Result<std::unique_ptr<RecordReader>> reopen_records(const RetryBatch& batch);

}  // namespace confronta::importers

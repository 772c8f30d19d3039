#pragma once
// Bytes of any supported file format -> rows of named fields. Knows no mapping and no trait.

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

/// One named cell. `text` is valid UTF-8, white space at both ends kept out.
struct Field {
  std::string name;
  std::string text;
};

/// One row of a table, or one element of a JSON array. Nested JSON objects are flattened with dots
/// ("persona.nombre"), arrays of objects become `lists` by their path, arrays of scalars a list of
/// rows with the one field "". A JSON null is an empty text. `raw` is the row word for word (see
/// Record::raw). `sheet` is the sheet's name (XLSX, XLS) or "".
struct SourceRow {
  std::string sheet;
  std::uint64_t row = 0;
  std::string raw;
  std::vector<Field> fields;
  std::vector<std::pair<std::string, std::vector<SourceRow>>> lists;

  /// The text of a field; nullptr if the row has none of that name.
  const std::string* find(std::string_view name) const;
  const std::vector<SourceRow>* find_list(std::string_view name) const;
};

/// How a file is to be read; everything left empty is found out from the bytes.
struct ReadOptions {
  std::string format;    // csv, xlsx, xls, json, jsonl, html; "" = look at the content
  std::string sheet;     // only this sheet; "" = every sheet that has a header
  std::string encoding;  // utf-8, utf-16, windows-1252, mac-roman; "" = per file and per cell
  char delimiter = 0;    // 0 = find out
  std::uint64_t header_row = 0;  // 1-based; 0 = find out (title rows above it are skipped)
  std::string list_path;  // where the records lie in a JSON document ("datos"); "" = find out
  std::vector<std::string> expected_columns;  // helps to tell the header from title rows
};

/// What next() gives: a row, or a row that cannot be read (it goes to quarantine).
using ReadRow = std::variant<SourceRow, RejectedRow>;

/// A stream of rows; memory does not grow with the file (XLS and shared strings excepted). Not
/// thread-safe.
class RowSource {
 public:
  virtual ~RowSource() = default;
  /// The next row, nothing at the end. An Error ends the file: it is damaged from there on.
  virtual Result<std::optional<ReadRow>> next() = 0;
  /// Leaves the rest of a workbook's sheet and goes on to the next that has a header. False if
  /// there is none, and in all other files: they hold one table.
  virtual Result<bool> next_table() { return false; }
  /// The columns of the sheet being read (tables), or the fields of the first element (JSON),
  /// nested ones as "list[].field".
  virtual const std::vector<std::string>& columns() const = 0;
  virtual std::string_view format() const = 0;
  /// Bytes of the file read so far, and in all. Compressed and in-memory formats count their own
  /// way; {0, 0} where nothing is known.
  virtual std::pair<std::uint64_t, std::uint64_t> progress() const { return {0, 0}; }
};

/// Opens a file and reads as far as its header. Errors: "file.not_found", "file.unreadable",
/// "file.unknown_format", "file.too_large", "file.empty" and those of each format.
Result<std::unique_ptr<RowSource>> open_rows(const std::string& path, const ReadOptions& options);

}  // namespace confronta::importers

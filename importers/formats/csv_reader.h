#pragma once
// Delimited text (CSV, TSV) as a stream of rows.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/csv_row.h"
#include "importers/formats/row_source.h"

namespace confronta::importers {

/// Errors: those of open_text, "csv.row_too_long". Rejected rows: "csv.unclosed_quote",
/// "csv.too_many_cells".
Result<std::unique_ptr<RowSource>> open_csv(const std::string& path, const ReadOptions& options);

/// The delimiter of comma, semicolon, tab and pipe that cuts the first rows of a text into the most
/// cells, most evenly; one that gives the expected columns before all others.
char find_delimiter(std::string_view head, bool at_end, bool carriage_return_ends,
                    const std::vector<std::string>& expected_columns);

/// One row cut from its text. A row in which bytes are not UTF-8 is decoded cell by cell (to_utf8),
/// in `raw` too. `columns` names the cells; missing cells are empty texts, surplus cells with text
/// reject the row. `where` is the row's place.
ReadRow csv_read_row(std::string_view text, const CsvRow& row,
                     const std::vector<std::string>& columns, const Location& where);

/// The row of an unclosed quote, given up as it stands.
RejectedRow csv_unclosed_row(std::string_view text, const CsvRow& row, const Location& where);

/// The cells of a row as trimmed UTF-8 texts.
std::vector<std::string> csv_texts(std::string_view text, const CsvRow& row);

}  // namespace confronta::importers

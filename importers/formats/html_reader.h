#pragma once
// HTML tables as a stream of rows.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/formats/bytes.h"
#include "importers/formats/row_source.h"

namespace confronta::importers {

/// Rows are numbered from 1 over all the tables of the page. The header is found as in any table
/// (find_header); a later row that repeats it is no row of data. `raw` is the row from "<tr" to
/// "</tr>". Errors: those of open_text, "html.no_table", "html.row_too_long". Rejected rows:
/// "html.too_many_cells".
Result<std::unique_ptr<RowSource>> open_html(const std::string& path, const ReadOptions& options);

/// The same from a stream of text; `path` is for errors only.
Result<std::unique_ptr<RowSource>> open_html_rows(std::unique_ptr<ByteSource> text,
                                                  const std::string& path,
                                                  const ReadOptions& options);

/// One row by itself; rejected ("html.too_few_cells") unless it has a cell for every column.
ReadRow read_html_row(std::string_view raw, const std::vector<std::string>& columns,
                      const Location& where);

}  // namespace confronta::importers

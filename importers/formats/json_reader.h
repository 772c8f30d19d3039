#pragma once
// JSON documents and JSON lines as a stream of rows.

#include <memory>
#include <string>

#include "importers/formats/row_source.h"

namespace confronta::importers {

/// A JSON document (see find_json_records): every element of its list is a row, numbered from 1. A
/// document whose list is an HTML table gives the rows of that table, and its format is "html".
/// Errors: those of open_text and find_json_records, "json.element_too_large". Rejected rows: those
/// of read_json_object. Behind a broken element whose end is not to be found nothing can be told
/// apart: "json.truncated", with the row.
Result<std::unique_ptr<RowSource>> open_json(const std::string& path, const ReadOptions& options);

/// One object a line; rows are numbered by their lines. A line that is no object is rejected alone.
Result<std::unique_ptr<RowSource>> open_json_lines(const std::string& path,
                                                   const ReadOptions& options);

}  // namespace confronta::importers

#pragma once
// Rows as the store kept them, word for word -> rows of named fields; for trying the quarantine
// again without the file.

#include <memory>
#include <string>
#include <vector>

#include "importers/formats/row_source.h"
#include "importers/importer.h"

namespace confronta::importers {

/// A stream of the rows, in their order and with their places in the file. `format` is
/// RowSource::format() of the file, `columns` its columns (not used for JSON). A row that still
/// cannot be read comes back as a rejected row with the same text.
///
/// The delimiter of CSV rows is not stored: it is the one that cuts the most of them into as many
/// cells as there are columns. A CSV text of several lines with an unclosed quote stays rejected.
/// Rows of HTML tables must have all their cells, since cells that reach down from a row above
/// (rowspan) are not in the row's text.
std::unique_ptr<RowSource> rows_from_raw(const std::string& format,
                                         const std::vector<std::string>& columns,
                                         std::vector<RetryRow> rows);

}  // namespace confronta::importers

#pragma once
// A stored row taken apart into cells for a person to mend, and put together again.

#include <optional>
#include <string>
#include <vector>

#include "importers/importer.h"

namespace confronta::importers {

/// The texts under the columns, as many as there are columns; empty where the row has none, and all
/// empty where it cannot be read at all. Fields of nested lists are left out of `columns` first:
/// see mendable_columns.
std::vector<std::string> cells_of_raw(const std::string& format,
                                      const std::vector<std::string>& columns, const RetryRow& row);
/// The columns whose cells can be mended: all, but of JSON no fields of nested lists.
std::vector<std::string> mendable_columns(const std::string& format,
                                          const std::vector<std::string>& columns);
/// The row with these cells under mendable_columns, in the words of its format, so that it reads
/// back as them. Nothing if there are too many or too few cells, or the JSON has no such fields.
std::optional<std::string> raw_of_cells(const std::string& format,
                                        const std::vector<std::string>& columns,
                                        const std::string& raw,
                                        const std::vector<std::string>& cells);

}  // namespace confronta::importers

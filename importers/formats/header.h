#pragma once
// Which of the first rows of a table names its columns, and how the columns are called.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace confronta::importers {

/// One of the first rows, cells trimmed. `group`: some cells, but not the whole row, are merged
/// across columns (their text stands in all of them).
struct HeaderRow {
  std::uint64_t number = 0;  // its place in the file
  std::vector<std::string> cells;
  bool group = false;
};

struct Header {
  std::size_t index = 0;  // of the row in the span; the data begin behind it
  std::vector<std::string> names;
  std::size_t matches = 0;  // names among the expected ones
};

/// Chooses the header: the row `number` where it is given (not 0); else the row that has the most
/// of the expected names, if at least two (or all) are there; else the first row that looks like
/// one: as wide as the table, texts rather than numbers, and different ones. Title rows are
/// narrower. With nothing that looks like one it is the first row that is not blank; nothing if all
/// are.
///
/// A header of two rows (groups over columns) gives "GROUP / SUB".
std::optional<Header> find_header(std::span<const HeaderRow> rows, std::uint64_t number,
                                  std::span<const std::string> expected);

/// Column names: white space trimmed and runs of it made one space, no name -> the column's
/// letters, repeated names get "#2", "#3".
std::vector<std::string> column_names(std::span<const std::string> cells);

}  // namespace confronta::importers

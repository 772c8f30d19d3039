#pragma once
// One row of delimited text: where it ends, and where its cells are. After RFC 4180, and lenient
// where lists typed by hand differ from it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace confronta::importers {

struct CsvDialect {
  char delimiter = ',';
  /// Lines end with a lone carriage return (old Mac files). False where the file has line feeds:
  /// there a lone carriage return belongs to its cell.
  bool carriage_return_ends = false;
};

/// Offsets from the beginning of the row. `quoted`: the quotes stand outside of [begin, end).
struct CsvCell {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool quoted = false;
};

struct CsvRow {
  std::vector<CsvCell> cells;
  std::size_t length = 0;   // bytes of the row, without the end of its line
  std::size_t next = 0;     // where the next row begins
  std::uint64_t lines = 1;  // physical lines
};

enum class CsvCut {
  row,
  need_more,       // the text ends within the row, and the file goes on
  unclosed_quote,  // `length` and `next` end the line on which the quote was opened
};

/// The longest quoted cell; a quote that is not closed within it counts as unclosed.
inline constexpr std::size_t max_quoted_cell = std::size_t{1} << 20;

/// Cuts the row at the beginning of the text. `at_end`: nothing follows the text.
///
/// A quote opens a cell at its very beginning, "" in it is one quote, and a quote before a
/// delimiter or the end of a line (blanks between allowed) closes it. Any other quote is part of
/// the text: "El Güero" Pérez is a cell with its quotes, unless that would run over the end of the
/// line. A quote that looks as if it opened a cell on a later line says that the earlier one was
/// never closed: such a line is given up alone, and the next line is read as a row.
CsvCut cut_csv_row(std::string_view text, bool at_end, CsvDialect dialect, CsvRow& row);

/// The text of a cell with doubled quotes made single.
std::string csv_cell_text(std::string_view row, const CsvCell& cell);

}  // namespace confronta::importers

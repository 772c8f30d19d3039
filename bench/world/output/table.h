#pragma once
// A table before it becomes a file, and the files it can become.

#include <string>
#include <string_view>
#include <vector>

#include "bench/world/notes.h"
#include "bench/world/random.h"
#include "models/domain/result.h"

namespace confronta::world {

/// Text, or a day, which each kind of file writes in its own way.
struct Cell {
  Cell() = default;
  Cell(std::string words) : text(std::move(words)) {}  // NOLINT(*-explicit-*)
  Cell(std::string_view words) : text(words) {}        // NOLINT(*-explicit-*)
  Cell(const char* words) : text(words) {}             // NOLINT(*-explicit-*)
  explicit Cell(Day date) : day(date) {}

  std::string text;
  Day day = no_day;
};

struct Table {
  std::vector<std::string> header;
  std::vector<std::vector<Cell>> rows;
};

enum class Encoding { utf8, utf8_bom, windows_1252_with_mac_cells };

/// "05/03/2019", "2019-03-05" or "5-mar-2019".
enum class DateStyle { day_first, iso, mixed };

/// The table as delimited text, with RFC 4180 quoting and CRLF.
std::string csv_text(const Table& table, char delimiter, Encoding encoding, DateStyle dates,
                     Random& random);
/// A workbook: a title row, an empty row, then the header and the rows; shared strings, numbers as
/// numbers, dates by style. Error "simulate.io" (argument: path).
Status write_workbook(const Table& table, std::string_view title, const std::string& path);
/// Error "simulate.io" (argument: path).
Status write_file(const std::string& path, std::string_view bytes);

}  // namespace confronta::world

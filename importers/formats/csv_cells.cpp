#include <algorithm>

#include "importers/formats/cell_encoding.h"
#include "importers/formats/cell_text.h"
#include "importers/formats/csv_reader.h"
#include "importers/formats/encoding.h"

namespace confronta::importers {
namespace {

/// The row word for word. Cells that are not UTF-8 are decoded each by itself, as their texts are.
std::string decoded_raw(std::string_view text, const CsvRow& row) {
  std::string raw;
  std::size_t done = 0;
  for (const CsvCell& cell : row.cells) {
    raw += text.substr(done, cell.begin - done);
    raw += to_utf8(text.substr(cell.begin, cell.end - cell.begin));
    done = cell.end;
  }
  return raw += text.substr(done, row.length - done);
}

std::string cell_text(std::string_view text, const CsvCell& cell, bool utf8) {
  std::string whole = csv_cell_text(text, cell);
  if (!utf8) whole = to_utf8(whole);
  const std::string_view inside = trimmed(whole);
  return inside.size() == whole.size() ? whole : std::string{inside};
}

}  // namespace

std::vector<std::string> csv_texts(std::string_view text, const CsvRow& row) {
  const bool utf8 = valid_utf8(text.substr(0, row.length));
  std::vector<std::string> texts;
  texts.reserve(row.cells.size());
  for (const CsvCell& cell : row.cells) texts.push_back(cell_text(text, cell, utf8));
  return texts;
}

ReadRow csv_read_row(std::string_view text, const CsvRow& row,
                     const std::vector<std::string>& columns, const Location& where) {
  const std::string_view bytes = text.substr(0, row.length);
  const bool utf8 = valid_utf8(bytes);
  std::string raw = utf8 ? std::string{bytes} : decoded_raw(text, row);
  for (std::size_t i = columns.size(); i < row.cells.size(); ++i) {
    std::string surplus = cell_text(text, row.cells[i], utf8);
    if (surplus.empty()) continue;
    RejectedRow rejected{{"csv.too_many_cells",
                          {std::to_string(row.cells.size()), std::to_string(columns.size())},
                          where},
                         std::move(surplus),
                         "hint.csv.too_many_cells",
                         std::move(raw)};
    rejected.reason.where.column = column_letters(i);
    return rejected;
  }
  SourceRow read;
  read.row = where.row;
  read.raw = std::move(raw);
  read.fields.reserve(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i)
    read.fields.push_back(
        {columns[i], i < row.cells.size() ? cell_text(text, row.cells[i], utf8) : std::string{}});
  return read;
}

RejectedRow csv_unclosed_row(std::string_view text, const CsvRow& row, const Location& where) {
  RejectedRow rejected;
  rejected.reason = {"csv.unclosed_quote", {}, where};
  rejected.hint = "hint.csv.unclosed_quote";
  rejected.raw = to_utf8(text.substr(0, row.length));
  return rejected;
}

char find_delimiter(std::string_view head, bool at_end, bool carriage_return_ends,
                    const std::vector<std::string>& expected_columns) {
  constexpr std::size_t sample = 50;
  char best = ',';
  std::size_t best_matches = 0;
  std::size_t best_points = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    std::vector<std::size_t> counts;  // rows by number of cells
    std::size_t matches = 0;
    std::string_view rest = head;
    CsvRow row;
    for (std::size_t n = 0; n < sample && !rest.empty(); ++n) {
      const CsvCut cut = cut_csv_row(rest, at_end, {delimiter, carriage_return_ends}, row);
      if (cut == CsvCut::need_more) break;
      if (cut == CsvCut::row) {
        if (row.cells.size() >= counts.size()) counts.resize(row.cells.size() + 1);
        ++counts[row.cells.size()];
        std::size_t found = 0;
        const auto texts = csv_texts(rest, row);
        for (const std::string& name : expected_columns)
          found += std::find(texts.begin(), texts.end(), name) != texts.end() ? 1 : 0;
        matches = std::max(matches, found);
      }
      rest.remove_prefix(row.next);
    }
    // Many cells in many rows of one width: text with commas in it has neither.
    std::size_t points = 0;
    for (std::size_t cells = 2; cells < counts.size(); ++cells)
      points = std::max(points, counts[cells] * (cells - 1));
    if (matches > best_matches || (matches == best_matches && points > best_points)) {
      best = delimiter;
      best_matches = matches;
      best_points = points;
    }
  }
  return best;
}

}  // namespace confronta::importers

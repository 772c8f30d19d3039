#include "importers/formats/csv_reader.h"

#include <algorithm>

#include "importers/formats/cell_text.h"
#include "importers/formats/encoding.h"
#include "importers/formats/header.h"

namespace confronta::importers {
namespace {

constexpr std::size_t head_size = std::size_t{1} << 16;
constexpr std::size_t header_rows = 50;  // the header is looked for in these
constexpr std::size_t max_row = std::size_t{1} << 26;

class CsvReader final : public RowSource {
 public:
  CsvReader(std::unique_ptr<ByteSource> bytes, std::string path)
      : window_(std::move(bytes)), path_(std::move(path)) {}

  Status start(const ReadOptions& options);
  Result<std::optional<ReadRow>> next() override;
  const std::vector<std::string>& columns() const override { return columns_; }
  std::string_view format() const override { return "csv"; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override { return window_.progress(); }

 private:
  /// Cuts the row `offset` bytes from the current place into row_; nothing at the end of the file.
  Result<std::optional<CsvCut>> cut(std::size_t offset);
  /// Excel's first line "sep=;", which is no row.
  void take_separator_line();
  Status take_header(const ReadOptions& options);
  Location place(std::uint64_t line) const { return {path_, "", line, ""}; }
  void drop_row() {
    window_.drop(row_.next);
    line_ += row_.lines;
  }

  Window window_;
  std::string path_;
  CsvDialect dialect_;
  std::vector<std::string> columns_;
  std::uint64_t line_ = 1;  // of the current place
  CsvRow row_;
};

Status CsvReader::start(const ReadOptions& options) {
  if (auto filled = window_.fill(head_size); !filled) return filled;
  const std::string_view head = window_.rest();
  dialect_.carriage_return_ends = head.find('\n') == head.npos;
  take_separator_line();
  if (options.delimiter != 0) {
    dialect_.delimiter = options.delimiter;
  } else if (dialect_.delimiter == 0) {
    dialect_.delimiter = find_delimiter(window_.rest(), window_.at_end(),
                                        dialect_.carriage_return_ends, options.expected_columns);
  }
  return take_header(options);
}

void CsvReader::take_separator_line() {
  dialect_.delimiter = 0;
  const std::string_view head = window_.rest();
  if (head.size() < 6 || lower_ascii(head.substr(0, 4)) != "sep=") return;
  if (head[5] != '\r' && head[5] != '\n') return;
  dialect_.delimiter = head[4];
  window_.drop(head.substr(5, 2) == "\r\n" ? 7 : 6);
  ++line_;
}

Status CsvReader::take_header(const ReadOptions& options) {
  struct Place {
    std::size_t next;
    std::uint64_t line;
  };
  std::vector<HeaderRow> rows;
  std::vector<Place> behind;
  std::size_t offset = 0;
  std::uint64_t line = line_;
  while (rows.size() < header_rows || line <= options.header_row) {
    const auto found = cut(offset);
    if (!found) return found.error();
    if (!found.value()) break;
    HeaderRow row{line, {}};
    if (*found.value() == CsvCut::row) row.cells = csv_texts(window_.rest().substr(offset), row_);
    rows.push_back(std::move(row));
    offset += row_.next;
    line += row_.lines;
    behind.push_back({offset, line});
  }
  auto header = find_header(rows, options.header_row, options.expected_columns);
  if (!header) return Error{"file.no_header", {}, {path_, "", options.header_row, ""}};
  // Columns at the right that have neither name nor text are only delimiters.
  std::size_t used = 0;
  for (std::size_t i = header->index; i < rows.size(); ++i)
    for (std::size_t k = used; k < rows[i].cells.size(); ++k)
      if (!rows[i].cells[k].empty() && k < header->names.size()) used = k + 1;
  columns_ = std::move(header->names);
  columns_.resize(used);
  window_.drop(behind[header->index].next);
  line_ = behind[header->index].line;
  return success();
}

Result<std::optional<CsvCut>> CsvReader::cut(std::size_t offset) {
  for (;;) {
    const std::string_view text = window_.rest().substr(offset);
    if (!text.empty()) {
      const CsvCut found = cut_csv_row(text, window_.at_end(), dialect_, row_);
      if (found != CsvCut::need_more) return std::optional{found};
      if (text.size() > max_row)
        return Error{"csv.row_too_long", {std::to_string(max_row >> 20)}, place(line_)};
    }
    const auto more = window_.more();
    if (!more) return more.error();
    if (!more.value() && window_.rest().size() == offset) return std::optional<CsvCut>{};
  }
}

Result<std::optional<ReadRow>> CsvReader::next() {
  for (;;) {
    const auto found = cut(0);
    if (!found) return found.error();
    if (!found.value()) return std::optional<ReadRow>{};
    const std::string_view text = window_.rest();
    if (*found.value() == CsvCut::unclosed_quote) {
      ReadRow rejected = csv_unclosed_row(text, row_, place(line_));
      drop_row();
      return std::optional{std::move(rejected)};
    }
    const bool blank = std::all_of(row_.cells.begin(), row_.cells.end(), [&](const CsvCell& cell) {
      return trimmed(text.substr(cell.begin, cell.end - cell.begin)).empty();
    });
    if (blank) {
      drop_row();
      continue;
    }
    ReadRow row = csv_read_row(text, row_, columns_, place(line_));
    drop_row();
    return std::optional{std::move(row)};
  }
}

}  // namespace

Result<std::unique_ptr<RowSource>> open_csv(const std::string& path, const ReadOptions& options) {
  auto bytes = open_text(path, options.encoding);
  if (!bytes) return bytes.error();
  auto reader = std::make_unique<CsvReader>(std::move(bytes).value(), path);
  if (const auto started = reader->start(options); !started) return started.error();
  return std::unique_ptr<RowSource>{std::move(reader)};
}

}  // namespace confronta::importers

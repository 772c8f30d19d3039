#include "importers/formats/row_source.h"

#include <algorithm>

#include "importers/formats/bytes.h"
#include "importers/formats/csv_reader.h"
#include "importers/formats/detect.h"
#include "importers/formats/html_reader.h"
#include "importers/formats/json_reader.h"
#include "importers/formats/xls_reader.h"
#include "importers/formats/xlsx_reader.h"

namespace confronta::importers {

const std::string* SourceRow::find(std::string_view name) const {
  for (const Field& field : fields)
    if (field.name == name) return &field.text;
  return nullptr;
}

const std::vector<SourceRow>* SourceRow::find_list(std::string_view name) const {
  for (const auto& [path, rows] : lists)
    if (path == name) return &rows;
  return nullptr;
}

Result<std::unique_ptr<RowSource>> open_rows(const std::string& path, const ReadOptions& options) {
  constexpr std::size_t head_size = std::size_t{1} << 16;
  const auto head = read_head(path, head_size);
  if (!head) return head.error();
  auto format = options.format.empty() ? detect_format(head.value()) : options.format;
  if (!format) {
    Error error = format.error();
    error.where.file = path;
    return error;
  }
  if (format.value() == "csv") return open_csv(path, options);
  if (format.value() == "json") return open_json(path, options);
  if (format.value() == "jsonl") return open_json_lines(path, options);
  if (format.value() == "html") return open_html(path, options);
  if (format.value() == "xlsx") return open_xlsx(path, options);
  if (format.value() == "xls") return open_xls(path, options);
  return Error{"file.unknown_format", {format.value()}, {path, "", 0, ""}};
}

}  // namespace confronta::importers

#include "importers/formats/raw_cells.h"

#include <nlohmann/json.hpp>

#include "importers/formats/json_text.h"
#include "importers/formats/raw_rows.h"

namespace confronta::importers {
namespace {

bool is_json(const std::string& format) { return format == "json" || format == "jsonl"; }

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells) {
    if (!line.empty()) line += ',';
    line += '"';
    for (const char c : cell) line += c == '"' ? std::string{"\"\""} : std::string{c};
    line += '"';
  }
  return line;
}

std::string html_line(const std::vector<std::string>& cells) {
  std::string line = "<tr>";
  for (const std::string& cell : cells) {
    line += "<td>";
    for (const char c : cell) {
      if (c == '<')
        line += "&lt;";
      else if (c == '&')
        line += "&amp;";
      else
        line += c;
    }
    line += "</td>";
  }
  return line + "</tr>";
}

/// Puts a text at "persona.nombre"; false where something that is no object is in the way.
bool put(nlohmann::ordered_json& object, std::string_view path, const std::string& text) {
  nlohmann::ordered_json* at = &object;
  for (;;) {
    if (!at->is_object()) return false;
    const auto dot = path.find('.');
    nlohmann::ordered_json& member = (*at)[std::string{path.substr(0, dot)}];
    if (dot == std::string_view::npos) {
      if (member.is_structured()) return false;
      member = text;
      return true;
    }
    if (member.is_null()) member = nlohmann::ordered_json::object();
    at = &member;
    path.remove_prefix(dot + 1);
  }
}

std::optional<std::string> json_with(const std::string& raw,
                                     const std::vector<std::string>& columns,
                                     const std::vector<std::string>& before,
                                     const std::vector<std::string>& cells) {
  // A last line "LIST[K]" says which subject of the report is meant: it stays.
  const auto line = raw.rfind('\n');
  const bool marked = line != std::string::npos && raw.back() == ']';
  const std::string text = marked ? raw.substr(0, line) : raw;
  auto object = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!object.is_object()) return std::nullopt;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (cells[i] != before[i] && !put(object, columns[i], cells[i])) return std::nullopt;
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
         (marked ? raw.substr(line) : "");
}

}  // namespace

std::vector<std::string> mendable_columns(const std::string& format,
                                          const std::vector<std::string>& columns) {
  if (!is_json(format)) return columns;
  std::vector<std::string> flat;
  for (const std::string& column : columns)
    if (column.find("[]") == std::string::npos) flat.push_back(column);
  return flat;
}

std::vector<std::string> cells_of_raw(const std::string& format,
                                      const std::vector<std::string>& columns,
                                      const RetryRow& row) {
  std::vector<std::string> cells(columns.size());
  RetryRow one = row;
  if (is_json(format) && !one.raw.empty() && one.raw.back() == ']')
    one.raw = one.raw.substr(0, one.raw.rfind('\n'));
  const auto source = rows_from_raw(format, columns, {std::move(one)});
  auto read = source->next();
  if (!read.ok() || !read.value()) return cells;
  const auto* fields = std::get_if<SourceRow>(&*read.value());
  if (!fields) return cells;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (const std::string* text = fields->find(columns[i])) cells[i] = *text;
  return cells;
}

std::optional<std::string> raw_of_cells(const std::string& format,
                                        const std::vector<std::string>& columns,
                                        const std::string& raw,
                                        const std::vector<std::string>& cells) {
  const std::vector<std::string> mendable = mendable_columns(format, columns);
  if (cells.size() != mendable.size()) return std::nullopt;
  if (is_json(format))
    return json_with(raw, mendable, cells_of_raw(format, mendable, {raw, "", 0}), cells);
  if (format == "html") return html_line(cells);
  if (format == "xlsx" || format == "xls") return json_array(cells);
  return csv_line(cells);
}

}  // namespace confronta::importers

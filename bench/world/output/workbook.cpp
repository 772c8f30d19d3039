#include <zip.h>

#include <cstdlib>
#include <memory>
#include <unordered_map>

#include "bench/world/output/table.h"

namespace confronta::world {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view main_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string escaped(std::string_view text) {
  std::string result;
  for (char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

std::string column_name(std::size_t index) {
  std::string name;
  for (std::size_t n = index + 1; n > 0; n = (n - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (n - 1) % 26));
  return name;
}

class SharedStrings {
 public:
  std::size_t index(const std::string& text) {
    const auto [at, fresh] = known_.emplace(text, known_.size());
    if (fresh) xml_ += "<si><t xml:space=\"preserve\">" + escaped(text) + "</t></si>";
    return at->second;
  }
  std::string xml() const {
    return std::string(declaration) + "<sst xmlns=\"" + std::string(main_namespace) + "\">" + xml_ +
           "</sst>";
  }

 private:
  std::unordered_map<std::string, std::size_t> known_;
  std::string xml_;
};

bool is_number(const std::string& text) {
  // A leading zero is a folio's or a code's, not a number's.
  if (text.empty() || text.size() > 9 || (text[0] == '0' && text.size() > 1)) return false;
  return text.find_first_not_of("0123456789") == text.npos;
}

std::string cell_xml(const Cell& cell, std::size_t row, std::size_t column,
                     SharedStrings& strings) {
  const std::string at = " r=\"" + column_name(column) + std::to_string(row) + "\"";
  if (cell.day != no_day)  // serial days since 1899-12-30, style 1 is a date
    return "<c" + at + " s=\"1\"><v>" + std::to_string(cell.day + 25569) + "</v></c>";
  if (cell.text.empty()) return "";
  if (is_number(cell.text)) return "<c" + at + "><v>" + cell.text + "</v></c>";
  return "<c" + at + " t=\"s\"><v>" + std::to_string(strings.index(cell.text)) + "</v></c>";
}

std::string sheet_xml(const Table& table, std::string_view title, SharedStrings& strings) {
  std::string rows = "<row r=\"1\">" + cell_xml(Cell(title), 1, 0, strings) + "</row>";
  const auto add = [&](std::size_t number, const auto& cells) {
    rows += "<row r=\"" + std::to_string(number) + "\">";
    for (std::size_t c = 0; c < cells.size(); ++c)
      rows += cell_xml(Cell(cells[c]), number, c, strings);
    rows += "</row>";
  };
  add(3, table.header);
  for (std::size_t i = 0; i < table.rows.size(); ++i) add(4 + i, table.rows[i]);
  return std::string(declaration) + "<worksheet xmlns=\"" + std::string(main_namespace) +
         "\"><sheetData>" + rows + "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:" +
         column_name(table.header.size() - 1) + "1\"/></mergeCells></worksheet>";
}

std::vector<std::pair<std::string, std::string>> parts_of(const Table& table,
                                                          std::string_view title) {
  SharedStrings strings;
  const std::string sheet = sheet_xml(table, title, strings);
  const std::string main(main_namespace), rel(relations), head(declaration);
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const auto part = [&](const std::string& name, const std::string& kind) {
    return "<Override PartName=\"/xl/" + name + "\" ContentType=\"" + type + kind + "+xml\"/>";
  };
  const auto link = [&](const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + rel + "/" + kind + "\" Target=\"" + target +
           "\"/>";
  };
  const std::string links = "<Relationships xmlns=\"" + package + "relationships\">";
  return {
      {"[Content_Types].xml",
       head + "<Types xmlns=\"" + package +
           "content-types\"><Default Extension=\"rels\" ContentType="
           "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
           "Extension=\"xml\" "
           "ContentType=\"application/xml\"/>" +
           part("workbook.xml", "sheet.main") + part("worksheets/sheet1.xml", "worksheet") +
           part("styles.xml", "styles") + part("sharedStrings.xml", "sharedStrings") + "</Types>"},
      {"_rels/.rels",
       head + links + link("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml",
       head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + rel +
           "\"><sheets><sheet name=\"Registro\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       head + links + link("rId1", "worksheet", "worksheets/sheet1.xml") +
           link("rId2", "styles", "styles.xml") +
           link("rId3", "sharedStrings", "sharedStrings.xml") + "</Relationships>"},
      {"xl/styles.xml", head + "<styleSheet xmlns=\"" + main +
                            "\"><fonts count=\"1\"><font/></fonts><fills "
                            "count=\"1\"><fill/></fills><borders count=\"1\">"
                            "<border/></borders><cellStyleXfs "
                            "count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/>"
                            "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", sheet},
      {"xl/sharedStrings.xml", strings.xml()}};
}

}  // namespace

Status write_workbook(const Table& table, std::string_view title, const std::string& path) {
  const Error failed{"simulate.io", {path}, {}};
  const auto parts = parts_of(table, title);
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) return failed;
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t at = source == nullptr ? -1 : zip_file_add(archive, name.c_str(), source, 0);
    // The same bytes whenever the file is written: the clock stays out of it (1 January 1980).
    if (at < 0 || zip_file_set_dostime(archive, static_cast<zip_uint64_t>(at), 0, 0x21, 0) != 0) {
      if (at < 0 && source != nullptr) zip_source_free(source);
      zip_discard(archive);
      return failed;
    }
  }
  if (zip_close(archive) != 0) {
    zip_discard(archive);
    return failed;
  }
  return success();
}

}  // namespace confronta::world

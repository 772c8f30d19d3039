#pragma once
// Small XLSX packages for tests, part by part.

#include <gtest/gtest.h>
#include <zip.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/importers/support/files.h"

namespace confronta::importers::support {

/// The parts of a workbook. Sheets are given as what stands between <worksheet> and </worksheet>.
class XlsxWriter {
 public:
  XlsxWriter& sheet(const std::string& name, const std::string& content,
                    const std::string& attributes = "") {
    sheets_.push_back({name, content, attributes});
    return *this;
  }
  XlsxWriter& shared(const std::string& items) {
    shared_ = items;
    return *this;
  }
  XlsxWriter& styles(const std::string& content) {
    styles_ = content;
    return *this;
  }
  XlsxWriter& from_1904() {
    properties_ = "<workbookPr date1904=\"1\"/>";
    return *this;
  }
  /// Puts a part in, or in the place of the one that would be written.
  XlsxWriter& part(const std::string& name, const std::string& content) {
    parts_[name] = content;
    return *this;
  }

  /// Writes the package; its path.
  std::string write(const std::string& file) const {
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::map<std::string, std::string> parts;
    parts["[Content_Types].xml"] = "<Types/>";
    parts["_rels/.rels"] = relations + "<Relationship Id=\"rId1\" Type=\"" + office +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    std::string list;
    std::string links = relations;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
      // Names of parts that nobody could guess: only the relationships lead to them.
      const std::string id = "rId" + std::to_string(40 + i);
      const std::string target = "worksheets/hoja" + std::string(i + 1, 'x') + ".xml";
      list += "<sheet name=\"" + sheets_[i].name + "\" sheetId=\"" + std::to_string(i + 1) +
              "\" r:id=\"" + id + "\" " + sheets_[i].attributes + "/>";
      links += "<Relationship Id=\"" + id + "\" Type=\"" + office + "/worksheet\" Target=\"" +
               (i % 2 == 0 ? target : "/xl/" + target) + "\"/>";
      parts["xl/" + target] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet>" +
                              sheets_[i].content + "</worksheet>";
    }
    if (!shared_.empty()) {
      links +=
          "<Relationship Id=\"rId1\" Type=\"" + office + "/sharedStrings\" Target=\"textos.xml\"/>";
      parts["xl/textos.xml"] = "<sst>" + shared_ + "</sst>";
    }
    if (!styles_.empty()) {
      links +=
          "<Relationship Id=\"rId2\" Type=\"" + office + "/styles\" Target=\"../xl/styles.xml\"/>";
      parts["xl/styles.xml"] = "<styleSheet>" + styles_ + "</styleSheet>";
    }
    parts["xl/_rels/workbook.xml.rels"] = links + "</Relationships>";
    parts["xl/workbook.xml"] = "<workbook xmlns:r=\"" + office + "\">" + properties_ + "<sheets>" +
                               list + "</sheets></workbook>";
    for (const auto& [name, content] : parts_) parts[name] = content;
    return write_zip(file, parts);
  }

  static std::string write_zip(const std::string& file,
                               const std::map<std::string, std::string>& parts) {
    const std::string path = write_file(file, "");
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    EXPECT_NE(archive, nullptr);
    for (const auto& [name, content] : parts)
      zip_file_add(archive, name.c_str(),
                   zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
    EXPECT_EQ(zip_close(archive), 0);
    return path;
  }

 private:
  struct Sheet {
    std::string name;
    std::string content;
    std::string attributes;
  };
  std::vector<Sheet> sheets_;
  std::string shared_;
  std::string styles_;
  std::string properties_;
  std::map<std::string, std::string> parts_;
};

/// Rows of inline texts: {{"A", "B"}, {"1", ""}}; empty cells are left out.
inline std::string text_rows(const std::vector<std::vector<std::string>>& rows,
                             std::size_t first_row = 1) {
  std::string xml = "<sheetData>";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string number = std::to_string(first_row + i);
    xml += "<row r=\"" + number + "\">";
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      if (!rows[i][k].empty())
        xml += "<c r=\"" + std::string(1, static_cast<char>('A' + k)) + number +
               "\" t=\"inlineStr\"><is><t>" + rows[i][k] + "</t></is></c>";
    xml += "</row>";
  }
  return xml + "</sheetData>";
}

}  // namespace confronta::importers::support

#include "importers/formats/xlsx_workbook.h"

#include <map>

#include "importers/formats/xml_stream.h"

namespace confronta::importers {
namespace {

struct Relationship {
  std::string type;  // the last part of its address
  std::string target;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

class RelationshipsHandler final : public XmlHandler {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.find("TargetMode") == "External") return;
    const std::string_view type = attributes.find("Type").value_or("");
    found.insert_or_assign(std::string{attributes.find("Id").value_or("")},
                           Relationship{std::string{type.substr(type.rfind('/') + 1)},
                                        std::string{attributes.find("Target").value_or("")}});
  }
  Relationships found;
};

class WorkbookHandler final : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string relationship;
    bool hidden;
  };
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const auto from_1904_attribute = attributes.find("date1904");
      from_1904 = from_1904_attribute == "1" || from_1904_attribute == "true";
    } else if (name == "sheet") {
      const std::string_view state = attributes.find("state").value_or("visible");
      sheets.push_back({std::string{attributes.find("name").value_or("")},
                        std::string{attributes.find_prefixed("id").value_or("")},
                        state != "visible"});
    }
  }
  std::vector<Sheet> sheets;
  bool from_1904 = false;
};

std::string folder_of(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == part.npos ? "" : part.substr(0, slash + 1);
}

/// The part that a target names, seen from a folder: "../a.xml", "/xl/a.xml".
std::string resolved(const std::string& folder, std::string_view target) {
  std::string path =
      target.starts_with('/') ? std::string{target.substr(1)} : folder + std::string{target};
  for (std::size_t up = path.find("../"); up != path.npos; up = path.find("../")) {
    const std::size_t before = up < 2 ? path.npos : path.rfind('/', up - 2);
    path.erase(before == path.npos ? 0 : before + 1,
               up + 3 - (before == path.npos ? 0 : before + 1));
  }
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

Result<Relationships> relationships_of(ZipPackage& package, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string list = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  RelationshipsHandler handler;
  if (package.has(list))
    if (const auto read = read_xml(package, list, handler); !read) return read.error();
  for (auto& [id, relationship] : handler.found)
    relationship.target = resolved(folder, relationship.target);
  return std::move(handler.found);
}

}  // namespace

Result<XlsxWorkbook> read_workbook(ZipPackage& package, const std::string& path) {
  const Error no_workbook{"xlsx.no_workbook", {}, {path, "", 0, ""}};
  const auto root = relationships_of(package, "");
  if (!root) return root.error();
  std::string part;
  for (const auto& [id, relationship] : root.value())
    if (relationship.type == "officeDocument") part = relationship.target;
  if (part.empty()) return no_workbook;
  const auto links = relationships_of(package, part);
  if (!links) return links.error();
  WorkbookHandler handler;
  if (const auto read = read_xml(package, part, handler); !read) return read.error();
  XlsxWorkbook workbook;
  workbook.from_1904 = handler.from_1904;
  for (const auto& [id, link] : links.value()) {
    if (link.type == "sharedStrings") workbook.shared_texts_part = link.target;
    if (link.type == "styles") workbook.styles_part = link.target;
  }
  for (const WorkbookHandler::Sheet& sheet : handler.sheets) {
    const auto link = links.value().find(sheet.relationship);
    if (link == links.value().end()) return Error{"xlsx.no_part", {sheet.name}, no_workbook.where};
    if (link->second.type != "worksheet") continue;
    workbook.sheets.push_back({sheet.name, link->second.target, sheet.hidden});
  }
  if (workbook.sheets.empty()) return no_workbook;  // a text document has parts, but no sheets
  return workbook;
}

}  // namespace confronta::importers

// What kind of file it is, and what happens to files that are none of ours.

#include "importers/formats/row_source.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "importers/formats/file_digest.h"
#include "tests/importers/support/files.h"
#include "tests/importers/support/xls_writer.h"
#include "tests/importers/support/xlsx_writer.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::read_file;
using support::Reading;
using support::write_file;

TEST(RowSource, GoesByTheContentNotTheName) {
  EXPECT_EQ(read_bytes("a.xlsx", "ID;N\n1;2\n").format, "csv");
  EXPECT_EQ(read_bytes("a.csv", "[{\"a\": 1}]").format, "json");
  EXPECT_EQ(read_bytes("b.csv", "{\"a\": 1}\n{\"a\": 2}\n").format, "jsonl");
  EXPECT_EQ(read_bytes("a.xls", "  <html><table><tr><td>A<tr><td>1</table>").format, "html");
  EXPECT_EQ(read_bytes("a.json", "[ID],[N]\n1,2\n").format, "csv") << "brackets around a name";
  const std::string rows = support::text_rows({{"A", "B"}, {"1", "2"}});
  EXPECT_EQ(read_file(support::XlsxWriter{}.sheet("H", rows).write("a.txt")).format, "xlsx");
}

TEST(RowSource, RefusesWhatIsNoTable) {
  const auto code_of = [](const std::string& name, std::string_view bytes) {
    const Reading read = read_bytes(name, bytes);
    return read.error ? read.error->code : "none";
  };
  EXPECT_EQ(code_of("a.pdf", "%PDF-1.7\n1 0 obj"), "file.unknown_format");
  EXPECT_EQ(code_of("a.png", "\x89PNG\r\n\x1A\n"), "file.unknown_format");
  EXPECT_EQ(code_of("a.bin", std::string{"abc\0def\0\x01\x02\x03", 11}), "file.unknown_format");
  EXPECT_EQ(code_of("a.csv", ""), "file.empty");
  EXPECT_EQ(code_of("b.csv", " \r\n\r\n"), "file.empty");
  EXPECT_EQ(read_file("/no/such/file.csv").error->code, "file.not_found");
  EXPECT_EQ(read_file(::testing::TempDir()).error->code, "file.is_folder");
  ReadOptions options;
  options.format = "dbf";
  EXPECT_EQ(read_bytes("a.csv", "A,B\n1,2\n", options).error->code, "file.unknown_format");
  EXPECT_EQ(read_file("/no/such/file.csv").error->where.file, "/no/such/file.csv");
}

TEST(RowSource, FindsFieldsAndListsByName) {
  SourceRow row;
  row.fields = {{"a", "1"}, {"b", ""}};
  row.lists.emplace_back("x", std::vector<SourceRow>(2));
  EXPECT_EQ(*row.find("b"), "");
  EXPECT_EQ(row.find("c"), nullptr);
  EXPECT_EQ(row.find_list("x")->size(), 2U);
  EXPECT_EQ(row.find_list("a"), nullptr);
}

TEST(FileDigest, IsBlake2b256) {
  // b2sum -l 256 of "abc".
  EXPECT_EQ(file_digest(write_file("a.txt", "abc")).value(),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  const auto missing = file_digest("/no/such/file");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, "file.not_found");
}

/// Every reader must come to an end on any bytes, and every text must be UTF-8.
void expect_an_end(const std::string& bytes) {
  for (const char* format : {"", "csv", "json", "jsonl", "html", "xlsx", "xls"}) {
    ReadOptions options;
    options.format = format;
    const Reading read = read_bytes("any", bytes, options);
    // A row takes at least a byte.
    RC_ASSERT(read.rows.size() + read.rejected.size() <= bytes.size());
  }
}

/// A file of a format with some bytes changed, cut or repeated.
std::string mutated(std::string bytes) {
  const auto changes = *rc::gen::inRange(1, 6);
  for (int i = 0; i < changes && !bytes.empty(); ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 4)) {
      case 0: bytes[at] = *rc::gen::arbitrary<char>(); break;
      case 1: bytes.erase(at, *rc::gen::inRange<std::size_t>(1, 40)); break;
      case 2: bytes.insert(at, bytes.substr(at / 2, 30)); break;
      default: bytes[at] = *rc::gen::element('"', '\n', '\r', '{', ']', '<', '&', '\\', ',', '\0');
    }
  }
  return bytes;
}

TEST(RowSourceProperty, AnyBytesComeToAnEnd) {
  EXPECT_TRUE(rc::check([] { expect_an_end(*rc::gen::arbitrary<std::string>()); }));
}

TEST(RowSourceProperty, DamagedFilesComeToAnEnd) {
  const std::string csv = "ID;NOMBRE;SEÑAS\n1;\"a;\"\"b\";c\n2;MU\xD1OZ;\"x\ny\"\r\n3;;\n";
  const std::string json = R"({"d": [{"a": {"b": [1, "x\u00f1"]}}, {"c": null}], "e": "<table>"})";
  const std::string html =
      "<table><tr><th>A<th>B</tr><!-- x --><tr><td rowspan=2>1<td>&ntilde;</tr></table>";
  support::XlsWriter xls;
  xls.text(0, 0, u"ID");
  xls.text(0, 1, u"Ñ");
  xls.number(1, 0, 1.5);
  xls.date(1, 1, 40000);
  const std::string path =
      support::XlsxWriter{}.sheet("H", support::text_rows({{"A", "B"}, {"1", "2"}})).write("x");
  std::ifstream file{path, std::ios::binary};
  const std::string xlsx{std::istreambuf_iterator<char>{file}, {}};
  for (const std::string& whole : {csv, json, html, xls.bytes(), xlsx})
    EXPECT_TRUE(rc::check([&] { expect_an_end(mutated(whole)); }));
}

TEST(RowSourceProperty, CsvGivesBackWhatWasWritten) {
  EXPECT_TRUE(rc::check([] {
    const auto cell = rc::gen::container<std::string>(
        rc::gen::element('a', 'b', ' ', ',', ';', '"', '\n', '\r', '\t', 'z'));
    auto cells = *rc::gen::container<std::vector<std::string>>(60, cell);
    std::string bytes = "uno,dos,tres\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i] = "x" + cells[i] + "x";  // white space at both ends is not kept
      bytes += '"';
      for (const char c : cells[i]) bytes += c == '"' ? "\"\"" : std::string(1, c);
      bytes += i % 3 == 2 ? "\"\n" : "\",";
    }
    ReadOptions options;
    options.header_row = 1;
    options.delimiter = ',';
    const Reading read = read_bytes("a.csv", bytes, options);
    RC_ASSERT(read.rows.size() == cells.size() / 3);
    for (std::size_t i = 0; i < cells.size(); ++i)
      RC_ASSERT(read.rows[i / 3].fields[i % 3].text == cells[i]);
  }));
}

}  // namespace
}  // namespace confronta::importers

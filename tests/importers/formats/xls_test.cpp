// Old Excel workbooks.

#include <gtest/gtest.h>

#include "tests/importers/support/files.h"
#include "tests/importers/support/xls_writer.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::Reading;
using support::XlsWriter;

std::string people(bool from_1904) {
  XlsWriter writer{from_1904};
  writer.text(0, 0, u"REGISTRO DE LA COMISIÓN");
  const std::u16string names[] = {u"FOLIO", u"NOMBRE", u"TALLA", u"FECHA"};
  for (int i = 0; i < 4; ++i) writer.text(2, i, names[i]);
  writer.number(3, 0, 17);
  writer.text(3, 1, u"MUÑOZ ");
  writer.number(3, 2, 1.65);
  writer.date(3, 3, from_1904 ? 43538 : 45000);
  return writer.bytes();
}

TEST(Xls, ReadsTextsNumbersAndDates) {
  for (const bool from_1904 : {false, true}) {
    const Reading read = read_bytes("a.xls", people(from_1904));
    ASSERT_FALSE(read.error) << read.error->code;
    EXPECT_EQ(read.format, "xls");
    EXPECT_EQ(read.columns, (std::vector<std::string>{"FOLIO", "NOMBRE", "TALLA", "FECHA"}));
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0].sheet, "Hoja");
    EXPECT_EQ(read.rows[0].row, 4U);
    EXPECT_EQ(read.rows[0].raw, R"(["17","MUÑOZ","1.65","2023-03-15"])");
  }
}

TEST(Xls, SaysWhatIsWrongWithAFile) {
  const std::string whole = people(false);
  const Reading cut = read_bytes("a.xls", whole.substr(0, 600));
  ASSERT_TRUE(cut.error);
  EXPECT_EQ(cut.error->code, "xls.damaged");
  // A compound file without a workbook: a Word document, or a workbook with a password.
  std::string other = whole;
  const std::size_t name = other.find(std::string{"W\0o\0r\0k", 7});
  ASSERT_NE(name, other.npos);
  other[name] = 'X';
  const Reading no_workbook = read_bytes("b.xls", other);
  ASSERT_TRUE(no_workbook.error);
  EXPECT_EQ(no_workbook.error->code, "xls.no_workbook");
}

}  // namespace
}  // namespace confronta::importers

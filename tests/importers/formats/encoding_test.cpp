// Bytes to UTF-8: whole files and single cells.

#include "importers/formats/encoding.h"

#include <gtest/gtest.h>

#include "importers/formats/cell_encoding.h"
#include "tests/importers/support/files.h"

namespace confronta::importers {
namespace {

using support::read_bytes;
using support::Reading;

TEST(Encoding, TellsWellFormedUtf8) {
  EXPECT_TRUE(valid_utf8(""));
  EXPECT_TRUE(valid_utf8("plain ASCII, more than eight bytes"));
  EXPECT_TRUE(valid_utf8("ñandú ¿qué? \U0001F600"));
  EXPECT_FALSE(valid_utf8("\xC0\xAF")) << "not the shortest form";
  EXPECT_FALSE(valid_utf8("\xED\xA0\x80")) << "half of a surrogate pair";
  EXPECT_FALSE(valid_utf8("12345678\xF1"));
  EXPECT_FALSE(valid_utf8("MU\xD1OZ"));
}

TEST(Encoding, CellsOfThreeEncodingsInOneFile) {
  const Reading read = read_bytes("mezcla.csv",
                                  "ID,NOMBRE,LUGAR,SEÑAS\n"
                                  "1,MUÑOZ IBÁÑEZ,Álamo Temapache,cicatriz en el tórax\n"
                                  "2,MU\xD1OZ,Jos\xE9 Mar\xED"
                                  "a Morelos,\xBFlunar?\n"
                                  "3,MU\x84OZ,Jos\x8E Mar\x92"
                                  "a Morelos,cicatriz \xBC\n"
                                  "4,Peña,Le\x97n,\xC1lamo\n");
  ASSERT_EQ(read.rows.size(), 4U);
  EXPECT_EQ(read.text(0, "NOMBRE"), "MUÑOZ IBÁÑEZ");
  EXPECT_EQ(read.text(1, "NOMBRE"), "MUÑOZ");
  EXPECT_EQ(read.text(1, "LUGAR"), "José María Morelos");
  EXPECT_EQ(read.text(1, "SEÑAS"), "¿lunar?");
  EXPECT_EQ(read.text(2, "NOMBRE"), "MUÑOZ");
  EXPECT_EQ(read.text(2, "LUGAR"), "José María Morelos");
  EXPECT_EQ(read.text(3, "NOMBRE"), "Peña");
  EXPECT_EQ(read.text(3, "LUGAR"), "León");
  EXPECT_EQ(read.text(3, "SEÑAS"), "Álamo");
  EXPECT_EQ(read.rows[3].raw, "4,Peña,León,Álamo");
}

TEST(Encoding, ChoosesTheSpanishReading) {
  const struct {
    const char* bytes;
    const char* text;
  } cases[] = {
      {"G\x9F"
       "ero",
       "Güero"},                 // Mac Roman
      {"\xC0Qu\x8E?", "¿Qué?"},  // Mac Roman
      {"\xC1ngel", "Ángel"},     // Windows-1252; "¡ngel" in Mac Roman
      {"\xE7ngel", "Ángel"},     // Mac Roman; "çngel" in Windows-1252
      {"G\xFC"
       "ero",
       "Güero"},                  // Windows-1252
      {"\xD3SCAR", "ÓSCAR"},      // Windows-1252; a closing quote in Mac Roman
      {"\xEESCAR", "ÓSCAR"},      // Mac Roman; "îSCAR" in Windows-1252
      {"2\xBA piso", "2º piso"},  // Windows-1252; an integral sign in Mac Roman
      {"2\xBC piso", "2º piso"},  // Mac Roman; "¼" in Windows-1252
      {"PE\x84"
       "A NIETO",
       "PEÑA NIETO"},  // Mac Roman
      {"\x93"
       "Amor de madre\x94",
       "“Amor de madre”"},  // Windows-1252
      {"Mar\xC3\xAD"
       "a Mu\xF1oz",
       "María Muñoz"},  // UTF-8 and Windows-1252 in one cell
      {"Mar\xC3\xAD"
       "a Mu\x96oz",
       "María Muñoz"},  // UTF-8 and Mac Roman in one cell
  };
  for (const auto& one : cases) EXPECT_EQ(to_utf8(one.bytes), one.text);
}

TEST(Encoding, DropsNoByte) {
  for (int byte = 0x80; byte < 0x100; ++byte) {
    const std::string text = to_utf8(std::string{"a"} + static_cast<char>(byte) + "b");
    EXPECT_TRUE(valid_utf8(text));
    EXPECT_GE(text.size(), 4U) << "byte " << byte;
  }
}

std::string utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(Encoding, ReadsUtf16WithAndWithoutItsMark) {
  const std::u16string text = u"ID\tNOMBRE\r\n1\tMUÑOZ 😀\r\n";
  for (const bool big_endian : {false, true}) {
    for (const bool mark : {false, true}) {
      const Reading read = read_bytes("a.txt", utf16((mark ? u"\uFEFF" : u"") + text, big_endian));
      EXPECT_EQ(read.columns, (std::vector<std::string>{"ID", "NOMBRE"}));
      EXPECT_EQ(read.text(0, "NOMBRE"), "MUÑOZ 😀");
    }
  }
}

TEST(Encoding, MarksHalfPairsOfUtf16) {
  const std::u16string text = {u'I', u'D', u'\n', u'a', 0xD83D, u'b', u'\n'};
  const Reading read = read_bytes("a.txt", utf16(text, false) + "x");
  EXPECT_EQ(read.text(0, "ID"), "a\uFFFDb");
  EXPECT_EQ(read.text(1, "ID"), "\uFFFD") << "the odd last byte is not dropped in silence";
}

TEST(Encoding, ReadsUtf8WithItsMark) {
  const Reading read = read_bytes("a.csv",
                                  "\xEF\xBB\xBF"
                                  "ID,NOMBRE\n1,ñ\n");
  EXPECT_EQ(read.columns, (std::vector<std::string>{"ID", "NOMBRE"}));
}

TEST(Encoding, ObeysTheEncodingThatIsAskedFor) {
  ReadOptions options;
  options.encoding = "mac-roman";
  EXPECT_EQ(read_bytes("a.csv", "ID,N\n1,\x84\n", options).text(0, "N"), "Ñ");
  options.encoding = "windows-1252";
  EXPECT_EQ(read_bytes("a.csv", "ID,N\n1,\x84\n", options).text(0, "N"), "„");
  options.encoding = "klingon";
  const Reading read = read_bytes("a.csv", "ID,N\n1,2\n", options);
  ASSERT_TRUE(read.error);
  EXPECT_EQ(read.error->code, "encoding.unknown");
}

}  // namespace
}  // namespace confronta::importers

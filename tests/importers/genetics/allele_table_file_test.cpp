#include "importers/genetics/allele_table_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/importers/support/files.h"
#include "tests/importers/support/xlsx_writer.h"

namespace confronta::importers {
namespace {

using genetics::FrequencyTable;
using genetics::Inheritance;
using genetics::TableLocus;
using support::write_file;

Result<FrequencyTable> read(const std::string& text) {
  return read_allele_table(write_file("tabla.csv", text));
}

TableLocus locus(const FrequencyTable& table, std::string_view name) {
  for (const TableLocus& one : table.loci)
    if (one.name == name) return one;
  ADD_FAILURE() << "no locus " << name;
  return {};
}

std::map<std::string, double> numbers(const TableLocus& locus) {
  return {locus.frequencies.begin(), locus.frequencies.end()};
}

using Numbers = std::map<std::string, double>;

TEST(AlleleTableFile, PassesOverWhatIsNoLocusItKnows) {
  const auto table = read("Allele,TH01,Sexo,DYS391,APOAI1\n6,0.5,1,x,0.2\n7,0.5,,0.1,\n");
  ASSERT_TRUE(table.ok());
  ASSERT_EQ(table.value().loci.size(), 1u);
  EXPECT_EQ(table.value().loci[0].name, "TH01");
  EXPECT_EQ(table.value().passed_over, (std::vector<std::string>{"Sexo", "DYS391", "APOAI1"}));
}

TEST(AlleleTableFile, ReadsFrequenciesUnderAnyNameOfALocus) {
  const auto table = read(
      "Allele,THO1,VWA31,PENTA_E\n"
      "6,0.25,,\n"
      "9.3,.5,,0\n"
      "15.0,0.25,0.4,1\n"
      "16,-,0.6,\n");
  ASSERT_TRUE(table) << table.error().code;
  EXPECT_EQ(table.value().loci.size(), 3U);
  EXPECT_EQ(numbers(locus(table.value(), "TH01")), (Numbers{{"6", .25}, {"9.3", .5}, {"15", .25}}));
  EXPECT_EQ(numbers(locus(table.value(), "vWA")), (Numbers{{"15", .4}, {"16", .6}}));
  EXPECT_EQ(locus(table.value(), "Penta E").chromosomes, 0);
  EXPECT_NE(table.value().name.find("tabla.csv"), std::string::npos);
}

TEST(AlleleTableFile, ReadsWhatSpanishExcelWrites) {
  const auto table = read(
      "Frecuencias del laboratorio;;\r\n"
      "Alelo;TH01;TPOX\r\n"
      "8;0,25;12,5 %\r\n"
      "9,3;0,75;87,5%\r\n"
      "N;200;210\r\n"
      "He;0,7;0,6\r\n");
  ASSERT_TRUE(table) << table.error().code;
  EXPECT_EQ(numbers(locus(table.value(), "TH01")), (Numbers{{"8", .25}, {"9.3", .75}}));
  EXPECT_EQ(numbers(locus(table.value(), "TPOX")), (Numbers{{"8", .125}, {"9.3", .875}}));
  EXPECT_EQ(locus(table.value(), "TH01").chromosomes, 400);  // two of each person
  EXPECT_EQ(locus(table.value(), "TPOX").chromosomes, 420);
}

TEST(AlleleTableFile, ReadsCopiesCounted) {
  const auto table = read("Allele,TH01,TPOX\n6,30,3\n7,50,\n8,20,1\n2N,100,\n");
  ASSERT_TRUE(table) << table.error().code;
  EXPECT_EQ(numbers(locus(table.value(), "TH01")), (Numbers{{"6", .3}, {"7", .5}, {"8", .2}}));
  EXPECT_EQ(locus(table.value(), "TH01").chromosomes, 100);
  EXPECT_EQ(locus(table.value(), "TPOX").chromosomes, 4);
}

TEST(AlleleTableFile, KnowsTheLociOnXAndTheirLinkageGroups) {
  const auto table = read(
      "Alelo,DXS7132,HPRT,DXS9902,GATA172D05,DXS8378\n"
      "10,0.5,0.5,60,1,1\n"
      "11,0.5,0.5,90,,\n"
      "Grupo de ligamiento,,,7,,9\n"
      "Individuos,120,120,100,,\n");
  ASSERT_TRUE(table) << table.error().code;
  for (const TableLocus& one : table.value().loci)
    EXPECT_EQ(one.inheritance, Inheritance::x_linked) << one.name;
  EXPECT_EQ(locus(table.value(), "DXS7132").linkage_group, 2);  // the kit's
  EXPECT_EQ(locus(table.value(), "HPRTB").linkage_group, 3);
  EXPECT_EQ(locus(table.value(), "DXS9902").linkage_group, 7);
  EXPECT_EQ(locus(table.value(), "GATA172D05").linkage_group, 0);
  EXPECT_EQ(locus(table.value(), "DXS8378").linkage_group, 9);  // the file's before the kit's
  EXPECT_EQ(locus(table.value(), "DXS7132").chromosomes, 120);  // at least: men have one
  EXPECT_EQ(locus(table.value(), "DXS9902").chromosomes, 150);  // counted
}

TEST(AlleleTableFile, ReadsEverySheetOfAWorkbookThatHasAlleles) {
  const auto cell = [](const char* at, const char* text) {
    return std::string{"<c r=\""} + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  };
  const auto sheet = [&](const char* corner, const char* name) {
    return "<sheetData><row r=\"1\">" + cell("A1", corner) + cell("B1", name) +
           "</row><row r=\"2\"><c r=\"A2\"><v>9.3</v></c><c r=\"B2\"><v>0.4</v></c></row>"
           "<row r=\"3\"><c r=\"A3\"><v>10</v></c><c r=\"B3\"><v>0.6</v></c></row></sheetData>";
  };
  const std::string path = support::XlsxWriter{}
                               .sheet("STR", sheet("Alelo", "TH01"))
                               .sheet("Notas", sheet("Nota", "Autor"))
                               .sheet("X", sheet("Alelo", "DXS7132"))
                               .write("tabla.xlsx");
  const auto table = read_allele_table(path);
  ASSERT_TRUE(table) << table.error().code;
  EXPECT_EQ(table.value().loci.size(), 2U);
  EXPECT_EQ(numbers(locus(table.value(), "DXS7132")), (Numbers{{"9.3", .4}, {"10", .6}}));
}

struct Refused {
  const char* text;
  const char* code;
  std::uint64_t row;
  const char* column;
};

TEST(AlleleTableFile, SaysWhereAFileIsWrong) {
  const Refused files[]{
      {"Allele,TH01,TPOX\n6,-0.1,1\n7,1.1,\n", "allele_table.number", 2, "TH01"},
      {"Allele,TH01,TPOX\n6,0.5,1\n7,1.2,\n", "allele_table.above_one", 3, "TH01"},
      {"Allele,TH01,TPOX\n6,0.5,1\n7,0.2,\n", "genetics.frequency_sum", 0, "TH01"},
      {"Allele,TH01,THO1\n6,0.5,1\n7,0.5,\n", "allele_table.locus_twice", 0, "THO1"},
      {"Allele,TH01,TH01\n6,0.5,1\n7,0.5,\n", "allele_table.locus_twice", 0, "TH01#2"},
      {"Allele,TH01,TPOX\n6,0.5,1\n6.0,0.5,\n", "allele_table.allele_twice", 3, "Allele"},
      {"Allele,TH01,TPOX\n6,0.5,1\n03-sep,0.5,\n", "allele_table.allele", 3, "Allele"},
      {"Allele,TH01,TPOX\n6,0.5,1\n<7,0.5,\n", "allele_table.allele", 3, "Allele"},
      {"Allele,TH01,TPOX\n6,0.5,1\n7,medio,\n", "allele_table.number", 3, "TH01"},
      {"Allele,TH01,TPOX\n6,50,1\n7,50,\nN,60,\n", "allele_table.counts", 0, "TH01"},
      {"Allele,TH01,DXS7132\n6,1,1\nLinkage group,,0\n", "allele_table.group", 3, "DXS7132"},
      {"Marker,TH01,TPOX\n6,0.5,1\n7,0.5,\n", "allele_table.no_alleles", 0, ""},
      {"Allele,TH01,TPOX\n6,,\n7,0,\n", "allele_table.no_locus", 0, ""},
  };
  for (const Refused& file : files) {
    const auto table = read(file.text);
    ASSERT_FALSE(table) << file.text;
    EXPECT_EQ(table.error().code, file.code) << file.text;
    EXPECT_EQ(table.error().where.row, file.row) << file.text;
    EXPECT_EQ(table.error().where.column, file.column) << file.text;
    EXPECT_NE(table.error().where.file.find("tabla.csv"), std::string::npos) << file.text;
  }
}

TEST(AlleleTableFile, RefusesWhatIsTooLongForATable) {
  std::string text = "Allele,TH01\n";
  for (int row = 1; row <= 1001; ++row) text += "5,0\n";
  EXPECT_EQ(read(text).error().code, "allele_table.allele_twice");
  text = "Allele,TH01\n";
  for (int row = 0; row <= 1001; ++row) text += "total,0\n";
  EXPECT_EQ(read(text).error().code, "allele_table.too_long");
}

}  // namespace
}  // namespace confronta::importers

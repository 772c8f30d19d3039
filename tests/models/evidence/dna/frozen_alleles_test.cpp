#include "models/evidence/dna/frozen_alleles.h"

#include <gtest/gtest.h>

#include "models/evidence/dna/match_population.h"

namespace confronta {
namespace {

using genetics::FrequencyTable;
using genetics::Inheritance;
using genetics::TableLocus;

TableLocus autosomal(std::string name, double chromosomes) {
  TableLocus locus;
  locus.name = std::move(name);
  locus.frequencies = {{"8", 1.0 / 3}, {"9.3", 0.1}, {"11", 1 - 1.0 / 3 - 0.1}};
  locus.chromosomes = chromosomes;
  return locus;
}

TableLocus x_linked(std::string name, int group) {
  TableLocus locus = autosomal(std::move(name), 300);
  locus.inheritance = Inheritance::x_linked;
  locus.linkage_group = group;
  return locus;
}

const TableLocus& named(const std::vector<SourcedLocus>& loci, std::string_view name) {
  for (const SourcedLocus& one : loci)
    if (one.locus.name == name) return one.locus;
  static const TableLocus none;
  return none;
}

TEST(FrozenAlleles, ComeBackToTheBitThroughTheText) {
  ReferenceSet set;
  const std::vector<FrequencyTable> tables{
      {"mi tabla.csv", {autosomal("Penta E", 0), autosomal("TPOX", 418)}},
      {"x.xlsx", {x_linked("DXS7132", 2), x_linked("DXS9902", 0)}}};
  freeze_alleles(set, tables);
  const auto read = ReferenceSet::parse(set.canonical_text());
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value(), set);
  const auto loci = loci_in_force({}, read.value());
  ASSERT_EQ(loci.size(), 4U);
  for (const FrequencyTable& table : tables)
    for (const TableLocus& locus : table.loci) {
      const TableLocus& back = named(loci, locus.name);
      EXPECT_EQ(back.inheritance, locus.inheritance);
      EXPECT_EQ(back.chromosomes, locus.chromosomes);
      EXPECT_EQ(back.linkage_group, locus.linkage_group);
      auto own = locus.frequencies, again = back.frequencies;
      std::sort(own.begin(), own.end());
      std::sort(again.begin(), again.end());
      EXPECT_EQ(again, own);
    }
  EXPECT_EQ(tables_text(loci), "mi tabla.csv (2N ?-418), x.xlsx (2N 300)");
}

TEST(FrozenAlleles, TheFirstTableThatHasALocusCounts) {
  ReferenceSet set;
  freeze_alleles(
      set, std::vector<FrequencyTable>{{"one", {autosomal("TPOX", 100)}},
                                       {"two", {autosomal("TPOX", 200), autosomal("TH01", 200)}}});
  const auto loci = loci_in_force({}, set);
  EXPECT_EQ(named(loci, "TPOX").chromosomes, 100);
  EXPECT_EQ(named(loci, "TH01").chromosomes, 200);
}

TEST(FrozenAlleles, AnotherTableReplacesAllOfTheOneBefore) {
  ReferenceSet set;
  set.table("identity/names.x").numbers["A"] = 1;
  const ReferenceSet before = set;
  freeze_alleles(set, std::vector<FrequencyTable>{{"x", {x_linked("DXS7132", 2)}}});
  EXPECT_TRUE(has_alleles(set));
  freeze_alleles(set, std::vector<FrequencyTable>{{"one", {autosomal("TPOX", 100)}}});
  EXPECT_EQ(loci_in_force({}, set).size(), 1U);
  ReferenceSet anew;
  keep_alleles(anew, set);
  EXPECT_EQ(loci_in_force({}, anew).size(), 1U);
  freeze_alleles(set, {});
  EXPECT_EQ(set, before);
  EXPECT_FALSE(has_alleles(set));
}

TEST(FrozenAlleles, OfXAloneLeaveTheShippedAutosomes) {
  ReferenceSet set;
  freeze_alleles(set, std::vector<FrequencyTable>{{"x.csv", {x_linked("DXS7132", 2)}}});
  const auto loci = loci_in_force({}, set);
  EXPECT_EQ(loci.size(), 24U);
  EXPECT_EQ(tables_text(loci), "FBI2015_SW_Hispanic (2N 416-418), x.csv (2N 300)");
}

TEST(FrozenAlleles, AParameterThatIsSetStandsInThePlaceOfTheAutosomes) {
  ReferenceSet set;
  freeze_alleles(set, std::vector<FrequencyTable>{
                          {"own.csv", {autosomal("TPOX", 100), x_linked("DXS7132", 2)}}});
  Parameters parameters;
  ASSERT_TRUE(parameters.set("genetics.allele_table", 0).ok());
  EXPECT_EQ(tables_text(loci_in_force(parameters, set)),
            "FBI2015_SW_Hispanic (2N 416-418), own.csv (2N 300)");
}

TEST(FrozenAlleles, AShippedTableFrozenIsThatTableToTheBit) {
  ReferenceSet set;
  const FrequencyTable shipped = genetics::shipped_table(allele_tables().front());
  freeze_alleles(set, std::span{&shipped, 1});
  const auto read = ReferenceSet::parse(set.canonical_text()).value();
  const MatchPopulation frozen{{}, read}, plain{{}, {}};
  EXPECT_EQ(frozen.name(), plain.name());
  ASSERT_EQ(frozen.loci().size(), plain.loci().size());
  for (const std::string& locus : plain.loci())
    EXPECT_EQ(frozen.locus(locus, {}).value().content, plain.locus(locus, {}).value().content);
}

}  // namespace
}  // namespace confronta

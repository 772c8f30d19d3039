#include "engine/kin/link.h"

#include <gtest/gtest.h>

#include "tests/models/support/dna.h"

namespace confronta {
namespace {

using Row = TraitTable::Row;
using test::RowBuilder;

RowBuilder relative(std::string id, PedigreePlace place, std::string_view sex = "") {
  RowBuilder row{std::move(id), SubjectKind::relative};
  row.value(Trait::pedigree_place, std::move(place));
  if (!sex.empty()) row.code(Trait::sex, sex);
  return row;
}

RowBuilder sample(std::string id, std::string_view of) {
  RowBuilder row{std::move(id), SubjectKind::sample};
  return row.text(Trait::sample_of, of)
      .value(Trait::genotypes, test::dna_profile({{"TPOX", {"8", "11"}}}));
}

struct Store {
  std::vector<Row> reports, remains, relatives, samples;
  LinkedDna link() { return link_dna(reports, remains, relatives, samples); }
};

Store one_family() {
  Store store;
  store.reports = {test::report("A:1").value(Trait::identifier, Identifier{"fub", "FUB-77", true})};
  store.remains = {test::remains("P:9"), test::remains("Q:9")};
  store.relatives = {relative("LAB:F1/1", {"F1", "madre", "", "", ""}, "female"),
                     relative("LAB:F1/2", {"F1", "hijo", "padre", "madre", "fub-77"}, "male")};
  store.samples = {sample("LAB:S1", "madre"), sample("LAB:S2", "P:9"), sample("LAB:S3", "9"),
                   sample("LAB:S4", "F1/2"), sample("LAB:S5", "nobody")};
  return store;
}

TEST(LinkDna, FindsWhoseASampleIsByIdFolioOrNameInThePedigree) {
  Store store = one_family();
  const LinkedDna linked = store.link();
  const genetics::Family* family = linked.families.find("LAB:F1");
  ASSERT_NE(family, nullptr);
  EXPECT_EQ(family->pedigree.size(), 3);  // the father is only named
  const int mother = *family->pedigree.find("madre"), son = *family->pedigree.find("hijo");
  EXPECT_EQ(family->members[static_cast<std::size_t>(mother)].genotypes.size(), 1U);
  EXPECT_EQ(family->pedigree[*family->pedigree.find("padre")].sex, genetics::Sex::male);
  ASSERT_EQ(family->missing.size(), 1U);
  EXPECT_EQ(family->missing[0], (genetics::Family::Missing{son, "A:1"}));
  ASSERT_EQ(linked.families.places_of("A:1").size(), 1U);
  // The son's own sample is the report's too; P:9 has one; "9" may be either of two.
  const TraitTable reports{store.reports}, remains{store.remains};
  EXPECT_EQ(reports.observations(0, Trait::genotypes).size(), 1U);
  EXPECT_EQ(remains.observations(0, Trait::genotypes).size(), 1U);
  EXPECT_EQ(remains.observations(1, Trait::genotypes).size(), 0U);
  ASSERT_EQ(linked.notices.size(), 2U);
  EXPECT_EQ(linked.notices[0].code, "dna.sample_ambiguous");
  EXPECT_EQ(linked.notices[0].arguments, (std::vector<std::string>{"LAB:S3", "9"}));
  EXPECT_EQ(linked.notices[1].code, "dna.sample_of_nobody");
}

TEST(LinkDna, ItsOwnSourceGoesBeforeOthers) {
  Store store;
  store.remains = {test::remains("P:9"), test::remains("Q:9")};
  store.samples = {sample("Q:S", "9")};
  EXPECT_TRUE(store.link().notices.empty());
  EXPECT_TRUE(TraitTable{store.remains}.observations(0, Trait::genotypes).empty());
  EXPECT_FALSE(TraitTable{store.remains}.observations(1, Trait::genotypes).empty());
}

TEST(LinkDna, AFamilyThatIsNoPedigreeIsToldAndLeftOut) {
  Store store;
  store.relatives = {relative("LAB:1", {"F1", "a", "b", "", ""}),
                     relative("LAB:2", {"F1", "b", "a", "", ""}),
                     relative("LAB:3", {"F2", "c", "", "", "gone"})};
  const LinkedDna linked = store.link();
  EXPECT_EQ(linked.families.list().size(), 1U);
  ASSERT_EQ(linked.notices.size(), 2U);
  EXPECT_EQ(linked.notices[0].code, "dna.family_refused");
  EXPECT_EQ(linked.notices[0].arguments[1], "@genetics.own_ancestor");
  EXPECT_EQ(linked.notices[1].code, "dna.report_unknown");
}

TEST(LinkDna, WithoutDnaNothingChanges) {
  Store store;
  store.reports = {test::report("A:1").code(Trait::sex, "male")};
  store.remains = {test::remains("B:1").code(Trait::sex, "male")};
  const LinkedDna linked = store.link();
  EXPECT_TRUE(linked.notices.empty());
  EXPECT_TRUE(linked.families.list().empty());
  EXPECT_EQ(store.reports[0].observations.size(), 1U);
}

}  // namespace
}  // namespace confronta

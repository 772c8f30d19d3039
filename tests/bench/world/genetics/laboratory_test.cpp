#include "bench/world/genetics/laboratory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "bench/world/genetics/families.h"
#include "bench/world/rates.h"

namespace confronta::world {
namespace {

class WorldLaboratory : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    WorldOptions options;
    options.states = 3;
    options.reports = 1500;
    options.remains = 900;
    options.seed = 5;
    population_ = populate(options);
    files_ = write_laboratory(population_, options.seed);
  }

  static std::size_t column(const std::string& name) {
    const auto& header = files_.profiles.header;
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
  }

  static inline Population population_;
  static inline LaboratoryFiles files_;
};

TEST_F(WorldLaboratory, SamplesAShareOfTheFamilies) {
  std::set<std::string> people;
  for (const ReportNote& note : population_.reports) people.insert(std::to_string(note.person));
  std::set<std::string> families;
  for (const auto& row : files_.pedigrees.rows) families.insert(row[0].text);
  EXPECT_NEAR(static_cast<double>(families.size()) / static_cast<double>(people.size()),
              rates::family_sampled, 0.04);
}

TEST_F(WorldLaboratory, NamesOneMissingPersonAndListedParentsInEveryFamily) {
  std::map<std::string, int> missing;
  std::set<std::string> persons;
  for (const auto& row : files_.pedigrees.rows) {
    EXPECT_TRUE(persons.insert(row[1].text).second) << row[1].text;
    missing[row[0].text] += row[5].text.empty() ? 0 : 1;
  }
  for (const auto& row : files_.pedigrees.rows)
    for (const std::size_t parent : {2U, 3U})
      EXPECT_TRUE(row[parent].text.empty() || persons.count(row[parent].text) > 0);
  for (const auto& [family, count] : missing) EXPECT_EQ(count, 1) << family;
}

TEST_F(WorldLaboratory, WritesFullProfilesOfRelativesAndPoorOnesOfBones) {
  std::size_t relatives = 0, remains = 0, poor = 0;
  for (const auto& row : files_.profiles.rows) {
    ASSERT_EQ(row.size(), files_.profiles.header.size());
    std::size_t lost = 0;
    for (std::size_t at = column("CSF1PO_1"); at < column("DYS19"); ++at)
      lost += row[at].text.empty() || row[at].text == "-" ? 1 : 0;
    if (row[0].text.front() == 'R') {
      ++relatives;
      EXPECT_EQ(lost, 0U) << row[0].text;
    } else {
      ++remains;
      poor += lost > 0 ? 1 : 0;
    }
  }
  EXPECT_GT(relatives, 500U);
  EXPECT_NEAR(static_cast<double>(remains) / static_cast<double>(population_.remains.size()), 0.5,
              0.12);
  EXPECT_GT(poor, remains / 10);
  EXPECT_LT(poor, remains);
}

TEST_F(WorldLaboratory, TellsOfEveryBodyWhetherItHasDna) {
  EXPECT_EQ(files_.strata.size(), population_.remains.size());
  std::map<std::string, int> counts;
  for (const auto& [id, stratum] : files_.strata) ++counts[stratum];
  EXPECT_EQ(counts.size(), 3U);
  EXPECT_GT(counts["family"], 30);
  EXPECT_GT(counts["none"], counts["family"]);
}

TEST(WorldFamilies, HaveTheShapesOfTheirRates) {
  Random random{3};
  const Inheritance inheritance{random};
  std::map<std::string_view, int> shapes;
  constexpr int families = 4000;
  for (int trial = 0; trial < families; ++trial) {
    const WorldFamily family = draw_family(random, inheritance, trial % 2);
    ++shapes[family.shape];
    EXPECT_EQ(family.people[0].genome.sex, trial % 2);
    int sampled = 0;
    for (std::size_t at = 1; at < family.people.size(); ++at)
      sampled += family.people[at].sampled ? 1 : 0;
    EXPECT_GE(sampled, 1);
  }
  for (const auto& [shape, share] : rates::family_shapes)
    EXPECT_NEAR(shapes[shape], share * families, 100) << shape;
}

TEST(WorldFamilies, MakeTheMissingPersonAParentOfTheChild) {
  Random random{4};
  const Inheritance inheritance{random};
  for (int trial = 0; trial < 200; ++trial) {
    const WorldFamily family = draw_family(random, inheritance, 1);
    if (family.shape != "child") continue;
    const FamilyMember& child = family.people.back();
    EXPECT_EQ(child.role, "HIJO 1");
    EXPECT_EQ(child.mother, 0);
    EXPECT_EQ(child.genome.mitochondrial, family.people[0].genome.mitochondrial);
  }
}

}  // namespace
}  // namespace confronta::world

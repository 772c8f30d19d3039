#include "bench/world/genetics/laboratory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "bench/world/genetics/families.h"
#include "bench/world/genetics/second_missing.h"
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

TEST_F(WorldLaboratory, NamesOneOrTwoMissingPeopleAndListedParentsInEveryFamily) {
  std::map<std::string, int> missing;
  std::set<std::string> persons;
  for (const auto& row : files_.pedigrees.rows) {
    EXPECT_TRUE(persons.insert(row[1].text).second) << row[1].text;
    missing[row[0].text] += row[5].text.empty() ? 0 : 1;
  }
  for (const auto& row : files_.pedigrees.rows)
    for (const std::size_t parent : {2U, 3U})
      EXPECT_TRUE(row[parent].text.empty() || persons.count(row[parent].text) > 0);
  std::size_t two = 0;
  for (const auto& [family, count] : missing) {
    EXPECT_TRUE(count == 1 || count == 2) << family;
    two += count == 2 ? 1 : 0;
  }
  EXPECT_GT(two, 5U);
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
  std::map<std::string, int> counts;
  for (const RemainsNote& note : population_.remains)
    ++counts[files_.strata.at(note.source + ':' + note.id)];
  EXPECT_EQ(counts.size(), 3U);
  EXPECT_GT(counts["family"], 30);
  EXPECT_GT(counts["none"], counts["family"]);
}

TEST_F(WorldLaboratory, TellsWhichBodiesAreOfOneFamily) {
  std::map<std::string, std::int32_t> person_of;
  for (const RemainsNote& note : population_.remains)
    person_of[note.source + ':' + note.id] = note.people[0];
  std::map<int, std::set<std::int32_t>> people;
  for (const auto& [id, missing] : files_.missing_together) {
    EXPECT_EQ(files_.strata.at(id), "family");
    people[missing].insert(person_of.at(id));
  }
  EXPECT_EQ(people.size(), 2U);
  EXPECT_GE(people[2].size(), 2U);
  EXPECT_EQ(people[2].size() % 2, 0U);  // two by two
  EXPECT_GT(people[1].size(), people[2].size());
}

// Of each family the rows of its second missing person stand at the end, and no other row knows.
TEST_F(WorldLaboratory, GivesSecondMissingPeopleTheParentsOfTheFirst) {
  const auto& rows = files_.pedigrees.rows;
  std::map<std::string, std::pair<std::string, std::string>> parents;
  std::map<std::string, std::string> reports;
  std::size_t seconds = 0;
  for (const auto& row : rows) {
    const std::string own = row[1].text.substr(row[1].text.find('-') + 1);
    if (own == "PERSONA") {
      EXPECT_EQ(seconds, 0U) << "behind all others";
      parents[row[0].text] = {row[2].text, row[3].text};
      reports[row[0].text] = row[5].text;
    } else if (own == "PERSONA 2") {
      ++seconds;
      EXPECT_EQ(parents.at(row[0].text), std::pair(row[2].text, row[3].text));
      EXPECT_NE(row[5].text, reports.at(row[0].text));
    }
  }
  EXPECT_GT(seconds, 5U);
}

TEST(WorldSiblings, AreDeadReportedAndChosenOnce) {
  WorldOptions options;
  options.states = 3;
  options.reports = 1500;
  options.remains = 900;
  const Population population = populate(options);
  std::vector<bool> sampled(population.people.size());
  for (std::size_t person = 0; person < sampled.size(); ++person) sampled[person] = person % 3 == 0;
  Random random{9};
  const auto pairs = missing_siblings(population, sampled, random);
  std::map<std::int32_t, const RemainsNote*> bodies;
  for (const RemainsNote& note : population.remains)
    if (note.people.size() == 1) bodies.emplace(note.people[0], &note);
  std::set<std::int32_t> reported, taken;
  for (const ReportNote& note : population.reports) reported.insert(note.person);
  std::size_t firsts = 0, same_state = 0;
  for (const auto& [person, body] : bodies)
    firsts += reported.count(person) > 0 && sampled[static_cast<std::size_t>(person)] ? 1 : 0;
  for (const auto& [first, second] : pairs) {
    EXPECT_TRUE(sampled[static_cast<std::size_t>(first)]);
    EXPECT_FALSE(sampled[static_cast<std::size_t>(second)]);
    for (const std::int32_t one : {first, second}) {
      EXPECT_TRUE(taken.insert(one).second);
      EXPECT_EQ(reported.count(one), 1U);
      EXPECT_EQ(bodies.count(one), 1U);
    }
    same_state += bodies[first]->true_state == bodies[second]->true_state ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(pairs.size()),
              rates::second_missing * static_cast<double>(firsts), 12);
  EXPECT_GT(2 * same_state, pairs.size());
  EXPECT_LT(same_state, pairs.size());
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

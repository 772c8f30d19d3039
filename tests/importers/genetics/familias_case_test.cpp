// Disasters as Familias saves them: what is read, what is said of the rest, and what is refused.

#include "importers/genetics/familias_case.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/importers/support/files.h"
#include "tests/support/source_path.h"

namespace confronta::importers {
namespace {

using genetics::GenotypeCall;
using genetics::not_called;
using genetics::Sex;

const std::string fixture = test::source_path("tests/importers/fixtures/familias_dvi.fam");
constexpr double rare = 0.001;

std::string fixture_text() {
  std::ifstream in{fixture, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

Result<FamiliasCase> read(const std::string& text) {
  return read_familias_case(support::write_file("case.fam", text), rare);
}

/// "code@row" of what a file with one change is refused for.
std::string refusal(const std::string& from, const std::string& to) {
  const auto one = read(replaced(fixture_text(), from, to));
  return one ? "read" : one.error().code + '@' + std::to_string(one.error().where.row);
}

std::vector<std::string> codes(const FamiliasCase& one) {
  std::vector<std::string> codes;
  for (const Error& note : one.notes) codes.push_back(note.code);
  return codes;
}

const Error* noted(const FamiliasCase& one, const std::string& code) {
  for (const Error& note : one.notes)
    if (note.code == code) return &note;
  return nullptr;
}

class FamiliasFixture : public ::testing::Test {
 protected:
  void SetUp() override {
    auto read = read_familias_case(fixture, rare);
    ASSERT_TRUE(read) << read.error().code << " row " << read.error().where.row;
    case_ = std::move(read).value();
  }
  const dvi::Problem& problem() const { return case_.problem; }

  FamiliasCase case_;
};

TEST_F(FamiliasFixture, HasLociOfAutosomesWithTheirMutation) {
  ASSERT_EQ(problem().markers.size(), 3U);  // without amelogenin
  const dvi::Marker& th01 = problem().markers[0];
  EXPECT_EQ(th01.locus.name(), "TH01");
  EXPECT_DOUBLE_EQ(th01.locus.frequency(*th01.locus.find("9.3")), 0.5);
  EXPECT_FALSE(th01.mutation);  // both rates are 0

  const dvi::Marker& vwa = problem().markers[1];
  EXPECT_EQ(vwa.locus.alleles(), (std::vector<std::string>{"16", "17", "18"}));
  ASSERT_TRUE(vwa.mutation);  // women first: rate 0.001, range 0.1; men 0.002, 0.2
  EXPECT_DOUBLE_EQ(vwa.mutation->female(0, 1), 0.001 * 0.1 / 0.11);
  EXPECT_DOUBLE_EQ(vwa.mutation->male(0, 1), 0.002 * 0.2 / 0.24);
}

// The frequencies of the file are written with the silent allele's part taken off; a rare one gives
// its part too.
TEST_F(FamiliasFixture, HasASilentAlleleAndOneThatTheTableLacks) {
  const genetics::Locus& locus = problem().markers[2].locus;
  EXPECT_DOUBLE_EQ(locus.silent_frequency(), 0.02);
  EXPECT_NEAR(locus.frequency(*locus.find("11")), 0.588, 1e-15);
  EXPECT_DOUBLE_EQ(locus.frequency(*locus.find("13")), rare * 0.98);
}

TEST_F(FamiliasFixture, HasVictimsWithTheirCalls) {
  ASSERT_EQ(problem().victims.size(), 3U);
  const auto& first = problem().victims[0];
  EXPECT_EQ(first.id, "V1");
  EXPECT_EQ(std::get<GenotypeCall>(*first.calls[0]), (GenotypeCall{0, 2}));  // 6, 9.3
  EXPECT_FALSE(first.calls[1]);
  const auto& second = problem().victims[1];
  EXPECT_EQ(std::get<GenotypeCall>(*second.calls[0]), (GenotypeCall{1, 1}));  // THO1: 7, once
  EXPECT_EQ(std::get<GenotypeCall>(*second.calls[1]), (GenotypeCall{not_called, 2}));
  EXPECT_FALSE(second.calls[2]);  // neither allele
}

TEST_F(FamiliasFixture, HasMissingPersonsOfTheChosenPedigrees) {
  ASSERT_EQ(problem().missing.size(), 4U);
  EXPECT_EQ(problem().missing[0].id, "Missing brother");
  EXPECT_EQ(problem().missing[1].id, "Family one: Missing person");
  EXPECT_EQ(problem().missing[2].id, "Family two: Missing person");
  EXPECT_EQ(problem().missing[3].id, "Family three: Missing person");
  const dvi::Family& one = problem().families[0];
  const auto& brother = one.pedigree[problem().missing[0].person];
  const auto& missing = one.pedigree[problem().missing[1].person];
  EXPECT_EQ(one.pedigree[brother.mother].id, "R1 [mother]");
  EXPECT_EQ(missing.mother, brother.mother);
  EXPECT_EQ(missing.father, genetics::no_parent);
  ASSERT_EQ(one.observations[0].size(), 1U);
  EXPECT_EQ(one.observations[0][0].person, brother.mother);

  const dvi::Family& two = problem().families[1];  // beside a wife, he is the father
  EXPECT_EQ(two.pedigree[problem().missing[2].person].sex, Sex::male);
}

// Missing: a brother (male), two whose sex nothing tells, a father.
TEST_F(FamiliasFixture, HasCandidatesBySex) {
  EXPECT_EQ(problem().candidates[0], (std::vector<int>{0, 1, 2, 3}));  // male
  EXPECT_EQ(problem().candidates[1], (std::vector<int>{0, 1, 2, 3}));  // unknown
  EXPECT_EQ(problem().candidates[2], (std::vector<int>{1, 3}));        // female
}

TEST_F(FamiliasFixture, SaysWhatIsNotTakenOver) {
  EXPECT_EQ(codes(case_),
            (std::vector<std::string>{"familias.case_unused", "familias.theta",
                                      "familias.locus_unused", "familias.skipped_locus",
                                      "familias.skipped_locus", "familias.errors_unused",
                                      "kinship.rare_allele", "familias.pedigree_unused",
                                      "familias.no_relation", "familias.sex_assumed"}));
  EXPECT_EQ(noted(case_, "familias.theta")->arguments, (std::vector<std::string>{"0.01"}));
  EXPECT_EQ(noted(case_, "familias.theta")->where, (Location{fixture, "", 27, ""}));
  EXPECT_EQ(noted(case_, "familias.errors_unused")->arguments,
            (std::vector<std::string>{"0.05", "0.1", "0"}));
  EXPECT_EQ(noted(case_, "familias.no_relation")->arguments,
            (std::vector<std::string>{"Missing female 1", "Family one"}));
  EXPECT_EQ(noted(case_, "familias.pedigree_unused")->arguments[1], "Two brothers");
}

TEST(FamiliasCase, IsKnownByItsFirstLine) {
  EXPECT_TRUE(is_familias_file(fixture));
  EXPECT_FALSE(is_familias_file(support::write_file("case.json", "{}")));
  EXPECT_FALSE(is_familias_file("/no/such/file.fam"));
}

TEST(FamiliasCase, ReadsWindowsLinesAndNames) {
  std::string text = replaced(fixture_text(), "Name= V1",
                              "Name= Pe\xF1"
                              "a");
  for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2)
    text.replace(at, 1, "\r\n");
  const auto one = read(text);
  ASSERT_TRUE(one) << one.error().code;
  EXPECT_EQ(one.value().problem.victims[0].id, "Peña");
}

/// The mutation matrix of women at VWA, frequencies 0.5, 0.3, 0.2, with a model's code in the file.
genetics::TransitionMatrix female_matrix(const std::string& code) {
  const auto one = read(replaced(fixture_text(), "0.002\n4\n4\n", "0.002\n" + code + "\n4\n"));
  EXPECT_TRUE(one) << one.error().code;
  return one.value().problem.markers[1].mutation->female;
}

TEST(FamiliasCase, KnowsTheModelsByTheirCodes) {
  EXPECT_DOUBLE_EQ(female_matrix("0")(0, 2), 0.001 / 2);
  EXPECT_DOUBLE_EQ(female_matrix("1")(0, 2), 0.001 / 0.62 * 0.2);  // 1 - (.25 + .09 + .04)
  EXPECT_DOUBLE_EQ(female_matrix("2")(0, 2), 0.001 * 0.01 / 0.11);
  // R (1 - r)^2 / (2 r (n - r n - 1 + r^n)) r^2 / p, r = .1, n = 3
  EXPECT_NEAR(female_matrix("3")(0, 2), 0.001 * 0.81 / (0.2 * 1.701) * 0.01 / 0.5, 1e-18);
  EXPECT_EQ(refusal("0.002\n4\n4\n", "0.002\n4\n5\n"), "familias.model@54");
}

TEST(FamiliasCase, StepsOnlyBetweenRepeats) {
  const auto one = read(replaced(fixture_text(), "\"16\"\n0.5", "\"Rest allele\"\n0.5"));
  ASSERT_TRUE(one) << one.error().code;
  EXPECT_TRUE(noted(one.value(), "familias.model_replaced"));
  EXPECT_DOUBLE_EQ(one.value().problem.markers[1].mutation->male(0, 1), 0.001);
}

TEST(FamiliasCase, ReadsWithoutANoteOnFamilies) {
  const std::string text = fixture_text();
  const std::size_t begin = text.find("[[Notes]]"), end = text.find("[[Reference Families]]");
  const auto one = read(std::string{text}.erase(begin, end - begin));
  EXPECT_TRUE(one) << one.error().code;
}

TEST(FamiliasCase, NamesTheRowOfDamage) {
  EXPECT_EQ(refusal("\"TH01\"\n0.0", "\"TH01\"\n0,0"), "familias.expected@32");
  EXPECT_EQ(refusal("0.1\n\"7\"", "0.1x\n\"7\""), "familias.expected@45");
  EXPECT_EQ(refusal("\"6\"\n0.1", "\"6\"\n0.9"), "genetics.frequency_sum@31");
  EXPECT_EQ(refusal("#FALSE# (#Databases", "#TRUE# (#Databases"), "familias.precomputed@27");
  EXPECT_EQ(refusal("#Databases: 1", "#Databases: 2"), "familias.databases@27");
  EXPECT_EQ(refusal("\"VWA\"", "\"tho1\""), "familias.locus_twice@50");
  EXPECT_EQ(refusal("Known relations", "Known relatives"), "familias.expected@15");
}

TEST(FamiliasCase, RefusesAnUnknownLineOfTheDisasterSection) {
  for (const auto& [from, to, code] : std::vector<std::array<std::string, 3>>{
           {"nSystems= 2", "nSystems= 3", "familias.expected"},
           {"Gender= Male", "Gender= Man", "familias.expected"},
           {"Gender= Male", "Age= 30\nGender= Male", "familias.expected"},
           {"Name= V1", "Name=", "familias.expected"},
           {"Name= V2", "Name= V1", "familias.person_twice"},
           {"SystemName= TH01", "SystemName= TH02", "familias.unknown_locus"},
           {"SystemName= AMEL", "SystemName= VWA", "familias.allele"},
           {"Allele1= 9.3", "Allele1= OL", "familias.allele"},
           {"SystemName= vWA", "SystemName= TH01", "familias.typed_twice"},
           {"Parent= Wife", "Parent= Wives", "familias.unknown_person"},
           {"Name= Wife\nGender= Female", "Name= Wife\nGender= Male", "read"},
           {"[Advanced]", "Advanced", "familias.expected"},
           {"[DVI]", "[Advanced]", "familias.no_dvi"}})
    EXPECT_EQ(refusal(from, to).substr(0, code.size()), code) << to;
}

TEST(FamiliasCase, RefusesImpossibleFamilies) {
  const std::string relation = "Parent= Missing person\nChild= Daughter";
  EXPECT_EQ(
      refusal("nRelations= 2\nParent= Wife\nChild= Daughter\n" + relation,
              "nRelations= 2\nParent= Wife\nChild= Daughter\nParent= Daughter\nChild= Daughter")
          .substr(0, 21),
      "familias.third_parent");
  EXPECT_EQ(refusal(relation, "Parent= Daughter\nChild= Wife").substr(0, 21),
            "genetics.own_ancestor");
}

TEST(FamiliasCase, EndsWhereItIsCut) {
  const std::string text = fixture_text();
  for (std::size_t at = text.find("[DVI]"); at < text.find("[Prior]"); at += 97) {
    const auto one = read(text.substr(0, at));
    ASSERT_FALSE(one) << at;
    EXPECT_GT(one.error().where.row, 0U) << at << ' ' << one.error().code;
  }
}

TEST(FamiliasCase, NeedsSomebodyMissing) {
  const std::string text = fixture_text();
  const std::string heading = "[[Reference Families]]\n";
  const auto one = read(text.substr(0, text.find(heading) + heading.size()) + "nFamilies= 0\n");
  ASSERT_FALSE(one);
  EXPECT_EQ(one.error().code, "familias.no_missing");
  EXPECT_EQ(read_familias_case("/no/such/file.fam", rare).error().code, "file.not_found");
}

TEST(FamiliasCase, ReadsTheExampleOfTheProgram) {
  const std::filesystem::path example =
      test::source_path("../shared/data/formats/familias_dvi_example.fam");
  if (!std::filesystem::exists(example)) GTEST_SKIP() << "not here: " << example;
  const auto one = read_familias_case(example.string(), rare);
  ASSERT_TRUE(one) << one.error().code << " row " << one.error().where.row;
  const dvi::Problem& problem = one.value().problem;
  ASSERT_EQ(problem.missing.size(), 3U);
  EXPECT_EQ(problem.missing[2].id, "Missing person");
  EXPECT_EQ(problem.families[0].pedigree[problem.missing[2].person].sex, Sex::male);
  EXPECT_EQ(codes(one.value()), (std::vector<std::string>{"familias.no_relation"}));
}

}  // namespace
}  // namespace confronta::importers

// Cases of kinship and lineage as JSON files: what is read, and what is refused.

#include "importers/genetics/kinship_case.h"

#include <gtest/gtest.h>

#include "importers/genetics/lineage_case.h"
#include "tests/importers/support/files.h"

namespace confronta::importers {
namespace {

const std::string parent = R"({"id": "duo", "poi": "POI", "markers": ["M"], "theta": 0.02,
  "freqs": {"M": {"8": 0.25, "9": 0.25, "9.3": 0.5}},
  "hypotheses": {
    "H1": {"pedigree": [{"id": "fa", "fid": "0", "mid": "0", "sex": 1},
                        {"id": "POI", "fid": "fa", "mid": "0", "sex": 2}]},
    "H2": {"pedigree": [{"id": "fa", "fid": "0", "mid": "0", "sex": 1},
                        {"id": "POI", "fid": "0", "mid": "0", "sex": 2}]}},
  "mutation": {"model": "stepwise", "rate": {"female": 0.001, "male": 0.002}, "rate2": 1e-6,
               "range": 0.1},
  "genotypes": {"fa": {"M": "8/9.3"}, "POI": {"M": ["9", "-"]}}})";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  return text.replace(at, from.size(), to);
}

Result<KinshipCase> read(const std::string& json) {
  return read_kinship_case(support::write_file("case.json", json), {"", 0.001});
}

std::string refusal(const std::string& json) {
  const auto one = read(json);
  return one ? "" : one.error().code;
}

TEST(KinshipCase, ReadsPedigreesTypingsAndPopulation) {
  const auto one = read(parent);
  ASSERT_TRUE(one) << one.error().code;
  EXPECT_EQ(one.value().id, "duo");
  EXPECT_EQ(one.value().h1.pedigree[1].father, 0);
  EXPECT_TRUE(one.value().h2.pedigree[1].is_founder());
  EXPECT_EQ(one.value().h1.population.theta, 0.02);
  ASSERT_EQ(one.value().loci.size(), 1U);
  const KinshipLocus& locus = one.value().loci[0];
  EXPECT_EQ(locus.locus.alleles(), (std::vector<std::string>{"8", "9", "9.3"}));
  ASSERT_TRUE(locus.mutation);
  EXPECT_DOUBLE_EQ(locus.mutation->male(0, 1), 0.002);
  EXPECT_DOUBLE_EQ(locus.mutation->female(0, 1), 0.001);
  ASSERT_EQ(locus.h1.size(), 2U);
  // In the order of the samples' names: POI, fa.
  EXPECT_EQ(std::get<genetics::GenotypeCall>(locus.h1[0].call),
            (genetics::GenotypeCall{1, genetics::not_called}));
  EXPECT_EQ(std::get<genetics::GenotypeCall>(locus.h1[1].call), (genetics::GenotypeCall{0, 2}));
}

TEST(KinshipCase, AnAlleleThatTheTableLacksCountsWithTheMinimum) {
  const auto one = read(replaced(parent, "\"8/9.3\"", "\"8/10\""));
  ASSERT_TRUE(one);
  const genetics::Locus& locus = one.value().loci[0].locus;
  ASSERT_TRUE(locus.find("10"));
  EXPECT_EQ(locus.frequency(*locus.find("10")), 0.001);
  EXPECT_EQ(locus.frequency(*locus.find("8")), 0.25);  // the others are not scaled
  EXPECT_EQ(one.value().rare, (std::vector<std::pair<std::string, std::string>>{{"M", "10"}}));
}

TEST(KinshipCase, DropOutMakesThePersonInQuestionASetOfAlleles) {
  const auto one = read(replaced(replaced(parent, R"(["9", "-"])", R"(["9", "9"])"), "\"theta\"",
                                 R"("dropout": {"d": 0.2, "c": 0.05}, "theta")"));
  ASSERT_TRUE(one) << one.error().code;
  EXPECT_EQ(std::get<genetics::DetectedAlleles>(one.value().loci[0].h1[0].call),
            (genetics::DetectedAlleles{{1}, 0.2, 0.05}));
}

TEST(KinshipCase, ASecondSampleOfOnePersonIsDirect) {
  const std::string two = replaced(parent, R"("fa": {"M": "8/9.3"})", R"("hair": {"M": "8/9"})");
  EXPECT_EQ(refusal(two), "genetics.case_sample");
  const auto direct =
      read(replaced(two, "\"id\": \"duo\"", R"("id": "duo", "relation": "direct")"));
  ASSERT_TRUE(direct) << direct.error().code;
  EXPECT_EQ(direct.value().loci[0].h1[1].person, 1);
}

TEST(KinshipCase, SaysWhatIsWrong) {
  EXPECT_EQ(refusal("{"), "genetics.case_json");
  EXPECT_EQ(refusal("[]"), "genetics.case_kind");
  EXPECT_EQ(refusal(R"({"id": "x"})"), "genetics.case_missing");
  EXPECT_EQ(refusal(replaced(parent, "\"stepwise\"", "\"wild\"")), "genetics.case_model");
  EXPECT_EQ(refusal(replaced(parent, "\"8/9.3\"", "17")), "genetics.case_kind");
  EXPECT_EQ(refusal(replaced(parent, R"(["9", "-"])", R"(["8", "9", "9.3"])")),
            "genetics.case_alleles");
  EXPECT_EQ(refusal(replaced(parent, "0.25", "0.75")), "genetics.frequency_sum");
  EXPECT_EQ(refusal(replaced(parent, "\"freqs\"", "\"freq_db\": \"none\", \"unused\"")),
            "file.not_found");
  EXPECT_EQ(read_kinship_case("/no/such/case.json", {}).error().code, "file.not_found");
}

TEST(LineageCase, ReadsBothKinds) {
  const auto y = read_lineage_case(support::write_file("y.json", R"({"id": "y",
    "marker_type": "Y-STR", "database": {"n": 99, "x": 1}, "meioses": 2,
    "haplotypes": {"POI": {"DYS19": 14}, "reference": {"DYS19": 15.2}},
    "mutation": {"rate": {"DYS19": 0.002}}})"));
  ASSERT_TRUE(y) << y.error().code;
  EXPECT_EQ(y.value().count.size, 99);
  EXPECT_EQ(std::get<YPair>(y.value().haplotypes).reference.at("DYS19"), 15.2);

  const auto mt = read_lineage_case(support::write_file("mt.json", R"({"id": "mt",
    "marker_type": "mtDNA", "database": {"n": 0, "x": 0},
    "haplotypes": {"POI": {"range": "73-340", "differences": ["263G"]},
                   "reference": {"range": "73-340", "differences": []}}})"));
  ASSERT_TRUE(mt) << mt.error().code;
  EXPECT_EQ(std::get<MtPair>(mt.value().haplotypes).poi.differences.size(), 1U);
}

TEST(LineageCase, SaysWhatIsWrong) {
  const auto refused = [](const char* json) {
    return read_lineage_case(support::write_file("case.json", json)).error().code;
  };
  EXPECT_EQ(refused(R"({"id": "a", "database": {"n": 1, "x": 2}})"), "genetics.case_count");
  EXPECT_EQ(refused(R"({"id": "a", "database": {"n": 1, "x": 0}, "haplotypes": {},
                        "marker_type": "X"})"),
            "genetics.case_marker_type");
}

TEST(KinshipCase, TakesATableThatShips) {
  const auto one = read_kinship_case(support::write_file("table.json", R"({"id": "T", "poi": "P",
        "hypotheses": {"H1": {"pedigree": [{"id": "P", "fid": "0", "mid": "0", "sex": 1}]},
                       "H2": {"pedigree": [{"id": "P", "fid": "0", "mid": "0", "sex": 1}]}},
        "markers": ["THO1"], "genotypes": {"P": {"THO1": ["6", "9.1"]}}})"),
                                     {"", 0.001, find_allele_table("FBI2015_SW_Hispanic")});
  ASSERT_TRUE(one);
  const genetics::Locus& locus = one.value().loci[0].locus;
  EXPECT_EQ(locus.name(), "THO1");  // as the case has it
  EXPECT_DOUBLE_EQ(locus.frequency(*locus.find("6")), 97.0 / 418);
  EXPECT_DOUBLE_EQ(locus.frequency(*locus.find("9.1")), 5.0 / 418);  // 5/(2N)
  ASSERT_EQ(one.value().rare.size(), 1U);
}

}  // namespace
}  // namespace confronta::importers

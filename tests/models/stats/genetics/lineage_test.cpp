#include "models/stats/genetics/lineage.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "models/stats/genetics/haplotype_frequency.h"
#include "models/stats/genetics/mt_haplotype.h"
#include "models/stats/genetics/y_haplotype.h"
#include "tests/models/stats/genetics/support/case_file.h"
#include "tests/support/source_path.h"

namespace confronta::genetics {
namespace {

using test::Json;

TEST(Meioses, FollowOneLine) {
  const std::vector<PedigreeRow> rows{
      {"gf", "", "", Sex::male},         {"gm", "", "", Sex::female},
      {"f", "gf", "gm", Sex::male},      {"m", "", "", Sex::female},
      {"son", "f", "m", Sex::male},      {"sis", "f", "m", Sex::female},
      {"aunt", "gf", "gm", Sex::female}, {"cousin", "", "aunt", Sex::male}};
  const Pedigree p = Pedigree::make(rows).value();
  const auto between = [&](const char* a, const char* b, Line line) {
    return meioses_between(p, *p.find(a), *p.find(b), line);
  };
  EXPECT_EQ(between("son", "gf", Line::paternal), 2);
  EXPECT_EQ(between("gf", "son", Line::paternal), 2);
  EXPECT_EQ(between("son", "son", Line::paternal), 0);
  EXPECT_FALSE(between("son", "sis", Line::paternal).has_value());  // a woman carries no Y
  EXPECT_EQ(between("son", "sis", Line::maternal), 2);
  EXPECT_EQ(between("f", "cousin", Line::maternal), 3);  // over gm
  EXPECT_FALSE(between("f", "son", Line::maternal).has_value());
}

TEST(ClopperPearson, SolvesItsEquation) {
  // x = 1, n = 2: P(X <= 1) = 1 - p^2 = .05
  EXPECT_NEAR(clopper_pearson_upper({2, 1}, 0.05), std::sqrt(0.95), 1e-15);
  EXPECT_NEAR(clopper_pearson_upper({99, 0}, 0.05), 1 - std::pow(0.05, 1.0 / 99), 1e-15);
  EXPECT_EQ(clopper_pearson_upper({0, 0}, 0.05), 1);
  EXPECT_EQ(clopper_pearson_upper({5, 5}, 0.05), 1);
  // a large database: (1 - p)^n alone would underflow
  const double p = clopper_pearson_upper({100000, 5000}, 0.025);
  EXPECT_NEAR(p, 0.05 + 1.96 * std::sqrt(0.05 * 0.95 / 100000), 2e-5);
}

TEST(YSteps, ByHand) {
  const double mu = 0.002;
  EXPECT_NEAR(*y_step_probability(1, 2, mu, YSteps::first_order), 2 * 0.001 * 0.998, 1e-18);
  EXPECT_NEAR(*y_step_probability(0, 2, mu, YSteps::walk), 0.998 * 0.998 + 2 * 0.001 * 0.001,
              1e-16);
  EXPECT_EQ(*y_step_probability(3, 2, mu, YSteps::walk), 0);
  EXPECT_FALSE(y_step_probability(-2, 4, mu, YSteps::first_order).has_value());
  EXPECT_NEAR(*y_step_probability(18.2 - 17.2, 1, mu, YSteps::walk), 0.001, 1e-18);
  EXPECT_EQ(*y_step_probability(0.2, 4, mu, YSteps::walk), 0);
}

TEST(YSteps, SumToOne) {
  for (int k = 0; k < 7; ++k) {
    double sum = 0;
    for (int d = -k; d <= k; ++d) sum += *y_step_probability(d, k, 0.01, YSteps::walk);
    EXPECT_NEAR(sum, 1, 1e-15);
  }
}

TEST(YMatch, NeedsARateForWhatItCompares) {
  EXPECT_EQ(y_match({{"DYS19", 14}}, {{"DYS19", 14}}, 1, {}, YSteps::walk).error().code,
            "genetics.y_rate");
  EXPECT_TRUE(y_match({{"DYS19", 14}}, {{"DYS390", 14}}, 1, {}, YSteps::walk).value().loci.empty());
}

MtHaplotype mt(const char* range, std::vector<std::string> differences) {
  return MtHaplotype::make(range, differences).value();
}

TEST(MtHaplotype, ReadsTheUsualWaysOfWriting) {
  EXPECT_EQ(mt("1-600", {"A263G", "315.1C", "523-"}).differences,
            mt("1-600", {"523DEL", "263G", "315.1c"}).differences);
  EXPECT_EQ(mt("16024-576", {}).range,
            (std::vector<MtHaplotype::Stretch>{{16024, 16569}, {1, 576}}));
  EXPECT_EQ(MtHaplotype::make("16024-", {}).error().code, "genetics.mt_range");
  EXPECT_EQ(MtHaplotype::make("1-17000", {}).error().code, "genetics.mt_range");
  EXPECT_EQ(MtHaplotype::make("1-600", {"16519C"}).error().code, "genetics.mt_difference");
  EXPECT_EQ(MtHaplotype::make("1-600", {"263GG"}).error().code, "genetics.mt_difference");
}

TEST(MtHaplotype, IsComparedWhereBothWereRead) {
  const auto hv1 = mt("16024-16365", {"16189C"});
  const auto both = mt("16024-16365;73-340", {"16189C", "263G"});
  EXPECT_EQ(compare(hv1, both, {}).differences, 0);
  EXPECT_EQ(compare(hv1, both, {}).positions, 342);
  EXPECT_EQ(compare(hv1, mt("73-340", {"263G"}), {}).conclusion, MtConclusion::not_compared);
}

TEST(MtHaplotype, IsJudgedByTheLaboratorysRules) {
  const auto one = mt("73-340", {"263G", "309.1C", "150Y"});
  const auto other = mt("73-340", {"263G", "150T"});
  EXPECT_EQ(compare(one, other, {}).differences, 3);
  EXPECT_EQ(compare(one, other, {.ignore_length_variants = true}).differences, 2);
  EXPECT_EQ(
      compare(one, other, {.ignore_length_variants = true, .mixed_bases_agree = true}).conclusion,
      MtConclusion::match);
  EXPECT_EQ(compare(one, other, {.mixed_bases_agree = true, .inconclusive_up_to = 1}).conclusion,
            MtConclusion::inconclusive);
}

// --- the shared cases
// -----------------------------------------------------------------------------

constexpr double tolerance = 1e-10;

void expect_frequencies(const Json& expected, const HaplotypeCount& count, const std::string& id) {
  const auto close = [&](double value, const char* key) {
    EXPECT_LE(std::abs(value / expected[key].get<double>() - 1), tolerance) << id << " " << key;
  };
  close(frequency_plus_one(count), "plus_one");
  close(clopper_pearson_upper(count, tail_one_sided_95), "clopper_pearson_upper95_one_sided");
  close(clopper_pearson_upper(count, tail_two_sided_95), "clopper_pearson_upper95_two_sided");
}

void expect_y(const Json& json, const std::string& id) {
  const auto haplotype = [&](const char* who) {
    YHaplotype repeats;
    for (const auto& [locus, number] : json["haplotypes"][who].items()) repeats[locus] = number;
    return repeats;
  };
  std::map<std::string, double, std::less<>> rates;
  for (const auto& [locus, rate] : json["mutation"]["rate"].items()) rates[locus] = rate;
  const Json& expected = json["results"]["expected"];
  for (const auto& [name, steps] :
       {std::pair{"first_order", YSteps::first_order}, std::pair{"walk", YSteps::walk}}) {
    const YMatch match =
        y_match(haplotype("POI"), haplotype("reference"), json["meioses"], rates, steps).value();
    EXPECT_EQ(match.loci, expected["loci_compared"].get<std::vector<std::string>>()) << id;
    const Json& probability = expected["P_difference"][name];
    ASSERT_EQ(match.probability.has_value(), !probability.is_null()) << id;
    if (!match.probability) continue;
    const double known = probability.get<double>();
    EXPECT_NEAR(*match.probability, known, tolerance * known) << id << " " << name;
  }
}

void expect_mt(const Json& json, const std::string& id) {
  const auto haplotype = [&](const char* who) {
    const Json& sequence = json["haplotypes"][who];
    return MtHaplotype::make(sequence["range"].get<std::string>(), sequence["differences"]).value();
  };
  const auto comparison = compare(haplotype("POI"), haplotype("reference"), {});
  EXPECT_EQ(comparison.differences, json["results"]["expected"]["n_differences"].get<int>()) << id;
}

void expect_all(const std::vector<std::filesystem::path>& files) {
  for (const auto& file : files) {
    const Json json = test::read_json(file);
    const std::string id = json["id"];
    expect_frequencies(json["results"]["expected"]["frequency"],
                       {json["database"]["n"], json["database"]["x"]}, id);
    if (json["marker_type"] == "mtDNA")
      expect_mt(json, id);
    else
      expect_y(json, id);
  }
}

TEST(Cases, OfLineagesAgree) {
  const auto files =
      test::json_files(confronta::test::source_path("tests/models/stats/genetics/cases/lineage"));
  ASSERT_FALSE(files.empty());
  expect_all(files);
}

TEST(SharedCases, Lineage) {
  const auto files = test::json_files(confronta::test::source_path("../shared/cases/lineage"));
  if (files.empty()) GTEST_SKIP() << "the shared cases are not here";
  expect_all(files);
}

}  // namespace
}  // namespace confronta::genetics

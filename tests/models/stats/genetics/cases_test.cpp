// The engine against reference cases computed by other programs and by brute force: those that come
// with the sources, and the whole set where a checkout has it beside it.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/models/stats/genetics/support/case_file.h"

#include "tests/support/source_path.h"

namespace confronta::genetics::test {
namespace {

constexpr double tolerance = 1e-10;  // what agreement is; what is reached is below 1e-12

const std::filesystem::path shared = confronta::test::source_path("../shared/cases");
const std::filesystem::path here =
    confronta::test::source_path("tests/models/stats/genetics/cases");

void expect_all(const std::filesystem::path& folder) {
  const auto files = json_files(folder);
  if (files.empty()) GTEST_SKIP() << folder << " is not here";
  for (const auto& file : files)
    expect_agreement(CaseFile(file, shared / "genetics/freqs"), tolerance);
}

TEST(Cases, Agree) {
  const auto files = json_files(here / "kinship");
  ASSERT_FALSE(files.empty());
  for (const auto& file : files) expect_agreement(CaseFile(file, here / "frequencies"), tolerance);
}

TEST(SharedCases, Kinship) { expect_all(shared / "genetics/cases"); }
TEST(SharedCases, LinkageXSnpInbredAndDirect) { expect_all(shared / "genetics/special"); }
TEST(SharedCases, DropOutAndDropIn) { expect_all(shared / "dropout"); }

// Where mutation does not keep the frequencies, Familias' pruned pedigrees give other numbers.
TEST(SharedCases, PrunedPedigreesAreFamilias) {
  const auto files = json_files(shared / "genetics/cases");
  if (files.empty()) GTEST_SKIP() << "the shared cases are not here";
  int compared = 0;
  for (const auto& file : files) {
    const CaseFile one(file, shared / "genetics/freqs");
    const Json& results = one.json()["results"];
    if (!results.contains("crosscheck") || !results["crosscheck"].contains("note")) continue;
    double log10_total = 0;
    for (const std::string& marker : one.markers())
      log10_total += (one.likelihood("H1", marker, Definition::pruned).value() /
                      one.likelihood("H2", marker, Definition::pruned).value())
                         .log10();
    EXPECT_NEAR(log10_total, results["crosscheck"]["log10LR_total"].get<double>(), 1e-9)
        << one.json()["id"];
    ++compared;
  }
  EXPECT_GT(compared, 0);
}

}  // namespace
}  // namespace confronta::genetics::test

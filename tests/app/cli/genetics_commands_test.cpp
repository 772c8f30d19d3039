// What `kinship` and `lineage` print for programs, against cases computed elsewhere.

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"

#include "tests/support/source_path.h"

namespace confronta::app {
namespace {

using Json = nlohmann::json;
using std::filesystem::path;

const path shared = test::source_path("../shared/cases");
const path own = test::source_path("tests/models/stats/genetics/cases");

Json read(const path& file) {
  std::ifstream in{file};
  return Json::parse(in);
}

template <class Arguments>
Json printed(int (*command)(const Session&, const Arguments&), const Arguments& arguments) {
  Session session;
  session.json = true;
  ::testing::internal::CaptureStdout();
  const int code = command(session, arguments);
  const std::string text = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(code, exit_ok) << text;
  return Json::parse(text);
}

void expect_number(const Json& got, const Json& expected, const std::string& what) {
  if (!expected.is_number()) {
    EXPECT_EQ(got, expected) << what;  // null or "-Infinity"
    return;
  }
  ASSERT_TRUE(got.is_number()) << what << " " << got;
  const double value = expected.get<double>();
  EXPECT_NEAR(got.get<double>(), value, 1e-10 * std::max(1.0, std::abs(value))) << what;
}

void expect_kinship(const path& file, const path& frequencies) {
  const Json expected = read(file)["results"]["expected"];
  const Json got = printed(weigh_kinship, {file.string(), frequencies.string()});
  EXPECT_EQ(got["lr"].size(), expected["LR_per_marker"].size());
  for (const auto& [locus, lr] : expected["LR_per_marker"].items())
    expect_number(got["lr"][locus], lr, file.string() + " " + locus);
  expect_number(got["log10_lr_total"], expected["log10LR_total"], file.string());
}

TEST(KinshipCommand, AgreesWithTheCases) {
  int cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator{own / "kinship"}) {
    expect_kinship(entry.path(), own / "frequencies");
    ++cases;
  }
  EXPECT_GT(cases, 5);
}

TEST(KinshipCommand, AnImpossibleFamilyHasNoRatio) {
  const path file = ::testing::TempDir() + "confronta_impossible.json";
  std::ofstream{file} << R"({"id": "wrong father", "poi": "POI", "markers": ["M"],
    "freqs": {"M": {"8": 0.5, "9": 0.5}}, "mutation": null,
    "hypotheses": {
      "H1": {"pedigree": [{"id": "POI", "fid": "0", "mid": "0", "sex": 1},
                          {"id": "child", "fid": "POI", "mid": "0", "sex": 1},
                          {"id": "grandchild", "fid": "child", "mid": "0", "sex": 1}]},
      "H2": {"pedigree": [{"id": "child", "fid": "0", "mid": "0", "sex": 1},
                          {"id": "grandchild", "fid": "child", "mid": "0", "sex": 1},
                          {"id": "POI", "fid": "0", "mid": "0", "sex": 1}]}},
    "genotypes": {"child": {"M": "8/8"}, "grandchild": {"M": "9/9"}, "POI": {"M": "8/9"}}})";
  Session session;
  session.json = true;
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(weigh_kinship(session, {file.string(), ""}), exit_failure);
  const Json got = Json::parse(::testing::internal::GetCapturedStdout());
  EXPECT_TRUE(got["lr"]["M"].is_null());
  EXPECT_TRUE(got["log10_lr_total"].is_null());
}

TEST(LineageCommand, AgreesWithTheSharedCases) {
  if (!std::filesystem::exists(shared / "lineage")) GTEST_SKIP() << "the shared cases are not here";
  for (const auto& entry : std::filesystem::directory_iterator{shared / "lineage"}) {
    if (entry.path().extension() != ".json") continue;
    const Json expected = read(entry.path())["results"]["expected"]["log10LR"];
    const Json got = printed(weigh_lineage, {entry.path().string()})["log10_lr"];
    for (const auto& [frequency, value] : expected.items()) {
      const std::string what = entry.path().string() + " " + frequency;
      if (!value.is_object()) {
        expect_number(got[frequency], value, what);
        continue;
      }
      for (const auto& [version, number] : value.items())
        expect_number(got[frequency][version], number, what + " " + version);
    }
  }
}

}  // namespace
}  // namespace confronta::app

// What `dvi` prints for programs, against disaster sets solved elsewhere.

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"

#include "tests/support/source_path.h"

namespace confronta::app {
namespace {

using Json = nlohmann::json;
using std::filesystem::path;

Json read(const path& file) {
  std::ifstream in{file};
  return Json::parse(in);
}

Json printed(const path& file) {
  Session session;
  session.json = true;
  ::testing::internal::CaptureStdout();
  const int code = weigh_disaster(session, {file.string()});
  const std::string text = ::testing::internal::GetCapturedStdout();
  EXPECT_EQ(code, exit_ok);
  return Json::parse(text);
}

class DviCommand : public ::testing::TestWithParam<const char*> {};

TEST_P(DviCommand, AgreesWithTheSet) {
  const path set = path{test::source_path("tests/engine/dvi/sets")} / GetParam();
  const Json got = printed(set / "input.json");
  const Json expected = read(set / "expected.json");

  const Json& ratios = expected["pairwiseLR"];
  for (std::size_t v = 0; v < ratios["rows"].size(); ++v)
    for (std::size_t m = 0; m < ratios["cols"].size(); ++m) {
      const Json& value = got["pairwise_lr"][ratios["rows"][v].get<std::string>()]
                             [ratios["cols"][m].get<std::string>()];
      const Json& known = ratios["data"][v][m];
      ASSERT_EQ(value.is_null(), known.is_null());
      if (!known.is_null())
        EXPECT_NEAR(value.get<double>(), known.get<double>(), 1e-10 * known.get<double>());
    }

  const Json& marginal = expected["dviJoint"]["Bmarginal"];
  for (std::size_t v = 0; v < marginal["rows"].size(); ++v) {
    double sum = 0;
    for (const auto& [missing, posterior] :
         got["posterior"][marginal["rows"][v].get<std::string>()].items())
      sum += posterior.get<double>();
    EXPECT_NEAR(sum, 1, 1e-12);
    for (std::size_t m = 0; m < marginal["cols"].size(); ++m)
      EXPECT_NEAR(got["posterior"][marginal["rows"][v].get<std::string>()]
                     [marginal["cols"][m].get<std::string>()]
                         .get<double>(),
                  marginal["data"][v][m].get<double>(), 1e-10);
  }
  // Assignments that are impossible are not listed; the first is the most probable.
  const Json& top = expected["dviJoint"]["top"];
  ASSERT_FALSE(got["assignments"].empty());
  EXPECT_LE(got["assignments"].size(), 100U);
  EXPECT_NEAR(got["assignments"][0]["posterior"].get<double>(), top[0]["posterior"].get<double>(),
              1e-10);
}

INSTANTIATE_TEST_SUITE_P(Sets, DviCommand, ::testing::Values("a_three_families", "h_unknown_sex"));

// TH01, 6 .1, 7 .4, 9.3 .5, without mutation. V1 is 6/9.3: child of a 6/7 woman .5 .5 / (2 .1 .5),
// father of a 6/6 daughter .5 .1 / .01, no parent of a 7/7 son. V2 is 7/7: parent of the son .4 /
// .16.
TEST(DviCommand, ReadsWhatFamiliasSaves) {
  ::testing::internal::CaptureStderr();
  const Json got = printed(test::source_path("tests/importers/fixtures/familias_dvi.fam"));
  const std::string notes = ::testing::internal::GetCapturedStderr();
  const Json& first = got["pairwise_lr"]["V1"];
  EXPECT_NEAR(first["Missing brother"].get<double>(), 2.5, 1e-14);
  EXPECT_NEAR(first["Family one: Missing person"].get<double>(), 2.5, 1e-14);
  EXPECT_NEAR(first["Family two: Missing person"].get<double>(), 5, 1e-14);
  EXPECT_EQ(first["Family three: Missing person"].get<double>(), 0);
  EXPECT_NEAR(got["pairwise_lr"]["V2"]["Family three: Missing person"].get<double>(), 2.5, 1e-14);
  EXPECT_TRUE(got["pairwise_lr"]["V3"]["Missing brother"].is_null());
  EXPECT_NE(notes.find("familias_dvi.fam:27: "), notes.npos) << notes;  // theta
  EXPECT_EQ(notes.find("familias."), notes.npos) << "a code without words: " << notes;
}

TEST(DviCommand, AgreesOnTheExampleOfFamilias) {
  const path shared = test::source_path("../shared");
  const path example = shared / "data/formats/familias_dvi_example.fam";
  const path solved = shared / "cases/dvi/example1/expected.json";
  if (!exists(example) || !exists(solved)) GTEST_SKIP() << "not here: " << shared;
  ::testing::internal::CaptureStderr();
  const Json got = printed(example);
  ::testing::internal::GetCapturedStderr();
  const Json expected = read(solved);
  const std::map<std::string, std::string> names{
      {"M1", "Missing person"}, {"M2", "Missing male 2"}, {"M3", "Missing male 3"}, {"*", "*"}};
  const auto compare = [&](const Json& table, const char* key) {
    for (std::size_t v = 0; v < table["rows"].size(); ++v)
      for (std::size_t m = 0; m < table["cols"].size(); ++m) {
        const Json& value = got[key][table["rows"][v].get<std::string>()]
                               [names.at(table["cols"][m].get<std::string>())];
        EXPECT_NEAR(value.get<double>(), table["data"][v][m].get<double>(), 1e-10) << key;
      }
  };
  compare(expected["pairwiseLR"], "pairwise_lr");
  compare(expected["dviJoint"]["Bmarginal"], "posterior");
}

TEST(DviCommandErrors, NameWhatIsWrong) {
  const std::string file = ::testing::TempDir() + "confronta_dvi.json";
  std::ofstream{file} << R"({"loci": [], "missing": ["M"], "am": {}, "pm": {},
                             "pm_genotypes": {}, "am_genotypes": {}, "pairings": {}})";
  Session session;
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(weigh_disaster(session, {file}), exit_failure);
  EXPECT_NE(::testing::internal::GetCapturedStderr().find("am: M"), std::string::npos);
}

}  // namespace
}  // namespace confronta::app

// What `dvi` prints for programs, against disaster sets solved elsewhere.

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"

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
  const path set = path{CONFRONTA_SOURCE_DIR "/tests/engine/dvi/sets"} / GetParam();
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

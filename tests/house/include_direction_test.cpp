// models <- importers, engine, bench/world <- app; and heavy libraries stay out of our headers.

#include <gtest/gtest.h>

#include <map>

#include "tests/house/source_tree.h"

namespace confronta {
namespace {

/// What "#include "..."" or <...> names, or "".
std::string included(const std::string& line) {
  const auto at = line.find("#include ");
  if (at == std::string::npos) return "";
  const auto begin = line.find_first_of("\"<", at);
  const auto end = line.find_first_of("\">", begin + 1);
  return begin == std::string::npos || end == std::string::npos
             ? ""
             : line.substr(begin + 1, end - begin - 1);
}

const std::map<std::string, std::vector<std::string>>& allowed() {
  static const std::map<std::string, std::vector<std::string>> rooms{
      {"models", {"models/"}},
      {"importers", {"models/", "importers/"}},
      {"engine", {"models/", "engine/"}},
      {"bench/world", {"models/domain/", "models/data/", "models/stats/", "bench/world/"}},
      {"app", {"models/", "importers/", "engine/", "bench/world/", "app/"}}};
  return rooms;
}

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
  for (const std::string& b : beginnings)
    if (text.rfind(b, 0) == 0) return true;
  return false;
}

TEST(IncludeDirection, EveryRoomIncludesOnlyWhatItMay) {
  const std::vector<std::string> ours{"models/", "importers/", "engine/",
                                      "bench/",  "app/",       "tests/"};
  std::size_t seen = 0;
  for (const auto& [room, may] : allowed())
    for (const std::string& path : test::files_of(room, {".h", ".cpp", ".def"}))
      for (const std::string& line : test::lines_of(test::read_source(path))) {
        const std::string name = included(line);
        if (!begins_with_one_of(name, ours)) continue;
        ++seen;
        EXPECT_TRUE(begins_with_one_of(name, may)) << path << " includes " << name;
      }
  EXPECT_GT(seen, 100u);  // the test reads what it thinks it reads
}

TEST(IncludeDirection, HeavyLibrariesStayOutOfHeaders) {
  const std::vector<std::string> heavy{
      "boost/",     "nlohmann/json.hpp", "CLI/",  "toml++/", "SQLiteCpp/SQLiteCpp.h",
      "rapidcheck", "unicode/",          "zip.h", "Eigen/"};
  for (const char* room : {"models", "importers", "engine", "bench", "app"})
    for (const std::string& path : test::files_of(room, {".h"}))
      for (const std::string& line : test::lines_of(test::read_source(path)))
        EXPECT_FALSE(begins_with_one_of(included(line), heavy)) << path << ": " << line;
}

// glibc's and libstdc++'s functions differ between versions in the last bit: published numbers go
// through models/stats/portable_math.
TEST(IncludeDirection, PublishedNumbersUsePortableMathematics) {
  for (const char* room : {"models", "engine"})
    for (const std::string& path : test::files_of(room, {".h", ".cpp"}))
      for (const std::string& line : test::lines_of(test::read_source(path))) {
        if (line.find("//") < line.find("std::")) continue;
        for (const char* function :
             {"std::exp(", "std::log(", "std::log10(", "std::log2(", "std::pow(", "std::exp2(",
              "std::log1p(", "std::expm1(", "std::erf(", "std::erfc(", "std::lgamma(",
              "std::tgamma(", "std::sin(", "std::cos(", "std::tan(", "std::atan2(", "std::tanh(",
              "std::cbrt("})
          EXPECT_EQ(line.find(function), std::string::npos) << path << ": " << line;
      }
}

TEST(IncludeDirection, ModelsKnowNoClockNoLocaleAndNoThreads) {
  for (const std::string& path : test::files_of("models", {".h", ".cpp"}))
    for (const std::string& line : test::lines_of(test::read_source(path)))
      for (const char* word : {"system_clock", "setlocale", "std::thread", "#pragma omp",
                               "std::rand", "random_device", "ifstream", "ofstream"})
        EXPECT_EQ(line.find(word), std::string::npos) << path << ": " << line;
}

}  // namespace
}  // namespace confronta

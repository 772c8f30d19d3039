// A laboratory's own allele table, from its file to the numbers of a run, and of the runs after it.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include <unistd.h>

#include "app/cli/commands.h"
#include "app/run_context.h"
#include "bench/world/world.h"
#include "models/evidence/dna/frozen_alleles.h"

namespace confronta::app {
namespace {

using Json = nlohmann::json;

constexpr const char* table = "Alelo;TPOX;TH01\n8;0,125;0,2\n11;0,875;0,8\nN;200;190\n";

class AlleleTableRun : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = std::filesystem::temp_directory_path() /
                 ("confronta-allele-table-" + std::to_string(::getpid()));
    std::filesystem::create_directories(directory_);
    session_.store = (directory_ / "store.db").string();
    session_.json = true;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::string write(const std::string& name, std::string_view text) const {
    const std::string path = (directory_ / name).string();
    std::ofstream{path} << text;
    return path;
  }
  /// A small world of made-up people, families and profiles.
  void fill_store() const {
    world::WorldOptions options;
    options.reports = 60;
    options.remains = 40;
    options.dna = true;
    const std::string world = (directory_ / "world").string();
    ASSERT_TRUE(world::simulate(options, world));
    const std::pair<const char*, const char*> files[]{{"jalisco-repd.json", "jalisco-repd"},
                                                      {"jalisco-pfsi.csv", "jalisco-pfsi"},
                                                      {"adn_genealogias.csv", "laboratorio"},
                                                      {"adn_perfiles.csv", "laboratorio"}};
    testing::internal::CaptureStdout();
    for (const auto& [file, source] : files) {
      ImportArguments import;
      import.files = {world + "/" + file};
      import.source = source;
      const int code = import_files(session_, import);
      EXPECT_TRUE(code == exit_ok || code == exit_quarantined) << file;
    }
    testing::internal::GetCapturedStdout();
  }
  Json run(const std::vector<std::string>& tables, int threads = 1, bool anew = false) const {
    MatchArguments arguments;
    arguments.allele_tables = tables;
    arguments.threads = threads;
    arguments.new_reference = anew;
    testing::internal::CaptureStdout();
    const int code = match_subjects(session_, arguments);
    const std::string text = testing::internal::GetCapturedStdout();
    EXPECT_EQ(code, exit_ok) << text;
    return Json::parse(text, nullptr, false);
  }

  std::filesystem::path directory_;
  Session session_;
};

TEST_F(AlleleTableRun, StaysUntilAnotherIsGiven) {
  testing::internal::CaptureStderr();
  fill_store();
  const std::string own = write("propia.csv", table);

  const Json plain = run({});
  EXPECT_EQ(plain["allele_tables"], "");
  const Json first = run({own});
  EXPECT_NE(first["digest"], plain["digest"]);
  EXPECT_EQ(first["allele_tables"], "propia.csv (2N 380-400)");
  for (const int threads : {1, 3})  // the frozen one, for any number of threads
    EXPECT_EQ(run({}, threads)["digest"], first["digest"]);
  EXPECT_EQ(run({}, 1, true)["allele_tables"], first["allele_tables"]);

  auto store = Store::open(session_.store, Access::read);
  const auto frozen = read_reference(*store.value());
  EXPECT_EQ(loci_in_force({}, *frozen.value()).size(), 2U);
  EXPECT_NE(run({"FBI2015_Navajo"})["allele_tables"], "");
  const Json back = run({"FBI2015_SW_Hispanic"});
  EXPECT_EQ(back["allele_tables"], "FBI2015_SW_Hispanic (2N 416-418)");
  EXPECT_EQ(back["digest"], plain["digest"]);
  testing::internal::GetCapturedStderr();
}

TEST_F(AlleleTableRun, SaysWhatItCannotUse) {
  MatchArguments arguments;
  arguments.allele_tables = {"Jalisco2020"};
  testing::internal::CaptureStderr();
  EXPECT_EQ(match_subjects(session_, arguments), exit_failure);
  arguments.allele_tables = {write("mala.csv", "Alelo,TPOX\n8,0.5\n9,0.2\n")};
  EXPECT_EQ(match_subjects(session_, arguments), exit_failure);
  arguments.allele_tables = {"FBI2015_Navajo"};
  arguments.settings = {"genetics.allele_table=3"};
  EXPECT_EQ(match_subjects(session_, arguments), exit_usage);
  const std::string said = testing::internal::GetCapturedStderr();
  EXPECT_NE(said.find("Jalisco2020"), std::string::npos);
  EXPECT_NE(said.find("mala.csv"), std::string::npos);
  EXPECT_NE(said.find("--allele-table"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(session_.store));
}

}  // namespace
}  // namespace confronta::app

#include "app/imports/layout_survey.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "importers/importer.h"

namespace confronta::app {
namespace {

std::string written(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path{testing::TempDir()} / name;
  std::ofstream{path} << text;
  return path.string();
}

/// What `confronta mappings --suggest FILE` writes to stdout.
std::string suggested(const std::string& path, bool json) {
  Session session;
  session.json = json;
  MappingsArguments arguments;
  arguments.suggest = path;
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(list_mappings(session, arguments), exit_ok);
  testing::internal::GetCapturedStderr();
  return testing::internal::GetCapturedStdout();
}

TEST(LayoutSurvey, NamesAMappingAfterItsFile) {
  EXPECT_EQ(name_from_file("/tmp/Lista Nayarit (2024).v2.xlsx"), "lista_nayarit_2024_v2");
  EXPECT_EQ(name_from_file("ÑÑ.csv"), "lista");
}

TEST(LayoutSurvey, TheProposalOfTheCommandImportsTheFile) {
  const std::string list = written("nayarit.csv",
                                   "No.,Nombre completo,Género,Fecha en que desapareció\n"
                                   "1,PRUEBA UNO DOS,Hombre,05/03/2019\n");
  const std::string toml = written("nayarit.toml", suggested(list, false));
  const auto reader = importers::open_records({list, "", toml});
  ASSERT_TRUE(reader.ok()) << reader.error().code;
  const auto row = reader.value()->next();
  ASSERT_TRUE(row.ok() && row.value());
  const auto* record = std::get_if<Record>(&*row.value());
  ASSERT_NE(record, nullptr);
  EXPECT_EQ(record->id, "nayarit:1");
  EXPECT_TRUE(std::any_of(
      record->observations.begin(), record->observations.end(), [](const Observation& o) {
        return o.trait == Trait::event_date && o.state == ObservationState::observed;
      }));
}

TEST(LayoutSurvey, TheCommandSaysInJsonWhatEachColumnWasTakenFor) {
  const std::string list = written("lista.csv", "Folio,Sexo,zzz\nA-1,Mujer,?\n");
  const auto json = nlohmann::json::parse(suggested(list, true));
  ASSERT_EQ(json["columns"].size(), 3u);
  EXPECT_EQ(json["columns"][1]["suggested_trait"], "sex");
  EXPECT_TRUE(json["columns"][2]["suggested_trait"].is_null());
  EXPECT_FALSE(json["mapping_text"].get<std::string>().empty());
}

}  // namespace
}  // namespace confronta::app

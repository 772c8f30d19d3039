// A file from the page: looked at, tried, imported; a rejected row mended.

#include <gtest/gtest.h>

#include "engine/store/subjects.h"
#include "tests/app/review/support/review_house.h"

namespace confronta::app::review {
namespace {

using Json = nlohmann::json;
using test::error_code;
using test::json_of;
using test::ReviewHouse;

// The second row has no folio.
const std::string known_layout =
    "FOLIO,NOMBRE,PRIMER APELLIDO,SEXO,FECHA DE DESAPARICION\n"
    "R-1,Rosa,Inventada,MUJER,03/02/2021\n"
    ",Luis,\"Hecho, Amano\",HOMBRE,04/02/2021\n";

class Files : public ::testing::Test {
 protected:
  ApiResponse send(const std::string& name, const std::string& bytes) {
    ApiRequest request = house_.request(Method::post, {"files"}, bytes);
    request.query["name"] = name;
    return house_.ask(request);
  }
  ApiResponse act(const std::string& file, const std::string& action, const Json& body) {
    return house_.ask(house_.request(Method::post, {"files", file, action}, body.dump()));
  }
  std::size_t reports() {
    const auto snapshot = read_snapshot(*house_.context().writer());
    return snapshot.ok() ? snapshot.value().reports.size() : 0;
  }

  ReviewHouse house_;
};

TEST_F(Files, AKnownLayoutIsFoundTriedAndImported) {
  const ApiResponse sent = send("C:\\listas\\enero.csv", known_layout);
  ASSERT_EQ(sent.status, 200u) << sent.body;
  const Json file = json_of(sent);
  EXPECT_EQ(file["name"], "enero.csv");
  EXPECT_EQ(file["layout"]["mapping"], "generic_am");
  EXPECT_EQ(file["layout"]["format"], "csv");
  EXPECT_EQ(file["layout"]["columns"][3]["suggested_trait"], "sex");
  EXPECT_EQ(file["layout"]["columns"][3]["samples"], (Json{"MUJER", "HOMBRE"}));

  const Json body{{"mapping", "generic_am"}, {"mapping_text", nullptr}, {"source", "enero"}};
  const Json tried = json_of(act(file["file"], "dry-run", body));
  EXPECT_EQ(tried["counts"]["rows"], 2);
  EXPECT_EQ(tried["counts"]["imported"], 1);
  EXPECT_EQ(tried["counts"]["quarantined"], 1);
  EXPECT_EQ(tried["quarantine"][0]["rule"], "row.no_id");
  EXPECT_EQ(tried["quarantine"][0]["file"], "enero.csv");
  EXPECT_EQ(tried["quarantine"][0]["cells"][2], "Hecho, Amano");
  EXPECT_EQ(reports(), 0u) << "a dry run keeps nothing";

  const Json imported = json_of(act(file["file"], "import", body));
  EXPECT_EQ(imported["counts"], tried["counts"]);
  EXPECT_EQ(reports(), 1u);
  EXPECT_EQ(act(file["file"], "import", body).status, 404u) << "the upload is gone";
}

TEST_F(Files, AMendedRowIsImportedAndTheOriginalStays) {
  const Json file = json_of(send("enero.csv", known_layout));
  ASSERT_EQ(act(file["file"], "import", Json::object()).status, 200u);
  const Json list = json_of(house_.ask(house_.request(Method::get, {"quarantine"})));
  ASSERT_EQ(list["total"], 1);
  Json row = list["items"][0];
  const std::string number = std::to_string(row["number"].get<int>());
  const auto mend = [&](const Json& cells) {
    return house_.ask(
        house_.request(Method::post, {"quarantine", number}, Json{{"cells", cells}}.dump()));
  };
  const ApiResponse still_wrong = mend(row["cells"]);
  EXPECT_EQ(still_wrong.status, 400u);
  EXPECT_EQ(error_code(still_wrong), "row.no_id");
  EXPECT_EQ(mend(Json{"one"}).status, 400u);

  row["cells"][0] = "R-2";
  const ApiResponse mended = mend(row["cells"]);
  ASSERT_EQ(mended.status, 200u) << mended.body;
  EXPECT_EQ(json_of(mended)["subject"], "am:R-2");
  const auto page = read_subject(*house_.context().writer(), "am:R-2");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page.value().versions.at(0).raw,
            R"("R-2","Luis","Hecho, Amano","HOMBRE","04/02/2021")");
  EXPECT_EQ(page.value().versions.at(0).first_row, 3u);
  const auto kept = read_quarantine(*house_.context().writer(), true);
  ASSERT_TRUE(kept.ok());
  ASSERT_EQ(kept.value().size(), 1u);
  EXPECT_EQ(kept.value()[0].raw, ",Luis,\"Hecho, Amano\",HOMBRE,04/02/2021");
  EXPECT_TRUE(kept.value()[0].resolved);
  EXPECT_EQ(mend(row["cells"]).status, 409u);
}

TEST_F(Files, AnUnknownLayoutGetsAProposalThatCanBeImported) {
  const ApiResponse sent =
      send("Lista norte.csv",
           "No. de reporte interno,Nombre completo de la persona,Género,"
           "Fecha de la desaparición,Tatuajes que tiene,Color favorito\n"
           "7,Rosa Inventada Segunda,MUJER,03/02/2021,ROSA EN BRAZO DERECHO,azul\n");
  ASSERT_EQ(sent.status, 200u) << sent.body;
  const Json file = json_of(sent);
  EXPECT_TRUE(file["layout"]["mapping"].is_null());
  const Json& columns = file["layout"]["columns"];
  EXPECT_EQ(columns[0]["suggested_trait"], "id");
  EXPECT_EQ(columns[2]["suggested_trait"], "sex");
  EXPECT_EQ(columns[3]["suggested_trait"], "event_date");
  EXPECT_TRUE(columns[5]["suggested_trait"].is_null());
  const Json tried = json_of(
      act(file["file"], "dry-run", {{"mapping", nullptr}, {"mapping_text", file["mapping_text"]}}));
  EXPECT_EQ(tried["counts"]["imported"], 1) << tried.dump();
  EXPECT_EQ(tried["source"], "lista_norte");
  EXPECT_EQ(tried["unmapped"], Json{"Color favorito"});
}

TEST_F(Files, ErrorsNameTheFileAndNoPathOfThisComputer) {
  const ApiResponse picture = send("foto.csv", "\x89PNG\r\n\x1a\n....");
  EXPECT_EQ(picture.status, 400u);
  EXPECT_EQ(picture.body.find(house_.folder().string()), std::string::npos) << picture.body;
  const Json file = json_of(send("enero.csv", known_layout));
  const ApiResponse bad =
      act(file["file"], "dry-run", {{"mapping_text", "name = \"x\"\nfoo = 1\n"}});
  EXPECT_EQ(bad.status, 400u);
  EXPECT_EQ(bad.body.find(house_.folder().string()), std::string::npos) << bad.body;
  EXPECT_EQ(act(file["file"], "dry-run", {{"mapping", "../../etc/passwd"}}).status, 400u);
  EXPECT_EQ(act("99", "dry-run", Json::object()).status, 404u);
}

TEST_F(Files, UploadsGoWhenTheyAreForgottenAndOldOnesMakeRoom) {
  const std::string first = json_of(send("a.csv", known_layout))["file"];
  for (std::size_t i = 0; i < Uploads::most; ++i) send("b.csv", known_layout);
  EXPECT_EQ(act(first, "dry-run", Json::object()).status, 404u);
  const std::string last = json_of(send("c.csv", known_layout))["file"];
  EXPECT_EQ(house_.ask(house_.request(Method::del, {"files", last})).status, 200u);
  EXPECT_FALSE(house_.context().uploads().find(last));
}

}  // namespace
}  // namespace confronta::app::review

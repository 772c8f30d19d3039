#include "bench/world/world.h"

#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <unistd.h>

namespace confronta::world {
namespace {

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string zipped(const std::string& path, const char* name) {
  int error = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (archive == nullptr) return "";
  zip_stat_t about{};
  std::string bytes;
  if (zip_stat(archive, name, 0, &about) == 0) {
    bytes.resize(about.size);
    zip_file_t* file = zip_fopen(archive, name, 0);
    if (file == nullptr ||
        zip_fread(file, bytes.data(), about.size) != static_cast<zip_int64_t>(about.size))
      bytes.clear();
    if (file != nullptr) zip_fclose(file);
  }
  zip_discard(archive);
  return bytes;
}

std::string first_line(const std::string& bytes) { return bytes.substr(0, bytes.find("\r\n")); }

std::size_t count(const std::string& in, const std::string& what) {
  std::size_t n = 0;
  for (auto at = in.find(what); at != in.npos; at = in.find(what, at + 1)) ++n;
  return n;
}

class World : public testing::Test {
 protected:
  static std::string make(const char* name, const WorldOptions& options) {
    const auto directory = std::filesystem::temp_directory_path() /
                           ("confronta-world-" + std::to_string(::getpid()) + "-" + name);
    std::filesystem::remove_all(directory);
    EXPECT_TRUE(simulate(options, directory.string()).ok());
    return directory.string();
  }
  static void SetUpTestSuite() {
    options_.states = 5;
    options_.reports = 1200;
    options_.remains = 700;
    options_.seed = 7;
    directory_ = make("a", options_);
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(directory_); }

  static std::string file(const std::string& name) { return read(directory_ + "/" + name); }

  static inline WorldOptions options_;
  static inline std::string directory_;
};

TEST_F(World, SameOptionsGiveTheSameBytesAndAnotherSeedDoesNot) {
  const std::string again = make("b", options_);
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(directory_))
    names.insert(entry.path().filename().string());
  EXPECT_GE(names.size(), 14U);
  for (const auto& name : names) EXPECT_EQ(file(name), read(again + "/" + name)) << name;
  std::filesystem::remove_all(again);

  WorldOptions other = options_;
  other.seed = 8;
  const std::string different = make("c", other);
  EXPECT_NE(file("truth.csv"), read(different + "/truth.csv"));
  std::filesystem::remove_all(different);
}

TEST_F(World, IsTheSameWithAndWithoutDna) {
  WorldOptions with_dna = options_;
  with_dna.dna = true;
  const std::string other = make("dna", with_dna);
  std::size_t same = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
    const std::string name = entry.path().filename().string();
    if (name == "files.csv" || name == "strata.csv") continue;
    EXPECT_EQ(file(name), read(other + "/" + name)) << name;
    ++same;
  }
  EXPECT_GE(same, 12U);
  // What lists the files, or tells of the bodies, has that much more.
  EXPECT_EQ(read(other + "/files.csv").rfind(file("files.csv"), 0), 0U);
  EXPECT_EQ(count(read(other + "/files.csv"), "laboratorio"), 2U);
  EXPECT_EQ(first_line(read(other + "/strata.csv")),
            first_line(file("strata.csv")) + ",dna,missing");
  EXPECT_GT(count(read(other + "/adn_perfiles.csv"), "\r\n"), 500U);
  EXPECT_GT(count(read(other + "/adn_genealogias.csv"), "PERSONA"), 200U);
  std::filesystem::remove_all(other);
}

TEST_F(World, EveryIdOfTheTruthIsInExactlyOneRowOfItsSourcesFile) {
  // How an id stands in each kind of file.
  std::map<std::string, std::string> text;
  std::map<std::string, std::pair<std::string, std::string>> around;
  std::istringstream files(file("files.csv"));
  for (std::string line; std::getline(files, line);) {
    if (line.rfind("file,", 0) == 0) continue;
    std::istringstream parts(line);
    std::string name, source;
    std::getline(parts, name, ',');
    std::getline(parts, source, ',');
    text[source] = name.ends_with(".xlsx") ? zipped(directory_ + "/" + name, "xl/sharedStrings.xml")
                                           : file(name);
    around[source] = {"\n", ","};
    if (name.ends_with(".xlsx")) around[source] = {">", "<"};
    if (source == "veracruz-pm") around[source] = {"\n", ";"};
    if (source == "jalisco-repd") around[source] = {"\"id_cedula_busqueda\": \"", "\",\n  \"autor"};
    if (source == "veracruz-cebv") around[source] = {"\"folio_cebv\": \"", "\""};
    if (source == "cnb") around[source] = {",", ","};
  }
  std::istringstream truth(file("truth.csv"));
  std::string line;
  std::getline(truth, line);
  EXPECT_EQ(line, "relation,left,right\r");
  std::map<std::string, int> relations;
  std::set<std::string> ids;
  while (std::getline(truth, line)) {
    line.pop_back();
    const auto one = line.find(','), two = line.find(',', one + 1);
    ++relations[line.substr(0, one)];
    ids.insert(line.substr(one + 1, two - one - 1));
    ids.insert(line.substr(two + 1));
  }
  for (const auto& id : ids) {
    const std::string source = id.substr(0, id.find(':'));
    ASSERT_TRUE(text.count(source)) << id;
    const auto& [before, after] = around[source];
    EXPECT_EQ(count(text[source], before + id.substr(id.find(':') + 1) + after), 1U) << id;
  }
  for (const char* relation : {"identity", "duplicate", "same_body", "part"})
    EXPECT_GT(relations[relation], 10) << relation;
  EXPECT_EQ(relations.size(), 4U);
}

TEST_F(World, LayoutsHaveTheirOwnHeaders) {
  EXPECT_EQ(first_line(file("jalisco-pfsi.csv")),
            "ID,Fecha_Ingreso,Sexo,Probable_nombre,Edad,Tatuajes,Indumentarias,Senas_Particulares,"
            "Delegacion_IJCF");
  EXPECT_EQ(
      first_line(file("cnb.csv")),
      "\xEF\xBB\xBF"
      "Consecutivo,FUB,Nombre,PrimerApellido,SegundoApellido,Fecha de nacimiento,Edad (En años),"
      "Sexo,Lugar de Nacimiento,CURP,RFC,Nacionalidad,Fecha de Hechos,Autoridad Inicia,Total de "
      "reportes,Estatus Canalizacion,Fecha de Canalizacion,Entidad de la Desaparicion,Estatus "
      "Victima,Clasificacion");
  EXPECT_EQ(first_line(file("cdmx-cbp.csv")).substr(3, 51),
            "EXPEDIENTE,NOMBRE_COMPELTO,STATUS,FECHA_EVENTO,FECH");
  EXPECT_EQ(
      first_line(file("edomex-am.csv")),
      "FOLIO,FUB,CURP,NOMBRE,PRIMER APELLIDO,SEGUNDO APELLIDO,APODO,SEXO,FECHA DE NACIMIENTO,EDAD,"
      "FECHA DE DESAPARICION,FECHA DE REPORTE,ESTADO,MUNICIPIO,LOCALIDAD,ESTATUS,ESTATURA,PESO,"
      "COMPLEXION,CABELLO,OJOS,TEZ,TIPO DE SANGRE,SEÑAS PARTICULARES,TATUAJES,VESTIMENTA,"
      "PERTENENCIAS,FRACTURAS O IMPLANTES,ODONTOGRAMA,FECHA DE ODONTOGRAMA,MIGRANTE,CARPETA,"
      "OBSERVACIONES");
  EXPECT_EQ(
      first_line(file("sinaloa-pm.csv")),
      "FOLIO,FOLIO DEL CUERPO O LOTE,TIPO DE HALLAZGO,ELEMENTOS,NUMERO MINIMO DE INDIVIDUOS,"
      "NOMBRE PROBABLE,BASE DEL NOMBRE,CURP,SEXO,METODO DE SEXO,EDAD,METODO DE EDAD,ESTATURA,"
      "METODO DE ESTATURA,MEDIDAS OSEAS,PESO,COMPLEXION,CONDICION,INTERVALO POSMORTEM,FECHA DE "
      "MUERTE,FECHA DE HALLAZGO,FECHA DE INGRESO,ESTADO,MUNICIPIO,LUGAR DE RESGUARDO,CABELLO,OJOS,"
      "TEZ,TIPO DE SANGRE,TATUAJES,SEÑAS PARTICULARES,VESTIMENTA,PERTENENCIAS,FRACTURAS O "
      "IMPLANTES,ODONTOGRAMA,ESTATUS,METODO EXTERNO,RESULTADO EXTERNO,FOLIO COTEJADO,LR EXTERNO,"
      "LOG10 LR EXTERNO,TASA DE ERROR EXTERNA,ESTADO DEL RESULTADO,LABORATORIO,CARPETA,"
      "OBSERVACIONES");
}

TEST_F(World, TheVeracruzListIsWindows1252WithSomeMacCells) {
  const std::string bytes = file("veracruz-pm.csv");
  EXPECT_EQ(bytes.find("\xC3\x91"), bytes.npos);  // no UTF-8 Ñ
  EXPECT_NE(bytes.find("CUERPO COMPLETO;"), bytes.npos);
  EXPECT_NE(bytes.find("SE\xD1"
                       "AS PARTICULARES"),
            bytes.npos);  // Windows-1252 Ñ
  EXPECT_GT(count(bytes, "\xEA") + count(bytes, "\xEE") + count(bytes, "\x84"), 0U);  // Mac Í, Ó, Ñ
}

TEST_F(World, TheWorkbookIsAZipWithASheetOfDatesByStyle) {
  const std::string path = directory_ + "/cdmx-pm.xlsx";
  const std::string sheet = zipped(path, "xl/worksheets/sheet1.xml");
  EXPECT_NE(sheet.find("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\">"),
            sheet.npos);
  EXPECT_GT(count(sheet, " s=\"1\"><v>"), 50U);
  EXPECT_NE(zipped(path, "xl/sharedStrings.xml").find("REGISTRO DE CUERPOS"), std::string::npos);
  EXPECT_NE(zipped(path, "xl/styles.xml").find("numFmtId=\"14\""), std::string::npos);
  EXPECT_FALSE(zipped(path, "[Content_Types].xml").empty());
}

TEST_F(World, WithoutNamesNoBodyCarriesANameADocumentOrAFolio) {
  WorldOptions nameless = options_;
  nameless.names_on_bodies = false;
  const std::string directory = make("d", nameless);
  const std::string named = file("edomex-pm.csv"), bare = read(directory + "/edomex-pm.csv");
  std::filesystem::remove_all(directory);
  for (const char* word : {",RECONOCIMIENTO,", ",DOCUMENTO,", "HUELLAS DACTILARES"}) {
    EXPECT_GT(count(named, word), 0U) << word;
    EXPECT_EQ(count(bare, word), 0U) << word;
  }
}

TEST(WorldOptions, AnImpossibleNumberOfStatesIsAnError) {
  for (int states : {0, 33}) {
    WorldOptions options;
    options.states = states;
    const auto result = simulate(options, testing::TempDir());
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, "simulate.states");
  }
}

}  // namespace
}  // namespace confronta::world

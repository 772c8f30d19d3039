#include "importers/normalise/name_parts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>
#include <unordered_set>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using Set = std::unordered_set<std::string_view>;

// Abbreviations as clerks write them; the first name of a woman "MA." is MARIA everywhere in
// Mexico.
const std::unordered_map<std::string_view, std::string_view>& abbreviations() {
  static const std::unordered_map<std::string_view, std::string_view> map{
      {"MA", "MARIA"},         {"MRIA", "MARIA"},        {"FCO", "FRANCISCO"},
      {"FCA", "FRANCISCA"},    {"FRCO", "FRANCISCO"},    {"GPE", "GUADALUPE"},
      {"GUAD", "GUADALUPE"},   {"FDO", "FERNANDO"},      {"ALFDO", "ALFREDO"},
      {"ARMDO", "ARMANDO"},    {"EDO", "EDUARDO"},       {"GMO", "GUILLERMO"},
      {"JQN", "JOAQUIN"},      {"RBTO", "ROBERTO"},      {"MGL", "MIGUEL"},
      {"ANTO", "ANTONIO"},     {"CONCEP", "CONCEPCION"}, {"STA", "SANTA"},
      {"STO", "SANTO"},        {"HDEZ", "HERNANDEZ"},    {"HDZ", "HERNANDEZ"},
      {"HERNDZ", "HERNANDEZ"}, {"HRDZ", "HERNANDEZ"},    {"HNDZ", "HERNANDEZ"},
      {"HNDEZ", "HERNANDEZ"},  {"GLEZ", "GONZALEZ"},     {"GLZ", "GONZALEZ"},
      {"GZLEZ", "GONZALEZ"},   {"GZLZ", "GONZALEZ"},     {"GONZ", "GONZALEZ"},
      {"GNZLZ", "GONZALEZ"},   {"GNZ", "GONZALEZ"},      {"RDZ", "RODRIGUEZ"},
      {"RGUEZ", "RODRIGUEZ"},  {"RGZ", "RODRIGUEZ"},     {"RODGZ", "RODRIGUEZ"},
      {"RDGZ", "RODRIGUEZ"},   {"RDRGZ", "RODRIGUEZ"},   {"RODZ", "RODRIGUEZ"},
      {"RDGUEZ", "RODRIGUEZ"}, {"MTZ", "MARTINEZ"},      {"MTNEZ", "MARTINEZ"},
      {"MRTZ", "MARTINEZ"},    {"MTNZ", "MARTINEZ"},     {"MRTNZ", "MARTINEZ"},
      {"LPZ", "LOPEZ"},        {"SNCHZ", "SANCHEZ"},     {"SCHZ", "SANCHEZ"},
      {"SNCHEZ", "SANCHEZ"},   {"SANCH", "SANCHEZ"},     {"SHEZ", "SANCHEZ"},
      {"PRZ", "PEREZ"},        {"PZ", "PEREZ"},          {"FDEZ", "FERNANDEZ"},
      {"FDZ", "FERNANDEZ"},    {"FNDEZ", "FERNANDEZ"},   {"FERNDZ", "FERNANDEZ"},
      {"GTZ", "GUTIERREZ"},    {"GTRZ", "GUTIERREZ"},    {"GTRRZ", "GUTIERREZ"},
      {"GUTZ", "GUTIERREZ"},   {"RMZ", "RAMIREZ"},       {"RMRZ", "RAMIREZ"},
      {"RAMZ", "RAMIREZ"},     {"JMZ", "JIMENEZ"},       {"JMNZ", "JIMENEZ"},
      {"JIMZ", "JIMENEZ"},     {"DGUEZ", "DOMINGUEZ"},   {"DMGZ", "DOMINGUEZ"},
      {"DGZ", "DOMINGUEZ"},    {"VZQZ", "VAZQUEZ"},      {"VAZQ", "VAZQUEZ"},
      {"VZQ", "VAZQUEZ"},      {"VQZ", "VAZQUEZ"},       {"VZQUEZ", "VAZQUEZ"},
      {"VLZQZ", "VELAZQUEZ"},  {"ALVZ", "ALVAREZ"},      {"MDZ", "MENDEZ"},
      {"MNDZ", "MENDEZ"},      {"GMZ", "GOMEZ"},         {"GCIA", "GARCIA"},
      {"GRCIA", "GARCIA"},     {"GRC", "GARCIA"},
  };
  return map;
}

const Set& titles() {
  static const Set set{"C",   "LIC",   "ING",    "SR",   "SRA",  "SRITA", "DR",        "DRA",
                       "ARQ", "PROFR", "PROFRA", "PROF", "MTRO", "MTRA",  "CIUDADANO", "MENOR"};
  return set;
}

// A man called JOSE before a devotional name is often written "J. JESUS", a woman MARIA "M. DEL
// CARMEN". Before any other name an initial stays as it is.
bool is_devotional(std::string_view token) {
  static const Set set{"JESUS",      "GUADALUPE", "CARMEN",      "REFUGIO", "NATIVIDAD", "CRUZ",
                       "TRINIDAD",   "ISABEL",    "SOCORRO",     "ROSARIO", "ASUNCION",  "MERCED",
                       "CONCEPCION", "INES",      "DOLORES",     "DEL",     "ANGELES",   "PILAR",
                       "CONSUELO",   "ELENA",     "ENCARNACION", "SANTOS",  "LUZ"};
  return set.contains(token);
}

bool is_particle(std::string_view token) {
  static const Set set{"DE",  "DEL", "LA", "LAS", "LOS", "EL",  "MC", "MAC", "VON", "VAN",
                       "DER", "DEN", "DA", "DAS", "DO",  "DOS", "DI", "LE",  "SAN", "SANTA"};
  return set.contains(token);
}

// Where a nickname begins; the rest of the text belongs to it.
std::size_t alias_begin(std::string_view folded) {
  std::size_t first = folded.size();
  for (const std::string_view marker :
       {"(A)", "(A ", " (A.", "ALIAS ", " A.K.A", " AKA ", "(AKA", "APODADO", "APODADA",
        "CONOCIDO COMO", "CONOCIDA COMO", " ALIAS:", "(ALIAS"}) {
    const std::size_t at = folded.find(marker);
    if (at != std::string_view::npos && (at > 0 || marker.front() != ' '))
      first = std::min(first, at);
  }
  return first;
}

}  // namespace

std::string without_alias(std::string_view text) {
  const std::string folded = fold(text);
  const std::string_view name = std::string_view{folded}.substr(0, alias_begin(folded));
  std::string out;
  char closing = 0;
  for (const char c : name) {
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '(' || c == '"' || c == '[') {
      closing = c == '(' ? ')' : c == '[' ? ']' : '"';
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string> name_tokens(std::string_view text) {
  std::string plain = fold(text);
  std::erase(plain, '\'');
  std::vector<std::string> tokens = words(plain);
  while (tokens.size() > 1 && titles().contains(tokens.front())) tokens.erase(tokens.begin());
  while (tokens.size() > 2 && (tokens.back() == "JR" || tokens.back() == "JUNIOR" ||
                               tokens.back() == "II" || tokens.back() == "III"))
    tokens.pop_back();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto at = abbreviations().find(tokens[i]);
    if (at != abbreviations().end())
      tokens[i] = at->second;
    else if (i + 1 < tokens.size() && is_devotional(tokens[i + 1]) && tokens[i] == "J")
      tokens[i] = "JOSE";
    else if (i + 1 < tokens.size() && is_devotional(tokens[i + 1]) && tokens[i] == "M")
      tokens[i] = "MARIA";
  }
  return tokens;
}

std::vector<std::string> name_units(std::span<const std::string> tokens) {
  std::vector<std::string> units;
  bool open = false;  // the last unit waits for the word that its particles belong to
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::string& token = tokens[i];
    const bool last = i + 1 == tokens.size();
    const bool joins = (token == "Y" || token == "E") && !units.empty() && !open && !last;
    if (open || joins)
      units.back() += ' ' + token;
    else
      units.push_back(token);
    open = !last && (joins || is_particle(token));
  }
  return units;
}

std::string joined(std::span<const std::string> tokens) {
  std::string text;
  for (const std::string& token : tokens) text += (text.empty() ? "" : " ") + token;
  return text;
}

bool says_no_name(std::span<const std::string> tokens) {
  static const Set set{"PFSI",
                       "PFNI",
                       "NN",
                       "N",
                       "NI",
                       "NO",
                       "SE",
                       "SIN",
                       "NOMBRE",
                       "IDENTIFICADO",
                       "IDENTIFICADA",
                       "IDENTIFICAR",
                       "DESCONOCIDO",
                       "DESCONOCIDA",
                       "DESCONOCE",
                       "MASCULINO",
                       "FEMENINO",
                       "HOMBRE",
                       "MUJER",
                       "MALE",
                       "FEMALE",
                       "JOHN",
                       "JANE",
                       "DOE",
                       "CADAVER",
                       "CUERPO",
                       "OSAMENTA",
                       "INDIVIDUO",
                       "PERSONA",
                       "FALLECIDA",
                       "FALLECIDO",
                       "RESTOS",
                       "OSEOS",
                       "HUMANOS",
                       "UNIDENTIFIED",
                       "BODY",
                       "REMAINS",
                       "UNKNOWN",
                       "SEXO",
                       "DEL",
                       "DE",
                       "Y",
                       "O",
                       "DATO",
                       "DATOS",
                       "NONE",
                       "QD",
                       "SEGMENTO",
                       "SEGMENTOS",
                       "FETO",
                       "RECIEN",
                       "NACIDO",
                       "CALIDAD",
                       "EN",
                       "RECLAMADO",
                       "INDETERMINADO",
                       "INFORMACION",
                       "TIENE",
                       "CUENTA",
                       "CON",
                       "S",
                       "SN",
                       "XX",
                       "XXX",
                       "X"};
  return std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) {
    return set.contains(token) || std::isdigit(static_cast<unsigned char>(token[0])) != 0;
  });
}

}  // namespace confronta::importers

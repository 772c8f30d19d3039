#include "bench/world/vocabulary.h"

#include <map>

#include "bench/world/notes.h"
#include "bench/world/rates.h"
#include "models/data/name_frequency.h"

namespace confronta::world {
namespace {

// Words of the Veracruz commission's catalogues (CEBV).
constexpr std::array<std::string_view, build_count> builds{"DELGADA", "REGULAR", "ATLÉTICA",
                                                           "ROBUSTA", "OBESA"};
constexpr std::array<std::string_view, skin_count> skins{"BLANCA", "MORENA CLARA", "MORENA",
                                                         "MORENA OSCURA", "NEGRA"};
constexpr std::array<std::string_view, hair_count> hairs{
    "NEGRO", "CASTAÑO OSCURO", "CASTAÑO CLARO", "RUBIO", "PELIRROJO",
    "CANO",  "ENTRECANO",      "TEÑIDO",        "CALVO"};
constexpr std::array<std::string_view, eye_count> eyes{
    "NEGROS", "CAFÉS OSCUROS", "CAFÉS CLAROS", "MIEL O ÁMBAR", "VERDES", "AZULES"};
constexpr std::array<std::string_view, 9> conditions{"FRESCO",
                                                     "PUTREFACCIÓN",
                                                     "PUTREFACCIÓN CON ESQUELETIZACIÓN PARCIAL",
                                                     "MOMIFICADO",
                                                     "ESQUELETIZADO ARTICULADO",
                                                     "ESQUELETIZADO",
                                                     "OSAMENTA DEGRADADA",
                                                     "CALCINADO",
                                                     "SAPONIFICADO"};
constexpr std::array<std::string_view, interval_count> intervals{
    "MENOS DE 24 HORAS", "1 A 7 DÍAS",   "1 A 3 SEMANAS",     "3 A 5 SEMANAS", "1 A 3 MESES",
    "3 A 8 MESES",       "8 A 18 MESES", "18 MESES A 3 AÑOS", "MÁS DE 3 AÑOS"};
constexpr std::array<double, interval_count> limits{1, 7, 21, 35, 90, 240, 540, 1095, 1e9};

constexpr std::array<Region, 19> region_list{{{"ANTEBRAZO", "m", 1, 22, 8, 5, 0},
                                              {"BRAZO", "m", 1, 18, 6, 6, 0},
                                              {"HOMBRO", "m", 1, 8, 3, 4, 0},
                                              {"MANO", "f", 1, 8, 6, 3, 0},
                                              {"MUÑECA", "f", 1, 4, 3, 2, 0},
                                              {"PECHO", "", 1, 10, 3, 8, 0},
                                              {"ESPALDA", "", 1, 9, 3, 14, 0},
                                              {"CUELLO", "", 1, 5, 1, 10, 0},
                                              {"ABDOMEN", "", 1, 4, 20, 6, 6},
                                              {"PIERNA", "f", 2, 5, 6, 6, 0},
                                              {"PANTORRILLA", "f", 2, 5, 2, 2, 0},
                                              {"MUSLO", "m", 2, 3, 4, 4, 0},
                                              {"RODILLA", "f", 2, 0, 8, 1, 0},
                                              {"TOBILLO", "m", 2, 3, 2, 1, 0},
                                              {"CEJA", "f", 1, 0, 12, 1, 8},
                                              {"FRENTE", "", 1, 0, 6, 3, 0},
                                              {"MEJILLA", "f", 1, 1, 6, 20, 0},
                                              {"NARIZ", "", 1, 0, 2, 3, 22},
                                              {"OREJA", "f", 1, 0, 1, 1, 64}}};

constexpr std::array<Word, 26> motifs{{{"ROSA", 10},
                                       {"CALAVERA", 8},
                                       {"CORONA", 5},
                                       {"TRIBAL", 7},
                                       {"CRUZ", 6},
                                       {"ESTRELLA", 6},
                                       {"CORAZÓN", 6},
                                       {"DRAGÓN", 3},
                                       {"ÁGUILA", 3},
                                       {"SANTA MUERTE", 8},
                                       {"VIRGEN DE GUADALUPE", 5},
                                       {"SAN JUDAS TADEO", 5},
                                       {"PAYASO", 4},
                                       {"MARIPOSA", 4},
                                       {"ALAS", 2},
                                       {"LEÓN", 3},
                                       {"ESCORPIÓN", 3},
                                       {"SOL", 2},
                                       {"LUNA", 2},
                                       {"RELOJ", 2},
                                       {"LOBO", 2},
                                       {"SERPIENTE", 1.5},
                                       {"CATRINA", 2},
                                       {"ANCLA", 1},
                                       {"ROSTRO DE MUJER", 2},
                                       {"JESUCRISTO", 1.5}}};
constexpr std::array<Word, 12> legends{{{"MAMA", 6},
                                        {"DIOS", 2},
                                        {"AMOR", 2},
                                        {"FAMILIA", 2},
                                        {"MI VIDA LOCA", 2},
                                        {"PERDON MADRE MIA", 1},
                                        {"SOLO DIOS PUEDE JUZGARME", 1},
                                        {"13", 4},
                                        {"666", 1},
                                        {"100% JALISCO", 1},
                                        {"BARRIO", 1},
                                        {"HECHO EN MEXICO", 2}}};
constexpr std::array<Word, 5> scar_kinds{{{"QUIRÚRGICA", 30},
                                          {"POR ARMA BLANCA", 12},
                                          {"POR QUEMADURA", 10},
                                          {"LINEAL", 35},
                                          {"QUELOIDE", 5}}};

struct Contents {
  std::vector<Content> list;
  ContentRange of_tattoo{}, of_scar{};
};

// Inscriptions: names (of children, partners, mothers) as common as people bear them, years, pairs
// of initials, legends. An assumption.
Contents build_contents() {
  Contents c;
  double motif_total = 0;
  for (const Word& m : motifs) motif_total += m.weight;
  for (const Word& m : motifs)
    c.list.push_back(
        {std::string(m.text), false, (1 - rates::tattoo_letters) * m.weight / motif_total});
  std::vector<std::pair<std::string, double>> letters;
  for (int sex = 0; sex < 2; ++sex) {
    double total = 0;
    std::vector<std::pair<std::string, double>> names;
    for (std::size_t i = 0; i < given_list(sex).names.size() && names.size() < 120; ++i) {
      const std::string name(given_list(sex).names[i]);
      if (name.find(' ') != std::string::npos) continue;
      names.emplace_back(name, given_list(sex).probability[i]);
      total += names.back().second;
    }
    for (auto& [name, p] : names) letters.emplace_back(name, 0.30 * p / total);
  }
  for (const Word& l : legends) letters.emplace_back(l.text, 0.15 * l.weight / 25);
  for (int year = 1980; year < 2020; ++year) letters.emplace_back(std::to_string(year), 0.10 / 40);
  constexpr std::string_view initials = "ABCDEFGJKLMNRSV";
  for (char a : initials)
    for (char b : initials) letters.emplace_back(std::string{a} + "." + b + ".", 0.15 / (15 * 15));
  double total = 0;
  for (const auto& l : letters) total += l.second;
  for (const auto& l : letters)
    c.list.push_back({l.first, true, rates::tattoo_letters * l.second / total});
  c.of_tattoo = {0, static_cast<int>(c.list.size())};
  c.of_scar = {c.of_tattoo.count, static_cast<int>(scar_kinds.size())};
  for (const Word& s : scar_kinds) c.list.push_back({std::string(s.text), false, s.weight / 92});
  return c;
}

const Contents& all_contents() {
  static const Contents c = build_contents();
  return c;
}

NameList list_of(std::span<const NameCount> counts) {
  NameList list;
  double total = 0;
  for (const NameCount& n : counts) total += n.count;
  for (const NameCount& n : counts) {
    list.names.push_back(n.name);
    list.probability.push_back(n.count / total);
  }
  return list;
}

std::vector<int> first_tokens() {
  std::vector<int> result;
  for (int sex = 0; sex < 2; ++sex) {
    std::map<std::string_view, int> at;
    const int offset = sex == 0 ? 0 : static_cast<int>(given_list(0).names.size());
    const auto& names = given_list(sex).names;
    for (std::size_t i = 0; i < names.size(); ++i)
      at.emplace(names[i], offset + static_cast<int>(i));
    for (const auto name : names) {
      const auto found = at.find(name.substr(0, name.find(' ')));
      result.push_back(name.find(' ') == name.npos || found == at.end() ? none : found->second);
    }
  }
  return result;
}

}  // namespace

std::span<const std::string_view> build_words() { return builds; }
std::span<const std::string_view> skin_words() { return skins; }
std::span<const std::string_view> hair_words() { return hairs; }
std::span<const std::string_view> eye_words() { return eyes; }
std::span<const std::string_view> condition_words() { return conditions; }
std::span<const std::string_view> interval_words() { return intervals; }
std::span<const double> interval_limits() { return limits; }
std::span<const Region> regions() { return region_list; }
const std::vector<Content>& contents() { return all_contents().list; }

ContentRange contents_of(int mark_type) {
  if (mark_type == tattoo) return all_contents().of_tattoo;
  if (mark_type == scar) return all_contents().of_scar;
  return {0, 0};
}

const NameList& given_list(int sex) {
  static const std::array<NameList, 2> lists{list_of(given_names_male()),
                                             list_of(given_names_female())};
  return lists[sex];
}

const NameList& surname_list() {
  static const NameList list = list_of(surnames());
  return list;
}

int given_sex(int index) { return index < static_cast<int>(given_list(0).names.size()) ? 0 : 1; }

std::string_view given_text(int index) {
  const int men = static_cast<int>(given_list(0).names.size());
  return index < men ? given_list(0).names[index] : given_list(1).names[index - men];
}

std::string_view surname_text(int index) { return surname_list().names[index]; }

int first_token(int given) {
  static const std::vector<int> table = first_tokens();
  return table[given];
}

}  // namespace confronta::world

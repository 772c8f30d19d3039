// The two templates that commissions and forensic services fill in.
#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

template <class Words>
std::string word(Random& random, int code, const Words& words) {
  return code == none ? nothing(random) : std::string(words[code]);
}
std::string number(Random& random, int value) {
  return value == none ? nothing(random) : std::to_string(value);
}
Cell date(Random& random, Day day) { return day == no_day ? Cell(nothing(random)) : Cell(day); }
std::string text(Random& random, const std::string& value) {
  return value.empty() ? nothing(random) : value;
}

std::string blood_text(Random& random, int blood, int rhesus) {
  if (blood == none) return nothing(random);
  return std::string(blood_words[blood]) + (rhesus == 0 ? "+" : rhesus == 1 ? "-" : "");
}

// Families say 1.65, examiners 165; some offices write the unit.
std::string stature_text(Random& random, int centimetres, Voice voice) {
  if (centimetres == none) return nothing(random);
  const bool in_metres = random.chance(voice == Voice::family ? 0.7 : 0.3);
  std::string value = in_metres ? metres(centimetres) : std::to_string(centimetres);
  if (!random.chance(0.2)) return value;
  return value + (in_metres ? " m" : " cm");
}

std::string age_text(const RemainsNote& note) {
  if (note.age_low == none) return "NO DETERMINABLE";
  return std::to_string(note.age_low) + "-" + std::to_string(note.age_high) + " años";
}

std::string names_text(Random& random, const RemainsNote& note) {
  if (note.names.empty()) return nothing(random);
  std::string joined;
  for (const TypedName& name : note.names)
    joined += (joined.empty() ? "" : " y/o ") + full_name(name);
  return joined;
}

constexpr std::array<std::string_view, 2> sexes{"HOMBRE", "MUJER"};
constexpr std::array<std::string_view, 4> kinds{"CUERPO COMPLETO", "SEGMENTO", "OSAMENTA", "LOTE"};
constexpr std::array<std::string_view, 4> bases{"DOCUMENTO", "RECONOCIMIENTO", "PERTENENCIAS",
                                                "REGISTRO"};
constexpr std::array<std::string_view, 4> sex_methods{"TEJIDOS BLANDOS", "PELVIS", "CRÁNEO",
                                                      "HUESOS LARGOS"};
constexpr std::array<std::string_view, 2> age_methods{"TEJIDOS BLANDOS", "ESQUELETO"};
constexpr std::array<std::string_view, 2> stature_methods{"TALLA DEL CADÁVER", "HUESOS LARGOS"};
constexpr std::array<std::string_view, 4> statuses{"NO IDENTIFICADO", "HIPÓTESIS DE IDENTIDAD",
                                                   "IDENTIFICADO", "INHUMADO"};
constexpr std::array<std::string_view, 3> workflows{"RECIBIDO", "VERIFICADO", "NOTIFICADO"};

std::vector<Cell> elements_and_print(const RemainsNote& note, Random& random,
                                     std::vector<Cell> row) {
  if (note.portion == upper_half) row[3] = "CRÁNEO, MANDÍBULA, HÚMERO DERECHO, HÚMERO IZQUIERDO";
  if (note.portion == lower_half) row[3] = "PELVIS, FÉMUR DERECHO, FÉMUR IZQUIERDO";
  if (note.kind == lot) row[3] = "FÉMUR DERECHO, FÉMUR DERECHO, TIBIA IZQUIERDA";
  if (note.print_result == none) return row;
  row[36] = "HUELLAS DACTILARES";
  row[37] = note.print_result == 0 ? "COINCIDENCIA" : "SIN COINCIDENCIA";
  row[38] = note.print_folio;
  row[41] = "0.02";
  row[42] = workflows[random.below(workflows.size())];
  row[43] = "AFIS/INE";
  return row;
}

}  // namespace

Table generic_am(const Reports& reports, Random& random) {
  Table table;
  table.header = {"FOLIO",
                  "FUB",
                  "CURP",
                  "NOMBRE",
                  "PRIMER APELLIDO",
                  "SEGUNDO APELLIDO",
                  "APODO",
                  "SEXO",
                  "FECHA DE NACIMIENTO",
                  "EDAD",
                  "FECHA DE DESAPARICION",
                  "FECHA DE REPORTE",
                  "ESTADO",
                  "MUNICIPIO",
                  "LOCALIDAD",
                  "ESTATUS",
                  "ESTATURA",
                  "PESO",
                  "COMPLEXION",
                  "CABELLO",
                  "OJOS",
                  "TEZ",
                  "TIPO DE SANGRE",
                  "SEÑAS PARTICULARES",
                  "TATUAJES",
                  "VESTIMENTA",
                  "PERTENENCIAS",
                  "FRACTURAS O IMPLANTES",
                  "ODONTOGRAMA",
                  "FECHA DE ODONTOGRAMA",
                  "MIGRANTE",
                  "CARPETA",
                  "OBSERVACIONES"};
  for (const ReportNote* note : reports) {
    const ReportNote& n = *note;
    const auto marks = [&](bool tattoos) {
      return n.marks_told ? marks_text(random, n.marks, tattoos, Voice::family) : nothing(random);
    };
    const auto clothes = [&](bool belongings) {
      return text(random, garments_text(random, n.clothes, belongings));
    };
    std::vector<Cell> row(table.header.size());
    row[0] = n.id;
    row[1] = text(random, n.fub);
    row[2] = text(random, n.curp);
    row[3] = n.name.given;
    row[4] = n.name.first_surname;
    row[5] = n.name.second_surname;
    row[7] = word(random, n.sex, sexes);
    row[8] = date(random, n.birth);
    row[9] = number(random, n.age);
    row[10] = date(random, n.event);
    row[11] = Cell(n.reported);
    row[12] = text(random, state_name(n.state));
    row[13] = text(random, municipality_name(n.place));
    row[15] = status_word(n.status);
    row[16] = stature_text(random, n.stature, Voice::family);
    row[17] = number(random, n.weight);
    row[18] = word(random, n.build, build_words());
    row[19] = word(random, n.hair, hair_words());
    row[20] = word(random, n.eyes, eye_words());
    row[21] = word(random, n.skin, skin_words());
    row[22] = blood_text(random, n.blood, n.rhesus);
    row[23] = marks(false);
    row[24] = marks(true);
    row[25] = clothes(false);
    row[26] = clothes(true);
    row[27] = n.histories_told ? histories_text(n.histories) : nothing(random);
    if (n.chart_day != no_day) {
      row[28] = teeth_text(n.chart);
      row[29] = Cell(n.chart_day);
    }
    row[30] = n.migrant == none ? nothing(random) : n.migrant == 1 ? "SI" : "NO";
    if (random.chance(0.5))
      row[31] = "CI/" + std::to_string(1 + random.below(9000)) + "/" +
                std::to_string(year_of(n.reported));
    if (n.spoilt) {
      row[7] = "?";
      row[9] = "1820";
      row[10] = Cell("31/02/2019");
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table generic_pm(const Remains& remains, Random& random) {
  Table table;
  table.header = {"FOLIO",
                  "FOLIO DEL CUERPO O LOTE",
                  "TIPO DE HALLAZGO",
                  "ELEMENTOS",
                  "NUMERO MINIMO DE INDIVIDUOS",
                  "NOMBRE PROBABLE",
                  "BASE DEL NOMBRE",
                  "CURP",
                  "SEXO",
                  "METODO DE SEXO",
                  "EDAD",
                  "METODO DE EDAD",
                  "ESTATURA",
                  "METODO DE ESTATURA",
                  "MEDIDAS OSEAS",
                  "PESO",
                  "COMPLEXION",
                  "CONDICION",
                  "INTERVALO POSMORTEM",
                  "FECHA DE MUERTE",
                  "FECHA DE HALLAZGO",
                  "FECHA DE INGRESO",
                  "ESTADO",
                  "MUNICIPIO",
                  "LUGAR DE RESGUARDO",
                  "CABELLO",
                  "OJOS",
                  "TEZ",
                  "TIPO DE SANGRE",
                  "TATUAJES",
                  "SEÑAS PARTICULARES",
                  "VESTIMENTA",
                  "PERTENENCIAS",
                  "FRACTURAS O IMPLANTES",
                  "ODONTOGRAMA",
                  "ESTATUS",
                  "METODO EXTERNO",
                  "RESULTADO EXTERNO",
                  "FOLIO COTEJADO",
                  "LR EXTERNO",
                  "LOG10 LR EXTERNO",
                  "TASA DE ERROR EXTERNA",
                  "ESTADO DEL RESULTADO",
                  "LABORATORIO",
                  "CARPETA",
                  "OBSERVACIONES"};
  for (const RemainsNote* note : remains) {
    const RemainsNote& n = *note;
    const auto marks = [&](bool tattoos) {
      return n.marks_told ? marks_text(random, n.marks, tattoos, Voice::examiner) : nothing(random);
    };
    const auto clothes = [&](bool belongings) {
      return text(random, garments_text(random, n.clothes, belongings));
    };
    std::vector<Cell> row(table.header.size());
    row[0] = n.id;
    row[1] = n.lot_id;
    row[2] = kinds[n.kind];
    if (n.kind == lot) row[4] = std::to_string(n.individuals);
    row[5] = names_text(random, n);
    row[6] = n.basis == no_basis ? "" : bases[n.basis];
    row[7] = n.curp;
    row[8] = n.sex == none ? "INDETERMINADO" : sexes[n.sex];
    row[9] = n.sex_method == none ? "" : sex_methods[n.sex_method];
    row[10] = age_text(n);
    row[11] = n.age_method == none ? "" : age_methods[n.age_method];
    row[12] = stature_text(random, n.stature, Voice::examiner);
    row[13] = n.stature_method == none ? "" : stature_methods[n.stature_method];
    if (n.femur_mm != none)
      row[14] = "FÉMUR DERECHO LONGITUD MÁXIMA " + std::to_string(n.femur_mm) + " mm";
    row[15] = number(random, n.weight);
    row[16] = word(random, n.build, build_words());
    row[17] = word(random, n.condition, condition_words());
    row[18] = word(random, n.interval, interval_words());
    row[19] = date(random, n.death);
    row[20] = date(random, n.found);
    row[21] = Cell(n.intake);
    row[22] = state_name(n.state);
    row[23] = text(random, municipality_name(n.place));
    row[24] = "SEMEFO " + state_name(n.state);
    row[25] = word(random, n.hair, hair_words());
    row[26] = word(random, n.eyes, eye_words());
    row[27] = word(random, n.skin, skin_words());
    row[28] = blood_text(random, n.blood, n.rhesus);
    row[29] = marks(true);
    row[30] = marks(false);
    row[31] = clothes(false);
    row[32] = clothes(true);
    row[33] = n.histories_told ? histories_text(n.histories) : nothing(random);
    if (n.charted) row[34] = teeth_text(n.chart);
    row[35] = statuses[n.status];
    row = elements_and_print(n, random, std::move(row));
    if (random.chance(0.5))
      row[44] =
          "CI/" + std::to_string(1 + random.below(9000)) + "/" + std::to_string(year_of(n.intake));
    if (n.spoilt) {
      row[8] = "?";
      row[10] = "1820";
      row[20] = Cell("31/02/2019");
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace confronta::world

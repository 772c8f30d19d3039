// The lists of Mexico City's search commission (CBP) and of the national commission (CNB).
#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

std::string number(int value) { return value == none ? "" : std::to_string(value); }

std::string age_class(int age) {
  if (age == none) return "";
  return age < 12 ? "NIÑEZ" : age < 18 ? "ADOLESCENCIA" : age < 60 ? "ADULTEZ" : "ADULTO MAYOR";
}

Cell date_or(Day day, const std::string& otherwise) {
  return day == no_day ? Cell(otherwise) : Cell(day);
}

void spoil(std::vector<Cell>& row, std::size_t sex, std::size_t age, std::size_t date) {
  row[sex] = Cell("?");
  row[age] = Cell("1820");
  row[date] = Cell("31/02/2019");
}

}  // namespace

Table cdmx_cbp(const Reports& reports, Random& random) {
  Table table;
  table.header = {
      "EXPEDIENTE", "NOMBRE_COMPELTO",      "STATUS",        "FECHA_EVENTO", "FECHA_REPORTE",
      "FECHA_LOC",  "ALCALDIA_D",           "ALCALDIA_VIVE", "ANO_DESAP",    "ANO_REP",
      "COLONIA_D",  "COLONIA_VIVE",         "EDAD",          "ENTIDAD_D",    "ENTIDAD_LOC",
      "FIPEDE",     "FOLIO_NACIONAL",       "MATERNO",       "NOMBRE",       "PATERNO",
      "SEXO",       "CLASIFICACION_ETARIA", "SIRILO",        "DIGITO"};
  for (const ReportNote* note : reports) {
    const bool located = note->status >= 2;
    std::vector<Cell> row(table.header.size());
    row[0] = note->id;
    row[1] = full_name(note->name);
    row[2] = located ? "L" : "D";
    row[3] = date_or(note->event, nothing(random));
    row[4] = Cell(note->reported);
    row[6] = note->place == none ? nothing(random) : municipality_name(note->place);
    row[7] = note->residence == none ? nothing(random) : municipality_name(note->residence);
    row[8] = note->event == no_day ? "" : std::to_string(year_of(note->event));
    row[9] = std::to_string(year_of(note->reported));
    row[10] = nothing(random);
    row[11] = nothing(random);
    row[12] = note->age == none ? nothing(random) : number(note->age);
    row[13] = note->state == none ? nothing(random) : state_name(note->state);
    row[15] = random.chance(0.5) ? "AYO/" + std::to_string(1 + random.below(900)) + "/" +
                                       std::to_string(year_of(note->reported))
                                 : nothing(random);
    row[16] = note->fub.empty() ? nothing(random) : note->fub;
    row[17] = note->name.second_surname;
    row[18] = note->name.given;
    row[19] = note->name.first_surname;
    row[20] = note->sex == none ? "S/D" : note->sex == 0 ? "HOMBRE" : "MUJER";
    row[21] = age_class(note->age);
    if (note->spoilt) spoil(row, 20, 12, 3);
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table cnb_rnpdno(const Reports& reports, Random& random) {
  Table table;
  table.header = {"Consecutivo",
                  "FUB",
                  "Nombre",
                  "PrimerApellido",
                  "SegundoApellido",
                  "Fecha de nacimiento",
                  "Edad (En años)",
                  "Sexo",
                  "Lugar de Nacimiento",
                  "CURP",
                  "RFC",
                  "Nacionalidad",
                  "Fecha de Hechos",
                  "Autoridad Inicia",
                  "Total de reportes",
                  "Estatus Canalizacion",
                  "Fecha de Canalizacion",
                  "Entidad de la Desaparicion",
                  "Estatus Victima",
                  "Clasificacion"};
  int line = 0;
  for (const ReportNote* note : reports) {
    std::vector<Cell> row(table.header.size());
    row[0] = std::to_string(++line);
    row[1] = note->id;
    row[2] = note->name.given;
    row[3] = note->name.first_surname;
    row[4] = note->name.second_surname;
    row[5] = date_or(note->birth, "");
    row[6] = number(note->age);
    row[7] = note->sex == none ? "INDETERMINADO" : note->sex == 0 ? "HOMBRE" : "MUJER";
    row[9] = note->curp;
    row[11] = random.chance(0.7) ? "MEXICANA" : "";
    row[12] = date_or(note->event, "");
    row[13] = "COMISIÓN LOCAL DE BÚSQUEDA";
    row[14] = std::to_string(1 + random.below(2));
    row[15] = "CANALIZADO";
    row[16] = Cell(note->reported);
    row[17] = note->state == none ? "SE DESCONOCE" : state_name(note->state);
    row[18] = status_word(note->status);
    row[19] = random.chance(0.97) ? "REGISTRO PRINCIPAL" : "REINCIDENCIA";
    if (note->spoilt) spoil(row, 7, 6, 12);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace confronta::world

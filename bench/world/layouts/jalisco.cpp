// Jalisco: the public register of cédulas (REPD) and the list of unidentified dead (PFSI).
#include <nlohmann/json.hpp>

#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json word_or_nothing(Random& random, int code, std::span<const std::string_view> words) {
  return code == none ? text_or_null(nothing(random)) : Json(words[code]);
}

Json marks_of(const ReportNote& note, Random& random) {
  constexpr std::array<std::string_view, mark_type_count> types{"TATUAJE", "CICATRIZ", "LUNAR",
                                                                "PERFORACION"};
  Json list = Json::array();
  for (const MarkNote& mark : note.marks) {
    const std::string what =
        mark.content == none ? std::string(types[mark.type]) : content_text(mark);
    MarkNote place = mark;
    place.side = none;
    const std::string side = mark.side == 1   ? "LADO IZQUIERDO"
                             : mark.side == 2 ? "LADO DERECHO"
                                              : "";
    list.push_back({{"especificacion_general", side},
                    {"parte_cuerpo", text_or_null(region_text(place))},
                    {"tipo_sena", types[mark.type]},
                    {"descripcion", with_typos(random, what)}});
  }
  return list;
}

Json clothes_of(const ReportNote& note) {
  Json list = Json::array();
  for (const GarmentNote& g : note.clothes) {
    const Slot& slot = slots()[g.slot];
    const bool belonging = g.slot >= 6;
    list.push_back({{"clase_prenda", belonging ? "ACCESORIO" : "ROPA"},
                    {"grupo_prenda", belonging ? "PERTENENCIAS" : "ROPA EXTERIOR"},
                    {"prenda", slot.items[g.item].text},
                    {"marca", g.brand == none ? Json(nullptr) : Json(brands()[g.brand].text)},
                    {"color", g.colour == none ? Json(nullptr) : Json(colours()[g.colour].text)},
                    {"material", nullptr},
                    {"talla", g.size == none ? Json(nullptr) : Json(slot.sizes[g.size].text)}});
  }
  return list;
}

Json cedula(const ReportNote& note, Random& random) {
  constexpr std::array<std::string_view, 2> sexes{"HOMBRE", "MUJER"};
  constexpr std::array<std::string_view, 4> conditions{"NO APLICA", "NO APLICA", "CON VIDA",
                                                       "SIN VIDA"};
  const std::string sex = note.sex == none ? "INDETERMINADO" : std::string(sexes[note.sex]);
  Json row;
  row["id_cedula_busqueda"] = note.id;
  row["autorizacion_informacion_publica"] = random.chance(0.8) ? "SI" : "NO";
  row["condicion_localizacion"] = conditions[note.status];
  row["nombre_completo"] = full_name(note.name);
  row["edad_momento_desaparicion"] = note.age == none ? Json(nullptr) : Json(note.age);
  row["sexo"] = sex;
  row["genero"] = note.sex == none ? "" : note.sex == 0 ? "MASCULINO" : "FEMENINO";
  row["complexion"] = word_or_nothing(random, note.build, build_words());
  row["estatura"] =
      note.stature == none ? text_or_null(nothing(random)) : Json(metres(note.stature));
  row["tez"] = word_or_nothing(random, note.skin, skin_words());
  row["cabello"] = word_or_nothing(random, note.hair, hair_words());
  row["ojos_color"] = word_or_nothing(random, note.eyes, eye_words());
  row["municipio"] = text_or_null(municipality_name(note.place));
  row["estado"] = text_or_null(state_name(note.state));
  row["fecha_desaparicion"] = note.event == no_day ? Json(nullptr) : Json(iso_date(note.event));
  row["estatus_persona_desaparecida"] = status_word(note.status);
  row["descripcion_desaparicion"] =
      random.chance(0.5) ? "SALIÓ DE SU DOMICILIO Y YA NO REGRESÓ" : "SE DESCONOCEN LOS HECHOS";
  row["ruta_foto"] = nullptr;
  row["sena"] = marks_of(note, random);
  row["vestimenta"] = clothes_of(note);
  if (note.spoilt) {
    row["sexo"] = "?";
    row["edad_momento_desaparicion"] = "1820";
    row["fecha_desaparicion"] = "2019-02-31";
  }
  return row;
}

std::string probable_names(const RemainsNote& note) {
  if (note.names.empty()) return "PFSI";
  std::string text;
  for (const TypedName& name : note.names) text += (text.empty() ? "" : " y/o ") + full_name(name);
  return text;
}

}  // namespace

std::string jalisco_repd(const Reports& reports, Random& random) {
  Json list = Json::array();
  for (const ReportNote* note : reports) list.push_back(cedula(*note, random));
  return list.dump(1) + "\n";
}

Table jalisco_pfsi(const Remains& remains, Random& random) {
  constexpr std::array<std::string_view, 5> delegations{"GUADALAJARA", "PUERTO VALLARTA",
                                                        "ZAPOTLÁN EL GRANDE",
                                                        "TEPATITLÁN DE MORELOS", "LAGOS DE MORENO"};
  Table table;
  table.header = {"ID",
                  "Fecha_Ingreso",
                  "Sexo",
                  "Probable_nombre",
                  "Edad",
                  "Tatuajes",
                  "Indumentarias",
                  "Senas_Particulares",
                  "Delegacion_IJCF"};
  for (const RemainsNote* note : remains) {
    const bool seen = note->marks_told;
    std::string age = "NO DETERMINABLE";
    if (note->age_low != none)
      age = std::to_string(note->age_low) + "-" + std::to_string(note->age_high) + " años";
    const std::string sex = note->sex == none ? "INDETERMINADO"
                            : note->sex == 0  ? "MASCULINO"
                                              : "FEMENINO";
    std::vector<Cell> row{
        note->id,
        Cell(note->intake),
        sex,
        probable_names(*note),
        age,
        seen ? lower(marks_text(random, note->marks, true, Voice::examiner)) : nothing(random),
        lower(garments_text(random, note->clothes, false) +
              (note->clothes.empty() ? nothing(random) : "")),
        seen ? lower(marks_text(random, note->marks, false, Voice::examiner)) : nothing(random),
        delegations[random.below(delegations.size())]};
    if (const std::string things = garments_text(random, note->clothes, true); !things.empty())
      row[6].text += (row[6].text.empty() ? "" : ", ") + lower(things);
    if (note->spoilt) {
      row[1] = Cell("31/02/2019");
      row[2].text = "?";
      row[4].text = "1820";
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace confronta::world

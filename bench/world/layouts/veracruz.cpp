// Veracruz: reports as the state commission's tables (CEBV) nest them.
#include <nlohmann/json.hpp>

#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "bench/world/vocabulary.h"
#include "models/data/municipality.h"

namespace confronta::world {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json number_or_null(int number) { return number == none ? Json(nullptr) : Json(number); }
Json date_or_null(Day day) { return day == no_day ? Json(nullptr) : Json(iso_date(day)); }
Json word_or_none_given(int code, std::span<const std::string_view> words) {
  return code == none ? Json("No especifica") : Json(capitalised(std::string(words[code])));
}

Json person_of(const ReportNote& note, Random& random) {
  constexpr std::array<std::string_view, 2> sexes{"Hombre", "Mujer"};
  Json person;
  person["nombre"] = note.name.given;
  person["apellido_paterno"] = note.name.first_surname;
  person["apellido_materno"] = text_or_null(note.name.second_surname);
  person["apodo"] = text_or_null(note.alias);
  person["fecha_nacimiento"] = date_or_null(note.birth);
  person["curp"] = text_or_null(note.curp);
  person["sexo"] = note.sex == none ? "No especificado" : std::string(sexes[note.sex]);
  person["nacionalidad"] = random.chance(0.9) ? Json("MEXICANA") : Json(nullptr);
  person["edad"] = number_or_null(note.age);
  if (note.migrant != none) person["migrante"] = note.migrant == 1 ? "Sí" : "No";
  return person;
}

Json place_of(const ReportNote& note) {
  Json place;
  place["estado"] = text_or_null(state_name(note.state));
  place["municipio"] = note.place == none ? Json(nullptr) : Json(municipality_name(note.place));
  place["clave_municipio"] =
      note.place == none ? Json(nullptr) : Json(municipalities()[note.place].code);
  return place;
}

Json health_of(const ReportNote& note) {
  Json health;
  health["estatura_centimetros"] = number_or_null(note.stature);
  health["peso_kg"] = number_or_null(note.weight);
  health["tipo_sangre"] =
      note.blood == none ? Json("NO ESPECIFICA") : Json(blood_words[note.blood]);
  health["rhesus"] = note.rhesus == none ? Json(nullptr) : Json(note.rhesus == 0 ? "+" : "-");
  health["complexion"] = word_or_none_given(note.build, build_words());
  health["color_piel"] = word_or_none_given(note.skin, skin_words());
  health["color_cabello"] = word_or_none_given(note.hair, hair_words());
  health["color_ojos"] = word_or_none_given(note.eyes, eye_words());
  health["intervenciones_quirurgicas"] =
      note.histories_told ? Json(histories_text(note.histories)) : Json(nullptr);
  return health;
}

Json marks_of(const ReportNote& note, Random& random) {
  constexpr std::array<std::string_view, mark_type_count> types{
      "TATUAJE", "CICATRIZ", "LUNARES O MANCHAS", "ARETE / PERFORACIONES"};
  constexpr std::array<std::string_view, 3> sides{"NO ESPECIFICA", "IZQUIERDO", "DERECHO"};
  Json list = Json::array();
  for (const MarkNote& mark : note.marks) {
    const std::string what = content_text(mark);
    list.push_back(
        {{"tipo", types[mark.type]},
         {"region_cuerpo",
          mark.region == none ? "NO ESPECIFICA" : std::string(regions()[mark.region].text)},
         {"lado", sides[mark.side == none ? 0 : mark.side]},
         {"vista", "NO ESPECIFICA"},
         {"cantidad", 1},
         {"descripcion", text_or_null(with_typos(random, what))}});
  }
  return list;
}

Json clothes_of(const ReportNote& note) {
  Json list = Json::array();
  for (const GarmentNote& g : note.clothes) {
    const Slot& slot = slots()[g.slot];
    list.push_back(
        {{"pertenencia", capitalised(std::string(slot.items[g.item].text))},
         {"color", g.colour == none ? Json(nullptr)
                                    : Json(capitalised(std::string(colours()[g.colour].text)))},
         {"marca", g.brand == none ? Json(nullptr) : Json(brands()[g.brand].text)},
         {"descripcion", g.size == none ? Json(nullptr)
                                        : Json(std::string(slot.size_word) + " " +
                                               std::string(slot.sizes[g.size].text))}});
  }
  return list;
}

}  // namespace

std::string veracruz_cebv(const Reports& reports, Random& random) {
  Json list = Json::array();
  for (const ReportNote* note : reports) {
    Json row;
    row["folio"] = note->id;
    row["tipo_reporte"] = "SB";
    row["fecha_reporte"] = iso_date(note->reported);
    row["estatus"] = status_word(note->status);
    row["persona"] = person_of(*note, random);
    row["hechos"] = {{"fecha_desaparicion", date_or_null(note->event)},
                     {"fecha_desaparicion_desconocida", note->event == no_day},
                     {"lugar", place_of(*note)},
                     {"sintesis", "SE DESCONOCEN LOS HECHOS"}};
    row["salud"] = health_of(*note);
    row["senas"] = marks_of(*note, random);
    row["prendas"] = clothes_of(*note);
    row["control_ogpis"] = {{"folio_fub", text_or_null(note->fub)}};
    if (note->hopeless) {
      row["persona"]["sexo"] = "?";
      row["persona"]["edad"] = "1820";
      row["hechos"]["fecha_desaparicion"] = "2019-02-31";
    }
    list.push_back(std::move(row));
  }
  return list.dump(1) + "\n";
}

}  // namespace confronta::world

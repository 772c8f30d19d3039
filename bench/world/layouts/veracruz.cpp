// Veracruz: reports as the state commission's tables (CEBV) nest them.
#include <nlohmann/json.hpp>

#include "bench/world/layouts/layouts.h"
#include "bench/world/prose.h"
#include "bench/world/vocabulary.h"

namespace confronta::world {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json number_or_null(int number) { return number == none ? Json(nullptr) : Json(number); }
Json date_or_null(Day day) { return day == no_day ? Json(nullptr) : Json(iso_date(day)); }
// A row of one of the commission's catalogues.
Json entry(const std::string& name) {
  Json result;
  result["nombre"] = text_or_null(name);
  return result;
}
Json word(int code, std::span<const std::string_view> words) {
  return entry(code == none ? "No especifica" : capitalised(std::string(words[code])));
}

Json person_of(const ReportNote& note, Random& random) {
  Json person;
  person["nombre"] = note.name.given;
  person["apellido_paterno"] = note.name.first_surname;
  person["apellido_materno"] = text_or_null(note.name.second_surname);
  person["apodo"] = nullptr;
  person["fecha_nacimiento"] = date_or_null(note.birth);
  person["curp"] = text_or_null(note.curp);
  person["sexo"] = entry(note.sex == none ? "No especificado" : note.sex == 0 ? "Hombre" : "Mujer");
  person["nacionalidad"] = entry(random.chance(0.9) ? "MEXICANA" : "");
  return person;
}

Json looks_of(const ReportNote& note) {
  Json looks;
  looks["estatura_centimetros"] = number_or_null(note.stature);
  looks["peso_kg"] = number_or_null(note.weight);
  looks["complexion"] = word(note.build, build_words());
  looks["color_piel"] = word(note.skin, skin_words());
  looks["ojos"]["color"] = word(note.eyes, eye_words());
  looks["cabello"]["color"] = word(note.hair, hair_words());
  return looks;
}

Json health_of(const ReportNote& note) {
  Json health;
  health["tipo_sangre"] =
      note.blood == none ? "NO ESPECIFICA" : std::string(blood_words[note.blood]);
  health["rhesus"] =
      note.rhesus == none ? Json(nullptr) : Json(note.rhesus == 0 ? "POSITIVO" : "NEGATIVO");
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
    Json row;
    row["tipo"] = entry(std::string(types[mark.type]));
    row["region_cuerpo"] =
        entry(mark.region == none ? "NO ESPECIFICA" : std::string(regions()[mark.region].text));
    row["lado"] = entry(std::string(sides[mark.side == none ? 0 : mark.side]));
    row["vista"] = entry("NO ESPECIFICA");
    row["cantidad"] = 1;
    row["descripcion"] = text_or_null(with_typos(random, content_text(mark)));
    list.push_back(std::move(row));
  }
  return list;
}

Json clothes_of(const ReportNote& note) {
  Json list = Json::array();
  for (const GarmentNote& g : note.clothes) {
    const Slot& slot = slots()[g.slot];
    Json row;
    row["pertenencia"] = entry(capitalised(std::string(slot.items[g.item].text)));
    row["color"] =
        entry(g.colour == none ? "" : capitalised(std::string(colours()[g.colour].text)));
    row["marca"] = g.brand == none ? Json(nullptr) : Json(brands()[g.brand].text);
    row["descripcion"] =
        g.size == none
            ? Json(nullptr)
            : Json(std::string(slot.size_word) + " " + std::string(slot.sizes[g.size].text));
    list.push_back(std::move(row));
  }
  return list;
}

Json missing_person(const ReportNote& note, Random& random) {
  Json row;
  row["folio_cebv"] = note.id;
  row["estatus"] = entry(status_word(note.status));
  row["control_ogpi"]["folio_fub"] = text_or_null(note.fub);
  row["edad_momento_desaparicion"] = number_or_null(note.age);
  row["persona"] = person_of(note, random);
  row["media_filiacion"] = looks_of(note);
  row["salud"] = health_of(note);
  row["senas_particulares"] = marks_of(note, random);
  row["prendas_vestir"] = clothes_of(note);
  return row;
}

}  // namespace

std::string veracruz_cebv(const Reports& reports, Random& random) {
  Json list = Json::array();
  for (const ReportNote* note : reports) {
    Json row;
    row["id"] = list.size() + 1;
    row["tipo_reporte"] = entry("SB");
    row["fecha_creacion"] = iso_date(note->reported);
    Json events;
    events["fecha_desaparicion"] = date_or_null(note->event);
    events["fecha_desaparicion_desconocida"] = note->event == no_day;
    events["lugar"]["estado"] = entry(state_name(note->state));
    events["lugar"]["municipio"] = entry(municipality_name(note->place));
    events["sintesis_desaparicion"] = "SE DESCONOCEN LOS HECHOS";
    Json person = missing_person(*note, random);
    if (note->spoilt) {
      events["fecha_desaparicion"] = "2019-02-31";
      person["edad_momento_desaparicion"] = "1820";
      person["persona"]["sexo"] = entry("?");
    }
    row["hechos_desaparicion"] = std::move(events);
    row["desaparecidos"] = Json::array({std::move(person)});
    list.push_back(std::move(row));
  }
  return list.dump(1) + "\n";
}

}  // namespace confronta::world

#include "importers/normalise/skeleton.h"

#include <algorithm>
#include <optional>
#include <string>

#include "importers/normalise/text.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

/// The beginning of a folded word (words under five letters: the whole word or its plural).
struct Word {
  std::string_view key, meaning;
};

constexpr Word bones[] = {
    {"FEMUR", "femur"},          {"FEMORAL", "femur"},     {"TIBIA", "tibia"},
    {"PERONE", "fibula"},        {"FIBULA", "fibula"},     {"HUMER", "humerus"},
    {"CUBITO", "ulna"},          {"ULNA", "ulna"},         {"RADIO", "radius"},
    {"RADIUS", "radius"},        {"CLAVIC", "clavicle"},   {"ESCAPULA", "scapula"},
    {"OMOPLATO", "scapula"},     {"SCAPULA", "scapula"},   {"CALCANE", "calcaneus"},
    {"ASTRAGALO", "talus"},      {"TALUS", "talus"},       {"COXAL", "hip_bone"},
    {"ILIACO", "hip_bone"},      {"SACRO", "sacrum"},      {"SACRUM", "sacrum"},
    {"MANDIB", "mandible"},      {"MAXILA", "maxilla"},    {"MAXILLA", "maxilla"},
    {"COSTILLA", "rib"},         {"RIB", "rib"},           {"VERTEBRA", "vertebra"},
    {"ROTULA", "patella"},       {"PATELLA", "patella"},   {"ESTERNON", "sternum"},
    {"STERNUM", "sternum"},      {"HIOIDES", "hyoid"},     {"HYOID", "hyoid"},
    {"METACARP", "metacarpal"},  {"METATARS", "metatarsal"}, {"FALANGE", "phalanx"},
    {"PHALAN", "phalanx"},       {"CRANEO", "skull"},      {"CRANIUM", "skull"},
    {"SKULL", "skull"},          {"CALAVERA", "skull"}};

constexpr Word body_parts[] = {
    {"PELVI", "pelvis"},       {"CABEZA", "head"},       {"HEAD", "head"},
    {"TRONCO", "torso"},       {"TORSO", "torso"},       {"TORAX", "torso"},
    {"ANTEBRAZO", "forearm"},  {"FOREARM", "forearm"},   {"BRAZO", "arm"},
    {"ARM", "arm"},            {"MANO", "hand"},         {"HAND", "hand"},
    {"MUSLO", "thigh"},        {"THIGH", "thigh"},       {"PIERNA", "leg"},
    {"LEG", "leg"},            {"PIE", "foot"},          {"PIES", "foot"},
    {"FOOT", "foot"},          {"FEET", "foot"},         {"DIENTE", "tooth"},
    {"TOOTH", "tooth"},        {"TEETH", "tooth"},       {"DEDO", "finger"},
    {"FINGER", "finger"},      {"EXTREMIDAD", "limb"},   {"MIEMBRO", "limb"},
    {"LIMB", "limb"},          {"ESQUELETO", "skeleton"}, {"SKELETON", "skeleton"},
    {"OSAMENTA", "skeleton"},  {"CUERPO", "body"},       {"BODY", "body"}};

constexpr Word sides[] = {{"IZQ", "left"},     {"IZQUIERD", "left"}, {"LEFT", "left"},
                          {"DER", "right"},    {"DERECH", "right"},  {"RIGHT", "right"},
                          {"AMBOS", "both"},   {"AMBAS", "both"},    {"BOTH", "both"},
                          {"BILATERAL", "both"}, {"MEDIO", "middle"}, {"MIDDLE", "middle"}};

/// Measures of the sex functions of Spradley et al., as reports name them.
constexpr Word measures[] = {
    {"CABEZA", "head_diameter"},        {"HEAD", "head_diameter"},
    {"DISTAL", "distal_epiphyseal_breadth"}, {"EPICONDI", "epicondylar_breadth"},
    {"EPICONDYL", "epicondylar_breadth"}, {"BICONDI", "epicondylar_breadth"},
    {"NUTRICIO", "ap_nutrient_diameter"}, {"NUTRIENT", "ap_nutrient_diameter"},
    {"MINIM", "min_mid_diameter"},      {"MIN", "min_mid_diameter"},
    {"ANTEROPOSTERIOR", "ap_mid_diameter"}, {"AP", "ap_mid_diameter"},
    {"MEDIOLATERAL", "ml_mid_diameter"}, {"TRANSVERS", "ml_mid_diameter"},
    {"ML", "ml_mid_diameter"},          {"DORSOVOLAR", "dv_mid_diameter"},
    {"DV", "dv_mid_diameter"},          {"ANCHO", "breadth"},
    {"ANCHURA", "breadth"},             {"BREADTH", "breadth"},
    {"ALTURA", "height"},               {"HEIGHT", "height"},
    {"LONGITUD", "max_length"},         {"LENGTH", "max_length"}};

bool matches(const std::string& word, std::string_view key) {
  if (key.size() >= 5) return word.compare(0, key.size(), key) == 0;
  return word == key || (word.size() == key.size() + 1 && word.back() == 'S' &&
                         word.compare(0, key.size(), key) == 0);
}

/// The meaning of the first entry of the list that one of the words has.
template <std::size_t n>
std::string_view meaning(const std::vector<std::string>& in, const Word (&list)[n]) {
  for (const Word& entry : list)
    for (const std::string& word : in)
      if (matches(word, entry.key)) return entry.meaning;
  return {};
}

/// Pieces parted by ; or a line break, or by a comma that is no decimal comma.
std::vector<std::string> pieces(std::string_view text) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  std::vector<std::string> all(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool decimal = text[i] == ',' && i > 0 && digit(i - 1) && digit(i + 1);
    if (text[i] == ';' || text[i] == '\n' || (text[i] == ',' && !decimal)) {
      all.emplace_back();
    } else {
      all.back() += decimal ? '.' : text[i];
    }
  }
  std::erase_if(all, [](const std::string& piece) { return fold_words(piece).empty(); });
  return all;
}

/// The last number of a piece and the unit right behind it.
struct Measured {
  double number = 0;
  std::string unit;
};
std::optional<Measured> last_number(std::string_view piece) {
  std::size_t end = piece.size();
  while (end > 0 && (piece[end - 1] < '0' || piece[end - 1] > '9')) --end;
  std::size_t begin = end;
  while (begin > 0 && ((piece[begin - 1] >= '0' && piece[begin - 1] <= '9') ||
                       piece[begin - 1] == '.'))
    --begin;
  const auto number = parse_number(piece.substr(begin, end - begin));
  if (!number) return std::nullopt;
  const std::vector<std::string> rest = words(piece.substr(end));
  const bool has_unit = !rest.empty() && (rest[0] == "MM" || rest[0] == "CM");
  return Measured{*number, has_unit ? (rest[0] == "MM" ? "mm" : "cm") : ""};
}

double millimetres(double number, std::string_view unit, std::string_view measure) {
  constexpr double shortest_length_mm = 65;
  if (unit.empty()) unit = measure == "max_length" && number < shortest_length_mm ? "cm" : "mm";
  return unit == "cm" ? number * 10 : number;
}

Error bad_measure(std::string_view piece) {
  return {"value.bad_bone_measure", {std::string{piece}}, {}};
}

std::string_view measure_of(const std::vector<std::string>& in, std::string_view bone) {
  std::string_view measure = meaning(in, measures);
  if (measure.empty()) return "max_length";
  if (bone == "clavicle" && measure == "ap_mid_diameter") return "ap_diameter";
  if (bone == "calcaneus" && measure == "breadth") return "mid_breadth";
  return measure;
}

}  // namespace

Reading<std::vector<BoneMeasure>> read_bone_measures(std::string_view text, std::string_view unit) {
  if (const auto state = sentinel(text)) return Cell<std::vector<BoneMeasure>>{*state, {}};
  Cell<std::vector<BoneMeasure>> cell;
  for (const std::string& piece : pieces(text)) {
    const std::vector<std::string> in = words(piece);
    const std::string_view bone = meaning(in, bones);
    const auto measured = last_number(piece);
    if (bone.empty() || !measured) return bad_measure(piece);
    const std::string_view measure = measure_of(in, bone);
    const std::string_view by = measured->unit.empty() ? unit : std::string_view{measured->unit};
    cell.value.push_back({std::string{bone}, std::string{measure},
                          std::string{meaning(in, sides)},
                          millimetres(measured->number, by, measure)});
  }
  return cell;
}

Reading<std::vector<BoneMeasure>> read_bone_measure(std::string_view bone, std::string_view measure,
                                                    std::string_view side, std::string_view number,
                                                    std::string_view unit) {
  if (const auto state = sentinel(number)) return Cell<std::vector<BoneMeasure>>{*state, {}};
  std::string point{number};
  std::replace(point.begin(), point.end(), ',', '.');
  const auto measured = last_number(point);
  if (!measured) return bad_measure(number);
  const std::string_view by = measured->unit.empty() ? unit : std::string_view{measured->unit};
  if (measure.empty()) measure = "max_length";
  return Cell<std::vector<BoneMeasure>>{
      ObservationState::observed,
      {{std::string{bone}, std::string{measure}, std::string{side},
        millimetres(measured->number, by, measure)}}};
}

Reading<std::vector<BodyElement>> read_elements(std::string_view text) {
  if (const auto state = sentinel(text)) return Cell<std::vector<BodyElement>>{*state, {}};
  Cell<std::vector<BodyElement>> cell;
  for (const std::string& piece : pieces(text)) {
    const std::vector<std::string> in = words(piece);
    std::string_view element = meaning(in, bones);
    if (element.empty()) element = meaning(in, body_parts);
    if (element.empty()) return Error{"value.unknown_element", {piece}, {}};
    const std::string_view side = meaning(in, sides);
    if (side == "both") {
      cell.value.push_back({std::string{element}, "left"});
      cell.value.push_back({std::string{element}, "right"});
    } else {
      cell.value.push_back({std::string{element}, std::string{side}});
    }
  }
  return cell;
}

}  // namespace confronta::importers

#include "importers/normalise/bones.h"

#include <algorithm>
#include <optional>

#include "importers/normalise/lexicon.h"
#include "importers/normalise/numbers.h"
#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

constexpr Phrase element_phrases[] = {
#include "importers/normalise/words/elements.inc"
};

// The measures of the published sex and stature functions (Spradley et al.; del Angel & Cisneros).
constexpr Phrase measure_phrases[] = {
    {"LONGITUD MAXIMA", "max_length"},
    {"LONG MAX", "max_length"},
    {"LONGITUD", "max_length"},
    {"MAXIMUM LENGTH", "max_length"},
    {"MAX LENGTH", "max_length"},
    {"LENGTH", "max_length"},
    {"DIAMETRO DE LA CABEZA", "head_diameter"},
    {"DIAMETRO CABEZA", "head_diameter"},
    {"CABEZA", "head_diameter"},
    {"HEAD DIAMETER", "head_diameter"},
    {"HEAD", "head_diameter"},
    {"ANCHURA EPICONDILAR", "epicondylar_breadth"},
    {"ANCHO EPICONDILAR", "epicondylar_breadth"},
    {"EPICONDILAR", "epicondylar_breadth"},
    {"BICONDILAR", "epicondylar_breadth"},
    {"EPICONDYLAR BREADTH", "epicondylar_breadth"},
    {"ANCHURA DISTAL", "distal_epiphyseal_breadth"},
    {"EPIFISIS DISTAL", "distal_epiphyseal_breadth"},
    {"DISTAL BREADTH", "distal_epiphyseal_breadth"},
    {"DIAMETRO MINIMO", "min_midshaft_diameter"},
    {"MINIMUM DIAMETER", "min_midshaft_diameter"},
    {"DIAMETRO TRANSVERSO", "ml_midshaft_diameter"},
    {"DIAMETRO ML", "ml_midshaft_diameter"},
    {"DIAMETRO ANTEROPOSTERIOR", "ap_midshaft_diameter"},
    {"DIAMETRO AP", "ap_midshaft_diameter"},
    {"DIAMETRO DV", "dv_midshaft_diameter"},
    {"FORAMEN NUTRICIO", "ap_nutrient_diameter"},
    {"ALTURA", "height"},
    {"HEIGHT", "height"},
    {"ANCHURA MEDIA", "middle_breadth"},
    {"ANCHURA", "breadth"},
    {"ANCHO", "breadth"},
    {"BREADTH", "breadth"},
};

const Lexicon& elements() {
  static const Lexicon lexicon{element_phrases};
  return lexicon;
}

const Lexicon& measures() {
  static const Lexicon lexicon{measure_phrases};
  return lexicon;
}

constexpr double longest_bone = 650;  // mm; the longest femur on record is near 600
constexpr double shortest_measure = 3;

std::string_view side_of(const std::string& word) {
  if (word == "IZQUIERDO" || word == "IZQUIERDA" || word == "IZQUIERDOS" || word == "IZQUIERDAS" ||
      word == "IZQ" || word == "LEFT" || word == "IZDO" || word == "L")
    return "left";
  if (word == "DERECHO" || word == "DERECHA" || word == "DERECHOS" || word == "DERECHAS" ||
      word == "DER" || word == "RIGHT" || word == "DCHO" || word == "DERE" || word == "R")
    return "right";
  if (word == "AMBOS" || word == "AMBAS" || word == "BOTH" || word == "BILATERAL") return "both";
  return "";
}

std::string_view find_side(const std::vector<std::string>& tokens) {
  for (const std::string& token : tokens)
    if (const std::string_view side = side_of(token); !side.empty()) return side;
  return "";
}

std::string_view find_word(const Lexicon& lexicon, std::span<const std::string> tokens,
                           bool skip_head) {
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (const auto match = lexicon.match(tokens, i); match && !(skip_head && match.word == "head"))
      return match.word;
  return "";
}

// Pieces between semicolons, line breaks and commas that are no decimal commas.
std::vector<std::string> pieces_of(std::string_view text) {
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool comma = text[i] == ',' && !(i > 0 && digit(i - 1) && digit(i + 1));
    if (comma || text[i] == ';' || text[i] == '\n' || text[i] == '|')
      pieces.emplace_back();
    else
      pieces.back() += text[i];
  }
  return pieces;
}

std::optional<BoneMeasure> measure_of(std::string_view piece, Error& error) {
  const std::vector<std::string> tokens = words(piece);
  BoneMeasure measure;
  measure.bone = find_word(elements(), tokens, true);
  measure.measure = find_word(measures(), tokens, false);
  if (measure.measure.empty()) measure.measure = "max_length";
  measure.side = find_side(tokens);
  double number = 0;
  int numbers = 0;
  double factor = 0;
  for (const QuantityPart& part : quantity_parts(fold(piece))) {
    if (part.kind == 'n') number = part.number, ++numbers;
    if (is_word(part, {"CM", "CMS", "CENTIMETROS"})) factor = 10;
    if (is_word(part, {"MM", "MILIMETROS"})) factor = 1;
  }
  if (measure.bone.empty() || numbers != 1) {
    error = {"value.bad_bone_measure", {std::string{piece}}, {}};
    return std::nullopt;
  }
  if (factor == 0) factor = measure.measure == "max_length" && number < 60 ? 10 : 1;
  measure.millimetres = number * factor;
  if (measure.millimetres < shortest_measure || measure.millimetres > longest_bone) {
    error = {"value.bone_range", {std::string{piece}}, {}};
    return std::nullopt;
  }
  return measure;
}

}  // namespace

Reading<std::vector<BoneMeasure>> read_bone_measures(std::string_view text) {
  using List = std::vector<BoneMeasure>;
  if (const auto state = sentinel(text)) return Cell<List>{*state, {}};
  List list;
  for (const std::string& piece : pieces_of(text)) {
    if (fold_words(piece).empty()) continue;
    Error error;
    const auto measure = measure_of(piece, error);
    if (!measure) return error;
    if (measure->side == "both") {
      list.push_back(*measure);
      list.back().side = "left";
      list.push_back(*measure);
      list.back().side = "right";
    } else {
      list.push_back(*measure);
    }
  }
  return Cell<List>{ObservationState::observed, std::move(list)};
}

Reading<std::vector<BodyElement>> read_elements(std::string_view text) {
  using List = std::vector<BodyElement>;
  if (const auto state = sentinel(text)) return Cell<List>{*state, {}};
  List list;
  for (const std::string& piece : pieces_of(text)) {
    const std::vector<std::string> tokens = words(piece);
    const std::size_t begin = list.size();
    std::string_view before;  // "AMBOS FEMURES": a side that stands before its bone
    for (std::size_t i = 0; i < tokens.size();) {
      if (const auto match = elements().match(tokens, i)) {
        list.push_back({std::string{match.word}, std::string{before}});
        before = {};
        i += match.length;
        continue;
      }
      if (const std::string_view side = side_of(tokens[i]); !side.empty()) {
        if (list.size() > begin && list.back().side.empty())
          list.back().side = side;
        else
          before = side;
      }
      ++i;
    }
    // "FEMUR Y TIBIA DERECHOS": a last side in the plural belongs to all of the piece.
    if (list.size() > begin + 1 && !tokens.empty() && tokens.back().back() == 'S' &&
        !side_of(tokens.back()).empty())
      for (std::size_t i = begin; i < list.size(); ++i)
        if (list[i].side.empty()) list[i].side = side_of(tokens.back());
  }
  if (list.empty()) return Error{"value.unknown_element", {std::string{text}}, {}};
  List split;
  for (BodyElement& element : list) {
    if (element.side != "both") {
      split.push_back(std::move(element));
      continue;
    }
    split.push_back({element.element, "left"});
    split.push_back({element.element, "right"});
  }
  return Cell<List>{ObservationState::observed, std::move(split)};
}

}  // namespace confronta::importers

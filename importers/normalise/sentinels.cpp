// The many ways of writing that there is nothing to write.

#include <algorithm>
#include <unordered_map>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

using State = ObservationState;

struct Sentinel {
  std::string_view words;  // as fold_words gives them
  State state;
};

constexpr Sentinel sentinels[] = {
    {"NULL", State::not_recorded},
    {"NULO", State::not_recorded},
    {"NONE", State::not_recorded},
    {"VACIO", State::not_recorded},
    {"EN BLANCO", State::not_recorded},
    {"BLANK", State::not_recorded},
    {"NO APLICA", State::not_recorded},
    {"NOT APPLICABLE", State::not_recorded},
    {"NOT RECORDED", State::not_recorded},
    {"NOT REPORTED", State::not_recorded},
    {"NOT PROVIDED", State::not_recorded},
    {"NOT ENTERED", State::not_recorded},
    {"NOT STATED", State::not_recorded},
    {"NOT DESCRIBED", State::not_recorded},
    {"NO REGISTRADO", State::not_recorded},
    {"NO REGISTRADA", State::not_recorded},
    {"NO REGISTRA", State::not_recorded},
    {"NO CAPTURADO", State::not_recorded},
    {"NO CAPTURADA", State::not_recorded},
    {"NO DISPONIBLE", State::not_recorded},
    {"NOT AVAILABLE", State::not_recorded},
    {"SIN REGISTRO", State::not_recorded},
    {"SIN CAPTURAR", State::not_recorded},
    {"SIN DESCRIPCION", State::not_recorded},
    {"SIN DATO", State::unknown},
    {"SIN DATOS", State::unknown},
    {"SIN INFORMACION", State::unknown},
    {"SIN INFORMACION DISPONIBLE", State::unknown},
    {"SIN ESPECIFICAR", State::unknown},
    {"SIN PRECISAR", State::unknown},
    {"S D", State::unknown},
    {"SD", State::unknown},
    {"S I", State::unknown},
    {"NA", State::unknown},
    {"N A", State::unknown},
    {"N D", State::unknown},
    {"ND", State::unknown},
    {"N E", State::unknown},
    {"NAN", State::unknown},
    {"NAT", State::unknown},
    {"NO ESPECIFICA", State::unknown},
    {"NO ESPECIFICADO", State::unknown},
    {"NO ESPECIFICADA", State::unknown},
    {"NO ESPECIFICADOS", State::unknown},
    {"NO ESPECIFICADAS", State::unknown},
    {"NO ESPECIFICO", State::unknown},
    {"NO IDENTIFICADO", State::unknown},
    {"NO IDENTIFICADA", State::unknown},
    {"NO DETERMINADO", State::unknown},
    {"NO DETERMINADA", State::unknown},
    {"NO PROPORCIONADO", State::unknown},
    {"NO PROPORCIONADA", State::unknown},
    {"NO PROPORCIONA", State::unknown},
    {"NO PROPORCIONO", State::unknown},
    {"NO REFIERE", State::unknown},
    {"NO REFIEREN", State::unknown},
    {"NO SABE", State::unknown},
    {"NO SE SABE", State::unknown},
    {"NO SE CONOCE", State::unknown},
    {"NO RECUERDA", State::unknown},
    {"NO CUENTA CON DATO", State::unknown},
    {"NO CUENTA CON INFORMACION", State::unknown},
    {"SE DESCONOCE", State::unknown},
    {"SE DESCONOCEN", State::unknown},
    {"SE IGNORA", State::unknown},
    {"DESCONOCE", State::unknown},
    {"DESCONOCIDO", State::unknown},
    {"DESCONOCIDA", State::unknown},
    {"DESCONOCIDOS", State::unknown},
    {"IGNORADO", State::unknown},
    {"IGNORADA", State::unknown},
    {"INDETERMINADO", State::unknown},
    {"INDETERMINADA", State::unknown},
    {"INDEFINIDO", State::unknown},
    {"POR DETERMINAR", State::unknown},
    {"POR DEFINIR", State::unknown},
    {"POR ESTABLECER", State::unknown},
    {"PENDIENTE", State::unknown},
    {"PENDIENTE POR DETERMINAR", State::unknown},
    {"UNKNOWN", State::unknown},
    {"UNKOWN", State::unknown},
    {"UNK", State::unknown},
    {"UNSURE", State::unknown},
    {"UNSPECIFIED", State::unknown},
    {"UNDETERMINED", State::unknown},
    {"INDETERMINATE", State::unknown},
    {"NOT KNOWN", State::unknown},
    {"NOT SPECIFIED", State::unknown},
    {"NOT DETERMINED", State::unknown},
    {"UNCERTAIN", State::unknown},
    {"PENDING", State::unknown},
    {"TO BE DETERMINED", State::unknown},
    {"TBD", State::unknown},
    {"NO DETERMINABLE", State::not_observable},
    {"NO DETERMINABLES", State::not_observable},
    {"INDETERMINABLE", State::not_observable},
    {"NO OBSERVABLE", State::not_observable},
    {"NO OBSERVABLES", State::not_observable},
    {"NO VALORABLE", State::not_observable},
    {"NO VALORABLES", State::not_observable},
    {"NO APRECIABLE", State::not_observable},
    {"NO APRECIABLES", State::not_observable},
    {"NO VISIBLE", State::not_observable},
    {"NO VISIBLES", State::not_observable},
    {"NO ES POSIBLE DETERMINAR", State::not_observable},
    {"NO ES POSIBLE DETERMINARLO", State::not_observable},
    {"NO SE PUEDE DETERMINAR", State::not_observable},
    {"NO SE PUDO DETERMINAR", State::not_observable},
    {"IMPOSIBLE DETERMINAR", State::not_observable},
    {"CANNOT BE DETERMINED", State::not_observable},
    {"CANNOT DETERMINE", State::not_observable},
    {"CANNOT ESTIMATE", State::not_observable},
    {"UNABLE TO DETERMINE", State::not_observable},
    {"NOT DETERMINABLE", State::not_observable},
    {"NOT OBSERVABLE", State::not_observable},
    {"NOT RECOGNIZABLE", State::not_observable},
    {"UNRECOGNIZABLE", State::not_observable},
    {"CONFIDENCIAL", State::redacted},
    {"CONFIDENCIALES", State::redacted},
    {"DATO CONFIDENCIAL", State::redacted},
    {"DATOS CONFIDENCIALES", State::redacted},
    {"INFORMACION CONFIDENCIAL", State::redacted},
    {"CLASIFICADO", State::redacted},
    {"INFORMACION CLASIFICADA", State::redacted},
    {"RESERVADO", State::redacted},
    {"RESERVADA", State::redacted},
    {"DATO RESERVADO", State::redacted},
    {"DATOS RESERVADOS", State::redacted},
    {"INFORMACION RESERVADA", State::redacted},
    {"IDENTIDAD RESERVADA", State::redacted},
    {"DATO PERSONAL PROTEGIDO", State::redacted},
    {"DATOS PERSONALES", State::redacted},
    {"DATO PROTEGIDO", State::redacted},
    {"DATOS PROTEGIDOS", State::redacted},
    {"PROTEGIDO", State::redacted},
    {"TESTADO", State::redacted},
    {"ELIMINADO", State::redacted},
    {"CONFIDENTIAL", State::redacted},
    {"WITHHELD", State::redacted},
    {"REDACTED", State::redacted},
};

constexpr std::size_t longest = 40;  // bytes; no way of saying "no value" is longer

// "XX", "XXX": a filler. One X alone is a tick or a third sex, and a value.
bool is_run_of_x(std::string_view words) {
  return words.size() >= 2 && words.find_first_not_of("X ") == std::string_view::npos;
}

}  // namespace

std::optional<ObservationState> sentinel(std::string_view text) {
  static const auto index = [] {
    std::unordered_map<std::string_view, State> map;
    for (const Sentinel& entry : sentinels) map.emplace(entry.words, entry.state);
    return map;
  }();
  if (text.empty()) return State::not_recorded;
  if (text.size() > longest && text.find_first_not_of(' ') < text.size() - longest)
    return std::nullopt;
  const std::string plain = fold_words(text);
  if (plain.empty())  // nothing but punctuation: "?" asks, "-" and "." fill
    return text.find('?') == std::string_view::npos ? State::not_recorded : State::unknown;
  if (is_run_of_x(plain)) return State::unknown;
  const auto at = index.find(plain);
  if (at == index.end()) return std::nullopt;
  return at->second;
}

}  // namespace confronta::importers

#include "models/data/municipality.h"

#include <algorithm>
#include <cmath>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr Municipality municipality_list[] = {
#include "models/data/municipalities.inc"
};
constexpr MunicipalityAlias alias_list[] = {
#include "models/data/municipality_aliases.inc"
};
constexpr MunicipalityAlias conflict_list[] = {
#include "models/data/municipality_conflicts.inc"
};

// INEGI's codes and abbreviations; RENAPO's two letters of the CURP.
constexpr State state_list[] = {
    {"01", "Aguascalientes", "Ags.", "AS"},
    {"02", "Baja California", "BC", "BC"},
    {"03", "Baja California Sur", "BCS", "BS"},
    {"04", "Campeche", "Camp.", "CC"},
    {"05", "Coahuila de Zaragoza", "Coah.", "CL"},
    {"06", "Colima", "Col.", "CM"},
    {"07", "Chiapas", "Chis.", "CS"},
    {"08", "Chihuahua", "Chih.", "CH"},
    {"09", "Ciudad de México", "CDMX", "DF"},
    {"10", "Durango", "Dgo.", "DG"},
    {"11", "Guanajuato", "Gto.", "GT"},
    {"12", "Guerrero", "Gro.", "GR"},
    {"13", "Hidalgo", "Hgo.", "HG"},
    {"14", "Jalisco", "Jal.", "JC"},
    {"15", "México", "Mex.", "MC"},
    {"16", "Michoacán de Ocampo", "Mich.", "MN"},
    {"17", "Morelos", "Mor.", "MS"},
    {"18", "Nayarit", "Nay.", "NT"},
    {"19", "Nuevo León", "NL", "NL"},
    {"20", "Oaxaca", "Oax.", "OC"},
    {"21", "Puebla", "Pue.", "PL"},
    {"22", "Querétaro", "Qro.", "QT"},
    {"23", "Quintana Roo", "Q. Roo", "QR"},
    {"24", "San Luis Potosí", "SLP", "SP"},
    {"25", "Sinaloa", "Sin.", "SL"},
    {"26", "Sonora", "Son.", "SR"},
    {"27", "Tabasco", "Tab.", "TC"},
    {"28", "Tamaulipas", "Tamps.", "TS"},
    {"29", "Tlaxcala", "Tlax.", "TL"},
    {"30", "Veracruz de Ignacio de la Llave", "Ver.", "VZ"},
    {"31", "Yucatán", "Yuc.", "YN"},
    {"32", "Zacatecas", "Zac.", "ZS"},
};

}  // namespace

std::span<const Municipality> municipalities() { return municipality_list; }
std::span<const State> states() { return state_list; }
std::span<const MunicipalityAlias> municipality_aliases() { return alias_list; }
std::span<const MunicipalityAlias> municipality_conflicts() { return conflict_list; }

const Municipality* find_municipality(std::string_view code) {
  const auto* at = std::lower_bound(
      std::begin(municipality_list), std::end(municipality_list), code,
      [](const Municipality& m, std::string_view wanted) { return m.code < wanted; });
  return at != std::end(municipality_list) && at->code == code ? at : nullptr;
}

const State* find_state(std::string_view code) {
  for (const State& state : state_list)
    if (code.substr(0, 2) == state.code) return &state;
  return nullptr;
}

double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double radians = 0.017453292519943295;
  constexpr double earth_radius_km = 6371.0088;
  const double half_dlat = portable_sin((latitude_b - latitude_a) * radians / 2);
  const double half_dlon = portable_sin((longitude_b - longitude_a) * radians / 2);
  const double h = half_dlat * half_dlat + portable_cos(latitude_a * radians) *
                                               portable_cos(latitude_b * radians) * half_dlon *
                                               half_dlon;
  return 2 * earth_radius_km * portable_asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace confronta

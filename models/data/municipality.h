#pragma once
// The states and municipalities of Mexico (INEGI), with coordinates and population.

#include <span>
#include <string_view>

namespace confronta {

struct Municipality {
  std::string_view code;  // INEGI, five digits: "14039"
  std::string_view name;  // as INEGI writes it
  double latitude;        // of the municipal seat, degrees, WGS 84
  double longitude;
  int population;  // census of 2020; 0 = created since
};

struct State {
  std::string_view code;        // INEGI, two digits: "14"
  std::string_view name;        // "Jalisco"
  std::string_view short_name;  // "Jal."
  std::string_view curp;        // as in a CURP: "JC"
};

/// A name that a register uses for a municipality, within the state it lists it under.
struct MunicipalityAlias {
  std::string_view state;
  std::string_view name;
  std::string_view code;
};

/// All municipalities, sorted by code.
std::span<const Municipality> municipalities();
/// All states, sorted by code (01 to 32).
std::span<const State> states();
/// Other names of municipalities, and names listed under an impossible state with what is meant.
std::span<const MunicipalityAlias> municipality_aliases();
std::span<const MunicipalityAlias> municipality_conflicts();

/// The municipality of a five-digit code, or nullptr.
const Municipality* find_municipality(std::string_view code);
/// The state of a code that begins with its two digits, or nullptr.
const State* find_state(std::string_view code);

/// Great-circle distance in kilometres (haversine, mean Earth radius 6371.0088 km).
double distance_km(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

}  // namespace confronta

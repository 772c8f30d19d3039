#pragma once
// Frequencies of Spanish surnames and given names, for rarity where the store is too small to say,
// and for people that are made up. Spain's list: Mexico publishes none; that is an assumption.

#include <span>
#include <string_view>

namespace confronta {

struct NameCount {
  std::string_view name;  // upper case, no accents, Ñ kept; may be a compound ("JOSE LUIS")
  int count;
};

/// Most frequent first. Source: INE (Spain), Estadística del Padrón Continuo.
std::span<const NameCount> surnames();
std::span<const NameCount> given_names_male();
std::span<const NameCount> given_names_female();

}  // namespace confronta

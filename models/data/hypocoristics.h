#pragma once
// Familiar forms of given names in Mexico.

#include <span>
#include <string_view>

namespace confronta {

/// A familiar form and one name that it stands for; a form may stand for several ("BETO").
struct Hypocoristic {
  std::string_view familiar;  // upper case, no accents, Ñ as N: "TONO"
  std::string_view formal;
};

/// Sorted by familiar form. Common usage, compiled for this project.
std::span<const Hypocoristic> hypocoristics();

}  // namespace confronta

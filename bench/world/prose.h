#pragma once
// Notes as the Spanish text that stands in cells. All functions draw the wording from `random`.

#include <span>
#include <string>

#include "bench/world/notes.h"
#include "bench/world/random.h"

namespace confronta::world {

enum class Voice { family, examiner };

/// "ANTEBRAZO IZQUIERDO LEYENDA \"KARLA\"", "ILEGIBLE EN ANTEBRAZO DERECHO". Without the word
/// "TATUAJE" where `bare` (a column of tattoos says so in its header).
std::string mark_text(Random& random, const MarkNote& mark, Voice voice, bool bare);
/// All marks for which `tattoos` is right, joined; "NO PRESENTA" if there is none.
std::string marks_text(Random& random, std::span<const MarkNote> marks, bool tattoos, Voice voice);
/// "ANTEBRAZO IZQUIERDO"; "" if no region is said.
std::string region_text(const MarkNote& mark);
/// What a mark shows: "LEYENDA \"KARLA\"", "ROSA"; "" if not said.
std::string content_text(const MarkNote& mark);
/// "PANTALÓN DE MEZCLILLA AZUL MARCA LEVIS TALLA 32".
std::string garment_text(const GarmentNote& garment);
/// Clothing (`belongings` false: slots 0 to 5) or belongings (6, 7); "" if there is none.
std::string garments_text(Random& random, std::span<const GarmentNote> garments, bool belongings);
std::string histories_text(std::span<const int> histories);
/// "11 sano; 16 amalgama; 36 ausente AM".
std::string teeth_text(const Mouth& mouth);

/// An empty cell as offices leave it: "" or a word such as "S/D".
std::string nothing(Random& random);
/// The text with the world's rate of typing errors.
std::string with_typos(Random& random, const std::string& text);
std::string lower(const std::string& text);  // Ñ and accents included
std::string capitalised(const std::string& text);

std::string day_first(Day day);  // "05/03/2019"

}  // namespace confronta::world

#pragma once
// Spanish and English text in one comparable form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/observation.h"

namespace confronta::importers {

/// Upper case, accents removed, Ñ kept, typographic quotes and dashes made plain, runs of white
/// space one space, none at the ends. Any UTF-8 in, valid UTF-8 out.
std::string fold(std::string_view text);
/// fold() without punctuation: words separated by one space.
std::string fold_words(std::string_view text);
/// The words of fold_words(text).
std::vector<std::string> words(std::string_view text);

/// The state that a text stands for when it is a way of saying "no value": "" not_recorded;
/// "SIN DATO", "S/D", "NA", "NaN", "XX", "NO ESPECIFICA", "SE DESCONOCE", "UNKNOWN" ... unknown;
/// "CONFIDENCIAL" redacted; "NO DETERMINABLE", "NO OBSERVABLE" not_observable. Nothing for a value.
std::optional<ObservationState> sentinel(std::string_view text);

}  // namespace confronta::importers

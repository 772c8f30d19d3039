#pragma once
// Values as text, for the store and for digests: exact (doubles in 17 digits), one form per value.

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/observation.h"
#include "models/domain/result.h"

namespace confronta {

/// The canonical text of a value. Fields are separated by U+001F, items of a list by U+001E.
std::string encode_value(const Value& value);
/// The value of a canonical text; error "codec.bad_value" if it is not one of `kind`.
Result<Value> decode_value(TraitKind kind, std::string_view text);

/// The observations of one record as one text, and back; error "codec.bad_observation".
std::string encode_observations(const std::vector<Observation>& observations);
Result<std::vector<Observation>> decode_observations(std::string_view text);

}  // namespace confronta

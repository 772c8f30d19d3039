#pragma once
// The data of the drawings beside a pair. The pages draw; nothing here weighs evidence.

#include <nlohmann/json_fwd.hpp>

#include "app/messages/catalogue.h"
#include "engine/review/log.h"
#include "models/domain/trait_table.h"

namespace confronta::app::review {

/// {"teeth","body_map","timeline","map","dna","clothing"}: see docs/review-api.md. What neither
/// side has is null or empty.
nlohmann::ordered_json drawings_of(Language language, const ReviewPair& pair,
                                   const TraitTable::Row& left, const TraitTable::Row& right);

}  // namespace confronta::app::review

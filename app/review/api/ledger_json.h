#pragma once
// The ledger of a pair as JSON, with prose in the reader's language.

#include <nlohmann/json_fwd.hpp>

#include "app/ledger.h"
#include "app/messages/catalogue.h"

namespace confronta::app::review {

/// [{"evidence","name","log10_lr","state","reason","p_h1","p_h2","left":[OBS],"right":[OBS],
/// "details":[LINE]}] in the order of the registry.
nlohmann::ordered_json ledger_json(Language language, const Ledger& ledger);

}  // namespace confronta::app::review

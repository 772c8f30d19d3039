#pragma once
// Subjects as the pages show them: in a line (a card), and with everything that is known.

#include <nlohmann/json_fwd.hpp>

#include <string>

#include "app/messages/catalogue.h"
#include "app/review/run/reviewed_run.h"
#include "engine/store/subjects.h"

namespace confronta::app::review {

/// {"id","kind","source","title","sex","age","place","date","status","withdrawn"} of a subject or
/// of the row that stands for several; null where nothing is known.
nlohmann::ordered_json card_of(Language language, const ReviewedRun& run, const std::string& id);
nlohmann::ordered_json card_of(Language language, const TraitTable::Row& row, bool withdrawn);
/// Of a subject by its newest record in the store: also before any run.
nlohmann::ordered_json card_of(Language language, const SubjectPage& page);

/// {"trait","value","text","state","file","sheet","row","column","member"}; `member` is the
/// subject that says so, `file` where that is known.
nlohmann::ordered_json observation_json(Language language, const Observation& observation,
                                        const std::string& member, const std::string& file);

/// A subject, or a row that stands for several, with all its observations, each with its file:
/// those are read from the store.
Result<nlohmann::ordered_json> subject_json(Language language, Store& store, const ReviewedRun& run,
                                            const TraitTable::Row& row);

}  // namespace confronta::app::review

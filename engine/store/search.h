#pragma once
// Finding subjects by what people know of them: a name, a folio, a CURP, words of a tattoo, an id.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/store.h"
#include "models/domain/record.h"

namespace confronta {

/// `trait`: name, alias, identifier, mark or "id"; `text`: what was found, as the record has it.
struct SearchHit {
  std::string id;
  SubjectKind kind = SubjectKind::report;
  std::string trait;
  std::string text;
};

/// Takes records that came since the last time into the index (SQLite's FTS5), in short
/// transactions. Needs a store opened for writing. What older versions of a record said is found
/// too.
Status update_search(Store& store);

/// Whether nothing came since.
Result<bool> search_is_current(Store& store);

/// Subjects that have every word of the query in one text, words by their beginnings, accents and
/// case ignored; best match first, each subject once. A query without a word finds nothing.
Result<std::vector<SearchHit>> search_subjects(Store& store, std::string_view query,
                                               std::uint32_t most);

}  // namespace confronta

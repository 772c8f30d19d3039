#pragma once
// Reading what the store knows of one subject, of all of them, and of the rows it could not use.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/kin/link.h"
#include "engine/store/store.h"
#include "models/domain/record.h"
#include "models/domain/trait_table.h"

namespace confronta {

struct SubjectVersion {
  std::uint32_t number = 0;  // 1 = the oldest
  std::string instant;       // of its import
  std::string mapping;
  std::string file;
  std::uint64_t first_row = 0;
  std::string raw;
  std::vector<Observation> observations;
};

struct SubjectPage {
  std::string id;
  SubjectKind kind = SubjectKind::report;
  std::string source;
  bool withdrawn = false;
  std::vector<SubjectVersion> versions;  // oldest first; never empty
};

/// Error "subject.unknown", or "subject.unknown_near" with up to three ids like it.
Result<SubjectPage> read_subject(Store& store, const std::string& id);
/// The file that a version of a subject came from; empty if the store has none such.
Result<std::string> read_version_file(Store& store, const std::string& id, std::uint32_t number);

/// A row that could not be used, with all that is needed to try it again.
struct QuarantinedRow {
  std::int64_t number = 0;
  std::string file, sheet, column, rule, value, hint, raw;
  std::vector<std::string> arguments;  // of the rule's message
  std::uint64_t row = 0;
  bool resolved = false;  // a later import could use it
  std::string source, mapping, mapping_text, format, file_digest;
  std::vector<std::string> columns;  // of the file
};
/// Oldest first.
Result<std::vector<QuarantinedRow>> read_quarantine(Store& store, bool resolved_too);

/// The newest version of every subject, as rows for a TraitTable. `digest` is the BLAKE2b of the
/// sorted (id, record key) lines: the same for any order of import.
struct Snapshot {
  std::vector<TraitTable::Row> reports, remains, relatives, samples;
  std::vector<std::string> withdrawn;  // ids, sorted: they stay comparable, and say so
  std::string digest;
  LinkedDna dna;  // what relatives and samples say; the rows of reports and remains have theirs
};
Result<Snapshot> read_snapshot(Store& store);

/// The subjects as they stood at an instant, sorted by id; those that the store did not have yet
/// are left out.
Result<std::vector<TraitTable::Row>> read_rows_as_of(Store& store,
                                                     const std::vector<std::string>& ids,
                                                     const std::string& instant);

}  // namespace confronta

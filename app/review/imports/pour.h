#pragma once
// A reader poured into the store for a page: what `confronta import` does, without a terminal, and
// with the rejected rows kept to be shown.

#include <string>
#include <vector>

#include "engine/store/import_transaction.h"
#include "importers/importer.h"

namespace confronta::app::review {

struct Poured {
  ImportCounts counts;
  importers::FileFacts facts;
  importers::ReadingNotes notes;
  std::vector<std::string> columns;
  std::vector<RejectedRow> rejected;  // the first of them
  std::string subject;                // id of the last record
};

struct PourOptions {
  std::string name;     // of the file, as people know it
  std::string by;       // who does it
  std::string instant;  // when
  bool dry_run = false;
  std::int64_t mends = 0;  // the quarantined row that is mended; 0 = a file is imported
};

inline constexpr std::size_t rejected_shown = 200;

/// Errors are those of the reader and of the store, with the file's name instead of its path.
Result<Poured> pour(Store& store, importers::RecordReader& reader, const PourOptions& options);

}  // namespace confronta::app::review

#pragma once
// One reader poured into the store in one transaction; used by `import` and by `quarantine retry`.

#include "app/cli/session.h"
#include "engine/store/import_transaction.h"
#include "importers/importer.h"

namespace confronta::app {

struct ImportedRows {
  ImportCounts counts;
  importers::ReadingNotes notes;
};

/// Reads to the end; errors are those of the reader and of the store, and "run.cancelled".
Result<ImportedRows> import_records(const Session& session, Store& store,
                                    importers::RecordReader& reader, bool retry, bool dry_run);

}  // namespace confronta::app

#pragma once
// A reader poured into an import, whoever asked for it: a command or a page.

#include <cstdint>
#include <functional>
#include <variant>

#include "engine/store/import_transaction.h"
#include "importers/importer.h"

namespace confronta::app {

/// What the caller of add_rows wants to know while it goes on; called from the caller's thread.
struct ImportWatch {
  /// Rows read so far, and in all as far as is known (0: not yet). False gives the import up.
  std::function<bool(std::uint64_t read, std::uint64_t expected)> go_on;
  /// Each record and each rejected row, in the order of the file, before the store has it.
  std::function<void(const std::variant<EncodedRecord, RejectedRow>&)> item;
};

/// Reads to the end with a thread a core, and adds all rows and the columns to the import, which
/// is still to be finished. Returns what was noticed of the file. Errors: those of the reader and
/// of the store, and "run.cancelled".
Result<importers::ReadingNotes> add_rows(ImportTransaction& import, importers::RecordReader& reader,
                                         const ImportWatch& watch);

}  // namespace confronta::app

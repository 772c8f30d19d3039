#pragma once
// What the store is told of a file that is read into it.

#include <string>

#include "engine/store/import_transaction.h"
#include "engine/store/subjects.h"
#include "importers/importer.h"

namespace confronta::app {

/// The header of an import of this file, begun at `instant`.
ImportHeader import_header(const importers::FileFacts& facts, const std::string& instant);

/// The file a quarantined row came from, as it was then, with no row in it yet.
importers::RetryBatch batch_of_file(const QuarantinedRow& row);

}  // namespace confronta::app

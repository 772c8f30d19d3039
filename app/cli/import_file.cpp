#include "app/cli/import_file.h"

#include <algorithm>
#include <thread>
#include <utility>
#include <variant>

#include "app/cli/console_progress.h"
#include "app/cli/read_ahead.h"
#include "app/import_source.h"

namespace confronta::app {
namespace {

Status keep(ImportTransaction& import, const std::variant<EncodedRecord, RejectedRow>& item) {
  const auto* record = std::get_if<EncodedRecord>(&item);
  return record ? import.add(*record) : import.reject(std::get<RejectedRow>(item));
}

}  // namespace

Result<ImportedRows> import_records(const Session& session, Store& store,
                                    importers::RecordReader& reader, bool retry, bool dry_run) {
  const std::string path = reader.facts().path;
  ImportHeader header = import_header(reader.facts(), utc_now());
  header.retry = retry;
  auto import = ImportTransaction::begin(store, header);
  if (!import) return import.error();
  ConsoleProgress progress{session};
  progress.stage("import.reading", 0);
  importers::ReadingNotes mapping_notes;
  {
    // The store writes while the next rows are being read and mapped.
    ReadAhead ahead{reader, std::max(1U, std::thread::hardware_concurrency())};
    for (bool more = true; more;) {
      ReadAhead::Batch batch = ahead.next();
      if (progress.cancelled()) return Error{"run.cancelled", {}, {path, "", 0, ""}};
      for (const auto& item : batch.items)
        if (const Status kept = keep(*import.value(), item); !kept) return kept.error();
      if (batch.error) return *batch.error;
      mapping_notes.append(std::move(batch.notes));
      more = !batch.last;
      progress.expect(batch.expected_rows);
      progress.done(batch.rows_read);
    }
  }
  import.value()->set_columns(reader.columns());
  auto counts = import.value()->finish(reader.rows_read(), dry_run);
  if (!counts) return counts.error();
  ImportedRows imported{counts.value(), reader.notes()};
  imported.notes.append(std::move(mapping_notes));
  return imported;
}

}  // namespace confronta::app

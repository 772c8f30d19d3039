#include "app/cli/import_file.h"

#include <utility>

#include "app/cli/console_progress.h"
#include "app/imports/add_rows.h"
#include "app/imports/import_source.h"

namespace confronta::app {

Result<ImportedRows> import_records(const Session& session, Store& store,
                                    importers::RecordReader& reader, bool retry, bool dry_run) {
  ImportHeader header = import_header(reader.facts(), utc_now());
  header.retry = retry;
  auto import = ImportTransaction::begin(store, header);
  if (!import) return import.error();
  ConsoleProgress progress{session};
  progress.stage("import.reading", 0);
  ImportWatch watch;
  watch.go_on = [&](std::uint64_t read, std::uint64_t expected) {
    progress.expect(expected);
    progress.done(read);
    return !progress.cancelled();
  };
  auto notes = add_rows(*import.value(), reader, watch);
  if (!notes) return notes.error();
  auto counts = import.value()->finish(reader.rows_read(), dry_run);
  if (!counts) return counts.error();
  return ImportedRows{counts.value(), std::move(notes).value()};
}

}  // namespace confronta::app

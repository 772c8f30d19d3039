#include "app/cli/import_file.h"

#include <variant>

#include "app/cli/console_progress.h"
#include "app/cli/read_ahead.h"
#include "app/import_source.h"

namespace confronta::app {
namespace {

Status keep(ImportTransaction& import, const std::variant<Record, RejectedRow>& item) {
  const Record* record = std::get_if<Record>(&item);
  return record ? import.add(*record) : import.reject(std::get<RejectedRow>(item));
}

}  // namespace

Result<ImportCounts> import_records(const Session& session, Store& store,
                                    importers::RecordReader& reader, bool retry, bool dry_run) {
  const std::string path = reader.facts().path;
  ImportHeader header = import_header(reader.facts(), utc_now());
  header.retry = retry;
  auto import = ImportTransaction::begin(store, header);
  if (!import) return import.error();
  ConsoleProgress progress{session};
  progress.stage("import.reading", 0);
  {
    ReadAhead ahead{reader};  // the store writes while the next rows are being read
    for (bool more = true; more;) {
      const ReadAhead::Batch batch = ahead.next();
      if (progress.cancelled()) return Error{"run.cancelled", {}, {path, "", 0, ""}};
      for (const auto& item : batch.items)
        if (const Status kept = keep(*import.value(), item); !kept) return kept.error();
      if (batch.error) return *batch.error;
      more = !batch.last;
      progress.expect(batch.expected_rows);
      progress.done(batch.rows_read);
    }
  }
  import.value()->set_columns(reader.columns());
  return import.value()->finish(reader.rows_read(), dry_run);
}

}  // namespace confronta::app

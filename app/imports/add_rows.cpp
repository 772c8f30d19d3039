#include "app/imports/add_rows.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "app/imports/read_ahead.h"

namespace confronta::app {
namespace {

Status keep(ImportTransaction& import, const std::variant<EncodedRecord, RejectedRow>& item) {
  const auto* record = std::get_if<EncodedRecord>(&item);
  return record ? import.add(*record) : import.reject(std::get<RejectedRow>(item));
}

}  // namespace

Result<importers::ReadingNotes> add_rows(ImportTransaction& import, importers::RecordReader& reader,
                                         const ImportWatch& watch) {
  importers::ReadingNotes noticed;
  {
    // The store writes while the next rows are being read and mapped.
    ReadAhead ahead{reader, std::max(1U, std::thread::hardware_concurrency())};
    for (bool more = true; more;) {
      ReadAhead::Batch batch = ahead.next();
      if (!watch.go_on(batch.rows_read, batch.expected_rows))
        return Error{"run.cancelled", {}, {reader.facts().path, "", 0, ""}};
      for (const auto& item : batch.items) {
        if (watch.item) watch.item(item);
        if (const Status kept = keep(import, item); !kept) return kept.error();
      }
      if (batch.error) return *batch.error;
      noticed.append(std::move(batch.notes));
      more = !batch.last;
    }
  }
  import.set_columns(reader.columns());
  importers::ReadingNotes all = reader.notes();
  all.append(std::move(noticed));
  return all;
}

}  // namespace confronta::app

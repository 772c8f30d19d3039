#include "app/review/imports/pour.h"

#include <utility>
#include <variant>

#include "app/cli/interrupt.h"
#include "app/imports/add_rows.h"
#include "app/imports/import_source.h"

namespace confronta::app::review {
namespace {

ImportHeader header_of(const importers::FileFacts& facts, const PourOptions& options) {
  ImportHeader header = import_header(facts, options.instant);
  header.path = options.name;
  header.retry = options.mends > 0;
  header.mends = options.mends;
  header.by = options.by;
  return header;
}

Error named(Error error, const std::string& name) {
  if (!error.where.file.empty()) error.where.file = name;
  return error;
}

void note(const std::variant<EncodedRecord, RejectedRow>& item, const std::string& name,
          Poured& poured) {
  if (const auto* record = std::get_if<EncodedRecord>(&item)) {
    poured.subject = record->id;
  } else if (poured.rejected.size() < rejected_shown) {
    poured.rejected.push_back(std::get<RejectedRow>(item));
    poured.rejected.back().reason.where.file = name;
  }
}

}  // namespace

Result<Poured> pour(Store& store, importers::RecordReader& reader, const PourOptions& options) {
  auto import = ImportTransaction::begin(store, header_of(reader.facts(), options));
  if (!import) return import.error();
  Poured poured;
  ImportWatch watch;
  watch.go_on = [](std::uint64_t, std::uint64_t) { return !interrupted(); };
  watch.item = [&](const auto& item) { note(item, options.name, poured); };
  auto notes = add_rows(*import.value(), reader, watch);
  if (!notes) return named(notes.error(), options.name);
  // A mended row that is rejected again is not kept: the original still waits, and says enough.
  const bool dry = options.dry_run || (options.mends > 0 && !poured.rejected.empty());
  auto counts = import.value()->finish(reader.rows_read(), dry);
  if (!counts) return named(counts.error(), options.name);
  poured.counts = counts.value();
  poured.facts = reader.facts();
  poured.notes = std::move(notes).value();
  poured.columns = reader.columns();
  return poured;
}

}  // namespace confronta::app::review

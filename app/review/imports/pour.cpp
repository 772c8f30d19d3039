#include "app/review/imports/pour.h"

#include <variant>

#include "app/cli/interrupt.h"
#include "app/import_source.h"

namespace confronta::app::review {
namespace {

constexpr std::uint64_t rows_between_looks = 512;  // at whether the server is to stop

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

Status take(ImportTransaction& import, const std::variant<Record, RejectedRow>& item,
            const std::string& name, Poured& poured) {
  if (const Record* record = std::get_if<Record>(&item)) {
    poured.subject = record->id;
    return import.add(*record);
  }
  const auto& rejected = std::get<RejectedRow>(item);
  if (poured.rejected.size() < rejected_shown) {
    poured.rejected.push_back(rejected);
    poured.rejected.back().reason.where.file = name;
  }
  return import.reject(rejected);
}

}  // namespace

Result<Poured> pour(Store& store, importers::RecordReader& reader, const PourOptions& options) {
  auto import = ImportTransaction::begin(store, header_of(reader.facts(), options));
  if (!import) return import.error();
  Poured poured;
  for (std::uint64_t read = 0;; ++read) {
    if (read % rows_between_looks == 0 && interrupted())
      return Error{"run.cancelled", {}, {options.name, "", 0, ""}};
    auto next = reader.next();
    if (!next) return named(next.error(), options.name);
    if (!next.value()) break;
    if (auto taken = take(*import.value(), *next.value(), options.name, poured); !taken)
      return named(taken.error(), options.name);
  }
  // A mended row that is rejected again is not kept: the original still waits, and says enough.
  const bool dry = options.dry_run || (options.mends > 0 && !poured.rejected.empty());
  import.value()->set_columns(reader.columns());
  auto counts = import.value()->finish(reader.rows_read(), dry);
  if (!counts) return named(counts.error(), options.name);
  poured.counts = counts.value();
  poured.facts = reader.facts();
  poured.notes = reader.notes();
  poured.columns = reader.columns();
  return poured;
}

}  // namespace confronta::app::review

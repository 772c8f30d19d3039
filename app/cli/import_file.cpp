#include "app/cli/import_file.h"

#include "app/cli/console_progress.h"

namespace confronta::app {
namespace {

constexpr std::uint64_t rows_between_looks = 512;  // at the progress, and at Ctrl-C

ImportHeader header_of(const importers::FileFacts& facts, bool retry) {
  ImportHeader header;
  header.path = facts.path;
  header.file_digest = facts.file_digest;
  header.source = facts.source;
  header.mapping = facts.mapping;
  header.mapping_text = facts.mapping_text;
  header.format = facts.format;
  header.full_list = facts.full_list;
  header.normaliser_version = importers::normaliser_version;
  header.instant = utc_now();
  header.retry = retry;
  return header;
}

/// All rows of the file, judged by the share of its bytes that was read so far.
std::uint64_t expected_rows(const importers::RecordReader& reader) {
  const auto [read, total] = reader.progress();
  if (read == 0) return 0;
  return static_cast<std::uint64_t>(static_cast<double>(reader.rows_read()) *
                                    static_cast<double>(total) / static_cast<double>(read));
}

}  // namespace

Result<ImportCounts> import_records(const Session& session, Store& store,
                                    importers::RecordReader& reader, bool retry, bool dry_run) {
  auto import = ImportTransaction::begin(store, header_of(reader.facts(), retry));
  if (!import) return import.error();
  ConsoleProgress progress{session};
  progress.stage("import.reading", 0);
  for (std::uint64_t read = 0;; ++read) {
    if (read % rows_between_looks == 0) {
      if (progress.cancelled()) return Error{"run.cancelled", {}, {reader.facts().path, "", 0, ""}};
      progress.expect(expected_rows(reader));
      progress.done(reader.rows_read());
    }
    auto next = reader.next();
    if (!next) return next.error();
    if (!next.value()) break;
    const auto& item = *next.value();
    const Record* record = std::get_if<Record>(&item);
    const Status kept =
        record ? import.value()->add(*record) : import.value()->reject(std::get<RejectedRow>(item));
    if (!kept) return kept.error();
  }
  import.value()->set_columns(reader.columns());
  return import.value()->finish(reader.rows_read(), dry_run);
}

}  // namespace confronta::app

#include <nlohmann/json.hpp>

#include <map>
#include <tuple>

#include "app/cli/commands.h"
#include "app/cli/import_file.h"
#include "app/imports/import_source.h"
#include "engine/store/subjects.h"

namespace confronta::app {
namespace {

/// Rows of one file, as one batch.
using BatchKey = std::tuple<std::string, std::string, std::string, std::vector<std::string>>;

std::map<BatchKey, importers::RetryBatch> batches_of(const std::vector<QuarantinedRow>& rows) {
  std::map<BatchKey, importers::RetryBatch> batches;
  for (const QuarantinedRow& row : rows) {
    const BatchKey key{row.source, row.file, row.mapping, row.columns};
    const auto batch = batches.try_emplace(key, batch_of_file(row)).first;
    batch->second.rows.push_back({row.raw, row.sheet, row.row});
  }
  return batches;
}

}  // namespace

int retry_quarantine(const Session& session) {
  auto store = Store::open(session.store, Access::write);
  if (!store) return session.fail(store.error());
  auto rows = read_quarantine(*store.value(), false);
  if (!rows) return session.fail(rows.error());
  std::uint64_t used = 0;
  std::uint64_t left = 0;
  for (const auto& [key, batch] : batches_of(rows.value())) {
    auto reader = importers::reopen_records(batch);
    if (!reader) return session.fail(reader.error());
    auto rows_tried = import_records(session, *store.value(), *reader.value(), true, false);
    if (!rows_tried) return session.fail(rows_tried.error());
    const ImportCounts& counts = rows_tried.value().counts;
    used += counts.rows - counts.quarantined;
    left += counts.quarantined;
  }
  if (session.json)
    session.print(nlohmann::ordered_json{{"used", used}, {"quarantined", left}}.dump());
  else
    session.print(session.text("quarantine.retried", {std::to_string(used), std::to_string(left)}));
  return left > 0 ? exit_quarantined : exit_ok;
}

}  // namespace confronta::app

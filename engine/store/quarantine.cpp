#include <SQLiteCpp/SQLiteCpp.h>

#include "engine/store/guarded.h"
#include "engine/store/subjects.h"
#include "engine/store/text_list.h"

namespace confronta {

Result<std::vector<QuarantinedRow>> read_quarantine(Store& store, bool resolved_too) {
  return guarded([&]() -> Result<std::vector<QuarantinedRow>> {
    SQLite::Statement all{
        store.database(),
        "SELECT q.id, i.path, q.sheet, q.row, q.column, q.rule, q.arguments, q.value, q.hint, "
        "q.raw, o.name, m.name, e.quarantine_id IS NOT NULL, i.format, i.columns, i.file_digest, "
        "m.text "
        "FROM quarantine q JOIN import i ON i.id = q.import_id JOIN source o ON o.id = "
        "i.source_id JOIN mapping m ON m.id = i.mapping_id LEFT JOIN resolution e ON "
        "e.quarantine_id = q.id ORDER BY q.id"};
    std::vector<QuarantinedRow> rows;
    while (all.executeStep()) {
      const bool resolved = all.getColumn(12).getInt() != 0;
      if (resolved && !resolved_too) continue;
      QuarantinedRow row;
      row.number = all.getColumn(0).getInt64();
      row.file = all.getColumn(1).getString();
      row.sheet = all.getColumn(2).getString();
      row.row = static_cast<std::uint64_t>(all.getColumn(3).getInt64());
      row.column = all.getColumn(4).getString();
      row.rule = all.getColumn(5).getString();
      row.arguments = split_list(all.getColumn(6).getString());
      row.value = all.getColumn(7).getString();
      row.hint = all.getColumn(8).getString();
      row.raw = all.getColumn(9).getString();
      row.source = all.getColumn(10).getString();
      row.mapping = all.getColumn(11).getString();
      row.resolved = resolved;
      row.format = all.getColumn(13).getString();
      row.columns = split_list(all.getColumn(14).getString());
      row.file_digest = all.getColumn(15).getString();
      row.mapping_text = all.getColumn(16).getString();
      rows.push_back(std::move(row));
    }
    return rows;
  });
}

}  // namespace confronta

#pragma once
// The rows of one subject -> its record, or why there is none.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "importers/importer.h"
#include "importers/mapping/binding.h"
#include "importers/mapping/collector.h"
#include "importers/mapping/mapping.h"
#include "importers/mapping/row_id.h"
#include "importers/mapping/rule_cells.h"

namespace confronta::importers {

/// Applies one mapping. Keeps references to its arguments. Not thread-safe.
class RecordBuilder {
 public:
  RecordBuilder(const Mapping& mapping, const FileFacts& facts, ReadingNotes& notes);

  /// The id of a row, or "". To be asked once a row, in the order of the file.
  std::string id_of(const SourceRow& row);
  /// A row that is no subject (a total) or that has no id, as rejected.
  std::optional<RejectedRow> reject(const SourceRow& row, const std::string& id);
  /// The record of the rows of one subject; rejected where a required cell is missing or wrong, or
  /// where there is nothing that could be compared.
  std::variant<Record, RejectedRow> build(const std::vector<SourceRow>& rows, std::string id);
  RejectedRow rejected(const std::vector<SourceRow>& rows, Rejection rejection) const;

 private:
  void read_row(const SourceRow& row);
  void read_list(const Rule& rule, Binding& binding, const std::string& path,
                 const std::vector<SourceRow>& elements);
  bool is_skipped(const SourceRow& row, Rejection& why);

  const Mapping& mapping_;
  const FileFacts& facts_;
  RuleContext context_;
  RowIds ids_;
  std::vector<Binding> bindings_;  // one a column set
  Collector collector_;
};

}  // namespace confronta::importers

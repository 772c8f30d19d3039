#pragma once
// The rows of a file as a mapping sees them: one a subject.

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/formats/row_source.h"
#include "importers/importer.h"

namespace confronta::importers {

/// Where a file nests its subjects in a list ("desaparecidos" of a report), each element becomes a
/// row of its own: the outer fields under their names, the element's as "LIST[].FIELD", its nested
/// lists as "LIST[].NAME". Its raw row is the outer row word for word; where that holds several
/// subjects, a last line "LIST[K]" says which. An outer row without subjects is one row, without
/// them. `list` "" leaves rows as they are.
std::vector<SourceRow> rows_of_subjects(SourceRow row, std::string_view list);
/// Several raw rows of one subject are kept as one text, parted by this character.
inline constexpr char raw_separator = '\x1e';

/// A stream of such rows. Not thread-safe.
class SubjectRows {
 public:
  /// The rows of a file.
  SubjectRows(std::unique_ptr<RowSource> source, std::string list);
  /// Rows of the quarantine, each as it was or one of the subjects of its outer row.
  SubjectRows(const RetryBatch& batch, std::string list);

  Result<std::optional<ReadRow>> next();
  const RowSource& source() const { return *source_; }
  /// Rows given so far, rejected ones included.
  std::uint64_t rows_read() const { return rows_read_; }

 private:
  std::unique_ptr<RowSource> source_;
  std::string list_;
  std::deque<ReadRow> waiting_;
  std::deque<std::size_t> chosen_;  // retry: which subject of each row to come, 0 = all
  std::uint64_t rows_read_ = 0;
};

}  // namespace confronta::importers

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
/// The raw row without its last line "LIST[K]", and K (1-based); 0 where there is none.
std::pair<std::string_view, std::size_t> split_subject_raw(std::string_view raw,
                                                           std::string_view list);

/// A stream of such rows, from a file or from rows of the quarantine. Not thread-safe.
class SubjectRows {
 public:
  virtual ~SubjectRows() = default;
  virtual Result<std::optional<ReadRow>> next() = 0;
  virtual const std::vector<std::string>& columns() const = 0;
  virtual std::string_view format() const = 0;
  virtual std::pair<std::uint64_t, std::uint64_t> progress() const = 0;
  /// Rows given so far, rejected ones included.
  std::uint64_t rows_read() const { return rows_read_; }

 protected:
  std::uint64_t rows_read_ = 0;
};

std::unique_ptr<SubjectRows> subject_rows(std::unique_ptr<RowSource> source, std::string list);
std::unique_ptr<SubjectRows> subject_rows(const RetryBatch& batch, std::string list);

}  // namespace confronta::importers

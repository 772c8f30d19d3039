#pragma once
// What the readers of DNA files share. For this folder only.

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "importers/genetics/dna_columns.h"
#include "importers/importer.h"
#include "importers/mapping/subject_rows.h"

namespace confronta::importers::dna {

/// Between source and sample in a sample's id: laboratories call a sample as the person or body it
/// is of, and a name is one subject's only.
inline const std::string sample_prefix = ":ADN/";

using Item = std::variant<Record, RejectedRow>;

/// A row set aside, with its place.
RejectedRow rejected(const FileFacts& facts, const SourceRow& row, Error reason, std::string column,
                     std::string value, std::string hint);

/// A reader whose records wait in a list until they are asked for. `fill` adds some, or none at the
/// end of the file.
class ListedReader : public RecordReader {
 public:
  explicit ListedReader(FileFacts facts) : facts_(std::move(facts)) {}
  const FileFacts& facts() const override { return facts_; }
  const ReadingNotes& notes() const override { return notes_; }
  std::uint64_t rows_read() const override { return rows_read_; }
  Result<std::optional<Item>> next() final;

 protected:
  /// False at the end of the file.
  virtual Result<bool> fill() = 0;
  /// Counts the item's rows too.
  void give(Item item);

  FileFacts facts_;
  ReadingNotes notes_;

 private:
  std::deque<Item> items_;
  std::uint64_t rows_read_ = 0;
};

/// Facts of a file of the layout; `source` of the options or "adn".
FileFacts facts_of(const ImportOptions& options, std::string_view layout, std::string_view format,
                   std::string digest);

std::unique_ptr<RecordReader> read_profile_table(FileFacts facts, SubjectRows rows,
                                                 DnaLayout layout);
std::unique_ptr<RecordReader> read_pedigree_table(FileFacts facts, SubjectRows rows);

/// Errors: those of open_text, "file.too_large", "codis.bad_xml" (line).
Result<std::unique_ptr<RecordReader>> read_codis_file(FileFacts facts);
/// Specimens as they were kept.
std::unique_ptr<RecordReader> read_codis_specimens(FileFacts facts, std::vector<RetryRow> rows);

/// Errors: as read_familias_case.
Result<std::unique_ptr<RecordReader>> read_familias_records(FileFacts facts);
/// Samples of such a file as they were kept.
std::unique_ptr<RecordReader> read_familias_samples(FileFacts facts, std::vector<RetryRow> rows);

}  // namespace confronta::importers::dna

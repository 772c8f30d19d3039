#include <algorithm>
#include <utility>

#include "importers/formats/file_digest.h"
#include "importers/genetics/dna_records.h"
#include "importers/importer.h"
#include "importers/mapping/layout.h"
#include "importers/mapping/record_builder.h"
#include "importers/mapping/shipped.h"
#include "importers/mapping/subject_rows.h"

namespace confronta::importers {
namespace {

using Item = std::variant<Record, RejectedRow>;

/// Rows of one subject with its id, or why there is none.
struct SubjectRead {
  std::vector<SourceRow> rows;
  std::string id;
};
using Unmapped = std::variant<SubjectRead, RejectedRow>;

Item mapped(Unmapped& read, RecordBuilder& builder) {
  if (auto* rejected = std::get_if<RejectedRow>(&read)) return std::move(*rejected);
  auto& subject = std::get<SubjectRead>(read);
  return builder.build(subject.rows, std::move(subject.id));
}

class UnmappedBlock final : public RowBlock {
 public:
  UnmappedBlock(const Mapping& mapping, const FileFacts& facts)
      : mapping_(mapping), facts_(facts) {}

  void add(Unmapped read) { rows_.push_back(std::move(read)); }
  bool empty() const { return rows_.empty(); }
  std::size_t size() const { return rows_.size(); }

  std::vector<Item> map(ReadingNotes& notes) override {
    RecordBuilder builder{mapping_, facts_, notes};
    std::vector<Item> items;
    items.reserve(rows_.size());
    for (Unmapped& read : rows_) items.push_back(mapped(read, builder));
    return items;
  }

 private:
  const Mapping& mapping_;
  const FileFacts& facts_;
  std::vector<Unmapped> rows_;
};

/// Records and rejected rows of a reader that gives nothing else.
class MappedBlock final : public RowBlock {
 public:
  explicit MappedBlock(std::vector<Item> items) : items_(std::move(items)) {}
  std::vector<Item> map(ReadingNotes&) override { return std::move(items_); }

 private:
  std::vector<Item> items_;
};

class Reader final : public RecordReader {
 public:
  Reader(FileFacts facts, Mapping mapping, SubjectRows rows)
      : facts_(std::move(facts)),
        mapping_(std::move(mapping)),
        rows_(std::move(rows)),
        builder_(mapping_, facts_, notes_) {
    if (mapping_.id.from == IdRule::From::row_number)
      notes_.warn("mapping.row_number_ids", "", facts_.path);
    look_at_columns();
  }

  const FileFacts& facts() const override { return facts_; }
  const std::vector<std::string>& columns() const override { return rows_.source().columns(); }
  std::uint64_t rows_read() const override { return rows_.rows_read(); }
  const ReadingNotes& notes() const override { return notes_; }
  std::pair<std::uint64_t, std::uint64_t> progress() const override {
    return rows_.source().progress();
  }

  Result<std::optional<Item>> next() override {
    auto read = next_subject();
    if (!read.ok()) return read.error();
    if (!read.value()) return std::optional<Item>{};
    return std::optional<Item>{mapped(*read.value(), builder_)};
  }

  Result<std::unique_ptr<RowBlock>> read_block(std::size_t size) override {
    auto block = std::make_unique<UnmappedBlock>(mapping_, facts_);
    while (block->size() < size) {
      auto read = next_subject();
      if (!read.ok()) return read.error();
      if (!read.value()) break;
      block->add(std::move(*read.value()));
    }
    return std::unique_ptr<RowBlock>{block->empty() ? nullptr : std::move(block)};
  }

 private:
  /// What has to be found out row after row: where a subject ends, and its id.
  Result<std::optional<Unmapped>> next_subject() {
    auto read = next_row();
    if (!read.ok()) return read.error();
    if (!read.value()) return std::optional<Unmapped>{};
    if (auto* rejected = std::get_if<RejectedRow>(&*read.value())) {
      if (rejected->reason.where.file.empty()) rejected->reason.where.file = facts_.path;
      return std::optional<Unmapped>{std::move(*rejected)};
    }
    SubjectRead subject;
    subject.rows.push_back(std::move(std::get<SourceRow>(*read.value())));
    if (auto rejected = reject_sheet(subject.rows))
      return std::optional<Unmapped>{std::move(*rejected)};
    subject.id = builder_.id_of(subject.rows.front());
    if (auto rejected = builder_.reject(subject.rows.front(), subject.id))
      return std::optional<Unmapped>{std::move(*rejected)};
    if (mapping_.id.group) {
      const Status status = add_rows_of(subject.id, subject.rows);
      if (!status.ok()) return status.error();
    }
    return std::optional<Unmapped>{std::move(subject)};
  }

  Result<std::optional<ReadRow>> next_row() {
    if (ahead_) return std::exchange(ahead_, std::nullopt);
    return rows_.next();
  }

  /// The rows that follow with the same id; the first other row waits in ahead_.
  Status add_rows_of(const std::string& id, std::vector<SourceRow>& rows) {
    for (;;) {
      auto read = rows_.next();
      if (!read.ok()) return read.error();
      if (!read.value()) return success();
      auto* row = std::get_if<SourceRow>(&*read.value());
      if (!row || row->sheet != rows.front().sheet || builder_.id_of(*row) != id) {
        ahead_ = std::move(read.value());
        return success();
      }
      rows.push_back(std::move(*row));
    }
  }

  /// A workbook may hold sheets of another kind beside the one that the mapping is for.
  std::optional<RejectedRow> reject_sheet(const std::vector<SourceRow>& rows) {
    const std::string& sheet = rows.front().sheet;
    if (sheet != sheet_) {
      sheet_ = sheet;
      look_at_columns();
    }
    if (missing_.empty()) return std::nullopt;
    return builder_.rejected(
        rows, {{"row.other_layout", {mapping_.name, missing_}, {}}, "", "hint.other_layout"});
  }

  void look_at_columns() {
    const LayoutFit fit = fit_layout(mapping_, rows_.source().columns(), rows_.source().format());
    missing_.clear();
    for (const std::string& column : fit.missing)
      missing_ += (missing_.empty() ? "" : ", ") + column;
    if (!missing_.empty()) return;
    auto& unmapped = notes_.unmapped_columns;
    for (const std::string& column : fit.unmapped)
      if (std::find(unmapped.begin(), unmapped.end(), column) == unmapped.end())
        unmapped.push_back(column);
  }

  FileFacts facts_;
  Mapping mapping_;
  ReadingNotes notes_;
  SubjectRows rows_;
  RecordBuilder builder_;
  std::optional<ReadRow> ahead_;
  std::string sheet_;
  std::string missing_;  // required columns that the sheet lacks
};

ReadOptions options_of(const Mapping& mapping) {
  ReadOptions options;
  options.format = mapping.format;
  options.sheet = mapping.sheet;
  options.encoding = mapping.encoding;
  options.delimiter = mapping.delimiter;
  options.header_row = mapping.header_row;
  options.list_path = mapping.list_path;
  options.expected_columns = mapping.expected;
  return options;
}

Error at_file(Error error, const std::string& path) {
  error.where.file = path;
  return error;
}

bool is_workbook(const RowSource& source) {
  return source.format() == "xlsx" || source.format() == "xls";
}

/// The mapping for the first sheet of the file that has a known layout. The error is the first
/// sheet's.
Result<Mapping> mapping_by_layout(RowSource& source) {
  auto mapping = choose_mapping(source.columns(), source.format());
  if (mapping.ok() || !is_workbook(source)) return mapping;
  for (;;) {
    const auto more = source.next_table();
    if (!more.ok() || !more.value()) return mapping;
    auto other = choose_mapping(source.columns(), source.format());
    if (other.ok()) return other;
  }
}

/// The error of a file whose columns are not those of the mapping that was asked for. Of a workbook
/// another sheet may fit: its rows speak for themselves.
std::optional<Error> other_layout(const Mapping& mapping, const RowSource& source) {
  const LayoutFit fit = fit_layout(mapping, source.columns(), source.format());
  if (fit.missing.empty() || is_workbook(source)) return std::nullopt;
  return no_layout(source.columns(), mapping.name, fit);
}

bool is_shipped(const std::string& name) {
  const auto all = shipped_mappings();
  return std::any_of(all.begin(), all.end(),
                     [&](const ShippedMapping& shipped) { return shipped.name == name; });
}

Result<Mapping> mapping_for(const ImportOptions& options) {
  if (!options.mapping.empty()) {
    auto mapping = find_mapping(options.mapping);
    if (!mapping.ok() || is_shipped(options.mapping) || !is_shipped(mapping.value().name))
      return mapping;
    // A retry finds shipped mappings by name, so that another may not have it.
    return Error{"mapping.name_taken", {options.mapping, mapping.value().name}, {}};
  }
  ReadOptions reading;
  reading.expected_columns = all_expected_columns();
  auto source = open_rows(options.path, reading);
  if (!source.ok()) return source.error();
  auto mapping = mapping_by_layout(*source.value());
  return mapping.ok() ? mapping : at_file(mapping.error(), options.path);
}

std::unique_ptr<RecordReader> make_reader(FileFacts facts, Mapping mapping, SubjectRows rows) {
  facts.mapping = mapping.name;
  facts.mapping_text = mapping.text;
  facts.full_list = mapping.full_list;
  if (facts.source.empty()) facts.source = mapping.source;
  return std::make_unique<Reader>(std::move(facts), std::move(mapping), std::move(rows));
}

}  // namespace

void ReadingNotes::warn(std::string_view code, std::string_view column, std::string_view text) {
  for (Warning& warning : warnings) {
    if (warning.code != code || warning.column != column) continue;
    ++warning.count;
    return;
  }
  warnings.push_back({std::string{code}, std::string{column}, 1, std::string{text}});
}

void ReadingNotes::append(ReadingNotes later) {
  for (Warning& warning : later.warnings) {
    const auto known = std::find_if(warnings.begin(), warnings.end(), [&](const Warning& w) {
      return w.code == warning.code && w.column == warning.column;
    });
    if (known == warnings.end())
      warnings.push_back(std::move(warning));
    else
      known->count += warning.count;
  }
  for (std::string& column : later.unmapped_columns)
    if (std::find(unmapped_columns.begin(), unmapped_columns.end(), column) ==
        unmapped_columns.end())
      unmapped_columns.push_back(std::move(column));
  for (Error& remark : later.remarks) remarks.push_back(std::move(remark));
}

Result<std::unique_ptr<RowBlock>> RecordReader::read_block(std::size_t size) {
  std::vector<Item> items;
  while (items.size() < size) {
    auto read = next();
    if (!read.ok()) return read.error();
    if (!read.value()) break;
    items.push_back(std::move(*read.value()));
  }
  if (items.empty()) return std::unique_ptr<RowBlock>{};
  return std::unique_ptr<RowBlock>{std::make_unique<MappedBlock>(std::move(items))};
}

Result<std::unique_ptr<RecordReader>> open_records(const ImportOptions& options) {
  if (auto dna = open_dna_records(options); !dna || dna.value()) return dna;
  auto digest = file_digest(options.path);
  if (!digest.ok()) return digest.error();
  auto mapping = mapping_for(options);
  if (!mapping.ok()) return mapping.error();
  auto source = open_rows(options.path, options_of(mapping.value()));
  if (!source.ok()) return source.error();
  if (const auto error = other_layout(mapping.value(), *source.value()))
    return at_file(*error, options.path);
  FileFacts facts;
  facts.path = options.path;
  facts.source = options.source;
  facts.format = source.value()->format();
  facts.file_digest = digest.value();
  SubjectRows rows{std::move(source.value()), mapping.value().subjects};
  return make_reader(std::move(facts), std::move(mapping.value()), std::move(rows));
}

Result<std::unique_ptr<RecordReader>> reopen_records(const RetryBatch& batch) {
  if (is_dna_layout(batch.facts.mapping)) return reopen_dna_records(batch);
  // The mapping in force now: shipped ones by name, a file by its path, else the text of old.
  const std::string& name = batch.facts.mapping;
  const bool is_file = name.size() > 5 && name.compare(name.size() - 5, 5, ".toml") == 0;
  auto mapping = is_shipped(name) || is_file ? find_mapping(name)
                                             : parse_mapping(batch.facts.mapping_text, name);
  if (!mapping.ok()) return mapping.error();
  SubjectRows rows{batch, mapping.value().subjects};
  return make_reader(batch.facts, std::move(mapping.value()), std::move(rows));
}

}  // namespace confronta::importers

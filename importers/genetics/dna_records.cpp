#include "importers/genetics/dna_records.h"

#include <algorithm>

#include "importers/formats/bytes.h"
#include "importers/formats/file_digest.h"
#include "importers/genetics/dna_readers.h"
#include "importers/genetics/familias_case.h"
#include "importers/mapping/layout.h"

namespace confronta::importers {
namespace dna {

constexpr std::string_view codis = "codis_cmf";
constexpr std::string_view familias_file = "familias";

RejectedRow rejected(const FileFacts& facts, const SourceRow& row, Error reason, std::string column,
                     std::string value, std::string hint) {
  reason.where = {facts.path, row.sheet, row.row, std::move(column)};
  return {std::move(reason), std::move(value), std::move(hint), row.raw, 1};
}

void ListedReader::give(Item item) {
  const auto rows = [](const auto& one) { return one.rows; };
  rows_read_ += std::visit(rows, item);
  items_.push_back(std::move(item));
}

Result<std::optional<Item>> ListedReader::next() {
  while (items_.empty()) {
    const auto more = fill();
    if (!more) return more.error();
    if (!more.value() && items_.empty()) return std::optional<Item>{};
  }
  std::optional<Item> item{std::move(items_.front())};
  items_.pop_front();
  return item;
}

FileFacts facts_of(const ImportOptions& options, std::string_view layout, std::string_view format,
                   std::string digest) {
  FileFacts facts;
  facts.path = options.path;
  facts.source = options.source.empty() ? "adn" : options.source;
  facts.mapping = layout;
  facts.mapping_text = std::string{layout} + ' ' + std::string{dna_reader_version};
  facts.format = format;
  facts.file_digest = std::move(digest);
  return facts;
}

namespace {

bool is_codis_file(const std::string& path) {
  constexpr std::size_t head_size = 4096;
  const auto head = read_head(path, head_size);
  return head && head.value().find("CODISImportFile") != std::string::npos;
}

ReadOptions table_options() {
  ReadOptions reading;
  reading.expected_columns = all_expected_columns();
  for (std::string& name : expected_dna_columns()) reading.expected_columns.push_back(name);
  return reading;
}

/// The layout of the first sheet that has one.
Result<std::optional<DnaLayout>> table_layout(const std::string& path,
                                              std::optional<DnaLayout> wanted) {
  auto source = open_rows(path, table_options());
  if (!source) return source.error();
  for (;;) {
    if (const auto found = dna_columns(source.value()->columns(), wanted))
      return std::optional{found->layout};
    const auto more = source.value()->next_table();
    if (!more || !more.value()) return std::optional<DnaLayout>{};
  }
}

std::unique_ptr<RecordReader> table_reader(FileFacts facts, SubjectRows rows, DnaLayout layout) {
  return layout == DnaLayout::pedigree
             ? read_pedigree_table(std::move(facts), std::move(rows))
             : read_profile_table(std::move(facts), std::move(rows), layout);
}

Result<std::unique_ptr<RecordReader>> open_table(const ImportOptions& options, DnaLayout layout,
                                                 std::string digest) {
  auto source = open_rows(options.path, table_options());
  if (!source) return source.error();
  FileFacts facts =
      facts_of(options, layout_name(layout), source.value()->format(), std::move(digest));
  return table_reader(std::move(facts), SubjectRows{std::move(source.value()), ""}, layout);
}

}  // namespace
}  // namespace dna

using namespace dna;

std::span<const std::string_view> dna_layouts() {
  static const std::string_view names[]{codis, layout_name(DnaLayout::pedigree),
                                        layout_name(DnaLayout::wide),
                                        layout_name(DnaLayout::by_locus), familias_file};
  return names;
}

bool is_dna_layout(std::string_view name) {
  const auto all = dna_layouts();
  return std::find(all.begin(), all.end(), name) != all.end();
}

Result<std::unique_ptr<RecordReader>> open_dna_records(const ImportOptions& options) {
  const bool asked = !options.mapping.empty();
  if (asked && !is_dna_layout(options.mapping)) return std::unique_ptr<RecordReader>{};
  auto digest = file_digest(options.path);
  if (!digest) return digest.error();
  if (options.mapping == codis || (!asked && is_codis_file(options.path)))
    return read_codis_file(facts_of(options, codis, "xml", digest.value()));
  if (options.mapping == familias_file || (!asked && is_familias_file(options.path)))
    return read_familias_records(facts_of(options, familias_file, "fam", digest.value()));
  const auto wanted = layout_of_name(options.mapping);
  const auto layout = table_layout(options.path, wanted);
  if (!layout) return layout.error();
  if (layout.value()) return open_table(options, *layout.value(), digest.value());
  if (!asked) return std::unique_ptr<RecordReader>{};
  return Error{"mapping.no_layout",
               {"", options.mapping, "@dna.columns." + options.mapping},
               {options.path, "", 0, ""}};
}

Result<std::unique_ptr<RecordReader>> reopen_dna_records(const RetryBatch& batch) {
  FileFacts facts = batch.facts;
  facts.mapping_text = facts.mapping + ' ' + std::string{dna_reader_version};
  if (facts.mapping == codis) return read_codis_specimens(std::move(facts), batch.rows);
  if (facts.mapping == familias_file) return read_familias_samples(std::move(facts), batch.rows);
  const auto layout = layout_of_name(facts.mapping);
  if (!layout) return Error{"mapping.unknown", {facts.mapping}, {}};
  return table_reader(std::move(facts), SubjectRows{batch, ""}, *layout);
}

}  // namespace confronta::importers

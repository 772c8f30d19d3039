#include "importers/genetics/allele_table_file.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>

#include "importers/formats/cell_text.h"
#include "importers/formats/row_source.h"
#include "importers/genetics/allele_cells.h"
#include "importers/genetics/allele_columns.h"
#include "importers/genetics/locus_names.h"
#include "importers/normalise/text.h"
#include "models/domain/number_text.h"

namespace confronta::importers {
namespace {

constexpr std::size_t most_rows = 1000;  // all alleles of fifty loci are some two hundred

enum class RowKind { allele, persons, chromosomes, group, passed_over };

bool is_any(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool names_alleles(std::string_view column) {
  const std::string folded = fold_words(column);
  return folded.rfind("ALLELE", 0) == 0 || folded.rfind("ALELO", 0) == 0;
}

RowKind kind_of_row(std::string_view first) {
  const std::string word = fold_words(first);
  if (is_any(word, {"N", "PERSONS", "INDIVIDUALS", "PERSONAS", "INDIVIDUOS"}))
    return RowKind::persons;
  if (is_any(word, {"2N", "CHROMOSOMES", "CROMOSOMAS", "ALLELES COUNTED", "ALELOS CONTADOS"}))
    return RowKind::chromosomes;
  if (is_any(word, {"LINKAGE GROUP", "GRUPO DE LIGAMIENTO"})) return RowKind::group;
  if (is_any(word, {"TOTAL",
                    "SUM",
                    "SUMA",
                    "H",
                    "HO",
                    "HE",
                    "HOB",
                    "HOBS",
                    "HEXP",
                    "HET",
                    "HETEROZYGOSITY",
                    "HETEROCIGOSIDAD",
                    "PD",
                    "PDM",
                    "PDF",
                    "PE",
                    "PEX",
                    "PIC",
                    "PM",
                    "MP",
                    "PI",
                    "TPI",
                    "MEC",
                    "HWE",
                    "P",
                    "P HWE",
                    "P VALUE",
                    "VALOR P"}))
    return RowKind::passed_over;
  return RowKind::allele;
}

/// "9,3" and "15.0" as alleles are kept: "9.3", "15".
std::optional<std::string> allele_of(std::string_view text) {
  LocusCells cells;
  if (!read_allele_cell(text, true, cells) || cells.alleles.size() != 1) return std::nullopt;
  if (!genetics::repeat_number(cells.alleles.front())) return std::nullopt;
  return cells.alleles.front();
}

/// What a header that stands twice is called the second time ("TH01#2") belongs to its locus.
std::string_view without_number(std::string_view column) {
  return column.substr(0, column.find('#'));
}

class AlleleTableReader {
 public:
  explicit AlleleTableReader(std::string path) : path_(std::move(path)) {}

  Result<genetics::FrequencyTable> read() {
    ReadOptions options;
    options.expected_columns = {"Allele", "Alleles", "Alelo", "Alelos"};
    for (const std::string_view locus : known_loci()) options.expected_columns.emplace_back(locus);
    auto rows = open_rows(path_, options);
    if (!rows) return rows.error();
    for (std::size_t count = 0;; ++count) {
      auto row = rows.value()->next();
      if (!row) return row.error();
      if (!row.value()) break;
      if (const auto* bad = std::get_if<RejectedRow>(&*row.value())) return bad->reason;
      if (count == most_rows) return Error{"allele_table.too_long", {}, {path_, "", 0, ""}};
      if (auto taken = take(std::get<SourceRow>(*row.value())); !taken) return taken.error();
    }
    return table();
  }

 private:
  Location place(const SourceRow& row, std::string column) const {
    return {path_, row.sheet, row.row, std::move(column)};
  }

  /// Sheets without a column of alleles are of something else.
  Status take(const SourceRow& row) {
    const auto first = std::find_if(row.fields.begin(), row.fields.end(),
                                    [](const Field& field) { return names_alleles(field.name); });
    if (first == row.fields.end()) return success();
    has_alleles_ = true;
    const RowKind kind = kind_of_row(first->text);
    if (kind == RowKind::passed_over) return success();
    std::string allele;
    if (kind == RowKind::allele) {
      const auto read = allele_of(first->text);
      if (!read) return Error{"allele_table.allele", {first->text}, place(row, first->name)};
      allele = *read;
      if (!seen_.emplace(row.sheet, allele).second)
        return Error{"allele_table.allele_twice", {allele}, place(row, first->name)};
    }
    for (const Field& field : row.fields)
      if (&field != &*first && !not_observed(field.text))
        if (auto taken = take(row, field, kind, allele); !taken) return taken;
    return success();
  }

  static bool not_observed(std::string_view text) {
    return text.empty() || text == "-" || sentinel(text).has_value();
  }

  Status take(const SourceRow& row, const Field& field, RowKind kind, const std::string& allele) {
    auto column = column_of(row, field.name);
    if (!column) return column.error();
    if (!column.value()) return success();
    const auto number = figure_of(field.text);
    if (!number) return Error{"allele_table.number", {field.text}, place(row, field.name)};
    AlleleColumn& locus = *column.value();
    switch (kind) {
      case RowKind::persons: locus.persons = number; break;
      case RowKind::chromosomes: locus.chromosomes = number; break;
      case RowKind::group:
        if (!(*number >= 1 && *number <= 99) || *number != static_cast<int>(*number))
          return Error{"allele_table.group", {field.text}, place(row, field.name)};
        locus.linkage_group = static_cast<int>(*number);
        break;
      case RowKind::allele:
        if (*number > 0) locus.figures.push_back({allele, *number, row.row});
        break;
      case RowKind::passed_over: break;
    }
    return success();
  }

  /// None for a column that names no locus known here: an indel, a Y-STR, a locus of another kit.
  Result<AlleleColumn*> column_of(const SourceRow& row, const std::string& name) {
    const auto key = std::pair{row.sheet, name};
    if (const auto known = columns_.find(key); known != columns_.end()) return &known->second;
    const std::string locus = canonical_locus(without_number(name));
    const LocusKind kind = kind_of_locus(locus);
    if (!names_a_locus(without_number(name)) ||
        (kind != LocusKind::autosomal && kind != LocusKind::x)) {
      if (std::find(passed_over_.begin(), passed_over_.end(), name) == passed_over_.end())
        passed_over_.push_back(name);
      return nullptr;
    }
    if (!loci_.insert(locus).second)
      return Error{"allele_table.locus_twice", {locus}, {path_, row.sheet, 0, name}};
    AlleleColumn column;
    column.locus = locus;
    column.where = {path_, row.sheet, 0, name};
    return &columns_.emplace(key, std::move(column)).first->second;
  }

  Result<genetics::FrequencyTable> table() const {
    if (!has_alleles_) return Error{"allele_table.no_alleles", {}, {path_, "", 0, ""}};
    genetics::FrequencyTable table{
        std::filesystem::path{path_}.filename().string(), {}, passed_over_};
    for (const auto& [place, column] : columns_) {
      if (column.said_nothing()) continue;
      auto locus = locus_of(column);
      if (!locus) return locus.error();
      table.loci.push_back(std::move(locus).value());
    }
    if (table.loci.empty()) return Error{"allele_table.no_locus", {}, {path_, "", 0, ""}};
    return table;
  }

  std::string path_;
  bool has_alleles_ = false;
  std::map<std::pair<std::string, std::string>, AlleleColumn> columns_;  // by sheet and name
  std::set<std::pair<std::string, std::string>> seen_;                   // sheet and allele
  std::set<std::string> loci_;
  std::vector<std::string> passed_over_;
};

}  // namespace

Result<genetics::FrequencyTable> read_allele_table(const std::string& path) {
  return AlleleTableReader{path}.read();
}

}  // namespace confronta::importers

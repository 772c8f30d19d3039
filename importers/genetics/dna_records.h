#pragma once
// Files of laboratories -> records of samples, relatives and pedigrees. Called by open_records, for
// whoever imports.

#include <memory>
#include <span>
#include <string_view>

#include "importers/importer.h"

namespace confronta::importers {

/// The readers' version: part of a record's key, as a mapping's text is of other records.
inline constexpr std::string_view dna_reader_version = "1";

/// The layouts that `--mapping` names: dna_profiles, dna_profiles_by_locus, dna_pedigree,
/// codis_cmf, familias.
std::span<const std::string_view> dna_layouts();
bool is_dna_layout(std::string_view name);

/// A reader of the file if the options or its content call for one of these layouts, else null.
/// Without a source of the options' it is "adn". Errors: those of open_rows;
/// "mapping.no_layout" where the layout asked for does not fit; those of each format.
Result<std::unique_ptr<RecordReader>> open_dna_records(const ImportOptions& options);

/// Reads rejected rows again; facts.mapping is such a layout.
Result<std::unique_ptr<RecordReader>> reopen_dna_records(const RetryBatch& batch);

}  // namespace confronta::importers

#pragma once
// A comparison of two mitochondrial or Y haplotypes as a JSON file.

#include <map>
#include <string>
#include <variant>

#include "models/domain/result.h"
#include "models/stats/genetics/haplotype_frequency.h"
#include "models/stats/genetics/mt_haplotype.h"
#include "models/stats/genetics/y_haplotype.h"

namespace confronta::importers {

struct MtPair {
  genetics::MtHaplotype poi, reference;
};

struct YPair {
  genetics::YHaplotype poi, reference;
  int meioses = 0;
  std::map<std::string, double, std::less<>> rates;  // by locus, per meiosis
};

struct LineageCase {
  std::string id;
  genetics::HaplotypeCount count;  // of the haplotype of the person in question
  std::variant<MtPair, YPair> haplotypes;
};

/// The format of docs/data-formats/genetics.md. Errors: as read_kinship_case;
/// "genetics.case_marker_type", "genetics.case_count" (negative, or more seen than there are) and
/// those of MtHaplotype::make.
Result<LineageCase> read_lineage_case(const std::string& path);

}  // namespace confronta::importers

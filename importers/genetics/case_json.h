#pragma once
// The parts that the JSON files of genetic cases share, checked as they are read. For the readers
// of this folder only: a problem is thrown here and caught where a file is read.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/data/allele_tables.h"
#include "models/domain/result.h"
#include "models/stats/genetics/call.h"
#include "models/stats/genetics/locus.h"
#include "models/stats/genetics/mutation.h"
#include "models/stats/genetics/pedigree.h"

namespace confronta::importers::case_json {

using Json = nlohmann::json;

/// What is wrong, for the reader's Result.
struct Problem {
  Error error;
};

/// Errors, thrown: "file.not_found", "genetics.case_json" (no JSON).
Json load(const std::string& path);

/// A member that must be there; `where` names it in an error: "hypotheses.H1.pedigree". Thrown:
/// "genetics.case_missing", "genetics.case_kind" (another kind of value).
const Json& member(const Json& object, const char* key, const std::string& where);
double number(const Json& value, const std::string& where);
std::string text(const Json& value, const std::string& where);

/// Rows {id, fid, mid, sex}; "0" is no parent; 1 male, 2 female, 0 unknown. Thrown: as above, and
/// those of Pedigree::make.
genetics::Pedigree pedigree(const Json& rows, const std::string& where);

/// {allele: frequency}. Thrown: those of Locus::make.
genetics::Locus locus(const std::string& name, const Json& frequencies,
                      genetics::Inheritance inheritance);

/// The same as an allele table has it, under the case's own name of it. Thrown:
/// "genetics.table_locus".
genetics::Locus locus(const std::string& name, const AlleleTable& table);

/// What an allele that the table lacks at that locus counts with (rare_allele_frequency).
double rare_frequency(const std::string& name, const AlleleTable& table, double minimum);

/// {model, rate, rate2, range, transform}, each number for both sexes or {female, male}; model is
/// equal, proportional, stepwise, onestep or dawid, transform MH, BA or PR; or one such object for
/// each of {female, male}. null: no mutation.
/// Thrown: "genetics.case_model" and those of Mutation::make.
std::optional<genetics::Mutation> mutation(const Json& value, const genetics::Locus& locus,
                                           const std::string& where);

/// ["a", "b"], "a/b", or one allele, which is read as written twice.
std::vector<std::string> allele_names(const Json& genotype, const std::string& where);

/// The value of a Result, or its error thrown.
template <class T>
T must(Result<T> result) {
  if (!result) throw Problem{result.error()};
  return std::move(result).value();
}

/// An error with the file named, of a problem or of nlohmann's own exceptions. Only inside a catch.
Error caught(const std::string& path);

/// What `read` gives, or what it threw as an error.
template <class Read>
auto checked(const std::string& path, Read read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (...) {
    return caught(path);
  }
}

}  // namespace confronta::importers::case_json

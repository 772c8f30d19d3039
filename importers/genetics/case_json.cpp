#include "importers/genetics/case_json.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "importers/genetics/locus_names.h"

namespace confronta::importers::case_json {
namespace {

using genetics::MutationKind;
using genetics::MutationSpec;
using genetics::Reversible;

[[noreturn]] void refuse(const char* code, std::vector<std::string> arguments) {
  throw Problem{Error{code, std::move(arguments), {}}};
}

/// A number for both sexes, or one for each; 0 where there is none.
double rate(const Json& mutation, const char* key, const char* sex, const std::string& where) {
  const auto found = mutation.find(key);
  if (found == mutation.end() || found->is_null()) return 0;
  const std::string place = where + "." + key;
  return number(found->is_object() ? member(*found, sex, place) : *found, place);
}

MutationKind kind(const std::string& model) {
  if (model == "equal") return MutationKind::equal;
  if (model == "proportional") return MutationKind::proportional;
  if (model == "stepwise") return MutationKind::stepwise;
  if (model == "onestep") return MutationKind::one_step;
  if (model == "dawid") return MutationKind::dawid;
  refuse("genetics.case_model", {model});
}

Reversible transform(const std::string& name) {
  if (name.empty()) return Reversible::no;
  if (name == "MH") return Reversible::metropolis_hastings;
  if (name == "BA") return Reversible::barker;
  if (name == "PR") return Reversible::preserved_rate;
  refuse("genetics.case_model", {name});
}

MutationSpec spec(const Json& mutation, const char* sex, const std::string& where) {
  MutationSpec spec;
  spec.kind = kind(text(member(mutation, "model", where), where + ".model"));
  spec.rate = rate(mutation, "rate", sex, where);
  spec.rate2 = rate(mutation, "rate2", sex, where);
  spec.range = rate(mutation, "range", sex, where);
  const auto named = mutation.find("transform");
  if (named != mutation.end() && !named->is_null())
    spec.transform = transform(text(*named, where + ".transform"));
  return spec;
}

LocusCounts counts(const std::string& name, const AlleleTable& table) {
  auto counts = counts_of(table, canonical_locus(name));
  if (!counts) refuse("genetics.table_locus", {name, std::string{table.name}});
  return std::move(*counts);
}

}  // namespace

Json load(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw Problem{Error{"file.not_found", {}, {path, "", 0, ""}}};
  try {
    return Json::parse(file);
  } catch (const Json::exception& error) {
    throw Problem{Error{"genetics.case_json", {error.what()}, {path, "", 0, ""}}};
  }
}

const Json& member(const Json& object, const char* key, const std::string& where) {
  if (!object.is_object()) refuse("genetics.case_kind", {where});
  const auto found = object.find(key);
  if (found == object.end())
    refuse("genetics.case_missing", {where.empty() ? key : where + "." + key});
  return *found;
}

double number(const Json& value, const std::string& where) {
  if (!value.is_number()) refuse("genetics.case_kind", {where});
  return value.get<double>();
}

std::string text(const Json& value, const std::string& where) {
  if (!value.is_string()) refuse("genetics.case_kind", {where});
  return value.get<std::string>();
}

genetics::Pedigree pedigree(const Json& rows, const std::string& where) {
  if (!rows.is_array()) refuse("genetics.case_kind", {where});
  std::vector<genetics::PedigreeRow> list;
  for (const Json& row : rows) {
    const auto id = [&](const char* key) {
      std::string name = text(member(row, key, where), where + "." + key);
      return name == "0" ? std::string{} : name;
    };
    const double sex = number(member(row, "sex", where), where + ".sex");
    list.push_back({id("id"), id("fid"), id("mid"),
                    sex == 1   ? genetics::Sex::male
                    : sex == 2 ? genetics::Sex::female
                               : genetics::Sex::unknown});
  }
  return must(genetics::Pedigree::make(list));
}

genetics::Locus locus(const std::string& name, const Json& frequencies,
                      genetics::Inheritance inheritance) {
  if (!frequencies.is_object()) refuse("genetics.case_kind", {name});
  genetics::Locus::Frequencies list;
  for (const auto& [allele, frequency] : frequencies.items())
    list.emplace_back(allele, number(frequency, name + "." + allele));
  return must(genetics::Locus::make(name, std::move(list), inheritance));
}

genetics::Locus locus(const std::string& name, const AlleleTable& table) {
  const LocusCounts counted = counts(name, table);
  genetics::Locus::Frequencies list;
  for (const LocusCounts::Allele& allele : counted.alleles)
    list.emplace_back(std::string{allele.name},
                      static_cast<double>(allele.copies) / counted.chromosomes);
  return must(genetics::Locus::make(name, std::move(list)));
}

double rare_frequency(const std::string& name, const AlleleTable& table, double minimum) {
  return genetics::rare_allele_frequency(counts(name, table).chromosomes, minimum);
}

std::optional<genetics::Mutation> mutation(const Json& value, const genetics::Locus& locus,
                                           const std::string& where) {
  if (value.is_null()) return std::nullopt;
  const auto of = [&](const char* sex) {  // the whole model by sex, or each of its numbers
    return value.contains(sex) ? spec(value[sex], sex, where + "." + sex) : spec(value, sex, where);
  };
  return must(genetics::Mutation::make(locus, of("female"), of("male")));
}

std::vector<std::string> allele_names(const Json& genotype, const std::string& where) {
  std::vector<std::string> names;
  if (genotype.is_array()) {
    for (const Json& allele : genotype) names.push_back(text(allele, where));
    return names;
  }
  const std::string both = text(genotype, where);
  const std::size_t slash = both.find('/');
  if (slash == both.npos) return {both, both};
  return {both.substr(0, slash), both.substr(slash + 1)};
}

Error caught(const std::string& path) {
  try {
    throw;
  } catch (const Problem& problem) {
    Error error = problem.error;
    if (error.where.file.empty()) error.where.file = path;
    return error;
  } catch (const Json::exception& error) {
    return Error{"genetics.case_json", {error.what()}, {path, "", 0, ""}};
  }
}

}  // namespace confronta::importers::case_json

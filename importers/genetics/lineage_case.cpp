#include "importers/genetics/lineage_case.h"

#include <nlohmann/json.hpp>

#include "importers/genetics/case_json.h"

namespace confronta::importers {
namespace {

using namespace case_json;

int count(const Json& value, const std::string& where) {
  if (!value.is_number_integer() || value < 0 || value > 1'000'000'000)
    throw Problem{Error{"genetics.case_kind", {where}, {}}};
  return value.get<int>();
}

genetics::MtHaplotype mt_haplotype(const Json& haplotypes, const char* whose) {
  const std::string where = std::string{"haplotypes."} + whose;
  const Json& one = member(haplotypes, whose, "haplotypes");
  std::vector<std::string> differences;
  for (const Json& difference : member(one, "differences", where))
    differences.push_back(text(difference, where + ".differences"));
  return must(genetics::MtHaplotype::make(text(member(one, "range", where), where + ".range"),
                                          differences));
}

genetics::YHaplotype y_haplotype(const Json& haplotypes, const char* whose) {
  const std::string where = std::string{"haplotypes."} + whose;
  genetics::YHaplotype haplotype;
  for (const auto& [locus, repeats] : member(haplotypes, whose, "haplotypes").items())
    haplotype[locus] = number(repeats, where + "." + locus);
  return haplotype;
}

YPair y_pair(const Json& json, const Json& haplotypes) {
  YPair pair{y_haplotype(haplotypes, "POI"),
             y_haplotype(haplotypes, "reference"),
             count(member(json, "meioses", ""), "meioses"),
             {}};
  const Json& mutation = member(json, "mutation", "");
  for (const auto& [locus, rate] : member(mutation, "rate", "mutation").items())
    pair.rates[locus] = number(rate, "mutation.rate." + locus);
  return pair;
}

LineageCase read(const Json& json) {
  LineageCase one;
  one.id = text(member(json, "id", ""), "id");
  const Json& database = member(json, "database", "");
  one.count = {count(member(database, "n", "database"), "database.n"),
               count(member(database, "x", "database"), "database.x")};
  if (one.count.seen > one.count.size) throw Problem{Error{"genetics.case_count", {}, {}}};
  const Json& haplotypes = member(json, "haplotypes", "");
  const std::string type = text(member(json, "marker_type", ""), "marker_type");
  if (type == "mtDNA")
    one.haplotypes = MtPair{mt_haplotype(haplotypes, "POI"), mt_haplotype(haplotypes, "reference")};
  else if (type == "Y-STR")
    one.haplotypes = y_pair(json, haplotypes);
  else
    throw Problem{Error{"genetics.case_marker_type", {type}, {}}};
  return one;
}

}  // namespace

Result<LineageCase> read_lineage_case(const std::string& path) {
  return checked(path, [&] { return read(load(path)); });
}

}  // namespace confronta::importers

#include "importers/genetics/dvi_case.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "importers/genetics/case_json.h"

namespace confronta::importers {
namespace {

using namespace case_json;

class DviReader {
 public:
  DviReader(const std::string& path, double rare_allele_minimum, const AlleleTable* table)
      : json_(load(path)), rare_(rare_allele_minimum), table_(table) {}

  dvi::Problem read() {
    for (const Json& locus : member(json_, "loci", "")) add_marker(locus);
    for (const Json& id : member(json_, "missing", "")) missing_.push_back(text(id, "missing"));
    for (const auto& [id, family] : member(json_, "am", "").items()) add_family(id, family);
    for (const std::string& id : missing_)
      if (number_of(id) == dvi::nobody) refuse("am: " + id);
    for (const auto& [id, victim] : member(json_, "pm", "").items()) add_victim(id);
    return std::move(problem_);
  }

 private:
  [[noreturn]] static void refuse(const std::string& where) {
    throw Problem{Error{"genetics.case_missing", {where}, {}}};
  }

  void add_marker(const Json& json) {
    const std::string name = text(member(json, "name", "loci"), "loci.name");
    genetics::Locus locus = table_ ? case_json::locus(name, *table_) : own_locus(name, json);
    for (const char* side : {"pm_genotypes", "am_genotypes"})
      locus = with_rare_alleles(std::move(locus), member(json_, side, ""), side);
    const auto model = json.find("mutation");
    auto changes = model == json.end() ? std::nullopt : mutation(*model, locus, name + ".mutation");
    problem_.markers.push_back({std::move(locus), std::move(changes)});
  }

  static genetics::Locus own_locus(const std::string& name, const Json& json) {
    const Json& alleles = member(json, "alleles", name);
    const Json& frequencies = member(json, "freq", name);
    if (!alleles.is_array() || !frequencies.is_array() || alleles.size() != frequencies.size())
      throw Problem{Error{"genetics.case_kind", {name + ".freq"}, {}}};
    genetics::Locus::Frequencies list;
    for (std::size_t k = 0; k < alleles.size(); ++k)
      list.emplace_back(text(alleles[k], name), number(frequencies[k], name + ".freq"));
    return must(genetics::Locus::make(name, std::move(list)));
  }

  genetics::Locus with_rare_alleles(genetics::Locus locus, const Json& persons,
                                    const std::string& where) const {
    for (const auto& [person, genotypes] : persons.items()) {
      const auto found = genotypes.find(locus.name());
      if (found == genotypes.end()) continue;
      for (const std::string& allele : allele_names(*found, where + "." + person))
        if (allele != "-" && !locus.find(allele))
          locus = must(
              locus.with_rare_allele(allele, table_ ? rare_frequency(locus.name(), *table_, rare_)
                                                    : genetics::rare_allele_frequency(0, rare_)));
    }
    return locus;
  }

  /// Nothing where the person was not typed at the locus.
  static std::optional<genetics::Call> call(const Json& persons, const std::string& person,
                                            const genetics::Locus& locus) {
    const auto typed = persons.find(person);
    if (typed == persons.end()) return std::nullopt;
    const auto found = typed->find(locus.name());
    if (found == typed->end()) return std::nullopt;
    const std::string where = person + "." + locus.name();
    const auto names = allele_names(*found, where);
    if (names.size() != 2) throw Problem{Error{"genetics.case_alleles", {where}, {}}};
    const auto number = [&](const std::string& name) {
      return name == "-" ? genetics::not_called : locus.find(name).value();
    };
    const int a = number(names[0]), b = number(names[1]);
    return genetics::GenotypeCall{std::min(a, b), std::max(a, b)};
  }

  void add_family(const std::string& id, const Json& json) {
    const std::string where = "am." + id;
    dvi::Family family{id, pedigree(member(json, "pedigree", where), where + ".pedigree"), {}};
    family.observations.resize(problem_.markers.size());
    const int number = static_cast<int>(problem_.families.size());
    for (int person = 0; person < family.pedigree.size(); ++person) {
      const std::string& name = family.pedigree[person].id;
      if (std::find(missing_.begin(), missing_.end(), name) != missing_.end())
        problem_.missing.push_back({name, number, person});
      for (std::size_t marker = 0; marker < problem_.markers.size(); ++marker)
        if (const auto seen = call(json_["am_genotypes"], name, problem_.markers[marker].locus))
          family.observations[marker].push_back({person, *seen});
    }
    problem_.families.push_back(std::move(family));
  }

  void add_victim(const std::string& id) {
    dvi::Victim victim{id, {}};
    for (const dvi::Marker& marker : problem_.markers)
      victim.calls.push_back(call(json_["pm_genotypes"], id, marker.locus));
    problem_.victims.push_back(std::move(victim));
    std::vector<int>& candidates = problem_.candidates.emplace_back();
    for (const Json& candidate : member(member(json_, "pairings", ""), id.c_str(), "pairings")) {
      const std::string name = text(candidate, "pairings." + id);
      if (name == "*") continue;
      const int missing = number_of(name);
      if (missing == dvi::nobody) refuse("missing: " + name);
      candidates.push_back(missing);
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  }

  int number_of(const std::string& missing) const {
    for (std::size_t m = 0; m < problem_.missing.size(); ++m)
      if (problem_.missing[m].id == missing) return static_cast<int>(m);
    return dvi::nobody;
  }

  Json json_;
  double rare_;
  const AlleleTable* table_;
  std::vector<std::string> missing_;
  dvi::Problem problem_;
};

}  // namespace

Result<dvi::Problem> read_dvi_case(const std::string& path, double rare_allele_minimum,
                                   const AlleleTable* table) {
  return checked(path, [&] { return DviReader{path, rare_allele_minimum, table}.read(); });
}

}  // namespace confronta::importers

#pragma once
// The reference sets of disaster victim identification: input.json and expected.json in a folder.

#include <algorithm>
#include <filesystem>
#include <string>

#include "models/stats/genetics/dvi_problem.h"
#include "tests/models/stats/genetics/support/case_file.h"

namespace confronta::dvi::test {

using genetics::test::Json;

inline std::optional<genetics::Call> call_of(const Json& genotypes, const genetics::Locus& locus) {
  if (!genotypes.contains(locus.name())) return std::nullopt;
  const auto names = genetics::test::allele_names(genotypes[locus.name()]);
  int a = locus.find(names[0]).value(), b = locus.find(names[1]).value();
  return genetics::GenotypeCall{std::min(a, b), std::max(a, b)};
}

inline Marker marker_of(const Json& json) {
  genetics::Locus::Frequencies frequencies;
  for (std::size_t k = 0; k < json["alleles"].size(); ++k)
    frequencies.emplace_back(json["alleles"][k], json["freq"][k]);
  Marker marker{genetics::Locus::make(json["name"], frequencies).value(), std::nullopt};
  const Json& mutation = json["mutation"];
  if (!mutation.is_null())
    marker.mutation =
        genetics::Mutation::make(marker.locus, genetics::test::mutation_of(mutation, "female"),
                                 genetics::test::mutation_of(mutation, "male"))
            .value();
  return marker;
}

/// input.json. Missing persons and victims keep the order of the file.
inline Problem read_problem(const std::filesystem::path& file) {
  const Json json = genetics::test::read_json(file);
  Problem problem;
  for (const Json& locus : json["loci"]) problem.markers.push_back(marker_of(locus));
  for (const auto& [id, family] : json["am"].items()) {
    Family read{id, genetics::test::pedigree_of(family["pedigree"]), {}};
    read.observations.resize(problem.markers.size());
    for (int person = 0; person < read.pedigree.size(); ++person) {
      const std::string& name = read.pedigree[person].id;
      const Json& missing = json["missing"];
      if (std::find(missing.begin(), missing.end(), name) != missing.end())
        problem.missing.push_back({name, static_cast<int>(problem.families.size()), person});
      if (!json["am_genotypes"].contains(name)) continue;
      for (std::size_t marker = 0; marker < problem.markers.size(); ++marker)
        if (const auto call = call_of(json["am_genotypes"][name], problem.markers[marker].locus))
          read.observations[marker].push_back({person, *call});
    }
    problem.families.push_back(std::move(read));
  }
  for (const auto& [id, victim] : json["pm"].items()) {
    Victim read{id, {}};
    for (const Marker& marker : problem.markers)
      read.calls.push_back(call_of(json["pm_genotypes"][id], marker.locus));
    problem.victims.push_back(std::move(read));
    auto& candidates = problem.candidates.emplace_back();
    const Json& pairings = json["pairings"][id];
    for (std::size_t m = 0; m < problem.missing.size(); ++m)
      if (std::find(pairings.begin(), pairings.end(), problem.missing[m].id) != pairings.end())
        candidates.push_back(static_cast<int>(m));
  }
  return problem;
}

inline int victim_number(const Problem& problem, const std::string& id) {
  for (std::size_t v = 0; v < problem.victims.size(); ++v)
    if (problem.victims[v].id == id) return static_cast<int>(v);
  return -1;
}

inline int missing_number(const Problem& problem, const std::string& id) {
  for (std::size_t m = 0; m < problem.missing.size(); ++m)
    if (problem.missing[m].id == id) return static_cast<int>(m);
  return nobody;
}

}  // namespace confronta::dvi::test

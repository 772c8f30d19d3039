#pragma once
// The reference cases of kinship: one JSON file a case, as its format is described in
// docs/method/dna.md. Only tests read them.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/stats/genetics/likelihood.h"

namespace confronta::genetics::test {

using Json = nlohmann::json;

inline Json read_json(const std::filesystem::path& file) {
  std::ifstream in(file);
  return Json::parse(in);
}

inline std::vector<std::filesystem::path> json_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

inline std::vector<std::string> allele_names(const Json& genotype) {
  if (genotype.is_array()) return genotype.get<std::vector<std::string>>();
  const auto text = genotype.get<std::string>();
  const auto slash = text.find('/');
  if (slash == std::string::npos) return {text, text};
  return {text.substr(0, slash), text.substr(slash + 1)};
}

inline Pedigree pedigree_of(const Json& rows) {
  std::vector<PedigreeRow> list;
  const auto parent = [](const Json& id) { return id == "0" ? "" : id.get<std::string>(); };
  for (const Json& row : rows) {
    const int sex = row["sex"];
    list.push_back({row["id"], parent(row["fid"]), parent(row["mid"]),
                    sex == 1   ? Sex::male
                    : sex == 2 ? Sex::female
                               : Sex::unknown});
  }
  return Pedigree::make(list).value();
}

inline Locus locus_of(const std::string& name, const Json& frequencies, Inheritance inheritance) {
  Locus::Frequencies list;
  for (const auto& [allele, frequency] : frequencies.items()) list.emplace_back(allele, frequency);
  return Locus::make(name, list, inheritance).value();
}

/// The mutation of one sex: a model for both with numbers for each or for both, or a model for
/// each.
inline MutationSpec mutation_of(const Json& mutation, const char* sex) {
  const Json& own = mutation.contains("model") ? mutation : mutation[sex];
  MutationSpec spec;
  const std::string model = own["model"];
  spec.kind = model == "equal"          ? MutationKind::equal
              : model == "proportional" ? MutationKind::proportional
                                        : MutationKind::stepwise;
  const auto number = [&](const char* key) {
    if (!own.contains(key) || own[key].is_null()) return 0.0;
    return own[key].is_object() ? own[key][sex].get<double>() : own[key].get<double>();
  };
  spec.rate = number("rate");
  if (spec.kind != MutationKind::stepwise) return spec;
  spec.rate2 = number("rate2");
  spec.range = number("range");
  return spec;
}

/// A case, read.
class CaseFile {
 public:
  CaseFile(const std::filesystem::path& file, const std::filesystem::path& frequencies)
      : json_(read_json(file)) {
    frequencies_ = json_.contains("freqs")
                       ? json_["freqs"]
                       : read_json(frequencies / (json_["freq_db"].get<std::string>() + ".json"));
    population_.theta = json_["theta"];
  }

  const Json& json() const { return json_; }
  std::vector<std::string> markers() const { return json_["markers"]; }
  const Json& expected() const { return json_["results"]["expected"]; }
  Pedigree pedigree(const char* hypothesis) const {
    return pedigree_of(json_["hypotheses"][hypothesis]["pedigree"]);
  }

  Locus locus(const std::string& marker) const {
    const bool x = json_.value("inheritance", "autosomal") == "X";
    Locus locus =
        locus_of(marker, frequencies_[marker], x ? Inheritance::x_linked : Inheritance::autosomal);
    if (!json_.contains("silent_allele") || json_["silent_allele"].is_null()) return locus;
    return locus.with_silent_allele(json_["silent_allele"]["frequency"]).value();
  }

  std::optional<Mutation> mutation(const Locus& locus) const {
    const Json& mutation = json_["mutation"];
    if (mutation.is_null()) return std::nullopt;
    return Mutation::make(locus, mutation_of(mutation, "female"), mutation_of(mutation, "male"))
        .value();
  }

  Population population(const Pedigree& pedigree) const {
    Population population = population_;
    if (!json_.contains("founder_inbreeding")) return population;
    population.inbreeding.resize(static_cast<std::size_t>(pedigree.size()), 0);
    for (const auto& [person, f] : json_["founder_inbreeding"].items())
      if (const auto found = pedigree.find(person))
        population.inbreeding[static_cast<std::size_t>(*found)] = f;
    return population;
  }

  std::vector<Observation> observations(const Pedigree& pedigree, const Locus& locus) const {
    std::vector<Observation> list;
    for (const auto& [sample, genotypes] : json_["genotypes"].items()) {
      if (!genotypes.contains(locus.name())) continue;
      const auto names = allele_names(genotypes[locus.name()]);
      const int person = pedigree.find(sample).value_or(0);  // two samples of one person
      list.push_back({person, call(locus, names, sample == json_["poi"].get<std::string>())});
    }
    return list;
  }

  Result<ScaledNumber> likelihood(const char* hypothesis, const std::string& marker,
                                  Definition definition = Definition::full) const {
    const Pedigree people =
        definition == Definition::full ? pedigree(hypothesis) : pruned(pedigree(hypothesis));
    const Locus one = locus(marker);
    const auto changes = mutation(one);
    const LocusEvidence evidence{&one, changes ? &*changes : nullptr, observations(people, one)};
    return pedigree_likelihood(people, evidence, population(people), definition);
  }

  Result<ScaledNumber> linked(const char* hypothesis) const {
    const Pedigree people = pedigree(hypothesis);
    const Locus one = locus(json_["linkage"]["markers"][0]);
    const Locus other = locus(json_["linkage"]["markers"][1]);
    return linked_likelihood(people, {&one, nullptr, observations(people, one)},
                             {&other, nullptr, observations(people, other)},
                             json_["linkage"]["rho"], population(people));
  }

 private:
  Pedigree pruned(const Pedigree& pedigree) const {
    std::vector<bool> typed;
    for (const Person& person : pedigree.persons())
      typed.push_back(json_["genotypes"].contains(person.id));
    return pedigree.pruned(typed);
  }

  Call call(const Locus& locus, const std::vector<std::string>& names, bool poi) const {
    std::vector<int> alleles;
    for (const std::string& name : names)
      alleles.push_back(name == "-" ? not_called : locus.find(name).value());
    if (!poi || !json_.contains("dropout")) return GenotypeCall{alleles[0], alleles[1]};
    std::sort(alleles.begin(), alleles.end());
    alleles.erase(std::unique(alleles.begin(), alleles.end()), alleles.end());
    return DetectedAlleles{alleles, json_["dropout"]["d"], json_["dropout"]["c"]};
  }

  Json json_;
  Json frequencies_;
  Population population_;
};

/// Agreement to a relative error; an expected 0 must be exactly 0.
inline void expect_close(const ScaledNumber& value, double expected, double tolerance,
                         const std::string& what) {
  if (expected == 0)
    EXPECT_TRUE(value.is_zero()) << what << " " << value.value();
  else
    EXPECT_LE(std::abs(value.value() / expected - 1), tolerance) << what << " " << value.value();
}

/// Every likelihood and ratio that the case's file expects.
inline void expect_agreement(const CaseFile& one, double tolerance) {
  const std::string id = one.json()["id"];
  const Json& expected = one.expected();
  double log10_total = 0;
  std::vector<std::string> keys = one.markers();
  const bool linked = one.json().contains("linkage");
  if (linked) keys = {keys[0] + "+" + keys[1]};
  for (const std::string& key : keys) {
    const auto h1 = linked ? one.linked("H1") : one.likelihood("H1", key);
    const auto h2 = linked ? one.linked("H2") : one.likelihood("H2", key);
    ASSERT_TRUE(h1.ok() && h2.ok()) << id << " " << key << " " << (h1.ok() ? h2 : h1).error().code;
    if (expected.contains("likelihood_H1")) {
      expect_close(h1.value(), expected["likelihood_H1"][key], tolerance, id + " H1 " + key);
      expect_close(h2.value(), expected["likelihood_H2"][key], tolerance, id + " H2 " + key);
    }
    const ScaledNumber ratio = h1.value() / h2.value();
    expect_close(ratio, expected["LR_per_marker"][key], tolerance, id + " LR " + key);
    log10_total += ratio.log10();
  }
  if (expected["log10LR_total"].is_string())
    EXPECT_EQ(log10_total, -INFINITY) << id;
  else
    EXPECT_NEAR(log10_total, expected["log10LR_total"].get<double>(), 1e-9) << id;
}

}  // namespace confronta::genetics::test

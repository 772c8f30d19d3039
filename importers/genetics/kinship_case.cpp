#include "importers/genetics/kinship_case.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "importers/genetics/case_json.h"

namespace confronta::importers {
namespace {

using namespace case_json;
using genetics::Inheritance;
using genetics::Observation;

struct DropOut {
  double dropout = 0;
  double dropin = 0;
};

class CaseReader {
 public:
  CaseReader(const std::string& path, const KinshipReading& reading)
      : json_(load(path)), reading_(reading) {
    result_.id = text(member(json_, "id", ""), "id");
    poi_ = text(member(json_, "poi", ""), "poi");
    missing_ = json_.value("missing", "");
    direct_ = json_.value("relation", "") == "direct" || json_.value("direct_reference", false);
    if (!reading_.table)
      frequencies_ = json_.contains("freqs")
                         ? json_["freqs"]
                         : load(reading_.frequencies + "/" +
                                text(member(json_, "freq_db", ""), "freq_db") + ".json");
    if (json_.contains("dropout") && !json_["dropout"].is_null())
      dropout_ = {number(member(json_["dropout"], "d", "dropout"), "dropout.d"),
                  number(member(json_["dropout"], "c", "dropout"), "dropout.c")};
  }

  KinshipCase read() {
    result_.h1 = hypothesis("H1");
    result_.h2 = hypothesis("H2");
    for (const Json& marker : member(json_, "markers", "")) add_locus(text(marker, "markers"));
    read_linkage();
    return std::move(result_);
  }

 private:
  KinshipHypothesis hypothesis(const char* name) const {
    const std::string where = std::string{"hypotheses."} + name;
    const Json& one = member(member(json_, "hypotheses", ""), name, "hypotheses");
    KinshipHypothesis read{pedigree(member(one, "pedigree", where), where + ".pedigree"), {}};
    if (json_.contains("theta")) read.population.theta = number(json_["theta"], "theta");
    if (!json_.contains("founder_inbreeding")) return read;
    read.population.inbreeding.resize(static_cast<std::size_t>(read.pedigree.size()), 0);
    for (const auto& [person, f] : json_["founder_inbreeding"].items())
      if (const auto found = read.pedigree.find(person))
        read.population.inbreeding[static_cast<std::size_t>(*found)] =
            number(f, "founder_inbreeding." + person);
    return read;
  }

  void add_locus(const std::string& name) {
    const bool x = json_.value("inheritance", "autosomal") == "X";
    // The tables that ship are of autosomes.
    if (x && reading_.table)
      throw Problem{Error{"genetics.table_locus", {name, std::string{reading_.table->name}}, {}}};
    genetics::Locus locus =
        reading_.table ? case_json::locus(name, *reading_.table)
                       : case_json::locus(name, member(frequencies_, name.c_str(), "frequencies"),
                                          x ? Inheritance::x_linked : Inheritance::autosomal);
    locus = with_rare_alleles(std::move(locus));
    if (json_.contains("silent_allele") && !json_["silent_allele"].is_null())
      locus = must(locus.with_silent_allele(
          number(member(json_["silent_allele"], "frequency", "silent_allele"),
                 "silent_allele.frequency")));
    auto changes =
        json_.contains("mutation") ? mutation(json_["mutation"], locus, "mutation") : std::nullopt;
    KinshipLocus one{std::move(locus), std::move(changes), {}, {}};
    one.h1 = observations(result_.h1.pedigree, one.locus);
    one.h2 = observations(result_.h2.pedigree, one.locus);
    result_.loci.push_back(std::move(one));
  }

  /// Alleles that somebody has and the table lacks, in the order of their names.
  genetics::Locus with_rare_alleles(genetics::Locus locus) {
    std::vector<std::string> names;
    for (const auto& [sample, genotypes] : member(json_, "genotypes", "").items())
      if (const auto found = genotypes.find(locus.name()); found != genotypes.end())
        for (std::string& name : allele_names(*found, "genotypes." + sample))
          if (name != "-") names.push_back(std::move(name));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::string& name : names) {
      if (locus.find(name)) continue;
      result_.rare.emplace_back(locus.name(), name);
      locus = must(locus.with_rare_allele(name, rare(locus.name())));
    }
    return locus;
  }

  double rare(const std::string& locus) const {
    const double minimum = reading_.rare_allele_minimum;
    return reading_.table ? rare_frequency(locus, *reading_.table, minimum)
                          : genetics::rare_allele_frequency(0, minimum);
  }

  std::vector<Observation> observations(const genetics::Pedigree& pedigree,
                                        const genetics::Locus& locus) const {
    std::vector<Observation> list;
    for (const auto& [sample, genotypes] : json_["genotypes"].items()) {
      auto person = pedigree.find(sample);
      if (!person && direct_) person = pedigree.find(poi_);
      if (!person && direct_) person = pedigree.find(missing_);
      if (!person) throw Problem{Error{"genetics.case_sample", {sample}, {}}};
      const auto found = genotypes.find(locus.name());
      if (found == genotypes.end()) continue;
      const std::string where = "genotypes." + sample + "." + locus.name();
      list.push_back({*person, call(locus, allele_names(*found, where), sample == poi_, where)});
    }
    return list;
  }

  genetics::Call call(const genetics::Locus& locus, const std::vector<std::string>& names, bool poi,
                      const std::string& where) const {
    std::vector<int> alleles;
    for (const std::string& name : names)
      alleles.push_back(name == "-" ? genetics::not_called : locus.find(name).value());
    if (poi && dropout_) {
      std::sort(alleles.begin(), alleles.end());
      alleles.erase(std::unique(alleles.begin(), alleles.end()), alleles.end());
      return genetics::DetectedAlleles{alleles, dropout_->dropout, dropout_->dropin};
    }
    if (alleles.size() == 1) alleles.push_back(alleles.front());  // a man's one allele on X
    if (alleles.size() != 2) throw Problem{Error{"genetics.case_alleles", {where}, {}}};
    return genetics::GenotypeCall{alleles[0], alleles[1]};
  }

  void read_linkage() {
    if (!json_.contains("linkage") || json_["linkage"].is_null()) return;
    const Json& linkage = json_["linkage"];
    const Json& markers = member(linkage, "markers", "linkage");
    const auto place = [&](std::size_t i) {
      const std::string name = text(markers.at(i), "linkage.markers");
      for (std::size_t at = 0; at < result_.loci.size(); ++at)
        if (result_.loci[at].locus.name() == name) return at;
      throw Problem{Error{"genetics.case_missing", {"markers." + name}, {}}};
    };
    if (!markers.is_array() || markers.size() != 2)
      throw Problem{Error{"genetics.case_kind", {"linkage.markers"}, {}}};
    result_.linkage = KinshipCase::Linkage{
        place(0), place(1), number(member(linkage, "rho", "linkage"), "linkage.rho")};
  }

  Json json_;
  KinshipReading reading_;
  std::string poi_, missing_;
  bool direct_ = false;
  Json frequencies_;
  std::optional<DropOut> dropout_;
  KinshipCase result_;
};

}  // namespace

Result<KinshipCase> read_kinship_case(const std::string& path, const KinshipReading& reading) {
  return checked(path, [&] { return CaseReader{path, reading}.read(); });
}

}  // namespace confronta::importers

#include "importers/genetics/kinship_case.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/population.h"
#include "app/numbers.h"
#include "models/domain/number_text.h"
#include "models/parameters.h"
#include "models/stats/genetics/likelihood.h"

namespace confronta::app {
namespace {

using Json = nlohmann::ordered_json;
using importers::KinshipCase;
using importers::KinshipLocus;

/// The likelihood ratio of one locus, or of two linked ones together ("vWA+D12S391").
struct LocusRatio {
  std::string name;
  genetics::ScaledNumber h1, h2;

  bool defined() const { return !h2.is_zero(); }
  genetics::ScaledNumber ratio() const { return h1 / h2; }
};

genetics::LocusEvidence evidence(const KinshipLocus& locus,
                                 const std::vector<genetics::Observation>& observations) {
  return {&locus.locus, locus.mutation ? &*locus.mutation : nullptr, observations};
}

Result<LocusRatio> ratio_of(const KinshipCase& one, const KinshipLocus& locus) {
  const auto h1 =
      genetics::pedigree_likelihood(one.h1.pedigree, evidence(locus, locus.h1), one.h1.population);
  if (!h1) return h1.error();
  const auto h2 =
      genetics::pedigree_likelihood(one.h2.pedigree, evidence(locus, locus.h2), one.h2.population);
  if (!h2) return h2.error();
  return LocusRatio{locus.locus.name(), h1.value(), h2.value()};
}

Result<LocusRatio> linked_ratio(const KinshipCase& one) {
  const KinshipLocus& first = one.loci[one.linkage->first];
  const KinshipLocus& second = one.loci[one.linkage->second];
  const double rho = one.linkage->recombination;
  const auto h1 = genetics::linked_likelihood(one.h1.pedigree, evidence(first, first.h1),
                                              evidence(second, second.h1), rho, one.h1.population);
  if (!h1) return h1.error();
  const auto h2 = genetics::linked_likelihood(one.h2.pedigree, evidence(first, first.h2),
                                              evidence(second, second.h2), rho, one.h2.population);
  if (!h2) return h2.error();
  return LocusRatio{first.locus.name() + "+" + second.locus.name(), h1.value(), h2.value()};
}

/// In the order of the case; a linked pair stands where its first locus would.
Result<std::vector<LocusRatio>> ratios_of(const KinshipCase& one) {
  std::vector<LocusRatio> ratios;
  for (std::size_t at = 0; at < one.loci.size(); ++at) {
    if (one.linkage && at == one.linkage->second) continue;
    const bool linked = one.linkage && at == one.linkage->first;
    auto ratio = linked ? linked_ratio(one) : ratio_of(one, one.loci[at]);
    if (!ratio) return ratio.error();
    ratios.push_back(std::move(ratio).value());
  }
  return ratios;
}

double log10_total(const std::vector<LocusRatio>& ratios) {
  double total = 0;
  for (const LocusRatio& locus : ratios)
    if (locus.defined()) total += locus.ratio().log10();
  return total;
}

Json as_json(const KinshipCase& one, const std::vector<LocusRatio>& ratios, bool defined) {
  Json lr = Json::object();
  for (const LocusRatio& locus : ratios)
    lr[locus.name] = locus.defined() ? Json(locus.ratio().value()) : Json(nullptr);
  const double total = log10_total(ratios);
  return {{"id", one.id},
          {"lr", lr},
          {"log10_lr_total", !defined            ? Json(nullptr)
                             : std::isinf(total) ? Json("-Infinity")
                                                 : Json(total)}};
}

void print_for_people(const Session& session, const KinshipCase& one,
                      const std::vector<LocusRatio>& ratios, bool defined) {
  session.print(session.text("kinship.title", {one.id}));
  session.print(session.text("kinship.propositions"));
  session.print(session.text("kinship.population", {figures_text(one.h1.population.theta)}));
  for (const auto& [locus, allele] : one.rare)
    session.print(session.text("kinship.rare_allele", {locus, allele}));
  for (const LocusRatio& locus : ratios) {
    if (!locus.defined())
      session.print(session.text("kinship.locus_undefined", {locus.name}));
    else if (locus.h1.is_zero())
      session.print(session.text("kinship.locus_impossible", {locus.name}));
    else
      session.print(session.text("kinship.locus", {locus.name, figures_text(locus.ratio().value()),
                                                   fixed_text(locus.ratio().log10(), 4)}));
  }
  if (!defined) return;
  const double total = log10_total(ratios);
  session.print(std::isinf(total) ? session.text("kinship.total_impossible")
                                  : session.text("kinship.total", {fixed_text(total, 4)}));
}

}  // namespace

int weigh_kinship(const Session& session, const KinshipArguments& arguments) {
  const auto table = population_table(arguments.population);
  if (!table) return session.fail(table.error());
  const auto one = importers::read_kinship_case(
      arguments.file,
      {arguments.frequencies, Parameters{}["genetics.rare_allele_minimum"], table.value()});
  if (!one) return session.fail(one.error());
  const auto ratios = ratios_of(one.value());
  if (!ratios) return session.fail(ratios.error());
  std::string undefined;
  for (const LocusRatio& locus : ratios.value())
    if (!locus.defined()) undefined += (undefined.empty() ? "" : ", ") + locus.name;
  if (session.json)
    session.print(as_json(one.value(), ratios.value(), undefined.empty()).dump());
  else
    print_for_people(session, one.value(), ratios.value(), undefined.empty());
  if (undefined.empty()) return exit_ok;
  return session.fail(Error{"kinship.impossible_family", {undefined}, {arguments.file, "", 0, ""}});
}

}  // namespace confronta::app

#include "models/stats/genetics/reported_call.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

#include "models/stats/genetics/x_loci.h"
#include "models/stats/portable_math.h"

namespace confronta::genetics {
namespace {

constexpr std::string_view off_ladder = "OL";

/// Of the autosomes alone: on X a man has one copy, which is none lost.
DnaProfile without_x(const DnaProfile& profile) {
  DnaProfile autosomal = profile;
  std::erase_if(autosomal.loci, [](const LocusCall& call) { return on_x(call.locus); });
  return autosomal;
}

/// Mean height of a copy over the called loci; nothing without heights.
std::optional<double> copy_height(const DnaProfile& profile) {
  double sum = 0;
  double copies = 0;
  for (const LocusCall& call : profile.loci) {
    if (call.heights.empty() || call.heights.size() != call.alleles.size()) continue;
    const bool homozygote = call.alleles.size() == 2 && call.alleles[0] == call.alleles[1];
    sum += homozygote ? call.heights[0] : 0;
    copies += static_cast<double>(call.alleles.size());
    if (homozygote) continue;
    for (const double height : call.heights) sum += height;
  }
  if (copies == 0) return std::nullopt;
  return sum / copies;
}

/// Share of the copies tried that were not called.
double share_lost(const DnaProfile& profile) {
  double lost = 0;
  for (const LocusCall& call : profile.loci)
    lost += static_cast<double>(2 - std::min<std::size_t>(call.alleles.size(), 2));
  return profile.loci.empty() ? 0 : lost / (2 * static_cast<double>(profile.loci.size()));
}

/// Loci by how many different alleles they show: none, one, two.
std::array<double, 3> loci_by_alleles(const DnaProfile& profile) {
  std::array<double, 3> counts{};
  for (const LocusCall& call : profile.loci) {
    const std::set<std::string_view> distinct(call.alleles.begin(), call.alleles.end());
    counts[std::min<std::size_t>(distinct.size(), 2)] += 1;
  }
  return counts;
}

double log_likelihood(const std::array<double, 3>& counts, double d, double h) {
  const std::array<double, 3> shares{d * d, (1 - h) * (1 - d * d) + 2 * h * d * (1 - d),
                                     h * (1 - d) * (1 - d)};
  double sum = 0;
  for (std::size_t n = 0; n < counts.size(); ++n)
    if (counts[n] > 0) sum += counts[n] * portable_log(shares[n]);  // of 0: minus infinity
  return sum;
}

/// The drop-out that the number of loci with one allele tells of; 0: none.
double dropout_by_homozygotes(const DnaProfile& profile, SampleState state,
                              const DropoutModel& model) {
  if (static_cast<double>(profile.loci.size()) < model.loci) return 0;
  const auto counts = loci_by_alleles(profile);
  const double none = log_likelihood(counts, 0, model.heterozygosity);
  double best = 0, greatest = none;
  for (int steps = 1; steps * model.step <= model.most; ++steps) {
    const double d = steps * model.step;
    const double fit = log_likelihood(counts, d, model.heterozygosity);
    if (fit > greatest) {
      greatest = fit;
      best = d;
    }
  }
  const bool told =
      state == SampleState::degraded || greatest - none >= portable_log(model.evidence);
  return told ? best : 0;
}

}  // namespace

DropoutModel::DropoutModel(const Parameters& parameters)
    : half_height(parameters["genetics.dropout_half_height"]),
      slope(parameters["genetics.dropout_slope"]),
      least(parameters["genetics.dropout_least"]),
      most(parameters["genetics.dropout_most"]),
      dropin(parameters["genetics.dropin"]),
      step(parameters["genetics.dropout_step"]),
      heterozygosity(parameters["genetics.heterozygosity"]),
      evidence(parameters["genetics.dropout_evidence"]),
      loci(parameters["genetics.dropout_loci"]) {}

SampleErrors sample_errors(const DnaProfile& all, SampleState state, const DropoutModel& model) {
  if (all.has_dropout) return {all.dropout, all.dropin};
  const DnaProfile profile = without_x(all);
  double dropout = share_lost(profile);
  if (const auto height = copy_height(profile); height && *height > 0) {
    const double odds = portable_exp(model.slope * portable_log(*height / model.half_height));
    dropout = std::max(dropout, 1 / (1 + odds));
  }
  if (state != SampleState::reference)
    dropout = std::max(dropout, dropout_by_homozygotes(profile, state, model));
  if (dropout < model.step / 2 && state != SampleState::degraded) return {};
  dropout = std::clamp(std::round(dropout / model.step) * model.step, model.least, model.most);
  return {dropout, model.dropin};
}

bool refused(const LocusCall& call, const Locus& locus) {
  return call.alleles.size() > 2 ||
         std::any_of(call.alleles.begin(), call.alleles.end(), [&](const std::string& allele) {
           return allele != off_ladder && !locus.find(allele);
         });
}

std::optional<Call> reported_call(const LocusCall& call, const Locus& locus,
                                  const SampleErrors& errors) {
  if (refused(call, locus)) return std::nullopt;
  std::vector<int> alleles;
  for (const std::string& allele : call.alleles)
    alleles.push_back(locus.find(allele).value_or(not_called));
  std::sort(alleles.begin(), alleles.end());
  if (errors.dropout == 0) {
    alleles.insert(alleles.begin(), 2 - alleles.size(), not_called);
    if (alleles[1] == not_called) return std::nullopt;  // nothing that has a name
    return GenotypeCall{alleles[1], alleles[0]};
  }
  if (!alleles.empty() && alleles.front() == not_called) return std::nullopt;
  alleles.erase(std::unique(alleles.begin(), alleles.end()), alleles.end());
  return DetectedAlleles{std::move(alleles), errors.dropout, errors.dropin};
}

}  // namespace confronta::genetics

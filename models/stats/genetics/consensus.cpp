#include "models/stats/genetics/consensus.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace confronta::genetics {
namespace {

using Alleles = std::vector<std::string>;

/// What one sample says of a locus.
struct Said {
  const std::string* sample;
  Alleles alleles;  // sorted, without those off the ladder
};

void join(std::string& all, const std::string& one, char separator) {
  if (one.empty() || one == all) return;
  if (!all.empty()) all += separator;
  all += one;
}

/// What all of them together say; nothing if they contradict each other.
std::optional<Alleles> agreed(const std::vector<Said>& said) {
  const Alleles* full = nullptr;
  std::set<std::string> alone;
  for (const Said& one : said) {
    if (one.alleles.size() == 1) alone.insert(one.alleles.front());
    if (one.alleles.size() < 2) continue;
    if (full && *full != one.alleles) return std::nullopt;
    full = &one.alleles;
  }
  if (!full) {
    if (alone.size() > 2) return std::nullopt;
    return Alleles(alone.begin(), alone.end());
  }
  for (const std::string& allele : alone)
    if (std::find(full->begin(), full->end(), allele) == full->end()) return std::nullopt;
  return *full;
}

/// The samples' own error rates, where all state them.
void state_errors(std::span<const DnaProfile* const> samples, DnaProfile& profile) {
  profile.has_dropout =
      !samples.empty() && std::all_of(samples.begin(), samples.end(),
                                      [](const DnaProfile* one) { return one->has_dropout; });
  if (!profile.has_dropout) return;
  profile.dropout = 1;
  for (const DnaProfile* one : samples) {
    profile.dropout = std::min(profile.dropout, one->dropout);
    profile.dropin = std::max(profile.dropin, one->dropin);
  }
}

}  // namespace

Consensus consensus(std::span<const DnaProfile* const> samples) {
  Consensus made;
  std::map<std::string, std::vector<Said>> loci;
  for (const DnaProfile* one : samples) {
    join(made.profile.sample, one->sample, '+');
    join(made.profile.kit, one->kit, '+');
    for (const LocusCall& call : one->loci) {
      Said said{&one->sample, call.alleles};
      said.alleles.erase(std::remove(said.alleles.begin(), said.alleles.end(), "OL"),
                         said.alleles.end());
      std::sort(said.alleles.begin(), said.alleles.end());
      loci[call.locus].push_back(std::move(said));
    }
  }
  state_errors(samples, made.profile);
  for (const auto& [locus, said] : loci) {
    if (auto alleles = agreed(said)) {
      made.profile.loci.push_back({locus, std::move(*alleles), {}});
      continue;
    }
    ConsensusConflict& conflict = made.conflicts.emplace_back();
    conflict.locus = locus;
    for (const Said& one : said) {
      if (one.alleles.empty()) continue;
      conflict.samples.push_back(*one.sample);
      conflict.alleles.push_back(one.alleles);
    }
  }
  return made;
}

}  // namespace confronta::genetics

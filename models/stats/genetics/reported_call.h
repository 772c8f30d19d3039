#pragma once
// From what a laboratory reported of a sample to calls that have a probability.

#include <optional>

#include "models/domain/dna.h"
#include "models/parameters.h"
#include "models/stats/genetics/call.h"

namespace confronta::genetics {

/// How a sample loses copies and gains alleles: per copy, and per locus. dropout = 0: as called.
struct SampleErrors {
  double dropout = 0;
  double dropin = 0;

  bool operator==(const SampleErrors&) const = default;
};

/// The parameters genetics.dropout_*.
struct DropoutModel {
  double half_height = 0;  // RFU at which a copy is lost half the time
  double slope = 0;        // of logit P(lost) against ln(height)
  double least = 0;        // bounds of what is estimated
  double most = 0;
  double dropin = 0;
  double step = 0;  // estimates are rounded to whole steps, so that few distinct calls arise

  explicit DropoutModel(const Parameters& parameters);
};

/// What is assumed of one sample, in this order:
///  - what the laboratory states;
///  - with peak heights: P(a copy is lost | H) = 1 / (1 + (H / half_height)^slope), H the mean
///    height of a copy over the called loci (a homozygote's peak counts as two of half its height).
///    The form is that of Tvedebrink et al. 2009, FSI: Genetics 3:222, with H and its parameters
///    per sample; H over the peaks that were seen is too high where many were lost, which the share
///    below makes good: the greater of both counts;
///  - the share of copies that were not called: (2 empty + single) / (2 tried) over the loci that
///    were tried. Homozygotes among the single ones count as losses, so it errs upwards;
///  - 0 where all copies were called and nothing says more, or `least` where `degraded` (bone,
///  burnt
///    or long dead: a homozygote written twice may still have lost an allele).
/// What was estimated lies in [least, most], or is 0 where it is below half a step and the sample
/// is not degraded. Drop-in goes with drop-out: 0 where that is 0.
SampleErrors sample_errors(const DnaProfile& profile, bool degraded, const DropoutModel& model);

/// The call of one locus. Without drop-out: two alleles are a genotype, one is a/-; none says
/// nothing. With drop-out: the set of alleles seen, the empty set included. "OL" is a copy that
/// cannot be named: without drop-out it is "-", with drop-out the locus says nothing. More than two
/// alleles, and an allele that the ladder lacks, say nothing: see `refused`.
std::optional<Call> reported_call(const LocusCall& call, const Locus& locus,
                                  const SampleErrors& errors);

/// Whether the locus was called and cannot be used: over two alleles, or one that `locus` lacks. To
/// be told.
bool refused(const LocusCall& call, const Locus& locus);

}  // namespace confronta::genetics

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

/// What a sample is: a fresh one of a known person; of a body or an object; of bone, burnt or long
/// dead.
enum class SampleState { reference, trace, degraded };

/// The parameters genetics.dropout_* and heterozygosity.
struct DropoutModel {
  double half_height = 0;  // RFU at which a copy is lost half the time
  double slope = 0;        // of logit P(lost) against ln(height)
  double least = 0;        // bounds of what is estimated
  double most = 0;
  double dropin = 0;
  double step = 0;  // estimates are rounded to whole steps, so that few distinct calls arise
  double heterozygosity = 0;  // share of loci at which an intact profile shows two alleles
  double evidence = 0;        // least likelihood ratio of losses that only homozygotes tell of
  double loci = 0;            // that they must be counted over at least

  explicit DropoutModel(const Parameters& parameters);
};

/// What is assumed of one sample, from its autosomal loci (on X a man has one copy), in this order:
///  - what the laboratory states;
///  - with peak heights: P(a copy is lost | H) = 1 / (1 + (H / half_height)^slope), H the mean
///    height of a copy over the called loci (a homozygote's peak counts as two of half its height).
///    The form is that of Tvedebrink et al. 2009, FSI: Genetics 3:222, with H and its parameters
///    per sample; H over the peaks that were seen is too high where many were lost, which the share
///    below makes good: the greater of both counts;
///  - the share of copies that were not called: (2 empty + single) / (2 tried) over the loci that
///    were tried. Homozygotes among the single ones count as losses, so it errs upwards;
///  - of all but a reference sample, that more loci show one allele, written once or twice, than
///    homozygotes would be: the d that maximises, over the loci with two alleles, one and none,
///      P(2) = h (1 - d)^2,  P(1) = (1 - h) (1 - d^2) + 2 h d (1 - d),  P(0) = d^2,
///    h the heterozygosity, over `loci` at least. Of a sample that is not degraded only where it is
///    `evidence` times as probable as d = 0. The greatest of all estimates counts;
///  - 0 where all copies were called and nothing says more, or `least` of a degraded sample (a
///    homozygote written twice may still have lost an allele).
/// What was estimated lies in [least, most], or is 0 where it is below half a step and the sample
/// is not degraded. Drop-in goes with drop-out: 0 where that is 0.
SampleErrors sample_errors(const DnaProfile& profile, SampleState state, const DropoutModel& model);

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

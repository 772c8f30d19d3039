#pragma once
// Hidden truths: what is written down is an uncertain sight of something that nobody writes down
// (the real stature, the real colour). A truth is one cell of a small grid.

#include <cstddef>
#include <span>
#include <vector>

namespace confronta {

/// P(what was written | truth) for each truth, up to a factor of its own, and how many records say
/// just that.
struct SeenTruth {
  std::vector<double> likelihood;
  double records = 0;
};

/// The distribution of the truth among records, by expectation-maximisation from `fallback`, which
/// also stays in the answer with the weight of `pseudo_records` records:
///   P(t) = [sum_j n_j P(t | j) + c fallback(t)] / (sum_j n_j + c).
/// At the fixed point sum_j w_j L_j(t) / sum_t' P(t') L_j(t') = 1 for every t that occurs, once the
/// c pseudo records are counted: hence likelihood ratios on this P sum to 1 over the reference,
/// whatever the scale of each L_j (Laird 1978, J Am Stat Assoc 73:805, for the estimator).
/// A likelihood that is 0 everywhere is left out. No records: the fallback.
///
/// `scale`: where the truths are cells of a quantity (ages, statures), each run of `scale` of them
/// is one scale, and every round smooths it over neighbouring cells with weights 1/4, 1/2, 1/4
/// (Silverman et al. 1990, J R Stat Soc B 52:271). Without it the fit gathers in a few spikes, and
/// a truth that lies between two of them counts as impossible. The last five rounds do not smooth,
/// so that the sum over the reference comes back to 1. 0: the truths are classes.
std::vector<double> fit_truth(std::span<const SeenTruth> seen, std::span<const double> fallback,
                              double pseudo_records, std::size_t scale = 0);

/// coverage(t) = (sum_j n_j L_j(t) / sum_t' P(t') L_j(t') + c) / (sum_j n_j + c): how often records
/// such as the truth t makes them are seen, over how often they are expected. 1 where P fits.
std::vector<double> coverage(std::span<const SeenTruth> seen, std::span<const double> truth,
                             double pseudo_records);

/// Scales a vector to sum 1; one of sum 0 becomes uniform.
void normalise(std::vector<double>& weights);

/// Sum of products, in a fixed order of four lanes.
double dot(std::span<const double> a, std::span<const double> b);

}  // namespace confronta

#include "models/stats/genetics/allele_classes.h"

#include <algorithm>

namespace confronta::genetics {

AlleleClasses::AlleleClasses(const LocusEvidence& evidence)
    : AlleleClasses(evidence, evidence.mutation == nullptr || evidence.mutation->lumpable) {}

AlleleClasses AlleleClasses::all(const LocusEvidence& evidence) { return {evidence, false}; }

AlleleClasses::AlleleClasses(const LocusEvidence& evidence, bool lump)
    : mutation_(evidence.mutation) {
  const Locus& locus = *evidence.locus;
  int rest = -1;  // the class of the unseen
  for (int allele = 0; allele < locus.size(); ++allele) {
    const bool named =
        allele == locus.silent() ||
        std::any_of(evidence.observations.begin(), evidence.observations.end(),
                    [&](const Observation& seen) { return names_allele(seen.call, allele); });
    if (lump && !named && rest >= 0) {
      class_of_.push_back(rest);
      frequency_[static_cast<std::size_t>(rest)] += locus.frequency(allele);
      continue;
    }
    if (lump && !named) rest = size();
    class_of_.push_back(size());
    representative_.push_back(allele);
    frequency_.push_back(locus.frequency(allele));
  }
}

double AlleleClasses::total_frequency() const {
  double sum = 0;
  for (const double frequency : frequency_) sum += frequency;
  return sum;
}

TransitionMatrix AlleleClasses::lumped(const TransitionMatrix* matrix) const {
  TransitionMatrix result(size());
  for (int from = 0; from < size(); ++from) {
    if (matrix == nullptr) result(from, from) = 1;
    if (matrix == nullptr) continue;
    for (int allele = 0; allele < matrix->size(); ++allele)
      result(from, class_of_[static_cast<std::size_t>(allele)]) +=
          (*matrix)(representative(from), allele);
  }
  return result;
}

TransitionMatrix AlleleClasses::mothers() const {
  return lumped(mutation_ == nullptr ? nullptr : &mutation_->female);
}
TransitionMatrix AlleleClasses::fathers() const {
  return lumped(mutation_ == nullptr ? nullptr : &mutation_->male);
}

}  // namespace confronta::genetics

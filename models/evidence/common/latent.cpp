#include "models/evidence/common/latent.h"

#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

RowClasses classes(const TraitTable& table, const LatentTruth& truth) {
  return RowClasses{table, [&](RowId row) { return truth.key(table, row); }};
}

void estimate_side(const TraitTable& table, const LatentTruth& truth, bool remains,
                   double pseudo_records, ReferenceTable& reference) {
  const RowClasses rows = classes(table, truth);
  std::vector<SeenTruth> seen;
  double count = 0;
  for (std::uint32_t c = 1; c < rows.count(); ++c) {
    seen.push_back({truth.likelihood(table, rows.example(c)), static_cast<double>(rows.size(c))});
    count += rows.size(c);
  }
  const auto fitted = fit_truth(seen, truth.fallback(remains), pseudo_records);
  const auto names = truth.truths();
  for (std::size_t t = 0; t < names.size(); ++t) reference.numbers[names[t]] = fitted[t];
  reference.count = count;
  reference.origin = count > 0 ? "estimated" : "fallback";
}

std::vector<double> distribution(const ReferenceTable& reference, const LatentTruth& truth,
                                 bool remains) {
  auto fallback = truth.fallback(remains);
  normalise(fallback);
  if (reference.numbers.empty()) return fallback;
  const auto names = truth.truths();
  for (std::size_t t = 0; t < names.size(); ++t) fallback[t] = reference.at(names[t]);
  return fallback;
}

bool left_is_remains(Relation relation) {
  return relation == Relation::same_body || relation == Relation::part;
}
bool right_is_remains(Relation relation) { return relation != Relation::duplicate; }

std::string side_table(Relation relation, std::string_view model, bool left) {
  const bool own = left && !is_symmetric(relation);
  return table_name(relation, std::string{model} + (own ? ".left" : ".right"));
}

}  // namespace

void estimate_latent(const Estimation& estimation, const LatentTruth& truth, std::string_view model,
                     ReferenceSet& reference) {
  const double pseudo_records = estimation.parameters["common.pseudo_records"];
  const Relation relation = estimation.relation;
  estimate_side(estimation.right, truth, right_is_remains(relation), pseudo_records,
                reference.table(side_table(relation, model, false)));
  if (!is_symmetric(relation))
    estimate_side(estimation.left, truth, left_is_remains(relation), pseudo_records,
                  reference.table(side_table(relation, model, true)));
}

double LatentEvidence::Ratio::log10() const { return portable_log10(h1 / h2); }

LatentEvidence::LatentEvidence(const Preparation& preparation,
                               std::unique_ptr<const LatentTruth> truth, std::string_view model)
    : TabulatedEvidence(classes(preparation.left, *truth), classes(preparation.right, *truth)),
      left_table_(preparation.left),
      right_table_(preparation.right),
      truth_(std::move(truth)) {
  const Relation relation = preparation.relation;
  among_left_ = distribution(preparation.reference.find(side_table(relation, model, true)), *truth_,
                             left_is_remains(relation));
  among_right_ = distribution(preparation.reference.find(side_table(relation, model, false)),
                              *truth_, right_is_remains(relation));
  posteriors_.resize(left_classes().count());
  for (std::uint32_t c = 1; c < left_classes().count(); ++c) {
    auto posterior = truth_->likelihood(left_table_, left_classes().example(c));
    for (std::size_t t = 0; t < posterior.size(); ++t) posterior[t] *= among_left_[t];
    normalise(posterior);
    posteriors_[c] = std::move(posterior);
  }
  relative_.resize(right_classes().count());
  for (std::uint32_t c = 1; c < right_classes().count(); ++c) {
    auto relative = truth_->likelihood(right_table_, right_classes().example(c));
    const double whole = dot(among_right_, relative);
    for (double& l : relative) l /= whole;
    relative_[c] = std::move(relative);
  }
  tabulate();
}

double LatentEvidence::log10_lr(RowId left, RowId right) const {
  return portable_log10(
      dot(posteriors_[left_classes().of(left)], relative_[right_classes().of(right)]));
}

LatentEvidence::Ratio LatentEvidence::ratio(std::vector<double> left,
                                            const std::vector<double>& right) const {
  for (std::size_t t = 0; t < left.size(); ++t) left[t] *= among_left_[t];
  normalise(left);
  return {dot(left, right), dot(among_right_, right)};
}

LatentEvidence::Ratio LatentEvidence::ratio(RowId left, RowId right) const {
  return ratio(truth_->likelihood(left_table_, left), truth_->likelihood(right_table_, right));
}

bool LatentEvidence::speaks(RowId left, RowId right) const {
  return left_classes().of(left) != 0 && right_classes().of(right) != 0;
}

}  // namespace confronta

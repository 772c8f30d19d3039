#include "models/evidence/common/latent.h"

#include <algorithm>

#include "models/stats/latent_truth.h"
#include "models/stats/portable_math.h"

namespace confronta {
namespace {

RowClasses classes(const TraitTable& table, const LatentTruth& truth) {
  return RowClasses{table, [&](RowId row) { return truth.key(table, row); }};
}

std::vector<SeenTruth> seen_truths(const TraitTable& table, const LatentTruth& truth) {
  const RowClasses rows = classes(table, truth);
  std::vector<SeenTruth> seen;
  for (std::uint32_t c = 1; c < rows.count(); ++c)
    seen.push_back({truth.likelihood(table, rows.example(c)), static_cast<double>(rows.size(c))});
  return seen;
}

void write(const LatentTruth& truth, std::span<const SeenTruth> seen,
           std::span<const double> numbers, ReferenceTable& table) {
  const auto names = truth.truths();
  for (std::size_t t = 0; t < names.size(); ++t) table.numbers[names[t]] = numbers[t];
  table.count = 0;
  for (const SeenTruth& one : seen) table.count += one.records;
  table.origin = table.count > 0 ? "estimated" : "fallback";
}

/// The numbers of a table, or `otherwise` where it was not estimated.
std::vector<double> numbers(const ReferenceTable& table, const LatentTruth& truth,
                            std::vector<double> otherwise) {
  if (table.numbers.empty()) return otherwise;
  const auto names = truth.truths();
  for (std::size_t t = 0; t < names.size(); ++t) otherwise[t] = table.at(names[t]);
  return otherwise;
}

std::vector<double> normalised(std::vector<double> weights) {
  normalise(weights);
  return weights;
}

bool is_of_remains(Relation relation) { return relation != Relation::duplicate; }

std::string truth_table(Relation relation, std::string_view model) {
  return table_name(relation, std::string{model} + ".truth");
}
std::string coverage_table(Relation relation, std::string_view model) {
  return table_name(relation, std::string{model} + ".coverage");
}

}  // namespace

void estimate_latent(const Estimation& estimation, const LatentTruth& truth, std::string_view model,
                     ReferenceSet& reference) {
  const double pseudo_records = estimation.parameters["common.pseudo_records"];
  const Relation relation = estimation.relation;
  const auto seen = seen_truths(estimation.right, truth);
  const auto among =
      fit_truth(seen, truth.fallback(is_of_remains(relation)), pseudo_records, truth.scale());
  write(truth, seen, among, reference.table(truth_table(relation, model)));
  if (is_symmetric(relation)) return;
  write(truth, seen, coverage(seen, among, pseudo_records),
        reference.table(coverage_table(relation, model)));
}

double LatentEvidence::Ratio::log10() const { return portable_log10(h1 / h2); }

LatentEvidence::LatentEvidence(const Preparation& preparation,
                               std::unique_ptr<const LatentTruth> truth, std::string_view model)
    : TabulatedEvidence(classes(preparation.left, *truth), classes(preparation.right, *truth)),
      left_table_(preparation.left),
      right_table_(preparation.right),
      truth_(std::move(truth)) {
  const Relation relation = preparation.relation;
  const ReferenceSet& reference = preparation.reference;
  among_ = numbers(reference.find(truth_table(relation, model)), *truth_,
                   normalised(truth_->fallback(is_of_remains(relation))));
  coverage_ = numbers(reference.find(coverage_table(relation, model)), *truth_,
                      std::vector<double>(among_.size(), 1.0));
  posteriors_.resize(left_classes().count());
  for (std::uint32_t c = 1; c < left_classes().count(); ++c) {
    posteriors_[c] = posterior(truth_->likelihood(left_table_, left_classes().example(c)));
  }
  relative_.resize(right_classes().count());
  for (std::uint32_t c = 1; c < right_classes().count(); ++c) {
    auto relative = truth_->likelihood(right_table_, right_classes().example(c));
    const double whole = dot(among_, relative);
    for (double& l : relative) l /= whole;
    relative_[c] = std::move(relative);
  }
  tabulate();
}

double LatentEvidence::log10_lr(RowId left, RowId right) const {
  return portable_log10(
      dot(posteriors_[left_classes().of(left)], relative_[right_classes().of(right)]));
}

std::vector<double> LatentEvidence::posterior(std::vector<double> left) const {
  constexpr double least_coverage = 0.5;
  for (std::size_t t = 0; t < left.size(); ++t) left[t] *= among_[t];
  normalise(left);
  const double covered = std::max(dot(left, coverage_), least_coverage);
  for (double& p : left) p /= covered;
  return left;
}

LatentEvidence::Ratio LatentEvidence::ratio(std::vector<double> left,
                                            const std::vector<double>& right) const {
  return {dot(posterior(std::move(left)), right), dot(among_, right)};
}

LatentEvidence::Ratio LatentEvidence::ratio(RowId left, RowId right) const {
  return ratio(truth_->likelihood(left_table_, left), truth_->likelihood(right_table_, right));
}

bool LatentEvidence::speaks(RowId left, RowId right) const {
  return left_classes().of(left) != 0 && right_classes().of(right) != 0;
}

}  // namespace confronta

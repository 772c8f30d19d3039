#include "app/evaluate/comparison.h"

#include <algorithm>
#include <cmath>

#include "app/evaluate/pair_ways.h"

namespace confronta::app {
namespace {

/// What one way came to, as measures of the truth.
class Measurer {
 public:
  Measurer(const Truth& truth, int replicates) : truth_(truth), replicates_(replicates) {
    for (const auto& [report, remains] : truth.identity())
      person_.push_back(truth.person_of.at(report));
  }

  WayMeasures measures(const PairOutcome& way) const {
    return {recall_of(truth_, way.per_right, replicates_),
            recall_of(truth_, way.per_left, replicates_),
            way.per_right,
            way.per_left,
            std::nullopt,
            {}};
  }

  WayMeasures with_cost(const PairOutcome& way) const {
    WayMeasures m = measures(way);
    m.cost = cost(way);
    return m;
  }

  /// The interval moves with the true pairs alone: the false ones are millions.
  Cost cost(const PairOutcome& way) const {
    const auto of_true = true_pairs(way);
    Cost cost{cllr(of_true, way.false_pairs), minimum_cllr(of_true, way.false_pairs), {}};
    cost.interval = interval_about(cost.cllr, way.true_scores,
                                   [&](std::size_t t) { return bits_of_true(way.true_scores[t]); });
    return cost;
  }

  EvidenceQuality quality(const PairOutcome& way) const {
    return evidence_quality(true_pairs(way), way.false_pairs);
  }

  WithoutModel without(const PairOutcome& less, const PairOutcome& all) const {
    WithoutModel w;
    w.measures = with_cost(less);
    w.per_remains_change = change(less.per_right, all.per_right);
    w.per_report_change = change(less.per_left, all.per_left);
    const Cost with = cost(all);
    w.cllr_change = w.measures.cost->cllr - with.cllr;
    w.cllr_min_change = w.measures.cost->cllr_min - with.cllr_min;
    w.cllr_interval = interval_about(w.cllr_change, all.true_scores, [&](std::size_t t) {
      return bits_of_true(less.true_scores[t]) - bits_of_true(all.true_scores[t]);
    });
    return w;
  }

 private:
  static double bits_of_true(double log10_lr) {
    return log2_one_plus_power_of_ten(-LrHistogram::rounded(log10_lr));
  }

  static std::vector<WeightedLr> true_pairs(const PairOutcome& way) {
    std::vector<WeightedLr> list;
    for (const double score : way.true_scores)
      if (!std::isnan(score)) list.push_back({LrHistogram::rounded(score), 1});
    return list;
  }

  /// About a cost of which half the mean of `bits` over the true pairs that were scored is the part
  /// of the true ones: the interval of that part, moved by what the false ones add.
  template <class Bits>
  BootstrapInterval interval_about(double cost, const std::vector<double>& scores,
                                   const Bits& bits) const {
    std::vector<PersonRatio> persons(truth_.persons);
    double sum = 0, count = 0;
    for (std::size_t t = 0; t < person_.size(); ++t) {
      if (std::isnan(scores[t])) continue;
      const double of_pair = bits(t);
      persons[person_[t]].hits += of_pair;
      persons[person_[t]].trials += 1;
      sum += of_pair;
      count += 1;
    }
    const double of_false = count > 0 ? cost - sum / count / 2 : 0;
    const BootstrapInterval mean = bootstrap_ratio(persons, 0.95, replicates_);
    return {mean.low / 2 + of_false, mean.high / 2 + of_false};
  }

  Recall change(const std::vector<Rank>& less, const std::vector<Rank>& all) const {
    Recall change;
    for (const Rank k : recall_ranks) {
      const auto hit = [k](Rank rank) { return rank >= 1 && rank <= k ? 1.0 : 0.0; };
      std::vector<PersonRatio> persons(truth_.persons);
      double sum = 0;
      for (std::size_t t = 0; t < person_.size(); ++t) {
        const double more = hit(less[t]) - hit(all[t]);
        persons[person_[t]].hits += more;
        persons[person_[t]].trials += 1;
        sum += more;
      }
      change.at[k] = person_.empty() ? 0 : sum / static_cast<double>(person_.size());
      if (replicates_ > 0) change.interval[k] = bootstrap_ratio(persons, 0.95, replicates_);
    }
    return change;
  }

  const Truth& truth_;
  int replicates_;
  std::vector<std::uint32_t> person_;  // of each true pair
};

ModelStudy study(const PreparedRelation& identity, const RecordLists& lists, const PairPass& pass,
                 const PairWays& ways, const std::vector<PairOutcome>& outcomes,
                 const Measurer& measurer, int threads) {
  ModelStudy study;
  study.together = measurer.quality(outcomes[PairWays::total]);
  for (std::size_t m = 0; m < identity.models.size(); ++m)
    study.models.push_back(
        {identity.names[m], measurer.quality(outcomes[ways.alone(m)]),
         measurer.without(outcomes[ways.without(m)], outcomes[PairWays::total])});
  std::set<RowPair> true_rows;
  for (const TruePair& pair : pass.truth) {
    const auto left = lists.reports.row[pair.left], right = lists.remains.row[pair.right];
    if (left && right) true_rows.emplace(*left, *right);
  }
  const std::vector<RowPair> among_true(true_rows.begin(), true_rows.end());
  study.among_true = correlate_models(identity, among_true, threads);
  study.among_false =
      correlate_models(identity,
                       sample_pairs(identity.left->size(), identity.right->size(),
                                    correlation_sample, correlation_seed, among_true),
                       threads);
  return study;
}

}  // namespace

Result<Comparison> compare(const PreparedRelation& identity, const RunView& view,
                           const Truth& truth, const world::OracleScorer* oracle,
                           const ComparisonOptions& options, Progress& progress) {
  const RecordLists lists = record_lists(identity, view, truth, oracle);
  const PairWays ways{identity, view, lists, oracle, options.by_model};
  PairPass pass;
  pass.lefts = static_cast<std::uint32_t>(lists.reports.ids.size());
  pass.rights = static_cast<std::uint32_t>(lists.remains.ids.size());
  pass.left_person = lists.reports.person;
  pass.right_person = lists.remains.person;
  pass.is_lr = ways.is_lr();
  bool known = oracle == nullptr;
  for (const auto& [report, remains] : truth.identity()) {
    const TruePair pair{lists.reports.at(report), lists.remains.at(remains)};
    known = known || (lists.reports.oracle[pair.left] && lists.remains.oracle[pair.right]);
    pass.truth.push_back(pair);
  }
  if (!known) return Error{"evaluate.other_world", {}, {}};
  pass.score = [&](std::uint32_t left, std::vector<std::vector<double>>& scores) {
    ways.score(left, scores);
  };
  auto passed = pass_over_pairs(pass, options.threads, progress);
  if (!passed) return passed.error();
  const std::vector<PairOutcome>& outcomes = passed.value();

  const Measurer measurer{truth, options.replicates};
  Comparison result;
  result.reports = pass.lefts;
  result.remains = pass.rights;
  result.by_posterior = measurer.measures(outcomes[PairWays::posterior]);
  result.by_lr = measurer.with_cost(outcomes[PairWays::total]);
  if (oracle) {
    result.oracle = measurer.measures(outcomes[PairWays::oracle]);
    result.oracle->cost = measurer.cost(outcomes[PairWays::oracle_of_the_store]);
    result.rule = measurer.measures(outcomes[PairWays::rule]);
  }
  if (options.by_model)
    result.models = study(identity, lists, pass, ways, outcomes, measurer, options.threads);
  return result;
}

}  // namespace confronta::app

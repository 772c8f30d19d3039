#include "app/evaluate/measure.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/run_view.h"
#include "engine/evaluate/lr_histogram.h"
#include "engine/score/totals.h"

namespace confronta::app {
namespace {

constexpr double thresholds[] = {0, 1, 2, 3, 4, 5, 6, 8, 10};

/// Ranks of the true pairs in the lists of their remains, and of their report.
struct TrueRanks {
  std::vector<Rank> per_remains, per_report;
};

TrueRanks true_ranks(const Run& run, const Truth& truth) {
  const RunView view{run};
  const auto ranks = view.ranks();
  TrueRanks result;
  for (const auto& [report, remains] : truth.identity()) {
    const auto at = ranks.find({view.row_of(report), view.row_of(remains)});
    const bool listed = at != ranks.end();
    result.per_remains.push_back(listed ? at->second.per_remains : 0);
    result.per_report.push_back(listed ? at->second.per_report : 0);
  }
  return result;
}

/// The pairs of subjects that the run's groups of one relation hold together.
std::vector<IdPair> grouped_pairs(const Run& run, Relation relation) {
  std::vector<IdPair> pairs;
  for (const RunGroup& group : run.groups)
    if (group.relation == relation)
      for (std::size_t i = 0; i < group.members.size(); ++i)
        for (std::size_t j = i + 1; j < group.members.size(); ++j)
          pairs.emplace_back(group.members[i], group.members[j]);
  return pairs;
}

/// The "dna=..." strata that there are, from least to most, and which of them each row has;
/// no_stratum where none is known.
class DnaStrata {
 public:
  static constexpr std::size_t profile = 1, family = 2, compared = 3, no_stratum = 4;
  static constexpr std::array<const char*, 4> names{"dna=none", "dna=profile", "dna=family",
                                                    "dna=compared"};

  DnaStrata(const PreparedRelation& identity, const RunView& view,
            const std::map<std::string, std::vector<std::string>>& strata)
      : of_left_(identity.left->size(), no_stratum), of_right_(identity.right->size(), no_stratum) {
    for (const auto& [id, list] : strata) {
      const std::string& row = view.row_of(id);
      if (const auto left = identity.left->find(row)) add(of_left_[*left], list);
      if (const auto right = identity.right->find(row)) add(of_right_[*right], list);
    }
  }

  /// The strata of a pair: of its remains, and `compared` if both sides have DNA.
  template <class Use>
  void for_each(RowId left, RowId right, const Use& use) const {
    const std::size_t stratum = of_right_[right];
    if (stratum == no_stratum) return;
    use(stratum);
    if (of_left_[left] == family && (stratum == profile || stratum == family)) use(compared);
  }

 private:
  static void add(std::size_t& known, const std::vector<std::string>& list) {
    for (std::size_t at = 0; at <= family; ++at)
      if (std::find(list.begin(), list.end(), names[at]) != list.end())
        known = known == no_stratum ? at : std::max(known, at);
  }
  std::vector<std::size_t> of_left_, of_right_;
};

/// The posterior of every kept pair of rows, and 0 for all the others.
std::vector<Forecast> forecasts(const Run& run, const ScoredTruth& scored, const Truth& truth) {
  const RunView view{run};
  std::set<std::pair<std::string, std::string>> true_rows;
  for (const auto& [report, remains] : truth.identity())
    true_rows.emplace(view.row_of(report), view.row_of(remains));
  std::vector<Forecast> list;
  double kept_true = 0;
  for (const RunPair& pair : run.pairs) {
    if (pair.relation != Relation::identity) continue;
    const bool is_true = true_rows.count({pair.left, pair.right}) > 0;
    kept_true += is_true ? 1 : 0;
    list.push_back({pair.posterior, is_true, 1});
  }
  double all_false = 0;
  for (const WeightedLr& pairs : scored.false_pairs) all_false += pairs.count;
  const double kept_false = static_cast<double>(list.size()) - kept_true;
  list.push_back({0, false, std::max(0.0, all_false - kept_false)});
  list.push_back(
      {0, true, std::max(0.0, static_cast<double>(scored.true_pairs.size()) - kept_true)});
  return list;
}

/// The mean posterior of the true pairs in each stratum of the remains' column "missing".
std::vector<StratumPosterior> posteriors_by_missing(
    const Run& run, const Truth& truth,
    const std::map<std::string, std::vector<std::string>>& strata) {
  const RunView view{run};
  std::map<std::pair<std::string_view, std::string_view>, double> posteriors;
  for (const RunPair& pair : run.pairs)
    if (pair.relation == Relation::identity) posteriors[{pair.left, pair.right}] = pair.posterior;
  std::map<std::string, StratumPosterior> by_name;
  for (const auto& [report, remains] : truth.identity()) {
    const auto of_remains = strata.find(remains);
    if (of_remains == strata.end()) continue;
    const auto kept = posteriors.find({view.row_of(report), view.row_of(remains)});
    for (const std::string& name : of_remains->second) {
      if (name.rfind("missing=", 0) != 0) continue;
      StratumPosterior& stratum = by_name[name];
      stratum.stratum = name;
      ++stratum.true_pairs;
      stratum.mean += kept == posteriors.end() ? 0 : kept->second;
    }
  }
  std::vector<StratumPosterior> list;
  for (auto& [name, stratum] : by_name) {
    stratum.mean /= static_cast<double>(stratum.true_pairs);
    list.push_back(std::move(stratum));
  }
  return list;
}

}  // namespace

std::vector<StratumRecall> strata_of(
    const Truth& truth, const std::vector<Rank>& ranks,
    const std::map<std::string, std::vector<std::string>>& strata) {
  std::vector<Rank> repeated;
  std::vector<std::string> names;
  const auto& pairs = truth.identity();
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto of_remains = strata.find(pairs[i].second);
    if (of_remains == strata.end()) continue;
    for (const std::string& name : of_remains->second) {
      repeated.push_back(ranks[i]);
      names.push_back(name);
    }
  }
  return recall_by_stratum(repeated, names, recall_ranks);
}

Recall recall_of(const Truth& truth, const std::vector<Rank>& ranks, int replicates) {
  Recall recall;
  const auto& pairs = truth.identity();
  for (const Rank k : recall_ranks) {
    recall.at[k] = recall_at(ranks, k).value_or(0);
    if (replicates == 0) continue;
    std::vector<PersonRatio> persons(truth.persons);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      PersonRatio& person = persons[truth.person_of.at(pairs[i].first)];
      person.trials += 1;
      person.hits += ranks[i] >= 1 && ranks[i] <= k ? 1 : 0;
    }
    recall.interval[k] = bootstrap_ratio(persons, 0.95, replicates);
  }
  return recall;
}

ScoredTruth score_truth(const PreparedRelation& identity, const Run& run, const Truth& truth,
                        const std::map<std::string, std::vector<std::string>>& strata,
                        int threads) {
  const RunView view{run};
  ScoredTruth scored;
  std::set<std::pair<RowId, RowId>> true_rows;
  for (const auto& [report, remains] : truth.identity()) {
    const auto l = identity.left->find(view.row_of(report));
    const auto r = identity.right->find(view.row_of(remains));
    if (l && r)
      true_rows.emplace(*l, *r);
    else
      ++scored.unscored;
  }
  LrHistogram false_pairs;
  const DnaStrata dna{identity, view, strata};
  std::vector<LrHistogram> false_by_dna(DnaStrata::names.size());
  scored.by_dna.resize(DnaStrata::names.size());
  for_each_total(identity, threads,
                 [&](RowId left, std::span<const RowId> right, std::span<const Score> totals) {
                   auto next = true_rows.lower_bound({left, 0});
                   for (std::size_t k = 0; k < right.size(); ++k) {
                     const double log10 = totals[k].log10();
                     if (next != true_rows.end() && *next == std::pair{left, right[k]}) {
                       const WeightedLr one{LrHistogram::rounded(log10), 1};
                       scored.true_pairs.push_back(one);
                       dna.for_each(left, right[k], [&](std::size_t stratum) {
                         scored.by_dna[stratum].true_pairs.push_back(one);
                       });
                       ++next;
                     } else {
                       false_pairs.add(log10);
                       dna.for_each(left, right[k],
                                    [&](std::size_t stratum) { false_by_dna[stratum].add(log10); });
                     }
                   }
                 });
  scored.false_pairs = false_pairs.pairs();
  for (std::size_t at = 0; at < scored.by_dna.size(); ++at) {
    scored.by_dna[at].name = DnaStrata::names[at];
    scored.by_dna[at].false_pairs = false_by_dna[at].pairs();
  }
  return scored;
}

Measures measure(const Run& run, const ScoredTruth& scored, const Truth& truth,
                 const std::map<std::string, std::vector<std::string>>& strata, int replicates) {
  Measures m;
  const TrueRanks ranks = true_ranks(run, truth);
  m.true_pairs = truth.identity().size();
  m.unscored_pairs = scored.unscored;
  m.per_remains = recall_of(truth, ranks.per_remains, replicates);
  m.per_report = recall_of(truth, ranks.per_report, replicates);
  m.cllr = cllr(scored.true_pairs, scored.false_pairs);
  m.cllr_min = minimum_cllr(scored.true_pairs, scored.false_pairs);
  m.precision = precision_over_thresholds(scored.true_pairs, scored.false_pairs,
                                          static_cast<double>(m.true_pairs), thresholds);
  m.tippett = tippett(scored.true_pairs, scored.false_pairs, -8, 12, 81);
  m.reliability = reliability(forecasts(run, scored, truth));
  m.strata = strata_of(truth, ranks.per_remains, strata);
  m.by_missing = posteriors_by_missing(run, truth, strata);
  for (const ScoredTruth::Stratum& stratum : scored.by_dna)
    if (!stratum.true_pairs.empty())
      m.by_dna.push_back({stratum.name, stratum.true_pairs.size(),
                          cllr(stratum.true_pairs, stratum.false_pairs),
                          minimum_cllr(stratum.true_pairs, stratum.false_pairs)});
  for (const Relation relation : {Relation::duplicate, Relation::same_body, Relation::part}) {
    const auto known = truth.pairs.find(relation);
    m.grouped[relation] =
        pair_quality(grouped_pairs(run, relation),
                     known == truth.pairs.end() ? std::vector<IdPair>{} : known->second);
  }
  return m;
}

}  // namespace confronta::app

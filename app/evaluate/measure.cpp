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

/// The "dna=..." strata that there are, from least to most, and which of them each row of remains
/// has; no_stratum where none is known.
struct DnaStrata {
  static constexpr std::size_t no_stratum = 3;
  static constexpr std::array<const char*, 3> names{"dna=none", "dna=profile", "dna=family"};
  std::vector<std::size_t> of_row;

  DnaStrata(const PreparedRelation& identity, const RunView& view,
            const std::map<std::string, std::vector<std::string>>& strata)
      : of_row(identity.right->size(), no_stratum) {
    for (const auto& [id, list] : strata) {
      const auto row = identity.right->find(view.row_of(id));
      if (!row) continue;
      for (std::size_t at = 0; at < names.size(); ++at) {
        if (std::find(list.begin(), list.end(), names[at]) == list.end()) continue;
        std::size_t& known = of_row[*row];
        known = known == no_stratum ? at : std::max(known, at);
      }
    }
  }
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
                     const std::size_t stratum = dna.of_row[right[k]];
                     const bool known = stratum != DnaStrata::no_stratum;
                     if (next != true_rows.end() && *next == std::pair{left, right[k]}) {
                       const WeightedLr one{LrHistogram::rounded(totals[k].log10()), 1};
                       scored.true_pairs.push_back(one);
                       if (known) scored.by_dna[stratum].true_pairs.push_back(one);
                       ++next;
                     } else {
                       false_pairs.add(totals[k].log10());
                       if (known) false_by_dna[stratum].add(totals[k].log10());
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

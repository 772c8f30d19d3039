#include "engine/evaluate/model_scores.h"

#include <algorithm>
#include <cmath>

#include "engine/score/totals.h"

namespace confronta {
namespace {

/// SplitMix64 (Steele et al. 2014) of one number.
std::uint64_t hashed(std::uint64_t number) {
  std::uint64_t z = number + 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

/// Scores of each model over a list of pairs, column by column.
std::vector<std::vector<Score>> score_pairs(const PreparedRelation& relation,
                                            std::span<const RowPair> pairs, int threads) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (i == 0 || pairs[i].first != pairs[i - 1].first) starts.push_back(i);
  starts.push_back(pairs.size());
  std::vector<std::vector<Score>> columns(relation.models.size(), std::vector<Score>(pairs.size()));
  const auto lefts = static_cast<std::int64_t>(starts.size() - 1);
#pragma omp parallel for num_threads(thread_count(threads)) schedule(dynamic, 16)
  for (std::int64_t l = 0; l < lefts; ++l) {
    const std::size_t first = starts[l], count = starts[l + 1] - first;
    std::vector<RowId> right;
    for (std::size_t i = first; i < first + count; ++i) right.push_back(pairs[i].second);
    for (std::size_t m = 0; m < columns.size(); ++m)
      relation.models[m]->add(pairs[first].first, right,
                              std::span{columns[m]}.subspan(first, count));
  }
  return columns;
}

/// Two passes, in bans: means first.
std::optional<double> pearson(const std::vector<Score>& a, const std::vector<Score>& b,
                              std::uint64_t& both) {
  double sum_a = 0, sum_b = 0;
  both = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].units != 0 && b[i].units != 0) {
      ++both;
      sum_a += a[i].log10();
      sum_b += b[i].log10();
    }
  if (both < fewest_pairs) return std::nullopt;
  const double n = static_cast<double>(both);
  double aa = 0, bb = 0, ab = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].units != 0 && b[i].units != 0) {
      const double da = a[i].log10() - sum_a / n, db = b[i].log10() - sum_b / n;
      aa += da * da;
      bb += db * db;
      ab += da * db;
    }
  if (aa <= 0 || bb <= 0) return std::nullopt;
  return ab / std::sqrt(aa * bb);
}

}  // namespace

std::vector<std::vector<Score>> score_by_model(const PreparedRelation& relation, RowId left,
                                               std::span<const RowId> right) {
  std::vector<std::vector<Score>> columns;
  for (const auto& model : relation.models) {
    columns.emplace_back(right.size());
    model->add(left, right, columns.back());
  }
  return columns;
}

std::vector<RowPair> sample_pairs(RowId lefts, RowId rights, std::uint64_t wanted,
                                  std::uint64_t seed, std::span<const RowPair> left_out) {
  const std::uint64_t all = std::uint64_t{lefts} * rights;
  const double share = all > wanted ? static_cast<double>(wanted) / static_cast<double>(all) : 1;
  const auto limit = static_cast<std::uint64_t>(share * 4294967296.0);  // of 2^32
  const std::uint64_t key = hashed(seed);
  std::vector<RowPair> sample;
  auto skipped = left_out.begin();
  for (RowId left = 0; left < lefts; ++left)
    for (RowId right = 0; right < rights; ++right) {
      if ((hashed(key ^ (std::uint64_t{left} * rights + right)) >> 32) >= limit) continue;
      const RowPair pair{left, right};
      while (skipped != left_out.end() && *skipped < pair) ++skipped;
      if (skipped == left_out.end() || *skipped != pair) sample.push_back(pair);
    }
  return sample;
}

ModelCorrelation correlate_models(const PreparedRelation& relation, std::span<const RowPair> pairs,
                                  int threads) {
  const auto columns = score_pairs(relation, pairs, threads);
  const std::size_t models = columns.size();
  ModelCorrelation result;
  result.pairs = pairs.size();
  result.correlation.assign(models, std::vector<std::optional<double>>(models));
  result.both_speak.assign(models, std::vector<std::uint64_t>(models));
  const auto rows = static_cast<std::int64_t>(models);
#pragma omp parallel for num_threads(thread_count(threads)) schedule(dynamic, 1)
  for (std::int64_t a = 0; a < rows; ++a)
    for (std::size_t b = 0; b < models; ++b)
      result.correlation[a][b] = pearson(columns[a], columns[b], result.both_speak[a][b]);
  return result;
}

}  // namespace confronta

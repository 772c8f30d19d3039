#include "models/stats/genetics/family_scan.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <optional>

#include "models/stats/portable_math.h"

namespace confronta::genetics {
namespace {

constexpr auto impossible_deficit = static_cast<std::uint32_t>(-FamilyScan::impossible.units);
// Loci are added a few at a time, their rows and codes at hand in registers, to sums that stay in
// the nearest cache.
constexpr std::size_t loci_at_once = 4;
constexpr std::size_t block = 2048;
static_assert((loci_at_once + 1) * std::uint64_t{impossible_deficit} <= UINT32_MAX);

struct Column {
  const ProfileClasses::Code* codes;
  const std::uint32_t* deficits;
};

template <std::size_t count>
void add_loci(const Column* first, std::span<std::uint32_t> sums) {
  std::array<Column, count> columns;
  std::copy_n(first, count, columns.begin());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    std::uint32_t sum = sums[i];
    for (const Column& column : columns) sum += column.deficits[column.codes[i]];
    sums[i] = std::min(sum, impossible_deficit);
  }
}

void add_all(std::span<const Column> columns, std::span<std::uint32_t> sums) {
  std::size_t at = 0;
  for (; at + loci_at_once <= columns.size(); at += loci_at_once)
    add_loci<loci_at_once>(&columns[at], sums);
  for (; at < columns.size(); ++at) add_loci<1>(&columns[at], sums);
}

// sum P(call | g) N(g) / sum P(call | g) D(g), of a full call a single genotype's.
Result<double> ratio_of(const FamilyTable& table, std::span<const ProfileClasses::Fit> fits,
                        const Locus& locus) {
  double numerator = 0, denominator = 0;
  for (const auto& [genotype, probability] : fits) {
    numerator += probability * table.related()[genotype];
    denominator += probability * table.unrelated()[genotype];
  }
  if (denominator == 0) return Error{"genetics.call_impossible", {locus.name()}, {}};
  return numerator / denominator;
}

// The scores of the classes of one locus; none where the LR is 0.
Result<std::vector<std::optional<Score>>> class_scores(const ProfileClasses& profiles,
                                                       std::size_t at, const FamilyTable& table) {
  std::vector<std::optional<Score>> scores{Score{}};  // not typed
  for (std::size_t code = 1; code <= profiles.calls(at).size(); ++code) {
    const auto ratio = ratio_of(table, profiles.fits(at, code), profiles.locus(at));
    if (!ratio.ok()) return ratio.error();
    scores.push_back(ratio.value() == 0
                         ? std::nullopt
                         : std::optional(Score::from_log10(portable_log10(ratio.value()))));
  }
  return scores;
}

}  // namespace

Result<FamilyScan> FamilyScan::make(const ProfileClasses& profiles,
                                    std::span<const FamilyTable> tables) {
  assert(tables.size() == profiles.loci());
  std::vector<std::vector<std::optional<Score>>> scores;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    auto of_locus = class_scores(profiles, at, tables[at]);
    if (!of_locus.ok()) return of_locus.error();
    scores.push_back(std::move(of_locus).value());
  }
  return of_scores(profiles, scores);
}

Result<FamilyScan> FamilyScan::of_scores(
    const ProfileClasses& profiles, std::span<const std::vector<std::optional<Score>>> by_locus) {
  assert(by_locus.size() == profiles.loci());
  FamilyScan scan;
  scan.profiles_ = &profiles;
  scan.size_ = profiles.size();
  std::int64_t best = 0, range = 0;
  for (const auto& scores : by_locus) {
    Score least, most;  // not typed is among the classes
    for (const auto& score : scores) {
      if (!score) continue;
      least = std::min(least, *score);
      most = std::max(most, *score);
    }
    best += most.units;
    range += most.units - least.units;
    scan.rows_.push_back(scan.deficits_.size());
    for (const auto& score : scores)
      scan.deficits_.push_back(score ? static_cast<std::uint32_t>(most.units - score->units)
                                     : impossible_deficit);
  }
  if (range >= impossible_deficit) return Error{"genetics.scan_range", {}, {}};
  scan.best_ = static_cast<std::int32_t>(best);
  return scan;
}

void FamilyScan::totals(std::size_t first, std::span<Score> totals) const {
  assert(first + totals.size() <= size_);
  std::vector<Column> columns(rows_.size());
  std::array<std::uint32_t, block> buffer;
  for (std::size_t begin = 0; begin < totals.size(); begin += block) {
    const std::span<std::uint32_t> sums(buffer.data(), std::min(block, totals.size() - begin));
    std::fill(sums.begin(), sums.end(), 0U);
    for (std::size_t at = 0; at < columns.size(); ++at)
      columns[at] = {profiles_->codes(at).data() + first + begin, deficits_.data() + rows_[at]};
    add_all(columns, sums);
    for (std::size_t i = 0; i < sums.size(); ++i)
      totals[begin + i] = sums[i] == impossible_deficit
                              ? impossible
                              : Score{best_ - static_cast<std::int32_t>(sums[i])};
  }
}

}  // namespace confronta::genetics

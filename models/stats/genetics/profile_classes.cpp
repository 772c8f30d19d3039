#include "models/stats/genetics/profile_classes.h"

#include <algorithm>

namespace confronta::genetics {
namespace {

bool says_nothing(const std::optional<Call>& call) {
  if (!call) return true;
  const auto* exact = std::get_if<GenotypeCall>(&*call);
  return exact && exact->first == not_called && exact->second == not_called;
}

void add_fits(const Locus& locus, bool one_copy, const Call& call,
              std::vector<ProfileClasses::Fit>& fits) {
  std::uint32_t genotype = 0;
  for (int y = 0; y < locus.size(); ++y)
    for (int x = 0; x <= y; ++x, ++genotype) {
      if (one_copy && x != y) continue;
      const double fit = one_copy ? call_probability_hemizygous(locus, call, y)
                                  : call_probability(locus, call, x, y);
      if (fit > 0) fits.push_back({genotype, fit});
    }
}

}  // namespace

Result<ProfileClasses> ProfileClasses::make(const std::vector<const Locus*>& loci,
                                            const std::vector<bool>& one_copy) {
  ProfileClasses profiles;
  for (std::size_t at = 0; at < loci.size(); ++at) {
    const bool autosomal = loci[at]->inheritance() == Inheritance::autosomal;
    const bool one = !one_copy.empty() && one_copy[at];
    if (autosomal ? one : one_copy.empty())
      return Error{"genetics.scan_autosomal", {loci[at]->name()}, {}};
    Column& column = profiles.columns_.emplace_back();
    column.locus = loci[at];
    column.one_copy = one;
  }
  return profiles;
}

ProfileClasses::Key ProfileClasses::key_of(const Call& call) {
  if (const auto* exact = std::get_if<GenotypeCall>(&call)) {
    const auto [low, high] = std::minmax(exact->first, exact->second);
    return {false, {low, high}, 0, 0};
  }
  const auto& seen = std::get<DetectedAlleles>(call);
  Key key{true, seen.alleles, seen.dropout, seen.dropin};
  std::sort(std::get<1>(key).begin(), std::get<1>(key).end());
  return key;
}

Result<ProfileClasses::Code> ProfileClasses::class_of(Column& column,
                                                      const std::optional<Call>& call) {
  if (says_nothing(call)) return not_typed;
  const Key key = key_of(*call);
  if (const auto known = column.known.find(key); known != column.known.end()) return known->second;
  const std::size_t code = column.calls.size() + 1;
  if (code == most_classes) return Error{"genetics.too_many_calls", {column.locus->name()}, {}};
  add_fits(*column.locus, column.one_copy, *call, column.fits);
  if (column.fits.size() == column.ends.back())
    return Error{"genetics.call_impossible", {column.locus->name()}, {}};
  column.ends.push_back(column.fits.size());
  column.calls.push_back(*call);
  column.known.emplace(key, static_cast<Code>(code));
  return static_cast<Code>(code);
}

Result<std::size_t> ProfileClasses::add(std::span<const std::optional<Call>> profile) {
  std::vector<Code> codes;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    const auto code = class_of(columns_[at], profile[at]);
    if (!code.ok()) return code.error();
    codes.push_back(code.value());
  }
  for (std::size_t at = 0; at < columns_.size(); ++at) columns_[at].codes.push_back(codes[at]);
  return profiles_++;
}

}  // namespace confronta::genetics

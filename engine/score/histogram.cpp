#include "engine/score/histogram.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "models/domain/number_text.h"

namespace confronta {
namespace {

template <class Number, class Write>
std::string bins_text(const std::array<Number, TotalsHistogram::bins>& numbers, Write write) {
  std::string text;
  for (std::size_t bin = 0; bin < numbers.size(); ++bin) {
    if (numbers[bin] == 0) continue;
    if (!text.empty()) text += ' ';
    text += std::to_string(static_cast<std::int32_t>(bin) + TotalsHistogram::lowest_bin) + ':' +
            write(numbers[bin]);
  }
  return text;
}

template <class Number>
bool parse_bins(std::string_view text, std::array<Number, TotalsHistogram::bins>& numbers) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    std::int32_t bin = 0;
    const auto name = std::from_chars(at, end, bin);
    bin -= TotalsHistogram::lowest_bin;
    if (name.ec != std::errc{} || name.ptr == end || *name.ptr != ':' || bin < 0 ||
        bin >= static_cast<std::int32_t>(numbers.size()))
      return false;
    const auto amount = std::from_chars(name.ptr + 1, end, numbers[static_cast<std::size_t>(bin)]);
    if (amount.ec != std::errc{}) return false;
    at = amount.ptr;
    if (at != end && *at++ != ' ') return false;
  }
  return true;
}

}  // namespace

std::size_t TotalsHistogram::bin_of(Score score) noexcept {
  const std::int32_t quarter_bans = score.units >> 14;  // rounds down, also below 0
  static_assert(bin_units == 1 << 14);
  return static_cast<std::size_t>(
      std::clamp(quarter_bans - lowest_bin, 0, static_cast<std::int32_t>(bins) - 1));
}

Score TotalsHistogram::edge(std::size_t bin) noexcept {
  return Score{(static_cast<std::int32_t>(bin) + lowest_bin) * bin_units};
}

std::uint64_t TotalsHistogram::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint64_t{0});
}

std::uint64_t TotalsHistogram::at_or_over(Score score) const {
  return std::accumulate(counts_.begin() + static_cast<std::ptrdiff_t>(bin_of(score)),
                         counts_.end(), std::uint64_t{0});
}

std::string TotalsHistogram::text() const {
  return bins_text(counts_, [](std::uint64_t count) { return std::to_string(count); });
}

std::optional<TotalsHistogram> TotalsHistogram::parse(std::string_view text) {
  TotalsHistogram histogram;
  if (!parse_bins(text, histogram.counts_)) return std::nullopt;
  return histogram;
}

std::string mass_text(const PosteriorMass& mass) { return bins_text(mass, number_text); }

std::optional<PosteriorMass> parse_mass(std::string_view text) {
  PosteriorMass mass{};
  if (!parse_bins(text, mass)) return std::nullopt;
  return mass;
}

}  // namespace confronta

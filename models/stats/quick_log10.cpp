#include "models/stats/quick_log10.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <limits>

#include "models/stats/portable_math.h"

namespace confronta {
namespace {

constexpr int index_bits = 8;
constexpr std::size_t entries = std::size_t{1} << index_bits;
constexpr double log10_of_2 = 0.30102999566398119521;
constexpr double log10_of_e = 0.43429448190325182765;

/// For mantissas of one leading byte: about the reciprocal of their middle, and minus its log10.
struct Entry {
  double reciprocal;
  double log10;
};

std::array<Entry, entries> build_table() {
  std::array<Entry, entries> table{};
  for (std::size_t i = 0; i < entries; ++i) {
    const double reciprocal = 1 / (1 + (static_cast<double>(i) + 0.5) / entries);
    table[i] = {reciprocal, -portable_log10(reciprocal)};
  }
  return table;
}
const std::array<Entry, entries> table = build_table();

}  // namespace

double quick_log10(double x) {
  if (!(x > 1e-300 && x <= std::numeric_limits<double>::max())) return portable_log10(x);
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  const auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
  const Entry& entry = table[(bits >> (52 - index_bits)) & (entries - 1)];
  bits = (bits & 0x000FFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL;
  double mantissa = 0;
  std::memcpy(&mantissa, &bits, sizeof mantissa);
  // log(1 + r) for |r| <= 2^-9, to the fifth order.
  const double r = mantissa * entry.reciprocal - 1;
  const double series = r * (1 - r * (1.0 / 2 - r * (1.0 / 3 - r * (1.0 / 4 - r * (1.0 / 5)))));
  return static_cast<double>(exponent) * log10_of_2 + (entry.log10 + series * log10_of_e);
}

}  // namespace confronta

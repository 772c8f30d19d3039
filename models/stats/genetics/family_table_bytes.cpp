#include "models/stats/genetics/family_table_bytes.h"

#include <cmath>

#include "models/stats/genetics/byte_string.h"

namespace confronta::genetics {
namespace {

constexpr std::size_t heading = 24;  // one_copy, mantissa and exponent of P(family)

bool is_likelihood(double number) { return std::isfinite(number) && number >= 0; }

/// N / D as a table has it: the quotient of two numbers that were divided by one power of two.
std::vector<double> ratios_of(const FamilyTable::Numbers& numbers) {
  std::vector<double> ratios;
  ratios.reserve(numbers.related.size());
  for (std::size_t g = 0; g < numbers.related.size(); ++g)
    ratios.push_back(numbers.related[g] / numbers.unrelated[g]);
  return ratios;
}

}  // namespace

std::optional<std::string> bytes_of(const FamilyTable::Numbers& numbers) {
  if (ratios_of(numbers) != numbers.ratios) return std::nullopt;
  std::string bytes;
  bytes.reserve(heading + 16 * numbers.related.size());
  append_whole(bytes, numbers.one_copy ? 1 : 0);
  append_real(bytes, numbers.family.mantissa());
  append_whole(bytes, static_cast<std::uint64_t>(numbers.family.exponent()));
  for (const double number : numbers.related) append_real(bytes, number);
  for (const double number : numbers.unrelated) append_real(bytes, number);
  return bytes;
}

std::optional<FamilyTable::Numbers> numbers_of(std::string_view bytes, int alleles) {
  if (bytes.size() < heading) return std::nullopt;
  ByteReader reader{bytes};
  const std::uint64_t one_copy = reader.whole();
  const auto n = static_cast<std::size_t>(alleles);
  const std::size_t genotypes = one_copy == 1 ? n : n * (n + 1) / 2;
  if (one_copy > 1 || bytes.size() != heading + 16 * genotypes) return std::nullopt;
  const double mantissa = reader.real();
  const auto exponent = static_cast<std::int64_t>(reader.whole());
  if (!(mantissa >= 0.5 && mantissa < 1)) return std::nullopt;
  FamilyTable::Numbers numbers;
  numbers.one_copy = one_copy == 1;
  numbers.family = ScaledNumber(mantissa, exponent);
  for (auto* list : {&numbers.related, &numbers.unrelated})
    for (std::size_t g = 0; g < genotypes; ++g) {
      list->push_back(reader.real());
      if (!is_likelihood(list->back())) return std::nullopt;
    }
  for (const double number : numbers.unrelated)
    if (number == 0) return std::nullopt;
  numbers.ratios = ratios_of(numbers);
  return numbers;
}

}  // namespace confronta::genetics

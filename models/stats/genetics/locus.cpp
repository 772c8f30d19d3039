#include "models/stats/genetics/locus.h"

#include <algorithm>
#include <cmath>

#include "models/domain/number_text.h"

namespace confronta::genetics {
namespace {

constexpr double sum_tolerance = 0.01;
constexpr double copies_of_a_rare_allele = 5;

// By repeat number, then by name; names that are no numbers come last.
bool ladder_order(std::string_view a, std::string_view b) {
  const auto x = repeat_number(a);
  const auto y = repeat_number(b);
  if (x && y && *x != *y) return *x < *y;
  if (x.has_value() != y.has_value()) return x.has_value();
  return a < b;
}

bool is_frequency(double value) { return value > 0 && value <= 1; }  // false for NaN

Error bad_frequency(const std::string& locus, std::string_view allele, double frequency) {
  return {"genetics.frequency", {locus, std::string(allele), number_text(frequency)}, {}};
}

}  // namespace

std::optional<double> repeat_number(std::string_view allele) {
  const bool plain = !allele.empty() && std::all_of(allele.begin(), allele.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.';
  });
  return plain ? parse_number(allele) : std::nullopt;
}

Result<Locus> Locus::make(std::string name, Frequencies frequencies, Inheritance inheritance) {
  std::sort(frequencies.begin(), frequencies.end(),
            [](const auto& a, const auto& b) { return ladder_order(a.first, b.first); });
  Locus locus;
  locus.name_ = std::move(name);
  locus.inheritance_ = inheritance;
  for (auto& [allele, frequency] : frequencies) {
    if (!is_frequency(frequency)) return bad_frequency(locus.name_, allele, frequency);
    if (!locus.alleles_.empty() && locus.alleles_.back() == allele)
      return Error{"genetics.allele_twice", {locus.name_, allele}, {}};
    locus.alleles_.push_back(std::move(allele));
    locus.frequencies_.push_back(frequency);
  }
  if (!(std::abs(locus.total_frequency() - 1) <= sum_tolerance))
    return Error{"genetics.frequency_sum", {locus.name_, number_text(locus.total_frequency())}, {}};
  return locus;
}

Result<Locus> Locus::with_rare_allele(std::string_view allele, double frequency) const {
  if (!is_frequency(frequency)) return bad_frequency(name_, allele, frequency);
  if (find(allele)) return Error{"genetics.allele_twice", {name_, std::string(allele)}, {}};
  Locus more = *this;
  const auto place =
      std::upper_bound(alleles_.begin(), alleles_.end(), std::string(allele), ladder_order) -
      alleles_.begin();
  more.alleles_.insert(more.alleles_.begin() + place, std::string(allele));
  more.frequencies_.insert(more.frequencies_.begin() + place, frequency * (1 - silent_frequency()));
  if (silent_) more.silent_ = *silent_ + 1;
  return more;
}

Result<Locus> Locus::with_silent_allele(double frequency) const {
  if (!is_frequency(frequency) || frequency == 1 || silent_)
    return bad_frequency(name_, "", frequency);
  Locus more = *this;
  for (double& other : more.frequencies_) other *= 1 - frequency;
  more.silent_ = size();
  more.frequencies_.push_back(frequency);
  return more;
}

double Locus::total_frequency() const {
  double sum = 0;
  for (const double frequency : frequencies_) sum += frequency;
  return sum;
}

std::optional<int> Locus::find(std::string_view allele) const {
  const auto found = std::find(alleles_.begin(), alleles_.end(), allele);
  if (found == alleles_.end()) return std::nullopt;
  return static_cast<int>(found - alleles_.begin());
}

double rare_allele_frequency(double chromosomes, double minimum) {
  if (!(chromosomes > 0)) return minimum;
  return std::max(copies_of_a_rare_allele / chromosomes, minimum);
}

}  // namespace confronta::genetics

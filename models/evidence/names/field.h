#pragma once
// The likelihood ratio of one field of two names: a surname, or all given names together.

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "models/domain/reference_set.h"
#include "models/evidence/names/words.h"

namespace confronta {

/// P(agreement | same person), by Agreement; adds up to 1 (missing: 0).
using AgreementRates = std::array<double, agreement_count>;

/// Entries of a field, by number: 0 is "not given", the others are sorted.
class FieldWords {
 public:
  explicit FieldWords(std::vector<std::string> words);  // any order, with repeats
  std::uint32_t number(std::string_view word) const;    // of a word that is there; "" is 0
  std::span<const std::string> words() const { return words_; }
  std::uint32_t count() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  std::vector<std::string> words_;  // words_[0] is ""
};

/// Surnames: neighbours of the wanted entries. Given names: from the neighbours of their words.
std::vector<std::vector<Neighbour>> surname_neighbours(const FieldWords& words,
                                                       const std::vector<bool>& wanted);
std::vector<std::vector<Neighbour>> given_neighbours(const FieldWords& words,
                                                     const std::vector<bool>& wanted);

/// LR(a, b) = m_c / U_c(a), c = agreement(a, b): m_c = P(c | same person), U_c(a) = the share of
/// the population whose entry agrees with a in the way c. So sum_b u(b) LR(a, b) = sum_c m_c = 1.
///
/// U_c(a) is at least u0, the share of a name that nobody in the reference has, and at least
/// m_c u(a): bearers of a are misspelt in the population too. Where a bound holds, that much of the
/// sum lies on names that the reference has not seen.
///
/// Groups: populations with frequencies of their own (given names by sex).
class NameField {
 public:
  /// `shares[g]` holds u(b) by word, and u0 under "". Neighbours of every entry of a left side.
  NameField(const FieldWords& words, std::vector<std::vector<Neighbour>> neighbours,
            std::span<const std::map<std::string, double, std::less<>>> shares,
            const AgreementRates& rates);

  Agreement agreement(std::uint32_t left, std::uint32_t right) const;
  /// agreement(left, b) for all entries b.
  void fill(std::uint32_t left, std::span<std::uint8_t> row) const;
  double ratio(std::uint32_t left, std::size_t group, Agreement agreement) const {
    return ratios_[left * groups_ + group][static_cast<std::size_t>(agreement)];
  }
  /// m_c, the same for every entry.
  double rate(Agreement agreement) const { return rates_[static_cast<std::size_t>(agreement)]; }

 private:
  std::size_t groups_;
  AgreementRates rates_;
  std::vector<std::vector<Neighbour>> neighbours_;
  std::vector<AgreementRates> ratios_;  // entries x groups
};

}  // namespace confronta

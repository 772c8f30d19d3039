#include "models/evidence/common/value_agreement.h"

#include <algorithm>

#include "models/stats/level_ratios.h"

namespace confronta {

std::uint32_t WordNumbers::number(std::string_view word) {
  const auto [at, is_new] =
      numbers_.emplace(std::string{word}, static_cast<std::uint32_t>(words_.size()));
  if (is_new) words_.emplace_back(word);
  return at->second;
}

ValueAgreement::ValueAgreement(const ReferenceTable& counts, const std::vector<std::string>& words,
                               const std::vector<std::string>& groups, Assumptions assumptions,
                               Level level)
    : words_(words), level_(std::move(level)), levels_(assumptions.m.size()) {
  // All words: those of the run, then those that only the reference knows.
  std::vector<std::string> all = words;
  std::map<std::string, std::size_t, std::less<>> index;
  for (std::size_t w = 0; w < all.size(); ++w) index[all[w]] = w;
  std::map<std::string, std::map<std::size_t, double>, std::less<>> in_group;
  std::vector<double> pool(all.size());
  double things = 0;
  for (const auto& [key, count] : counts.numbers) {
    const auto dot = key.find('.');
    const std::string word = key.substr(dot + 1);
    const auto [at, is_new] = index.emplace(word, all.size());
    if (is_new) {
      all.push_back(word);
      pool.push_back(0);
    }
    in_group[key.substr(0, dot)][at->second] += count;
    pool[at->second] += count;
    things += count;
  }
  for (std::size_t w = 1; w < all.size(); ++w)
    pool[w] =
        (pool[w] + assumptions.pseudo * assumptions.prior_share) / (things + assumptions.pseudo);

  ratios_.resize(groups.size() * words.size() * levels_, 1.0F);
  std::vector<double> mass(levels_);
  std::vector<double> ratio(levels_);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto found = in_group.find(groups[g]);
    std::vector<double> share = pool;
    if (found != in_group.end()) {
      double in_all = assumptions.pseudo;
      for (double& s : share) s *= assumptions.pseudo;
      for (const auto& [w, count] : found->second) {
        share[w] += count;
        in_all += count;
      }
      for (double& s : share) s /= in_all;
    }
    for (std::size_t a = 1; a < words.size(); ++a) {
      std::fill(mass.begin(), mass.end(), 0.0);
      double listed = 0;
      for (std::size_t p = 1; p < all.size(); ++p) {
        mass[a == p ? 0 : level_(all[a], all[p])] += share[p];
        listed += share[p];
      }
      mass.back() += std::max(0.0, 1 - listed);  // words that nobody has written yet
      if (listed > 1)
        for (double& m : mass) m /= listed;
      level_ratios(assumptions.m, mass, ratio);
      for (std::size_t l = 0; l < levels_; ++l)
        ratios_[(g * words.size() + a) * levels_ + l] = static_cast<float>(ratio[l]);
    }
  }
}

}  // namespace confronta

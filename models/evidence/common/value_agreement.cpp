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

RelatedWords only_equal(const std::vector<std::string>& words) {
  return RelatedWords(words.size());
}

Relate by_pairs(std::function<std::size_t(std::string_view a, std::string_view p)> level,
                std::size_t last) {
  return [level = std::move(level), last](const std::vector<std::string>& words) {
    RelatedWords related(words.size());
    for (std::uint32_t a = 1; a < words.size(); ++a)
      for (std::uint32_t p = 1; p < words.size(); ++p)
        if (const std::size_t l = a == p ? last : level(words[a], words[p]); l < last)
          related[a].push_back({p, static_cast<std::uint8_t>(l)});
    return related;
  };
}

std::size_t ValueAgreement::level(std::uint32_t a, std::uint32_t p) const {
  if (a == p) return 0;
  const auto& related = related_[a];
  const auto at = std::lower_bound(related.begin(), related.end(), p,
                                   [](RelatedWord r, std::uint32_t word) { return r.word < word; });
  return at != related.end() && at->word == p ? at->level : levels_ - 1;
}

ValueAgreement::ValueAgreement(const ReferenceTable& counts, const std::vector<std::string>& words,
                               const std::vector<std::string>& groups, Assumptions assumptions,
                               const Relate& relate)
    : words_(words.size()), levels_(assumptions.m.size()) {
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

  related_ = relate(all);
  std::vector<std::size_t> level_of(all.size(), levels_ - 1);  // with the word at hand
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
      level_of[a] = 0;
      for (const RelatedWord r : related_[a]) level_of[r.word] = r.level;
      double listed = 0;
      for (std::size_t p = 1; p < all.size(); ++p) {
        mass[level_of[p]] += share[p];
        listed += share[p];
      }
      level_of[a] = levels_ - 1;
      for (const RelatedWord r : related_[a]) level_of[r.word] = levels_ - 1;
      mass.back() += std::max(0.0, 1 - listed);  // words that nobody has written yet
      if (listed > 1)
        for (double& m : mass) m /= listed;
      slip_ratios(assumptions.m, mass, ratio);
      for (std::size_t l = 0; l < levels_; ++l)
        ratios_[(g * words.size() + a) * levels_ + l] = static_cast<float>(ratio[l]);
    }
  }
}

}  // namespace confronta

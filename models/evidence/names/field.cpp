#include "models/evidence/names/field.h"

#include <algorithm>

namespace confronta {
namespace {

constexpr std::size_t index_of(Agreement agreement) { return static_cast<std::size_t>(agreement); }

/// Whatever the name, at least this share of the population has another one.
constexpr double least_different = 0.05;

/// Given names as numbers of their words, and the agreement of any two words.
struct GivenWords {
  FieldWords words;
  std::vector<std::vector<std::uint32_t>> of_entry;
  std::vector<std::vector<std::uint32_t>> entries;  // by word
  std::vector<std::vector<Neighbour>> neighbours;   // by word

  Agreement compare(std::uint32_t a, std::uint32_t b) const {
    const auto& list = neighbours[a];
    const auto at = std::lower_bound(list.begin(), list.end(), b,
                                     [](Neighbour n, std::uint32_t w) { return n.word < w; });
    return at != list.end() && at->word == b ? at->agreement : Agreement::different;
  }
};

/// Each word of the shorter name with its best counterpart in the longer one, in turn.
Agreement compare_given(const GivenWords& given, std::uint32_t left, std::uint32_t right) {
  const auto& a = given.of_entry[left];
  const auto& b = given.of_entry[right];
  const bool left_is_short = a.size() <= b.size();
  const auto& shorter = left_is_short ? a : b;
  const auto& longer = left_is_short ? b : a;
  std::uint64_t taken = 0;
  std::size_t matched = 0;
  auto weakest = Agreement::exact;
  for (const std::uint32_t word : shorter) {
    auto best = Agreement::different;
    std::size_t counterpart = 0;
    for (std::size_t k = 0; k < longer.size() && k < 64; ++k) {
      if ((taken >> k & 1U) != 0) continue;
      const Agreement agreement =
          left_is_short ? given.compare(word, longer[k]) : given.compare(longer[k], word);
      if (agreement > best) {
        best = agreement;
        counterpart = k;
      }
    }
    if (best == Agreement::different) continue;
    taken |= std::uint64_t{1} << counterpart;
    weakest = std::min(weakest, best);
    ++matched;
  }
  if (matched == 0) return Agreement::different;
  if (matched < shorter.size()) return Agreement::shared;
  if (weakest == Agreement::exact && a.size() != b.size()) return Agreement::partial;
  return weakest;
}

GivenWords words_of_given(const FieldWords& entries, const std::vector<bool>& wanted) {
  std::vector<std::string> all;
  for (const std::string& entry : entries.words())
    for (const std::string_view word : split_words(entry)) all.emplace_back(word);
  GivenWords given{FieldWords{std::move(all)}, {}, {}, {}};
  given.of_entry.resize(entries.count());
  given.entries.resize(given.words.count());
  std::vector<bool> wanted_words(given.words.count(), false);
  for (std::uint32_t e = 1; e < entries.count(); ++e)
    for (const std::string_view word : split_words(entries.words()[e])) {
      const std::uint32_t number = given.words.number(word);
      given.of_entry[e].push_back(number);
      given.entries[number].push_back(e);
      if (wanted[e]) wanted_words[number] = true;
    }
  given.neighbours = neighbours_among(given.words.words(), wanted_words, true);
  return given;
}

}  // namespace

FieldWords::FieldWords(std::vector<std::string> words) : words_(std::move(words)) {
  words_.emplace_back();
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
}

std::uint32_t FieldWords::number(std::string_view word) const {
  return static_cast<std::uint32_t>(std::lower_bound(words_.begin(), words_.end(), word) -
                                    words_.begin());
}

std::vector<std::vector<Neighbour>> surname_neighbours(const FieldWords& words,
                                                       const std::vector<bool>& wanted) {
  return neighbours_among(words.words(), wanted, false);
}

std::vector<std::vector<Neighbour>> given_neighbours(const FieldWords& words,
                                                     const std::vector<bool>& wanted) {
  const GivenWords given = words_of_given(words, wanted);
  std::vector<std::vector<Neighbour>> neighbours(words.count());
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t left = 1; left < words.count(); ++left) {
    if (!wanted[left]) continue;
    candidates.clear();
    for (const std::uint32_t word : given.of_entry[left])
      for (const Neighbour& near : given.neighbours[word])
        candidates.insert(candidates.end(), given.entries[near.word].begin(),
                          given.entries[near.word].end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t right : candidates)
      neighbours[left].push_back({right, compare_given(given, left, right)});
  }
  return neighbours;
}

NameField::NameField(const FieldWords& words, std::vector<std::vector<Neighbour>> neighbours,
                     std::span<const std::map<std::string, double, std::less<>>> shares,
                     const AgreementRates& rates)
    : groups_(shares.size()), rates_(rates), neighbours_(std::move(neighbours)) {
  ratios_.resize(words.count() * groups_);
  for (std::size_t g = 0; g < groups_; ++g) {
    std::vector<double> share(words.count(), 0);
    for (std::uint32_t w = 1; w < words.count(); ++w) {
      const auto found = shares[g].find(words.words()[w]);
      if (found != shares[g].end()) share[w] = found->second;
    }
    const double unseen = shares[g].find("")->second;
    for (std::uint32_t left = 0; left < words.count(); ++left) {
      AgreementRates population{};
      for (const Neighbour& near : neighbours_[left])
        population[index_of(near.agreement)] += share[near.word];
      AgreementRates& ratio = ratios_[left * groups_ + g];
      ratio[index_of(Agreement::missing)] = 1;
      double alike = 0;
      for (std::size_t c = index_of(Agreement::shared); c < agreement_count; ++c) {
        if (rates[c] == 0) continue;
        const double bound = std::max(unseen, rates[c] * share[left]);
        const double chance = std::max(population[c], bound);
        ratio[c] = rates[c] / chance;
        alike += chance;
      }
      constexpr std::size_t different = index_of(Agreement::different);
      ratio[different] = rates[different] / std::max(least_different, 1 - alike);
    }
  }
}

Agreement NameField::agreement(std::uint32_t left, std::uint32_t right) const {
  if (left == 0 || right == 0) return Agreement::missing;
  const auto& list = neighbours_[left];
  const auto at = std::lower_bound(list.begin(), list.end(), right,
                                   [](Neighbour n, std::uint32_t w) { return n.word < w; });
  return at != list.end() && at->word == right ? at->agreement : Agreement::different;
}

void NameField::fill(std::uint32_t left, std::span<std::uint8_t> row) const {
  const auto rest = left == 0 ? Agreement::missing : Agreement::different;
  std::fill(row.begin(), row.end(), static_cast<std::uint8_t>(rest));
  for (const Neighbour& near : neighbours_[left])
    row[near.word] = static_cast<std::uint8_t>(near.agreement);
  row[0] = static_cast<std::uint8_t>(Agreement::missing);
}

}  // namespace confronta

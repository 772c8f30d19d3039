#include "models/evidence/place/linked_pairs.h"

#include <algorithm>
#include <map>
#include <string>

#include "models/evidence/common/observed.h"
#include "models/evidence/names/words.h"

namespace confronta {
namespace {

using RowsByKey = std::map<std::string, std::vector<RowId>>;

/// Rows by whole name and by CURP; a row stands once under each of its keys.
RowsByKey rows_by_key(const TraitTable& table) {
  RowsByKey rows;
  const auto add = [&](std::string key, RowId row) {
    auto& list = rows[std::move(key)];
    if (list.empty() || list.back() != row) list.push_back(row);
  };
  for (RowId row = 0; row < table.size(); ++row) {
    for (const PersonName* name : observed_values<PersonName>(table, row, Trait::name)) {
      const std::string given = given_key(name->given);
      const std::string first = surname_key(name->first_surname);
      const std::string second = surname_key(name->second_surname);
      if (!given.empty() && !first.empty() && !second.empty())
        add("name|" + given + '|' + first + '|' + second, row);
    }
    for (const Identifier* key : observed_values<Identifier>(table, row, Trait::identifier))
      if (key->type == "curp" && key->valid) add("curp|" + key->value, row);
  }
  return rows;
}

}  // namespace

std::vector<std::pair<RowId, RowId>> linked_pairs(const TraitTable& left, const TraitTable& right) {
  const RowsByKey of_left = rows_by_key(left);
  std::vector<std::pair<RowId, RowId>> pairs;
  for (const auto& [key, rows] : rows_by_key(right)) {
    const auto same = of_left.find(key);
    if (same != of_left.end() && rows.size() == 1 && same->second.size() == 1)
      pairs.emplace_back(same->second.front(), rows.front());
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

std::array<double, place_parts> fitted_shares(
    std::span<const std::array<double, place_parts>> pairs,
    const std::array<double, place_parts>& prior, double pseudo_pairs) {
  constexpr int rounds = 50;
  std::array<double, place_parts> shares = prior;
  for (int round = 0; round < rounds; ++round) {
    std::array<double, place_parts> counted{};
    double all = pseudo_pairs;
    for (std::size_t c = 0; c < place_parts; ++c) counted[c] = pseudo_pairs * prior[c];
    for (const auto& parts : pairs) {
      std::array<double, place_parts> weighed{};
      double sum = 0;
      for (std::size_t c = 0; c < place_parts; ++c)
        sum += weighed[c] = prior[c] > 0 ? parts[c] * shares[c] / prior[c] : 0;
      if (!(sum > 0)) continue;
      all += 1;
      for (std::size_t c = 0; c < place_parts; ++c) counted[c] += weighed[c] / sum;
    }
    if (!(all > 0)) return prior;
    for (std::size_t c = 0; c < place_parts; ++c) shares[c] = counted[c] / all;
  }
  return shares;
}

}  // namespace confronta

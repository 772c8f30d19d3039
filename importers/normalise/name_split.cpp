// Given names and surnames in one column: the likeliest split under the frequencies of both roles.

#include <array>
#include <unordered_map>
#include <unordered_set>

#include "importers/normalise/name_parts.h"
#include "importers/normalise/text.h"
#include "models/data/name_frequency.h"
#include "models/stats/portable_math.h"

namespace confronta::importers {
namespace {

// Log probability of a word in a role. A word that is on neither list is given the weight of a rare
// one; assumptions, chosen so that an unknown word beside a known surname stays a given name.
constexpr double rare_given = -12.0;
constexpr double rare_surname = -11.0;
constexpr double mexican_given = -7.5;  // a given name missing from Spain's list
constexpr double devotional = -6.0;     // "DE LA LUZ" after a given name

// How many given names and surnames Mexicans have in registers (assumption): log probabilities.
constexpr std::array<double, 5> given_prior{-4.6, -0.8, -0.7, -3.1, -5.3};  // 0, 1, 2, 3, 4 or more
constexpr std::array<double, 3> surname_prior{-5.3, -2.7, -0.07};           // 0, 1, 2

constexpr std::string_view devotional_names[] = {
    "DE LA LUZ",       "DEL CARMEN",     "DE JESUS",           "DE LOS ANGELES", "DEL ROSARIO",
    "DEL REFUGIO",     "DEL PILAR",      "DE GUADALUPE",       "DEL SOCORRO",    "DE LOURDES",
    "DE LA PAZ",       "DEL MAR",        "DE LA CONCEPCION",   "DEL CONSUELO",   "DE FATIMA",
    "DE DIOS",         "DE LA ASUNCION", "DEL SAGRARIO",       "DE LOS DOLORES", "DE LAS MERCEDES",
    "DE LAS NIEVES",   "DE LA SALUD",    "DE LA SOLEDAD",      "DE MONSERRAT",   "DE MONTSERRAT",
    "DEL SOL",         "DEL ROCIO",      "DE BELEN",           "DE SAN JUAN",    "DE LA MERCED",
    "DE LOS REMEDIOS", "DE ZAPOPAN",     "DE JESUS DE LA LUZ", "DEL CIELO",      "DE LA CARIDAD"};

constexpr std::string_view mexican_names[] = {
#include "importers/normalise/words/mexican_given_names.inc"
};

using Weights = std::unordered_map<std::string_view, double>;

Weights surname_weights() {
  double total = 0;
  for (const NameCount& name : surnames()) total += name.count;
  Weights weights;
  for (const NameCount& name : surnames())
    weights.emplace(name.name, portable_log(name.count / total));
  return weights;
}

// Compound names count for each of their words: "MARIA CARMEN" for MARIA and for CARMEN.
Weights given_weights() {
  Weights counts;
  double total = 0;
  for (const auto list : {given_names_male(), given_names_female()}) {
    for (const NameCount& name : list) {
      total += name.count;
      for (std::size_t begin = 0; begin < name.name.size();) {
        const std::size_t end = std::min(name.name.find(' ', begin), name.name.size());
        counts[name.name.substr(begin, end - begin)] += name.count;
        begin = end + 1;
      }
    }
  }
  for (auto& [name, weight] : counts) weight = portable_log(weight / total);
  for (const std::string_view name : mexican_names) counts.emplace(name, mexican_given);
  return counts;
}

double surname_weight(const std::string& unit) {
  static const Weights weights = surname_weights();
  const auto at = weights.find(unit);
  if (at != weights.end()) return at->second;
  const std::size_t space = unit.rfind(' ');  // "DE ALBA" as rare as its last word allows
  if (space == std::string::npos) return rare_surname;
  const auto last = weights.find(std::string_view{unit}.substr(space + 1));
  return last == weights.end() ? rare_surname : std::max(rare_surname, last->second - 4.0);
}

double given_weight(const std::string& unit, bool follows_a_given_name) {
  static const Weights weights = given_weights();
  static const std::unordered_set<std::string_view> devotions{std::begin(devotional_names),
                                                              std::end(devotional_names)};
  if (unit.find(' ') != std::string::npos)
    return follows_a_given_name && devotions.contains(unit) ? devotional : rare_given - 6.0;
  const auto at = weights.find(unit);
  return at == weights.end() ? rare_given : at->second;
}

}  // namespace

bool looks_like_surname(const std::string& unit) {
  return surname_weight(unit) > given_weight(unit, false);
}

PersonName split_name(std::span<const std::string> units, NameOrder order) {
  const std::size_t n = units.size();
  double best = 0;
  std::size_t best_surnames = 0;
  bool found = false;
  for (std::size_t count = 0; count <= std::min<std::size_t>(2, n); ++count) {
    const std::size_t given = n - count;
    const std::size_t first_given = order == NameOrder::given_first ? 0 : count;
    double weight = surname_prior[count] + given_prior[std::min<std::size_t>(given, 4)];
    for (std::size_t i = 0; i < n; ++i) {
      const bool is_given = i >= first_given && i < first_given + given;
      weight += is_given ? given_weight(units[i], i > first_given) : surname_weight(units[i]);
    }
    if (found && weight <= best) continue;
    found = true;
    best = weight;
    best_surnames = count;
  }
  const std::size_t given = n - best_surnames;
  const bool given_first = order == NameOrder::given_first;
  const auto surname = [&](std::size_t i) {
    return best_surnames > i ? units[(given_first ? given : 0) + i] : std::string{};
  };
  return {joined(units.subspan(given_first ? 0 : best_surnames, given)), surname(0), surname(1),
          ""};
}

}  // namespace confronta::importers

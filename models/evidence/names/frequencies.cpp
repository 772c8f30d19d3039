#include "models/evidence/names/frequencies.h"

#include "models/data/name_frequency.h"
#include "models/evidence/common/observed.h"
#include "models/evidence/names/words.h"

namespace confronta {
namespace {

using Shares = std::map<std::string, double, std::less<>>;

struct Counts {
  Shares by_name;
  double all = 0;

  void add(const std::string& key, double weight) {
    if (key.empty()) return;
    by_name[key] += weight;
    all += weight;
  }
  void add(const Counts& other, double weight) {
    for (const auto& [key, n] : other.by_name) by_name[key] += weight * n;
    all += weight * other.all;
  }
};

// Persons in INE's published lists, of which models/data keeps the most frequent names.
constexpr double listed_surnames = 42971689;
constexpr double listed_men = 21810773;
constexpr double listed_women = 22164783;

template <class Key>
Counts listed(std::span<const NameCount> list, double persons, const Key& key) {
  Counts shares;
  for (const NameCount& name : list) shares.add(key(name.name), name.count / persons);
  return shares;
}

ReferenceTable smooth(const Counts& counted, const Counts& list, const Parameters& p) {
  const double alpha = p["names.smoothing"];
  const double unlisted = p["names.unlisted"];
  ReferenceTable table;
  table.count = counted.all;
  table.origin = counted.all > 0 ? "smoothed" : "fallback";
  const double all = counted.all + alpha;
  for (const auto& [key, share] : list.by_name) table.numbers[key] = alpha * share / all;
  for (const auto& [key, n] : counted.by_name) {
    const auto [at, is_new] = table.numbers.emplace(key, alpha * unlisted / all);
    at->second += n / all;
  }
  // As if the next record had it: a name that nobody has is no rarer than that.
  table.numbers[""] = (1 + alpha * unlisted) / (1 + all);
  return table;
}

}  // namespace

NameFrequencies name_frequencies(std::span<const TraitTable* const> tables,
                                 const Parameters& parameters) {
  Counts surname, given, male, female;
  for (const TraitTable* table : tables)
    for (RowId row = 0; row < table->size(); ++row) {
      const auto names = observed_values<PersonName>(*table, row, Trait::name);
      const std::string_view sex = table->code(row, Trait::sex);
      for (const PersonName* name : names) {
        const double weight = 1 / static_cast<double>(names.size());
        surname.add(surname_key(name->first_surname), weight);
        surname.add(surname_key(name->second_surname), weight);
        const std::string key = given_key(name->given);
        given.add(key, weight);
        if (sex == "male") male.add(key, weight);
        if (sex == "female") female.add(key, weight);
      }
    }
  const double error = parameters["names.sex_error"];
  Counts men = male;
  Counts women = female;
  men.add(female, error);
  women.add(male, error);

  const Counts listed_male = listed(given_names_male(), listed_men, given_key);
  const Counts listed_female = listed(given_names_female(), listed_women, given_key);
  Counts list_of_men, list_of_women, list_of_all;
  list_of_men.add(listed_male, 1 - error);
  list_of_men.add(listed_female, error);
  list_of_women.add(listed_female, 1 - error);
  list_of_women.add(listed_male, error);
  list_of_all.add(listed_male, 0.5);
  list_of_all.add(listed_female, 0.5);
  return {smooth(surname, listed(surnames(), listed_surnames, surname_key), parameters),
          smooth(given, list_of_all, parameters), smooth(men, list_of_men, parameters),
          smooth(women, list_of_women, parameters)};
}

}  // namespace confronta

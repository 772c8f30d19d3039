#include "models/evidence/names/coded.h"

#include <algorithm>

#include "models/evidence/common/observed.h"
#include "models/evidence/names/words.h"

namespace confronta {
namespace {

template <std::size_t n>
std::uint8_t position(const std::array<std::string_view, n>& list, std::string_view word) {
  const auto at = std::find(list.begin(), list.end(), word);
  return at == list.end() ? 0 : static_cast<std::uint8_t>(at - list.begin());
}

}  // namespace

std::vector<const PersonName*> names_of(const TraitTable& table, RowId row) {
  auto names = observed_values<PersonName>(table, row, Trait::name);
  std::erase_if(names, [](const PersonName* n) {
    return given_key(n->given).empty() && surname_key(n->first_surname).empty() &&
           surname_key(n->second_surname).empty();
  });
  if (names.size() > most_names) names.resize(most_names);
  return names;
}

NameVocabulary name_vocabulary(const NameFrequencies& frequencies, const TraitTable& left,
                               const TraitTable& right) {
  std::vector<std::string> surnames, given;
  for (const auto& [key, share] : frequencies.surname.numbers) surnames.push_back(key);
  for (const ReferenceTable* table :
       {&frequencies.given, &frequencies.given_male, &frequencies.given_female})
    for (const auto& [key, share] : table->numbers) given.push_back(key);
  for (const TraitTable* table : {&left, &right})
    for (RowId row = 0; row < table->size(); ++row)
      for (const PersonName* name : names_of(*table, row)) {
        surnames.push_back(surname_key(name->first_surname));
        surnames.push_back(surname_key(name->second_surname));
        given.push_back(given_key(name->given));
      }
  return {FieldWords{std::move(surnames)}, FieldWords{std::move(given)}};
}

CodedTable coded_names(const TraitTable& table, const NameVocabulary& vocabulary) {
  CodedTable coded;
  coded.rows.resize(table.size());
  for (RowId id = 0; id < table.size(); ++id) {
    CodedRow& row = coded.rows[id];
    row.sex = position(name_sexes, table.code(id, Trait::sex));
    row.others = static_cast<std::uint32_t>(coded.others.size());
    for (const PersonName* name : names_of(table, id)) {
      const CodedName numbers{vocabulary.surnames.number(surname_key(name->first_surname)),
                              vocabulary.surnames.number(surname_key(name->second_surname)),
                              vocabulary.given.number(given_key(name->given)),
                              position(name_bases, name->basis)};
      if (row.count++ == 0)
        row.name = numbers;
      else
        coded.others.push_back(numbers);
    }
  }
  return coded;
}

}  // namespace confronta

#pragma once
// What a row says of a trait when several sources speak of it.

#include <algorithm>
#include <string_view>
#include <vector>

#include "models/domain/trait_table.h"

namespace confronta {

/// The observed values of a trait, in the order of the record. Of a trait with one value they are
/// alternatives: models average over them.
template <class T>
std::vector<const T*> observed_values(const TraitTable& table, RowId row, Trait trait) {
  std::vector<const T*> values;
  for (const Observation& o : table.observations(row, trait))
    if (o.state == ObservationState::observed)
      if (const T* value = std::get_if<T>(&o.value)) values.push_back(value);
  return values;
}

/// The distinct words of a code trait, sorted: what two sources say does not depend on their order.
inline std::vector<std::string_view> observed_words(const TraitTable& table, RowId row,
                                                    Trait trait) {
  std::vector<std::string_view> words;
  for (const Code* code : observed_values<Code>(table, row, trait)) words.push_back(code->word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Appends the words to a key, each followed by ',' and the whole by '|'.
inline void append_words(std::string& key, const std::vector<std::string_view>& words) {
  for (const std::string_view word : words) {
    key += word;
    key += ',';
  }
  key += '|';
}

}  // namespace confronta

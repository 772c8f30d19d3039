#include "importers/normalise/codes.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "importers/normalise/text.h"

namespace confronta::importers {
namespace {

struct CodeWord {
  Trait trait;
  std::string_view phrase;
  std::string_view word;
};

constexpr CodeWord code_words[] = {
#include "importers/normalise/words/codes.inc"
};

using Words = std::unordered_map<std::string_view, std::string_view>;

const Words& words_of(Trait trait) {
  static const auto lists = [] {
    std::array<Words, trait_count> all;
    for (const CodeWord& entry : code_words)
      all[static_cast<std::size_t>(entry.trait)].emplace(entry.phrase, entry.word);
    return all;
  }();
  return lists[static_cast<std::size_t>(trait)];
}

// Nouns that a cell repeats from its header: "CABELLO NEGRO", "OJOS CAFÉS", "TEZ MORENA CLARA".
std::string_view without_noun(std::string_view words) {
  for (const std::string_view noun :
       {"CABELLO ", "PELO ", "OJOS ", "OJO ", "TEZ ", "PIEL ", "COMPLEXION ", "SEXO ", "COLOR ",
        "DE COLOR ", "TIPO ", "GRUPO ", "ESTADO ", "HAIR ", "EYES "})
    if (words.starts_with(noun)) return without_noun(words.substr(noun.size()));
  return words;
}

// The first of the pieces between '/', ',', '(' and the like that the list knows.
const std::string_view* by_pieces(const Words& list, std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("/,;()-\n", begin), text.size());
    const std::string piece = fold_words(text.substr(begin, end - begin));
    const auto at = list.find(without_noun(piece));
    if (at != list.end()) return &at->second;
    begin = end + 1;
  }
  return nullptr;
}

// "O+", "AB -": the sign is the rhesus factor, which folding to words would lose.
std::string with_sign_in_words(Trait trait, std::string_view text) {
  std::string words = fold_words(text);
  if (trait != Trait::blood_group && trait != Trait::rhesus) return words;
  if (text.find('+') != std::string_view::npos) words += words.empty() ? "POSITIVO" : " POSITIVO";
  if (text.find('-') != std::string_view::npos) words += words.empty() ? "NEGATIVO" : " NEGATIVO";
  return words;
}

}  // namespace

Reading<Code> read_code(Trait trait, std::string_view text) {
  const Words& list = words_of(trait);
  const std::string words = with_sign_in_words(trait, text);
  const std::string_view* word = nullptr;
  // A list goes before the sentinels: a body's status "NO IDENTIFICADO" is a value.
  if (const auto at = list.find(words); at != list.end()) word = &at->second;
  if (!word)
    if (const auto state = sentinel(text)) return Cell<Code>{*state, {}};
  if (!word)
    if (const auto at = list.find(without_noun(words)); at != list.end()) word = &at->second;
  if (!word) word = by_pieces(list, text);
  if (!word)
    return Error{"value.unknown_code",
                 {std::string{text}, "@trait." + std::string{trait_info(trait).name}},
                 {}};
  if (word->empty()) return Cell<Code>{ObservationState::unknown, {}};
  return Cell<Code>{ObservationState::observed, {std::string{*word}}};
}

}  // namespace confronta::importers

#include "importers/normalise/lexicon.h"

#include <algorithm>

namespace confronta::importers {
namespace {

std::vector<std::string_view> split(std::string_view phrase) {
  std::vector<std::string_view> tokens;
  for (std::size_t begin = 0; begin < phrase.size();) {
    const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
    tokens.push_back(phrase.substr(begin, end - begin));
    begin = end + 1;
  }
  return tokens;
}

// Equal, or the token is a plural of the phrase's word: "MANOS ENTRELAZADAS" for "MANO
// ENTRELAZADA".
bool same_word(std::string_view token, std::string_view word) {
  if (token == word) return true;
  const auto plural_of = [&](std::string_view ending) {
    return token.size() == word.size() + ending.size() && token.starts_with(word) &&
           token.ends_with(ending);
  };
  return plural_of("S") || plural_of("ES");
}

void add_singulars(std::string_view word, std::vector<std::string>& forms) {
  if (word.size() < 4 || word.back() != 'S') return;
  forms.emplace_back(word.substr(0, word.size() - 1));
  if (word.ends_with("CES")) forms.push_back(std::string{word.substr(0, word.size() - 3)} + 'Z');
  if (word.ends_with("IES")) forms.push_back(std::string{word.substr(0, word.size() - 3)} + 'Y');
  if (word.ends_with("ES")) forms.emplace_back(word.substr(0, word.size() - 2));
}

// ROSITA -> ROSA, ANGELITO -> ANGEL, CORAZONCITO -> CORAZON, PAYASITO -> PAYASO.
void add_without_diminutive(std::string_view word, std::vector<std::string>& forms) {
  if (word.size() < 6) return;
  for (const std::string_view ending : {"ITO", "ITA", "ILLO", "ILLA"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    forms.push_back(std::string{stem} + word.back());
    if (stem.size() > 3) forms.emplace_back(stem);  // RODILLA is no small ROD
    if (stem.ends_with("C")) forms.emplace_back(stem.substr(0, stem.size() - 1));
    if (stem.ends_with("EC")) forms.emplace_back(stem.substr(0, stem.size() - 2));
    if (stem.ends_with("QU"))  // BARQUITO, MARIQUITA
      forms.push_back(std::string{stem.substr(0, stem.size() - 2)} + 'C' + word.back());
  }
}

}  // namespace

std::vector<std::string> base_forms(std::string_view word) {
  std::vector<std::string> forms;
  add_singulars(word, forms);
  const std::size_t singulars = forms.size();
  add_without_diminutive(word, forms);
  for (std::size_t i = 0; i < singulars; ++i) add_without_diminutive(std::string{forms[i]}, forms);
  return forms;
}

Lexicon::Lexicon(std::span<const Phrase> phrases) {
  by_first_.reserve(phrases.size());
  for (const Phrase& phrase : phrases) {
    const std::vector<std::string_view> tokens = split(phrase.phrase);
    if (tokens.empty()) continue;
    by_first_[tokens.front()].push_back({{tokens.begin() + 1, tokens.end()}, phrase.word});
  }
  for (auto& [first, entries] : by_first_)  // longest first; the list's order among equals
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.rest.size() > b.rest.size(); });
}

Lexicon::Match Lexicon::longest(std::string_view first, std::span<const std::string> tokens,
                                std::size_t at) const {
  const auto found = by_first_.find(first);
  if (found == by_first_.end()) return {};
  for (const Entry& entry : found->second) {
    if (at + 1 + entry.rest.size() > tokens.size()) continue;
    bool same = true;
    for (std::size_t i = 0; same && i < entry.rest.size(); ++i)
      same = same_word(tokens[at + 1 + i], entry.rest[i]);
    if (same) return {entry.word, 1 + entry.rest.size()};
  }
  return {};
}

Lexicon::Match Lexicon::match(std::span<const std::string> tokens, std::size_t at) const {
  if (const Match exact = longest(tokens[at], tokens, at)) return exact;
  for (const std::string& form : base_forms(tokens[at]))
    if (const Match varied = longest(form, tokens, at)) return varied;
  return {};
}

std::string_view Lexicon::word_of(std::span<const std::string> tokens) const {
  if (tokens.empty()) return {};
  const Match whole = match(tokens, 0);
  return whole.length == tokens.size() ? whole.word : std::string_view{};
}

}  // namespace confronta::importers

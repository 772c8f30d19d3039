#include "models/evidence/names/words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <map>
#include <set>

#include "models/data/hypocoristics.h"
#include "models/stats/text_distance.h"

namespace confronta {
namespace {

constexpr double close_bound = 0.92;
constexpr double similar_bound = 0.85;

bool is_particle(std::string_view word) {
  static constexpr std::array<std::string_view, 11> particles{
      "DE", "DEL", "EL", "LA", "LAS", "LO", "LOS", "VAN", "VON", "Y", "E"};
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// A-Z and spaces; Ñ (C3 91 in UTF-8) as N, any other byte as a space.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\xC3' && i + 1 < text.size() && (text[i + 1] == '\x91' || text[i + 1] == '\xB1')) {
      letters += 'N';
      ++i;
    } else if (c >= 'A' && c <= 'Z') {
      letters += c;
    } else if (c >= 'a' && c <= 'z') {
      letters += static_cast<char>(c - 'a' + 'A');
    } else {
      letters += ' ';
    }
  }
  return letters;
}

std::vector<std::string_view> without_particles(const std::string& letters) {
  const auto all = split_words(letters);
  std::vector<std::string_view> kept;
  for (const std::string_view word : all)
    if (!is_particle(word)) kept.push_back(word);
  return kept.empty() ? all : kept;
}

/// What the join knows of a word before it compares letters in order.
struct Signature {
  std::uint32_t letters = 0;  // bit set of A-Z
  int size = 0;
};

Signature signature_of(std::string_view word) {
  Signature s;
  for (const char c : word) s.letters |= 1U << (static_cast<unsigned>(c - 'A') & 31U);
  s.size = static_cast<int>(word.size());
  return s;
}

/// False only where compare_words is sure to say "different".
bool may_be_alike(const Signature& a, const Signature& b) {
  const int only_a = std::popcount(a.letters & ~b.letters);
  const int only_b = std::popcount(b.letters & ~a.letters);
  if (only_a <= 2 && only_b <= 2 && std::abs(a.size - b.size) <= 2) return true;
  const double matches = std::min(a.size - only_a, b.size - only_b);
  const double jaro = (matches / a.size + matches / b.size + 1) / 3;
  return jaro + 0.4 * (1 - jaro) >= similar_bound;
}

/// For every familiar or formal name, all names that may stand for the same person's.
const std::map<std::string_view, std::set<std::string_view>>& namesakes() {
  static const auto table = [] {
    std::map<std::string_view, std::set<std::string_view>> familiar;
    for (const Hypocoristic& h : hypocoristics()) familiar[h.formal].insert(h.familiar);
    std::map<std::string_view, std::set<std::string_view>> all;
    for (const auto& [formal, forms] : familiar) {
      all[formal].insert(forms.begin(), forms.end());
      for (const std::string_view form : forms) {
        all[form].insert(formal);
        for (const std::string_view other : forms)
          if (other != form) all[form].insert(other);
      }
    }
    return all;
  }();
  return table;
}

}  // namespace

std::string_view agreement_name(Agreement agreement) {
  static constexpr std::array<std::string_view, agreement_count> names{
      "missing", "different", "shared", "partial", "nickname", "similar", "close", "exact"};
  return names[static_cast<std::size_t>(agreement)];
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

std::string surname_key(std::string_view surname) {
  const std::string letters = letters_of(surname);
  std::string key;
  for (const std::string_view word : without_particles(letters)) key += word;
  return key;
}

std::string given_key(std::string_view given) {
  const std::string letters = letters_of(given);
  auto words = without_particles(letters);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string key;
  for (const std::string_view word : words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

Agreement compare_words(std::string_view a, std::string_view b) {
  if (a == b) return Agreement::exact;
  const std::size_t shorter = std::min(a.size(), b.size());
  const double similarity = jaro_winkler(a, b);
  if (similarity >= close_bound || (shorter >= 4 && within_one_edit(a, b))) return Agreement::close;
  if (similarity >= similar_bound) return Agreement::similar;
  // Two edits at the front of a long word, where Jaro-Winkler is blind: HERNANDEZ, FERNANDES.
  const std::size_t longer = std::max(a.size(), b.size());
  if (shorter >= 8 && longer - shorter <= 2 && damerau_levenshtein(a, b) <= 2)
    return Agreement::similar;
  return Agreement::different;
}

std::vector<std::vector<Neighbour>> neighbours_among(std::span<const std::string> words,
                                                     const std::vector<bool>& wanted,
                                                     bool with_nicknames) {
  std::vector<Signature> signatures;
  for (const std::string& word : words) signatures.push_back(signature_of(word));
  std::vector<std::vector<Neighbour>> neighbours(words.size());
  for (std::uint32_t a = 0; a < words.size(); ++a) {
    if (!wanted[a]) continue;
    const std::set<std::string_view>* same = nullptr;
    if (with_nicknames) {
      const auto found = namesakes().find(words[a]);
      if (found != namesakes().end()) same = &found->second;
    }
    for (std::uint32_t b = 0; b < words.size(); ++b) {
      if (words[b].empty()) continue;
      auto agreement = Agreement::different;
      if (may_be_alike(signatures[a], signatures[b])) agreement = compare_words(words[a], words[b]);
      if (same && agreement != Agreement::exact && same->contains(words[b]))
        agreement = Agreement::nickname;
      if (agreement != Agreement::different) neighbours[a].push_back({b, agreement});
    }
  }
  return neighbours;
}

}  // namespace confronta

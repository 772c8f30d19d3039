#include "models/stats/text_neighbours.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace confronta {
namespace {

constexpr std::size_t run_length = 4;
constexpr std::size_t longest_with_gaps = 15;  // beyond it runs of letters find every slip

/// FNV-1a over a kind and its letters. Keys that fall together by chance only cost a comparison.
std::uint64_t key_of(char kind, std::string_view letters) {
  constexpr std::uint64_t prime = 0x100000001B3;
  std::uint64_t hash = 0xCBF29CE484222325;
  hash = (hash ^ static_cast<unsigned char>(kind)) * prime;
  for (const char c : letters) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return hash;
}

/// The letters, and what is left of them when up to `gaps` from position `from` on are left out.
void post_with_gaps(const std::string& letters, std::size_t from, int gaps,
                    std::vector<std::uint64_t>& keys) {
  keys.push_back(key_of('g', letters));
  if (gaps == 0) return;
  for (std::size_t i = from; i < letters.size(); ++i) {
    std::string shorter = letters;
    shorter.erase(i, 1);
    post_with_gaps(shorter, i, gaps - 1, keys);
  }
}

std::vector<std::uint64_t> keys_of(const PreparedText& text) {
  std::vector<std::uint64_t> keys;
  const std::size_t length = text.letters.size();
  if (length == 0) return keys;
  const bool has_gaps = length >= 4 && length <= longest_with_gaps;
  post_with_gaps(text.letters, 0, has_gaps ? (length >= 8 ? 2 : 1) : 0, keys);
  for (const std::string& word : text.words) keys.push_back(key_of('w', word));
  for (std::size_t i = 0; i + run_length <= length; ++i)
    keys.push_back(key_of('r', std::string_view{text.letters}.substr(i, run_length)));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

TextNeighbours::TextNeighbours(std::span<const PreparedText> texts) : texts_(texts) {
  for (std::uint32_t t = 0; t < texts.size(); ++t)
    for (const std::uint64_t key : keys_of(texts[t])) posted_.push_back({key, t});
  std::sort(posted_.begin(), posted_.end());
}

std::vector<RelatedText> TextNeighbours::of(std::uint32_t text) const {
  std::vector<std::uint32_t> candidates;
  for (const std::uint64_t key : keys_of(texts_[text]))
    for (auto at = std::lower_bound(posted_.begin(), posted_.end(), Posted{key, 0});
         at != posted_.end() && at->key == key; ++at)
      if (at->text != text) candidates.push_back(at->text);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<RelatedText> related;
  for (const std::uint32_t other : candidates) {
    const TextAgreement agreement = text_agreement(texts_[text], texts_[other]);
    if (agreement != TextAgreement::unrelated) related.push_back({other, agreement});
  }
  return related;
}

}  // namespace confronta

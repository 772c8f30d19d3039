#include "models/stats/text_agreement.h"

#include <algorithm>
#include <array>
#include <bit>

namespace confronta {
namespace {

constexpr std::array<std::string_view, 12> small_words{"CON", "DEL", "EL",  "LAS", "LOS", "POR",
                                                       "QUE", "SAN", "SUS", "THE", "UNA", "UNO"};

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::uint64_t bit_of(char c) { return std::uint64_t{1} << (static_cast<unsigned char>(c) & 63U); }

bool shares_word(const PreparedText& a, const PreparedText& b) {
  auto left = a.words.begin();
  auto right = b.words.begin();
  while (left != a.words.end() && right != b.words.end()) {
    if (*left == *right) return true;
    (*left < *right ? left : right)++;
  }
  return false;
}

}  // namespace

PreparedText::PreparedText(std::string_view text) {
  std::string word;
  const auto end_word = [&] {
    if (word.size() >= 3 &&
        std::find(small_words.begin(), small_words.end(), word) == small_words.end())
      words.push_back(word);
    word.clear();
  };
  for (char c : text) {
    if (!is_letter(c)) {
      end_word();
      continue;
    }
    letters += c;
    word += c;
    alphabet |= bit_of(c);
  }
  end_word();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool within_edits(std::string_view a, std::string_view b, int limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size()) <= limit;
  if (limit == 0) return false;
  if (within_edits(a.substr(1), b, limit - 1) || within_edits(a, b.substr(1), limit - 1) ||
      within_edits(a.substr(1), b.substr(1), limit - 1))
    return true;
  return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
         within_edits(a.substr(2), b.substr(2), limit - 1);
}

TextAgreement text_agreement(const PreparedText& a, const PreparedText& b) {
  if (a.letters == b.letters) return TextAgreement::equal;
  const std::size_t shorter = std::min(a.letters.size(), b.letters.size());
  const std::size_t longer = std::max(a.letters.size(), b.letters.size());
  if (shorter < 4) return shares_word(a, b) ? TextAgreement::shared_word : TextAgreement::unrelated;
  const int limit = shorter >= 8 ? 2 : 1;
  // one edit changes at most two letters of the alphabet
  if (longer - shorter <= static_cast<std::size_t>(limit) &&
      std::popcount(a.alphabet ^ b.alphabet) <= 2 * limit &&
      within_edits(a.letters, b.letters, limit))
    return TextAgreement::near;
  const PreparedText& inner = a.letters.size() < b.letters.size() ? a : b;
  const PreparedText& outer = a.letters.size() < b.letters.size() ? b : a;
  if ((inner.alphabet & ~outer.alphabet) == 0 &&
      outer.letters.find(inner.letters) != std::string::npos)
    return TextAgreement::near;
  return shares_word(a, b) ? TextAgreement::shared_word : TextAgreement::unrelated;
}

}  // namespace confronta

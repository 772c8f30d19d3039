#include "bench/world/curp.h"

#include <array>
#include <vector>

namespace confronta::world {
namespace {

// Letters of a name; Ñ (two bytes in UTF-8) counts as X, particles are left out.
std::vector<std::string> words(std::string_view name) {
  static constexpr std::array<std::string_view, 9> particles{"DE", "DEL", "LA",  "LAS", "LOS",
                                                             "Y",  "MC",  "VON", "VAN"};
  std::vector<std::string> result(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == ' ')
      result.emplace_back();
    else if (c >= 'A' && c <= 'Z')
      result.back() += c;
    else if (static_cast<unsigned char>(c) == 0xC3 && i + 1 < name.size()) {
      result.back() += 'X';
      ++i;
    }
  }
  std::vector<std::string> kept;
  for (const auto& word : result) {
    bool particle = word.empty();
    for (const auto p : particles) particle = particle || word == p;
    if (!particle) kept.push_back(word);
  }
  if (kept.empty()) kept.emplace_back("X");
  return kept;
}

bool is_vowel(char c) { return std::string_view("AEIOU").find(c) != std::string_view::npos; }

char inner(const std::string& word, bool vowel) {
  for (std::size_t i = 1; i < word.size(); ++i)
    if (is_vowel(word[i]) == vowel) return word[i];
  return 'X';
}

std::string two(int n) {
  return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

char check_digit(const std::string& first) {
  // Ñ stands between N and O and never occurs here: letters from O on count one more.
  int sum = 0;
  for (std::size_t i = 0; i < first.size(); ++i) {
    const char c = first[i];
    const int value = c <= '9' ? c - '0' : c - 'A' + 10 + (c > 'N' ? 1 : 0);
    sum += value * (18 - static_cast<int>(i));
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

}  // namespace

std::string curp(std::string_view given, std::string_view first_surname,
                 std::string_view second_surname, Day birth, int sex, std::string_view state,
                 int differentiator) {
  auto names = words(given);
  static constexpr std::array<std::string_view, 4> passed{"MARIA", "MA", "JOSE", "J"};
  if (names.size() > 1)
    for (const auto p : passed)
      if (names[0] == p) {
        names.erase(names.begin());
        break;
      }
  const std::string paternal = words(first_surname)[0];
  const std::string maternal = second_surname.empty() ? "X" : words(second_surname)[0];
  const std::string date = iso_date(birth);
  const int year = year_of(birth);
  std::string result{paternal[0], inner(paternal, true), maternal[0], names[0][0]};
  result += two(year % 100) + date.substr(5, 2) + date.substr(8, 2);
  result += sex == 0 ? 'H' : 'M';
  result += state;
  result += inner(paternal, false);
  result += second_surname.empty() ? 'X' : inner(maternal, false);
  result += inner(names[0], false);
  result += year < 2000 ? static_cast<char>('0' + differentiator)
                        : static_cast<char>('A' + differentiator);
  return result + check_digit(result);
}

}  // namespace confronta::world
